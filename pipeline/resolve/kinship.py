"""What a newer piece of advice is to an older one: the same, part of it, more than it, or something else."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp

from pipeline.resolve.alignment import Alignment, Side

SAME, SPLITS, MERGES = "samme", "splits", "merges"

_FEW = 2
_MUCH = 4.0
_FRAME = 0.5
"""From which likeness of their words in order two texts are one frame, in which a word that is exchanged tells all."""
_MOST = 30.0


@dataclass(frozen=True, slots=True)
class Kinship:
    """How likely each relation is; together 1."""

    same: float
    splits: float
    merges: float


APART = Kinship(0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Beside:
    """What others of the two papers add: of the rest of the older that another newer one holds, and the other way."""

    older_parts: float
    newer_parts: float
    older_rivals: float
    newer_rivals: float


def features(aligned: Alignment, beside: Beside) -> dict[str, float]:
    """What is weighed, by name."""
    frame = aligned.frame
    low, high = sorted((aligned.older.share, aligned.newer.share))
    return {
        "bias": 1.0,
        "low": low,
        "high": high,
        "shared": min(1.0, aligned.older.shared / _MUCH),
        "two": float(aligned.several >= 2),
        "three": float(aligned.several >= 3),
        "literal": frame.likeness,
        "exchanged": frame.likeness if frame.exchanged else 0.0,
        "swapped": aligned.swapped,
        "clashes": float(min(_FEW, aligned.clashes)),
        "added": float(min(_FEW, aligned.added)),
        "counted": float(aligned.counted),
        "denied": float(aligned.denied),
        "joins": float(max(-_FEW, min(_FEW, aligned.joins))),
        "longer": aligned.longer,
        "older_parts": beside.older_parts,
        "newer_parts": beside.newer_parts,
        "older_rivals": beside.older_rivals,
        "newer_rivals": beside.newer_rivals,
    }


def is_other(aligned: Alignment) -> bool:
    """Whether it is other advice in the same frame: another number, name, group, an opposite, or a "not"."""
    told = aligned.clashes > 0 or aligned.counted or aligned.denied or aligned.named or aligned.frame.opposite
    return told and aligned.frame.likeness >= _FRAME


# Weights of the same, splits and merges, each against something else: a logistic regression (L2 0.03) on the pairs of
# the open councils of tests/identity, and on 130 pairs of two such councils, which are all apart. Of the groups of
# words that the lexicon got from these councils none was known while fitting: unseen papers have no such help.
WEIGHTS: Mapping[str, tuple[float, float, float]] = {
    "bias": (0.11, -7.87, -6.9),
    "low": (5.35, 3.61, -0.56),
    "high": (-0.11, 1.86, 3.14),
    "shared": (2.74, 2.01, 0.13),
    "two": (1.16, 1.49, 1.45),
    "three": (-1.45, 1.95, 2.25),
    "literal": (-7.15, -6.25, -2.63),
    "exchanged": (-7.06, -3.65, -2.5),
    "swapped": (0.06, -0.63, -2.07),
    "clashes": (-0.89, -2.89, -2.71),
    "added": (-1.94, 0.22, -1.51),
    "counted": (-0.89, -1.26, -0.04),
    "denied": (-2.83, -0.85, -0.92),
    "joins": (1.1, -2.49, 3.99),
    "longer": (2.36, -2.9, 4.49),
    "older_parts": (-1.02, 7.05, -0.68),
    "newer_parts": (0.95, 1.06, 0.68),
    "older_rivals": (-2.11, 1.01, -4.97),
    "newer_rivals": (-3.23, -3.42, 3.08),
}


def judge(found: Mapping[str, float]) -> Kinship:
    """The likelihoods of a pair by its features."""
    odds = [exp(min(_MOST, sum(row[n] * found[name] for name, row in WEIGHTS.items()))) for n in range(3)]
    total = 1.0 + sum(odds)
    return Kinship(*(round(odd / total, 3) for odd in odds))


def parts(one: Side, other: Side) -> float:
    """The smaller of the weighted shares of a text that each of two others holds and the other does not, 0..1."""
    held = list(zip(one.held, other.held, one.weights, strict=True))
    total = sum(one.weights)
    mine = sum(weight * max(0.0, a - b) for a, b, weight in held)
    theirs = sum(weight * max(0.0, b - a) for a, b, weight in held)
    return min(mine, theirs) / total if total else 0.0
