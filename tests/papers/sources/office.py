"""Makes a Paper into a flat ODF file (text or slides) and prints it with LibreOffice."""

import re
import subprocess
import tempfile
from pathlib import Path
from xml.sax.saxutils import escape

import find
import pikepdf
from markup import Block, Paper, item_lines
from typeset import spans
from web import undate

SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{path}:1.0"'
    for name, path in [
        ("office", "office"),
        ("text", "text"),
        ("style", "style"),
        ("table", "table"),
        ("draw", "drawing"),
        ("presentation", "presentation"),
        ("fo", "xsl-fo-compatible"),
        ("svg", "svg-compatible"),
    ]
)
LOOKS = {
    "para": "",
    "title": "fo:font-size='17pt' fo:font-weight='bold'",
    "item": "fo:font-size='13pt' fo:font-weight='bold'",
    "section": "fo:font-weight='bold'",
    "sub": "fo:font-style='italic'",
    "quote": "fo:font-style='italic'",
    "case": "",
    "plate": "",
    "label": "",
    "plain": "",
    "contents": "",
    "noise": "",
    "caption": "fo:font-size='9pt'",
    "cell": "",
}
ROOMS = {
    "para": "fo:margin-bottom='0.22cm'",
    "title": "fo:margin-bottom='0.5cm'",
    "item": "fo:margin-top='0.5cm' fo:margin-bottom='0.12cm' fo:keep-with-next='always'",
    "section": "fo:margin-top='0.25cm' fo:margin-bottom='0.06cm' fo:keep-with-next='always'",
    "sub": "fo:margin-top='0.15cm' fo:keep-with-next='always'",
    "quote": "fo:margin-left='1.2cm' fo:margin-right='1.2cm' fo:margin-bottom='0.22cm'",
    "contents": "",
    "caption": "fo:margin-bottom='0.2cm'",
}


def rich(text: str) -> str:
    text = escape(text).replace(" // ", "<text:line-break/>")
    text = re.sub(r"\*\*(.+?)\*\*", r"<text:span text:style-name='bold'>\1</text:span>", text)
    return re.sub(
        r"(?<![\w*])\*(?=\w)(.+?)(?<=\w)\*(?![\w*])", r"<text:span text:style-name='italic'>\1</text:span>", text
    )


def styles(paper: Paper) -> str:
    font, size = paper.get("font", "Liberation Serif"), paper.get("size", 11)
    rows = [
        "<style:style style:name='bold' style:family='text'><style:text-properties fo:font-weight='bold'/></style:style>",
        "<style:style style:name='italic' style:family='text'><style:text-properties fo:font-style='italic'/></style:style>",
    ]
    own = paper.get("looks", {})
    for name, look in LOOKS.items():
        room = ROOMS.get(name, "")
        mine = own.get(name, "")
        look = mine or look
        sized = look if "fo:font-size" in look else f"fo:font-size='{size}pt' {look}"
        rows.append(
            f"<style:style style:name='{name}' style:family='paragraph'><style:paragraph-properties {paper.get('rooms', {}).get(name, room)}/>"
            f"<style:text-properties style:font-name='{font}' {sized} fo:language='da' fo:country='DK'/></style:style>"
        )
    rows.append(
        "<style:style style:name='break' style:family='paragraph'><style:paragraph-properties fo:break-before='page'/><style:text-properties fo:font-size='2pt'/></style:style>"
    )
    rows.append(
        "<style:style style:name='ruled' style:family='table-cell'><style:table-cell-properties fo:border='0.5pt solid #000000' fo:padding='0.08cm'/></style:style>"
    )
    rows.append(
        "<style:style style:name='open' style:family='table-cell'><style:table-cell-properties fo:border='none' fo:padding='0.04cm'/></style:style>"
    )
    return "".join(rows)


def text_body(paper: Paper) -> str:
    body, options, tables = [], {}, 0
    for block in paper.blocks:
        if block.kind in {"widths", "plainrows", "repeat"}:
            options[block.kind] = block.text
        elif block.kind == "table":
            tables += 1
            body.append(table(block, options, tables))
            options = {}
        else:
            body.append(element(paper, block))
    return "".join(body)


