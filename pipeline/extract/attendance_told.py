"""Who was there, by the sentences of the minutes: everyone but some, the absent, stand-ins, guests, who came late."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.extract.deciders import bare_name
from pipeline.extract.people import read_run
from pipeline.extract.reading import Reading, Sentence
from pipeline.lexicons.facts import FactsLexicon
from pipeline.lexicons.rules import Found
from pipeline.model.document import PassageKind
from pipeline.model.findings import Membership
from pipeline.model.ids import fold
from pipeline.model.paper import Placed
from pipeline.model.place import Span
from pipeline.model.structure import AgendaItem, SectionRole

_MEETING_TITLE = re.compile(
    r"\b(?:mødedeltage|deltagel|deltager|fravær|afbud|fremmød|stedfortræd|suppleant|til ?stede)", re.IGNORECASE
)
_SECTIONS = frozenset({SectionRole.DECISION, SectionRole.PRESENCE, SectionRole.ABSENCE, SectionRole.MEMBERS, None})
_AWAY = frozenset({"afbud", "fraværende"})
# A full stop that ends a sentence of a line of the head: not one of an initial, a date or "kl.".
_LINE_SENTENCES = re.compile(r"(?<=[a-zæøå]{3}\.) (?=[A-ZÆØÅ])|(?<=[)\d]\.) (?=[A-ZÆØÅ])")
_LINE_LABEL = re.compile(r"[A-ZÆØÅ][\wæøå /]{2,24}: ?")
# A sentence in a line of the head has a verb, and no dash: "Bo Dam, F - Kim Lund, F, deltog …" is a list.
_TELLS = re.compile(r"(?!.* [–-] ).*\b(?:var|er|havde|har|deltog|mødte|forlod|ankom|kom|gik|udeblev)\b")
_NUMBERED = re.compile(r"^\d{1,2}[.)] ?")
# "Under punktet deltog …" speaks of the item it stands under, in whatever section.
_OF_THE_ITEM = re.compile(r"\b(?:punktet|dette punkt|denne sag|sagen|sagens behandling)\b", re.IGNORECASE)


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


def told_presence(
    reading: Reading, memberships: Sequence[Membership], facts: FactsLexicon, away: frozenset[str]
) -> Iterator[Presence]:
    """What sentences say; `away` are the folded names of those a list calls absent, for "alle øvrige"."""
    told: list[tuple[Sentence, Found]] = []
    for sentence in _sentences(reading):
        everyone = facts.presence.first("everyone", sentence.text)
        if everyone is not None:
            told.append((sentence, everyone))
            continue
        for row in _told(sentence, facts):
            away |= {fold(row.person)} if row.status in _AWAY and row.item is None else frozenset()
            yield row
    for sentence, everyone in told:
        yield from _all_but(everyone, sentence, memberships, facts, away)


def item_of(placed: Placed) -> AgendaItem | None:
    """The item an absence belongs to; an item or heading about who came speaks of the whole meeting."""
    if placed.item is None or placed.role not in (SectionRole.DECISION, SectionRole.ABSENCE):
        return None
    heads = (
        [placed.item.title or ""]
        if placed.role is SectionRole.ABSENCE
        else [placed.item.title or "", *placed.context.section[-1:]]
    )
    return None if any(_MEETING_TITLE.search(head) for head in heads) else placed.item


def meeting_of(placed: Placed) -> str | None:
    """The meeting a passage speaks of."""
    return None if placed.meeting is None else placed.meeting.meeting_id


def _sentences(reading: Reading) -> Iterator[Sentence]:
    """The sentences of prose and those of lines of the head, in sections that may tell who came."""
    for placed in reading.passages:
        if placed.role not in _SECTIONS:
            continue
        if placed.passage.kind is PassageKind.LETTERHEAD:
            yield from _of_line(placed)
        else:
            yield from reading.sentences.get(placed.passage.passage_id, ())


def _of_line(placed: Placed) -> Iterator[Sentence]:
    text = placed.passage.text
    label = _LINE_LABEL.match(text)
    start = 0 if label is None else label.end()
    ends = [*_LINE_SENTENCES.finditer(text, start)]
    for begin, end in zip([start, *(c.end() for c in ends)], [*(c.start() for c in ends), len(text)], strict=True):
        if _TELLS.match(text[begin:end]):
            yield Sentence(placed, begin, end)


def _all_but(
    everyone: Found, sentence: Sentence, memberships: Sequence[Membership], facts: FactsLexicon, away: frozenset[str]
) -> Iterator[Presence]:
    """ "Alle var mødt, undtagen A og B": A and B were not, and all other members of the roster were."""
    parts = {key: value for key, value in everyone.match.groupdict().items() if value}
    missing = list(_names(parts.get("names") or parts.get("names2") or parts.get("but") or "", facts))
    status = "afbud" if "afbud" in sentence.text[everyone.end :].casefold() else "fraværende"
    span, meeting = sentence.span(), meeting_of(sentence.placed)
    rosters = {fold(m.person): m for m in memberships if m.term_end is None and m.role != "suppleant"}
    for person in missing:
        roster = rosters.pop(fold(person), None)
        yield Presence(person, "medlem", status, None, meeting, span, everyone.rule.name, _roster_spans(roster))
    others = "rest" in parts or "rest2" in parts
    for key, member in rosters.items():
        # "Alle øvrige" are all but those whose absence is told elsewhere.
        if not (others and key in away):
            more = _roster_spans(member)
            yield Presence(member.person, "medlem", "til stede", None, meeting, span, everyone.rule.name, more)


def _roster_spans(member: Membership | None) -> tuple[Span, ...]:
    return () if member is None else (member.proof.span,)


def _told(sentence: Sentence, facts: FactsLexicon) -> Iterator[Presence]:
    text, presence = _NUMBERED.sub(lambda m: " " * len(m[0]), sentence.text), facts.presence
    item = presence.first("item_absences", text)
    if item is not None:
        yield from _rows(item, sentence, "medlem", "fraværende", sentence.placed.item, facts)
        return
    own = item_of(sentence.placed)
    for found in presence.every("absences", text):
        yield from _rows(found, sentence, "medlem", found.rule.value, own, facts)
    for found in presence.every("stand_ins", text):
        yield from _rows(found, sentence, "stedfortræder", "til stede", own, facts)
    for found in presence.every("presences", text):
        capacity = "medlem" if found.rule.value == "til stede" else found.rule.value
        yield from _rows(found, sentence, capacity, "til stede", own, facts)
    yield from _partly(text, sentence, own, facts)


def _partly(text: str, sentence: Sentence, item: AgendaItem | None, facts: FactsLexicon) -> Iterator[Presence]:
    for found in facts.presence.every("partly", text):
        before = text[: found.start]
        if not re.search(r"\bat\b", before):
            here = sentence.placed.item if _OF_THE_ITEM.search(found.match[0]) else item
            staff = facts.people.holds("titles", before) or facts.people.holds("titles", found.match[0])
            yield from _rows(found, sentence, "forvaltning" if staff else "medlem", "delvist", here, facts)


def _rows(
    found: Found, sentence: Sentence, capacity: str, status: str, item: AgendaItem | None, facts: FactsLexicon
) -> Iterator[Presence]:
    for person in _names(found.match["names"], facts):
        yield Presence(person, capacity, status, item, meeting_of(sentence.placed), sentence.span(), found.rule.name)


def _names(text: str, facts: FactsLexicon) -> Iterator[str]:
    """Full names; in a sentence a single capital word is no name."""
    for person in read_run(text, people=facts.people, organisations=facts.organisation_names):
        if " " in person.name:
            yield bare_name(person.name, facts)
