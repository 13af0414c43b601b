"""Clauses of terms of reference that another paper quotes or retells."""

from collections.abc import Iterator, Sequence

from pipeline.extract.bodies import find_bodies, is_own
from pipeline.extract.reading import Reading, Sentence, body_text
from pipeline.extract.terms_kinds import stated
from pipeline.lexicons.facts import FactsLexicon
from pipeline.model.document import PassageKind
from pipeline.model.paper import Placed
from pipeline.model.place import Span
from pipeline.model.structure import PaperKind

_Row = tuple[str, str, Span]
_OPENS, _CLOSES = ("”", "“", '"', "»", "„"), ("”", "“", '"', "«")
_LONGEST_QUOTE = 12


def quoted_clauses(reading: Reading, facts: FactsLexicon) -> Iterator[_Row]:
    """The sentences quoted after a line that leads in to terms, and sentences that retell them."""
    quoted: set[str] = set()
    for placed in reading.prose():
        lead = facts.terms.first("clause_leads", body_text(placed.passage).rstrip())
        if placed.passage.passage_id in quoted:
            continue
        if lead is not None:
            words = list(_led_in(placed, reading))
            quoted.update(p.passage.passage_id for p in words)
            yield from _worded(words, lead.rule.value, reading, facts)
        for sentence in reading.sentences[placed.passage.passage_id]:
            yield from _retold(sentence, reading, facts)


def _led_in(lead: Placed, reading: Reading) -> Iterator[Placed]:
    """The list or block below a line, or the paragraphs up to the end of the quotation that begins there."""
    following = reading.passages[reading.places[lead.passage.passage_id] + 1 :]
    if following and following[0].passage.kind in {PassageKind.ITEM, PassageKind.QUOTE}:
        kind = following[0].passage.kind
        for placed in following:
            if placed.passage.kind is not kind or placed.context.section != lead.context.section:
                return
            yield placed
    elif following and body_text(following[0].passage).startswith(_OPENS):
        yield from _to_the_end(following[:_LONGEST_QUOTE], lead)


def _to_the_end(following: Sequence[Placed], lead: Placed) -> list[Placed]:
    """The paragraphs of a quotation; none where it is not closed in its section."""
    found: list[Placed] = []
    for placed in following:
        if placed.context.section != lead.context.section:
            return []
        found.append(placed)
        if body_text(placed.passage).rstrip(" .").endswith(_CLOSES):
            return found
    return []


def _worded(words: Sequence[Placed], lead: str, reading: Reading, facts: FactsLexicon) -> Iterator[_Row]:
    """Each sentence of quoted terms, each item whole: by its own words, else as the one before or as the lead says."""
    kind = None if lead == "ordlyd" else lead
    for placed in words:
        sentences = reading.sentences[placed.passage.passage_id]
        if placed.passage.kind is PassageKind.ITEM and lead != "ordlyd":
            yield lead, f"terms.led_{lead}", placed.passage.span()
            continue
        for sentence in sentences:
            said = stated(sentence, None, facts)
            if said is not None:
                kind = said.rule.value
            elif not facts.terms.holds("goes_on", sentence.text):
                kind = None if lead == "ordlyd" else lead
            if kind is not None:
                yield kind, f"terms.quoted_{kind}", sentence.span()


def _retold(sentence: Sentence, reading: Reading, facts: FactsLexicon) -> Iterator[_Row]:
    """ "Ifølge kommissoriet holdes fire møder", and how many members the paper's own body has."""
    by_terms = facts.terms.first("by_terms", sentence.text)
    said = stated(sentence, None, facts) if by_terms is not None or counts_own(sentence, reading, facts) else None
    if said is not None:
        yield said.rule.value, said.rule.name if by_terms is None else by_terms.rule.name, sentence.span()


def counts_own(sentence: Sentence, reading: Reading, facts: FactsLexicon) -> bool:
    """Whether a sentence counts the members of the paper's own body; a memo tells of other bodies too."""
    total = facts.terms.first("totals", sentence.text)
    if total is None or reading.front.kind is PaperKind.MEMO:
        return False
    named = [b for b in find_bodies(sentence.text[: total.match.start("number")], facts.bodies) if not b.generic]
    return all(is_own(b.name, reading.front) for b in named)
