"""The lexicon of rewording by the stems of its words: what stands for what, and which words exclude each other."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.lexicons.rewording import RewordingLexicon
from pipeline.resolve.stems import stem

Phrase = tuple[tuple[str, ...], str]
"""The stems of its words, and what it stands for."""


@dataclass(frozen=True, slots=True)
class Words:
    """The lexicon by stems. `same`: what a word stands for; `apart`: the groups of alternatives it belongs to."""

    kept: frozenset[str]
    silent: frozenset[str]
    light: frozenset[str]
    common: Mapping[str, int]
    same: Mapping[str, str]
    phrases: Mapping[str, Sequence[Phrase]]
    opposites: Mapping[str, frozenset[str]]
    apart: Mapping[str, tuple[str, ...]]

    def stem(self, word: str) -> str:
        """The stem of a word; forms with a dictionary form of another meaning stay."""
        return _stem(word, self.kept)

    def key(self, word: str) -> str:
        """What a word stands for."""
        bare = self.stem(word)
        return self.same.get(bare, bare)

    def phrase(self, stems: Sequence[str], at: int) -> tuple[str, int] | None:
        """What the words from here stand for together, and how many they are."""
        for found, key in self.phrases.get(stems[at], ()):
            if tuple(stems[at : at + len(found)]) == found:
                return key, len(found)
        return None


@lru_cache(maxsize=8)
def words_of(lexicon: RewordingLexicon) -> Words:
    """The lexicon in stems."""
    kept = lexicon.kept
    same = {
        _stem(entry, kept): _stem(group[0], kept) for group in reversed(lexicon.same) for entry in group if _one(entry)
    }
    phrases = {_stems(e, kept): _stem(group[0], kept) for group in lexicon.same for e in group if not _one(e)}
    apart: dict[str, tuple[str, ...]] = {}
    for name, entries in lexicon.apart:
        for entry in entries:
            key = _key(entry, same, phrases, kept)
            apart[key] = (*apart.get(key, ()), name)
            if not _one(entry):
                phrases.setdefault(_stems(entry, kept), key)
    common = {_stem(word, kept): number for number, words in reversed(lexicon.common) for word in words}
    return Words(
        kept=kept,
        silent=lexicon.silent | {_stem(word, kept) for word in lexicon.silent if _one(word)},
        light=frozenset(_key(word, same, phrases, kept) for word in lexicon.light),
        common={same.get(key, key): number for key, number in common.items()},
        same=same,
        phrases=_by_first(phrases),
        opposites=_opposites(lexicon.opposites, kept),
        apart=apart,
    )


def _one(entry: str) -> bool:
    return " " not in entry


def _stem(word: str, kept: frozenset[str]) -> str:
    bare = word.removesuffix("s")
    return word if word in kept else bare if bare in kept else stem(word)


def _stems(entry: str, kept: frozenset[str]) -> tuple[str, ...]:
    return tuple(_stem(word, kept) for word in entry.split())


def _key(entry: str, same: Mapping[str, str], phrases: Mapping[tuple[str, ...], str], kept: frozenset[str]) -> str:
    found = _stems(entry, kept)
    return same.get(found[0], found[0]) if len(found) == 1 else phrases.get(found, " ".join(found))


def _by_first(phrases: Mapping[tuple[str, ...], str]) -> dict[str, Sequence[Phrase]]:
    """The phrases by their first word, the longest first."""
    found: dict[str, list[Phrase]] = defaultdict(list)
    for stems, key in sorted(phrases.items(), key=lambda phrase: (-len(phrase[0]), phrase)):
        found[stems[0]].append((stems, key))
    return dict(found)


def _opposites(pairs: Iterable[tuple[str, str]], kept: frozenset[str]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for pair in pairs:
        left, right = (_stem(word, kept) for word in pair)
        found[left].add(right)
        found[right].add(left)
    return {one: frozenset(others) for one, others in found.items()}
