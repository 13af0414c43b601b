"""What terms of reference and presentations say of a body: clauses and duties."""

import re
from collections.abc import Iterator

from pipeline.extract.reading import Reading, Sentence, body_text
from pipeline.extract.terms_kinds import section_kind, stated
from pipeline.extract.terms_quoted import quoted_clauses
from pipeline.lexicons.facts import FactsLexicon
from pipeline.lexicons.rules import Found
from pipeline.model.document import PassageKind
from pipeline.model.findings import Clause, Duty
from pipeline.model.ids import finding_ids
from pipeline.model.paper import Placed
from pipeline.model.place import Proof, Span
from pipeline.model.structure import PaperKind

_KINDS = frozenset({PaperKind.TERMS, PaperKind.SLIDES})
# An item this short in a list of members is the name of an organisation, not a clause.
_NAME_ONLY = 45
_ONLY_NUMBER = re.compile(r"(?:§ ?\d+\w?|stk\. ?\d+|\d+(?:\.\d+)*)\.?\s*", re.IGNORECASE)


def find_clauses_of_terms(reading: Reading, facts: FactsLexicon) -> tuple[Clause, ...]:
    """Each sentence or item of a section on the body itself; of other papers what they quote or retell of terms."""
    if reading.front.kind in _KINDS:
        rows = [row for placed in reading.prose() for row in _clauses(placed, reading, facts)]
    else:
        rows = list(quoted_clauses(reading, facts))
    ids = finding_ids("clauses", reading.paper.document_id, (f"{kind} {span.quote}" for kind, _, span in rows))
    return tuple(
        Clause(key, kind, span.quote, Proof(span, rule)) for key, (kind, rule, span) in zip(ids, rows, strict=True)
    )


def _clauses(placed: Placed, reading: Reading, facts: FactsLexicon) -> Iterator[tuple[str, str, Span]]:
    kind = section_kind(placed, facts)
    sentences = reading.sentences[placed.passage.passage_id]
    if placed.passage.kind is PassageKind.ITEM and kind is not None:
        yield from _of_item(placed, kind, sentences, facts)
        return
    sentences = _whole(sentences)
    leads_in = _leads_in(placed, reading)
    for n, sentence in enumerate(sentences):
        said = stated(sentence, kind, facts)
        if said is not None:
            yield said.rule.value, said.rule.name, sentence.span()
        elif leads_in and n + 1 == len(sentences):
            each = facts.terms.first("seat_lists", sentence.text)
            if each is not None and kind is not None:
                yield kind, each.rule.name, sentence.span()
        elif kind is not None:
            yield kind, f"terms.section_{kind}", sentence.span()


def _whole(sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """The sentences, each with the number before it ("Stk. 2."); what begins with a small letter goes on."""
    found: list[Sentence] = []
    for sentence in sentences:
        if found and (_ONLY_NUMBER.fullmatch(found[-1].text) or sentence.text[:1].islower()):
            sentence = Sentence(sentence.placed, found.pop().start, sentence.end)
        found.append(sentence)
    return tuple(found)


def _leads_in(placed: Placed, reading: Reading) -> bool:
    """Whether a paragraph only opens what follows: by its colon, or unfinished above a list."""
    text = body_text(placed.passage).rstrip()
    return text.endswith(":") or (text[-1:].isalpha() and bool(reading.items_after(placed)))


def _of_item(
    placed: Placed, kind: str, sentences: tuple[Sentence, ...], facts: FactsLexicon
) -> Iterator[tuple[str, str, Span]]:
    """A whole item; not a question, a line that opens a further list, or the bare name of who has a seat."""
    text = body_text(placed.passage).rstrip()
    says = any(stated(sentence, kind, facts) is not None for sentence in sentences)
    counts = facts.terms.holds("counted_items", text)
    name_only = kind == "sammensætning" and len(text) < _NAME_ONLY and not counts
    if says or not (text.endswith(("?", ":")) or name_only):
        yield kind, f"terms.section_{kind}", placed.passage.span()


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
