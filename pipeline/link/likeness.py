"""How alike two texts are in what they are about: shared words, the rarer the heavier, in their dictionary forms."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import log, sqrt

import simplemma

_WORD = re.compile(r"[a-zæøåéüö]{3,}")
_PART = 5
"""A word of so many letters that begins or ends another counts as part of it: traume, traumebevidst."""
_PART_WEIGHT = 0.5


@lru_cache(maxsize=100_000)
def _lemma(word: str) -> str:
    return simplemma.lemmatize(word, lang="da").casefold()


def lemmas(text: str) -> frozenset[str]:
    """The dictionary forms of the words of a text."""
    return frozenset(_lemma(word) for word in _WORD.findall(text.casefold()))


@dataclass(frozen=True, slots=True)
class Weights:
    """How heavy each word is: the fewer passages of the corpus hold it, the heavier."""

    passages: int
    counts: Mapping[str, int]

    @classmethod
    def of(cls, texts: Iterable[str]) -> "Weights":
        """The weights of a corpus of passages."""
        counts: Counter[str] = Counter()
        number = 0
        for text in texts:
            counts.update(lemmas(text))
            number += 1
        return cls(number, counts)

    def weight(self, word: str) -> float:
        """0 for a word that stands everywhere."""
        return log((1 + self.passages) / (1 + self.counts.get(word, 0)))


def likeness(left: frozenset[str], right: frozenset[str], weights: Weights) -> float:
    """Cosine of the weighted words, 0..1; a word that is part of another counts half."""
    shared = sum(weights.weight(word) ** 2 for word in left & right)
    rest = right - left
    for word in sorted(left - right):
        part = max((min(weights.weight(word), weights.weight(o)) for o in rest if _is_part(word, o)), default=0.0)
        shared += _PART_WEIGHT * part**2
    norm = sqrt(_square(left, weights) * _square(right, weights))
    return 0.0 if norm == 0 else min(1.0, shared / norm)


def shared_words(left: frozenset[str], right: frozenset[str], weights: Weights) -> list[str]:
    """The heaviest shared words, for the reason of a link."""
    return sorted(left & right, key=lambda word: (-weights.weight(word), word))[:3]


def _is_part(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    return len(short) >= _PART and len(long) > len(short) and (long.startswith(short) or long.endswith(short))


def _square(words: frozenset[str], weights: Weights) -> float:
    # Sorted: a sum of floats depends on its order, and that of a set differs from run to run.
    return sum(weights.weight(word) ** 2 for word in sorted(words))
