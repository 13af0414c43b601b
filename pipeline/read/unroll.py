"""Minutes set as one ruled table: each row an item, with its title in one cell and what was said in the others."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.lexicons.layout import LayoutLexicon
from pipeline.model.ids import fold
from pipeline.read.shapes import Line, Ruled, RuledCell


@dataclass(frozen=True, slots=True)
class ItemTable:
    """The columns of such a table: the number's (or None), the title's, and those of the text."""

    number: int | None
    title: int


@dataclass(frozen=True, slots=True)
class Unrolled:
    """A piece of a row: the lines of an item's head, or of one cell of text."""

    lines: tuple[Line, ...]
    heading: bool


def item_columns(table: Ruled, layout: LayoutLexicon) -> ItemTable | None:
    """The columns by the words of the first row: `Nr. | Emne | Referat og beslutning | Ansvarlig`."""
    heads = {c.col: fold(" ".join(line.text for line in c.lines)) for c in table.cells if c.row == 0}
    title = next((col for col, text in sorted(heads.items()) if text in layout.item_table_titles), None)
    text = [col for col, word in heads.items() if word in layout.item_table_texts and col != title]
    if title is None or not text:
        return None
    number = next((col for col, word in heads.items() if word in layout.item_table_numbers and col < title), None)
    return ItemTable(number, title)


def unroll(table: Ruled, columns: ItemTable, *, column: int) -> Iterator[Unrolled]:
    """The rows below the first, piece by piece in reading order. A row without a title goes on from the one above."""
    head_columns = {c for c in (columns.number, columns.title) if c is not None}
    for row in sorted({c.row for c in table.cells}):
        cells = sorted((c for c in table.cells if c.row == row and c.lines), key=lambda c: c.col)
        head = tuple(line for c in cells if c.col in head_columns for line in c.lines)
        if row == 0:
            yield Unrolled(_in_column([line for c in cells for line in c.lines], column), heading=False)
            continue
        if head:
            yield Unrolled(_in_column(_head_lines(cells, columns), column), heading=True)
        for cell in cells:
            if cell.col not in head_columns:
                yield Unrolled(_in_column(cell.lines, column + 1 + cell.col), heading=False)


def _head_lines(cells: Sequence[RuledCell], columns: ItemTable) -> list[Line]:
    """The title's lines, the number before the first of them."""
    number = [w for c in cells if c.col == columns.number for line in c.lines for w in line.words]
    title = [line for c in cells if c.col == columns.title for line in c.lines]
    if not title:
        return [line for c in cells if c.col == columns.number for line in c.lines]
    return [replace(title[0], words=(*number, *title[0].words)), *title[1:]]


def _in_column(lines: Sequence[Line], column: int) -> tuple[Line, ...]:
    return tuple(replace(line, column=column) for line in lines)
