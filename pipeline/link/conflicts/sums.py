"""Tables whose totals are not the sums of their rows or columns. Only a total that no reading of the table explains."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from pipeline.lexicons.rules import RuleBook
from pipeline.link.conflicts.counts import shows_number
from pipeline.link.conflicts.grids import Grid, Row, find_grids
from pipeline.link.conflicts.readings import Addend, readings
from pipeline.link.conflicts.totals import Total, added, alike, made, slack
from pipeline.link.corpus import Corpus
from pipeline.model.trail import Conflict


def find_sums(corpus: Corpus) -> Iterator[Conflict]:
    """One for each total, of a column or of a row, that differs from its sum by more than rounding."""
    for paper in corpus.papers:
        for grid in find_grids(paper.document):
            for total in (*_wrong_down(grid, corpus.book), *_wrong_across(grid, corpus.book)):
                yield made(total, paper.document_id)


def _wrong_down(grid: Grid, book: RuleBook) -> Iterator[Total]:
    """Total rows; where they have several columns, another one must add up, so that they are known for sums."""
    ends = [n for n, row in enumerate(grid.rows) if book.holds("total_labels", row.label)]
    for n in ends:
        totals = [t for col in grid.columns if (t := _down(grid, n, ends, col, book)) is not None]
        among_sums = any(t.proves for t in totals)
        if among_sums or len(totals) == 1:
            yield from (t for t in totals if not t.agrees and t.likely(among_sums=among_sums))


def _down(grid: Grid, n: int, ends: Sequence[int], col: int, book: RuleBook) -> Total | None:
    """The total of a column in row n; None when not every figure is known, or they are of a kind that is not added."""
    row, figure = grid.rows[n], grid.rows[n].figure(col)
    if figure is None or not shows_number(row.text(col)) or not added(grid.head(col), book):
        return None
    rows = [Addend(m, r, col, f) for m, r in enumerate(grid.rows) if (f := r.figure(col)) is not None]
    above = [a for a in rows if a.place < n and shows_number(a.row.text(col))]
    if any(r.figure(col) is None for r in grid.rows[:n]):
        return None
    since = [a for a in above if a.place > max((e for e in ends if e < n), default=-1)]
    plain = [a for a in above if a.place not in ends] if n == ends[-1] else since
    if len(plain) < 2 or not alike([figure, *(a.figure for a in above)], book):
        return None
    rounding = slack([figure, *(a.figure for a in plain)], _words(grid, col, plain), book)
    following = [e for e in ends if e > n]
    below = [a for a in rows if n < a.place < (following[0] if following else len(grid.rows))]
    bases = (plain, since, [a for a in above if a.place in ends or a in since], [*plain[1:]] * _first_a_head(plain))
    sums = {s for base in (*bases, below) for s in readings(base, grid.indented, book)}
    agrees = any(abs(figure.value - s) <= rounding for s in sums)
    label = ", ".join(filter(None, (row.label, grid.head(col))))
    return Total(label, row, col, figure, tuple(plain), agrees)


def _first_a_head(plain: Sequence[Addend]) -> bool:
    """Whether the first row may be a second head: years above the figures."""
    return plain[0].place == 0 and plain[0].row.only_years


def _wrong_across(grid: Grid, book: RuleBook) -> Iterator[Total]:
    """Total columns: known for sums by the rows, two at least and most of them, that add up."""
    for col in (c for c in grid.columns if book.holds("total_labels", grid.head(c))):
        totals = [t for row in grid.rows if (t := _across(grid, row, col, book)) is not None]
        wrong = [t for t in totals if not t.agrees]
        if len(totals) - len(wrong) >= max(2, 2 * len(wrong)):
            yield from wrong


def _across(grid: Grid, row: Row, col: int, book: RuleBook) -> Total | None:
    before = [c for c in grid.columns if c < col]
    figures = [f for c in before if (f := row.figure(c)) is not None and added(grid.head(c), book)]
    total = row.figure(col)
    if total is None or not shows_number(row.text(col)) or len(figures) < max(2, len(before)):
        return None
    parts = tuple(Addend(0, row, c, f) for c, f in zip(before, figures, strict=True) if shows_number(row.text(c)))
    if not alike([total, *figures], book) or len(parts) < 2:
        return None
    rounding = slack([total, *figures], " ".join((row.label, *map(grid.head, (*before, col)))), book)
    agrees = abs(total.value - sum((f.value for f in figures), Decimal(0))) <= rounding
    return Total(", ".join(filter(None, (row.label, grid.head(col)))), row, col, total, parts, agrees)


def _words(grid: Grid, col: int, plain: Sequence[Addend]) -> str:
    """What is written about the figures of a column: above it, beside it, and at the head of the first column."""
    units = (a.figure.unit for a in plain)
    return " ".join((grid.head(0), grid.head(col), *units, *(a.row.label for a in plain)))
