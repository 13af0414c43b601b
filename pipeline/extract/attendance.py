"""Who was there: from lists under labels and from sentences; never from a list of members alone."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.extract.people import read_run
from pipeline.extract.presence import Listed
from pipeline.extract.reading import Reading, Sentence
from pipeline.lexicons.facts import FactsLexicon
from pipeline.lexicons.rules import Found
from pipeline.model.findings import Attendance, Membership
from pipeline.model.ids import finding_ids, fold
from pipeline.model.paper import Placed
from pipeline.model.place import Proof, Span
from pipeline.model.structure import AgendaItem, PaperKind, SectionRole

_STATUSES = {"til stede", "afbud", "fraværende"}
_CAPACITIES = {"gæst", "forvaltning", "stedfortræder"}
_MEETING_TITLE = re.compile(r"\b(?:mødedeltage|deltagel|deltager|fravær|afbud|fremmød|til ?stede)", re.IGNORECASE)
_SECTIONS = frozenset({SectionRole.DECISION, SectionRole.PRESENCE, SectionRole.ABSENCE, SectionRole.MEMBERS, None})


@dataclass(frozen=True, slots=True)
class Presence:
    """A person and a status, for the meeting or for one item of it."""

    person: str
    capacity: str
    status: str
    item: AgendaItem | None
    span: Span
    rule: str
    more: tuple[Span, ...] = ()


def find_attendance(
    reading: Reading, listed: Sequence[Listed], memberships: Sequence[Membership], facts: FactsLexicon
) -> tuple[Attendance, ...]:
    """One row for each person and item or meeting; who is both present and absent is `uklart`."""
    if reading.front.kind is not PaperKind.MINUTES or not reading.paper.structure.meetings:
        return ()
    found = [*_from_lists(listed, facts), *_from_sentences(reading, memberships, facts)]
    rows = list(_settled(found))
    ids = finding_ids("attendance", reading.paper.document_id, (f"{r.person} {_number(r.item)}" for r in rows))
    meeting = reading.paper.structure.meetings[0].meeting_id
    return tuple(
        Attendance(
            key, row.item.meeting_id if row.item else meeting, row.person, row.capacity, row.status, _number(row.item),
            row.item.item_id if row.item else None, Proof(row.span, row.rule, 1.0, row.more),
        )
        for key, row in zip(ids, rows, strict=True)
    )  # fmt: skip


def _number(item: AgendaItem | None) -> str | None:
    return None if item is None else item.number


def _from_lists(listed: Sequence[Listed], facts: FactsLexicon) -> Iterator[Presence]:
    for one in listed:
        if one.label == "medlemmer":
            continue
        state = facts.presence.first("states", one.entry)
        status = one.label if one.label in _STATUSES else "til stede"
        if state is not None and state.rule.value in _STATUSES:
            status = state.rule.value
        item = _item_of(one.placed) if status != "til stede" else None
        if one.label == "fraværende" and one.rule == "presence.not_by_item" and item is None:
            item = one.placed.item
        yield Presence(one.person.name, _capacity(one, facts), status, item, one.span, one.rule)


def _capacity(one: Listed, facts: FactsLexicon) -> str:
    if one.label in _CAPACITIES:
        return one.label
    found = facts.presence.first("capacities", one.entry.removeprefix(one.person.name))
    return "medlem" if found is None else found.rule.value


def _item_of(placed: Placed) -> AgendaItem | None:
    """The item an absence belongs to; an item or heading about who came speaks of the whole meeting."""
    if placed.item is None or placed.role not in (SectionRole.DECISION, SectionRole.ABSENCE):
        return None
    heads = [placed.item.title or ""] if placed.role is SectionRole.ABSENCE else [placed.item.title or "", *placed.context.section[-1:]]
    return None if any(_MEETING_TITLE.search(head) for head in heads) else placed.item


def _from_sentences(reading: Reading, memberships: Sequence[Membership], facts: FactsLexicon) -> Iterator[Presence]:
    for placed in reading.prose():
        if placed.role not in _SECTIONS:
            continue
        for sentence in reading.sentences[placed.passage.passage_id]:
            everyone = facts.presence.first("everyone", sentence.text)
            if everyone is not None:
                yield from _all_but(everyone, sentence, memberships, facts)
                continue
            yield from _told(sentence, facts)


def _all_but(everyone: Found, sentence: Sentence, memberships: Sequence[Membership], facts: FactsLexicon) -> Iterator[Presence]:
    """ "Alle var mødt, undtagen A og B": A and B were not, and all other members of the roster were."""
    missing = list(_names(everyone.match.groupdict().get("names") or "", facts))
    status = "afbud" if "afbud" in sentence.text[everyone.end :].casefold() else "fraværende"
    span = sentence.span()
    rosters = {fold(m.person): m for m in memberships if m.term_end is None and m.role != "suppleant"}
    for person in missing:
        roster = rosters.pop(fold(person), None)
        yield Presence(person, "medlem", status, None, span, everyone.rule.name, _roster_spans(roster))
    for member in rosters.values():
        yield Presence(member.person, "medlem", "til stede", None, span, everyone.rule.name, _roster_spans(member))


def _roster_spans(member: Membership | None) -> tuple[Span, ...]:
    return () if member is None else (member.proof.span,)


def _told(sentence: Sentence, facts: FactsLexicon) -> Iterator[Presence]:
    text, presence = sentence.text, facts.presence
    item = presence.first("item_absences", text)
    if item is not None:
        yield from _rows(item, sentence, "medlem", "fraværende", sentence.placed.item, facts)
        return
    for found in presence.every("absences", text):
        yield from _rows(found, sentence, "medlem", found.rule.value, _item_of(sentence.placed), facts)
    for found in presence.every("stand_ins", text):
        yield from _rows(found, sentence, "stedfortræder", "til stede", None, facts)
    for found in presence.every("partly", text):
        yield from _rows(found, sentence, "medlem", "delvist", None, facts)


def _rows(
    found: Found, sentence: Sentence, capacity: str, status: str, item: AgendaItem | None, facts: FactsLexicon
) -> Iterator[Presence]:
    for person in _names(found.match["names"], facts):
        yield Presence(person, capacity, status, item, sentence.span(), found.rule.name)


def _names(text: str, facts: FactsLexicon) -> Iterator[str]:
    for person in read_run(text, people=facts.people, organisations=facts.organisation_names):
        yield person.name


def _settled(found: Sequence[Presence]) -> Iterator[Presence]:
    """One row for each person and item, in the order of the first word about them."""
    groups: dict[tuple[str, str | None], list[Presence]] = {}
    for row in found:
        groups.setdefault((fold(row.person), row.item.item_id if row.item else None), []).append(row)
    for rows in groups.values():
        yield _one_of(rows)


def _one_of(rows: list[Presence]) -> Presence:
    first = rows[0]
    statuses = {row.status for row in rows}
    if len(statuses) == 1:
        return first
    more = tuple(dict.fromkeys(row.span for row in rows[1:] if row.span != first.span))
    if statuses == {"til stede", "delvist"}:
        partly = next(row for row in rows if row.status == "delvist")
        return Presence(first.person, first.capacity, "delvist", first.item, partly.span, partly.rule, (first.span, *more))
    status = "uklart" if "til stede" in statuses else "afbud" if "afbud" in statuses else "fraværende"
    return Presence(first.person, first.capacity, status, first.item, first.span, first.rule, first.more + more)
