"""A Danish compound in its two main parts: sundhedsplan -> sundheds + plan."""

import gzip
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import log

import simplemma

_SHORTEST_FIRST = 2
_SHORTEST_HEAD = 3
# A head that so many words end in may follow a word that no list has (peer|medarbejder);
# chance ends seldom make as many.
_STRONG_HEAD = 25
_LONG_ENOUGH = 5
# Ends of inflected and derived words that are words too: behandl|ingen, råd|ets, form|and, virke|lighed, hjem|løshed.
_NO_HEADS = frozenset(
    {"and", "ets", "ens", "ers", "ingen", "inger", "ker", "kere", "kerne", "lighed", "løshed", "else"}
)


@dataclass(frozen=True, slots=True)
class Compounds:
    """How often each part stands in front and at the end of known words; `is_known` says what is a word at all."""

    counts: Mapping[str, tuple[int, int]]
    is_known: Callable[[str], bool]

    def split(self, word: str) -> tuple[str, ...]:
        """The part in front, its linking letter with it, and the head; the word alone when it is no compound.

        A hyphen splits before any count does: `it-støtte` is `it` and `støtte`.
        """
        if "-" in word:
            return tuple(part for part in word.split("-") if part)
        folded = word.lower()
        splits = [(self._score(folded, at), at) for at in range(_SHORTEST_FIRST, len(folded) - _SHORTEST_HEAD + 1)]
        best, at = max(splits, default=(0.0, 0))
        return (word[:at], word[at:]) if best > 0 else (word,)

    def _score(self, word: str, at: int) -> float:
        """Nought when it is no place to split; else the more, the more words both parts make."""
        before, head = word[:at], word[at:]
        first, last = self.counts.get(before, (0, 0))[0], self.counts.get(head, (0, 0))[1]
        if not last or head in _NO_HEADS:
            return 0.0
        if first:
            return log(1 + first) + log(1 + last)
        strong = last >= _STRONG_HEAD and len(head) >= _SHORTEST_HEAD
        if strong and len(before) > _SHORTEST_HEAD and self._is_word(before):
            return 0.7 + log(1 + last)
        # CASE: two words of the list that have not met in it (udsatte|faglighed): surer than a common head alone.
        long = len(before) > _SHORTEST_HEAD and len(head) >= _LONG_ENOUGH
        if long and self._is_word(before) and self.is_known(head):
            return 0.65 + 0.01 * log(1 + last)
        # CASE: both words are new to the list but the head is common and long, and the whole is no word of its own.
        newcomer = strong and long
        return 0.1 + 0.1 * log(1 + last) if newcomer and not self.is_known(word) else 0.0

    def _is_word(self, part: str) -> bool:
        """A word of the list, with or without a linking s, or a compound itself (botilbuds-, førtids-)."""
        return self.is_known(part) or (part.endswith("s") and self.is_known(part[:-1]))


def read_table(packed: bytes) -> Compounds:
    """The table that training/compounds.py writes: part, count in front, count at the end."""
    rows = (row.split("\t") for row in gzip.decompress(packed).decode("utf-8").splitlines())
    return Compounds(
        {part: (int(first), int(last)) for part, first, last in rows},
        lambda word: simplemma.is_known(word, lang="da"),
    )


@cache
def load_compounds() -> Compounds:
    """The table that comes with the package."""
    return read_table((files("pipeline.nlp") / "compounds.tsv.gz").read_bytes())
