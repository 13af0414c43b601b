"""A spreadsheet that opens our CSV runs nothing that stood in a paper."""

import csv
from io import StringIO

import pytest

from pipeline.model.cells import csv_text, harmless


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+45 87", "'+45 87"),
        ("-2", "'-2"),
        ("@navn", "'@navn"),
        ("\tx", "'\tx"),
        ("a=b", "a=b"),
        ("", ""),
    ],
)
def test_a_formula_is_defused(cell, written):
    assert harmless(cell) == written


def test_csv_keeps_commas_quotes_and_line_breaks():
    rows = [("a,b", 'c"d', "e\nf", None, 3, -1.5)]
    assert list(csv.reader(StringIO(csv_text("uvwxyz", rows))))[1] == ["a,b", 'c"d', "e\nf", "", "3", "-1.5"]
