"""A piece of advice to what it asks for: its words as units of meaning, alike for synonyms and opened compounds."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.lexicons.rewording import RewordingLexicon
from pipeline.resolve.numerals import read_number
from pipeline.resolve.stems import parts
from pipeline.resolve.vocabulary import Words, words_of

_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_END = re.compile(r"[.!?:;•]\s*$")
# The council itself; a municipality's or region's council is whom it advises.
_COUNCIL = re.compile(r"(?<!by)(?<!om)(?<!regions)(?<!sundheds)råd(?:et|ets|s)?$")
_NEGATIONS = frozenset(
    {"ikke", "ej", "aldrig", "hverken", "ingen", "undgå", "undlade", "undlader", "undgår", "undgås", "uden"}
)
# Words by which one piece of advice asks for two things.
_JOINS = frozenset({"og", "samt", "både", "dels", "desuden", "ligesom", "såvel", "plus", "derudover", "herudover"})


@dataclass(frozen=True, slots=True)
class Unit:
    """One thing said: `key` is the same for words that say the same.

    `at` is its place among all words. `parts` are what a compound says in other words: ungdomsbolig, bolig for unge.
    """

    key: str
    stem: str
    form: str
    at: int
    named: bool = False
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wording:
    """A text by its units; `spoken` are the stems of all its words in order, `numbers` and `names` keys of units.

    `alternatives`: by group of the lexicon, those that it holds. `denied` are the keys right after a negation, `joins`
    counts the words that join two things.
    """

    units: tuple[Unit, ...]
    spoken: tuple[str, ...]
    numbers: frozenset[str]
    names: frozenset[str]
    alternatives: Mapping[str, frozenset[str]]
    denied: frozenset[str]
    joins: int


@dataclass(slots=True)
class _Reading:
    """The words of a text, and what was made of them so far; `starts` are the places where sentences begin."""

    forms: Sequence[str]
    stems: Sequence[str]
    capitals: Sequence[bool]
    units: list[Unit] = field(default_factory=list)
    numbers: set[str] = field(default_factory=set)
    after_negation: set[int] = field(default_factory=set)


def read_wording(text: str, lexicon: RewordingLexicon, *, own: frozenset[str] = frozenset()) -> Wording:
    """What a piece of advice asks for; `own` are the words of the names of its council and authority."""
    words = words_of(lexicon)
    matches = list(_TOKEN.finditer(text))
    forms = [match[0].casefold() for match in matches]
    reading = _Reading(forms, [words.stem(form) for form in forms], _capitals(text, matches))
    at = 0
    while at < len(forms):
        at += _read(reading, at, words, own)
    units, denied = reading.units, reading.after_negation
    return Wording(
        units=tuple(units),
        spoken=tuple(reading.stems),
        numbers=frozenset(reading.numbers),
        names=frozenset(unit.key for unit in units if unit.named),
        alternatives=_alternatives(units, words),
        denied=frozenset(unit.key for n, unit in enumerate(units) if n in denied),
        joins=sum(form in _JOINS for form in forms),
    )


def _read(reading: _Reading, at: int, words: Words, own: frozenset[str]) -> int:
    """Read what begins at this word; how many words it takes."""
    form, root = reading.forms[at], reading.stems[at]
    phrase = words.phrase(reading.stems, at)
    if phrase is not None:
        key, size = phrase
        reading.units.append(Unit(key, key, " ".join(reading.forms[at : at + size]), at))
        return size
    number = read_number(form, reading.stems[at + 1 : at + 2])
    if number is not None:
        reading.numbers.add(number[0])
        reading.units.append(Unit(number[0], number[0], form, at))
        return number[1]
    if form in _NEGATIONS:
        reading.after_negation.add(len(reading.units))
    elif not _is_silent(form, root, words, own):
        reading.units.extend(_units(form, root, at, words, named=reading.capitals[at]))
    return 1


def _units(form: str, root: str, at: int, words: Words, *, named: bool) -> Iterator[Unit]:
    """The unit of a word, or those of the parts of a compound that no group holds."""
    found = parts(form)
    if root in words.same or not found:
        yield Unit(words.key(form), root, form, at, named, tuple(words.key(part) for part in found))
        return
    for part in found:
        bare = words.stem(part)
        if bare not in words.silent or len(found) == 2:
            yield Unit(words.key(part), bare, part, at, named)


def _is_silent(form: str, root: str, words: Words, own: frozenset[str]) -> bool:
    if form in own or _COUNCIL.search(form):
        return True
    spared = form in words.kept or root in words.same
    return form in words.silent or (root in words.silent and not spared)


def _capitals(text: str, matches: Sequence[re.Match[str]]) -> list[bool]:
    """Of each word whether it is written as a name: a capital that no beginning of a sentence asks for."""
    found = []
    for n, match in enumerate(matches):
        begins = n == 0 or _END.search(text[matches[n - 1].end() : match.start()]) is not None
        found.append(match[0][0].isupper() and not match[0].isupper() and not begins)
    return found


def _alternatives(units: Sequence[Unit], words: Words) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for unit in units:
        for name in words.apart.get(unit.key, ()):
            found[name].add(unit.key)
    return {name: frozenset(keys) for name, keys in sorted(found.items())}
