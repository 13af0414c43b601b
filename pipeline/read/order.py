"""The order in which a page is read: columns, side blocks, boxes, and the lines that cross the page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from pipeline.read.columns import GUTTER, Beside, Parted
from pipeline.read.rows import Row, Segment
from pipeline.read.shapes import Line

_MOST_ROWS = 400


@dataclass(frozen=True, slots=True)
class _Run:
    first: int
    last: int
    gutter: float
    beside: Beside


@dataclass(frozen=True, slots=True)
class _Group:
    """Rows of one column; `side` for a block of labels, `aside` for a box that the text runs past."""

    rows: Sequence[Row]
    side: bool = False
    aside: bool = False


def read_order(rows: Sequence[Row], *, page: int, width: float, bullets: frozenset[str]) -> list[Line]:
    """The lines of a page in reading order. Columns are read one after the other; a side block is marked `side`.

    A page of more than 400 rows is read row by row: no layout of a council's paper has so many.
    """
    groups = _columns(list(rows), width, bullets) if len(rows) <= _MOST_ROWS else iter([_Group(rows)])
    lines = [line for number, group in enumerate(groups) for line in _lines(group, page, width, number)]
    beside = sorted((line for line in lines if line.side), key=lambda line: (line.x0 > width / 2, line.top))
    text = [line for line in lines if not line.side and not line.aside]
    for _, group in groupby((line for line in lines if line.aside), key=lambda line: line.column):
        # A box comes whole, where it begins; the text around it knows how to run past it.
        box = list(group)
        where = next((n for n, t in enumerate(text) if t.top >= box[0].top - 2 and not t.aside), len(text))
        text[where:where] = box
    return beside + text


def _columns(rows: list[Row], width: float, bullets: frozenset[str]) -> Iterator[_Group]:
    """Groups of rows, each of one column, in reading order."""
    run = _find_run(rows, width, bullets)
    if run is None:
        if rows:
            yield _Group(rows)
        return
    inside = rows[run.first : run.last + 1]
    left = [r for r in (_part(row, run.gutter, left=True) for row in inside) if r]
    right = [r for r in (_part(row, run.gutter, left=False) for row in inside) if r]
    if run.beside is not Beside.COLUMNS:
        # A block beside the text stops nothing: the text goes on above and below.
        block, text = (left, right) if run.beside is Beside.LEFT else (right, left)
        box = run.beside is Beside.BOX
        yield _Group(block, side=not box, aside=box)
        yield from _columns(rows[: run.first] + text + rows[run.last + 1 :], width, bullets)
        return
    for part in (rows[: run.first], left, right, rows[run.last + 1 :]):
        yield from _columns(part, width, bullets)


def _part(row: Row, gutter: float, *, left: bool) -> Row | None:
    segments = tuple(s for s in row.segments if (s.x0 < gutter) is left)
    return Row(segments) if segments else None


def _find_run(rows: Sequence[Row], width: float, bullets: frozenset[str]) -> _Run | None:
    """The longest run of rows that a gutter parts into two columns, or a text and a block beside it."""
    best: _Run | None = None
    for first in range(len(rows)):
        if best is not None and len(rows) - first <= best.last - best.first:
            break
        for gutter in _gutters(rows, first):
            last = _reach(rows, first, gutter)
            if best is not None and last - first <= best.last - best.first:
                continue
            beside = _judge(rows[first : last + 1], gutter, width, bullets)
            if beside is not None and (best is None or last - first > best.last - best.first):
                best = _Run(first, last, gutter, beside)
    return best


def _gutters(rows: Sequence[Row], first: int) -> list[float]:
    """Places between two segments of rows near `first`, the first row among them."""
    near = [s for row in rows[first : first + 3] for s in row.segments]
    own = rows[first].segments
    found = set()
    for a in near:
        for b in near:
            if b.x0 - a.x1 >= GUTTER and (a in own or b in own) and abs(a.top - b.top) < 3 * max(a.size, b.size):
                found.add(round(b.x0 - GUTTER / 2, 1))
    return sorted(found)


def _reach(rows: Sequence[Row], first: int, gutter: float) -> int:
    """The last row that no segment of crosses the gutter, with no hole of five lines above it."""
    last = first
    for n in range(first, len(rows)):
        row = rows[n]
        if any(s.x0 < gutter + GUTTER / 2 - 0.5 and s.x1 > gutter - GUTTER / 2 + 0.5 for s in row.segments):
            break
        if n > first and row.top - rows[n - 1].bottom > 5 * (row.bottom - row.top):
            break
        last = n
    return last


def _judge(rows: Sequence[Row], gutter: float, width: float, bullets: frozenset[str]) -> Beside | None:
    left = [s for r in rows for s in r.segments if s.x0 < gutter]
    right = [s for r in rows for s in r.segments if s.x0 >= gutter]
    return Parted(left, right, rows, width, bullets).judge() if left and right else None


def _lines(group: _Group, page: int, width: float, column: int) -> Iterator[Line]:
    left = min(s.x0 for r in group.rows for s in r.segments)
    right = max(r.segments[-1].x1 for r in group.rows)
    for row in group.rows:
        text, label = _apart(row, width)
        for segments, side in ((label, True), (text, group.side)):
            if segments:
                yield Line(
                    words=tuple(w for s in segments for w in s.words),
                    page=page,
                    left=left,
                    right=right,
                    parts=len(segments),
                    side=side,
                    aside=group.aside,
                    column=column,
                )


def _apart(row: Row, width: float) -> tuple[Sequence[Segment], Sequence[Segment]]:
    """A line, and what stands on its height in much smaller type at the right of the page."""
    for n in range(1, len(row.segments)):
        before, after = row.segments[n - 1], row.segments[n]
        if after.x0 > 0.55 * width and before.size >= after.size + 3 and after.x0 - before.x1 > 2 * after.size:
            return row.segments[:n], row.segments[n:]
    return row.segments, ()
