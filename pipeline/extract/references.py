"""Papers, attachments, meetings, items, cases and laws that the text points to; and sums of money."""

import re
from collections.abc import Iterator

from pipeline.extract.dates import FoundDate, find_in
from pipeline.extract.edtf import Anchor
from pipeline.extract.reading import Reading, body_text
from pipeline.lexicons.facts import FactsLexicon
from pipeline.lexicons.rules import Found
from pipeline.model.document import Cell, PassageKind
from pipeline.model.findings import Amount, Reference
from pipeline.model.ids import finding_ids
from pipeline.model.paper import Placed
from pipeline.model.place import Proof, Span
from pipeline.model.structure import SectionRole

_HEADS = frozenset({PassageKind.TITLE, PassageKind.HEADING, PassageKind.LETTERHEAD})
# A line that holds nothing but the item's own case number points nowhere.
_CASE_LINE = re.compile(r"^\W*(?:\w+\.?(?:nr|nummer)?\.?:? )?[\dA-ZÆØÅ./ -]{4,40}$")
_NO_ATTACHMENT = re.compile(r"^\W*(?:ingen|intet|-)?\W*$", re.IGNORECASE)
_NUMBER = re.compile(r"-?\d{1,3}(?:\.\d{3})+(?:,\d+)?|-?\d+(?:,\d+)?")
_IN_WORDS = {
    "en halv": 0.5, "halvanden": 1.5, "én": 1.0, "en": 1.0, "to": 2.0, "tre": 3.0, "fire": 4.0, "fem": 5.0, "seks": 6.0,
    "syv": 7.0, "otte": 8.0, "ni": 9.0, "ti": 10.0, "elleve": 11.0, "tolv": 12.0, "femten": 15.0, "tyve": 20.0,
}  # fmt: skip
_YEAR = re.compile(r"(?:19|20)\d\d")


def find_references(reading: Reading, facts: FactsLexicon) -> tuple[Reference, ...]:
    """Each pointer to another paper, with its kind."""
    rows: list[tuple[str, str, Span]] = []
    for placed in reading.passages:
        if placed.role is SectionRole.ATTACHMENTS and placed.passage.kind in {PassageKind.PARAGRAPH, PassageKind.ITEM}:
            if (
                not re.fullmatch(r"\W*\d*\W*", body_text(placed.passage))
                and not _NO_ATTACHMENT.match(body_text(placed.passage))
                and len(body_text(placed.passage)) < 300
            ):
                rows.append(("bilag", "references.attachment_list", placed.passage.span()))
        elif placed.passage.kind not in _HEADS and not _CASE_LINE.match(placed.passage.text):
            for found in facts.references.every("references", placed.passage.text):
                rows.append((found.rule.value, found.rule.name, _trimmed(placed, found)))
    ids = finding_ids("references", reading.paper.document_id, (span.quote for _, _, span in rows))
    return tuple(
        Reference(key, kind, span.quote, Proof(span, rule)) for key, (kind, rule, span) in zip(ids, rows, strict=True)
    )


def _trimmed(placed: Placed, found: Found) -> Span:
    text = found.match[0]
    start = found.start + len(text) - len(text.lstrip())
    return placed.passage.span(start, start + len(text.strip()))


def find_amounts(reading: Reading, facts: FactsLexicon) -> tuple[Amount, ...]:
    """Each sum of money in the text and in tables that say their unit."""
    rows = [row for placed in reading.passages for row in _amounts(placed, facts)]
    ids = finding_ids("amounts", reading.paper.document_id, (span.quote for *_, span in rows))
    return tuple(
        Amount(key, value, unit, year, purpose, span.quote, Proof(span, rule))
        for key, (value, unit, year, purpose, rule, span) in zip(ids, rows, strict=True)
    )


_Row = tuple[float, str, str | None, str | None, str, Span]


def _amounts(placed: Placed, facts: FactsLexicon) -> Iterator[_Row]:
    if placed.passage.kind is PassageKind.TABLE and placed.passage.cells:
        yield from _table(placed, facts)
        return
    text = placed.passage.text
    for found in facts.amounts.every("amounts", text):
        unit = facts.amounts.first("units", found.match["unit"])
        if unit is None:
            continue
        end = found.end + (text[found.end : found.end + 1] == "." and not text[: found.end].endswith("."))
        yield (
            _value(found.match["number"]), unit.rule.value, _year(text, found, facts),
            _purpose(text[found.end :], facts),
            found.rule.name, placed.passage.span(found.start, end),
        )  # fmt: skip


def _value(number: str) -> float:
    if number.casefold() in _IN_WORDS:
        return _IN_WORDS[number.casefold()]
    return float(number.replace(".", "").replace(",", "."))


def _year(text: str, found: Found, facts: FactsLexicon) -> str | None:
    """The year or span of years that the same clause gives: "6 mio. kr. i 2022"."""
    after = re.match(r"[^.;]{0,45}", text[found.end :].lstrip(". "))
    near = "" if after is None else after[0]
    other = facts.amounts.first("amounts", near)
    near = near if other is None else near[: other.start]
    dates: list[FoundDate] = list(find_in(near, anchor=Anchor(None), dates=facts.dates))
    return next((d.edtf for d in dates if re.match(r"\d{4}(?:/\d{4}|/\.\.)?$", d.edtf)), None)


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
