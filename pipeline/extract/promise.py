"""A commitment before it has an id."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.extract.promise_due import Due
from pipeline.extract.reading import Reading
from pipeline.lexicons.facts import FactsLexicon
from pipeline.model.findings import Decision
from pipeline.model.place import Span


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


def made_promise(
    span: Span, who: str | None, rule: str, due: Due, decision: Decision | None, reading: Reading, facts: FactsLexicon
) -> Promise:
    """The promise that stands in a span; "vi" are those who meet."""
    to = facts.agreements.first("recipients", span.quote)
    recipient = None if to is None else to.match["who"]
    responsible = reading.front.body if who is not None and who.casefold() == "vi" else who
    key = None if decision is None else decision.id
    return Promise(key, span.quote.rstrip(" .,"), responsible, recipient, due[0], span, rule, due[1])


def around(span: Span, decisions: Sequence[Decision]) -> Decision | None:
    """The decision in whose clause, or in whose list, the words stand."""
    return next(
        (d for d in decisions if d.status == "made" and any(overlap(s, span) for s in (d.proof.span, *d.proof.more))),
        None,
    )


def overlap(a: Span, b: Span) -> bool:
    """Whether two spans share a letter."""
    return a.passage_id == b.passage_id and a.start < b.end and b.start < a.end
