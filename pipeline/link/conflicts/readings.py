"""The sums that a column of figures may be meant to make: with and without parts of rows, with what is taken off."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pipeline.lexicons.rules import RuleBook
from pipeline.link.conflicts.counts import Figure
from pipeline.link.conflicts.grids import Row


@dataclass(frozen=True, slots=True)
class Addend:
    """A figure that goes into a sum: the place of its row, the row, the column."""

    place: int
    row: Row
    col: int
    figure: Figure


def readings(addends: Sequence[Addend], indented: frozenset[int], book: RuleBook) -> Iterator[Decimal]:
    """Every sum these rows may be meant to make; nothing for fewer than one row."""
    parts = {a.place for a in addends if book.holds("parts_of", a.row.label)}
    off = {a.place for a in addends if book.holds("taken_off", a.row.label)}
    for left_out in (set(), parts, set(indented), parts | indented):
        kept = [a for a in addends if a.place not in left_out]
        for rows in (kept, _without_parts(kept)):
            for sign in (1, -1, 0):
                if rows:
                    yield sum((a.figure.value * (sign if a.place in off else 1) for a in rows), Decimal(0))


def _without_parts(addends: Sequence[Addend]) -> list[Addend]:
    """The rows less those that a row above or under them is the sum of."""
    kept: list[Addend] = []
    at = 0
    while at < len(addends):
        size = _parts_after(addends, at)
        if size:
            kept.append(addends[at])
            at += 1 + size
            continue
        size = _parts_before(kept, addends[at])
        kept = [*kept[: len(kept) - size], addends[at]]
        at += 1
    return kept


def _parts_after(addends: Sequence[Addend], at: int) -> int:
    """How many of the rows after a row it is the sum of; 0 when of none."""
    whole, *rest = (a.figure.value for a in addends[at:])
    return next((n for n in range(2, len(rest) + 1) if whole and sum(rest[:n]) == whole), 0)


def _parts_before(kept: Sequence[Addend], row: Addend) -> int:
    """How many of the rows right before a row it is the sum of; 0 when of none."""
    whole, values = row.figure.value, [a.figure.value for a in kept]
    return next((n for n in range(2, len(values) + 1) if whole and sum(values[-n:]) == whole), 0)
