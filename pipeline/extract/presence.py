"""Lists of people under a label: present, absent, guests, staff. A list of members is told apart."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.extract.people import WrittenPerson, read_entry, read_run
from pipeline.extract.reading import Reading, body_text
from pipeline.lexicons.facts import FactsLexicon
from pipeline.lexicons.rules import Found
from pipeline.model.document import PassageKind
from pipeline.model.paper import Placed
from pipeline.model.place import Span

_LINES = frozenset({PassageKind.LETTERHEAD, PassageKind.PARAGRAPH, PassageKind.ITEM})
_HEADS = frozenset({PassageKind.HEADING, PassageKind.TITLE, PassageKind.CAPTION})
_LEAST = re.compile(r"[A-ZÆØÅ]\w+ [A-ZÆØÅ]")


@dataclass(frozen=True, slots=True)
class Listed:
    """A person in a labelled list: as written, where, under which label (its value and rule)."""

    person: WrittenPerson
    span: Span
    entry: str
    label: str
    rule: str
    placed: Placed


def find_lists(reading: Reading, facts: FactsLexicon) -> tuple[Listed, ...]:
    """Everyone in a list under a label of presence, in reading order."""
    return tuple(_walk(reading, facts))


def _walk(reading: Reading, facts: FactsLexicon) -> Iterator[Listed]:
    label: Found | None = None
    for placed in reading.passages:
        passage = placed.passage
        if passage.kind in _HEADS:
            label = _heading_label(body_text(passage), facts)
            continue
        if passage.kind not in _LINES:
            label = None
            continue
        start = passage.marker
        own = _own_label(passage.text[start:], facts)
        if own is not None:
            label, start = own, start + own.end
        if label is None:
            continue
        people = tuple(_people(placed, start, facts))
        yield from (_listed(p, placed, label) for p in people)
        if own is None and not people and not facts.presence.holds("nobody", passage.text[start:]):
            label = None


def _heading_label(text: str, facts: FactsLexicon) -> Found | None:
    found = facts.presence.first("labels", text)
    return found if found is not None and not text[found.end :].strip(" :.") else None


def _own_label(text: str, facts: FactsLexicon) -> Found | None:
    """The label a line begins with: alone, before a colon, or right before a name."""
    found = facts.presence.first("labels", text)
    if found is None:
        return None
    rest = text[found.end :].strip()
    alone = not rest or found.match[0].endswith(":") or facts.presence.holds("nobody", rest)
    return found if alone or _begins_with_person(rest, facts) else None


def _begins_with_person(text: str, facts: FactsLexicon) -> bool:
    person = read_entry(text, people=facts.people, organisations=facts.organisation_names)
    return person is not None and (text[person.name_end :][:1] in ("", ",", ".", ";", " ")) and len(text) < 300


def _people(placed: Placed, start: int, facts: FactsLexicon) -> Iterator[WrittenPerson]:
    text = placed.passage.text
    if len(text) - start > 1500 or facts.presence.holds("nobody", text[start:]):
        return
    if placed.passage.kind is PassageKind.ITEM:
        person = read_entry(text, people=facts.people, organisations=facts.organisation_names, start=start)
        if person is not None:
            yield person
            return
    for person in read_run(text[start:], people=facts.people, organisations=facts.organisation_names):
        if _is_sentence(text[start:]):
            return
        yield _moved(person, start)


def _is_sentence(text: str) -> bool:
    """A line of names holds no running text: most of its words have a capital."""
    words = re.findall(r"[\wæøå]{3,}", re.sub(r"\([^)]*\)", "", text))
    small = sum(1 for word in words if word[0].islower())
    return len(words) > 5 and small > len(words) * 0.6


def _moved(person: WrittenPerson, by: int) -> WrittenPerson:
    return WrittenPerson(
        person.start + by, person.end + by, person.name, person.name_end + by, person.party, person.organisation,
        person.title, person.office, person.former, person.alternatives,
    )  # fmt: skip


def _listed(person: WrittenPerson, placed: Placed, label: Found) -> Listed:
    span = placed.passage.span(person.start, person.end)
    return Listed(person, span, span.quote, label.rule.value, label.rule.name, placed)
