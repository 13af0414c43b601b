"""How a paper is set: its body type, its leading, where its lines end; and what follows for two lines."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.read.shapes import Line

_ENDS = (".", "!", "?", ":", ";")


@dataclass(frozen=True, slots=True)
class Style:
    """The looks of running text. `leading` is the distance of two lines of a paragraph by their size."""

    size: float
    bold: bool
    italic: bool
    leading: float
    left: float
    right: float

    def full(self, line: Line, following: Line) -> bool:
        """Whether the first word of the following line had no room left on this one."""
        first = following.words[0]
        return self.edge(line) - line.x1 < (first.x1 - first.x0) + 0.25 * line.size

    def edge(self, line: Line) -> float:
        """Where the column of a line ends; a column of few short lines borrows the paper's own edge."""
        narrow = line.right - line.left < 0.72 * (self.right - self.left)
        # An indented stack has an edge of its own, which `set_edges` found.
        same_column = abs(line.left - self.left) < 40 and line.x0 < line.left + 10
        return self.right if narrow and same_column and not line.side and line.column == 0 else line.right

    def close(self, line: Line, following: Line) -> bool:
        """Whether two lines stand at the distance of lines of one paragraph."""
        if following.page != line.page or following.column != line.column:
            return False
        distance = following.bottom - line.bottom
        return 0 < distance <= 1.28 * self.leading * max(line.size, following.size)

    def distinct(self, line: Line) -> bool:
        """Whether a line is larger or heavier than running text, or underlined as a whole."""
        return (
            line.size >= self.size + 0.8 or (line.bold and not self.bold) or (line.underlined and len(line.text) <= 110)
        )


def find_style(lines: Sequence[Line]) -> Style:
    """The style that most letters of the lines have."""
    weight: Counter[tuple[float, bool, bool]] = Counter()
    for line in lines:
        weight[line.style] += len(line.text)
    (size, bold, italic), _ = weight.most_common(1)[0] if weight else ((10.0, False, False), 0)
    main = [line for line in lines if not line.side and abs(line.size - size) < 0.8]
    right = _common(sorted((line.right for line in main if line.parts == 1), reverse=True), default=500.0)
    left = _common(sorted(line.left for line in main), default=70.0)
    return Style(size=size, bold=bold, italic=italic, leading=_leading(main), left=left, right=right)


def _common(values: Sequence[float], *, default: float) -> float:
    rounded = Counter(round(v) for v in values)
    return float(rounded.most_common(1)[0][0]) if rounded else default


def _leading(lines: Sequence[Line]) -> float:
    steps: Counter[float] = Counter()
    for line, following in pairwise(lines):
        if line.page == following.page and line.column == following.column and line.size == following.size:
            step = round((following.bottom - line.bottom) / line.size, 1)
            if 0.9 <= step <= 2.5 and line.x1 > line.left + 0.6 * (line.right - line.left):
                steps[step] += 1
    return steps.most_common(1)[0][0] if steps else 1.3


def ends_sentence(text: str) -> bool:
    """Whether a text ends with the mark of a sentence, quotes and brackets aside."""
    return text.rstrip("\"'”»“’)] ").endswith(_ENDS)
