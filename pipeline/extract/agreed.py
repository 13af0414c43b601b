"""What was agreed in so many words: "Det blev aftalt, at …", "Aftale: …", and the representatives that were sent."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.extract.promise import Promise, made_promise
from pipeline.extract.promise_due import due_of, due_of_meeting
from pipeline.extract.promises import find_pieces
from pipeline.extract.reading import Reading
from pipeline.lexicons.facts import FactsLexicon
from pipeline.model.findings import Decision
from pipeline.model.place import Span

AGREEING = frozenset({"aftalt", "besluttet"})
_CONTENT = re.compile(r"(?:(?:,|\b) ?at (?=\S)|\baftal(?:e|er|t): ?)", re.IGNORECASE)
_INFINITIVE = re.compile(r"^(?!der\b|det\b|den\b|de\b)[a-zæøå]+e\b")
# What joins two clauses of an agreement.
_JOINED = re.compile(r"(?:,| og| samt| mens)+(?: at)?\s*$")


def agreed_promises(reading: Reading, decisions: Sequence[Decision], facts: FactsLexicon) -> Iterator[Promise]:
    """What the decisions of the minutes agree on, and the representatives they send."""
    own = {reading.front.body, *(m.body for m in reading.paper.structure.meetings)}
    for decision in decisions:
        quote = decision.proof.span.quote
        here = decision.status == "made" or (decision.body in own and decision.date == reading.front.date)
        if not here or facts.agreements.holds("only_meetings", quote):
            continue
        if decision.type == "udpeget":
            if facts.agreements.holds("delegates", quote) and decision.status == "made":
                yield _delegated(decision, reading, facts)
            continue
        content = _CONTENT.search(quote)
        if decision.type in AGREEING and content is not None:
            yield from _contents(decision, content, reading, facts)


def _delegated(decision: Decision, reading: Reading, facts: FactsLexicon) -> Promise:
    """Representatives are due on the day of the meeting they are sent to, where the item tells it."""
    span = decision.proof.span
    placed = reading.passages[reading.places[span.passage_id]]
    due = (decision.due, ()) if decision.due is not None else due_of_meeting(span.quote, placed, reading, facts)
    return replace(_whole(decision, span.quote, decision.body, facts), due=due[0], more=(*decision.proof.more, *due[1]))


def _contents(decision: Decision, content: re.Match[str], reading: Reading, facts: FactsLexicon) -> Iterator[Promise]:
    """What an agreement says: a promise for each clause with a doer of its own, else the whole."""
    quote, begin = decision.proof.span.quote, content.end()
    pieces = list(find_pieces(quote[content.start() :], facts, agreed=True))
    shift = content.start()
    what = quote[begin:].rstrip(" .,:")
    placed = reading.passages[reading.places[decision.proof.span.passage_id]]
    if not what:
        return
    if not pieces:
        whole = _whole(decision, what, _responsible(what, decision, facts), facts)
        due, more = (decision.due, ()) if decision.due is not None else due_of(what, placed, reading, facts)
        yield replace(whole, due=due, more=(*whole.more, *more))
        return
    before = quote[begin : shift + pieces[0].start]
    leads = _JOINED.search(before) is None
    if not leads:
        yield replace(_whole(decision, _JOINED.sub("", before), None, facts), due=None)
    for n, piece in enumerate(pieces):
        start = begin if n == 0 and leads else shift + piece.start
        span = _within(decision.proof.span, start, shift + piece.end)
        told = due_of(span.quote, placed, reading, facts)
        if told[0] is None and len(pieces) == 1:
            told = (decision.due, ())
        yield made_promise(span, piece.who, decision.proof.rule, told, decision, reading, facts)


def _within(span: Span, start: int, end: int) -> Span:
    return Span(span.passage_id, span.start + start, span.start + end, span.quote[start:end])


def _whole(decision: Decision, what: str, responsible: str | None, facts: FactsLexicon) -> Promise:
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
