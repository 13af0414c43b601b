"""Decisions in the sections that hold them: made here and now, told of an earlier meeting, or a summing-up."""

import re
from collections.abc import Collection, Iterator, Sequence

from pipeline.extract.bodies import find_bodies, is_own
from pipeline.extract.clauses import Clause, find_clauses
from pipeline.extract.deciders import decider_here
from pipeline.extract.due import decided_before, decided_when, due_when
from pipeline.extract.reading import Reading, Sentence
from pipeline.extract.ruled import Ruled, list_of
from pipeline.extract.told import told_within
from pipeline.lexicons.facts import FactsLexicon
from pipeline.model.document import PassageKind
from pipeline.model.paper import Placed
from pipeline.model.structure import PaperKind, SectionRole

_TEXT = frozenset({PassageKind.PARAGRAPH, PassageKind.ITEM, PassageKind.QUOTE, PassageKind.TABLE})
# "Indstilling godkendt.", "Taget til efterretning": nothing that could be put to the meeting
_VERDICT = re.compile(
    r"(?:(?:indstilling(?:en|erne)?|forslag(?:et)?|orientering(?:en)?|sagen|punktet) )?(?:blev |er )?(?:enstemmigt )?"
    r"(?:godkendt|tiltrådt|vedtaget|anbefales|anbefalet|drøftet|udsat|taget til efterretning)\b(?! af\b)",
    re.IGNORECASE,
)
_LEAD = re.compile(r"(?:\d{1,2}[.)] ?|[•–-] ?)?at (?=\w)", re.IGNORECASE)
_BARE = re.compile(r"^\W*(?:det|der) (?:blev|er) (?:\w+ ){0,2}?\w+[,:]?(?: at)?[,:]?$|^at\b", re.IGNORECASE)
_CONTINUES = re.compile(r"^(?:og|herunder|samt)\b", re.IGNORECASE)


def is_misplaced(sentence: Sentence, minuted: Collection[str], reading: Reading, facts: FactsLexicon) -> bool:
    """Whether the decision stands at the end of the proposal because the section of decisions was left empty."""
    placed = sentence.placed
    if placed.role is not SectionRole.PROPOSAL or reading.front.kind is not PaperKind.MINUTES or placed.item is None:
        return False
    if _VERDICT.match(sentence.text) is None:
        bodies = [b for b in find_bodies(sentence.text, facts.bodies) if b.start == 0 and not b.genitive]
        if not bodies or not (bodies[0].generic or is_own(bodies[0].name, reading.front)):
            return False
    return not any(p.passage.passage_id in minuted and p.passage.kind in _TEXT for p in reading.of_item(placed))


def ruled_here(sentence: Sentence, before: Sequence[Ruled], reading: Reading, facts: FactsLexicon) -> Iterator[Ruled]:
    """The clauses of one sentence that decide something, with who decides; `before` are those of the same list."""
    if _tells_who_came(sentence, facts):
        return
    if sentence.placed.passage.kind is PassageKind.ITEM and _belongs_to_decision(sentence.placed, before):
        return
    meeting = sentence.placed.meeting
    today = meeting.date if meeting is not None else reading.front.date
    status, date = "made", today
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
        told = tuple(told_within(clause, reading, facts))
        if told:
            yield from told
            continue
        earlier = decided_before(clause, today, reading, facts)
        if earlier is not None:
            status, date = "reported", earlier.day
        elif not (clause.joined and clause.auxiliary is None):
            status, date = "reported" if _recap(clause, facts) else "made", today
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
