"""Input, proposals, wishes and topics of a list that a decision sums up: a row for each bullet or member."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.extract.reading import Reading
from pipeline.lexicons.facts import FactsLexicon
from pipeline.model.findings import Contribution, Decision
from pipeline.model.ids import finding_ids
from pipeline.model.paper import Placed
from pipeline.model.place import Proof, Span
from pipeline.model.structure import PaperKind, SectionRole

_FROM = re.compile(r"\bfra ([^:.;,]{3,60}?)(?:,|:|$)")
_TAIL = re.compile(r"(?: (?:mm|mv|m\.m|m\.v|m\.fl|osv|etc))?[\s.,;]*$")
_TYPES = frozenset({"forslag", "ønske", "drøftet", "orienteret", "prioriteret"})


@dataclass(frozen=True, slots=True)
class Part:
    """A member of a list: its kind, who said it, where it stands."""

    kind: str
    said_by: str | None
    placed: Placed
    span: Span
    rule: str


def find_contributions(
    reading: Reading, decisions: Sequence[Decision], facts: FactsLexicon
) -> tuple[Contribution, ...]:
    """The members of the lists that stand in, or right after, the sentences of decisions."""
    if reading.front.kind is not PaperKind.MINUTES:
        return ()
    rows = [*_bullets(reading, facts), *_enumerated(reading, decisions, facts)]
    rows.sort(key=lambda part: (reading.places[part.span.passage_id], part.span.start))
    ids = finding_ids("contributions", reading.paper.document_id, (part.span.quote for part in rows))
    return tuple(
        Contribution(
            key, part.placed.item_number, part.placed.context.item_id, part.kind, part.said_by, part.span.quote,
            Proof(part.span, part.rule),
        )
        for key, part in zip(ids, rows, strict=True)
    )  # fmt: skip


def _bullets(reading: Reading, facts: FactsLexicon) -> Iterator[Part]:
    """The items of a list in a section of decisions whose introduction says what they are."""
    for placed in reading.prose():
        if placed.role is not SectionRole.DECISION or not placed.passage.text.rstrip().endswith(":"):
            continue
        lead = reading.sentences[placed.passage.passage_id][-1].text
        found = facts.agreements.first("contributions", lead)
        if found is None or facts.agreements.holds("only_meetings", lead):
            continue
        said = _FROM.search(lead)
        for item in reading.items_after(placed):
            yield Part(
                found.rule.value, None if said is None else said[1].strip(), item, item.passage.span(), found.rule.name
            )


def _enumerated(reading: Reading, decisions: Sequence[Decision], facts: FactsLexicon) -> Iterator[Part]:
    """ "en række forslag, herunder A, B og C": the members of the sentence, or of the next that begins "Herunder"."""
    contexts = {p.passage.passage_id: p for p in reading.passages}
    for decision in decisions:
        if decision.status != "made" or decision.type not in _TYPES:
            continue
        found = facts.agreements.first("contributions", decision.text)
        if found is None:
            continue
        said = next((a.id for a in decision.actors if a.kind in {"forening", "medlem"}), None)
        for span in (decision.proof.span, *decision.proof.more):
            placed = contexts[span.passage_id]
            begin = _list_start(span.quote, facts, whole=span is not decision.proof.span)
            if begin is not None:
                for start, end in _members(span.quote, begin):
                    inner = placed.passage.span(span.start + start, span.start + end)
                    yield Part(found.rule.value, said, placed, inner, found.rule.name)


def _list_start(text: str, facts: FactsLexicon, *, whole: bool) -> int | None:
    if whole:
        begin = re.match(r"herunder(?: bl\.a\.)?:? ", text, re.IGNORECASE)
        return None if begin is None else begin.end()
    found = facts.agreements.first("inline_lists", text)
    if found is not None:
        return found.end
    colon = re.search(r": (?=[^:]*,[^:]* og )", text)
    return None if colon is None else colon.end()


def _members(text: str, start: int) -> Iterator[tuple[int, int]]:
    """The members of an enumeration between commas and the last "og"; a relative clause and brackets stay inside."""
    cuts = [start]
    depth = 0
    for n in range(start, len(text)):
        depth += (text[n] in "(") - (text[n] in ")")
        if depth == 0 and text[n] == "," and not re.match(r", (?:som|der|hvor|så|at|hvis|når)\b", text[n:]):
            cuts.append(n + 1)
    last = re.search(r"(?:.*\S)? (og) (?!\S+ing\b)", text[cuts[-1] :]) if len(cuts) > 1 else None
    joined = _last_and(text, cuts[-1]) if last is not None else None
    bounds = [*cuts, len(text)]
    for begin, end in itertools.pairwise(bounds):
        pieces = [(begin, end)]
        if end == len(text) and joined is not None:
            pieces = [(begin, joined), (joined + 4, end)]
        for a, b in pieces:
            body = _TAIL.sub("", text[a:b].rstrip(","))
            lead = len(body) - len(body.lstrip())
            if len(body.strip()) > 2:
                yield a + lead, a + len(body)


def _last_and(text: str, start: int) -> int | None:
    """The " og " that joins the last two members: outside brackets, with a whole phrase on either side."""
    depth, found = 0, None
    for n in range(start, len(text)):
        depth += (text[n] in "(") - (text[n] in ")")
        if depth == 0 and text.startswith(" og ", n):
            found = n
    if found is None or len(text[start:found].split()) > 4:
        return None
    return found
