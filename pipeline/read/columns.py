"""What stands beside what on a page: columns of text, a side block of labels, a box beside the text, or one line."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from statistics import median

from pipeline.read.rows import Row, Segment

GUTTER = 8.0
_SIDE_VALUE = re.compile(  # a date, a phone number, an address, a label with its value, a case number, a town
    r"\d{2}[-./]\d{2}[-./]\d{2,4}|\d{1,2}\.\s?[a-zæøå]+\s+\d{4}|\d{4}[- ]\d{4}"
    r"|@|www\.|:\s*\S|\d{4}-\d{4,}|\b\d{4}\s[A-ZÆØÅ]"
)
_NAME = re.compile(r"(?:[A-ZÆØÅ][\w.'’-]+ )+\(?[A-ZÆØÅ]")


class Beside(Enum):
    """What a gutter parts: columns, a side block on the left or right, a box on the right."""

    COLUMNS = "columns"
    LEFT = "left"
    RIGHT = "right"
    BOX = "box"


@dataclass(frozen=True, slots=True)
class Parted:
    """Two groups of segments on either side of a gutter, and the rows they stand on."""

    left: Sequence[Segment]
    right: Sequence[Segment]
    rows: Sequence[Row]
    width: float
    bullets: frozenset[str]

    def judge(self) -> Beside | None:
        """What they are to each other; None when each row is one line."""
        if self._lists():
            return Beside.COLUMNS
        if min(s.x0 for s in self.right) > 0.5 * self.width and self._is_side(self.right, self.left):
            return Beside.RIGHT
        if max(s.x1 for s in self.left) < 0.4 * self.width and self._is_side(self.left, self.right):
            return Beside.LEFT
        if self._is_box():
            return Beside.BOX
        if self._are_prose() or self._is_roll():
            return Beside.COLUMNS
        return None

    def _are_prose(self) -> bool:
        """Running text on both sides; on one it may be short, as where the last page of a paper ends."""
        sides = sorted((self.left, self.right), key=len)
        if not _is_prose(sides[1]):
            return False
        short = len(sides[0]) >= 2 and median(len(s.words) for s in sides[0]) >= 4
        alike = abs(median(s.size for s in self.left) - median(s.size for s in self.right)) < 0.5
        return _is_prose(sides[0]) or (short and alike)

    def _lists(self) -> bool:
        """Whether bullets open lines on both sides, each at a place of its own."""
        left, right = (self._bullets(side) for side in (self.left, self.right))
        return min(len(left), len(right)) >= 2 and max(left) - min(left) < 4 and max(right) - min(right) < 4

    def _bullets(self, side: Sequence[Segment]) -> list[float]:
        return [s.x0 for s in side if len(s.words) > 1 and s.words[0].text in self.bullets]

    def _is_side(self, block: Sequence[Segment], text: Sequence[Segment]) -> bool:
        """A narrow block of labels and values beside a text that is wider, or larger, and holds no labels itself."""
        if _extent(block) > 0.36 * self.width or len(block) > 25 or self._bullets(block):
            return False
        told = sum(bool(_SIDE_VALUE.search(" ".join(w.text for w in s.words))) for s in block)
        labels = sum(s.words[-1].text.endswith(":") for s in text)
        if told < max(1, 0.3 * len(block)) or labels >= 0.3 * len(text):
            return False
        if min(s.size for s in text) >= max(s.size for s in block) + 3:
            # Beside nothing but a title.
            return len(block) >= 2
        wide = [s for s in text if len(s.words) >= 5]
        return len(wide) >= 2 and _extent(text) >= 1.3 * _extent(block)

    def _is_box(self) -> bool:
        """A box beside running text: lines of another size, two or more, clear of the text."""
        gap = min(s.x0 for s in self.right) - max(s.x1 for s in self.left)
        if min(len(self.left), len(self.right)) < 2 or gap < 10:
            return False
        sizes = [median(s.size for s in side) for side in (self.left, self.right)]
        words = [median(len(s.words) for s in side) for side in (self.left, self.right)]
        return abs(sizes[0] - sizes[1]) >= 0.7 and min(words) >= 4

    def _is_roll(self) -> bool:
        """Two columns of names: no labels, no numbers, each row with one segment a side at most."""
        if min(len(self.left), len(self.right)) < 3 or any(len(r.segments) > 2 for r in self.rows):
            return False
        texts = [" ".join(w.text for w in s.words) for s in (*self.left, *self.right)]
        names = sum(bool(_NAME.match(t)) and not t.endswith(":") for t in texts)
        aligned = all(max(s.x0 for s in side) - min(s.x0 for s in side) < 12 for side in (self.left, self.right))
        return aligned and names >= 0.65 * len(texts)


def _extent(segments: Sequence[Segment]) -> float:
    return max(s.x1 for s in segments) - min(s.x0 for s in segments)


def _is_prose(segments: Sequence[Segment]) -> bool:
    """Lines of running text: at least four, of several words, most of which fill their column."""
    if len(segments) < 4 or median(len(s.words) for s in segments) < 4:
        return False
    right = max(s.x1 for s in segments)
    full = sum(s.x1 > right - 0.2 * _extent(segments) for s in segments)
    return full >= 0.45 * len(segments)
