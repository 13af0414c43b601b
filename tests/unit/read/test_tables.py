"""Ruled tables: which words stand in which cell, and frames and lists that are no tables."""

from dataclasses import replace

import pytest

from pipeline.read.pdf import Grid
from tests.unit.read.sheets import at, big, gap, line, page, para, prose

TOP, HIGH = 300.0, 20.0


def ruled(*rows, xs=(70.0, 300.0, 420.0, 525.0)):
    """Cells with text, set in a grid; None is a cell that is merged away."""
    lines, grid = [], []
    for r, row in enumerate(rows):
        y = TOP + HIGH * r
        boxes = []
        for c, text in enumerate(row):
            boxes.append(None if text is None else (xs[c], y, xs[c + 1], y + HIGH))
            lines += [at(y + 4, line(text, xs[c] + 4))] if text else []
        grid.append(tuple(boxes))
    return lines, Grid(tuple(grid))


def tables(read, *rows, **where):
    lines, grid = ruled(*rows, **where)
    document = read(page(big("Notat"), gap(), para(prose(0)), lines, at(600, line("Slut.")), grids=(grid,)))
    return [p for p in document.passages if p.kind == "table"]


BUDGET = (("Post", "2026", "2027"), ("Drift", "1.200", "1.300"), ("I alt", "1.200", "1.300"))


def test_cells_are_parted_by_tabs_and_rows_by_line_breaks(read):
    (table,) = tables(read, *BUDGET)
    assert table.text == "Post\t2026\t2027\nDrift\t1.200\t1.300\nI alt\t1.200\t1.300"


def test_each_cell_knows_its_row_column_text_and_box(read):
    (table,) = tables(read, *BUDGET)
    assert [(c.row, c.col, table.text[c.start : c.end]) for c in table.cells] == [
        (r, c, text) for r, row in enumerate(BUDGET) for c, text in enumerate(row)
    ]
    assert table.cells[4].box.page == 1
    assert (table.cells[4].box.x0, table.cells[4].box.top) == (300.0, 320.0)


def test_an_empty_cell_keeps_its_place(read):
    (table,) = tables(read, ("Post", "", "2027"), ("Drift", "1.200", ""))
    assert table.text == "Post\t\t2027\nDrift\t1.200\t"


def test_a_cell_that_is_merged_away_leaves_its_column(read):
    (table,) = tables(read, ("Budget", None, "2027"), ("Drift", "1.200", "1.300"))
    assert [(c.row, c.col) for c in table.cells] == [(0, 0), (0, 2), (1, 0), (1, 1), (1, 2)]


def test_lines_of_a_cell_are_one_text(read):
    lines, grid = ruled(("Post", "2026"), ("Drift af", "1.200"), xs=(70.0, 300.0, 420.0))
    taller = (*grid.rows[:1], tuple((x0, t, x1, b + 14) for x0, t, x1, b in grid.rows[1]))
    lines = [*lines, at(TOP + HIGH + 18, line("værestedet", 74))]
    document = read(page(big("Notat"), gap(), para(prose(0)), lines, grids=(replace(grid, rows=taller),)))
    (table,) = [p for p in document.passages if p.kind == "table"]
    assert table.text == "Post\t2026\nDrift af værestedet\t1.200"


def test_words_of_a_table_stand_nowhere_else(read):
    lines, grid = ruled(*BUDGET)
    document = read(page(big("Notat"), gap(), para(prose(0)), lines, grids=(grid,)))
    assert [p.kind for p in document.passages if "1.200" in p.text] == ["table"]


def test_a_table_stands_where_it_is_on_the_page(read):
    lines, grid = ruled(*BUDGET)
    document = read(page(big("Notat"), gap(), para(prose(0)), lines, at(500, line("Efter tabellen.")), grids=(grid,)))
    assert [p.kind for p in document.passages][-3:] == ["paragraph", "table", "paragraph"]


@pytest.mark.parametrize(
    "rows",
    [
        # a frame around text
        (("Rådet anbefaler, at der åbnes flere steder",), ("Det gælder også om aftenen",)),
        # one row: a line of the head with rules around it
        (("Dato", "3. maj 2024", "kl. 13"),),
        # a list set in a table: its marker in one cell, its text in the next
        (("A)", "at planen godkendes"), ("B)", "at rammen bevilges")),
        (("•", "Værestederne i de mindre byer"), ("•", "Transporten til hospitalet")),
        # a column of text with an empty one beside it
        (("Værestederne", ""), ("Transporten", ""), ("Tandplejen", "")),
    ],
    ids=["frame", "one row", "lettered list", "bulleted list", "empty column"],
)
def test_no_tables(read, rows):
    assert tables(read, *rows) == []


def test_a_list_set_in_a_table_is_a_list(read):
    lines, grid = ruled(("A)", "at planen godkendes"), ("B)", "at rammen bevilges"), xs=(70.0, 100.0, 525.0))
    document = read(page(big("Notat"), gap(), para(prose(0)), lines, grids=(grid,)))
    assert [p.text for p in document.passages if p.kind == "item"] == [
        "A) at planen godkendes",
        "B) at rammen bevilges",
    ]


def test_two_tables_of_one_page(read):
    first, second = ruled(("a", "b"), ("c", "d")), ruled(("e", "f"), ("g", "h"))
    lower = [replace(p, top=p.top + 200) for p in second[0]]
    moved = Grid(tuple(tuple((x0, t + 200, x1, b + 200) for x0, t, x1, b in row) for row in second[1].rows))
    document = read(page(big("Notat"), gap(), para(prose(0)), first[0], lower, grids=(moved, first[1])))
    assert [p.text for p in document.passages if p.kind == "table"] == ["a\tb\nc\td", "e\tf\ng\th"]


def test_minutes_set_as_one_table_are_items_with_their_text(read):
    """`Nr. | Emne | Referat`: each row an item, its head in two cells and what was said in the third."""
    rows = [("Nr.", "Emne", "Referat"), ("1.", "Budget", "Rådet var enigt."), ("2.", "Mødeplan", "Fire møder.")]
    lines, grid = ruled(*rows, xs=(70.0, 110.0, 250.0, 525.0))
    document = read(page(big("Referat"), gap(), line("Dato: 3. maj 2024"), lines, grids=(grid,)))
    told = [(str(p.kind), p.text) for p in document.passages]
    assert [t for t in told if t[0] == "heading"] == [("heading", "1. Budget"), ("heading", "2. Mødeplan")]
    assert ("paragraph", "Rådet var enigt.") in told
    assert [t for t in told if t[0] == "table"] == []


def test_a_table_of_figures_with_a_column_of_titles_is_a_table(read):
    assert len(tables(read, ("Emne", "2026", "2027"), ("Drift", "1.200", "1.300"))) == 1
