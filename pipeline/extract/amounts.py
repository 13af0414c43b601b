"""Sums of money, in the text and in tables."""

import re
from collections.abc import Iterator

from pipeline.extract.amounts_years import find_years
from pipeline.extract.reading import Reading
from pipeline.lexicons.facts import FactsLexicon
from pipeline.lexicons.rules import Found
from pipeline.model.document import Cell, PassageKind
from pipeline.model.findings import Amount
from pipeline.model.ids import finding_ids
from pipeline.model.paper import Placed
from pipeline.model.place import Proof, Span

_NUMBER = re.compile(r"-?\d{1,3}(?:\.\d{3})+(?:,\d+)?|-?\d+(?:,\d+)?")
_IN_WORDS = {
    "en halv": 0.5, "halvanden": 1.5, "én": 1.0, "en": 1.0, "to": 2.0, "tre": 3.0, "fire": 4.0, "fem": 5.0, "seks": 6.0,
    "syv": 7.0, "otte": 8.0, "ni": 9.0, "ti": 10.0, "elleve": 11.0, "tolv": 12.0, "femten": 15.0, "tyve": 20.0,
}  # fmt: skip
_YEAR = re.compile(r"(?:19|20)\d\d")


def find_amounts(reading: Reading, facts: FactsLexicon) -> tuple[Amount, ...]:
    """Each sum of money in the text and in tables that say their unit."""
    rows = [row for placed in reading.passages for row in _amounts(placed, reading, facts)]
    ids = finding_ids("amounts", reading.paper.document_id, (span.quote for *_, span in rows))
    return tuple(
        Amount(key, value, unit, year, purpose, span.quote, Proof(span, rule))
        for key, (value, unit, year, purpose, rule, span) in zip(ids, rows, strict=True)
    )


_Row = tuple[float, str, str | None, str | None, str, Span]


def _amounts(placed: Placed, reading: Reading, facts: FactsLexicon) -> Iterator[_Row]:
    if placed.passage.kind is PassageKind.TABLE and placed.passage.cells:
        yield from _table(placed, facts)
        return
    text = placed.passage.text
    sums = facts.amounts.every("amounts", text)
    for found, year in zip(sums, find_years(placed, sums, reading, facts), strict=True):
        unit = facts.amounts.first("units", found.match["unit"])
        if unit is None:
            continue
        end = found.end + (text[found.end : found.end + 1] == "." and not text[: found.end].endswith("."))
        yield (
            _value(found.match["number"]), unit.rule.value, year, _purpose(text[found.end :], facts),
            found.rule.name, placed.passage.span(found.start, end),
        )  # fmt: skip


def _value(number: str) -> float:
    if number.casefold() in _IN_WORDS:
        return _IN_WORDS[number.casefold()]
    return float(number.replace(".", "").replace(",", "."))


def _purpose(after: str, facts: FactsLexicon) -> str | None:
    found = facts.amounts.first("purposes", after.lstrip("."))
    if found is None or facts.amounts.holds("amounts", found.match[0][: found.match.start("what") - found.start]):
        return None
    other = facts.amounts.first("amounts", found.match["what"])
    what = found.match["what"] if other is None else found.match["what"][: other.start]
    if re.fullmatch(r"[\d ./-]+", what.strip()):
        return None
    return re.sub(r" (?:og|samt|på|i|inkl|ca|hhv)$", "", what.strip()) or None


def _table(placed: Placed, facts: FactsLexicon) -> Iterator[_Row]:
    """The numbers of a table whose head, or whose cell, says that they are money."""
    text, cells = placed.passage.text, placed.passage.cells
    head = {c.col: text[c.start : c.end] for c in cells if c.row == 0}
    first = {c.row: text[c.start : c.end] for c in cells if c.col == 0}
    common = next((u for words in head.values() if (u := facts.amounts.first("table_units", words))), None)
    for cell in cells:
        row = _cell(placed, cell, head, first, common, facts)
        if row is not None:
            yield row


def _cell(
    placed: Placed, cell: Cell, head: dict[int, str], first: dict[int, str], common: Found | None, facts: FactsLexicon
) -> _Row | None:
    words = placed.passage.text[cell.start : cell.end].strip()
    own = facts.amounts.first("amounts", words)
    unit = facts.amounts.first(
        "units", own.match["unit"] if own is not None else common.match["unit"] if common else "-"
    )
    number = own.match["number"] if own is not None else words
    if unit is None or cell.row == 0 or cell.col == 0 or not _NUMBER.fullmatch(number):
        return None
    year = _YEAR.search(head.get(cell.col, ""))
    rule = "amounts.table" if own is None else own.rule.name
    start = placed.passage.text.index(words, cell.start)
    purpose = first.get(cell.row, "").strip() or None
    return (_value(number), unit.rule.value, None if year is None else year[0], purpose, rule,
            placed.passage.span(start, start + len(words)))  # fmt: skip
