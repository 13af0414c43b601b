"""What terms of reference and presentations say of a body: clauses, duties, and seats."""

import re
from collections.abc import Iterator

from pipeline.extract.bodies import find_bodies, is_own, plain_name
from pipeline.extract.reading import Reading, Sentence, body_text
from pipeline.lexicons.facts import FactsLexicon
from pipeline.lexicons.rules import Found
from pipeline.model.document import PassageKind
from pipeline.model.findings import Clause, Duty, Seat
from pipeline.model.ids import finding_ids
from pipeline.model.paper import Placed
from pipeline.model.place import Proof, Span
from pipeline.model.structure import PaperKind, SectionRole

_KINDS = frozenset({PaperKind.TERMS, PaperKind.SLIDES})
_SECTIONS = {
    SectionRole.PURPOSE: "formål",
    SectionRole.TARGET_GROUP: "målgruppe",
    SectionRole.TASKS: "opgave",
    SectionRole.COMPOSITION: "sammensætning",
    SectionRole.MEETINGS: "mødekadence",
    SectionRole.COMPETENCE: "kompetence",
    SectionRole.ECONOMY: "økonomi",
    SectionRole.SECRETARIAT: "sekretariat",
    SectionRole.APPROVAL: "godkendelse",
}
# An item this short in a list of members is the name of an organisation, not a clause.
_NAME_ONLY = 45
_SEAT_SECTIONS = frozenset({SectionRole.MEMBERS, SectionRole.COMPOSITION})


def find_clauses_of_terms(reading: Reading, facts: FactsLexicon) -> tuple[Clause, ...]:
    """Each paragraph or item of a section on the body itself, and sentences that state such a thing elsewhere."""
    if reading.front.kind not in _KINDS:
        return ()
    rows = [row for placed in reading.prose() for row in _clauses(placed, reading, facts)]
    ids = finding_ids("clauses", reading.paper.document_id, (f"{kind} {span.quote}" for kind, _, span in rows))
    return tuple(
        Clause(key, kind, span.quote, Proof(span, rule)) for key, (kind, rule, span) in zip(ids, rows, strict=True)
    )


def _clauses(placed: Placed, reading: Reading, facts: FactsLexicon) -> Iterator[tuple[str, str, Span]]:
    kind = None if placed.role is None else _SECTIONS.get(placed.role)
    sentences = reading.sentences[placed.passage.passage_id]
    stated = [(s, found) for s in sentences if (found := facts.terms.first("clauses", s.text)) is not None]
    item = placed.passage.kind is PassageKind.ITEM
    if kind is not None and item and len(body_text(placed.passage)) < _NAME_ONLY and not stated:
        return
    # A paragraph that is one sentence of another kind belongs there: the approval that ends the last section.
    moved = len(sentences) == 1 and not item and bool(stated)
    if kind is not None and not moved and not body_text(placed.passage).rstrip().endswith(":"):
        yield kind, f"terms.section_{kind}", placed.passage.span()
    for sentence, found in () if item and kind is not None else stated:
        if found.rule.value != kind or moved:
            yield found.rule.value, found.rule.name, sentence.span()


def find_duties(reading: Reading, facts: FactsLexicon) -> tuple[Duty, ...]:
    """Each sentence of terms of reference that requires something regularly."""
    if reading.front.kind is not PaperKind.TERMS:
        return ()
    rows: list[tuple[Sentence, Found]] = []
    for placed in reading.prose():
        for sentence in reading.sentences[placed.passage.passage_id]:
            often = facts.terms.first("duties", sentence.text)
            if often is not None and facts.terms.holds("must", sentence.text):
                rows.append((sentence, often))
    ids = finding_ids("duties", reading.paper.document_id, (s.text for s, _ in rows))
    return tuple(
        Duty(key, s.text, often.match[0], Proof(s.span(), often.rule.name))
        for key, (s, often) in zip(ids, rows, strict=True)
    )


_Seat = tuple[str | None, int | None, bool, str | None, str, Span]


def find_seats(reading: Reading, facts: FactsLexicon) -> tuple[Seat, ...]:
    """The seats of the paper's body as it is put together, and seats of its member lists that nobody fills."""
    rows = [*_vacant(reading, facts), *(_composed(reading, facts) if reading.front.kind in _KINDS else ())]
    ids = finding_ids("seats", reading.paper.document_id, (span.quote for *_, span in rows))
    return tuple(
        Seat(key, reading.front.body, organisation, number, vacant, by, Proof(span, rule))
        for key, (organisation, number, vacant, by, rule, span) in zip(ids, rows, strict=True)
    )


def _vacant(reading: Reading, facts: FactsLexicon) -> Iterator[_Seat]:
    """ "Et medlem fra Foreningen Testby" in a list of names is a seat without a person."""
    for placed in reading.passages:
        if placed.passage.kind is not PassageKind.ITEM or reading.front.kind is PaperKind.TERMS:
            continue
        text = body_text(placed.passage)
        found = facts.people.first("vacant", text)
        if found is None or not _among_people(placed, reading, facts):
            continue
        organisation = next((g for g in found.match.groupdict().values() if g), "").strip(" ,:.-") or None
        yield organisation, 1, True, None, found.rule.name, placed.passage.span()


def _among_people(placed: Placed, reading: Reading, facts: FactsLexicon) -> bool:
    """Whether the list holds people: its neighbours begin with a person's name."""
    place = reading.places[placed.passage.passage_id]
    near = reading.passages[max(0, place - 3) : place + 3]
    names = list(facts.people.groups["name"])
    return any(p.match(body_text(n.passage)) for n in near if n is not placed for rule in names for p in rule.patterns)


def _composed(reading: Reading, facts: FactsLexicon) -> Iterator[_Seat]:
    listing: Found | None = None
    for placed in reading.prose():
        text = body_text(placed.passage)
        if placed.passage.kind is PassageKind.ITEM and listing is not None:
            yield text.strip(" .,"), 1, False, _appointer(reading, facts), listing.rule.name, placed.passage.span()
            continue
        listing = facts.terms.first("seat_lists", text) if text.rstrip().endswith(":") else None
        if placed.role in _SEAT_SECTIONS:
            for sentence in reading.sentences[placed.passage.passage_id]:
                yield from _in_sentence(sentence, reading, facts)


def _in_sentence(sentence: Sentence, reading: Reading, facts: FactsLexicon) -> Iterator[_Seat]:
    for found in facts.terms.every("seats", sentence.text):
        parts = found.match.groupdict()
        number = facts.terms.first("numbers", parts["number"])
        organisation = _organisation(parts["org"], reading, facts)
        by = parts.get("by") or (organisation if found.rule.value == "udpeget af" else None)
        value = None if number is None else int(number.rule.value)
        yield organisation, value, False, by, found.rule.name, sentence.span(found.start, found.end)


def _organisation(words: str, reading: Reading, facts: FactsLexicon) -> str | None:
    """The organisation of a seat: a body by its name, else the words as they stand."""
    bodies = [b for b in find_bodies(words, facts.bodies) if b.start <= 6 and not b.generic]
    if bodies and not is_own(bodies[0].name, reading.front):
        return plain_name(bodies[0].name, reading.front)
    return re.sub(r"^(?:de|den|det) ", "", words.strip()) or None


def _appointer(reading: Reading, facts: FactsLexicon) -> str | None:
    """Who appoints the members, when the paper says so in one way."""
    found = {
        found.match["by"]
        for placed in reading.prose()
        for found in facts.terms.every("seats", placed.passage.text)
        if found.match.groupdict().get("by")
    }
    return found.pop() if len(found) == 1 else None
