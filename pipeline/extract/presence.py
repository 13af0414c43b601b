"""Lists of people under a label: present, absent, guests, staff. A list of members is told apart."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.extract.people import WrittenPerson, read_entry, read_run
from pipeline.extract.presence_lines import Lines, detail_lines, wrapped
from pipeline.extract.presence_stacked import read_stack, stack_at
from pipeline.extract.reading import Reading, body_text
from pipeline.extract.rosters import Listed, read_table
from pipeline.lexicons.facts import FactsLexicon
from pipeline.lexicons.rules import Found
from pipeline.model.document import PassageKind
from pipeline.model.paper import Placed

_LINES = frozenset({PassageKind.LETTERHEAD, PassageKind.PARAGRAPH, PassageKind.ITEM})
_HEADS = frozenset({PassageKind.HEADING, PassageKind.TITLE, PassageKind.CAPTION})
_GLUED = re.compile(r"(?:Bemærkninger|Bemærk|Information):? ?(?=[A-ZÆØÅ])")
_STATE = re.compile(r" [–-] .*$")
_STOP = re.compile(r"[.;:!?] ")
# A sentence about one person.
_SHORT = 60
_AWAY = frozenset({"afbud", "fraværende"})
# A clause with a verb of its own after a list; and the dash between who is absent and who came instead.
_CLAUSE = re.compile(
    r"(?:[;.]|,? (?:og|mens|men)) (?=[A-ZÆØÅ][^.,;]{2,60}? "
    r"(?:var|er|havde|har|deltog|mødte|forlod|ankom|kom|gik|udeblev) )"
)
_PAIRED = re.compile(r"[^\s,;] ?[–-] ?$|\($|i stedet:? $")


def find_lists(reading: Reading, facts: FactsLexicon) -> tuple[Listed, ...]:
    """Everyone in a list under a label of presence, in reading order."""
    return tuple(_walk(reading, facts))


def _walk(reading: Reading, facts: FactsLexicon) -> Iterator[Listed]:
    label: Found | None = None
    taken: set[str] = set()
    for n, placed in enumerate(reading.passages):
        passage = placed.passage
        stack = stack_at(reading.passages, n, facts) if passage.passage_id not in taken else None
        if stack is not None:
            # Labels first, names after: no label has those right below it.
            label = None
            taken |= stack.taken()
            yield from read_stack(stack, facts)
        if passage.kind in _HEADS:
            label = _heading_label(body_text(passage), facts)
        elif passage.kind is PassageKind.TABLE:
            label = None
            yield from read_table(placed, facts)
        elif passage.kind in _LINES and passage.passage_id not in taken:
            wrapped_lines = _wrapped(reading.passages[n:], facts)
            taken |= {p.passage.passage_id for p in wrapped_lines}
            found, label = _line(placed, label, Lines(wrapped_lines), reading, facts)
            details = detail_lines(reading.passages[n + 1 :], facts) if len(found) == 1 else ()
            taken |= {p.passage.passage_id for p in details}
            yield from (_detailed(one, details, facts) for one in found)
        elif passage.kind not in _LINES:
            label = None


def _detailed(one: Listed, details: Sequence[Placed], facts: FactsLexicon) -> Listed:
    """ "Anne Bech", and on lines of their own "Formand" and "Socialdemokratiet"."""
    if not details:
        return one
    text = ", ".join([one.person.name, *(p.passage.text.strip("() ") for p in details)])
    told = read_entry(text, people=facts.people, organisations=facts.organisation_names)
    if told is None:
        return one
    return replace(one, person=replace(one.person, party=told.party, office=told.office))


def _wrapped(passages: Sequence[Placed], facts: FactsLexicon) -> tuple[Placed, ...]:
    first = passages[0].passage
    if first.kind is not PassageKind.LETTERHEAD or _own_label(first.text, facts) is None:
        return (passages[0],)
    return wrapped(passages, facts)


def _line(
    placed: Placed, label: Found | None, lines: Lines, reading: Reading, facts: FactsLexicon
) -> tuple[list[Listed], Found | None]:
    """The people of one line or paragraph, and the label that holds for the next."""
    text = lines.text
    found: list[Listed] = []
    opened = False
    for start, end in _stretches(placed, lines, reading):
        own = _own_label(text[start:end], facts)
        if own is not None:
            label, start, opened = own, start + own.end, True
        if label is None or (own is None and start > placed.passage.marker and not _goes_on(text[start:end], facts)):
            continue
        people = list(_people(text[:end], start, placed, facts))
        found += _all_listed(people, lines, label, placed, facts)
        if not opened and not people and not facts.presence.holds("nobody", text[start:end]) and not _box(text, facts):
            label = None
    # A label with its names in one paragraph is done; a bare label, a line of a head or a list goes on.
    done = opened and found and placed.passage.kind is PassageKind.PARAGRAPH
    return found, None if done else label


def _box(text: str, facts: FactsLexicon) -> bool:
    return facts.presence.holds("boxes", text.lstrip("• "))


def _goes_on(sentence: str, facts: FactsLexicon) -> bool:
    """Whether a further sentence under a label speaks of one more: "Sussi er ikke kommet."."""
    return len(sentence) < _SHORT and facts.presence.holds("states", sentence) and _begins_with_person(sentence, facts)


def _stretches(placed: Placed, lines: Lines, reading: Reading) -> list[tuple[int, int]]:
    """The sentences of a paragraph; a line of a head whole, less a label of another kind glued to its front."""
    sentences = reading.sentences.get(placed.passage.passage_id, ())
    glued = _GLUED.match(placed.passage.text)
    whole = (glued.end() if glued is not None else placed.passage.marker, len(lines.text))
    # Where no full stop ends a sentence, a splitter's cut would go through a name.
    return [(s.start, s.end) for s in sentences] if sentences and _STOP.search(lines.text) else [whole]


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
    box = facts.presence.first("boxes", text[start:])
    if box is not None:
        if box.rule.value == "nej":
            return
        start += box.end
    if placed.passage.kind is PassageKind.ITEM:
        person = read_entry(text, people=facts.people, organisations=facts.organisation_names, start=start)
        if person is not None:
            yield person
            return
    if _is_sentence(text[start:]) or facts.presence.holds("everyone", text[start:]):
        return
    end = _end_of_list(text, start)
    for person in read_run(
        text[start:end], people=facts.people, organisations=facts.organisation_names, given_names=facts.given_names
    ):
        yield replace(person, start=person.start + start, end=person.end + start, name_end=person.name_end + start)


def _end_of_list(text: str, start: int) -> int:
    """Where a clause of its own follows the list: "…; Kim Lund var fraværende", ", og Kim Lund deltog …"."""
    clause = _CLAUSE.search(text, start + 1)
    return len(text) if clause is None else clause.start()


def _is_sentence(text: str) -> bool:
    """A line of names holds no running text: most of its words have a capital."""
    words = re.findall(r"[\wæøå]{3,}", re.sub(r"\([^)]*\)", "", _STATE.sub("", text)))
    small = sum(1 for word in words if word[0].islower())
    return len(words) > 5 and small > len(words) * 0.6


def _all_listed(
    people: Sequence[WrittenPerson], lines: Lines, label: Found, placed: Placed, facts: FactsLexicon
) -> Iterator[Listed]:
    """The people of a line; words before one of them ("og som gæst", "og fra personalet") hold for those after."""
    capacity: str | None = None
    for person in people:
        span = lines.span(person.start, person.end)
        entry = lines.text[person.start : person.end]
        group = facts.presence.first("capacities", person.before)
        capacity = capacity if group is None else group.rule.value
        away = label.rule.value in _AWAY
        named = facts.presence.first("named_stand_ins", entry) if away else None
        instead = away and named is None and _stands_in(person, entry, lines.text, facts)
        kept = entry if named is None else entry[: named.start]
        yield Listed(person, span, kept, label.rule.value, label.rule.name, placed, capacity, instead)
        if named is not None:
            other = read_entry(named.match["name"], people=facts.people, organisations=facts.organisation_names)
            if other is not None:
                yield Listed(other, span, other.name, label.rule.value, named.rule.name, placed, None, True)


def _stands_in(person: WrittenPerson, entry: str, text: str, facts: FactsLexicon) -> bool:
    """ "Afbud: Anne Bech, F - Kim Lund, stedfortræder": the second came instead of the first."""
    after = entry.removeprefix(person.name)
    told = facts.presence.first("list_stand_ins", after)
    paired = _PAIRED.search(text[: person.start - len(person.before)]) is not None
    return (paired and told is not None) or facts.presence.holds("list_stand_ins", person.before)
