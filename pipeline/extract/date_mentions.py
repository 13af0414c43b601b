"""Every date of a paper, with what it is for."""

from collections.abc import Iterator

from pipeline.extract.date_roles import role_of
from pipeline.extract.dates import FoundDate, find_in
from pipeline.extract.edtf import Anchor, anchor_of
from pipeline.extract.reading import Reading
from pipeline.lexicons.rules import RuleBook
from pipeline.model.findings import DateMention
from pipeline.model.ids import finding_ids
from pipeline.model.paper import Placed
from pipeline.model.place import Proof, Span


def find_dates(reading: Reading, dates: RuleBook) -> tuple[DateMention, ...]:
    """Every date of the paper, heads included, with what it is for."""
    anchor = anchor_of(reading.front.date)
    rows = [row for placed in reading.passages for row in _of_passage(placed, reading, anchor, dates)]
    ids = finding_ids("dates", reading.paper.document_id, (span.quote for span, _, _ in rows))
    return tuple(
        DateMention(key, span.quote, d.edtf, d.time_start, d.time_end, role, Proof(span, d.rule))
        for key, (span, d, role) in zip(ids, rows, strict=True)
    )


def _of_passage(
    placed: Placed, reading: Reading, anchor: Anchor, dates: RuleBook
) -> Iterator[tuple[Span, FoundDate, str]]:
    before: list[tuple[FoundDate, str]] = []
    for found in find_in(placed.passage.text, anchor=anchor, dates=dates, open_ended=True):
        role = role_of(found, before, placed, reading, dates)
        before.append((found, role))
        yield placed.passage.span(found.start, found.end), found, role
