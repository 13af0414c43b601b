"""Reports over the tables: how often each theme is what something is about."""

from collections.abc import Iterator, Mapping

import pyarrow as pa

from pipeline.model.cells import csv_text
from pipeline.model.origin import origin_of
from pipeline.report.counts import KINDS, ThemeCounts, count_themes
from pipeline.report.coverage import find_coverage
from pipeline.report.page import render_page
from pipeline.report.shares import council_shares

__all__ = ["render_reports"]

_HEAD = ("slags", "tema_id", "tema", "overtema", *KINDS, "papirer")
# A spreadsheet takes the file for UTF-8 by these bytes alone.
_MARK = "\ufeff"


def render_reports(tables: Mapping[str, pa.Table]) -> dict[str, bytes]:
    """Every report by file name, the same bytes from run to run."""
    counts = count_themes(tables)
    origin = origin_of(tables["documents"].schema.metadata)
    return {
        "temaer.csv": (_MARK + csv_text(_HEAD, _csv_rows(counts))).encode(),
        "temaer.html": render_page(counts, find_coverage(tables), council_shares(tables), origin=origin).encode(),
    }


def _csv_rows(counts: ThemeCounts) -> Iterator[list[str | int | None]]:
    broader = {row.broader for row in counts.rows}
    for row in counts.rows:
        kind = "overtema" if row.theme_id in broader else "tema"
        yield [kind, row.theme_id, row.label, row.broader, *(row.counts[k] for k in KINDS), row.papers]
    yield ["uden tema", None, None, None, *(counts.without[k] for k in KINDS), None]
    yield ["i alt (nævner)", None, None, None, *(counts.totals[k] for k in KINDS), counts.papers]
