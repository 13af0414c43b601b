"""Ruled tables: which words stand in which cell."""

from collections.abc import Sequence

from pipeline.read.markers import read_marker
from pipeline.read.pdf import Grid, RawPage
from pipeline.read.rows import find_rows
from pipeline.read.shapes import Line, Ruled, RuledCell, Word

_SLACK = 1.5


def take_tables(
    page: RawPage, *, above: Sequence[Line | Ruled], bullets: frozenset[str]
) -> tuple[list[Ruled], list[Word]]:
    """The ruled tables of a page with their words, and the words that stand in none of them.

    A single row is a table when it has the columns of the last table of the page before (`above`).
    """
    last = next((e for e in reversed(above) if isinstance(e, Ruled)), None)
    rest = list(page.words)
    tables: list[Ruled] = []
    for grid in page.grids:
        table, taken = _table(grid, rest, page.number, last if not tables else None, bullets)
        if table is not None:
            tables.append(table)
            rest = [w for w in rest if id(w) not in taken]
    return tables, rest


def _table(
    grid: Grid, words: Sequence[Word], page: int, last: Ruled | None, bullets: frozenset[str]
) -> tuple[Ruled | None, set[int]]:
    cells = []
    taken: set[int] = set()
    for r, row in enumerate(grid.rows):
        for c, box in enumerate(row):
            if box is None:
                continue
            inside = [w for w in words if id(w) not in taken and _inside(w, box)]
            taken |= {id(w) for w in inside}
            cells.append(RuledCell(r, c, *box, lines=_cell_lines(inside, page, bullets)))
    filled = [c for c in cells if c.lines]
    if not (_is_table(filled, bullets) or (last is not None and _edges(cells) == _edges(last.cells))):
        return None, set()
    left, right = min(c.x0 for c in cells), max(c.x1 for c in cells)
    top, bottom = min(c.top for c in cells), max(c.bottom for c in cells)
    return Ruled(page=page, top=top, bottom=bottom, x0=left, x1=right, cells=tuple(cells)), taken


def _edges(cells: Sequence[RuledCell]) -> set[int]:
    """Where the columns of a table begin, to four points."""
    return {round(c.x0 / 4) for c in cells}


def _is_table(filled: Sequence[RuledCell], bullets: frozenset[str]) -> bool:
    """Two rows and two columns with text in them; a frame around running text is no table."""
    if len({c.col for c in filled}) < 2 or len({c.row for c in filled}) < 2:
        return False
    first = min(c.col for c in filled)
    if all(_is_marked(c, bullets) for c in filled if c.col == first):
        # A list that was set in a table: `A)` in one cell, its text in the next.
        return False
    beside = {row: [c for c in filled if c.row == row] for row in {c.row for c in filled}}
    return sum(len(cells) >= 2 for cells in beside.values()) >= 0.5 * len(beside)


def _is_marked(cell: RuledCell, bullets: frozenset[str]) -> bool:
    words = [w.text for line in cell.lines for w in line.words]
    return len(words) == 1 and read_marker(words[0], bullets=bullets) is not None


def _inside(word: Word, box: tuple[float, float, float, float]) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return box[0] - _SLACK <= x <= box[2] + _SLACK and box[1] - _SLACK <= y <= box[3] + _SLACK


def _cell_lines(words: Sequence[Word], page: int, bullets: frozenset[str]) -> tuple[Line, ...]:
    if not words:
        return ()
    rows = find_rows(words, bullets=bullets)
    left, right = min(w.x0 for w in words), max(w.x1 for w in words)
    return tuple(Line(tuple(w for s in r.segments for w in s.words), page, left, right) for r in rows)
