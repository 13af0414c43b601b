"""Which passages hold what was minuted: sections of decisions, and items that have no sections at all."""

import re
from collections.abc import Iterator

from pipeline.extract.reading import Reading
from pipeline.lexicons.facts import FactsLexicon
from pipeline.model.document import PassageKind
from pipeline.model.ids import fold
from pipeline.model.paper import Placed
from pipeline.model.structure import PaperKind, SectionRole

_DECISION_WORD = re.compile(r"beslutning|behandling i |referat|konklusion", re.IGNORECASE)
_PRESENCE = frozenset({SectionRole.PRESENCE, SectionRole.ABSENCE, SectionRole.MEMBERS})


def minuted_passages(reading: Reading, facts: FactsLexicon) -> frozenset[str]:
    """The ids of the passages that hold what a meeting decided; an agenda has none."""
    if reading.front.kind is PaperKind.AGENDA:
        return frozenset()
    held = {p.passage.passage_id for p in reading.passages if _holds_decision(p, reading)}
    return frozenset(held | set(_without_sections(reading, facts)))


def _holds_decision(placed: Placed, reading: Reading) -> bool:
    """Whether a passage stands in a section of decisions; a remark on who was absent may have come in between."""
    heading = placed.context.section[-1] if placed.context.section else ""
    if placed.role is SectionRole.ABSENCE and placed.item is not None:
        return _DECISION_WORD.search(heading) is not None
    if placed.role is None and placed.item is not None and reading.front.body is not None:
        # What the forum said stands under its own name.
        return reading.front.kind is PaperKind.MINUTES and fold(heading) == fold(reading.front.body)
    return placed.role is SectionRole.DECISION


def _without_sections(reading: Reading, facts: FactsLexicon) -> Iterator[str]:
    """In minutes, an item without any section is itself what was minuted, but for lines labelled otherwise."""
    if reading.front.kind is not PaperKind.MINUTES:
        return
    sectioned = {p.context.item_id for p in reading.passages if p.role is not None and p.role not in _PRESENCE}
    other = False
    for placed in reading.passages:
        if placed.item is None or placed.context.item_id in sectioned or placed.role is not None:
            continue
        label = facts.decisions.first("labels", placed.passage.text)
        if placed.passage.kind is PassageKind.HEADING:
            other = False
        elif label is not None:
            other = label.rule.value == "andet"
        if not other:
            yield placed.passage.passage_id
