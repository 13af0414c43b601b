"""What goes into the records: papers and tables with their digests, case numbers, sources, and the page itself."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

import pyarrow as pa

from pipeline.model.cells import csv_text
from pipeline.model.ids import fold
from pipeline.model.origin import origin_of
from pipeline.report.archive import zipped
from pipeline.report.status_model import StatusPage

MANIFEST = "manifest.json"
_PAPER = (
    "document_id", "path", "sha256", "kind", "title", "body", "authority", "date", "case_numbers", "pages", "status",
    "reason",
)  # fmt: skip
_READ_ME = """# Til journalen

Denne pakke holder status på et råds anbefalinger, fundet maskinelt, og det, den bygger på. Papirerne selv er ikke med;
deres kontrolsummer (SHA-256) står i manifest.json, så det kan vises, hvilke udgaver der er læst.

- manifest.json: sagsnumre, papirer og tabeller med kontrolsum, og hvilket program, hvilken sprogmodel og hvilke
  ordlister der er brugt
- status-*: siden i de former, den kan åbnes i; et udkast, til nogen har kontrolleret det
- kilder.csv: siden for side hvor i papirerne det står
- tabeller/: alt, hvad siden bygger på
"""


@dataclass(frozen=True, slots=True)
class Filed:
    """A page as it is filed: the page, and its bytes by the ending of the file."""

    page: StatusPage
    forms: Mapping[str, bytes]


def build_package(tables: Mapping[str, pa.Table], contents: Mapping[str, bytes], filed: Sequence[Filed]) -> bytes:
    """The zip; `contents` are the files of the tables by name. The same bytes for the same tables and pages."""
    files = {f"tabeller/{name}": content for name, content in contents.items()}
    for number, item in enumerate(filed, start=1):
        stem = _stem(item.page, number, alone=len(filed) == 1)
        files |= {f"{stem}.{form}": content for form, content in item.forms.items()}
    files |= {"kilder.csv": _sources(filed).encode(), "LAES-MIG.md": _READ_ME.encode()}
    return zipped(files | {MANIFEST: _manifest(tables, files, filed)}, first=MANIFEST)


def _stem(page: StatusPage, number: int, *, alone: bool) -> str:
    """Plain letters only: archives do not agree on the others."""
    letters = fold(page.head[0]).replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    name = "-".join("".join(c if c.isascii() else " " for c in letters).split())[:60].rstrip("-")
    told = f"-{name}" if name else ""
    return f"status{told}-{page.as_of}" if alone else f"status-{number:02d}{told}-{page.as_of}"


def _manifest(tables: Mapping[str, pa.Table], files: Mapping[str, bytes], filed: Sequence[Filed]) -> bytes:
    papers = sorted(tables["documents"].to_pylist(), key=lambda row: (row["path"], row["document_id"]))
    told = {
        "origin": origin_of(tables["documents"].schema.metadata),
        "case_numbers": sorted({number for row in papers for number in row["case_numbers"]}),
        "councils": [{"name": item.page.head[0], "as_of": item.page.as_of} for item in filed],
        "papers": [{key: row[key] for key in _PAPER} for row in papers],
        "tables": [_table(name, table) for name, table in sorted(tables.items())],
        "files": [{"name": name, "sha256": sha256(files[name]).hexdigest()} for name in sorted(files)],
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def _table(name: str, table: pa.Table) -> dict[str, str | int]:
    version = (table.schema.metadata or {}).get(b"version", b"").decode()
    return {"name": name, "rows": table.num_rows, "version": version, "file": f"tabeller/{name}.parquet"}


def _sources(filed: Sequence[Filed]) -> str:
    rows = [(item.page.head[0], s.number, s.citation, s.remark) for item in filed for s in item.page.sources]
    return "\ufeff" + csv_text(("råd", "nummer", "kilde", "bemærkning"), rows)
