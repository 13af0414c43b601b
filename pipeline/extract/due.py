"""The day a decision was made, and the day by which what was agreed is due."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.extract.clauses import Clause
from pipeline.extract.dates import FoundDate, find_in
from pipeline.extract.edtf import anchor_of
from pipeline.extract.reading import Reading
from pipeline.lexicons.facts import FactsLexicon
from pipeline.model.place import Span
from pipeline.model.structure import Meeting, MeetingStatus

_SAME_YEAR = re.compile(r" (?:samme|det) år\b", re.IGNORECASE)
_BARE_YEAR = re.compile(r"\d{4}$")
_IN = re.compile(r"\b(?:i|siden) $", re.IGNORECASE)
_CAN_BE_DUE = frozenset({"aftalt", "besluttet", "udsat", "genoptages", "oversendt", "sendt i høring", "enighed"})
_SENT = frozenset({"oversendt", "sendt i høring"})
_PLAN = re.compile(
    r"\b(?:skal|skulle|vil|forelægges|fremlægges|behandles|drøftes|genoptages|udsættes|sendes|senest|inden|frist)\b",
    re.IGNORECASE,
)
# What was agreed is a meeting: its day is no deadline.
_A_MEETING = re.compile(
    r"^\W*at (?:der (?:holdes|afholdes|er|bliver|indkaldes til) )?(?:det |rådets |udvalgets |gruppens )?"
    r"(?:et |en |næste |kommende |ekstra |fælles |nyt |ekstraordinært )*"
    r"\w*(?:møde|mødet|møderne|møder|temadag\w*|seminar\w*)\b",
    re.IGNORECASE,
)
_DOES = re.compile(
    r"\bat\b.{0,120}?\b(?!er\b|har\b|eller\b|efter\b|over\b|under\b|for\b|der\b|hver\b)\w+(?:r|s|e)\b", re.IGNORECASE
)
# Between a verb, or the start of its clause, and the day that tells when it happened.
_WHEN = re.compile(
    r"^\W*(?:(?:på|ved|i) (?:(?:sit|rådets|udvalgets|et|det) )?(?:ordinære )?møde[t]? )?"
    r"(?:i |den |d\. ?)?(?:\w+dag (?:den |d\. ?)?)?$",
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


@dataclass(frozen=True, slots=True)
class Earlier:
    """That something was decided before the meeting that tells of it: on what day, where that is said."""

    day: str | None


def decided_before(clause: Clause, today: str | None, reading: Reading, facts: FactsLexicon) -> Earlier | None:
    """Whether minutes tell of an earlier decision: "På sidste møde blev …", "Rådet besluttede den 3. maj, at …"."""
    for found in _dates(clause.sentence.text, reading, facts):
        near = clause.head[: max(0, found.start - clause.start)], clause.tail[: max(0, found.start - clause.verb_end)]
        inside = (clause.start <= found.start < clause.verb_start, clause.verb_end <= found.start < clause.end)
        told = any(_WHEN.match(text) is not None for text, there in zip(near, inside, strict=True) if there)
        if (
            told
            and today is not None
            and found.edtf[: len(today)] < today[: len(found.edtf)]
            and _is_when(clause.sentence.text, found)
        ):
            return Earlier(found.edtf)
    if any(facts.decisions.holds("earlier", text.lstrip()) for text in (clause.head, clause.tail)):
        return Earlier(None)
    return None


def due_when(clause: Clause, reading: Reading, facts: FactsLexicon) -> tuple[str | None, tuple[Span, ...]]:
    """When what was agreed is due, and the place of the meeting plan when that resolves "næste møde"."""
    if clause.type not in _CAN_BE_DUE:
        return None, ()
    after = _agreed_on(clause, facts)
    if after is None:
        return None, ()
    days = (d.edtf for d in _dates(after, reading, facts) if _is_due(after, d, facts))
    day = next((day for day in days if not _past(day, reading)), None)
    if day is not None:
        return day, ()
    if facts.decisions.holds("next_meeting", after):
        meeting = next_meeting(reading, clause.sentence.placed.meeting)
        if meeting is not None:
            return meeting.date, (meeting.proof.span,)
    return None, ()


def _agreed_on(clause: Clause, facts: FactsLexicon) -> str | None:
    """The words that say what is to be done, and so by when; None where they only tell how things are."""
    tail = clause.tail
    content = facts.decisions.first("content", tail)
    after = tail if content is None else tail[content.start :]
    if clause.type in {"udsat", "genoptages"}:
        return after
    if content is None:
        # "Oversendt til budgettet, der forelægges i maj", "Aftale: Rie skriver inden fredag"
        labelled = clause.sentence.text[clause.verb_start : clause.verb_end].endswith(":")
        return after if labelled or (clause.type in _SENT and _PLAN.search(after)) else None
    does = _DOES.search(after) is not None and not _A_MEETING.match(after)
    return after if does or _PLAN.search(after) else None


def next_meeting(reading: Reading, this: Meeting | None) -> Meeting | None:
    """The first planned meeting after this one, as the paper's own plan has it."""
    after = reading.front.date if this is None or this.date is None else this.date
    planned = [
        m
        for m in reading.paper.structure.meetings
        if m.status is MeetingStatus.PLANNED and m.date is not None and after is not None and m.date > after
    ]
    return min(planned, key=lambda m: m.date or "", default=None)


def _dates(text: str, reading: Reading, facts: FactsLexicon) -> Iterator[FoundDate]:
    """The dates of a text; "den 12. september samme år" is of the year named before it."""
    year: str | None = None
    for found in find_in(text, anchor=anchor_of(reading.front.date), dates=facts.dates):
        if year is not None and _SAME_YEAR.match(text, found.end):
            found = replace(found, edtf=year + found.edtf[4:])
        year = found.edtf[:4]
        yield found


def _is_when(text: str, found: FoundDate) -> bool:
    """A bare year tells when only after "i": "budget 2021" is a budget."""
    if not _BARE_YEAR.fullmatch(found.edtf):
        return not re.fullmatch(r"\d{4}/\d{4}|\d{4}/\.\.|\.\./\d{4}", found.edtf)
    return _IN.search(text[: found.start]) is not None


def _past(day: str, reading: Reading) -> bool:
    """Whether a day lies before the meeting: then it tells of what was, not of what is to come."""
    today = reading.front.date
    return today is not None and day < today[: len(day)]


def _coarse(found: FoundDate) -> int:
    return 0 if len(found.edtf) == 10 else 2 if _BARE_YEAR.fullmatch(found.edtf) else 1


def _distance(found: FoundDate, clause: Clause) -> int:
    return clause.verb_start - found.end if found.end <= clause.verb_start else found.start - clause.verb_end


def _is_due(text: str, found: FoundDate, facts: FactsLexicon) -> bool:
    return _MEETINGS_IN.match(found.edtf) is not None and facts.decisions.holds("due", text[: found.start])
