"""Who was there: from lists under labels and from sentences; never from a list of members alone."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.extract.deciders import bare_name
from pipeline.extract.people import read_run
from pipeline.extract.reading import Reading, Sentence
from pipeline.extract.rosters import Listed
from pipeline.lexicons.facts import FactsLexicon
from pipeline.lexicons.rules import Found
from pipeline.model.findings import Attendance, Membership
from pipeline.model.ids import finding_ids, fold
from pipeline.model.paper import Placed
from pipeline.model.place import Proof, Span
from pipeline.model.structure import AgendaItem, PaperKind, SectionRole

_STATUSES = {"til stede", "afbud", "fraværende", "delvist"}
_CAPACITIES = {"gæst", "forvaltning", "stedfortræder"}
# From which share of the items on a remark holds for the meeting, and rules that speak of one item and no other.
_NEARLY_ALL = 0.8
_OF_ITEM = frozenset({"presence.not_in_item", "presence.disqualified", "presence.state_item", "presence.partly"})
_MEETING_TITLE = re.compile(r"\b(?:mødedeltage|deltagel|deltager|fravær|afbud|fremmød|til ?stede)", re.IGNORECASE)
_SECTIONS = frozenset({SectionRole.DECISION, SectionRole.PRESENCE, SectionRole.ABSENCE, SectionRole.MEMBERS, None})


@dataclass(frozen=True, slots=True)
class Presence:
    """A person and a status, for the meeting or for one item of it."""

    person: str
    capacity: str
    status: str
    item: AgendaItem | None
    meeting: str | None
    span: Span
    rule: str
    more: tuple[Span, ...] = ()


def find_attendance(
    reading: Reading, listed: Sequence[Listed], memberships: Sequence[Membership], facts: FactsLexicon
) -> tuple[Attendance, ...]:
    """One row for each person and item or meeting; who is both present and absent is `uklart`."""
    if reading.front.kind is not PaperKind.MINUTES or not reading.paper.structure.meetings:
        return ()
    found = [*_from_lists(reading, listed, facts), *_from_sentences(reading, memberships, facts)]
    decided = frozenset(
        p.context.item_id for p in reading.passages if p.role is SectionRole.DECISION and p.item is not None
    )
    found.sort(key=lambda row: (reading.places[row.span.passage_id], row.span.start))
    rows = list(_settled(_full_names(found), decided))
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
        status = one.label if one.label in _STATUSES else "til stede"
        if state is not None and state.rule.value in _STATUSES:
            status = state.rule.value
        item = _item_of(one.placed) if status != "til stede" else None
        if one.label == "fraværende" and one.rule == "presence.not_by_item" and item is None:
            item = one.placed.item
        yield Presence(one.person.name, _capacity(one, facts), status, item, _meeting(one.placed), one.span, one.rule)
        if state is not None and state.rule.value == "punkter":
            yield from _from_items(one, state, reading)


def _from_items(one: Listed, state: Found, reading: Reading) -> Iterator[Presence]:
    """ "Kim Lund (O) - deltog ikke i behandlingen af punkt: 6, 8": absent from these items."""
    numbers = set(re.findall(r"\d+", state.match["items"]))
    for item in reading.paper.structure.items:
        if item.number in numbers:
            yield Presence(one.person.name, "medlem", "fraværende", item, item.meeting_id, one.span, state.rule.name)


def _capacity(one: Listed, facts: FactsLexicon) -> str:
    if one.label in _CAPACITIES:
        return one.label
    found = facts.presence.first("capacities", one.entry.removeprefix(one.person.name))
    return "medlem" if found is None else found.rule.value


def _item_of(placed: Placed) -> AgendaItem | None:
    """The item an absence belongs to; an item or heading about who came speaks of the whole meeting."""
    if placed.item is None or placed.role not in (SectionRole.DECISION, SectionRole.ABSENCE):
        return None
    heads = (
        [placed.item.title or ""]
        if placed.role is SectionRole.ABSENCE
        else [placed.item.title or "", *placed.context.section[-1:]]
    )
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


def _all_but(
    everyone: Found, sentence: Sentence, memberships: Sequence[Membership], facts: FactsLexicon
) -> Iterator[Presence]:
    """ "Alle var mødt, undtagen A og B": A and B were not, and all other members of the roster were."""
    missing = list(_names(everyone.match.groupdict().get("names") or "", facts))
    status = "afbud" if "afbud" in sentence.text[everyone.end :].casefold() else "fraværende"
    span, meeting = sentence.span(), _meeting(sentence.placed)
    rosters = {fold(m.person): m for m in memberships if m.term_end is None and m.role != "suppleant"}
    for person in missing:
        roster = rosters.pop(fold(person), None)
        yield Presence(person, "medlem", status, None, meeting, span, everyone.rule.name, _roster_spans(roster))
    for member in rosters.values():
        yield Presence(
            member.person, "medlem", "til stede", None, meeting, span, everyone.rule.name, _roster_spans(member)
        )


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
        yield from _rows(found, sentence, "stedfortræder", "til stede", _item_of(sentence.placed), facts)
    for found in presence.every("partly", text):
        before = text[: found.start]
        if not re.search(r"\bat\b", before):
            staff = facts.people.holds("titles", before) or facts.people.holds("titles", found.match["names"])
            capacity = "forvaltning" if staff else "medlem"
            yield from _rows(found, sentence, capacity, "delvist", _item_of(sentence.placed), facts)


def _rows(
    found: Found, sentence: Sentence, capacity: str, status: str, item: AgendaItem | None, facts: FactsLexicon
) -> Iterator[Presence]:
    for person in _names(found.match["names"], facts):
        yield Presence(person, capacity, status, item, _meeting(sentence.placed), sentence.span(), found.rule.name)


def _names(text: str, facts: FactsLexicon) -> Iterator[str]:
    """Full names; in a sentence a single capital word is no name."""
    for person in read_run(text, people=facts.people, organisations=facts.organisation_names):
        if " " in person.name:
            yield bare_name(person.name, facts)


def _meeting(placed: Placed) -> str | None:
    return None if placed.meeting is None else placed.meeting.meeting_id


def _settled(found: Sequence[Presence], decided: frozenset[str | None]) -> Iterator[Presence]:
    """One row for each person and item, in the order of the first word about them."""
    settled = _grouped(_whole_meeting(_grouped(found), decided))
    away = {(fold(r.person), r.meeting) for r in settled if r.item is None and r.status in {"afbud", "fraværende"}}
    for row in settled:
        # Who stayed away from the meeting is not absent from each item of it once more.
        if row.item is None or row.status != "fraværende" or (fold(row.person), row.meeting) not in away:
            yield row


def _grouped(found: Sequence[Presence]) -> list[Presence]:
    groups: dict[tuple[str, str | None, str | None], list[Presence]] = {}
    for row in found:
        groups.setdefault((fold(row.person), row.meeting, row.item.item_id if row.item else None), []).append(row)
    return [_one_of(rows) for rows in groups.values()]


def _whole_meeting(rows: Sequence[Presence], decided: frozenset[str | None]) -> list[Presence]:
    """Who is noted alike under nearly every item was there, or not there, for the whole meeting: one row, not many."""
    mine: dict[tuple[str, str | None, str], list[Presence]] = {}
    for row in rows:
        if row.item is not None and row.rule not in _OF_ITEM:
            mine.setdefault((fold(row.person), row.meeting, row.status), []).append(row)
    merged = {key: found for key, found in mine.items() if 1 < len(found) >= _NEARLY_ALL * len(decided)}
    out = []
    for row in rows:
        same = merged.get((fold(row.person), row.meeting, row.status)) if row.item is not None else None
        if same is None:
            out.append(row)
        elif same[0] is row:
            out.append(replace(row, item=None, more=(*row.more, *(other.span for other in same[1:]))))
    return out


def _full_names(found: Sequence[Presence]) -> list[Presence]:
    """A first name alone stands for the one person of the meeting who bears it."""
    full = {row.person for row in found if " " in row.person}
    out = []
    for row in found:
        bearers = [name for name in sorted(full) if name.split(" ")[0] == row.person]
        out.append(replace(row, person=bearers[0]) if len(bearers) == 1 else row)
    return out


def _one_of(rows: list[Presence]) -> Presence:
    first = rows[0]
    statuses = {row.status for row in rows}
    if len(statuses) == 1:
        return first
    more = tuple(dict.fromkeys(row.span for row in rows[1:] if row.span != first.span))
    if statuses == {"til stede", "delvist"}:
        partly = next(row for row in rows if row.status == "delvist")
        return replace(partly, capacity=first.capacity, more=(first.span,))
    status = "uklart" if "til stede" in statuses else "afbud" if "afbud" in statuses else "fraværende"
    return replace(first, status=status, more=first.more + more)
