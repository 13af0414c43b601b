"""Made papers as PDF, in the layouts of formats.md: the same bytes for the same paper."""

from collections.abc import Callable, Iterator
from datetime import date
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph, Spacer, Table

from benchmarks.made.papers import Paper
from benchmarks.made.words import spoken

_DAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag")


def render_pdf(paper: Paper) -> bytes:
    """The paper as the bytes of a PDF file; `KeyError` for a layout that there is not."""
    out = BytesIO()
    document = BaseDocTemplate(
        out, pagesize=A4, leftMargin=24 * mm, rightMargin=24 * mm, topMargin=24 * mm, bottomMargin=22 * mm,
        title=paper.title, invariant=1,
    )  # fmt: skip
    frame = Frame(document.leftMargin, document.bottomMargin, document.width, document.height)
    document.addPageTemplates([PageTemplate(frames=[frame], onPage=lambda canvas, _: _furniture(canvas, paper))])
    document.build(list(LAYOUTS[paper.layout](paper)))
    return out.getvalue()


def _first_agenda(paper: Paper) -> Iterator[Flowable]:
    """Label and value on top, contents, and in each item the decision before the case."""
    yield _text(f"REFERAT {paper.body} d. {_short(paper.day)}", size=16, bold=True, after=10)
    for label, value in (
        ("Mødedato", f"{_weekday(paper.day)} d. {_long(paper.day)} kl. 16:00"),
        ("Mødested", "Rådhuset"),
    ):
        yield _row(f"<b>{label}</b>", value)
    yield _row("<b>Deltagere</b>", ", ".join(paper.people[:5]))
    yield _row("<b>Afbud</b>", paper.people[5])
    yield Spacer(1, 12)
    yield _text("Indholdsfortegnelse", size=13, bold=True)
    for number, item in enumerate(paper.items, start=1):
        yield _text(f"Punkt {number}: {item.title} " + "." * (70 - len(item.title)) + " 1")
    for number, item in enumerate(paper.items, start=1):
        yield _text(f"Punkt {number}: {item.title}", size=13, bold=True, before=16)
        yield _text(f"{paper.case}")
        yield _text("Beslutninger", size=11, bold=True)
        yield from map(_text, item.decision)
        yield from _section("Sagsfremstilling", item.account, size=11)
        yield from _section("Indstilling", () if item.proposal is None else (item.proposal,), size=11)


def _edoc(paper: Paper) -> Iterator[Flowable]:
    """A running head, presence as lists, and the decision last, under a heading with body, date and item."""
    yield _text("Referat", size=18, bold=True)
    yield _text(paper.body, size=14)
    yield _text(f"{_weekday(paper.day).lower()} den {_long(paper.day)}, kl. 15:00", size=11)
    yield _text("i mødelokale 2, Rådhuset", after=10)
    yield _text("Tilstede", bold=True)
    yield from (_text(name, after=0) for name in paper.people[:5])
    yield _text("Afbud/Fraværende", bold=True, before=8)
    yield _text(paper.people[5], after=0)
    for number, item in enumerate(paper.items, start=1):
        yield _text(f"{number}.&nbsp;&nbsp;&nbsp;{item.title}", size=13, bold=True, before=18)
        yield _text(f"Sagsnr.: {paper.case[-2:]}-{number + 1200}", size=8)
        yield from _section("Sagsfremstilling", item.account)
        yield from _section("Indstilling", () if item.proposal is None else (item.proposal,))
        day = _short(paper.day).replace("-", ".")
        yield from _section(f"{paper.body}s beslutning den {day} Punkt {number}", item.decision)


def _plain(paper: Paper) -> Iterator[Flowable]:
    """As from a word processor: labels with colons, numbered titles, and prose without a heading for the decision."""
    yield _text(f"Referat fra møde i {paper.body}, {paper.authority}", size=15, bold=True, serif=True, after=10)
    for label, value in (
        ("Dato", f"{_weekday(paper.day)} den {_long(paper.day)}"), ("Tid", "kl. 13.00-15.00"),
        ("Sted", "Sundhedshuset"), ("Til stede", ", ".join(paper.people[:5])), ("Afbud", paper.people[5]),
    ):  # fmt: skip
        yield _text(f"<b>{label}:</b> {value}", serif=True, after=1)
    for number, item in enumerate(paper.items, start=1):
        yield _text(f"{number}. {item.title}", size=11.5, bold=True, serif=True, before=12)
        yield from (_text(line, serif=True) for line in (*item.account, *item.decision))


