"""Heads whose labels all come first and whose values follow: which value belongs to which label."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from pipeline.extract.people import WrittenPerson, read_run
from pipeline.extract.presence_lines import Lines
from pipeline.extract.reading import body_text
from pipeline.extract.rosters import Listed
from pipeline.lexicons.facts import FactsLexicon
from pipeline.lexicons.rules import Found
from pipeline.model.document import PassageKind
from pipeline.model.ids import fold
from pipeline.model.paper import Placed

_LINES = frozenset({PassageKind.LETTERHEAD, PassageKind.PARAGRAPH})
# "18. november 2015" below the labels looks like an item of a list.
_VALUES = _LINES | {PassageKind.ITEM}
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Stack:
    """Labels one upon the other and the lines after them."""

    labels: tuple[Found, ...]
    values: tuple[Placed, ...]

    def taken(self) -> frozenset[str]:
        """The passages of the values, which no label right above them may claim."""
        return frozenset(p.passage.passage_id for p in self.values)


def stack_at(passages: Sequence[Placed], start: int, facts: FactsLexicon) -> Stack | None:
    """The labels that stand one upon the other from `start`, three at least, with what follows; else None."""
    labels: list[Found] = []
    for placed in passages[start:]:
        label = _bare(placed, facts)
        if label is None:
            break
        labels.append(label)
    if len(labels) < _FEWEST:
        return None
    values: list[Placed] = []
    for placed in passages[start + len(labels) :]:
        if placed.passage.kind not in _VALUES or facts.presence.holds("labels", placed.passage.text):
            break
        values.append(placed)
    return Stack(tuple(labels), tuple(values))


def read_stack(stack: Stack, facts: FactsLexicon) -> Iterator[Listed]:
    """Its people: value by value where each label has one, else by the name that comes again; unsure, none."""
    if len(stack.labels) == len(stack.values):
        yield from _one_each(stack, facts)
    elif stack.values and stack.labels[0].rule.value == "medlemmer":
        yield from _by_recurrence(stack, facts)


def _bare(placed: Placed, facts: FactsLexicon) -> Found | None:
    if placed.passage.kind not in _LINES:
        return None
    text = body_text(placed.passage)
    found = facts.presence.first("labels", text)
    if found is not None:
        return found if not text[found.end :].strip(" :.") else None
    return facts.presence.first("head_labels", text)


def _one_each(stack: Stack, facts: FactsLexicon) -> Iterator[Listed]:
    """The first value to the first label: trusted where a label of the day has a value with a number."""
    pairs = list(zip(stack.labels, stack.values, strict=True))
    if not any(label.rule.value == "dag" and re.search(r"\d", v.passage.text) for label, v in pairs):
        return
    for label, placed in pairs:
        if label.rule.name.startswith("presence.head_") or facts.presence.holds("nobody", placed.passage.text):
            continue
        for person in _run(placed.passage.text, facts):
            yield _listed(person, Lines((placed,)), label, placed)


def _by_recurrence(stack: Stack, facts: FactsLexicon) -> Iterator[Listed]:
    """All members, then those present: the list of those present begins with the first name that comes again."""
    lines = Lines(stack.values)
    people = _parted(lines.text, stack.values, facts)
    names = [fold(person.name) for person in people]
    again = next((n for n, name in enumerate(names) if name in names[:n]), None)
    if again is None:
        return
    for n, person in enumerate(people):
        label = stack.labels[0] if n < again else stack.labels[1]
        if n >= again and facts.presence.holds("states", lines.text[person.name_end : person.end]):
            # Who is said to be absent opens the third list.
            stack = replace(stack, labels=(stack.labels[0], stack.labels[-1]))
            label = stack.labels[1]
        yield _listed(person, lines, label, stack.values[0])


def _parted(text: str, values: Sequence[Placed], facts: FactsLexicon) -> list[WrittenPerson]:
    """The people of all lines; a name that a line of its own gives also ends the name before it."""
    alone = [one[0].name for v in values if len(one := list(_run(v.passage.text, facts))) == 1]
    named = {m.start() for name in alone for m in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)}
    cuts = sorted(named | set(accumulate((len(v.passage.text) + 1 for v in values[:-1]), initial=0)))
    return [
        replace(person, start=person.start + cut, end=person.end + cut, name_end=person.name_end + cut)
        for cut, end in zip(cuts, [*cuts[1:], len(text)], strict=True)
        for person in _run(text[cut:end], facts)
    ]


def _run(text: str, facts: FactsLexicon) -> Iterator[WrittenPerson]:
    return read_run(text, people=facts.people, organisations=facts.organisation_names, given_names=facts.given_names)


def _listed(person: WrittenPerson, lines: Lines, label: Found, placed: Placed) -> Listed:
    entry = lines.text[person.start : person.end]
    return Listed(person, lines.span(person.start, person.end), entry, label.rule.value, label.rule.name, placed)
