"""Decisions in the sections that hold them: made here and now, under a dated heading, or a summing-up."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.extract.bodies import find_bodies, is_own, plain_name
from pipeline.extract.clauses import Clause, find_clauses
from pipeline.extract.dates import find_in
from pipeline.extract.deciders import Decider, decider_here
from pipeline.extract.due import decided_when, due_when
from pipeline.extract.edtf import anchor_of
from pipeline.extract.reading import Reading, Sentence
from pipeline.extract.ruled import Ruled, list_of
from pipeline.lexicons.facts import FactsLexicon
from pipeline.model.document import PassageKind
from pipeline.model.paper import Placed
from pipeline.model.structure import PaperKind, SectionRole

# "Forretningsudvalgets beslutning den 8. november 2022: Anbefalet."
_DATED = re.compile(
    r"^(?:[^.:]{3,90}?s (?:beslutning|drøftelse|behandling|anbefaling)"
    r"|(?:beslutning|behandling|drøftelse) i [^.:]{3,80}?)"
    r" (?:[^.:]{0,40} )?(?:den|d\.) [^:]{4,60}: ?",
    re.IGNORECASE,
)
_DECISION_WORD = re.compile(r"beslutning|behandling i |referat|konklusion", re.IGNORECASE)
_TEXT = frozenset({PassageKind.PARAGRAPH, PassageKind.ITEM, PassageKind.QUOTE, PassageKind.TABLE})
_LEAD = re.compile(r"(?:\d{1,2}[.)] ?|[•–-] ?)?at (?=\w)", re.IGNORECASE)
_BARE = re.compile(r"^\W*(?:det|der) (?:blev|er) (?:\w+ ){0,2}?\w+[,:]?(?: at)?[,:]?$|^at\b", re.IGNORECASE)
_CONTINUES = re.compile(r"^(?:og|herunder|samt)\b", re.IGNORECASE)


def holds_decision(placed: Placed) -> bool:
    """Whether a passage stands in a section of decisions; a remark on who was absent may have come in between."""
    if placed.role is SectionRole.ABSENCE and placed.item is not None:
        return placed.context.section != () and _DECISION_WORD.search(placed.context.section[-1]) is not None
    return placed.role is SectionRole.DECISION


def is_misplaced(sentence: Sentence, reading: Reading, facts: FactsLexicon) -> bool:
    """Whether the decision stands at the end of the proposal because the section of decisions was left empty."""
    placed = sentence.placed
    if placed.role is not SectionRole.PROPOSAL or reading.front.kind is not PaperKind.MINUTES or placed.item is None:
        return False
    bodies = [b for b in find_bodies(sentence.text, facts.bodies) if b.start == 0 and not b.genitive]
    if not bodies or not (bodies[0].generic or is_own(bodies[0].name, reading.front)):
        return False
    return not any(holds_decision(p) and p.passage.kind in _TEXT for p in reading.of_item(placed))


def dated_heading(placed: Placed) -> str | None:
    """The heading above, when it names a body and the day of its decision."""
    heading = placed.context.section[-1] if placed.context.section else ""
    return heading if _DATED.match(f"{heading}:") else None


def ruled_under(sentence: Sentence, heading: str, reading: Reading, facts: FactsLexicon) -> Iterator[Ruled]:
    """A decision under a heading that names body and day: today's, or an earlier one that is reported."""
    days = [d.edtf for d in find_in(heading, anchor=anchor_of(reading.front.date), dates=facts.dates)]
    bodies = find_bodies(heading, facts.bodies)
    body = plain_name(bodies[0].name, reading.front) if bodies and not bodies[0].generic else reading.front.body
    own = bool(bodies) and (bodies[0].generic or is_own(bodies[0].name, reading.front))
    today = own and (not days or days[0] == reading.front.date)
    for clause in find_clauses(sentence, "made", facts.decisions):
        decider = decider_here(clause, reading.front, facts) if today else Decider(body, ())
        date = reading.front.date if today else (days[0] if days else None)
        yield Ruled(clause, "made" if today else "reported", decider, date, None, list_of(clause, reading))


