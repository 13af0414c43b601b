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
    authority: str | None = None


@dataclass(frozen=True, slots=True)
class View:
    """What the tables say of one council on `as_of`.

    `basis` are the papers of the council and its authority, `later` counts those of them that are not looked at,
    `unread` could not be read; `advice` are the council's recommendations, less the elaborating ones.
    """

    council: Council
    as_of: str
    papers: Mapping[str, Row]
    basis: tuple[Row, ...]
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

    def issued(self, advice: Row) -> str | None:
        """When a recommendation was issued; where it does not say, the day of the paper that it stands in."""
        told = advice["issued"] or self.papers[advice["document_id"]]["date"]
        return None if told is None else str(told)

    def document_of(self, row: Row) -> str:
        """The paper in which a row's proof stands."""
        return str(self.passages[row["passage_id"]]["document_id"])

    def label(self, advice: Row) -> str:
        """What a recommendation is called: its number, with the year where two have the same; else a dash."""
        number = advice["number"]
        if number is None:
            return "–"
        alike = sum(other["number"] == number for other in self.advice)
        return number if alike == 1 else f"{number} ({(self.issued(advice) or 'udateret')[:4]})"

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
        found.setdefault(row["body_id"], _council(row))
    return sorted(found.values(), key=lambda council: (council.full_name, council.body_id))


def _council(row: Row) -> Council:
    return Council(row["body_id"], row["body"] or body_name(row), body_name(row), row["authority"])


def matching(councils: Iterable[Council], name: str) -> list[Council]:
    """The councils a name may mean: of that id or full name; else called so; else with it as a part of their name."""
    wanted = fold(name)
    every = list(councils)
    whole = [c for c in every if name == c.body_id or wanted == fold(c.full_name)]
    called = whole or [c for c in every if wanted == fold(c.name)]
    return called or [c for c in every if wanted and wanted in fold(c.full_name)]


def last_day(tables: Mapping[str, pa.Table], council: Council) -> str | None:
    """The day of the council's latest paper, else of anyone's; None when no paper has a date."""
    dated = [(row["body_id"] == council.body_id, latest_day(row["date"])) for row in _read(tables)]
    days = [(own, day) for own, day in dated if day is not None]
    return max(days)[1] if days else None


def open_view(tables: Mapping[str, pa.Table], council: Council, as_of: str) -> View:
    """What the tables say of a council on a day."""
    rows = {name: table.to_pylist() for name, table in tables.items() if name in _USED}
    known = {row["document_id"]: row for row in _read(tables) if (latest_day(row["date"]) or "") <= as_of}
    passages = {row["passage_id"]: row for row in rows["passages"] if row["document_id"] in known}
    kept = {name: tuple(_known(name, found, known, passages, as_of)) for name, found in rows.items()}
    own = [row for row in kept["recommendations"] if _issued_by(row, known) == council.body_id]
    ids = {row["recommendation_id"] for row in own}
    # What another council's advice came to is none of this page's.
    for name in ("status_events", "statuses"):
        kept[name] = tuple(row for row in kept[name] if row["recommendation_id"] in ids)
    top = [row for row in own if row["kind"] == "overordnet"] or [row for row in own if not row["parents"]]
    return View(
        council=council,
        as_of=as_of,
        papers=known,
        basis=tuple(row for row in known.values() if _near(row, council)),
        later=sum(_near(row, council) and row["document_id"] not in known for row in _read(tables)),
        unread=tuple(row for row in rows["documents"] if row["status"] == "failed" and _maybe_near(row, council)),
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


def _near(row: Row, council: Council) -> bool:
    own = row["body_id"] == council.body_id
    return own or (row["authority"] is not None and row["authority"] == council.authority)


def _maybe_near(row: Row, council: Council) -> bool:
    """Of a paper that was not read nobody knows whose it is."""
    return row["authority"] is None or _near(row, council)


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
