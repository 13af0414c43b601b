"""From the likelihoods of all pairs of two papers to what each newer piece of advice is to the older ones."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.resolve.alignment import Alignment
from pipeline.resolve.kinship import APART, MERGES, SAME, SPLITS, Kinship, is_other, judge

CERTAIN = 0.35
"""From which likelihood a relation is held to be one: set on the open councils of tests/identity, like the weights."""
UNSURE = 0.15
"""From which likelihood of the same a pair is listed for a reader to judge."""
TOGETHER, SURELY_SAME = 0.7, 0.9
"""From which likelihood of any relation two pieces count as the two parts of a third, unless one is surely the same."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A newer and an older piece of advice by their numbers, side by side."""

    newer: int
    older: int
    aligned: Alignment
    kinship: Kinship

    @property
    def related(self) -> float:
        """How likely it is that they have to do with each other at all."""
        return self.kinship.same + self.kinship.splits + self.kinship.merges


def weigh(newer: int, older: int, aligned: Alignment, found: Mapping[str, float]) -> Pair:
    """The pair, judged by its features."""
    return Pair(newer, older, aligned, APART if is_other(aligned) else judge(found))


def decide(pairs: Sequence[Pair]) -> dict[tuple[int, int], str]:
    """What the pairs are to each other, those that are anything: by newer and older."""
    found = dict(_one_to_one(pairs))
    taken = {newer for newer, _ in found}
    for pair in pairs:
        if pair.newer not in taken and pair.kinship.splits >= CERTAIN:
            found[(pair.newer, pair.older)] = SPLITS
        elif pair.newer not in taken and pair.kinship.merges >= CERTAIN:
            found[(pair.newer, pair.older)] = MERGES
    found.update(_parts(pairs, lambda p: p.older, lambda p: p.newer, SPLITS))
    found.update(_parts(pairs, lambda p: p.newer, lambda p: p.older, MERGES))
    return found


def unsure(pairs: Sequence[Pair], decided: Mapping[tuple[int, int], str]) -> Iterator[Pair]:
    """The pairs that may be the same and were not found to be anything to each other."""
    homes = {newer for (newer, _), relation in decided.items() if relation == SAME}
    for pair in pairs:
        open_still = pair.newer not in homes and (pair.newer, pair.older) not in decided
        if open_still and pair.kinship.same >= UNSURE:
            yield pair


def _one_to_one(pairs: Sequence[Pair]) -> Iterator[tuple[tuple[int, int], str]]:
    """The same, the surest first: a paper says a piece of advice once in other words."""
    newer: set[int] = set()
    older: set[int] = set()
    for pair in sorted(pairs, key=lambda p: (-p.kinship.same, p.newer, p.older)):
        if pair.kinship.same >= CERTAIN and pair.newer not in newer and pair.older not in older:
            newer.add(pair.newer)
            older.add(pair.older)
            yield (pair.newer, pair.older), SAME


def _parts(
    pairs: Sequence[Pair], whole: Callable[[Pair], int], part: Callable[[Pair], int], relation: str
) -> Iterator[tuple[tuple[int, int], str]]:
    """Two or more that have to do with one, and with none more, are parts of it."""
    best: dict[int, float] = defaultdict(float)
    for pair in pairs:
        best[part(pair)] = max(best[part(pair)], pair.related)
    groups: dict[int, list[Pair]] = defaultdict(list)
    for pair in pairs:
        if pair.related >= max(TOGETHER, best[part(pair)]):
            groups[whole(pair)].append(pair)
    for group in groups.values():
        if len(group) > 1 and max(pair.kinship.same for pair in group) < SURELY_SAME:
            yield from (((pair.newer, pair.older), relation) for pair in group)