def ruled_here(sentence: Sentence, before: Sequence[Ruled], reading: Reading, facts: FactsLexicon) -> Iterator[Ruled]:
    """The clauses of one sentence that decide something, with who decides; `before` are those of the same list."""
    if _tells_who_came(sentence, facts):
        return
    if sentence.placed.passage.kind is PassageKind.ITEM and _belongs_to_decision(sentence.placed, before):
        return
    meeting = sentence.placed.meeting
    date = meeting.date if meeting is not None else reading.front.date
    status = "made"
    for clause in _own_clauses(sentence, before, facts):
        decider = decider_here(clause, reading.front, facts)
        if decider.foreign:
            yield Ruled(
                clause, "reported", decider, decided_when(clause, reading, facts), None, list_of(clause, reading)
            )
            continue
        if _CONTINUES.match(sentence.text) and before and before[-1].clause.sentence.placed is sentence.placed:
            decider = before[-1].decider
        due, plan = due_when(clause, reading, facts)
        if not (clause.joined and clause.auxiliary is None):
            status = "reported" if _recap(clause, facts) else "made"
        yield Ruled(clause, status, decider, date, due, list_of(clause, reading) + plan)


def _tells_who_came(sentence: Sentence, facts: FactsLexicon) -> bool:
    """Whether a sentence is a remark on presence: a label with its colon or names, or an absence from the item."""
    label = facts.presence.first("labels", sentence.text)
    labelled = label is not None and (
        label.match[0].endswith(":") or not sentence.text[label.end :].strip()[:1].islower()
    )
    return labelled or facts.presence.holds("item_absences", sentence.text)


def _own_clauses(sentence: Sentence, before: Sequence[Ruled], facts: FactsLexicon) -> tuple[Clause, ...]:
    """The clauses of a sentence; a line "at …" after a bare "Det blev besluttet," is one by the verb of that."""
    found = find_clauses(sentence, "made", facts.decisions)
    lead = _LEAD.match(sentence.placed.passage.text)
    if found or lead is None or sentence.start > lead.end() or not before:
        return found
    bare = [
        row.clause
        for row in before
        if _BARE.search(row.clause.sentence.text) and not _LEAD.match(row.clause.sentence.text)
    ]
    last = bare[-1] if bare else None
    if last is None or last.sentence.placed.context.section != sentence.placed.context.section:
        return found
    return (Clause(sentence, 0, len(sentence.text), 0, 2, last.rule, last.type, last.score, False),)


def _belongs_to_decision(item: Placed, before: Sequence[Ruled]) -> bool:
    """Whether a list item is part of the decision that introduced its list with a colon."""
    return (bool(before) and any(span.passage_id == item.passage.passage_id for span in before[-1].more)) or any(
        span.passage_id == item.passage.passage_id for row in before[-4:] for span in row.more
    )


def _recap(clause: Clause, facts: FactsLexicon) -> bool:
    """Whether the item only sums up what the others decided: its title says so, and the tense is the perfect."""
    item = clause.sentence.placed.item
    heads = [*(clause.sentence.placed.context.section), item.title or "" if item is not None else ""]
    return any(facts.decisions.holds("recaps", head) for head in heads) and clause.auxiliary in {"har", "er"}


def only_leads(row: Ruled, following: Sequence[Ruled]) -> bool:
    """Whether "Det blev besluttet," says nothing itself because the next lines say what, each on its own."""
    bare = _BARE.search(row.clause.sentence.text) is not None and not _LEAD.match(row.clause.sentence.text)
    return bare and any(_LEAD.match(f.clause.sentence.placed.passage.text) for f in following)


def after_heading(sentence: Sentence) -> tuple[str, Sentence] | None:
    """ "Udvalgets beslutning den 3. maj: Anbefalet.": the heading that a sentence begins with, and the rest of it."""
    found = _DATED.match(sentence.text)
    return None if found is None else (found[0], _shortened(sentence, found.end()))


def _shortened(sentence: Sentence, by: int) -> Sentence:
    return replace(sentence, start=sentence.start + by) if sentence.start + by < sentence.end else sentence
