"""The order in which a page is read: columns, side blocks, and the lines that cross the page."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from pipeline.read.rows import Row, Segment
from pipeline.read.shapes import Line

_GUTTER = 8.0
_SIDE_VALUE = re.compile(  # a date, a phone number, an address, a label with its value, a case number, a town
    r"\d{2}[-./]\d{2}[-./]\d{2,4}|\d{1,2}\.\s?[a-zæøå]+\s+\d{4}|\d{4}[- ]\d{4}"
    r"|@|www\.|:\s*\S|\d{4}-\d{4,}|\b\d{4}\s[A-ZÆØÅ]"
)


@dataclass(frozen=True, slots=True)
class _Run:
    first: int
    last: int
    gutter: float
    side: str | None


def read_order(rows: Sequence[Row], *, page: int, width: float) -> list[Line]:
    """The lines of a page in reading order. Columns are read one after the other; a side block is marked `side`."""
    lines: list[Line] = []
    for number, (segments_rows, side) in enumerate(_columns(list(rows), width)):
        lines += _lines(segments_rows, page, side, number)
    return lines


def _columns(rows: list[Row], width: float) -> Iterator[tuple[list[Row], bool]]:
    """Groups of rows, each of one column, in reading order, with whether the group is a side block."""
    run = _find_run(rows, width)
    if run is None:
        if rows:
            yield rows, False
        return
    inside = rows[run.first : run.last + 1]
    left = [r for r in (_part(row, run.gutter, left=True) for row in inside) if r]
    right = [r for r in (_part(row, run.gutter, left=False) for row in inside) if r]
    if run.side is not None:
        # A side block stops nothing: the text beside it goes on above and below.
        block, text = (left, right) if run.side == "left" else (right, left)
        yield block, True
        yield from _columns(rows[: run.first] + text + rows[run.last + 1 :], width)
        return
    if run.first:
        yield from _columns(rows[: run.first], width)
    yield from _columns(left, width)
    yield from _columns(right, width)
    yield from _columns(rows[run.last + 1 :], width)


def _part(row: Row, gutter: float, *, left: bool) -> Row | None:
    segments = tuple(s for s in row.segments if (s.x0 < gutter) is left)
    return Row(segments) if segments else None


def _find_run(rows: Sequence[Row], width: float) -> _Run | None:
    """The longest run of rows that a gutter parts into two columns or a text and its side block."""
    best: _Run | None = None
    for first in range(len(rows)):
        if best is not None and len(rows) - first <= best.last - best.first:
            break
        for gutter in _gutters(rows, first):
            last = _reach(rows, first, gutter)
            if best is not None and last - first <= best.last - best.first:
                continue
            run = _judge(rows, first, last, gutter, width)
            if run is not None and (best is None or run.last - run.first > best.last - best.first):
                best = run
    return best


def _gutters(rows: Sequence[Row], first: int) -> list[float]:
    """Places between two segments of rows near `first`, the first row among them."""
    near = [s for row in rows[first : first + 3] for s in row.segments]
    own = rows[first].segments
    found = set()
    for a in near:
        for b in near:
            if b.x0 - a.x1 >= _GUTTER and (a in own or b in own) and abs(a.top - b.top) < 3 * max(a.size, b.size):
                found.add(round(b.x0 - _GUTTER / 2, 1))
    return sorted(found)


def _reach(rows: Sequence[Row], first: int, gutter: float) -> int:
    """The last row that no segment of crosses the gutter, with no hole of five lines above it."""
    last = first
    for n in range(first, len(rows)):
        row = rows[n]
        if any(s.x0 < gutter + _GUTTER / 2 - 0.5 and s.x1 > gutter - _GUTTER / 2 + 0.5 for s in row.segments):
            break
        if n > first and row.top - rows[n - 1].bottom > 5 * (row.bottom - row.top):
            break
        last = n
    return last


def _judge(rows: Sequence[Row], first: int, last: int, gutter: float, width: float) -> _Run | None:
    inside = rows[first : last + 1]
    left = [s for r in inside for s in r.segments if s.x0 < gutter]
    right = [s for r in inside for s in r.segments if s.x0 >= gutter]
    if not left or not right:
        return None
    if _is_side(right, left, width) and min(s.x0 for s in right) > 0.5 * width:
        return _Run(first, last, gutter, "right")
    if _is_side(left, right, width) and max(s.x1 for s in left) < 0.4 * width:
        return _Run(first, last, gutter, "left")
    if _is_prose(left) and _is_prose(right):
        return _Run(first, last, gutter, None)
    if _is_roll(left, right, inside, gutter):
        return _Run(first, last, gutter, None)
    return None


def _extent(segments: Sequence[Segment]) -> float:
    return max(s.x1 for s in segments) - min(s.x0 for s in segments)


def _is_prose(segments: Sequence[Segment]) -> bool:
    """Lines of running text: at least four, of several words, most of which fill their column."""
    if len(segments) < 4 or median(len(s.words) for s in segments) < 4:
        return False
    right = max(s.x1 for s in segments)
    full = sum(s.x1 > right - 0.2 * _extent(segments) for s in segments)
    return full >= 0.45 * len(segments)


def _is_side(block: Sequence[Segment], text: Sequence[Segment], width: float) -> bool:
    """A narrow block of labels and values beside a text that is wider and is none itself."""
    if _extent(block) > 0.36 * width or len(block) > 25 or _extent(text) < 1.3 * _extent(block):
        return False
    told = sum(bool(_SIDE_VALUE.search(" ".join(w.text for w in s.words))) for s in block)
    labels = sum(s.words[-1].text.endswith(":") for s in text)
    wide = [s for s in text if len(s.words) >= 5]
    return told >= max(1, 0.3 * len(block)) and labels < 0.3 * len(text) and len(wide) >= 2


def _is_roll(left: Sequence[Segment], right: Sequence[Segment], rows: Sequence[Row], gutter: float) -> bool:
    """Two columns of names: no labels, no numbers, each row with one segment a side at most."""
    if min(len(left), len(right)) < 3 or any(len(r.segments) > 2 for r in rows):
        return False
    texts = [" ".join(w.text for w in s.words) for s in (*left, *right)]
    names = sum(bool(re.match(r"(?:[A-ZÆØÅ][\w.'’-]+ )+\(?[A-ZÆØÅ]", t)) and not t.endswith(":") for t in texts)
    return names >= 0.8 * len(texts)


def _lines(rows: Sequence[Row], page: int, side: bool, column: int) -> list[Line]:
    left = min(s.x0 for r in rows for s in r.segments)
    right = max(r.segments[-1].x1 for r in rows)
    return [
        Line(
            words=tuple(w for s in row.segments for w in s.words),
            page=page,
            left=left,
            right=right,
            parts=len(row.segments),
            side=side,
            column=column,
        )
        for row in rows
    ]
