"""A paper as it is read: one frozen text in passages, every letter of which knows its place on the page."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from pipeline.model.place import Box, Span


class PassageKind(StrEnum):
    """What a passage is on the page."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TABLE = "table"
    CAPTION = "caption"
    QUOTE = "quote"
    LETTERHEAD = "letterhead"
    FURNITURE = "furniture"


class PageState(StrEnum):
    """How a page ended."""

    TEXT = "text"
    OCR = "ocr"
    EMPTY = "empty"
    FAILED = "failed"


class PaperStatus(StrEnum):
    """How a paper ended."""

    OK = "ok"
    PARTIAL = "partial"
    FAILED = "failed"
    DUPLICATE = "duplicate"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True)
class Place:
    """Where characters `start`..`end` of a passage are printed: a piece of one line of one page.

    `edges` are the x coordinates between the characters, `end - start + 1` of them.
    """

    start: int
    end: int
    page: int
    top: float
    bottom: float
    edges: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a ruled table: row and column from 0, its span of the passage's text, its box."""

    row: int
    col: int
    start: int
    end: int
    box: Box


@dataclass(frozen=True, slots=True)
class Hyperlink:
    """An address behind characters `start`..`end`. Untrusted: shown as text, never opened."""

    start: int
    end: int
    uri: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A title, heading, paragraph, list item, table … with its text and the place of each letter.

    `level` is the depth of a heading by its looks, or of a list item (1 = outermost), else None.
    `marker` counts the letters of an item's bullet or number with the space after it.
    """

    passage_id: str
    order: int
    kind: PassageKind
    level: int | None
    text: str
    page: int
    boxes: tuple[Box, ...]
    places: tuple[Place, ...]
    marker: int = 0
    cells: tuple[Cell, ...] = ()
    links: tuple[Hyperlink, ...] = ()

    def span(self, start: int | None = None, end: int | None = None) -> Span:
        """The span of characters `start`..`end`; without them the whole text, an item less its bullet."""
        start = self.marker if start is None else start
        end = len(self.text) if end is None else end
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"span {start}:{end} outside passage {self.passage_id} of {len(self.text)} letters")
        return Span(self.passage_id, start, end, self.text[start:end])

    def boxes_of(self, start: int, end: int) -> tuple[Box, ...]:
        """The boxes of characters `start`..`end`, one for each printed line they stand on."""
        lines: dict[tuple[int, float, float], Box] = {}
        for place in self.places:
            a, b = max(start, place.start), min(end, place.end)
            if a >= b:
                continue
            box = Box(place.page, place.edges[a - place.start], place.top, place.edges[b - place.start], place.bottom)
            key = (place.page, round(place.bottom / 3), 0)
            old = lines.get(key)
            lines[key] = box if old is None else _union(old, box)
        return tuple(lines.values())


def _union(a: Box, b: Box) -> Box:
    return Box(a.page, min(a.x0, b.x0), min(a.top, b.top), max(a.x1, b.x1), max(a.bottom, b.bottom))


@dataclass(frozen=True, slots=True)
class Page:
    """One page and how it was read; `words` counts the printed words that stand in the passages."""

    number: int
    state: PageState
    reason: str | None
    words: int
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Document:
    """A paper after reading. `path` is below the raw folder, with `/`; a failed paper has no passages."""

    document_id: str
    path: str
    sha256: str | None
    status: PaperStatus
    reason: str | None
    pages: tuple[Page, ...] = ()
    passages: tuple[Passage, ...] = ()
    duplicate_of: str | None = None

    def body(self) -> Iterator[Passage]:
        """The passages that are the paper's own words: all but furniture."""
        return (p for p in self.passages if p.kind is not PassageKind.FURNITURE)