def _report(paper: Paper) -> Iterator[Flowable]:
    """A title page's worth of head, a chapter of what citizens tell, a chapter of numbered recommendations."""
    yield _text(paper.title, size=20, bold=True, after=8)
    yield _text(f"{paper.body} i {paper.authority}", size=12)
    yield _text(f"{_long(paper.day)}", after=14)
    yield from map(_text, paper.intro)
    if paper.stories:
        yield _text("1. Det fortæller borgerne", size=14, bold=True, before=14)
        yield from (_text(f"–&nbsp;{story}", indent=12) for story in paper.stories)
    yield _text("2. Rådets anbefalinger", size=14, bold=True, before=14)
    for number, point in enumerate(paper.points, start=1):
        yield _text(f"Anbefaling {number}: {point.title}", size=11.5, bold=True, before=8)
        if point.before is not None:
            yield _text(point.before)
        yield _text(point.text)
        yield from (_text(f"–&nbsp;{more}", indent=12) for more in point.more)


def _hearing(paper: Paper) -> Iterator[Flowable]:
    """A letter: to whom, the day, thanks, numbered paragraphs, on the council's behalf."""
    yield _text(f"Til {paper.addressee}", serif=True)
    yield _text(f"{paper.authority}", serif=True)
    yield _text(f"{_long(paper.day)}", serif=True, after=14)
    yield _text(f"{paper.title} fra {paper.body}", size=14, bold=True, serif=True, after=8)
    yield from (_text(line, serif=True) for line in paper.intro)
    for number, point in enumerate(paper.points, start=1):
        if point.before is not None:
            yield _text(point.before, serif=True)
        yield _text(f"{number}. {point.text}", serif=True, indent=12)
        yield from (_text(more, serif=True, indent=24) for more in point.more)
    yield _text("På rådets vegne", serif=True, before=14)
    yield _text(f"{paper.people[0]}, formand", serif=True)


LAYOUTS: dict[str, Callable[[Paper], Iterator[Flowable]]] = {
    "firstagenda": _first_agenda,
    "edoc": _edoc,
    "plain": _plain,
    "report": _report,
    "hearing": _hearing,
}
"""Every layout that there is, by the name that `documents.layout` has in the truth."""


class _Whole(Paragraph):
    """A paragraph that is not broken over two pages, so that every quote of the truth stands whole on its page."""

    def split(self, width: float, height: float) -> list[Flowable]:
        """Never: it goes to the next page."""
        return []


def _section(heading: str, lines: tuple[str, ...], size: float = 10.5) -> Iterator[Flowable]:
    if lines:
        yield _text(heading, size=size, bold=True, before=6)
        yield from map(_text, lines)


def _text(
    text: str, size: float = 10, bold: bool = False, serif: bool = False, before: float = 0, after: float = 5,
    indent: float = 0,
) -> Paragraph:  # fmt: skip
    font = {(False, False): "Helvetica", (True, False): "Helvetica-Bold", (False, True): "Times-Roman"}
    style = ParagraphStyle(
        "p", fontName=font.get((bold, serif), "Times-Bold"), fontSize=size, leading=size * 1.3, spaceBefore=before,
        spaceAfter=after, leftIndent=indent, keepWithNext=bold,
    )  # fmt: skip
    return _Whole(text, style)


def _row(label: str, value: str) -> Table:
    return Table([[_text(label, after=0), _text(value, after=0)]], colWidths=[32 * mm, 130 * mm], hAlign="LEFT")


def _furniture(canvas: Canvas, paper: Paper) -> None:
    canvas.setFont("Helvetica", 8)
    if paper.layout == "edoc":
        canvas.drawString(24 * mm, A4[1] - 14 * mm, f"{paper.body}, referat")
        canvas.drawRightString(A4[0] - 24 * mm, A4[1] - 14 * mm, f"Dato: {_short(paper.day)}")
    if paper.layout != "plain":
        canvas.drawString(24 * mm, A4[1] - 18 * mm, paper.authority)
    canvas.drawRightString(A4[0] - 24 * mm, 12 * mm, f"Side {canvas.getPageNumber()}")


def _short(day: str) -> str:
    return "-".join(reversed(day.split("-")))


def _long(day: str) -> str:
    return spoken(date.fromisoformat(day))


def _weekday(day: str) -> str:
    return _DAYS[date.fromisoformat(day).weekday()].capitalize()
