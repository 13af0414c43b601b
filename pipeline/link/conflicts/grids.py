"""Tables as rows of figures: what the page breaks is one table again, and heads are told from rows."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from pipeline.link.conflicts.counts import Figure, read_figure, shows_number
from pipeline.model.document import Cell, Document, Passage, PassageKind

_YEARS = range(1990, 2100)
_INDENT = 3.0  # points: less is how a column is set


@dataclass(frozen=True)
class Row:
    """A row of a table: its cells by column."""

    passage: Passage
    cells: dict[int, Cell]

    def text(self, col: int) -> str:
        """What stands in a column."""
        cell = self.cells.get(col)
        return "" if cell is None else self.passage.text[cell.start : cell.end].strip()

    @cached_property
    def label(self) -> str:
        """The first words of the row that are no number."""
        texts = (self.text(col) for col in sorted(self.cells))
        return next((text for text in texts if text and not shows_number(text)), "")

    def figure(self, col: int) -> Figure | None:
        """The number in a column."""
        return read_figure(self.text(col))

    @property
    def has_numbers(self) -> bool:
        """Whether a number stands in the row."""
        return any(shows_number(self.text(col)) for col in self.cells)

    @property
    def only_years(self) -> bool:
        """Whether all numbers of the row may be years."""
        numbers = [self.text(col) for col in self.cells if shows_number(self.text(col))]
        return all(text.isdecimal() and int(text) in _YEARS for text in numbers)

    @property
    def left(self) -> float | None:
        """Where its first letter is printed."""
        first = next((c for c in (self.cells[col] for col in sorted(self.cells)) if c.end > c.start), None)
        boxes = () if first is None else self.passage.boxes_of(first.start, first.start + 1)
        return boxes[0].x0 if boxes else None


@dataclass(frozen=True)
class Grid:
    """A table: the rows that head it, and the others."""

    heads: tuple[Row, ...]
    rows: tuple[Row, ...]

    @cached_property
    def columns(self) -> tuple[int, ...]:
        """The columns that hold a number."""
        return tuple(sorted({col for row in self.rows for col in row.cells if shows_number(row.text(col))}))

    def head(self, col: int) -> str:
        """The words above a column."""
        return " ".join(text for row in self.heads if (text := row.text(col)))

    @cached_property
    def indented(self) -> frozenset[int]:
        """The rows set in under the others."""
        lefts = {n: left for n, row in enumerate(self.rows) if (left := row.left) is not None}
        margin = min(lefts.values(), default=0.0)
        return frozenset(n for n, left in lefts.items() if left - margin > _INDENT)


def find_grids(document: Document) -> Iterator[Grid]:
    """The tables of a paper; one that a page break parts is one."""
    group: list[list[Row]] = []
    for passage in document.body():
        rows = _rows(passage) if passage.kind is PassageKind.TABLE else []
        if group and (not rows or max(rows[0].cells) != max(group[0][0].cells)):
            yield _joined(group)
            group = []
        if rows:
            group.append(rows)
    if group:
        yield _joined(group)


def _rows(passage: Passage) -> list[Row]:
    rows: dict[int, dict[int, Cell]] = {}
    for cell in passage.cells:
        rows.setdefault(cell.row, {})[cell.col] = cell
    return [Row(passage, rows[n]) for n in sorted(rows)]


def _joined(group: list[list[Row]]) -> Grid:
    """One table; the head that is printed again on the next page counts once."""
    first = group[0]
    size = next((n for n, row in enumerate(first) if row.has_numbers and not row.only_years), len(first))
    heads = tuple(first[:size])
    again = {tuple(row.text(col) for col in sorted(row.cells)) for row in heads}
    rows = [r for part in group for r in part if tuple(r.text(col) for col in sorted(r.cells)) not in again]
    return Grid(heads, tuple(rows))
