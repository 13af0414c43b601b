"""The tables as they could be known on a day: one council, and no row that rests on a later paper."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from pipeline.model.ids import fold
from pipeline.report.coverage import body_name
from pipeline.report.status_words import latest_day, words_of

Row = Mapping[str, Any]
_COUNTED = ("ok", "partial")
ISSUED = "fremsat"
NAMED, TOGETHER = "særskilt", "samlet"
OWN, RECIPIENT, ASSOCIATION = "rådet selv", "modtager", "forening"


@dataclass(frozen=True, slots=True)
class Council:
    """A body that has a page: its id, its name as the papers have it, and the name with its authority."""

    body_id: str
    name: str
    full_name: str


@dataclass(frozen=True, slots=True)
class View:
    """What the tables say of one council on `as_of`. `advice` are its recommendations, less the elaborating ones."""

    council: Council
    as_of: str
    papers: Mapping[str, Row]
    later: int
    unread: tuple[Row, ...]
    passages: Mapping[str, Row]
    advice: tuple[Row, ...]
    elaborations: int
    rows: Mapping[str, tuple[Row, ...]]
    vocabulary: frozenset[str]

    def own_paper(self, document_id: str) -> bool:
        """Whether a paper is the council's."""
        paper = self.papers.get(document_id)
        return paper is not None and paper["body_id"] == self.council.body_id

    def document_of(self, row: Row) -> str:
        """The paper in which a row's proof stands."""
        return str(self.passages[row["passage_id"]]["document_id"])

    def label(self, advice: Row) -> str:
        """What a recommendation is called: its number, with the year where two have the same; else a dash."""
        number = advice["number"]
        if number is None:
            return "–"
        alike = sum(other["number"] == number for other in self.advice)
        return number if alike == 1 else f"{number} ({(advice['issued'] or 'udateret')[:4]})"

    def status(self, recommendation_id: str) -> Row | None:
        """The last status up to the day, of those that papers up to the day tell of."""
        events = [e for e in self.rows["status_events"] if e["recommendation_id"] == recommendation_id]
        found = [
            row for row in self.rows["statuses"] if row["recommendation_id"] == recommendation_id and _told(row, events)
        ]
        return max(found, key=lambda row: (latest_day(row["as_of"]) or "", row["status_id"]), default=None)


def _told(row: Row, events: Iterable[Row]) -> bool:
    upto = [e for e in events if (latest_day(e["date"]) or "") <= (latest_day(row["as_of"]) or "")]
    step = row["status"] == ISSUED or any(e["what"] == row["status"] and e["actor_role"] == RECIPIENT for e in upto)
    return step and any(e["date"] == row["as_of"] for e in upto)


def find_councils(tables: Mapping[str, pa.Table]) -> list[Council]:
    """Every body with recommendations of its own; when there are none, every body that a paper is of. By name."""
    papers = {row["document_id"]: row for row in _read(tables) if row["body_id"] is not None}
    giving = {
        row["issued_by_id"] or papers[row["document_id"]]["body_id"]
        for row in tables["recommendations"].to_pylist()
        if row["source"] == "egen" and row["document_id"] in papers
    }
    # A body that only the wording of its advice names has no paper to build a page on.
    mine = [row for row in papers.values() if row["body_id"] in giving] or list(papers.values())
    found: dict[str, Council] = {}
    for row in sorted(mine, key=lambda row: (row["body"] or "", row["document_id"])):
        found.setdefault(row["body_id"], Council(row["body_id"], row["body"] or body_name(row), body_name(row)))
    return sorted(found.values(), key=lambda council: (council.full_name, council.body_id))


def matching(councils: Iterable[Council], name: str) -> list[Council]:
    """The councils a name may mean: those called so; else those whose name has it in it."""
    wanted = fold(name)
    exact = [c for c in councils if wanted in (fold(c.name), fold(c.full_name))]
    return exact or [c for c in councils if wanted and wanted in fold(c.full_name)]


def last_day(tables: Mapping[str, pa.Table], council: Council) -> str | None:
    """The day of the council's latest paper; None when none of its papers has a date."""
    days = [latest_day(row["date"]) for row in _read(tables) if row["body_id"] == council.body_id]
    return max((day for day in days if day is not None), default=None)


def open_view(tables: Mapping[str, pa.Table], council: Council, as_of: str) -> View:
    """What the tables say of a council on a day."""
    rows = {name: table.to_pylist() for name, table in tables.items() if name in _USED}
    known = {row["document_id"]: row for row in _read(tables) if (latest_day(row["date"]) or "") <= as_of}
    passages = {row["passage_id"]: row for row in rows["passages"] if row["document_id"] in known}
    kept = {name: tuple(_known(name, found, known, passages, as_of)) for name, found in rows.items()}
    own = [row for row in kept["recommendations"] if _issued_by(row, known) == council.body_id]
    top = [row for row in own if row["kind"] == "overordnet"] or [row for row in own if not row["parents"]]
    return View(
        council=council,
        as_of=as_of,
        papers=known,
        later=len(_read(tables)) - len(known),
        unread=tuple(row for row in rows["documents"] if row["status"] == "failed"),
        passages=passages,
        advice=tuple(sorted(top, key=_in_order)),
        elaborations=len(own) - len(top),
        rows=kept,
        vocabulary=words_of([row["text"] for row in passages.values()]),
    )


_USED = (
    "documents", "passages", "pages", "meetings", "decisions", "recommendations", "stories", "links", "contributions",
    "commitments", "status_events", "statuses", "expected_papers", "conflicts",
)  # fmt: skip


def _read(tables: Mapping[str, pa.Table]) -> list[Row]:
    return [row for row in tables["documents"].to_pylist() if row["status"] in _COUNTED]


def _known(
    name: str, rows: Iterable[Row], papers: Mapping[str, Row], passages: Mapping[str, Row], as_of: str
) -> Iterable[Row]:
    for row in rows:
        if name == "links":
            stands = {row["source_proof"]["document_id"], row["target_proof"]["document_id"]} <= papers.keys()
        elif name in ("meetings", "expected_papers"):
            stands = row["passage_id"] in passages
        elif name == "statuses":
            stands = (latest_day(row["as_of"]) or "") <= as_of
        elif name == "conflicts":
            stands = {row["left"]["document_id"], row["right"]["document_id"]} <= papers.keys()
        else:
            stands = row["document_id"] in papers
        if stands and not (name == "status_events" and (latest_day(row["date"]) or "") > as_of):
            yield row


def _issued_by(row: Row, papers: Mapping[str, Row]) -> str | None:
    if row["source"] != "egen":
        return None
    found = row["issued_by_id"] or papers[row["document_id"]]["body_id"]
    return None if found is None else str(found)


def _in_order(row: Row) -> tuple[object, ...]:
    number = [(int(part), "") if part.isdigit() else (0, part) for part in re.findall(r"\d+|\D+", row["number"] or "")]
    return (
        row["issued"] or "",
        row["document_id"],
        row["number"] is None,
        number,
        row["page"],
        row["recommendation_id"],
    )
