"""Makes a Paper into HTML and prints it with WeasyPrint or Chromium."""

import html
import re
import subprocess
import tempfile
from pathlib import Path

import find
import pikepdf
from markup import NOTE, Block, Paper, item_lines
from typeset import spans

SHEET = """
@page {{ size: {size}; margin: {margins}; {boxes} }}
body {{ font-family: 'Liberation Sans'; font-size: 10pt; line-height: 1.35; margin: 0; }}
h1 {{ font-size: 17pt; }} h2 {{ font-size: 13pt; margin: 1.2em 0 .2em; }} h3 {{ font-size: 11pt; margin: .9em 0 .2em; }} h4 {{ font-size: 10pt; margin: .6em 0 .1em; }}
h1, h2, h3, h4 {{ break-after: avoid; }} p {{ margin: 0 0 .55em; }} .case {{ margin: 0 0 .4em; color: #444; }}
table {{ border-collapse: collapse; width: 100%; margin: .4em 0 .9em; }} table.ruled td, table.ruled th {{ border: .6pt solid #000; padding: 2pt 4pt; vertical-align: top; text-align: left; }}
.toc {{ display: flex; justify-content: space-between; }} .break {{ break-before: page; }} blockquote {{ margin: .4em 2em; font-style: italic; }}
.item {{ display: flex; }} .item > span:first-child {{ flex: 0 0 1.4em; }} .d1 {{ margin-left: 1em; }} .d2 {{ margin-left: 2.6em; }} .d3 {{ margin-left: 4.2em; }}
.plate {{ margin: 0; }} dl {{ display: grid; grid-template-columns: {label} 1fr; margin: .4em 0 1em; }} dt {{ font-weight: bold; }} dd {{ margin: 0; }} .fn {{ float: footnote; font-size: 8pt; font-weight: normal; text-align: left; }} hr {{ border: 0; border-top: .6pt solid #888; }}
"""


def rich(text: str) -> str:
    text = html.escape(text, quote=False).replace(" // ", "<br>")
    text = NOTE.sub(r"<span class='fn'>\1</span>", text)
    text = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", text)
    return re.sub(r"(?<![\w*])\*(?=\w)(.+?)(?<=\w)\*(?![\w*])", r"<i>\1</i>", text)


def margin_boxes(paper: Paper) -> str:
    """Running heads and feet as boxes of @page."""
    boxes = []
    for line in paper.get("running", []):
        place = ("@top-" if line["where"] == "head" else "@bottom-") + line.get("align", "left")
        parts = re.split(r"({page}|{pages})", line["text"])
        content = " ".join(
            {"{page}": "counter(page)", "{pages}": "counter(pages)"}.get(part, f"'{part}'") for part in parts if part
        )
        boxes.append(f"{place} {{ content: {content}; font: 8pt 'Liberation Sans'; }}")
    return " ".join(boxes)


def markup_of(paper: Paper, targets: dict[int, int]) -> str:
    page = paper.get("page", {})
    css = SHEET.format(
        size=page.get("css_size", "A4"),
        margins=page.get("css_margins", "20mm 20mm 20mm 20mm"),
        boxes=margin_boxes(paper),
        label=paper.get("label_column", "9em"),
    )
    body: list[str] = []
    opened = False
    options: dict[str, str] = {}
    for block in paper.blocks:
        if opened and block.kind != "label":
            body.append("</dl>")
            opened = False
        if block.kind in {"widths", "plainrows", "repeat"}:
            options[block.kind] = block.text
            continue
        if block.kind == "label" and not opened and paper.get("labels", "grid") != "inline":
            body.append("<dl>")
            opened = True
        body.append(element(paper, block, targets, options))
        if block.kind == "table":
            options = {}
    if opened:
        body.append("</dl>")
    return f"<!DOCTYPE html><html lang='da'><head><meta charset='utf-8'><title>{html.escape(paper.get('pdf_title', ''))}</title><style>{css}{paper.get('css', '')}</style></head><body>{''.join(body)}</body></html>"


