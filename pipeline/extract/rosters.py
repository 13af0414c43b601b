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


def read_table(placed: Placed, facts: FactsLexicon) -> Iterator[Listed]:
    """The people of a table whose head, or first column, says "Til stede" or "Afbud"; of another table none."""
    rows = _rows(placed)
    text = placed.passage.text
    for row in rows:
        yield from _labelled_row(placed, row, facts)
    if len(rows) < 2:
        return
    columns = {cell.col: found for cell in rows[0] if (found := _status_of(text[cell.start : cell.end], facts))}
    seats = [c.col for c in rows[0] if any(w in text[c.start : c.end].casefold() for w in _SEAT_WORDS)]
    if not columns:
        return
    for row in rows[1:]:
        yield from _listed(placed, row, columns, seats, facts)


def _labelled_row(placed: Placed, row: list[Cell], facts: FactsLexicon) -> Iterator[Listed]:
    """ "Til stede | Anne Bech, Kim Lund": the label in one cell, the names in the next."""
    text = placed.passage.text
    if len(row) < 2:
        return
    label, names = facts.presence.first("labels", text[row[0].start : row[0].end]), row[1]
    if label is None or text[row[0].start : row[0].end][label.end :].strip(" :"):
        return
    run = read_run(
        text[names.start : names.end], people=facts.people, organisations=facts.organisation_names,
        given_names=facts.given_names,
    )  # fmt: skip
    for person in run:
        if person.name.casefold() not in _MARKS:
            span = placed.passage.span(names.start + person.start, names.start + person.end)
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
