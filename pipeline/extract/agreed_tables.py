"""Action lists set as tables: a head with who and what, perhaps by when, and a row for each agreement."""

from collections.abc import Iterator, Mapping

from pipeline.extract.promise import Promise
from pipeline.extract.promise_due import due_of
from pipeline.extract.reading import Reading
from pipeline.lexicons.facts import FactsLexicon
from pipeline.model.document import Cell, Passage, PassageKind
from pipeline.model.paper import Placed
from pipeline.model.structure import SectionRole

_NEVER = frozenset({SectionRole.PROPOSAL, SectionRole.MEMBER_PROPOSAL, SectionRole.ATTACHMENTS})
RULE = "agreements.action_table"


def table_promises(reading: Reading, facts: FactsLexicon) -> Iterator[Promise]:
    """The rows of every table of an agenda item whose head has a column for who and one for what."""
    for placed in reading.passages:
        if placed.passage.kind is PassageKind.TABLE and placed.item is not None and placed.role not in _NEVER:
            columns = _columns(placed.passage, facts)
            if {"hvem", "hvad"} <= columns.keys():
                yield from _rows(placed, columns, reading, facts)


def _columns(passage: Passage, facts: FactsLexicon) -> dict[str, int]:
    """The columns by what their heads ask: `hvem hvad hvornår`."""
    found: dict[str, int] = {}
    for cell in passage.cells:
        head = facts.agreements.first("table_heads", _text(passage, cell)) if cell.row == 0 else None
        if head is not None:
            found.setdefault(head.rule.value, cell.col)
    return found


def _rows(placed: Placed, columns: Mapping[str, int], reading: Reading, facts: FactsLexicon) -> Iterator[Promise]:
    passage = placed.passage
    cells = {(cell.row, cell.col): cell for cell in passage.cells}
    for row in range(1, 1 + max(cell.row for cell in passage.cells)):
        what, who = cells.get((row, columns["hvad"])), cells.get((row, columns["hvem"]))
        if what is None or not _text(passage, what):
            continue
        when = cells.get((row, columns.get("hvornår", -1)))
        due = (None, ()) if when is None else due_of(_text(passage, when), placed, reading, facts)
        named = None if who is None else _text(passage, who)
        span = passage.span(what.start, what.end)
        yield Promise(None, span.quote.rstrip(" .,"), named or None, None, due[0], span, RULE, due[1])


def _text(passage: Passage, cell: Cell) -> str:
    return passage.text[cell.start : cell.end].strip()