def element(paper: Paper, block: Block) -> str:
    match block.kind:
        case "item":
            return "".join(
                f"<text:p text:style-name='{'item' if kind == 'head' else 'case'}'>{rich(line)}</text:p>"
                for kind, line in item_lines(paper, block)
            )
        case "bullet":
            left = 0.63 * block.depth
            return (
                f"<text:p text:style-name='bullet{block.depth}'>{escape(block.marker)}<text:tab/>{rich(block.text)}</text:p>"
                if left
                else ""
            )
        case "label":
            return f"<text:p text:style-name='label'><text:span text:style-name='bold'>{escape(block.label)}</text:span><text:tab/>{rich(block.text)}</text:p>"
        case "page":
            return "<text:p text:style-name='break'/>"
        case "space":
            return "<text:p text:style-name='para'/>"
        case "meeting" | "end" | "line" | "columns" | "single" | "toc" | "open" | "close":
            return ""
        case kind:
            return f"<text:p text:style-name='{kind}'>{rich(block.text)}</text:p>"


def table(block: Block, options: dict[str, str], number: int) -> str:
    covered = spans(block.rows)
    look = "open" if "plainrows" in options else "ruled"
    width = len(block.rows[0])
    columns = "".join(f"<table:table-column table:style-name='t{number}c{c}'/>" for c in range(width))
    rows = []
    for r, row in enumerate(block.rows):
        cells = []
        for c, cell in enumerate(row):
            if cell in {"<", "^"}:
                cells.append("<table:covered-table-cell/>")
                continue
            bottom, right = covered.get((r, c), (r, c))
            shown = f"**{cell}**" if r == 0 and look == "ruled" and cell else cell
            cells.append(
                f"<table:table-cell table:style-name='{look}' table:number-rows-spanned='{bottom - r + 1}' table:number-columns-spanned='{right - c + 1}'>"
                f"<text:p text:style-name='cell'>{rich(shown)}</text:p></table:table-cell>"
            )
        rows.append(f"<table:table-row>{''.join(cells)}</table:table-row>")
    if "repeat" in options:
        rows[0] = f"<table:table-header-rows>{rows[0]}</table:table-header-rows>"
    return (
        f"<table:table table:name='t{number}'>{columns}{''.join(rows)}</table:table><text:p text:style-name='caption'/>"
    )


def bullets(paper: Paper) -> str:
    size, font = paper.get("size", 11), paper.get("font", "Liberation Serif")
    return "".join(
        f"<style:style style:name='bullet{d}' style:family='paragraph'><style:paragraph-properties fo:margin-left='{0.63 * d + 0.2:.2f}cm' fo:text-indent='-0.63cm' fo:margin-bottom='0.08cm'>"
        f"<style:tab-stops><style:tab-stop style:position='0cm'/></style:tab-stops></style:paragraph-properties><style:text-properties style:font-name='{font}' fo:font-size='{size}pt'/></style:style>"
        for d in (1, 2, 3)
    )


def running(paper: Paper, where: str) -> str:
    """The running head or foot, its page numbers as fields."""
    rows = []
    for line in paper.get("running", []):
        if line["where"] == where:
            shown = (
                escape(line["text"])
                .replace("{page}", "<text:page-number text:select-page='current'>1</text:page-number>")
                .replace("{pages}", "<text:page-count>1</text:page-count>")
            )
            rows.append(f"<text:p text:style-name='run-{line.get('align', 'left')}'>{shown}</text:p>")
    tag = "header" if where == "head" else "footer"
    return f"<style:{tag}>{''.join(rows)}</style:{tag}>" if rows else ""


