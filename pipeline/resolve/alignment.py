"""Two pieces of advice side by side: how much of each the other says too, and what speaks against their being one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

from pipeline.resolve.frames import Frame, compare_frames, same_root
from pipeline.resolve.vocabulary import Words
from pipeline.resolve.wording import Unit, Wording

_LIGHT, _NAMED = 0.4, 1.2
_BACKGROUND = 1000
"""The passages that the counts of common words are told of."""
_HELD = 0.5
"""From which share a unit counts as said."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What units weigh: the rarer in council papers and among the pieces of advice of this council, the more."""

    words: Words
    counts: Mapping[str, int]
    total: int

    def of(self, unit: Unit) -> float:
        """0..1.2."""
        passages = self.total + _BACKGROUND
        held = self.counts.get(unit.key, 1) + self.words.common.get(unit.key, 0)
        rarity = log(passages / held) / log(passages)
        return rarity * (_LIGHT if self.is_light(unit) else _NAMED if unit.named else 1.0)

    def is_light(self, unit: Unit) -> bool:
        """Whether much advice of any kind holds it."""
        return unit.key in self.words.light


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: for each of its units how much of it the other says, and what it weighs."""

    units: tuple[Unit, ...]
    held: tuple[float, ...]
    weights: tuple[float, ...]

    @property
    def shared(self) -> float:
        """The weight of what the other says too."""
        return sum(w * h for w, h in zip(self.weights, self.held, strict=True))

    @property
    def share(self) -> float:
        """Its share of the whole weight, 0..1."""
        total = sum(self.weights)
        return self.shared / total if total else 0.0

    def missing(self, places: Sequence[int]) -> float:
        """The weight of what the other does not say at these places."""
        return sum(self.weights[n] for n in places if self.held[n] < _HELD)

    def said(self) -> list[Unit]:
        """The units that the other says too, the heaviest first."""
        ranked = sorted(range(len(self.units)), key=lambda n: (-self.weights[n], n))
        return [self.units[n] for n in ranked if self.held[n] >= _HELD]


@dataclass(frozen=True, slots=True)
class Alignment:
    """The two sides and their frame.

    `clashes`: how many groups of alternatives there are of which the two hold different ones; `added`: of how many one
    holds more. `several`: how many weighty things both say. `swapped`: the share of words that stand in each other's
    place. `joins` and `longer`: how many more joining words the newer has, and how much longer it is (a logarithm).
    """

    older: Side
    newer: Side
    frame: Frame
    clashes: int
    added: int
    several: int
    swapped: float
    counted: bool
    named: bool
    denied: bool
    joins: int
    longer: float


def align(older: Wording, newer: Wording, weights: Weights) -> Alignment:
    """The two side by side."""
    left, right = _side(older, newer, weights), _side(newer, older, weights)
    frame = compare_frames(older, newer, weights.words.opposites)
    mine, theirs = older.alternatives, newer.alternatives
    groups = [(mine.get(name, frozenset()), theirs.get(name, frozenset())) for name in {**mine, **theirs}]
    return Alignment(
        older=left,
        newer=right,
        frame=frame,
        clashes=sum(_differ(a, b) for a, b in groups),
        added=sum(a != b and not _differ(a, b) for a, b in groups),
        several=len({unit.key for unit in left.said() if not weights.is_light(unit)}),
        swapped=_swapped(left, right, frame),
        counted=_differ(older.numbers, newer.numbers),
        named=_differ(older.names, newer.names),
        denied=_denied(older, newer) or _denied(newer, older),
        joins=newer.joins - older.joins,
        longer=log((1 + len(newer.units)) / (1 + len(older.units))),
    )


def _side(one: Wording, other: Wording, weights: Weights) -> Side:
    keys = {unit.key for unit in other.units} | {part for unit in other.units for part in unit.parts}
    held = tuple(_held(unit, keys, other) for unit in one.units)
    return Side(one.units, held, tuple(weights.of(unit) for unit in one.units))


def _held(unit: Unit, keys: set[str], other: Wording) -> float:
    """How much of a unit the other says: the same, the parts of the compound, or a word of the same root."""
    if unit.key in keys:
        return 1.0
    opened = sum(part in keys for part in unit.parts) / len(unit.parts) if unit.parts else 0.0
    return opened if opened >= _HELD else max((same_root(unit, rival) for rival in other.units), default=0.0)


def _differ(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether each holds what the other does not."""
    return bool(left - right and right - left)


def _denied(one: Wording, other: Wording) -> bool:
    """Whether one says right after a "not" what the other says without."""
    return bool(one.denied & ({unit.key for unit in other.units} - other.denied))


def _swapped(older: Side, newer: Side, frame: Frame) -> float:
    """What of the one stands where something else stands in the other, as a share of the lighter of the two."""
    found = sum(min(older.missing(left), newer.missing(right)) for left, right in frame.places)
    total = min(sum(older.weights), sum(newer.weights))
    return found / total if total else 0.0
