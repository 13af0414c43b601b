"""The seats of a body: as terms of reference put it together, and those of its member lists that nobody fills."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.extract.bodies import find_bodies, is_own, plain_name
from pipeline.extract.reading import Reading, Sentence, body_text
from pipeline.extract.terms_quoted import counts_own
from pipeline.lexicons.facts import FactsLexicon
from pipeline.lexicons.rules import Found
from pipeline.model.document import Cell, PassageKind
from pipeline.model.findings import Seat
from pipeline.model.ids import finding_ids
from pipeline.model.paper import Placed
from pipeline.model.place import Proof, Span
from pipeline.model.structure import PaperKind, SectionRole

_KINDS = frozenset({PaperKind.TERMS, PaperKind.SLIDES})
_SEAT_SECTIONS = frozenset({SectionRole.MEMBERS, SectionRole.COMPOSITION})
# A total is told beside its parts, and counts where there are none.
_TOTAL = "terms.total"


@dataclass(frozen=True, slots=True)
class _Seats:
    """Seats in one place: for whom, how many, whether empty, who appoints."""

    organisation: str | None
    number: int | None
    vacant: bool
    by: str | None
    rule: str
    span: Span
    more: tuple[Span, ...] = ()


def find_seats(reading: Reading, facts: FactsLexicon) -> tuple[Seat, ...]:
    """The seats of the paper's body as it is put together, and seats of its member lists that nobody fills."""
    composed = list(_composed(reading, facts) if reading.front.kind in _KINDS else _told(reading, facts))
    parts = [row for row in composed if row.rule != _TOTAL]
    rows = [*_vacant(reading, facts), *(parts or composed[:1])]
    ids = finding_ids("seats", reading.paper.document_id, (row.span.quote for row in rows))
    return tuple(
        Seat(
            key,
            reading.front.body,
            row.organisation,
            row.number,
            row.vacant,
            row.by,
            Proof(row.span, row.rule, 1.0, row.more),
        )
        for key, row in zip(ids, rows, strict=True)
    )


def _vacant(reading: Reading, facts: FactsLexicon) -> Iterator[_Seats]:
    """ "Et medlem fra Foreningen Testby" in a list of names is a seat without a person."""
    for placed in reading.passages:
        if placed.passage.kind is not PassageKind.ITEM or reading.front.kind is PaperKind.TERMS:
            continue
        text = body_text(placed.passage)
        found = facts.people.first("vacant", text)
        if found is None or not _among_people(placed, reading, facts):
            continue
        organisation = next((g for g in found.match.groupdict().values() if g), "").strip(" ,:.-") or None
        yield _Seats(organisation, 1, True, None, found.rule.name, placed.passage.span())


def _among_people(placed: Placed, reading: Reading, facts: FactsLexicon) -> bool:
    """Whether the list holds people: its neighbours begin with a person's name."""
    place = reading.places[placed.passage.passage_id]
    near = reading.passages[max(0, place - 3) : place + 3]
    names = list(facts.people.groups["name"])
    return any(p.match(body_text(n.passage)) for n in near if n is not placed for rule in names for p in rule.patterns)


def _composed(reading: Reading, facts: FactsLexicon) -> Iterator[_Seats]:
    one_each: tuple[Found, Span] | None = None
    counted = False
    for placed in reading.passages:
        if placed.passage.kind is PassageKind.TABLE:
            yield from _of_table(placed, facts)
        if placed.passage.passage_id not in reading.sentences:
            counted = counted and placed.passage.kind is PassageKind.TABLE
            continue
        text = body_text(placed.passage)
        item = placed.passage.kind is PassageKind.ITEM
        if item and one_each is not None:
            by = _appointer(reading, facts)
            each, lead = one_each
            yield _Seats(text.strip(" .,"), 1, False, by, each.rule.name, placed.passage.span(), (lead,))
            continue
        if not item:
            each_one = facts.terms.first("seat_lists", text) if text.rstrip().endswith(":") else None
            one_each = None if each_one is None else (each_one, placed.passage.span())
            counted = facts.terms.holds("compositions", text) and text.rstrip().endswith(":")
        told = list(_in_passage(placed, counted, reading, facts))
        yield from told
        if item and not told and (counted or _on_composition(placed, facts)):
            yield from _counted(placed, text, reading, facts)


def _told(reading: Reading, facts: FactsLexicon) -> Iterator[_Seats]:
    """What another paper says of its own body's seats, in words; a memo tells of other bodies too."""
    if reading.front.kind is PaperKind.MEMO:
        return
    for placed in reading.prose():
        here = placed.passage.kind is PassageKind.PARAGRAPH and _on_composition(placed, facts)
        for sentence in reading.sentences[placed.passage.passage_id]:
            shared = here and facts.terms.holds("shared_out", sentence.text)
            if shared or counts_own(sentence, reading, facts):
                yield from _in_sentence(sentence, reading, facts)


