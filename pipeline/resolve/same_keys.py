"""Which keys of organisations mean another key: genitives, misspellings, lost letters, other word order."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from pipeline.resolve.names import Names
from pipeline.resolve.uses import Use
from pipeline.resolve.written import sound, without_ligatures

Key = tuple[str, str]
"""Authority (empty for none) and the letters of the name."""

_LONG = 9
_LONG_BODY = 7


@dataclass(frozen=True, slots=True)
class Same:
    """That a key means another, by a rule."""

    old: Key
    new: Key
    rule: str


@dataclass(frozen=True)
class Keys:
    """The keys of a corpus with the uses behind each."""

    uses: Mapping[Key, Sequence[Use]]
    names: Names

    def same(self) -> dict[Key, Same]:
        """From a key to the one it means; chains are followed, circles are cut."""
        found: dict[Key, Same] = {}
        rules: tuple[Callable[[], Iterable[Same]], ...] = (
            self._genitives, self._damaged, self._ordered, self._trailed,
            self._dashed, self._heard, self._placed, self._misspelt,
        )  # fmt: skip
        for rule in rules:
            for one in rule():
                if one.old not in found and _end(one.new, found) != one.old:
                    found[one.old] = one
        return {old: Same(old, _end(one.new, found), one.rule) for old, one in found.items()}

    def near(self) -> Iterator[tuple[Key, Key]]:
        """Keys one letter apart that are not sure to be one."""
        for rare, near in self._one_letter_apart():
            if len(near) > 1:
                yield from ((rare, other) for other in near)

    def _genitives(self) -> Iterator[Same]:
        for key in self.uses:
            bare = (key[0], key[1].removesuffix("s"))
            if bare != key and bare in self.uses:
                yield Same(key, bare, "genitiv")

    def _damaged(self) -> Iterator[Same]:
        """Keys that lack fi, fl or ff where the name is written in pieces."""
        whole = {(key[0], without_ligatures(key[1])): key for key in sorted(self.uses)
                 if without_ligatures(key[1]) != key[1]}  # fmt: skip
        for key, uses in self.uses.items():
            broken = all(" " in use.name or "\ufffd" in use.name for use in uses) or len(key[1]) >= _LONG
            if key in whole and broken:
                yield Same(key, whole[key], "beskadiget")

    def _ordered(self) -> Iterator[Same]:
        """The same words in another order."""
        bags: dict[Key, list[Key]] = defaultdict(list)
        for key, uses in sorted(self.uses.items()):
            for bag in sorted({self.names.bag(use.named.core) for use in uses}):
                bags[(key[0], bag)].append(key)
        for (_, bag), keys in bags.items():
            if " " in bag:
                first = min(keys, key=lambda k: _first(self.uses[k]))
                yield from (Same(key, first, "ordstilling") for key in keys if key != first)

    def _trailed(self) -> Iterator[Same]:
        """`Blå Kors Danmark` where `Blå Kors` is named too."""
        for key in self.uses:
            for word in self.names.lexicons.identity.trailing:
                bare = (key[0], key[1].removesuffix(word))
                if bare != key and bare in self.uses:
                    yield Same(key, bare, "kort_form")

    def _dashed(self) -> Iterator[Same]:
        """`Bedre Psykiatri – Landsforeningen for pårørende` where `Bedre Psykiatri` is named too."""
        for key, uses in self.uses.items():
            for use in uses:
                head, dash, _ = re.sub(r" [–—-] ", "|", use.named.core).partition("|")
                bare = (key[0], self.names.key(head))
                if dash and bare != key and bare in self.uses and not self._own_place(key[1].removeprefix(bare[1])):
                    yield Same(key, bare, "kort_form")

    def _own_place(self, rest: str) -> bool:
        return any(rest == self.names.key(area.removesuffix(" Kommune")) for area in self.names.own)

    def _heard(self) -> Iterator[Same]:
        """`Scleroseforeningen` and `Skleroseforeningen`."""
        blocks: dict[Key, list[Key]] = defaultdict(list)
        for key in sorted(self.uses):
            if len(key[1]) >= _LONG:
                blocks[(key[0], sound(key[1]))].append(key)
        for keys in blocks.values():
            first = min(keys, key=lambda k: _first(self.uses[k]))
            yield from (Same(key, first, "stavefejl") for key in keys if key != first)

    def _placed(self) -> Iterator[Same]:
        """`Solfang` where one `Plejecenter Solfang` is named, and no other place of that name."""
        places = self.names.lexicons.identity.places
        fuller: dict[Key, set[Key]] = defaultdict(set)
        for key, uses in self.uses.items():
            for use in uses:
                head, _, rest = use.named.core.partition(" ")
                if rest and head.casefold() in places:
                    fuller[(key[0], self.names.key(rest))].add(key)
        for key, found in fuller.items():
            if key in self.uses and len(found) == 1:
                yield Same(key, next(iter(found)), "sted")

    def _misspelt(self) -> Iterator[Same]:
        """One letter apart: the one named more often is meant; of two as rare as each other, the body of a paper."""
        for rare, near in self._one_letter_apart():
            if len(near) == 1:
                yield Same(rare, near[0], "stavefejl")

    def _one_letter_apart(self) -> Iterator[tuple[Key, list[Key]]]:
        weights = {key: self._weight(key) for key in self.uses if len(key[1]) >= _LONG_BODY and key[1].isalpha()}
        blocks: dict[tuple[str, str], list[Key]] = defaultdict(list)
        for key in sorted(weights):
            # One half of the name is the same; the halves of two lengths are one longer or shorter.
            for half in {len(key[1]) // 2, (len(key[1]) + 1) // 2}:
                blocks[(key[0], f"{key[1][:half]}-")].append(key)
                blocks[(key[0], f"-{key[1][-half:]}")].append(key)
        near: dict[Key, set[Key]] = defaultdict(set)
        for keys in blocks.values():
            for key in keys:
                near[key] |= {other for other in keys if self._slip(key, other, weights)}
        yield from ((key, sorted(others)) for key, others in sorted(near.items()) if others)

    def _slip(self, rare: Key, often: Key, weights: Mapping[Key, tuple[bool, int]]) -> bool:
        """Whether a key is a slip of the pen: of a body any letter, of an association one too many or few."""
        if weights[rare] >= weights[often] or Levenshtein.distance(rare[1], often[1], score_cutoff=1) != 1:
            return False
        if all(self.names.is_body(use.named.core) for use in (*self.uses[rare], *self.uses[often])):
            return True
        added = len(rare[1]) != len(often[1]) and rare[1][:3] == often[1][:3] and len(rare[1]) > _LONG
        return added and not any(self.names.lexicons.identity.is_known(use.named.core) for use in self.uses[rare])

    def _weight(self, key: Key) -> tuple[bool, int]:
        uses = self.uses[key]
        return (any(use.front for use in uses), len(uses))


def _first(uses: Sequence[Use]) -> tuple[bool, int, str, str, int]:
    """The form that speaks for others: as most papers write it, then the oldest."""
    oldest = min(uses, key=lambda u: (u.date, u.document_id, u.place))
    papers = len({use.document_id for use in uses})
    return (all(use.quiet for use in uses), -papers, oldest.date, oldest.document_id, oldest.place)


def _end(key: Key, same: Mapping[Key, Same]) -> Key:
    seen = {key}
    while key in same and same[key].new not in seen:
        key = same[key].new
        seen.add(key)
    return key
