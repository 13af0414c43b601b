"""People listed in a table: a column of names, columns for present and absent, and a mark in one of them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.extract.people import WrittenPerson, read_entry, read_run
from pipeline.lexicons.facts import FactsLexicon
from pipeline.lexicons.rules import Found
from pipeline.model.document import Cell
from pipeline.model.paper import Placed
from pipeline.model.place import Span

_MARKS = frozenset({"x", "✓", "✔", "ja", "•"})
_SEAT_WORDS = ("repræsenterer", "organisation", "forening", "udpeget af", "parti")
_STATE_HEADS = frozenset({"fremmøde", "status", "deltagelse", "fremmøde/afbud", "til stede/afbud", "mødt/afbud"})
_STATUS = frozenset({"til stede", "afbud", "fraværende"})


@dataclass(frozen=True, slots=True)
class Listed:
    """A person in a labelled list: as written, where, under which label (its value and rule)."""

    person: WrittenPerson
    span: Span
    entry: str
    label: str
    rule: str
    placed: Placed
    # As what the list says they came, and whether as stand-in for the absent one before.
    capacity: str | None = None
    stands_in: bool = False


def read_table(placed: Placed, facts: FactsLexicon) -> Iterator[Listed]:
    """The people of a table whose head, or first column, says "Til stede" or "Afbud"; of another table none."""
    rows = _rows(placed)
    text = placed.passage.text
    yield from _labelled_rows(placed, rows, facts)
    if len(rows) < 2:
        return
    heads = [c for c in rows[0] if text[c.start : c.end].strip(" :").casefold() not in _STATE_HEADS]
    columns = {cell.col: found for cell in heads if (found := _status_of(text[cell.start : cell.end], facts))}
    seats = [c.col for c in rows[0] if any(w in text[c.start : c.end].casefold() for w in _SEAT_WORDS)]
    states = [c.col for c in rows[0] if text[c.start : c.end].strip(" :").casefold() in _STATE_HEADS]
    for row in rows[1:]:
        if len(columns) > 1 and not _marked(text, row, columns):
            yield from _columns_of_names(placed, row, columns, facts)
        elif columns:
            yield from _listed(placed, row, columns, seats, facts)
        elif states:
            yield from _stated(placed, row, states[0], facts)


def _labelled_rows(placed: Placed, rows: list[list[Cell]], facts: FactsLexicon) -> Iterator[Listed]:
    """ "Til stede | Anne Bech, Kim Lund": the label in one cell, the names in the next, and below it."""
    text = placed.passage.text
    label: Found | None = None
    for row in rows:
        first = text[row[0].start : row[0].end].strip()
        if first:
            label = _bare_label(first, facts)
        if label is not None and len(row) > 1:
            yield from _cell_people(placed, row[1], label, facts)


def _bare_label(text: str, facts: FactsLexicon) -> Found | None:
    found = facts.presence.first("labels", text)
    return found if found is not None and not text[found.end :].strip(" :") else None


def _cell_people(placed: Placed, cell: Cell, label: Found, facts: FactsLexicon) -> Iterator[Listed]:
    text = placed.passage.text[cell.start : cell.end]
    if _is_label(text, facts) or facts.presence.holds("nobody", text):
        return
    run = read_run(text, people=facts.people, organisations=facts.organisation_names, given_names=facts.given_names)
    for person in run:
        if person.name.casefold() not in _MARKS:
            span = placed.passage.span(cell.start + person.start, cell.start + person.end)
            yield Listed(person, span, span.quote, label.rule.value, label.rule.name, placed)


def _is_label(text: str, facts: FactsLexicon) -> bool:
    return bool(text.strip()) and _bare_label(text.strip(), facts) is not None


def _marked(text: str, row: list[Cell], columns: dict[int, Found]) -> bool:
    return any(text[c.start : c.end].strip().casefold() in _MARKS for c in row if c.col in columns)


def _columns_of_names(
    placed: Placed, row: list[Cell], columns: dict[int, Found], facts: FactsLexicon
) -> Iterator[Listed]:
    """ "Til stede | Afbud" as a head, and the names below each."""
    for cell in row:
        if cell.col in columns:
            yield from _cell_people(placed, cell, columns[cell.col], facts)


def _stated(placed: Placed, row: list[Cell], column: int, facts: FactsLexicon) -> Iterator[Listed]:
    """ "Anne Bech | Mødt": the state in words."""
    text = placed.passage.text
    label = next((_bare_label(text[c.start : c.end].strip(), facts) for c in row if c.col == column), None)
    name = row[0]
    person = read_entry(text[: name.end], people=facts.people, organisations=facts.organisation_names, start=name.start)
    if label is not None and person is not None and label.rule.value in _STATUS:
        span = placed.passage.span(name.start, name.end)
        yield Listed(person, span, span.quote, label.rule.value, label.rule.name, placed)


def _rows(placed: Placed) -> list[list[Cell]]:
    rows: dict[int, list[Cell]] = {}
    for cell in placed.passage.cells:
        rows.setdefault(cell.row, []).append(cell)
    return [sorted(rows[n], key=lambda c: c.col) for n in sorted(rows)]


def _status_of(head: str, facts: FactsLexicon) -> Found | None:
    found = facts.presence.first("labels", head)
    return found if found is not None and found.rule.value in _STATUS else None


def _listed(
    placed: Placed, row: list[Cell], columns: dict[int, Found], seats: list[int], facts: FactsLexicon
) -> Iterator[Listed]:
    text = placed.passage.text
    marked = [columns[c.col] for c in row if c.col in columns and text[c.start : c.end].strip().casefold() in _MARKS]
    name = row[0]
    person = read_entry(text[: name.end], people=facts.people, organisations=facts.organisation_names, start=name.start)
    if person is None or len(marked) != 1:
        return
    seat = next((text[c.start : c.end].strip() for c in row if c.col in seats), "")
    party = facts.people.first("party", f" {seat[seat.find('(') :]}") if "(" in seat else None
    person = replace(person, party=person.party or (party.match["party"] if party is not None else None))
    if party is None:
        person = replace(person, organisation=person.organisation or seat or None)
    span = placed.passage.span(name.start, name.end)
    yield Listed(person, span, span.quote, marked[0].rule.value, marked[0].rule.name, placed)
