"""All that is said of one person's presence laid together: one row for the meeting, or for an item."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.attendance_told import Presence
from pipeline.model.ids import fold

# From which share of the items on a remark holds for the meeting, and rules that speak of one item and no other.
_NEARLY_ALL = 0.8
_OF_ITEM = frozenset({"presence.not_in_item", "presence.disqualified", "presence.state_item", "presence.partly"})
_LISTS = frozenset(
    {
        f"presence.{label}"
        for label in ("present", "apologies", "absent", "guests", "staff", "substitutes", "others_came")
    }
)


def settled(found: Sequence[Presence], decided: frozenset[str | None]) -> list[Presence]:
    """One row for each person and item, in the order of the first word about them."""
    rows = _grouped(_whole_meeting(_grouped(_full_names(found)), decided))
    away = {(fold(r.person), r.meeting) for r in rows if r.item is None and r.status in {"afbud", "fraværende"}}
    # Who stayed away from the meeting is not absent from each item of it once more.
    return [
        r for r in rows if r.item is None or r.status != "fraværende" or (fold(r.person), r.meeting) not in away
    ]  # fmt: skip


def _grouped(found: Sequence[Presence]) -> list[Presence]:
    groups: dict[tuple[str, str | None, str | None], list[Presence]] = {}
    for row in found:
        groups.setdefault((fold(row.person), row.meeting, row.item.item_id if row.item else None), []).append(row)
    return [_one_of(rows) for rows in groups.values()]


def _whole_meeting(rows: Sequence[Presence], decided: frozenset[str | None]) -> list[Presence]:
    """Who is noted alike under nearly every item was there, or not there, for the whole meeting: one row, not many."""
    mine: dict[tuple[str, str | None, str], list[Presence]] = {}
    for row in rows:
        if row.item is not None and row.rule not in _OF_ITEM:
            mine.setdefault((fold(row.person), row.meeting, row.status), []).append(row)
    merged = {key: found for key, found in mine.items() if 1 < len(found) >= _NEARLY_ALL * len(decided)}
    out = []
    for row in rows:
        same = merged.get((fold(row.person), row.meeting, row.status)) if row.item is not None else None
        if same is None:
            out.append(row)
        elif same[0] is row:
            out.append(replace(row, item=None, more=(*row.more, *(other.span for other in same[1:]))))
    return out


def _full_names(found: Sequence[Presence]) -> list[Presence]:
    """A first name alone stands for the one person of the meeting who bears it."""
    full = {row.person for row in found if " " in row.person}
    out = []
    for row in found:
        bearers = [name for name in sorted(full) if name.split(" ")[0] == row.person]
        out.append(replace(row, person=bearers[0]) if len(bearers) == 1 else row)
    return out


def _one_of(rows: list[Presence]) -> Presence:
    # A list says better than a sentence as what somebody came.
    first = replace(rows[0], capacity=next((r.capacity for r in rows if r.rule in _LISTS), rows[0].capacity))
    statuses = {row.status for row in rows}
    more = tuple(dict.fromkeys(row.span for row in rows[1:] if row.span != first.span))
    if len(statuses) == 1:
        return first
    if statuses == {"til stede", "delvist"}:
        partly = next(row for row in rows if row.status == "delvist")
        return replace(partly, capacity=first.capacity, more=(first.span,))
    status = "uklart" if "til stede" in statuses else "afbud" if "afbud" in statuses else "fraværende"
    return replace(first, status=status, more=first.more + more)
