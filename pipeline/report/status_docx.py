"""The page as a document for a word processor: real headings and heads of tables, Danish, the same bytes each time."""

from datetime import datetime
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from pipeline.report.archive import zipped
from pipeline.report.status_model import Bullets, Grid, Line, Paragraph, StatusPage
from pipeline.report.status_text import plain

_WIDTH = 184  # mm between the margins of an A4 page


def render_docx(page: StatusPage) -> bytes:
    """The page as a .docx."""
    # Any: python-docx hands out objects whose XML is reached by attributes that it has no types for.
    document: Any = Document()
    _set_up(document, page)
    document.add_heading(plain(page.title), level=1)
    document.add_paragraph(plain(" · ".join(page.head[:-1])))
    document.add_paragraph().add_run(plain(page.head[-1])).bold = True
    for section in page.sections:
        document.add_heading(plain(section.heading), level=2)
        for block in section.blocks:
            _add(document, block)
    document.add_heading("Kilder", level=2)
    for source in page.sources:
        told = plain(f"{source.number} {source.citation} {source.remark}".rstrip())
        document.add_paragraph().add_run(told).font.size = Pt(8)
    document.add_paragraph(plain(page.made_by))
    return _zipped(document)


def _set_up(document: Any, page: StatusPage) -> None:
    sheet = document.sections[0]
    sheet.page_width, sheet.page_height = Mm(210), Mm(297)
    sheet.left_margin = sheet.right_margin = sheet.top_margin = sheet.bottom_margin = Mm(13)
    for name in ("Normal", "Heading 1", "Heading 2", "List Bullet"):
        style = document.styles[name]
        style.font.name = "Calibri"
        style.paragraph_format.space_after = style.paragraph_format.space_before = Pt(2)
        style.paragraph_format.line_spacing = 1.0
        style.font.size = Pt({"Heading 1": 14, "Heading 2": 10}.get(name, 9))
    _speak_danish(document)
    day = datetime.fromisoformat(page.as_of)
    core = document.core_properties
    core.title, core.language, core.author, core.comments = plain(page.title), "da-DK", "", ""
    core.created = core.modified = day
    core.last_modified_by, core.revision = "", 1


def _speak_danish(document: Any) -> None:
    properties = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    language = properties.find(qn("w:lang"))
    if language is None:
        language = OxmlElement("w:lang")
        properties.append(language)
    for name in ("w:val", "w:eastAsia"):
        language.set(qn(name), "da-DK")


def _add(document: Any, block: Paragraph | Bullets | Grid) -> None:
    if isinstance(block, Paragraph):
        _write(document.add_paragraph(), block.line)
    elif isinstance(block, Bullets):
        for line in block.lines:
            _write(document.add_paragraph(style="List Bullet"), line)
    else:
        _add_table(document, block)


def _add_table(document: Any, grid: Grid) -> None:
    table = document.add_table(rows=1, cols=len(grid.heads))
    table.style, table.autofit = "Table Grid", False
    _describe(table, grid.caption)
    for cell, head in zip(table.rows[0].cells, grid.heads, strict=True):
        _write(cell.paragraphs[0], head)
        for run in cell.paragraphs[0].runs:
            run.bold = True
    # Repeated on each page, and read out as the heads of the columns.
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for row in grid.rows:
        for cell, line in zip(table.add_row().cells, row, strict=True):
            _write(cell.paragraphs[0], line)
    for column, width in zip(table.columns, grid.widths, strict=True):
        for cell in column.cells:
            cell.width = Mm(_WIDTH * width / 100)


def _describe(table: Any, caption: str) -> None:
    told = OxmlElement("w:tblCaption")
    told.set(qn("w:val"), plain(caption))
    table._tbl.tblPr.append(told)


def _write(paragraph: Any, line: Line) -> None:
    for run in line:
        if run.text:
            paragraph.add_run(plain(run.text)).bold = run.strong or None
        if run.note is not None:
            paragraph.add_run(str(run.note)).font.superscript = True


def _zipped(document: Any) -> bytes:
    """The parts of the document anew, by name and with one and the same time."""
    made = BytesIO()
    document.save(made)
    with ZipFile(made) as parts:
        # Word expects the list of content types first.
        return zipped({name: parts.read(name) for name in parts.namelist()}, first="[Content_Types].xml")
