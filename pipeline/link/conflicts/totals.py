"""A printed total of a table beside the sum of its figures: which figures may be added, and how far rounding goes."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from pipeline.lexicons.rules import RuleBook
from pipeline.link.conflicts.counts import Figure, danish_number
from pipeline.link.conflicts.grids import Row
from pipeline.link.conflicts.readings import Addend
from pipeline.link.conflicts.sides import conflict, side
from pipeline.model.place import Proof
from pipeline.model.trail import Conflict

_HALF = Decimal("0.5")
_UNSEEN = 2  # A total of more than twice the sum tells that rows are missing, not that somebody cannot add.
_COUNTED = 1000  # Whole numbers from here on may be rounded whatever they count.


@dataclass(frozen=True, slots=True)
class Total:
    """A printed total, the plain sum beside it, and whether they agree."""

    label: str
    row: Row
    col: int
    figure: Figure
    addends: tuple[Addend, ...]
    agrees: bool

    @property
    def sum(self) -> Decimal:
        """What the figures make, added up."""
        return sum((a.figure.value for a in self.addends), Decimal(0))

    @property
    def proves(self) -> bool:
        """Whether it shows that its row holds sums: naught is the sum of nothing too."""
        return self.agrees and self.figure.value != 0

    def likely(self, *, among_sums: bool) -> bool:
        """Whether it may be a sum at all: more than its greatest part, and not far above the whole."""
        values = [a.figure.value for a in self.addends]
        if min(values) < 0:
            return among_sums
        return max(values) < self.figure.value <= _UNSEEN * self.sum


def made(total: Total, document_id: str) -> Conflict:
    """The contradiction of a total with its figures."""
    cell, parts = total.row.cells[total.col], total.addends
    left = Proof(total.row.passage.span(cell.start, cell.end), "conflicts.table_total")
    ends: dict[str, tuple[Addend, Addend]] = {}
    for part in parts:
        key = part.row.passage.passage_id
        ends[key] = (ends.get(key, (part, part))[0], part)
    first, *more = (a.row.passage.span(a.row.cells[a.col].start, b.row.cells[b.col].end) for a, b in ends.values())
    right = Proof(first, "conflicts.table_sum", 1.0, tuple(more))
    return conflict(
        f"sum i tabel: {total.label}",
        side(total.row.text(total.col), document_id, left),
        side(f"tallene giver {danish_number(total.sum)}", document_id, right),
    )


def added(head: str, book: RuleBook) -> bool:
    """Whether figures under a head, or of a unit, are of a kind that is added up."""
    return not book.holds("unsummed", head)


def alike(figures: Sequence[Figure], book: RuleBook) -> bool:
    """Whether figures are of one unit that is added up."""
    units = {f.unit for f in figures if f.unit}
    return len(units) < 2 and all(added(unit, book) for unit in units)


def slack(figures: Sequence[Figure], words: str, book: RuleBook) -> Decimal:
    """Half of the last printed decimal for each figure that is added; things counted one by one are not rounded."""
    decimals = min((f.decimals for f in figures if f.value), default=0)
    if decimals == 0 and max(abs(f.value) for f in figures) < _COUNTED and not book.holds("measured", words):
        return Decimal(0)
    return _HALF.scaleb(-decimals) * (len(figures) - 1)
