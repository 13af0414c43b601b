"""What the reader works on before the text is frozen: words and lines of a page, and blocks of lines."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.model.document import PassageKind


@dataclass(frozen=True, slots=True)
class Word:
    """A printed word: cleaned text, the x coordinates between its letters, and its looks.

    `glued` means that no space stands before it: the font changed inside a word.
    """

    text: str
    edges: tuple[float, ...]
    top: float
    bottom: float
    size: float
    bold: bool
    italic: bool
    underlined: bool = False
    glued: bool = False
    uri: str | None = None

    @property
    def x0(self) -> float:
        """The left edge."""
        return self.edges[0]

    @property
    def x1(self) -> float:
        """The right edge."""
        return self.edges[-1]


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one line of one column. `left` and `right` bound the column; `parts` counts wide gaps + 1.

    `side` marks a line of a side block, `aside` one of a box or footnote that the text runs past.
    """

    words: tuple[Word, ...]
    page: int
    left: float
    right: float
    parts: int = 1
    side: bool = False
    aside: bool = False
    column: int = 0

    @property
    def text(self) -> str:
        """The words with single spaces."""
        return join_words(self.words)

    @property
    def x0(self) -> float:
        """The left edge."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """The right edge."""
        return max(w.x1 for w in self.words)

    @property
    def top(self) -> float:
        """The upper edge."""
        return min(w.top for w in self.words)

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return max(w.bottom for w in self.words)

    @property
    def size(self) -> float:
        """The size in points of most of its letters."""
        return most(self.words, [w.size for w in self.words])

    @property
    def bold(self) -> bool:
        """Whether all its words with letters in them are bold."""
        return _all(self.words, [w.bold for w in self.words])

    @property
    def italic(self) -> bool:
        """Whether all its words with letters in them are slanted."""
        return _all(self.words, [w.italic for w in self.words])

    @property
    def underlined(self) -> bool:
        """Whether all its words are underlined, and none is a web link."""
        return all(w.underlined and w.uri is None for w in self.words)

    @property
    def style(self) -> tuple[float, bool, bool]:
        """Size, weight, slant: what headings of one level share."""
        return (round(self.size * 2) / 2, self.bold, self.italic)


@dataclass(frozen=True, slots=True)
class RuledCell:
    """A cell of a ruled table with the words in it."""

    row: int
    col: int
    x0: float
    top: float
    x1: float
    bottom: float
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Ruled:
    """A ruled table where it stands on its page."""

    page: int
    top: float
    bottom: float
    x0: float
    x1: float
    cells: tuple[RuledCell, ...]


@dataclass(slots=True)
class Block:
    """Lines that become one passage; still growing while the reader goes down the page."""

    kind: PassageKind
    lines: list[Line] = field(default_factory=list)
    level: int | None = None
    marker: int = 0
    table: Ruled | None = None

    @property
    def text(self) -> str:
        """The lines with single spaces."""
        return " ".join(line.text for line in self.lines)


def join_words(words: Sequence[Word]) -> str:
    """The words with single spaces, none before a glued one."""
    return "".join(("" if i == 0 or w.glued else " ") + w.text for i, w in enumerate(words))


def most(words: Sequence[Word], values: Sequence[float]) -> float:
    """The value most letters have."""
    weight: dict[float, int] = {}
    for word, value in zip(words, values, strict=True):
        weight[value] = weight.get(value, 0) + len(word.text)
    return max(weight.items(), key=lambda kv: (kv[1], kv[0]))[0]


def _all(words: Sequence[Word], flags: Sequence[bool]) -> bool:
    relevant = [f for w, f in zip(words, flags, strict=True) if any(c.isalnum() for c in w.text)]
    return bool(relevant) and all(relevant)
