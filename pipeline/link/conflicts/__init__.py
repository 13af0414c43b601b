"""Values that contradict each other, within a paper and between papers; shown with both sides, never settled."""

from pipeline.link.conflicts.members import find_members
from pipeline.link.conflicts.pages import find_pages
from pipeline.link.conflicts.seats import find_seats
from pipeline.link.conflicts.shares import find_shares
from pipeline.link.conflicts.spoken import find_spoken_sums
from pipeline.link.conflicts.sums import find_sums
from pipeline.link.conflicts.told_sums import find_told_sums
from pipeline.link.conflicts.unchanged import find_unchanged
from pipeline.link.conflicts.weekdays import find_weekdays
from pipeline.link.corpus import Corpus
from pipeline.model.trail import Conflict

__all__ = ["find_conflicts"]


def find_conflicts(corpus: Corpus) -> tuple[Conflict, ...]:
    """All contradictions, sorted by id; the older paper, or the earlier place, is the left."""
    conflicts = [
        *find_members(corpus),
        *find_pages(corpus),
        *find_seats(corpus),
        *find_shares(corpus),
        *find_spoken_sums(corpus),
        *find_sums(corpus),
        *find_told_sums(corpus),
        *find_unchanged(corpus),
        *find_weekdays(corpus),
    ]
    found = {conflict.conflict_id: conflict for conflict in reversed(conflicts)}
    return tuple(found[key] for key in sorted(found))
