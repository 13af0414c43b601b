"""Decisions that a sentence reports: of a body named in it, in past tense or perfect, and in set phrases."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.extract.bodies import find_bodies, is_own, plain_name
from pipeline.extract.clauses import Clause, find_clauses
from pipeline.extract.deciders import Decider, decider_told
from pipeline.extract.due import decided_when, due_when
from pipeline.extract.reading import Reading, Sentence
from pipeline.extract.ruled import Ruled, list_of
from pipeline.lexicons.facts import FactsLexicon
from pipeline.model.place import Span

_AT_MEETING = re.compile(r"(?:^|\b(?:mødet|møde) )(?:på|ved|i) $", re.IGNORECASE)
_THAT = re.compile(r"(?: (?:om|til))?,? at (?=\S)")


def ruled_elsewhere(
    sentence: Sentence, before: Sequence[Ruled], reading: Reading, facts: FactsLexicon
) -> Iterator[Ruled]:
    """Decisions of a body named in the sentence, in past tense or perfect; and set phrases that report one."""
    last: str | None = None
    taken: list[tuple[int, int]] = []
    for clause in find_clauses(sentence, "phrases", facts.decisions):
        taken.append((clause.verb_start, clause.verb_end))
        body = _body_before(clause, reading, facts)
        yield Ruled(
            clause, "reported", Decider(body, ()), decided_when(clause, reading, facts), *_due(clause, reading, facts)
        )
    for clause in find_clauses(sentence, "reported", facts.decisions):
        if any(a < clause.verb_end and clause.verb_start < b for a, b in taken):
            continue
        previous = last if last is not None else _body_of(before, sentence)
        decider = decider_told(clause, reading.front, facts, previous)
        if decider is None:
            continue
        last = decider.body
        date = decided_when(clause, reading, facts)
        inherited = _same_occasion(decider, date, before, sentence)
        row = Ruled(clause, "reported", decider, date, *_due(clause, reading, facts))
        yield (
            row
            if inherited is None
            else replace(row, date=inherited.date, more=(*row.more, inherited.clause.sentence.span()))
        )


def told_within(clause: Clause, reading: Reading, facts: FactsLexicon) -> Iterator[Ruled]:
    """What somebody told that another body has decided: "Formanden fortalte, at byrådet den 3. maj har vedtaget …"."""
    content = _THAT.match(clause.tail) if clause.type == "orienteret" else None
    if content is None:
        return
    sentence = replace(clause.sentence, start=clause.sentence.start + clause.verb_end + content.end())
    for inner in find_clauses(sentence, "reported", facts.decisions):
        bodies = find_bodies(inner.head, facts.bodies)
        decider = decider_told(inner, reading.front, facts, None)
        if decider is None or not decider.foreign or not bodies or bodies[0].start > 0 or bodies[0].generic:
            return
        yield Ruled(inner, "reported", decider, decided_when(inner, reading, facts), *_due(inner, reading, facts))


def backed_by(sentence: Sentence, reading: Reading, facts: FactsLexicon) -> Iterator[Ruled]:
    """Under a proposal, that a body on the way has put its word to it: "Økonomiudvalget anbefaler indstillingen."."""
    for clause in find_clauses(sentence, "backed", facts.decisions):
        bodies = [b for b in find_bodies(clause.head, facts.bodies) if b.start == 0 and not b.genitive]
        if bodies and not bodies[0].generic and not is_own(bodies[0].name, reading.front):
            body = plain_name(bodies[0].name, reading.front)
            yield Ruled(clause, "reported", Decider(body, ()), decided_when(clause, reading, facts), None, ())


def _due(clause: Clause, reading: Reading, facts: FactsLexicon) -> tuple[str | None, tuple[Span, ...]]:
    due, plan = due_when(clause, reading, facts)
    return due, list_of(clause, reading) + plan


def _body_before(clause: Clause, reading: Reading, facts: FactsLexicon) -> str | None:
    """For "…, hvor det blev besluttet" the body that the sentence began with; else that of "På byrådets møde"."""
    text = clause.sentence.text[: clause.verb_start]
    where = re.search(r",? hvor(?: \w+){0,3} ?$", text, re.IGNORECASE)
    for body in find_bodies(text, facts.bodies):
        at_meeting = _AT_MEETING.search(text[: body.start]) is not None
        held = at_meeting and (not body.genitive or text[body.end :].startswith(("s møde", "s ordinære møde")))
        if held and body.generic:
            return reading.front.body
        if held or (where is not None and not body.genitive and not body.generic):
            return plain_name(body.name, reading.front)
    return None


def _body_of(before: Sequence[Ruled], sentence: Sentence) -> str | None:
    """The body of the last decision told in the same section."""
    if not before or before[-1].clause.sentence.placed.context.section != sentence.placed.context.section:
        return None
    return before[-1].decider.body


def _same_occasion(decider: Decider, date: str | None, before: Sequence[Ruled], sentence: Sentence) -> Ruled | None:
    """ "Udvalget prioriterede …" right after "Udvalget drøftede på mødet den 5. maj": the same day."""
    if not decider.generic or date is not None or _body_of(before, sentence) != decider.body or decider.body is None:
        return None
    return before[-1] if before[-1].date is not None else None
