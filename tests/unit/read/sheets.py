"""Pages set by hand: lines of text with their looks, as the words a PDF would give, or as a PDF."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from pipeline.model.document import Document
from pipeline.read.pdf import Grid, RawPage
from pipeline.read.shapes import Word

WIDTH, HEIGHT = 595.0, 842.0
LEFT, RIGHT = 70.0, 525.0


@dataclass(frozen=True)
class Line:
    """A printed line: pieces of text, each at its own x; `full` stretches its spaces until it ends at `right`."""

    pieces: tuple[tuple[float, str], ...]
    size: float = 11
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    full: bool = False
    right: float = RIGHT
    uri: str | None = None
    top: float | None = None

    @property
    def font(self) -> str:
        if self.bold:
            return "Helvetica-BoldOblique" if self.italic else "Helvetica-Bold"
        return "Helvetica-Oblique" if self.italic else "Helvetica"

    def stretch(self) -> float:
        """Points that each space is wider than the font has it."""
        x, text = self.pieces[-1]
        spaces = text.count(" ")
        return (self.right - x - stringWidth(text, self.font, self.size)) / spaces if self.full and spaces else 0.0


@dataclass(frozen=True)
class Gap:
    """White space down the page."""

    points: float


@dataclass(frozen=True)
class Sheet:
    """A page with all its lines placed."""

    lines: tuple[Line, ...]
    grids: tuple[Grid, ...] = ()
    images: int = 0
    width: float = WIDTH
    height: float = HEIGHT


def line(text, x=LEFT, **looks) -> Line:
    """One printed line; three spaces in the text are a wide gap of 40 points."""
    pieces, at = [], x
    draft = Line(((x, text),), **looks)
    for part in text.split("   "):
        pieces.append((at, part.strip()))
        at += stringWidth(part.strip(), draft.font, draft.size) + 40
    return replace(draft, pieces=tuple(pieces))


def bold(text, x=LEFT, **looks) -> Line:
    """A bold line."""
    return line(text, x, bold=True, **looks)


def big(text, x=LEFT, size=18, **looks) -> Line:
    """A bold line in large type: a title."""
    return line(text, x, size=size, bold=True, **looks)


def italic(text, x=LEFT, **looks) -> Line:
    """A slanted line."""
    return line(text, x, italic=True, **looks)


def full(text, x=LEFT, **looks) -> Line:
    """A line set out to the right edge, as in justified text."""
    return line(text, x, full=True, **looks)


def gap(points=14.0) -> Gap:
    """Room between two blocks."""
    return Gap(points)


def ending(text) -> Line:
    """A line of running text set out to the right edge, with `text` as its end."""
    lead = _LEAD.split()
    for count in range(len(lead), 0, -1):
        whole = " ".join([*lead[:count], text])
        if stringWidth(whole, "Helvetica", 11) <= RIGHT - LEFT:
            return full(whole)
    raise ValueError(f"no line is long enough for {text!r}")


def at(top, printed: Line) -> Line:
    """A line at its own height, outside the flow."""
    return replace(printed, top=top)


def para(text, x=LEFT, right=RIGHT, **looks) -> list[Line]:
    """A text broken into lines that fit between `x` and `right`."""
    lines: list[str] = []
    font = line("x", **looks)
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and stringWidth(longer, font.font, font.size) <= right - x:
            lines[-1] = longer
        else:
            lines.append(word)
    return [replace(line(t, x, **looks), right=right) for t in lines]


PROSE = (
    "Udvalget drøftede sagen på mødet og hørte om arbejdet i de enkelte områder. Der var enighed om at fortsætte "
    "indsatsen i hele perioden, så erfaringerne kan samles op. Forvaltningen vender tilbage med en plan for det videre "
    "forløb, når de lokale aftaler er på plads, og medlemmerne har haft lejlighed til at komme med bemærkninger."
)
_LEAD = "Formanden lagde på sit seneste møde i foråret vægt på de tilbud, som er på vej i byerne,"
_WHO = ["Rådet", "Formanden", "En gruppe borgere", "Sekretariatet", "Flere medlemmer", "Foreningerne", "Den nye leder"]
_DID = ["talte om", "gjorde opmærksom på", "lagde vægt på", "efterlyste", "fortalte om", "bad om en plan for"]
_WHAT = [
    "værestederne i de mindre byer", "samarbejdet mellem læger og hjemmepleje", "transporten til hospitalet",
    "åbningstiderne om sommeren", "de unge uden fast bolig", "kontakten til de pårørende", "vejen ind i systemet",
    "tandplejen", "brugen af digital post", "de frivilliges vilkår", "økonomien i de nye tilbud",
]  # fmt: skip
_WHY = ["fordi behovet vokser", "så ingen bliver glemt", "inden aftalen udløber", "når budgettet er på plads", "i år"]


def prose(n, sentences=4) -> str:
    """Running text that is another for each `n`."""
    told = range(n * sentences, (n + 1) * sentences)
    return " ".join(f"{_WHO[k % 7]} {_DID[k % 6]} {_WHAT[k * 3 % 11]}, {_WHY[k % 5]}." for k in told)


def page(*elements, top=90.0, **rest) -> Sheet:
    """A page with the elements below each other, from `top`; placed lines stand where they are."""
    placed: list[Line] = []
    for element in _flat(elements):
        if isinstance(element, Gap):
            top += element.points
        elif element.top is not None:
            placed.append(element)
        else:
            placed.append(replace(element, top=top))
            top += 1.25 * element.size
    sheet = Sheet(tuple(placed), **rest)
    if any(p.top is not None and p.top > sheet.height for p in placed):
        raise ValueError("the page is full")
    return sheet


def _flat(elements) -> Iterator[Line | Gap]:
    for element in elements:
        if isinstance(element, Line | Gap):
            yield element
        else:
            yield from _flat(element)


def words(printed: Line) -> list[Word]:
    """The words of a placed line, with the x coordinates between their letters."""
    found = []
    assert printed.top is not None
    for x, text in printed.pieces:
        widths = [stringWidth(c, printed.font, printed.size) + (printed.stretch() if c == " " else 0) for c in text]
        edges = tuple(accumulate(widths, initial=x))
        start = 0
        for word in text.split(" "):
            end = start + len(word)
            if word:
                found.append(
                    Word(
                        text=word,
                        edges=edges[start : end + 1],
                        top=printed.top,
                        bottom=printed.top + printed.size,
                        size=printed.size,
                        bold=printed.bold,
                        italic=printed.italic,
                        underlined=printed.underlined,
                        uri=printed.uri,
                    )
                )
            start = end + 1
    return found


def raw(sheets: Sequence[Sheet]) -> list[RawPage]:
    """The pages as the PDF library would hand them over."""
    return [
        RawPage(
            number=n,
            width=sheet.width,
            height=sheet.height,
            words=tuple(w for printed in sheet.lines for w in words(printed)),
            grids=sheet.grids,
            images=sheet.images,
        )
        for n, sheet in enumerate(sheets, start=1)
    ]


def pdf(*sheets: Sheet) -> bytes:
    """The pages as a PDF; the same pages give the same bytes."""
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    for sheet in sheets:
        canvas.setPageSize((sheet.width, sheet.height))
        for printed in sheet.lines:
            _draw(canvas, printed, sheet.height)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _draw(canvas: Canvas, printed: Line, height: float) -> None:
    assert printed.top is not None
    base = height - printed.top - 0.8 * printed.size
    canvas.setFont(printed.font, printed.size)
    for x, text in printed.pieces:
        canvas.drawString(x, base, text, wordSpace=printed.stretch())
        end = x + stringWidth(text, printed.font, printed.size)
        if printed.underlined:
            canvas.line(x, base - 1.5, end, base - 1.5)
        if printed.uri is not None:
            canvas.linkURL(printed.uri, (x, base - 2, end, base + printed.size))


def told(document: Document) -> list[str]:
    """The passages as `kind: text`."""
    return [f"{p.kind}: {p.text}" for p in document.passages]


def kinds(document: Document) -> dict[str, str]:
    """From the text of each passage to its kind."""
    return {p.text: str(p.kind) for p in document.passages}