def _on_composition(placed: Placed, facts: FactsLexicon) -> bool:
    """Whether a passage stands in a section, or under an item, on how the body is put together."""
    heads = [*placed.context.section[-1:], (placed.item.title or "") if placed.item is not None else ""]
    return placed.role in _SEAT_SECTIONS or any(facts.terms.holds("composition_titles", head) for head in heads)


def _in_passage(placed: Placed, counted: bool, reading: Reading, facts: FactsLexicon) -> Iterator[_Seats]:
    here = counted or _on_composition(placed, facts)
    for sentence in reading.sentences[placed.passage.passage_id]:
        clause = facts.terms.first("clauses", sentence.text)
        if here or (clause is not None and clause.rule.value == "sammensætning"):
            yield from _in_sentence(sentence, reading, facts)


def _in_sentence(sentence: Sentence, reading: Reading, facts: FactsLexicon) -> Iterator[_Seats]:
    total = facts.terms.first("totals", sentence.text)
    stated = facts.terms.every("seats", sentence.text)
    for found in stated:
        row = _stated(found, sentence, reading, facts)
        # The one number of "består af 14 medlemmer, der udpeges af byrådet" counts all; beside others it is a part.
        alone = total is not None and len(stated) == 1 and found.start == total.match.start("number")
        yield replace(row, rule=_TOTAL) if alone else row
    if total is not None and not stated:
        span = sentence.span(total.match.start("number"), total.end)
        yield _Seats(None, _number(total.match["number"], facts), False, None, _TOTAL, span)


def _stated(found: Found, sentence: Sentence, reading: Reading, facts: FactsLexicon) -> _Seats:
    parts = {key: value for key, value in found.match.groupdict().items() if value}
    by = parts.get("by")
    organisation = _organisation(parts["org"], reading, facts) if "org" in parts else by
    if found.rule.value == "udpeget af":
        by = organisation
    if found.rule.value == "valgte":
        organisation = _ASSEMBLIES[parts["org"].casefold()]
    span = sentence.span(found.start, found.end)
    return _Seats(organisation, _number(parts["number"], facts), False, by, found.rule.name, span)


_ASSEMBLIES = {"byråds": "Byrådet", "regionsråds": "Regionsrådet", "kommunalbestyrelses": "Kommunalbestyrelsen"}


def _counted(placed: Placed, text: str, reading: Reading, facts: FactsLexicon) -> Iterator[_Seats]:
    """ "2 chefer fra Sundhed og Omsorg" in the list of those a body is put together of."""
    found = facts.terms.first("counted_items", text.strip())
    if found is not None:
        organisation = _organisation(found.match["org"], reading, facts) if found.match["org"] else None
        number = _number(found.match["number"], facts)
        yield _Seats(organisation, number, False, None, found.rule.name, placed.passage.span())


def _number(words: str, facts: FactsLexicon) -> int | None:
    found = facts.terms.first("numbers", words)
    return None if found is None else int(found.rule.value)


def _of_table(placed: Placed, facts: FactsLexicon) -> Iterator[_Seats]:
    """A table with a column of organisations and one of how many seats each has."""
    rows: dict[int, dict[str, Cell]] = {}
    heads = {c.col: h.rule.value for c in placed.passage.cells
             if c.row == 0 and (h := facts.terms.first("seat_columns", _text(placed, c)))}  # fmt: skip
    if set(heads.values()) != {"antal", "org"}:
        return
    for cell in placed.passage.cells:
        if cell.row and cell.col in heads:
            rows.setdefault(cell.row, {})[heads[cell.col]] = cell
    for row in rows.values():
        number = _number(_text(placed, row["antal"]), facts) if len(row) == 2 else None
        if number is not None:
            cell = row["org"]
            span = placed.passage.span(cell.start, cell.end)
            yield _Seats(_text(placed, cell), number, False, None, "terms.seats_number", span)


def _text(placed: Placed, cell: Cell) -> str:
    return placed.passage.text[cell.start : cell.end].strip()


def _organisation(words: str, reading: Reading, facts: FactsLexicon) -> str | None:
    """The organisation of a seat: a body by its name, else the words as they stand."""
    bodies = [b for b in find_bodies(words, facts.bodies) if b.start <= 6 and not b.generic]
    if bodies and not is_own(bodies[0].name, reading.front):
        return plain_name(bodies[0].name, reading.front)
    return re.sub(r"^(?:de|den|det) ", "", words.strip()) or None


def _appointer(reading: Reading, facts: FactsLexicon) -> str | None:
    """Who appoints the members, when the paper says so in one way."""
    found = {
        found.match["by"]
        for placed in reading.prose()
        for found in facts.terms.every("seats", placed.passage.text)
        if found.match.groupdict().get("by")
    }
    return found.pop() if len(found) == 1 else None
