"""The day by which a promise falls due: its own, or that of the meeting it looks to."""

import re
from collections.abc import Iterator

from pipeline.extract.dates import FoundDate, find_in
from pipeline.extract.due import next_meeting
from pipeline.extract.edtf import anchor_of
from pipeline.extract.reading import Reading
from pipeline.lexicons.facts import FactsLexicon
from pipeline.model.ids import fold
from pipeline.model.paper import Placed
from pipeline.model.place import Span

# The last of these words before a date says whether something is to be done by it, or was done, or is told of it.
_GOVERNING = re.compile(
    r"\b((?:løbet|udgangen|slutningen|midten|begyndelsen|starten) af|senest|inden|frist\w*|deadline|til|på|ved|i|før"
    r"|fra|siden|om|af|pr\.|for|efter|sidste|ugen)\b",
    re.IGNORECASE,
)
_FIRM = frozenset({"senest", "inden", "til", "før"})
_NOT_DUE = frozenset({"fra", "siden", "om", "af", "pr.", "for", "sidste", "efter"})
_OPEN_ENDED = re.compile(r"\.\.|~|^\d{4}(?:/\d{4})?$")
_LATEST = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$")
_MEETING_WITH = re.compile(r"\bmøde\w*(?: (?:med|i|hos))? (?P<whom>[^,.;:]{3,120})", re.IGNORECASE)
_MEETING = re.compile(r"\bmøde\w*\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{5,}")

Due = tuple[str | None, tuple[Span, ...]]


def due_of(text: str, placed: Placed, reading: Reading, facts: FactsLexicon) -> Due:
    """When the promise of these words is due, and the place of the meeting plan where that tells it."""
    today = reading.front.date or ""
    days = [d for d in _dates(text, reading, facts) if _may_be_due(text, d, today)]
    firm = [d for d in days if _governor(text, d) in _FIRM]
    if firm or days:
        return (firm or days)[0].edtf, ()
    if not facts.agreements.holds("next_time", text):
        return None, ()
    meeting = next_meeting(reading, placed.meeting)
    return (None, ()) if meeting is None else (meeting.date, (meeting.proof.span,))


def due_of_meeting(text: str, placed: Placed, reading: Reading, facts: FactsLexicon) -> Due:
    """The day of the meeting that people are sent to, where the same item tells it: one day only, not yet past."""
    sent = _MEETING_WITH.search(text)
    if sent is None:
        return None, ()
    whom = _stems(sent["whom"])
    found = {d: span for d, span in _meetings_told(placed, reading, facts, whom) if d >= (reading.front.date or "")}
    if len(found) != 1:
        return None, ()
    return next((day, (span,)) for day, span in found.items())


def _meetings_told(
    placed: Placed, reading: Reading, facts: FactsLexicon, whom: frozenset[str]
) -> Iterator[tuple[str, Span]]:
    """Days of meetings with these people in the sentences of the same item."""
    for other in reading.of_item(placed):
        for sentence in reading.sentences.get(other.passage.passage_id, ()):
            if _MEETING.search(sentence.text) is None or not _same_party(whom, _stems(sentence.text)):
                continue
            for day in _dates(sentence.text, reading, facts):
                before = sentence.text[max(0, day.start - 90) : day.start]
                if len(day.edtf) == 10 and _MEETING.search(before):
                    yield day.edtf, sentence.span(day.start, day.end)


def _same_party(whom: frozenset[str], words: frozenset[str]) -> bool:
    """Whether at least half of the words that name the other party stand in the sentence, and two of them."""
    shared = len(whom & words)
    return shared * 2 >= len(whom) and shared >= min(2, len(whom)) and shared > 0


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:8].rstrip("s") for word in _WORD.findall(fold(text)))


def _dates(text: str, reading: Reading, facts: FactsLexicon) -> Iterator[FoundDate]:
    return find_in(text, anchor=anchor_of(reading.front.date), dates=facts.dates)


def _governor(text: str, found: FoundDate) -> str | None:
    words = _GOVERNING.findall(text[max(0, found.start - 40) : found.start])
    return words[-1].casefold() if words else None


def _may_be_due(text: str, found: FoundDate, today: str) -> bool:
    if _OPEN_ENDED.search(found.edtf) or _governor(text, found) in _NOT_DUE:
        return False
    last = _LATEST.search(found.edtf)
    return last is None or last[0] >= today[: len(last[0])]
