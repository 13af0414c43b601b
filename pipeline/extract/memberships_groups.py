"""Members in other shapes than one a line: after a group's label, in a table, in a list that no heading names."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.extract.memberships_claims import Claim, listed_claim, spoken_term
from pipeline.extract.people import WrittenPerson, is_organisation, read_entry, read_run
from pipeline.extract.reading import Reading, body_text
from pipeline.lexicons.facts import FactsLexicon
from pipeline.lexicons.rules import Found
from pipeline.model.document import Cell, PassageKind
from pipeline.model.paper import Placed
from pipeline.model.structure import PaperKind, SectionRole

_GROUP = re.compile(r"(?P<label>[^:]{2,60}): (?=\S)")
_SHORT_NAME = re.compile(r"[A-ZÆØÅ][\w&-]*(?: [A-ZÆØÅ]?[\w&-]+){0,3}$")
_OWN_PAPERS = frozenset({PaperKind.SLIDES, PaperKind.TERMS})
_ROLLS = frozenset({SectionRole.PRESENCE, SectionRole.ABSENCE, SectionRole.SIGNATURES})
_FEWEST = 3


def group_claims(placed: Placed, text: str, reading: Reading, facts: FactsLexicon) -> Iterator[Claim]:
    """ "Udpeget af byrådet: Anne Bech (A) og Kim Lund (V)", "SIND: Kim Lund", in a list of members."""
    found = _GROUP.match(text)
    if found is None or read_entry(text, people=facts.people, organisations=facts.organisation_names) is not None:
        return
    label = found["label"].strip()
    group = facts.people.first("seat_groups", label)
    if group is None and not (_SHORT_NAME.match(label) and _names_organisation(label, facts)):
        return
    shift = placed.passage.marker
    for person in _run(text[found.end() :], facts):
        at = shift + found.end()
        span = placed.passage.span(at + person.start, at + person.end)
        rule = "people.seat_group_organisation" if group is None else group.rule.name
        yield listed_claim(_of_group(person, label, group), label, rule, span, reading, facts)


def _names_organisation(label: str, facts: FactsLexicon) -> bool:
    return label.isupper() or is_organisation(label, facts.organisation_names)


def _of_group(person: WrittenPerson, label: str, group: Found | None) -> WrittenPerson:
    if group is None:
        return replace(person, organisation=person.organisation or label)
    if group.rule.value == "post":
        office = group.match["office"].casefold()
        role = (
            "suppleant" if "suppleant" in office or "stedf" in office else "næstformand" if "næst" in office else None
        )
        return replace(person, office=role or "formand")
    if group.rule.value == "af" and person.party is None:
        return replace(person, organisation=person.organisation or group.match["org"])
    return person


def table_claims(reading: Reading, facts: FactsLexicon) -> Iterator[Claim]:
    """The rows of a table with a column of names and one of organisations, offices or stand-ins."""
    for placed in reading.passages:
        if placed.passage.kind is PassageKind.TABLE and placed.role not in _ROLLS:
            yield from _of_table(placed, reading, facts)


def _of_table(placed: Placed, reading: Reading, facts: FactsLexicon) -> Iterator[Claim]:
    rows = _rows(placed)
    heads = {c.col: found.rule.value for c in rows[0] if (found := _head(placed, c, facts))} if rows else {}
    values = set(heads.values())
    told = placed.role is SectionRole.MEMBERS or reading.front.kind in _OWN_PAPERS or "suppleant" in values
    if "navn" not in values or not values & {"org", "post", "suppleant"} or not told:
        return
    if any(facts.presence.holds("labels", _text(placed, c)) for c in rows[0] if c.col not in heads):
        return
    for row in rows[1:]:
        yield from _of_row(placed, row, heads, reading, facts)


def _of_row(
    placed: Placed, row: Sequence[Cell], heads: dict[int, str], reading: Reading, facts: FactsLexicon
) -> Iterator[Claim]:
    cells = {heads[c.col]: c for c in row if c.col in heads and _text(placed, c)}
    said = {value: _text(placed, cell) for value, cell in cells.items()}
    for column in ("navn", "suppleant"):
        if column not in cells:
            continue
        office = "suppleant" if column == "suppleant" else said.get("post")
        words = ", ".join(part for part in (said[column], said.get("org"), office) if part)
        person = read_entry(words, people=facts.people, organisations=facts.organisation_names)
        if person is None or person.alternatives:
            continue
        cell = cells[column]
        claim = listed_claim(
            person, "", "people.member_table", placed.passage.span(cell.start, cell.end), reading, facts
        )
        yield _dated(claim, said, reading, facts) if column == "navn" else claim


def _dated(claim: Claim, said: dict[str, str], reading: Reading, facts: FactsLexicon) -> Claim:
    """A day in a column of its own counts by the head of the column."""
    start = spoken_term(f"fra {said['start']}", reading, facts)[0] if "start" in said else None
    end = spoken_term(f"til {said['slut']}", reading, facts)[1] if "slut" in said else None
    return replace(claim, term_start=claim.term_start or start, term_end=claim.term_end or end)


def _head(placed: Placed, cell: Cell, facts: FactsLexicon) -> Found | None:
    return facts.people.first("member_columns", _text(placed, cell).strip(" :."))


def _text(placed: Placed, cell: Cell) -> str:
    return placed.passage.text[cell.start : cell.end].strip()


def _rows(placed: Placed) -> list[list[Cell]]:
    rows: dict[int, list[Cell]] = {}
    for cell in placed.passage.cells:
        rows.setdefault(cell.row, []).append(cell)
    return [sorted(rows[n], key=lambda c: c.col) for n in sorted(rows)]


def bare_list_claims(reading: Reading, facts: FactsLexicon) -> Iterator[Claim]:
    """In a paper on the body itself, a list of people with seats, of whom one has the chair, is its members."""
    if reading.front.kind not in _OWN_PAPERS:
        return
    for items in _lists(reading):
        people = [(p, read_entry(body_text(p.passage), people=facts.people, organisations=facts.organisation_names))
                  for p in items]  # fmt: skip
        seated = [(p, person) for p, person in people if person is not None and _seated(person)]
        chairs = [person for _, person in seated if person.office in {"formand", "næstformand"}]
        if len(seated) < max(_FEWEST, len(items)) or not chairs:
            continue
        for placed, person in seated:
            yield listed_claim(person, "", "people.list_with_chair", placed.passage.span(), reading, facts)


def _seated(person: WrittenPerson) -> bool:
    return bool(person.party or person.organisation or person.office) and not person.alternatives


def _lists(reading: Reading) -> Iterator[list[Placed]]:
    """The runs of list items outside rolls of those present."""
    run: list[Placed] = []
    for placed in reading.passages:
        if placed.passage.kind is PassageKind.ITEM and placed.role not in _ROLLS:
            run.append(placed)
        else:
            yield run
            run = []
    yield run


def _run(text: str, facts: FactsLexicon) -> Iterator[WrittenPerson]:
    return read_run(text, people=facts.people, organisations=facts.organisation_names)