def fodt(paper: Paper) -> str:
    margins = paper.get(
        "odf_margins", "fo:margin-top='2cm' fo:margin-bottom='1.6cm' fo:margin-left='2.4cm' fo:margin-right='2.2cm'"
    )
    fonts = "".join(
        f"<style:font-face style:name='{name}' svg:font-family=\"'{name}'\"/>"
        for name in dict.fromkeys(
            (
                "Liberation Serif",
                "Liberation Sans",
                "DejaVu Sans",
                "DejaVu Serif",
                paper.get("font", "Liberation Serif"),
            )
        )
    )
    runs = "".join(
        f"<style:style style:name='run-{align}' style:family='paragraph'><style:paragraph-properties fo:text-align='{align}'/><style:text-properties style:font-name='{paper.get('font', 'Liberation Serif')}' fo:font-size='8.5pt'/></style:style>"
        for align in ("left", "center", "right")
    )
    foot = "<style:footer-style><style:header-footer-properties fo:min-height='0.8cm' fo:margin-top='0.3cm'/></style:footer-style>"
    top = "<style:header-style><style:header-footer-properties fo:min-height='0.8cm' fo:margin-bottom='0.4cm'/></style:header-style>"
    label = f"<style:style style:name='label' style:family='paragraph'><style:paragraph-properties fo:margin-left='3.4cm' fo:text-indent='-3.4cm'><style:tab-stops><style:tab-stop style:position='0cm'/></style:tab-stops></style:paragraph-properties><style:text-properties style:font-name='{paper.get('font', 'Liberation Serif')}' fo:font-size='{paper.get('size', 11)}pt'/></style:style>"
    listed = styles(paper).replace("<style:style style:name='label'", "<style:style style:name='label-plain'")
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {SPACES} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:font-face-decls>{fonts}</office:font-face-decls><office:styles/>"
        f"<office:automatic-styles>{listed}{label}{bullets(paper)}{runs}{column_styles(paper)}"
        f"<style:page-layout style:name='page'><style:page-layout-properties fo:page-width='21cm' fo:page-height='29.7cm' {margins}/>{top}{foot}</style:page-layout></office:automatic-styles>"
        f"<office:master-styles><style:master-page style:name='Standard' style:page-layout-name='page'>{running(paper, 'head')}{running(paper, 'foot')}</style:master-page></office:master-styles>"
        f"<office:body><office:text>{text_body(paper)}</office:text></office:body></office:document>"
    )


def column_styles(paper: Paper) -> str:
    found, number, shares = [], 0, ""
    for block in paper.blocks:
        if block.kind == "widths":
            shares = block.text
        elif block.kind == "table":
            number += 1
            parts = [float(share) for share in (shares or " ".join("1" for _ in block.rows[0])).split()]
            found += [
                f"<style:style style:name='t{number}c{c}' style:family='table-column'><style:table-column-properties style:column-width='{16.4 * part / sum(parts):.2f}cm'/></style:style>"
                for c, part in enumerate(parts)
            ]
            shares = ""
    return "".join(found)


