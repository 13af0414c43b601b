"""How alike two texts are in what they are about: shared words, the rarer the heavier, in their dictionary forms."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import log, sqrt

import simplemma

Words = frozenset[str]
_WORD = re.compile(r"[a-zæøåéüö]{2,}")
_PART = 5
"""A word of so many letters that begins or ends another counts as part of it: traume, traumebevidst."""
_PART_WEIGHT = 0.5


@lru_cache(maxsize=100_000)
def _lemma(word: str) -> str:
    return simplemma.lemmatize(word, lang="da").casefold()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of a corpus: which say nothing, and in how many passages each of the others stands."""

    silent: frozenset[str]
    passages: int
    counts: Mapping[str, int]

    @classmethod
    def of(cls, texts: Iterable[str], silent: frozenset[str]) -> "Vocabulary":
        """The vocabulary of a corpus of passages."""
        empty = cls(silent, 0, {})
        counts: Counter[str] = Counter()
        number = 0
        for text in texts:
            counts.update(empty.words(text))
            number += 1
        return cls(silent, number, counts)

    def words(self, text: str) -> Words:
        """The dictionary forms of the words of a text that say what it is about."""
        spoken = {word for word in _WORD.findall(text.casefold()) if word not in self.silent}
        return frozenset(_lemma(word) for word in spoken) - self.silent

    def weight(self, word: str) -> float:
        """0 for a word that stands everywhere."""
        return log((1 + self.passages) / (1 + self.counts.get(word, 0)))


def likeness(left: Words, right: Words, weight: Callable[[str], float]) -> float:
    """Cosine of the weighted words, 0..1; a word that is part of another counts half."""
    # Sorted: a sum of floats depends on its order, and that of a set differs from run to run.
    shared = sum(weight(word) ** 2 for word in sorted(left & right))
    rest = right - left
    for word in sorted(left - right):
        part = max((min(weight(word), weight(other)) for other in rest if _is_part(word, other)), default=0.0)
        shared += _PART_WEIGHT * part**2
    norm = sqrt(_square(left, weight) * _square(right, weight))
    return 0.0 if norm == 0 else min(1.0, shared / norm)


def shared_words(left: Words, right: Words, weight: Callable[[str], float]) -> list[str]:
    """The heaviest shared words, for the reason of a link."""
    return sorted(left & right, key=lambda word: (-weight(word), word))[:3]


def _is_part(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    return len(short) >= _PART and len(long) > len(short) and (long.startswith(short) or long.endswith(short))


def _square(words: Words, weight: Callable[[str], float]) -> float:
    return sum(weight(word) ** 2 for word in sorted(words))
