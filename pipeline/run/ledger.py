"""The ledger: every file and every page in exactly one state, with the reason where it was not read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from pipeline.model.cells import csv_text
from pipeline.run.words import columns, counts, plural, safe

_UNREAD_PAPERS = {"failed", "partial", "duplicate", "superseded"}
_UNREAD_PAGES = {"failed", "empty"}
_ODD_PAGES = {*_UNREAD_PAGES, "ocr"}
_HEAD = ("state", "pages", "words", "path", "reason")
_CSV_HEAD = ("line", "path", "document_id", "kind", "page", "state", "words", "reason")


@dataclass(frozen=True, slots=True)
class _Paper:
    """A row of `documents` with its rows of `pages`."""

    row: dict[str, Any]
    pages: list[dict[str, Any]]

    @property
    def words(self) -> int:
        return sum(page["words"] for page in self.pages)


def render_ledger(tables: Mapping[str, pa.Table], *, failed: bool = False) -> str:
    """Papers, then the pages that are not plain text, then the totals; `failed`: only what was not read in full."""
    papers = _papers(tables)
    told = [_paper_cells(paper) for paper in papers if not failed or paper.row["status"] in _UNREAD_PAPERS]
    odd = [
        (f"  {page['state']}", f"s. {page['page']}", safe(paper.row["path"]), safe(page["reason"] or ""))
        for paper in papers
        for page in paper.pages
        if page["state"] in (_UNREAD_PAGES if failed else _ODD_PAGES)
    ]
    lines = columns([_HEAD, *told], right=frozenset({1, 2}))
    if odd:
        lines += ["", "pages without text of their own", *columns(odd, right=frozenset({1}))]
    return "\n".join([*lines, "", _totals(papers)])


def render_ledger_csv(tables: Mapping[str, pa.Table], *, failed: bool = False) -> str:
    """The same as CSV, a line for each paper and each page; nothing in it is a formula to a spreadsheet."""
    rows = []
    for paper in _papers(tables):
        row, origin = paper.row, [paper.row["path"], paper.row["document_id"], paper.row["kind"]]
        if not failed or row["status"] in _UNREAD_PAPERS:
            rows.append(["paper", *origin, None, row["status"], paper.words, row["reason"]])
        for page in paper.pages:
            if not failed or page["state"] in _UNREAD_PAGES:
                rows.append(["page", *origin, *(page[key] for key in ("page", "state", "words", "reason"))])
    return csv_text(_CSV_HEAD, rows)


def _papers(tables: Mapping[str, pa.Table]) -> list[_Paper]:
    pages: dict[str, list[dict[str, Any]]] = {}
    for page in tables["pages"].to_pylist():
        pages.setdefault(page["document_id"], []).append(page)
    documents = sorted(tables["documents"].to_pylist(), key=lambda d: str(d["path"]))
    return [_Paper(d, sorted(pages.get(d["document_id"], []), key=lambda p: int(p["page"]))) for d in documents]


def _paper_cells(paper: _Paper) -> tuple[str, ...]:
    count, words = (str(len(paper.pages)), str(paper.words)) if paper.pages else ("-", "-")
    return (paper.row["status"], count, words, safe(paper.row["path"]), safe(paper.row["reason"] or ""))


def _totals(papers: Sequence[_Paper]) -> str:
    pages = [page for paper in papers for page in paper.pages]
    states = counts(page["state"] for page in pages)
    return (
        f"total: {plural(len(papers), 'paper')} ({counts(paper.row['status'] for paper in papers)}), "
        f"{plural(len(pages), 'page')}{f' ({states})' if states else ''}, "
        f"{plural(sum(paper.words for paper in papers), 'word')}"
    )