def fodp(paper: Paper) -> str:
    """Slides: a section is the title of a slide, `page` begins a slide without a title of its own."""
    slides: list[list[Block]] = []
    for block in paper.blocks:
        if block.kind in {"page", "title", "section"} and not (block.kind == "section" and slides and not slides[-1]):
            slides.append([])
        if block.kind != "page":
            slides[-1].append(block)
    pages = []
    for number, slide in enumerate(slides, 1):
        heads = [block for block in slide if block.kind in {"title", "section"}]
        rest = [block for block in slide if block not in heads]
        other = next((n for n, block in enumerate(rest) if block.kind == "columns"), len(rest))
        rest, right = rest[:other], rest[other + 1 :]
        first = heads and heads[0].kind == "title"
        frames = ""
        if heads:
            shown = "".join(
                f"<text:p text:style-name='{'cover' if first else 'head'}'>{rich(block.text)}</text:p>"
                for block in heads
            )
            frames += frame("1.6cm", "5cm" if first else "1cm", "24.8cm", "2.2cm", shown)
        lines = "".join(slide_line(block) for block in rest)
        if lines:
            frames += frame("1.6cm", "8.4cm" if first else "3.4cm", "11.8cm" if right else "24.8cm", "10cm", lines)
        if right:
            frames += frame("14.4cm", "3.4cm", "11.8cm", "10cm", "".join(slide_line(block) for block in right))
        for line in paper.get("running", []):
            if number >= line.get("from", 1):
                shown = escape(line["text"].format(page=number, pages=len(slides)))
                frames += frame("1.6cm", "14.7cm", "20cm", "0.8cm", f"<text:p text:style-name='foot'>{shown}</text:p>")
        pages.append(f"<draw:page draw:name='s{number}' draw:master-page-name='Standard'>{frames}</draw:page>")
    font = paper.get("font", "DejaVu Sans")

    def style(name: str, look: str, room: str = "") -> str:
        stops = (
            "<style:tab-stops><style:tab-stop style:position='0cm'/></style:tab-stops>"
            if name.startswith("dot")
            else ""
        )
        return f"<style:style style:name='{name}' style:family='paragraph'><style:paragraph-properties {room}>{stops}</style:paragraph-properties><style:text-properties fo:font-family=\"'{font}'\" {look}/></style:style>"

    looks = style("cover", "fo:font-size='32pt' fo:font-weight='bold' fo:color='#1f3864'") + style(
        "head", "fo:font-size='24pt' fo:font-weight='bold' fo:color='#1f3864'"
    )
    looks += style("line", "fo:font-size='15pt'", "fo:margin-bottom='0.25cm'") + style(
        "foot", "fo:font-size='9pt' fo:color='#777777'"
    )
    looks += "".join(
        style(
            f"dot{d}",
            f"fo:font-size='{16 - d}pt'",
            f"fo:margin-left='{0.9 * d}cm' fo:text-indent='-0.8cm' fo:margin-bottom='0.22cm'",
        )
        for d in (1, 2, 3)
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {SPACES} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.presentation">'
        f"<office:styles><style:style style:name='none' style:family='graphic'><style:graphic-properties draw:stroke='none' draw:fill='none' draw:auto-grow-height='false' fo:wrap-option='wrap'/></style:style></office:styles>"
        f"<office:automatic-styles>{looks}<style:style style:name='bold' style:family='text'><style:text-properties fo:font-weight='bold'/></style:style>"
        f"<style:page-layout style:name='page'><style:page-layout-properties fo:page-width='28cm' fo:page-height='15.75cm' style:print-orientation='landscape' fo:margin='0cm'/></style:page-layout></office:automatic-styles>"
        f"<office:master-styles><style:master-page style:name='Standard' style:page-layout-name='page'/></office:master-styles>"
        f"<office:body><office:presentation>{''.join(pages)}</office:presentation></office:body></office:document>"
    )


def frame(x: str, y: str, width: str, height: str, inner: str) -> str:
    return f"<draw:frame draw:style-name='none' svg:x='{x}' svg:y='{y}' svg:width='{width}' svg:height='{height}'><draw:text-box>{inner}</draw:text-box></draw:frame>"


def slide_line(block: Block) -> str:
    if block.kind == "bullet":
        return (
            f"<text:p text:style-name='dot{block.depth}'>{escape(block.marker)}<text:tab/>{rich(block.text)}</text:p>"
        )
    return f"<text:p text:style-name='line'>{rich(block.text)}</text:p>"


def make(paper: Paper, out: Path) -> tuple[dict[int, list[int]], list[tuple[int, str, str]], int]:
    slides = paper.get("maker") == "impress"
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / f"{paper.slug}.{'fodp' if slides else 'fodt'}"
        source.write_text(fodp(paper) if slides else fodt(paper), encoding="utf-8")
        subprocess.run(
            [
                "soffice",
                f"-env:UserInstallation=file://{folder}/profile",
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                folder,
                str(source),
            ],
            check=True,
            capture_output=True,
            timeout=180,
        )
        out.write_bytes((Path(folder) / f"{paper.slug}.pdf").read_bytes())
    undate(out)
    placed = find.places(paper, out)
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
        if n >= line.get("from", 1)
    ]
    return placed, furniture, count
