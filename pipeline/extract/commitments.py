"""What was agreed to be done: what, by whom, for whom, by when; a repetition in the summing-up is told once."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.extract.dates import find_in
from pipeline.extract.due import next_meeting
from pipeline.extract.edtf import anchor_of
from pipeline.extract.reading import Reading, Sentence
from pipeline.lexicons.facts import FactsLexicon
from pipeline.model.findings import Commitment, Decision
from pipeline.model.ids import finding_ids, fold
from pipeline.model.place import Proof, Span
from pipeline.model.structure import PaperKind, SectionRole

_TYPES = frozenset({"aftalt", "besluttet"})
_CONTENT = re.compile(r"(?:,? at (?=\S)|aftale: ?)", re.IGNORECASE)
_INFINITIVE = re.compile(r"^(?!der\b|det\b|den\b|de\b)[a-zæøå]+e\b")
_ALIKE = 0.4
_SMALL = frozenset(
    [
        "at",
        "der",
        "det",
        "den",
        "de",
        "en",
        "et",
        "og",
        "i",
        "på",
        "til",
        "fra",
        "med",
        "for",
        "af",
        "om",
        "som",
        "skal",
        "vil",
        "blive",
        "er",
        "var",
        "der",
    ]
)


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment before it has an id."""

    decision_id: str | None
    what: str
    responsible: str | None
    recipient: str | None
    due: str | None
    span: Span
    rule: str
    more: tuple[Span, ...]


def find_commitments(reading: Reading, decisions: Sequence[Decision], facts: FactsLexicon) -> tuple[Commitment, ...]:
    """Each agreement of the minutes once, in reading order."""
    if reading.front.kind is not PaperKind.MINUTES:
        return ()
    found = [*_agreed(reading, decisions, facts), *_promised(reading, decisions, facts)]
    found.sort(key=lambda p: (reading.places[p.span.passage_id], p.span.start))
    rows = list(_once(found, decisions))
    ids = finding_ids("commitments", reading.paper.document_id, (p.what for p in rows))
    return tuple(
        Commitment(key, p.decision_id, p.what, p.responsible, p.recipient, p.due, Proof(p.span, p.rule, 1.0, p.more))
        for key, p in zip(ids, rows, strict=True)
    )


def _agreed(reading: Reading, decisions: Sequence[Decision], facts: FactsLexicon) -> Iterator[Promise]:
    own = {reading.front.body, *(m.body for m in reading.paper.structure.meetings)}
    for decision in decisions:
        quote = decision.proof.span.quote
        here = decision.status == "made" or (decision.body in own and decision.date == reading.front.date)
        if not here or facts.agreements.holds("only_meetings", quote):
            continue
        if decision.type == "udpeget":
            if facts.agreements.holds("delegates", quote) and decision.status == "made":
                yield _promise(decision, quote, decision.body, facts)
            continue
        content = _CONTENT.search(quote)
        if decision.type not in _TYPES or content is None:
            continue
        what = quote[content.end() :].rstrip(" .,")
        yield _promise(decision, what, _responsible(what, decision, facts), facts)


def _promise(decision: Decision, what: str, responsible: str | None, facts: FactsLexicon) -> Promise:
    to = facts.agreements.first("recipients", what)
    recipient = None if to is None else to.match["who"]
    proof = decision.proof
    return Promise(decision.id, what, responsible, recipient, decision.due, proof.span, proof.rule, proof.more)


def _responsible(what: str, decision: Decision, facts: FactsLexicon) -> str | None:
    """Who is to do it: the subject of the content, or the body itself where the content has none of its own."""
    if _INFINITIVE.match(what) and decision.type == "besluttet":
        return decision.body
    found = facts.agreements.first("responsible", what)
    return None if found is None else found.match["who"]


def _promised(reading: Reading, decisions: Sequence[Decision], facts: FactsLexicon) -> Iterator[Promise]:
    """Sentences in which someone will do something, outside the clauses that are decisions themselves."""
    spans = [d.proof.span for d in decisions if d.type in _TYPES]
    for placed in reading.prose():
        if placed.item is None or placed.role in {SectionRole.PROPOSAL, SectionRole.ATTACHMENTS}:
            continue
        for sentence in reading.sentences[placed.passage.passage_id]:
            whole = sentence.span()
            if any(s.passage_id == whole.passage_id and s.start < whole.end and whole.start < s.end for s in spans):
                continue
            yield from _in_sentence(sentence, reading, facts)


def _in_sentence(sentence: Sentence, reading: Reading, facts: FactsLexicon) -> Iterator[Promise]:
    text = sentence.text
    found = facts.agreements.first("will_be_done", text)
    if found is None and sentence.placed.role is SectionRole.DECISION:
        found = facts.agreements.first("will_do", text)
    if found is None:
        return
    to = facts.agreements.first("recipients", text)
    due, more = _due(text, sentence, reading, facts)
    recipient = None if to is None else to.match["who"]
    who = found.match.groupdict().get("who")
    yield Promise(None, text.rstrip(" ."), who, recipient, due, sentence.span(), found.rule.name, more)


def _due(text: str, sentence: Sentence, reading: Reading, facts: FactsLexicon) -> tuple[str | None, tuple[Span, ...]]:
    for found in find_in(text, anchor=anchor_of(reading.front.date), dates=facts.dates):
        if re.match(r"\d{4}-\d{2}(?:-\d{2})?$", found.edtf) and facts.decisions.holds("due", text[: found.start]):
            return found.edtf, ()
    if facts.decisions.holds("next_meeting", text):
        meeting = next_meeting(reading, sentence.placed.meeting)
        if meeting is not None:
            return meeting.date, (meeting.proof.span,)
    return None, ()


def _once(found: Sequence[Promise], decisions: Sequence[Decision]) -> Iterator[Promise]:
    """The promises, less those of a summing-up that repeat one made under another item."""
    told = {d.id: d.status for d in decisions}
    kept: list[Promise] = []
    for promise in found:
        recap = promise.decision_id is not None and told[promise.decision_id] == "reported"
        if recap and any(_alike(promise, other) for other in kept):
            continue
        kept.append(promise)
        yield promise


def _alike(a: Promise, b: Promise) -> bool:
    """Whether two promises say the same: the same words, or some of them and the same day."""
    words, others = _words(a.what), _words(b.what)
    if not words or not others:
        return False
    share = len(words & others) / min(len(words), len(others))
    return share >= _ALIKE or (a.due is not None and a.due == b.due and share >= _ALIKE / 2)


def _words(text: str) -> set[str]:
    return {w[:6] for w in fold(text).split() if w not in _SMALL and len(w) > 2}
