"""Comma-separated values that are harmless in a spreadsheet, the same bytes from run to run."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def harmless(cell: str) -> str:
    """The cell with an apostrophe before it where a spreadsheet would take it for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def csv_text(head: Sequence[str], rows: Iterable[Sequence[str | int | float | None]]) -> str:
    """A table with a head, commas and line feeds; None is an empty cell."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(head)
    for row in rows:
        writer.writerow([harmless(c) if isinstance(c, str) else "" if c is None else c for c in row])
    return out.getvalue()
