"""Words of a page to rows of segments: what stands on one line, and the wide gaps in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.read.letters import join_spaced
from pipeline.read.markers import is_marker
from pipeline.read.shapes import Word


@dataclass(frozen=True, slots=True)
class Segment:
    """Words of one line with no wide gap between them."""

    words: tuple[Word, ...]

    @property
    def x0(self) -> float:
        """The left edge."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """The right edge."""
        return self.words[-1].x1

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
        """The size of the largest word."""
        return max(w.size for w in self.words)


@dataclass(frozen=True, slots=True)
class Row:
    """The segments that stand on one line, left to right."""

    segments: tuple[Segment, ...]

    @property
    def top(self) -> float:
        """The upper edge."""
        return min(s.top for s in self.segments)

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return max(s.bottom for s in self.segments)


_DASHES = frozenset("–—−-o§*·→")


def find_rows(words: Sequence[Word], *, bullets: frozenset[str]) -> list[Row]:
    """The rows of a page from top to bottom; a list marker stays with the text it marks."""
    return [_row(line, bullets) for line in _same_line(words)]


def _same_line(words: Sequence[Word]) -> Iterator[list[Word]]:
    line: list[Word] = []
    middle = height = 0.0
    for word in sorted(words, key=lambda w: ((w.top + w.bottom) / 2, w.x0)):
        centre = (word.top + word.bottom) / 2
        if line and centre - middle > 0.42 * min(height, word.bottom - word.top):
            yield line
            line = []
        if not line or word.bottom - word.top > height:
            height, middle = word.bottom - word.top, centre
        line.append(word)
    if line:
        yield line


def _row(words: Sequence[Word], bullets: frozenset[str]) -> Row:
    ordered = join_spaced(sorted(words, key=lambda w: (w.x0, w.top)))
    segments: list[list[Word]] = []
    for word in ordered:
        before = segments[-1][-1] if segments else None
        if before is None or not _together(segments[-1], before, word, bullets):
            segments.append([word])
            continue
        glued = word.x0 - before.x1 < 0.18 * min(word.size, before.size) and word.x0 >= before.x1 - 0.5 * word.size
        touches = word.x0 - before.x1 < 0.05 * min(word.size, before.size)
        one = glued and (touches or _one_word(before, word))
        segments[-1].append(replace(word, glued=True) if one else word)
    return Row(tuple(Segment(tuple(s)) for s in segments))


def _together(segment: Sequence[Word], before: Word, word: Word, bullets: frozenset[str]) -> bool:
    gap = word.x0 - before.x1
    if gap > 0.4 * word.size and word.text in bullets and word.text not in _DASHES:
        # A bullet in the middle of a line opens another column.
        return False
    if len(segment) == 1 and is_marker(before.text, bullets=bullets):
        return gap < 6 * word.size
    return gap <= 1.25 * max(word.size, before.size)


def _one_word(before: Word, word: Word) -> bool:
    """Two pieces without room between them are one word when only the font differs between them."""
    return (before.bold, before.italic, before.size) != (word.bold, word.italic, word.size) or word.text[0].isalnum()
