"""Rebuilds the made papers and their references: `python make_papers.py [slug ...]`. Needs reportlab, pyphen, weasyprint, pikepdf, pyyaml, pypdfium2;
chromium and soffice for the papers whose `maker` says so."""

import sys
from pathlib import Path
from typing import Any

import pikepdf
import yaml
from expected import build
from markup import load

HERE = Path(__file__).parent
ROOT = HERE.parent


class Row(dict):
    """A leaf of the reference, written on one line."""


class Line(list):
    """A list of words or numbers, written on one line."""


class Wide(yaml.SafeDumper):
    """YAML with one line for each leaf."""


Wide.add_representer(
    Row, lambda dumper, row: dumper.represent_mapping("tag:yaml.org,2002:map", row.items(), flow_style=True)
)


Wide.add_representer(
    Line, lambda dumper, line: dumper.represent_sequence("tag:yaml.org,2002:seq", line, flow_style=True)
)


def leaves(value: Any) -> Any:
    """The same value with each innermost mapping as a Row and each list of scalars as a Line."""
    if isinstance(value, list):
        inner = [leaves(entry) for entry in value]
        return inner if any(isinstance(entry, (dict, list)) for entry in inner) else Line(inner)
    if isinstance(value, dict):
        inner = {key: leaves(entry) for key, entry in value.items()}
        return (
            inner
            if any(
                isinstance(entry, (dict, list)) and entry and not isinstance(entry, Line) for entry in inner.values()
            )
            else Row(inner)
        )
    return value


def main(slugs: list[str]) -> None:
    for source in sorted((HERE / "texts").glob("*.txt")):
        if slugs and source.stem not in slugs:
            continue
        paper = load(source)
        out = ROOT / paper.head["path"]
        out.parent.mkdir(parents=True, exist_ok=True)
        match paper.get("maker", "reportlab"):
            case "reportlab":
                import typeset

                sheet = typeset.make(paper, out)
                places, furniture, pages = sheet.places, sheet.furniture, len(sheet.pages)
                hyphens = {"rejoined": sheet.rejoined, "kept": sheet.kept}
            case "weasyprint" | "chromium":
                import web

                places, furniture, pages = web.make(paper, out)
                hyphens = {}
            case _:
                import office

                places, furniture, pages = office.make(paper, out)
                hyphens = {}
        with pikepdf.open(out) as pdf:
            paper.head["producer"] = str(pdf.docinfo.get("/Producer", ""))
        reference = build(paper, places, furniture, pages, hyphens)
        text = f"# Made by sources/make_papers.py from sources/texts/{paper.slug}.txt; change it there.\n"
        text += yaml.dump(leaves(reference), Dumper=Wide, allow_unicode=True, sort_keys=False, width=500)
        (ROOT / "expected" / f"{paper.slug}.yaml").write_text(text, encoding="utf-8")
        print(f"{paper.slug:12} {pages} pages {out.stat().st_size // 1024} kB  {reference['layout']}")


if __name__ == "__main__":
    main(sys.argv[1:])
