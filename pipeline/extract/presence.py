"""Lists of people under a label: present, absent, guests, staff. A list of members is told apart."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.extract.people import WrittenPerson, read_entry, read_run
from pipeline.extract.reading import Reading, body_text
from pipeline.extract.rosters import Listed, read_table
from pipeline.lexicons.facts import FactsLexicon
from pipeline.lexicons.rules import Found
from pipeline.model.document import PassageKind
from pipeline.model.paper import Placed
from pipeline.model.place import Span

_LINES = frozenset({PassageKind.LETTERHEAD, PassageKind.PARAGRAPH, PassageKind.ITEM})
_HEADS = frozenset({PassageKind.HEADING, PassageKind.TITLE, PassageKind.CAPTION})
_GLUED = re.compile(r"(?:Bemærkninger|Bemærk|Information):? ?(?=[A-ZÆØÅ])")
_STATE = re.compile(r" [–-] .*$")
# Another label of a head: "Sted: …", "Referent: …"
# A list that goes on in the next line: it ends with a comma or "og", or the next line begins with a lone surname.
_GOES_ON = re.compile(r"(?:,| og)$")
_BROKEN_NAME = re.compile(r"[A-ZÆØÅ][\wæøåé-]+(?:,| \(|$)")
_LABELLED = re.compile(r"[A-ZÆØÅ][\wæøå ]{1,24}:")


def find_lists(reading: Reading, facts: FactsLexicon) -> tuple[Listed, ...]:
    """Everyone in a list under a label of presence, in reading order."""
    return tuple(_walk(reading, facts))


def _walk(reading: Reading, facts: FactsLexicon) -> Iterator[Listed]:
    label: Found | None = None
    taken: set[str] = set()
    for n, placed in enumerate(reading.passages):
        passage = placed.passage
        if passage.kind in _HEADS:
            label = _heading_label(body_text(passage), facts)
        elif passage.kind is PassageKind.TABLE:
            label = None
            yield from read_table(placed, facts)
        elif passage.kind in _LINES and passage.passage_id not in taken:
            if _stacked(reading.passages[max(0, n - 3) : n], facts):
                # Labels first, names after: which name belongs to which label is not said.
                label = None
            wrapped = _wrapped(reading.passages[n:], facts)
            taken |= {p.passage.passage_id for p in wrapped}
            found, label = _line(placed, label, _Lines(wrapped), reading, facts)
            yield from found
        elif passage.kind not in _LINES:
            label = None


def _stacked(before: Sequence[Placed], facts: FactsLexicon) -> bool:
    """Whether three bare labels of presence stand right above, one upon the other."""
    texts = [p.passage.text for p in before if p.passage.kind in _LINES]
    return len(texts) == 3 and all(_heading_label(text, facts) is not None for text in texts)


def _wrapped(passages: Sequence[Placed], facts: FactsLexicon) -> tuple[Placed, ...]:
    """A line of a head with the lines that a running list of names goes on in."""
    first = passages[0]
    found = [first]
    if first.passage.kind is not PassageKind.LETTERHEAD or _own_label(first.passage.text, facts) is None:
        return (first,)
    for placed in passages[1:]:
        text = placed.passage.text
        if (
            placed.passage.kind is not PassageKind.LETTERHEAD
            or facts.presence.holds("labels", text)
            or _LABELLED.match(text)
        ):
            break
        if not _GOES_ON.search(found[-1].passage.text) and not _BROKEN_NAME.match(text):
            break
        found.append(placed)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Lines:
    """Passages read as one line; a place in it leads back to the passage it stands in."""

    placed: tuple[Placed, ...]

    @property
    def text(self) -> str:
        return " ".join(p.passage.text for p in self.placed)

    def span(self, start: int, end: int) -> Span:
        """The span of characters `start`..`end`, cut at the end of the passage it begins in."""
        offset = 0
        for placed in self.placed:
            length = len(placed.passage.text)
            if start < offset + length:
                return placed.passage.span(start - offset, min(end - offset, length))
            offset += length + 1
        raise ValueError(f"place {start} is outside {self.text!r}")


def _line(
    placed: Placed, label: Found | None, lines: _Lines, reading: Reading, facts: FactsLexicon
) -> tuple[list[Listed], Found | None]:
    """The people of one line or paragraph, and the label that holds for the next."""
    text, found = lines.text, []
    opened = False
    for start, end in _stretches(placed, lines, reading):
        own = _own_label(text[start:end], facts)
        if own is not None:
            label, start, opened = own, start + own.end, True
        if label is None or (own is None and start > placed.passage.marker):
            continue
        people = [_listed(p, placed, lines, label) for p in _people(text[:end], start, placed, facts)]
        found += people
        if not opened and not people and not facts.presence.holds("nobody", text[start:end]):
            label = None
    # A label with its names in one paragraph is done; a bare label, a line of a head or a list goes on.
    done = opened and found and placed.passage.kind is PassageKind.PARAGRAPH
    return found, None if done else label


def _stretches(placed: Placed, lines: _Lines, reading: Reading) -> list[tuple[int, int]]:
    """The sentences of a paragraph; a line of a head whole, less a label of another kind glued to its front."""
    sentences = reading.sentences.get(placed.passage.passage_id, ())
    glued = _GLUED.match(placed.passage.text)
    whole = (glued.end() if glued is not None else placed.passage.marker, len(lines.text))
    return [(s.start, s.end) for s in sentences] if sentences else [whole]


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
    first = re.match(r"[\wæøå]+(?=[ ,.(]|$)", text)
    if first is not None and first[0] in facts.given_names and len(text) < 120:
        return True
    person = read_entry(text, people=facts.people, organisations=facts.organisation_names)
    return person is not None and (text[person.name_end :][:1] in ("", ",", ".", ";", " ")) and len(text) < 300


def _people(text: str, start: int, placed: Placed, facts: FactsLexicon) -> Iterator[WrittenPerson]:
    if len(text) - start > 1500 or facts.presence.holds("nobody", text[start:]):
        return
    if placed.passage.kind is PassageKind.ITEM:
        person = read_entry(text, people=facts.people, organisations=facts.organisation_names, start=start)
        if person is not None:
            yield person
            return
    if _is_sentence(text[start:]):
        return
    for person in read_run(
        text[start:], people=facts.people, organisations=facts.organisation_names, given_names=facts.given_names
    ):
        yield _moved(person, start)


def _is_sentence(text: str) -> bool:
    """A line of names holds no running text: most of its words have a capital."""
    words = re.findall(r"[\wæøå]{3,}", re.sub(r"\([^)]*\)", "", _STATE.sub("", text)))
    small = sum(1 for word in words if word[0].islower())
    return len(words) > 5 and small > len(words) * 0.6


def _moved(person: WrittenPerson, by: int) -> WrittenPerson:
    return WrittenPerson(
        person.start + by, person.end + by, person.name, person.name_end + by, person.party, person.organisation,
        person.title, person.office, person.former, person.alternatives,
    )  # fmt: skip


def _listed(person: WrittenPerson, placed: Placed, lines: _Lines, label: Found) -> Listed:
    span = lines.span(person.start, person.end)
    return Listed(person, span, lines.text[person.start : person.end], label.rule.value, label.rule.name, placed)
