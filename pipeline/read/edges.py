"""Where the lines of a column begin and end, once running heads and side blocks are out of the way."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from pipeline.read.shapes import Line

_INDENT = 10.0
_GAP = 10.0


def set_edges(lines: Sequence[Line], width: float) -> list[Line]:
    """The lines of one page's body with the edges of their columns; an indented stack has an edge of its own."""
    several = len({line.column for line in lines if not line.aside}) > 1
    boxes = [line for line in lines if line.aside]
    edged: list[Line] = []
    for _, group in groupby(lines, key=lambda line: line.column):
        column = list(group)
        left = min(line.x0 for line in column)
        right = _right_edge([line.x1 for line in column], left)
        if not several and not _wraps(column, right):
            # No line shows where the text ends: as far from the edge of the paper as it begins.
            right = max(right, width - left)
        for stack in _stacks(column):
            own = max(line.x1 for line in stack)
            indented = len(stack) >= 3 and stack[0].x0 > left + _INDENT and _wraps(stack, own)
            edge = own if indented and own < right - _INDENT else max(right, own if len(stack) == 1 else right)
            edged += [replace(line, left=left, right=_beside(line, boxes, edge)) for line in stack]
    # Column 0 is that of a page with one column: its short lines may borrow the paper's own edge.
    return [replace(line, column=line.column + 1) for line in edged] if several else edged


def _wraps(column: Sequence[Line], right: float) -> bool:
    """Whether two lines or more end near the edge and go on in lower case below."""
    pairs = pairwise(column)
    near = (a.x1 > right - 0.12 * (right - a.left) and b.text[:1].islower() for a, b in pairs)
    return sum(near) >= 2


def _beside(line: Line, boxes: Sequence[Line], edge: float) -> float:
    """The edge of a line; one that stands beside a box ends before it."""
    reach = 1.5 * line.size
    near = [
        b.x0
        for b in boxes
        if not line.aside and b.top - reach < line.bottom and b.bottom + reach > line.top and b.x0 > line.x1
    ]
    return min([edge, *(x - _GAP for x in near)])


def _right_edge(ends: Sequence[float], left: float) -> float:
    """The widest end that at least three lines come near to, else the widest."""
    ordered = sorted(ends, reverse=True)
    for end in ordered:
        if sum(end - 0.1 * (end - left) < e <= end for e in ordered) >= 3:
            return end
    return ordered[0]


def _stacks(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines that stand under each other with one left edge and one size."""
    stack: list[Line] = []
    for line in lines:
        if stack and (abs(line.x0 - stack[-1].x0) > 3 or abs(line.size - stack[-1].size) > 0.6):
            yield stack
            stack = []
        stack.append(line)
    if stack:
        yield stack
