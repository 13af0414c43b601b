"""Who was there: from lists under labels and from sentences; never from a list of members alone."""

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.attendance_settled import settled
from pipeline.extract.attendance_told import Presence, item_of, meeting_of, told_presence
from pipeline.extract.reading import Reading
from pipeline.extract.rosters import Listed
from pipeline.lexicons.facts import FactsLexicon
from pipeline.lexicons.rules import Found
from pipeline.model.findings import Attendance, Membership
from pipeline.model.ids import finding_ids, fold
from pipeline.model.place import Proof
from pipeline.model.structure import AgendaItem, PaperKind, SectionRole

_STATUSES = {"til stede", "afbud", "fraværende", "delvist"}
_AWAY = frozenset({"afbud", "fraværende"})
_CAPACITIES = {"gæst", "forvaltning", "stedfortræder"}


def find_attendance(
    reading: Reading, listed: Sequence[Listed], memberships: Sequence[Membership], facts: FactsLexicon
) -> tuple[Attendance, ...]:
    """One row for each person and item or meeting; who is both present and absent is `uklart`."""
    if reading.front.kind is not PaperKind.MINUTES or not reading.paper.structure.meetings:
        return ()
    lists = list(_from_lists(reading, listed, facts))
    away = frozenset(fold(row.person) for row in lists if row.status in _AWAY and row.item is None)
    found = [*lists, *told_presence(reading, memberships, facts, away)]
    decided = frozenset(
        p.context.item_id for p in reading.passages if p.role is SectionRole.DECISION and p.item is not None
    )
    found.sort(key=lambda row: (reading.places[row.span.passage_id], row.span.start))
    rows = settled(found, decided)
    ids = finding_ids(
        "attendance", reading.paper.document_id, (f"{r.person} {r.meeting} {_number(r.item)}" for r in rows)
    )
    return tuple(
        Attendance(
            key, row.meeting, row.person, row.capacity, row.status, _number(row.item),
            row.item.item_id if row.item else None, Proof(row.span, row.rule, 1.0, row.more),
        )
        for key, row in zip(ids, rows, strict=True)
    )  # fmt: skip


def _number(item: AgendaItem | None) -> str | None:
    return None if item is None else item.number


def _from_lists(reading: Reading, listed: Sequence[Listed], facts: FactsLexicon) -> Iterator[Presence]:
    for one in listed:
        if one.label in {"medlemmer", "underskrift"}:
            continue
        state = facts.presence.first("states", one.entry)
        status, rule = one.label if one.label in _STATUSES else "til stede", one.rule
        if state is not None and state.rule.value in _STATUSES:
            status = state.rule.value
        if one.stands_in and status in _AWAY:
            status = "til stede"
        item = item_of(one.placed) if status != "til stede" or one.label in _AWAY else None
        if one.label == "fraværende" and rule == "presence.not_by_item" and item is None:
            item = one.placed.item
        yield Presence(one.person.name, _capacity(one, facts), status, item, meeting_of(one.placed), one.span, rule)
        if state is not None and state.rule.value == "punkter":
            yield from _from_items(one, state, reading)


def _from_items(one: Listed, state: Found, reading: Reading) -> Iterator[Presence]:
    """ "Kim Lund (O) - deltog ikke i behandlingen af punkt: 6, 8": absent from these items."""
    numbers = set(re.findall(r"\d+", state.match["items"]))
    for item in reading.paper.structure.items:
        if item.number in numbers:
            yield Presence(one.person.name, "medlem", "fraværende", item, item.meeting_id, one.span, state.rule.name)


def _capacity(one: Listed, facts: FactsLexicon) -> str:
    if one.stands_in:
        return "stedfortræder"
    if one.rule == "presence.others_came" and facts.people.holds("titles", f"{one.person.before} {one.entry}"):
        return "forvaltning"
    if one.label in _CAPACITIES:
        return one.label
    if one.capacity is not None:
        return one.capacity
    found = facts.presence.first("capacities", one.entry.removeprefix(one.person.name))
    return "medlem" if found is None else found.rule.value
