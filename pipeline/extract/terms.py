"""What terms of reference and presentations say of a body: clauses and duties."""

import re
from collections.abc import Iterator

from pipeline.extract.reading import Reading, Sentence, body_text
from pipeline.lexicons.facts import FactsLexicon
from pipeline.lexicons.rules import Found
from pipeline.model.document import PassageKind
from pipeline.model.findings import Clause, Duty
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
# "§ 5 Kompetence", "Stk. 2. Rådet …", "3. Rådets møder"
_NUMBER = re.compile(r"^(?:§ ?\d+\w?\.?|stk\. ?\d+\.?|\d+(?:\.\d+)*\.?) ", re.IGNORECASE)
_OWNER = re.compile(r"^(?:rådets|udvalgets) ", re.IGNORECASE)


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
    kind = _section_kind(placed, facts)
    sentences = reading.sentences[placed.passage.passage_id]
    stated = [(s, found) for s in sentences if (found := _stated(s, kind, facts)) is not None]
    item = placed.passage.kind is PassageKind.ITEM
    text = body_text(placed.passage)
    if item and not stated and (text.endswith("?") or (kind == "sammensætning" and len(text) < _NAME_ONLY)):
        return
    # A paragraph that is one sentence of another kind belongs there: the approval that ends the last section.
    moved = len(sentences) == 1 and not item and bool(stated)
    if kind is not None and not moved and not body_text(placed.passage).rstrip().endswith(":"):
        yield kind, f"terms.section_{kind}", placed.passage.span()
    for sentence, found in () if item and kind is not None else stated:
        if found.rule.value != kind or moved:
            yield found.rule.value, found.rule.name, sentence.span()


def _section_kind(placed: Placed, facts: FactsLexicon) -> str | None:
    """What a section is on, by its role, else by the words of its heading or item."""
    kind = None if placed.role is None else _SECTIONS.get(placed.role)
    heads = [*placed.context.section[-1:], (placed.item.title or "") if placed.item is not None else ""]
    for head in heads if kind is None else ():
        found = facts.terms.first("clause_headings", _OWNER.sub("", _NUMBER.sub("", head)))
        if found is not None:
            return found.rule.value
    return kind


def _stated(sentence: Sentence, kind: str | None, facts: FactsLexicon) -> Found | None:
    """The clause a sentence says itself; weaker words count where no heading tells."""
    text = _NUMBER.sub("", sentence.text)
    found = facts.terms.first("clauses", text)
    return facts.terms.first("weak_clauses", text) if found is None and kind is None else found


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
