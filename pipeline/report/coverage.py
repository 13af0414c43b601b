"""What the numbers rest on: papers and pages read and not read, meetings, and papers that are spoken of but missing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa

STATES = {
    "ok": "Læst",
    "partial": "Delvist læst",
    "failed": "Ikke læst",
    "duplicate": "Kopi, tæller ikke",
    "superseded": "Ældre udgave, tæller ikke",
}


@dataclass(frozen=True, slots=True)
class PaperState:
    """One paper of the ledger."""

    path: str
    title: str
    date: str
    state: str
    pages_read: int
    pages: int
    reason: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """The papers, the pages, the meetings that were held and read, and what is missing."""

    papers: Sequence[PaperState]
    pages: int
    pages_read: int
    meetings: int
    bodies: Sequence[str]
    first: str | None
    last: str | None
    missing: Sequence[str]

    def counted(self) -> int:
        """The number of papers the numbers come from."""
        return sum(paper.state in (STATES["ok"], STATES["partial"]) for paper in self.papers)


def find_coverage(tables: Mapping[str, pa.Table]) -> Coverage:
    """The coverage, from the tables."""
    pages: dict[str, list[bool]] = {}
    for row in tables["pages"].to_pylist():
        pages.setdefault(row["document_id"], []).append(row["state"] in ("text", "ocr"))
    documents = tables["documents"].to_pylist()
    papers = [
        PaperState(
            row["path"],
            row["title"] or "",
            row["date"] or "",
            STATES[row["status"]],
            sum(pages.get(row["document_id"], [])),
            len(pages.get(row["document_id"], [])),
            row["reason"] or "",
        )
        for row in documents
    ]
    counted = [row for row in documents if row["status"] in ("ok", "partial")]
    dates = sorted(row["date"] for row in counted if row["date"] is not None)
    meetings = [m for m in tables["meetings"].to_pylist() if m["status"] == "afholdt" and m["document_id"] is not None]
    return Coverage(
        papers=sorted(papers, key=lambda paper: paper.path),
        pages=sum(len(found) for found in pages.values()),
        pages_read=sum(sum(found) for found in pages.values()),
        meetings=len(meetings),
        bodies=sorted({body_name(row) for row in counted if row["body"] is not None}),
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        missing=sorted({_expected(row) for row in tables["expected_papers"].to_pylist() if row["state"] == "mangler"}),
    )


def body_name(row: Mapping[str, str | None]) -> str:
    """The council of a paper with its authority, as a reader would name it."""
    if row["body"] is None:
        return row["authority"] or "ukendt råd"
    authority = row["authority"]
    return f"{row['body']}" if authority is None else f"{row['body']} ({authority})"


def _expected(row: Mapping[str, str | None]) -> str:
    return ", ".join(str(row[name]) for name in ("what", "body", "date") if row[name] is not None)


def on_change(coverage: Coverage) -> str:
    """What the papers can and cannot say of change over time."""
    if coverage.meetings == 0:
        return "Der er ikke læst noget referat: tallene viser, hvad papirerne handler om, ikke en udvikling."
    if coverage.meetings == 1:
        return "Der er læst referat af ét møde, og ét møde er ikke en udvikling."
    return (
        f"Der er læst referat af {coverage.meetings} møder. Tallene er talt sammen over dem og viser ikke en udvikling."
    )
