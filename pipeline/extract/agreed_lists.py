"""The lists in which minutes put what was agreed: "Aftaler:", "Aftalt til næste gang:", "Hvem gør hvad?"."""

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.extract.promises import find_pieces, plain_doer
from pipeline.extract.reading import Reading, body_text
from pipeline.lexicons.facts import FactsLexicon
from pipeline.model.document import PassageKind
from pipeline.model.paper import Placed
from pipeline.model.structure import SectionRole

_NEVER = frozenset({SectionRole.PROPOSAL, SectionRole.MEMBER_PROPOSAL, SectionRole.ATTACHMENTS, SectionRole.STORIES})


@dataclass(frozen=True, slots=True)
class Line:
    """A clause of a line in such a list, and the words above the list, that may say by when."""

    placed: Placed
    start: int
    end: int
    who: str | None
    rule: str
    lead: str


def find_lines(reading: Reading, facts: FactsLexicon) -> Iterator[Line]:
    """Each promise of each list that agreements introduce."""
    for placed in reading.passages:
        lead = _lead(placed, reading)
        found = None if lead is None else facts.agreements.first("agreement_leads", lead)
        if lead is None or found is None or facts.agreements.holds("only_meetings", lead):
            continue
        for item in reading.items_after(placed):
            for line in _lines(item, lead, found.rule.name, facts):
                if line.who is not None or found.rule.value == "all":
                    yield line


def _lead(placed: Placed, reading: Reading) -> str | None:
    """The words that may introduce a list: a heading, or the last sentence of a passage in an item's own text."""
    if placed.item is None or placed.role in _NEVER:
        return None
    if placed.passage.kind is PassageKind.HEADING:
        return placed.passage.text
    sentences = reading.sentences.get(placed.passage.passage_id, ())
    return sentences[-1].text if sentences and sentences[-1].text.rstrip().endswith((":", "?")) else None


def _lines(item: Placed, lead: str, rule: str, facts: FactsLexicon) -> Iterator[Line]:
    text, marker = body_text(item.passage), item.passage.marker
    pieces = list(find_pieces(text, facts, agreed=True))
    named = facts.agreements.first("doers_of_lines", text)
    if len(pieces) > 1:
        for piece in pieces:
            yield Line(item, marker + piece.start, marker + piece.end, piece.who, piece.rule, lead)
        return
    who = pieces[0].who if pieces else None if named is None else plain_doer(named.match["who"])
    yield Line(item, marker, len(item.passage.text), who, rule, lead)
