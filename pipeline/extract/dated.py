"""Decisions under a heading, a line or a block of history that names body and day: of this meeting, or reported."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.extract.bodies import find_bodies, is_own, plain_name
from pipeline.extract.clauses import find_clauses
from pipeline.extract.dates import find_in
from pipeline.extract.deciders import Decider, decider_here
from pipeline.extract.edtf import anchor_of
from pipeline.extract.reading import Reading, Sentence
from pipeline.extract.ruled import Ruled, list_of
from pipeline.lexicons.facts import FactsLexicon
from pipeline.model.ids import fold
from pipeline.model.paper import Placed
from pipeline.model.structure import FrontMatter

# "Forretningsudvalgets beslutning den 8. november 2022: Anbefalet.", "Beslutning Ældrerådet den 10-11-2016"
_DATED = re.compile(
    r"^(?:[^.:]{3,90}?s (?:beslutning(?:er)?|drøftelse|behandling|anbefaling)"
    r"|(?:beslutning(?:er)?|behandling|drøftelse|behandlet)(?: i| fra| af)? [^.:]{3,80}?)"
    r" (?:[^.:]{0,40} )?(?:(?:den|d\.)|\w+dag(?: den| d\.)?(?= \d)) [^:]{4,60}: ?",
    re.IGNORECASE,
)
# "FORRETNINGSUDVALGETS BESLUTNING"
_OF_BODY = re.compile(r"[\w ,-]{3,90}?s beslutning(?:er)?:?|beslutning(?:er)? i [\w ,-]{3,80}:?", re.IGNORECASE)
# "Økonomiudvalget den 3. maj 2021, pkt. 4: Anbefalet.", in a history only
_BODY_AND_DAY = re.compile(
    r"^[A-ZÆØÅ][^.:]{4,70}?,? (?:den |d\. ?)?\d{1,2}[.-][^:]{4,30}(?:,? (?:pkt\.|punkt) ?\d+)?: ?(?=\S)"
)


@dataclass(frozen=True, slots=True)
class Occasion:
    """The meeting at which something was decided: whose, when, and whether it is the one of these minutes."""

    body: str | None
    date: str | None
    own_day: bool


def dated_heading(placed: Placed) -> str | None:
    """The heading above, when it names the body whose decision it is, or body and day."""
    heading = placed.context.section[-1] if placed.context.section else ""
    return heading if _DATED.match(f"{heading}:") or _OF_BODY.fullmatch(heading) else None


def after_heading(sentence: Sentence, *, history: bool) -> tuple[str, Sentence] | None:
    """ "Udvalgets beslutning den 3. maj: Anbefalet.": the heading that a sentence begins with, and the rest of it."""
    text = sentence.text
    found = _DATED.match(text) or (_BODY_AND_DAY.match(text) if history else None)
    return None if found is None else (found[0], shortened(sentence, found.end()))


def occasion_of(heading: str, reading: Reading, facts: FactsLexicon) -> Occasion:
    """The meeting that a heading names; without a body or a day those of the paper."""
    days = [d.edtf for d in find_in(heading, anchor=anchor_of(reading.front.date), dates=facts.dates)]
    return _occasion(heading, days[0] if days else None, reading.front, facts)


def told_in_history(placed: Placed, reading: Reading, facts: FactsLexicon) -> Occasion | None:
    """The meeting of the block "Udvalg: …", "Dato: …" that a line of a case history stands in."""
    body: str | None = None
    day: str | None = None
    for other in reading.before(placed):
        if other.context.section != placed.context.section or body is not None:
            break
        found = facts.decisions.first("history", other.passage.text)
        if found is not None and found.rule.value == "organ":
            body = found.match["body"]
        elif found is not None and found.rule.value == "dag" and day is None:
            dates = find_in(found.match["day"], anchor=anchor_of(reading.front.date), dates=facts.dates)
            day = next((d.edtf for d in dates), None)
    return None if body is None or day is None else _occasion(body, day, reading.front, facts)


def ruled_under(sentence: Sentence, occasion: Occasion, reading: Reading, facts: FactsLexicon) -> Iterator[Ruled]:
    """A decision under a heading that names body and day: the meeting's own, or an earlier one that is reported."""
    own_day, front = occasion.own_day, reading.front
    for clause in find_clauses(sentence, "made", facts.decisions):
        decider = decider_here(clause, front, facts) if own_day else Decider(occasion.body, ())
        date = front.date if own_day else occasion.date
        yield Ruled(clause, "made" if own_day else "reported", decider, date, None, list_of(clause, reading))


def shortened(sentence: Sentence, by: int) -> Sentence:
    """The sentence less its first characters, unless nothing would be left."""
    return replace(sentence, start=sentence.start + by) if sentence.start + by < sentence.end else sentence


def _occasion(text: str, day: str | None, front: FrontMatter, facts: FactsLexicon) -> Occasion:
    bodies = find_bodies(text, facts.bodies)
    own = not bodies or bodies[0].generic or is_own(bodies[0].name, front)
    # A name of many parts, "Udvalget for natur, teknik og miljø", is its own whole.
    own = own or (front.body is not None and fold(front.body) in fold(text))
    body = front.body if own else plain_name(_in_small_letters(bodies[0].name), front)
    return Occasion(body, day, own and (day is None or front.date is None or day == front.date))


def _in_small_letters(name: str) -> str:
    return name.capitalize() if name.isupper() else name
