"""Which pieces of advice are one across papers, which are part of an older one, and which take in older ones."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from pipeline.resolve.advised import Known, Stated, by_paper, counted
from pipeline.resolve.alignment import Alignment, Weights, align
from pipeline.resolve.deciding import Pair, decide, unsure, weigh
from pipeline.resolve.kinship import SAME, SPLITS, Beside, features, is_other, parts
from pipeline.resolve.vocabulary import Words

WORDS = 92.0
"""From which likeness (rapidfuzz ratio of the folded texts) two wordings are the same words, if nothing clashes."""
_TOLD = 3

_Sides = Mapping[int, Sequence[tuple[int, Alignment]]]


@dataclass(frozen=True, slots=True)
class Joined:
    """A statement that is one with an earlier one: by which rule, how surely, and what both say."""

    stated: Stated
    rule: str
    score: float
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tied:
    """A statement and the first of an earlier identity that it is part of or takes in, or may be one with."""

    newer: Stated
    older: Stated
    relation: str
    score: float
    shared: tuple[str, ...]


@dataclass(slots=True)
class Outcome:
    """All identities, why each statement joined its own, and what is related or unsure."""

    groups: list[list[Stated]] = field(default_factory=list)
    joined: list[Joined] = field(default_factory=list)
    tied: list[Tied] = field(default_factory=list)
    unsure: list[Tied] = field(default_factory=list)


def find_sameness(stated: Sequence[Stated], words: Words) -> Outcome:
    """The identities of statements that come in the order of time."""
    families: dict[str, list[Stated]] = defaultdict(list)
    for one in stated:
        families[one.issuer].append(one)
    outcome = Outcome()
    for _, members in sorted(families.items()):
        counts, total = counted(members)
        _Family(Known(), Weights(words, counts, total), outcome).settle_all(members)
    return outcome


@dataclass(frozen=True, slots=True)
class _Family:
    """The advice of one issuer, as far as it is settled."""

    known: Known
    weights: Weights
    outcome: Outcome

    def settle_all(self, members: Sequence[Stated]) -> None:
        """Paper by paper: what a paper says twice is one; then the same words as before; then other words."""
        for batch in by_paper(members):
            fresh: list[list[Stated]] = []
            earlier = len(self.known.groups)
            for group in self._told_once(batch):
                number = self._same_words(group[0], self.known)
                if number is None:
                    fresh.append(group)
                else:
                    self._join(group, number, "samme_ord", 1.0, ())
            self._reword(fresh, earlier)
        self.outcome.groups.extend(self.known.groups)

    def _told_once(self, batch: Sequence[Stated]) -> list[list[Stated]]:
        own = Known()
        for stated in batch:
            number = self._same_words(stated, own)
            if number is not None:
                self.outcome.joined.append(Joined(stated, "samme_ord", 1.0, ()))
            own.add(stated, number)
        return own.groups

    def _join(self, group: Sequence[Stated], number: int, rule: str, score: float, shared: tuple[str, ...]) -> None:
        self.outcome.joined.append(Joined(group[0], rule, score, shared))
        for stated in group:
            self.known.add(stated, number)

    def _same_words(self, stated: Stated, known: Known) -> int | None:
        """The identity that is worded so, but for trifles."""
        exact = known.exact.get(stated.folded)
        if exact is not None:
            return exact
        alike = [
            (fuzz.ratio(stated.folded, other.folded), -number, other)
            for number in known.candidates(stated)
            for other in known.wordings[number]
        ]
        ranked = sorted((a for a in alike if a[0] >= WORDS), key=lambda a: (-a[0], -a[1]))
        return next((-number for _, number, other in ranked if self._only_trifles(other, stated)), None)

    def _only_trifles(self, older: Stated, newer: Stated) -> bool:
        found = align(older.wording, newer.wording, self.weights)
        return not (is_other(found) or found.frame.exchanged)

    def _reword(self, fresh: Sequence[list[Stated]], earlier: int) -> None:
        """Join what says the same in other words; relate the others to what they are part of or take in."""
        pairs = self._pairs([group[0] for group in fresh], earlier)
        decided = decide(pairs)
        homes = {p.newer: p for p in pairs if decided.get((p.newer, p.older)) == SAME}
        for pair in pairs:
            relation = decided.get((pair.newer, pair.older), SAME)
            if relation != SAME:
                score = pair.kinship.splits if relation == SPLITS else pair.kinship.merges
                self.outcome.tied.append(self._tie(pair, fresh[pair.newer][0], relation, score))
        self.outcome.unsure.extend(
            self._tie(pair, fresh[pair.newer][0], SAME, pair.kinship.same) for pair in unsure(pairs, decided)
        )
        for number, group in enumerate(fresh):
            pair_home = homes.get(number)
            if pair_home is None:
                self._begin(group)
            else:
                shared = _shared(pair_home)
                self._join(group, pair_home.older, "andre_ord", pair_home.kinship.same, shared)

    def _begin(self, group: Sequence[Stated]) -> None:
        number = self.known.add(group[0])
        for stated in group[1:]:
            self.known.add(stated, number)

    def _tie(self, pair: Pair, newer: Stated, relation: str, score: float) -> Tied:
        older = self.known.groups[pair.older][0]
        return Tied(newer, older, relation, score, _shared(pair))

    def _pairs(self, fresh: Sequence[Stated], earlier: int) -> list[Pair]:
        """Each fresh statement beside the earlier identities that share words with it."""
        sides: dict[tuple[int, int], Alignment] = {}
        for n, newer in enumerate(fresh):
            for o in self.known.candidates(newer):
                older = self.known.groups[o][0]
                # The same words may stand under another piece of advice; other words are sought among their like.
                if o < earlier and older.mention.kind == newer.mention.kind:
                    sides[(n, o)] = align(older.wording, newer.wording, self.weights)
        by_newer, by_older = _by_sides(sides)
        return [
            weigh(n, o, aligned, features(aligned, _beside(n, o, aligned, by_newer, by_older)))
            for (n, o), aligned in sides.items()
        ]


def _beside(n: int, o: int, own: Alignment, by_newer: _Sides, by_older: _Sides) -> Beside:
    """What the others of the two papers add."""
    others_new = [a for m, a in by_older[o] if m != n]
    others_old = [a for p, a in by_newer[n] if p != o]
    return Beside(
        older_parts=max((parts(own.older, a.older) for a in others_new), default=0.0),
        newer_parts=max((parts(own.newer, a.newer) for a in others_old), default=0.0),
        older_rivals=max((a.older.share for a in others_new), default=0.0) - own.older.share,
        newer_rivals=max((a.newer.share for a in others_old), default=0.0) - own.newer.share,
    )


def _shared(pair: Pair) -> tuple[str, ...]:
    """The heaviest words that both hold, as the newer writes them."""
    return tuple(dict.fromkeys(unit.form for unit in pair.aligned.newer.said()))[:_TOLD]


def _by_sides(sides: Mapping[tuple[int, int], Alignment]) -> tuple[_Sides, _Sides]:
    by_newer: dict[int, list[tuple[int, Alignment]]] = defaultdict(list)
    by_older: dict[int, list[tuple[int, Alignment]]] = defaultdict(list)
    for (n, o), aligned in sides.items():
        by_newer[n].append((o, aligned))
        by_older[o].append((n, aligned))
    return by_newer, by_older
