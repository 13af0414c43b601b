"""The meeting a paper is of, several meetings of one file, and meetings that a plan announces."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.context import Context
from pipeline.model.days import find_days, find_times
from pipeline.model.document import Document, Passage, PassageKind
from pipeline.model.ids import digest, fold
from pipeline.model.place import Proof
from pipeline.model.structure import FrontMatter, Meeting, MeetingStatus, PaperKind
from pipeline.structure.head import Head
from pipeline.structure.items import ItemHead

_PLANNED = re.compile(r"(?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)\b.{0,12}\d", re.IGNORECASE)
_PARTY = re.compile(r"\([A-ZÆØÅ]{1,3}\)|formand|afbud", re.IGNORECASE)
_POSTAL = re.compile(r"\b\d{4} [A-ZÆØÅ]")
_TIME = r"\b[Kk]l\.? ?\d{1,2}(?:[.:]\d{2})?(?: ?[-–] ?\d{1,2}(?:[.:]\d{2})?)?"
# "kl. 13:00 i Mødecenter C", "i Regionsrådssalen, …", "mødet holdes i Rådssalen"
_PLACE = re.compile(
    rf"{_TIME},?\s+(?:(?:i|på)\s+)?([A-Za-zÆØÅæøå].{{3,120}})$"
    r"|^(?:i|på)\s+([A-ZÆØÅ].{3,120})$"
    r"|\bi\s+([A-ZÆØÅ][\wæøåÆØÅ]+(?:salen|huset|centeret|centret|lokale|gården|mødelokale)\b.{0,100})$"
)


@dataclass(frozen=True, slots=True)
class Part:
    """A meeting in a file and the index of the passage where its part begins."""

    start: int
    meeting: Meeting


def find_parts(
    document: Document,
    passages: Sequence[Passage],
    head: Head,
    heads: Sequence[ItemHead],
    front: FrontMatter,
    *,
    context: Context,
) -> list[Part]:
    """The meetings the paper is of, in order; none for a paper that is of no meeting."""
    if front.kind not in {PaperKind.MINUTES, PaperKind.AGENDA}:
        return []
    starts = _starts(passages, heads)
    if len(starts) > 1:
        return [
            _part(n, passages[n], passages[n:end], front)
            for n, end in zip(starts, [*starts[1:], len(passages)], strict=True)
        ]
    meeting = _own(document, head, front, context)
    return [Part(0, meeting)] if meeting is not None else []


def _starts(passages: Sequence[Passage], heads: Sequence[ItemHead]) -> list[int]:
    """Where a new meeting begins: a dated heading above item numbers that begin again."""
    starts: list[int] = []
    last = 0
    previous: int | None = None
    for head in heads:
        number = int(head.number) if head.number is not None and head.number.isdigit() else None
        if number is not None and (previous is None or number <= previous):
            dated = [
                n
                for n in range(last, head.index)
                if passages[n].kind in {PassageKind.HEADING, PassageKind.TITLE, PassageKind.LETTERHEAD}
                and len(passages[n].text) < 120
                and next(find_days(passages[n].text), None) is not None
            ]
            if dated:
                starts.append(dated[0])
        if number is not None:
            previous, last = number, head.index
    return starts


def _part(start: int, heading: Passage, inside: Sequence[Passage], front: FrontMatter) -> Part:
    day = next(find_days(heading.text), None)
    date = day.iso if day is not None else None
    times = [find_times(p.text) for p in inside[:8] if len(p.text) < 160]
    begin, end = next((t for t in times if t[0] is not None), (None, None))
    meeting = Meeting(
        meeting_id=_meeting_id(front, date, start),
        body=front.body,
        date=date,
        time_start=begin,
        time_end=end,
        place=next((p for t in inside[:8] if (p := _place_behind_time(t.text)) is not None), None),
        status=MeetingStatus.HELD if front.kind is PaperKind.MINUTES else MeetingStatus.PLANNED,
        proof=Proof(heading.span(0), "meetings.dated_heading"),
    )
    return Part(start, meeting)


def _place_behind_time(text: str) -> str | None:
    match = _PLACE.search(text) if len(text) < 160 else None
    return next(g for g in match.groups() if g).strip().rstrip(".") if match else None


def _meeting_id(front: FrontMatter, date: str | None, nth: int) -> str:
    known = date if date is not None else f"part {nth}"
    return digest("meetings", fold(front.authority or ""), fold(front.body or ""), known)


def _own(document: Document, head: Head, front: FrontMatter, context: Context) -> Meeting | None:
    labels, words = context.lexicons.front.labels, context.lexicons.front.words
    holder = head.title or (head.lines[0] if head.lines else next(document.body(), None))
    if holder is None:
        return None
    begin, end, told = _times(document, head, context)
    place = next((e.value for e in head.values(labels["place"])), None)
    place = place or next((p for e in head.values(labels["date"]) if (p := _place_behind_time(e.value))), None)
    place = place or _place_line(head, context)
    day_line = next((p for p in (*head.lines, holder) if any(d.iso == front.date for d in find_days(p.text))), holder)
    cancelled = any(words.cancelled.search(p.text) for p in (holder, *head.lines))
    held = MeetingStatus.HELD if front.kind is PaperKind.MINUTES else MeetingStatus.PLANNED
    return Meeting(
        meeting_id=_meeting_id(front, front.date, 0),
        body=front.body,
        date=front.date,
        time_start=begin,
        time_end=end,
        place=place,
        status=MeetingStatus.CANCELLED if cancelled else held,
        proof=Proof(day_line.span(0), "meetings.head", 1.0, tuple(p.span(0) for p in told if p is not day_line)),
    )


def _times(document: Document, head: Head, context: Context) -> tuple[str | None, str | None, tuple[Passage, ...]]:
    labels = context.lexicons.front.labels
    begin = end = None
    told: list[Passage] = []
    title = [head.title] if head.title is not None else []
    labelled = [(e.value, e.passage) for key in ("start", "date") for e in head.values(labels[key])]
    lines = [(p.text, p) for p in (*head.lines, *head.opening[:3])]
    for text, passage in [(p.text, p) for p in title] + labelled + lines:
        if len(text) > 160:
            continue
        first, second = find_times(text)
        if first is not None:
            begin, end = first, second
            told.append(passage)
            break
    for entry in head.values(labels["end"]):
        end = find_times(entry.value)[0] or find_times(f"kl. {entry.value}")[0] or end
    closing = _closing_time(document, context)
    if end is None and closing is not None:
        end = closing[0]
        told.append(closing[1])
    return begin, end, tuple(told)


def _closing_time(document: Document, context: Context) -> tuple[str, Passage] | None:
    """When the meeting ended, as the text says: `Mødet blev hævet kl. 16.40`."""
    for passage in reversed(list(document.body())):
        match = context.lexicons.front.words.ended.search(passage.text)
        if match is not None and re.search(r"mødet?\b", passage.text, re.IGNORECASE):
            time = find_times(passage.text[match.end() : match.end() + 40])[0]
            if time is not None:
                return time, passage
    return None


def _place_line(head: Head, context: Context) -> str | None:
    """The place as a line of the head tells it: behind the time, or on the lines below it."""
    words = context.lexicons.front.words
    for n, passage in enumerate(head.lines):
        behind = _place_behind_time(passage.text)
        if behind is not None:
            return behind
        if find_times(passage.text)[0] is not None and len(passage.text) < 80:
            below: list[str] = []
            for line in head.lines[n + 1 : n + 5]:
                if (
                    (context.lexicons.layout.label.match(line.text) and not words.places.match(line.text))
                    or not (words.places.search(line.text) or _POSTAL.search(line.text))
                    or _PARTY.search(line.text)
                ):
                    break
                below.append(line.text)
            if below:
                return re.sub(r"^(?:i|på) ", "", ", ".join(below))
    return None


def find_planned(passages: Sequence[Passage], front: FrontMatter, *, context: Context) -> list[Meeting]:
    """Meetings that a list of days announces, each day once, other than the paper's own."""
    words = context.lexicons.front.words
    planned: dict[str, Meeting] = {}
    for n, passage in enumerate(passages):
        if (
            passage.kind is not PassageKind.ITEM
            or not _PLANNED.match(passage.text[passage.marker :])
            or len(passage.text) > 120
        ):
            continue
        lead = " ".join(p.text for p in passages[max(0, n - 8) : n] if p.kind is not PassageKind.ITEM)
        day = next(find_days(passage.text), None)
        if day is None or day.iso == front.date or not re.search(r"\bmøde", lead, re.IGNORECASE):
            continue
        begin, end = find_times(passage.text)
        planned.setdefault(
            day.iso,
            Meeting(
                meeting_id=_meeting_id(front, day.iso, 0),
                body=front.body,
                date=day.iso,
                time_start=begin,
                time_end=end,
                place=None,
                status=MeetingStatus.CANCELLED if words.cancelled.search(passage.text) else MeetingStatus.PLANNED,
                proof=Proof(passage.span(), "meetings.plan"),
            ),
        )
    return [planned[d] for d in sorted(planned)]
