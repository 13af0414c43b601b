"""What is new, gone and changed between two sets of tables, as a list in Danish."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from pipeline.model.origin import origin_of
from pipeline.report.status_sources import paper_name
from pipeline.report.status_text import plain
from pipeline.report.status_words import cut, latest_day, pages_told, short_date

Row = Mapping[str, Any]
_WIDTH = 110
_FIELDS = {
    "status": "status", "kind": "slags", "body": "organ", "date": "dato", "version_of": "udgave af",
    "duplicate_of": "kopi af", "type": "type", "due": "frist", "number": "nummer", "text": "ordlyd",
    "issued": "fremsat", "addressed_to": "modtager", "follow_up": "opfølgning", "since": "siden",
    "own_follow_up": "rådets egen opfølgning", "state": "stand", "responsible": "ansvarlig", "recipient": "modtager",
    "closed_by": "lukket af", "left": "venstre", "right": "højre",
}  # fmt: skip
_ORIGIN = {"made_by": "program", "model": "sprogmodel", "lexicons": "ordlister", "embeddings": "sætningsvektorer"}


@dataclass(frozen=True, slots=True)
class _Kind:
    """What is compared: a table, its id, the heading, what a row is called, and the columns that count."""

    table: str
    key: str
    heading: str
    call: Callable[["_Tables", Row], str]
    fields: tuple[str, ...]


class _Tables:
    """One of the two sets, with the rows that others point to at hand."""

    def __init__(self, tables: Mapping[str, pa.Table], moved: Mapping[str, str]) -> None:
        self._tables, self._moved = tables, moved
        self.papers: dict[str, Row] = {row["document_id"]: row for row in tables["documents"].to_pylist()}
        self.passages: dict[str, Row] = {row["passage_id"]: row for row in tables["passages"].to_pylist()}
        self.advice: dict[str, Row] = {row["recommendation_id"]: row for row in tables["recommendations"].to_pylist()}

    def rows(self, kind: _Kind) -> dict[str, Row]:
        """The rows of a kind by id, an id that has moved as it is now; of the statuses the last of each."""
        found: dict[str, Row] = {}
        rows = self._tables[kind.table].to_pylist()
        for row in sorted(rows, key=lambda row: latest_day(row["as_of"]) or "") if kind.table == "statuses" else rows:
            found[self._moved.get(row[kind.key], row[kind.key])] = row
        return found

    def cite(self, row: Row) -> str:
        """`(Referat, Udsatterådet, 30.04.2026, pkt. 4, s. 7)`."""
        passage = self.passages[row["passage_id"]]
        item = f", pkt. {passage['agenda_item']}" if passage["agenda_item"] is not None else ""
        return f"({paper_name(self.papers[passage['document_id']])}{item}, {pages_told([row['page']])})"


def render_changes(old: Mapping[str, pa.Table], new: Mapping[str, pa.Table]) -> str:
    """The list, in Markdown; what was only named otherwise (`redirects`) is neither new nor gone."""
    moved = {row["old_id"]: row["new_id"] for row in new["redirects"].to_pylist()}
    before, after = _Tables(old, moved), _Tables(new, {})
    sections = [_section(kind, before, after) for kind in _KINDS]
    told = [line for section in sections for line in section]
    return "\n".join(["# Nyt siden sidst", *_made_by(old, new), *(told or ["", "Intet nyt, intet væk, intet ændret."])])


def _section(kind: _Kind, before: _Tables, after: _Tables) -> list[str]:
    old, new = before.rows(kind), after.rows(kind)
    added = sorted(f"- Ny: {kind.call(after, new[key])}" for key in new.keys() - old.keys())
    gone = sorted(f"- Væk: {kind.call(before, old[key])}" for key in old.keys() - new.keys())
    changed = [
        f"- Ændret: {kind.call(after, new[key])}: {told}"
        for key in new.keys() & old.keys()
        if (told := _difference(kind.fields, old[key], new[key]))
    ]
    if not (added or gone or changed):
        return []
    counts = f"{len(added)} nye, {len(gone)} væk, {len(changed)} ændret"
    return ["", f"## {kind.heading}: {counts}", "", *(plain(line) for line in (*added, *gone, *sorted(changed)))]


def _difference(fields: Sequence[str], old: Row, new: Row) -> str:
    return "; ".join(
        f"{_FIELDS[field]}: {_told(old[field])} → {_told(new[field])}" for field in fields if old[field] != new[field]
    )


def _told(value: Any) -> str:
    if isinstance(value, Mapping):
        return f"»{cut(str(value['value']), _WIDTH)}«"
    return "ukendt" if value is None else cut(str(value), _WIDTH)


def _made_by(old: Mapping[str, pa.Table], new: Mapping[str, pa.Table]) -> list[str]:
    """What else than the papers may be behind a change."""
    was, now = (origin_of(tables["documents"].schema.metadata) for tables in (old, new))
    told = [
        f"{name}: {was.get(key, 'ukendt')} → {now.get(key, 'ukendt')}"
        for key, name in _ORIGIN.items()
        if was.get(key) != now.get(key)
    ]
    return ["", plain(f"Lavet med andet end sidst, så ændringer kan skyldes det: {'; '.join(told)}.")] if told else []


def _paper(tables: _Tables, row: Row) -> str:
    return f"{paper_name(row)}, {row['path']}"


def _decision(tables: _Tables, row: Row) -> str:
    where = "omtalt" if row["status"] == "reported" else "truffet her"
    return f"{row['type']}, {where}: »{cut(row['quote'], _WIDTH)}« {tables.cite(row)}"


def _advice(tables: _Tables, row: Row) -> str:
    number = "" if row["number"] is None else f"nr. {row['number']} "
    return f"{row['kind']} {number}»{cut(row['text'], _WIDTH)}« {tables.cite(row)}"


def _status(tables: _Tables, row: Row) -> str:
    advice = tables.advice.get(row["recommendation_id"])
    called = "anbefaling" if advice is None else _advice(tables, advice)
    return f"{row['status']} (stand pr. {short_date(row['as_of'])}): {called}"


def _commitment(tables: _Tables, row: Row) -> str:
    due = "uden frist" if row["due"] is None else f"frist {short_date(row['due'])}"
    return f"»{cut(row['what'], _WIDTH)}«, {due}, {row['state']} {tables.cite(row)}"


def _conflict(tables: _Tables, row: Row) -> str:
    left, right = (f"{_told(row[side])} {tables.cite(row[side])}" for side in ("left", "right"))
    return f"{row['about']}: {left} ↔ {right}"


_PAPERS = ("status", "kind", "body", "date", "version_of", "duplicate_of")
_STATUSES = ("status", "follow_up", "since", "own_follow_up", "due")
_COMMITMENTS = ("state", "due", "responsible", "recipient", "closed_by")
_KINDS = (
    _Kind("documents", "document_id", "Papirer", _paper, _PAPERS),
    _Kind("decisions", "decision_id", "Beslutninger", _decision, ("status", "type", "body", "date", "due")),
    _Kind("recommendations", "recommendation_id", "Anbefalinger", _advice, ("number", "kind", "text", "issued")),
    _Kind("statuses", "recommendation_id", "Status på anbefalinger", _status, _STATUSES),
    _Kind("commitments", "commitment_id", "Aftaler", _commitment, _COMMITMENTS),
    _Kind("conflicts", "conflict_id", "Modstrid mellem papirer", _conflict, ("left", "right")),
)
