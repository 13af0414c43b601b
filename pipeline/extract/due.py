"""The day a decision was made, and the day by which what was agreed is due."""

import re
from collections.abc import Iterable

from pipeline.extract.clauses import Clause
from pipeline.extract.dates import FoundDate, find_in
from pipeline.extract.edtf import anchor_of
from pipeline.extract.reading import Reading
from pipeline.lexicons.facts import FactsLexicon
from pipeline.model.place import Span
from pipeline.model.structure import Meeting, MeetingStatus

_BARE_YEAR = re.compile(r"\d{4}$")
_IN = re.compile(r"\b(?:i|siden) $", re.IGNORECASE)
_CAN_BE_DUE = frozenset({"aftalt", "besluttet", "udsat", "genoptages", "oversendt", "sendt i høring", "enighed"})
_PLAN = re.compile(
    r"\b(?:skal|skulle|vil|forelægges|fremlægges|behandles|drøftes|genoptages|udsættes|sendes|senest|inden|frist)\b",
    re.IGNORECASE,
)
_MEETINGS_IN = re.compile(r"^\d{4}-\d{2}(?:-\d{2})?$")


def decided_when(clause: Clause, reading: Reading, facts: FactsLexicon) -> str | None:
    """When the sentence says that it was decided: the date next to the verb, not one of what was decided."""
    text = clause.sentence.text
    begin, end = clause.start, clause.end
    if re.search(r"\bhvor(?: \w+){0,3} ?$", text[: clause.verb_start]):
        begin = 0
    if clause.joined and not re.search(r"\bhvor\b", clause.head):
        begin = clause.start
    content = facts.decisions.first("content", text[clause.verb_end : end])
    if content is not None:
        end = clause.verb_end + content.start
    found = [d for d in _dates(text, reading, facts) if begin <= d.start and d.end <= end and _is_when(text, d)]
    if not found:
        return None
    return min(found, key=lambda d: (_coarse(d), _distance(d, clause))).edtf


def due_when(clause: Clause, reading: Reading, facts: FactsLexicon) -> tuple[str | None, tuple[Span, ...]]:
    """When what was agreed is due, and the place of the meeting plan when that resolves "næste møde"."""
    if clause.type not in _CAN_BE_DUE:
        return None, ()
    tail = clause.tail
    content = facts.decisions.first("content", tail)
    after = tail if content is None else tail[content.start :]
    if (
        (content is None and clause.type not in {"udsat", "genoptages", "oversendt", "sendt i høring"})
        or not _PLAN.search(after)
    ) and clause.type not in {"udsat", "genoptages"}:
        return None, ()
    day = next((d.edtf for d in _dates(after, reading, facts) if _is_due(after, d, facts)), None)
    if day is not None:
        return day, ()
    if facts.decisions.holds("next_meeting", after):
        meeting = next_meeting(reading, clause.sentence.placed.meeting)
        if meeting is not None:
            return meeting.date, (meeting.proof.span,)
    return None, ()


def next_meeting(reading: Reading, this: Meeting | None) -> Meeting | None:
    """The first planned meeting after this one, as the paper's own plan has it."""
    after = reading.front.date if this is None or this.date is None else this.date
    planned = [
        m
        for m in reading.paper.structure.meetings
        if m.status is MeetingStatus.PLANNED and m.date is not None and after is not None and m.date > after
    ]
    return min(planned, key=lambda m: m.date or "", default=None)


def _dates(text: str, reading: Reading, facts: FactsLexicon) -> Iterable[FoundDate]:
    return find_in(text, anchor=anchor_of(reading.front.date), dates=facts.dates)


def _is_when(text: str, found: FoundDate) -> bool:
    """A bare year tells when only after "i": "budget 2021" is a budget."""
    if not _BARE_YEAR.fullmatch(found.edtf):
        return not re.fullmatch(r"\d{4}/\d{4}|\d{4}/\.\.|\.\./\d{4}", found.edtf)
    return _IN.search(text[: found.start]) is not None


def _coarse(found: FoundDate) -> int:
    return 0 if len(found.edtf) == 10 else 2 if _BARE_YEAR.fullmatch(found.edtf) else 1


def _distance(found: FoundDate, clause: Clause) -> int:
    return clause.verb_start - found.end if found.end <= clause.verb_start else found.start - clause.verb_end


def _is_due(text: str, found: FoundDate, facts: FactsLexicon) -> bool:
    return _MEETINGS_IN.match(found.edtf) is not None and facts.decisions.holds("due", text[: found.start])