def element(paper: Paper, block: Block, targets: dict[int, int], options: dict[str, str]) -> str:
    text = rich(block.text)
    match block.kind:
        case "title":
            return f"<h1>{text}</h1>\n"
        case "item":
            rows = [
                f"<h2>{rich(line)}</h2>" if kind == "head" else f"<p class='case'>{rich(line)}</p>"
                for kind, line in item_lines(paper, block)
            ]
            return "\n".join(rows) + "\n"
        case "section":
            return f"<h3>{text}</h3>\n"
        case "sub":
            return f"<h4>{text}</h4>\n"
        case "bullet":
            return (
                f"<div class='item d{block.depth}'><span>{html.escape(block.marker)}</span><span>{text}</span></div>\n"
            )
        case "quote":
            return f"<blockquote>{text}</blockquote>\n"
        case "label" if paper.get("labels", "grid") == "inline":
            return f"<p class='plate'><b>{html.escape(block.label)}</b>{'' if paper.get('glued') else ' '}{text}</p>\n"
        case "label":
            return f"<dt>{html.escape(block.label)}</dt><dd>{text}</dd>\n"
        case "toc":
            rows = [
                (index, find.toc_text(paper, other)) for index, other in enumerate(paper.blocks) if other.kind == "item"
            ]
            if paper.get("toc_pages", True):
                return "".join(
                    f"<div class='toc'><span>{rich(shown)}</span><span>{targets.get(index, 0)}</span></div>\n"
                    for index, shown in rows
                )
            return "".join(f"<div class='toc'><span>{rich(shown)}</span></div>\n" for _, shown in rows)
        case "table":
            return table(block, options)
        case "page":
            return "<div class='break'></div>\n"
        case "line":
            return "<hr>\n"
        case "space":
            return f"<div style='height:{block.text or 10}pt'></div>\n"
        case "open":
            return f"<div class='{block.text}'>\n"
        case "close":
            return "</div>\n"
        case "meeting" | "end" | "columns" | "single":
            return ""
        case "plate":
            return f"<p class='plate'>{text}</p>\n"
        case kind:
            return f"<p class='{kind} {block.tag}'>{text}</p>\n"


def table(block: Block, options: dict[str, str]) -> str:
    covered = spans(block.rows)
    rows = []
    for r, row in enumerate(block.rows):
        cells = []
        for c, cell in enumerate(row):
            if cell not in {"<", "^"}:
                bottom, right = covered.get((r, c), (r, c))
                tag = "th" if r == 0 and "plainrows" not in options else "td"
                cells.append(f"<{tag} rowspan='{bottom - r + 1}' colspan='{right - c + 1}'>{rich(cell)}</{tag}>")
        rows.append(f"<tr>{''.join(cells)}</tr>")
    if "repeat" in options:
        rows[0] = f"<thead>{rows[0]}</thead>"
    shares = [float(share) for share in options.get("widths", "").split()]
    columns = "".join(f"<col style='width:{share / sum(shares):.0%}'>" for share in shares)
    return f"<table class='{'plain' if 'plainrows' in options else 'ruled'}'>{columns}{''.join(rows)}</table>\n"


def make(paper: Paper, out: Path) -> tuple[dict[int, list[int]], list[tuple[int, str, str]], int]:
    targets: dict[int, int] = {}
    for _ in range(2):
        source = markup_of(paper, targets)
        if paper.get("maker") == "weasyprint":
            from weasyprint import HTML

            HTML(string=source).write_pdf(out)
        else:
            chromium(source, out)
        placed = find.places(paper, out)
        targets = {index: pages[0] for index, pages in placed.items()}
        if not any(block.kind == "toc" for block in paper.blocks):
            break
    undate(out, paper.get("producer"))
    with pikepdf.open(out) as pdf:
        count = len(pdf.pages)
    furniture = [
        (
            n,
            "page number" if "{page}" in line["text"] else f"running {line['where']}",
            line["text"].format(page=n, pages=count),
        )
        for n in range(1, count + 1)
        for line in paper.get("running", [])
    ]
    toc = next((i for i, block in enumerate(paper.blocks) if block.kind == "toc"), None)
    if toc is not None:
        page = next((placed[i][0] for i in range(toc - 1, -1, -1) if i in placed), 1)
        furniture += [(page, "contents", find.toc_text(paper, block)) for block in paper.blocks if block.kind == "item"]
    return placed, furniture, count


def chromium(source: str, out: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_text(source, encoding="utf-8")
        flags = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            f"--user-data-dir={folder}/profile",
            "--no-pdf-header-footer",
            f"--print-to-pdf={out}",
        ]
        subprocess.run(["chromium", *flags, page.as_uri()], check=True, capture_output=True, timeout=120)


def undate(path: Path, producer: str | None = None) -> None:
    """Takes the dates and the random id out of a PDF and keeps its producer, or the one given."""
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        for key in ("/CreationDate", "/ModDate"):
            if key in pdf.docinfo:
                del pdf.docinfo[key]
        for key in ("/DocChecksum", "/ID"):
            if key in pdf.trailer:
                del pdf.trailer[key]
        if producer:
            pdf.docinfo["/Producer"] = producer
        if "/Metadata" in pdf.Root:
            del pdf.Root.Metadata
        pdf.save(
            path, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate, compress_streams=True
        )
