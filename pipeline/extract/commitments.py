"""What was agreed to be done: what, by whom, for whom, by when; a repetition in the summing-up is told once."""

from collections.abc import Iterator, Sequence

from pipeline.extract.agreed import AGREEING, agreed_promises
from pipeline.extract.agreed_lists import find_lines
from pipeline.extract.agreed_tables import table_promises
from pipeline.extract.promise import Promise, around, made_promise, overlap
from pipeline.extract.promise_due import due_of
from pipeline.extract.promise_notes import with_notes
from pipeline.extract.promises import find_pieces
from pipeline.extract.reading import Reading, Sentence
from pipeline.lexicons.facts import FactsLexicon
from pipeline.model.findings import Commitment, Decision
from pipeline.model.ids import finding_ids, fold
from pipeline.model.paper import Placed
from pipeline.model.place import Proof, Span
from pipeline.model.structure import PaperKind, SectionRole

# Sections, and an item's own text without any, in which a sentence in the present tells what is to be done.
_WHERE_PROMISED = frozenset({SectionRole.DECISION, SectionRole.TALK, None})
# A clause of one of these types decides what becomes of the matter, and promises nothing beside.
_ONLY_DECIDES = frozenset(
    {"oversendt", "sendt i høring", "udsat", "genoptages", "anbefalet", "bevilget", "taget af dagsordenen"}
)
_ALIKE = 0.4
_SMALL = frozenset({
    "af", "at", "blive", "de", "den", "der", "det", "en", "er", "et", "for", "fra", "i", "med", "og", "om", "på",
    "skal", "som", "til", "var", "vil",
})  # fmt: skip


def find_commitments(reading: Reading, decisions: Sequence[Decision], facts: FactsLexicon) -> tuple[Commitment, ...]:
    """Each agreement of the minutes once, in reading order."""
    if reading.front.kind is not PaperKind.MINUTES:
        return ()
    found: list[Promise] = []
    for promises in (table_promises(reading, facts), _listed(reading, decisions, facts),
                     agreed_promises(reading, decisions, facts), _promised(reading, decisions, facts)):  # fmt: skip
        found += [p for p in promises if not any(overlap(p.span, other.span) for other in found)]
    found = [with_notes(p, reading, facts) for p in found]
    found.sort(key=lambda p: (reading.places[p.span.passage_id], p.span.start))
    rows = list(_once(found, decisions, reading, facts))
    ids = finding_ids("commitments", reading.paper.document_id, (p.what for p in rows))
    return tuple(
        Commitment(key, p.decision_id, p.what, p.responsible, p.recipient, p.due, Proof(p.span, p.rule, 1.0, p.more))
        for key, p in zip(ids, rows, strict=True)
    )


def _listed(reading: Reading, decisions: Sequence[Decision], facts: FactsLexicon) -> Iterator[Promise]:
    """The lines of the lists that agreements introduce."""
    for line in find_lines(reading, facts):
        span = line.placed.passage.span(line.start, line.end)
        due, more = due_of(span.quote, line.placed, reading, facts)
        if due is None:
            due, more = due_of(line.lead, line.placed, reading, facts)
        yield made_promise(span, line.who, line.rule, (due, more), around(span, decisions), reading, facts)


def _promised(reading: Reading, decisions: Sequence[Decision], facts: FactsLexicon) -> Iterator[Promise]:
    """Sentences in which someone will do something, outside the clauses that are decisions themselves."""
    spans = [d.proof.span for d in decisions if d.type in AGREEING]
    for placed in reading.prose():
        if placed.item is None or placed.role in {SectionRole.PROPOSAL, SectionRole.ATTACHMENTS}:
            continue
        for sentence in reading.sentences[placed.passage.passage_id]:
            if placed.role in _WHERE_PROMISED and not facts.agreements.holds("in_advance", placed.passage.text):
                yield from _in_sentence(sentence, decisions, reading, facts)
            if not any(overlap(s, sentence.span()) for s in spans):
                yield from _will_be_done(sentence, reading, facts)


def _in_sentence(
    sentence: Sentence, decisions: Sequence[Decision], reading: Reading, facts: FactsLexicon
) -> Iterator[Promise]:
    """Each "<somebody> <does>" of a sentence; what says little by itself only with the day it is to be done by."""
    for piece in find_pieces(sentence.text, facts, agreed=False):
        span = sentence.span(piece.start, piece.end)
        due = due_of(span.quote, sentence.placed, reading, facts)
        if any(d.type in _ONLY_DECIDES and _begins_in(d.proof.span, span) for d in decisions):
            continue
        timed = due[0] is not None or facts.agreements.holds("next_time", span.quote)
        if timed or not piece.by_then or facts.agreements.holds("soon", span.quote):
            yield made_promise(span, piece.who, piece.rule, due, around(span, decisions), reading, facts)


def _begins_in(inner: Span, outer: Span) -> bool:
    return inner.passage_id == outer.passage_id and outer.start <= inner.start < outer.end


def _will_be_done(sentence: Sentence, reading: Reading, facts: FactsLexicon) -> Iterator[Promise]:
    found = facts.agreements.first("will_be_done", sentence.text)
    said_here = found is not None and (found.rule.value != "here" or sentence.placed.role in _WHERE_PROMISED)
    if found is not None and said_here:
        due = due_of(sentence.text, sentence.placed, reading, facts)
        yield made_promise(sentence.span(), None, found.rule.name, due, None, reading, facts)


def _once(
    found: Sequence[Promise], decisions: Sequence[Decision], reading: Reading, facts: FactsLexicon
) -> Iterator[Promise]:
    """The promises, less those of a summing-up that repeat one made under another item."""
    told = {d.id: d.status for d in decisions}
    kept: list[Promise] = []
    for promise in found:
        recap = (promise.decision_id is not None and told[promise.decision_id] == "reported") or _sums_up(
            reading.passages[reading.places[promise.span.passage_id]], facts
        )
        if recap and any(_alike(promise, other) for other in kept):
            continue
        kept.append(promise)
        yield promise


def _sums_up(placed: Placed, facts: FactsLexicon) -> bool:
    """Whether the item only sums up the others."""
    return placed.item is not None and facts.decisions.holds("recaps", placed.item.title or "")


def _alike(a: Promise, b: Promise) -> bool:
    """Whether two promises say the same: the same words, or some of them and the same day."""
    words, others = _words(a.what), _words(b.what)
    if not words or not others:
        return False
    share = len(words & others) / min(len(words), len(others))
    return share >= _ALIKE or (a.due is not None and a.due == b.due and share >= _ALIKE / 2)


def _words(text: str) -> set[str]:
    return {w[:6] for w in fold(text).split() if w not in _SMALL and len(w) > 2}
