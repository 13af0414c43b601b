"""A decision before it has an id, and the list that its clause introduces."""

import re
from dataclasses import dataclass

from pipeline.extract.clauses import Clause
from pipeline.extract.deciders import Decider
from pipeline.extract.reading import Reading
from pipeline.model.place import Span


@dataclass(frozen=True, slots=True)
class Ruled:
    """A clause that decides: made here or reported, by whom, when, due when, and the spans that go with it."""

    clause: Clause
    status: str
    decider: Decider
    date: str | None
    due: str | None
    more: tuple[Span, ...]


def list_of(clause: Clause, reading: Reading) -> tuple[Span, ...]:
    """The list that the clause introduces: items after a colon, or a next sentence that begins with "Herunder"."""
    sentence = clause.sentence
    placed = sentence.placed
    sentences = reading.sentences[placed.passage.passage_id]
    spans = [s.span() for s in sentences if s.start > sentence.end and re.match(r"herunder\b", s.text, re.IGNORECASE)][
        :1
    ]
    if sentence.text.rstrip().endswith(":") and sentence.end >= len(placed.passage.text.rstrip()):
        spans += [item.passage.span() for item in reading.items_after(placed)]
    return tuple(spans)
