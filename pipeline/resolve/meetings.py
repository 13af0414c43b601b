"""Meetings and agenda items that several papers speak of: one of each."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from pipeline.model.entities import Merge, Version
from pipeline.model.ids import fold
from pipeline.model.paper import Paper
from pipeline.model.structure import AgendaItem, Meeting, MeetingStatus, PaperKind
from pipeline.resolve.uses import paper_date

_DAY = len("2026-04-30")
_SAME_TITLE = 90.0
_KINDS = {PaperKind.MINUTES: 0, PaperKind.AGENDA: 1}


@dataclass(frozen=True, slots=True)
class _Told:
    """A meeting as one paper tells of it; the smallest `rank` is the paper that knows best."""

    meeting: Meeting
    rank: tuple[bool, bool, int, str, str]


def merge_meetings(
    papers: Sequence[Paper], bodies: Mapping[tuple[str, str], str], superseded: frozenset[str]
) -> tuple[Merge, ...]:
    """Meetings of one body on one day, at no two different times: the paper of the meeting itself knows best."""
    groups: dict[tuple[str, str], list[_Told]] = defaultdict(list)
    for paper in papers:
        for meeting in paper.structure.meetings:
            body = None if meeting.body is None else bodies.get((paper.document_id, meeting.body))
            if body is not None and meeting.date is not None and len(meeting.date) == _DAY:
                groups[(body, meeting.date)].append(_Told(meeting, _rank(paper, meeting, superseded)))
    found = {merge for group in groups.values() for merge in _merges(sorted(group, key=lambda t: t.rank))}
    return tuple(sorted(found, key=lambda m: (m.old, m.new)))


def _rank(paper: Paper, meeting: Meeting, superseded: frozenset[str]) -> tuple[bool, bool, int, str, str]:
    held = meeting.status is MeetingStatus.HELD
    kind = _KINDS.get(paper.structure.front.kind, 2)
    own = paper.structure.meetings[0] is meeting and kind < 2
    return (not own or paper.document_id in superseded, not held, kind, paper_date(paper), meeting.meeting_id)


def _merges(told: Sequence[_Told]) -> Iterator[Merge]:
    kept: list[Meeting] = []
    for one in told:
        meeting = one.meeting
        home = next(
            (k for k in kept if None in (k.time_start, meeting.time_start) or k.time_start == meeting.time_start), None
        )
        if home is None:
            kept.append(meeting)
        elif home.meeting_id != meeting.meeting_id:
            yield Merge(meeting.meeting_id, home.meeting_id)


def merge_items(papers: Sequence[Paper], versions: Sequence[Version]) -> tuple[Merge, ...]:
    """The items of papers that give way, where the paper that counts has an item of the same number and title."""
    by_id = {paper.document_id: paper for paper in papers}
    found = []
    for version in versions:
        newer = by_id[version.newer].structure.items
        for item in by_id[version.older].structure.items:
            found += [Merge(item.item_id, other.item_id) for other in newer if _same_item(item, other)][:1]
    return tuple(sorted(found, key=lambda m: (m.old, m.new)))


def _same_item(a: AgendaItem, b: AgendaItem) -> bool:
    titles = fold(a.title or ""), fold(b.title or "")
    return a.number == b.number and fuzz.ratio(*titles) >= _SAME_TITLE
