"""How long a recommendation had each status: from the statuses on single days to intervals."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from pipeline.graph.places import Places
from pipeline.graph.rows import Row, Tables, rows
from pipeline.graph.statements import NodeKind, Predicate, Statement

# Recommendation, what happened and when; and the rows that tell so.
_Events = Mapping[tuple[str, str, str | None], Row]


def find_statuses(tables: Tables, known: Places) -> Iterator[Statement]:
    """One statement for each status in turn; it holds until the day the next one begins, the last one still."""
    by_advice: dict[str, list[Row]] = defaultdict(list)
    for row in rows(tables, "statuses"):
        by_advice[row.text("recommendation_id")].append(row)
    events = _events(tables)
    advice = {row.text("recommendation_id"): row for row in rows(tables, "recommendations")}
    for recommendation_id, found in by_advice.items():
        turns = _turns(sorted(found, key=lambda row: row.text("as_of")))
        for row, following in zip(turns, [*turns[1:], None], strict=True):
            told = events.get(
                (recommendation_id, row.text("status"), row.known("since")),
                # No event is its ground: what is certain is the recommendation itself.
                advice[recommendation_id],
            )
            yield Statement(
                f"{NodeKind.RECOMMENDATION}:{recommendation_id}",
                Predicate.HAS_STATUS,
                f"{NodeKind.STATUS}:{row.text('status')}",
                known.evidence(told),
                told.text("rule"),
                told.score(),
                valid_from=_begins(row),
                valid_to=None if following is None else _ends(row, following),
                reason=row.text("reason"),
            )


def _turns(found: Sequence[Row]) -> list[Row]:
    """The rows in which the status is another than on the day before: one that comes back is a turn of its own."""
    before = [None, *(row.text("status") for row in found)]
    return [row for row, status in zip(found, before, strict=False) if row.text("status") != status]


def _begins(row: Row) -> str:
    return row.known("since") or row.text("as_of")


def _ends(row: Row, following: Row) -> str:
    """The day the next one begins; where that is told to be before this one, the day on which it is first seen."""
    begins = _begins(following)
    return begins if begins >= _begins(row) else following.text("as_of")


def _events(tables: Tables) -> _Events:
    found: dict[tuple[str, str, str | None], Row] = {}
    for row in rows(tables, "status_events"):
        found.setdefault((row.text("recommendation_id"), row.text("what"), row.known("date")), row)
    return found
