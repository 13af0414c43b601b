"""Verdicts to precision, recall and F1 with their intervals."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.evaluate.judging import Outcome, Sheet, Verdict
from pipeline.model.ids import digest

ROUNDS = 1000
METRICS = ("precision", "recall", "f1")
_PERCENTILES = (2.5, 97.5)

Counts = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Measure:
    """A score in 0..1 and its 95 % interval; None when there is nothing to divide by."""

    value: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Score:
    """One kind of finding, or one field of it. `expected` counts the required rows of the reference."""

    name: str
    expected: int
    found: int
    right: int
    precision: Measure
    recall: Measure
    f1: Measure
    verdicts: tuple[Verdict, ...]

    def metrics(self) -> dict[str, Measure]:
        """The three measures by name."""
        return {"precision": self.precision, "recall": self.recall, "f1": self.f1}


@dataclass(frozen=True, slots=True)
class Scores:
    """All scores, in the order of the papers' way through the house."""

    all: tuple[Score, ...]

    def named(self, name: str) -> Score:
        """The score of this name; `KeyError` when there is none."""
        return {score.name: score for score in self.all}[name]

    def values(self) -> Mapping[str, float | None]:
        """Every measure as `headings.f1`."""
        return {f"{s.name}.{metric}": measure.value for s in self.all for metric, measure in s.metrics().items()}


def count_scores(sheets: Iterable[Sheet], *, seed: int) -> Scores:
    """The scores of the sheets; the same seed gives the same intervals, whatever other sheets there are."""
    return Scores(tuple(_score(sheet, seed) for sheet in sheets))


def _score(sheet: Sheet, seed: int) -> Score:
    counts = _counts(sheet.verdicts)
    drawn = _resample(sheet.verdicts, np.random.default_rng([seed, int(digest(sheet.name), 16)]))
    measured, spread = _measure(counts.sum(axis=0)[None, :]), _measure(drawn)
    right, found, _, expected = (int(n) for n in counts.sum(axis=0))
    measures = {metric: _with_interval(measured[metric], spread[metric]) for metric in METRICS}
    return Score(sheet.name, expected, found, right, **measures, verdicts=sheet.verdicts)


def _counts(verdicts: Sequence[Verdict]) -> Counts:
    """A row for each verdict: right among found, found, right among required, required."""
    rows = [
        (
            v.outcome is Outcome.RIGHT,
            v.outcome is not Outcome.MISSED,
            v.outcome is Outcome.RIGHT and v.required,
            v.outcome is not Outcome.FALSE and v.required,
        )
        for v in verdicts
    ]
    return np.array(rows, dtype=np.int64).reshape(-1, 4)


def _resample(verdicts: Sequence[Verdict], rng: np.random.Generator) -> Counts:
    """Sums over `ROUNDS` draws with replacement; each paper keeps its number of rows, since papers differ in kind.

    Papers with one row each are drawn together: by itself one row would always be drawn again.
    """
    rows = Counter(v.document for v in verdicts)
    strata: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        strata.setdefault(verdict.document if rows[verdict.document] > 1 else "", []).append(verdict)
    drawn = np.zeros((ROUNDS, 4), dtype=np.int64)
    for _, stratum in sorted(strata.items()):
        # Rows that count alike are drawn together: the same draw, without a column for each row.
        kinds, times = np.unique(_counts(stratum), axis=0, return_counts=True)
        drawn += rng.multinomial(times.sum(), times / times.sum(), size=ROUNDS) @ kinds
    return drawn


def _measure(sums: Counts) -> dict[str, NDArray[np.float64]]:
    right, found, recalled, expected = sums.T.astype(np.float64)
    with np.errstate(invalid="ignore", divide="ignore"):
        precision, recall = right / found, recalled / expected
        f1 = np.where(precision + recall > 0, 2 * precision * recall / (precision + recall), 0.0)
    # Nothing found of what should be: no precision, but an F1 of nought. Nothing that should be: no F1.
    f1[(expected == 0)] = np.nan
    return {"precision": precision, "recall": recall, "f1": f1}


def _with_interval(value: NDArray[np.float64], spread: NDArray[np.float64]) -> Measure:
    known = spread[~np.isnan(spread)]
    if np.isnan(value[0]) or not known.size:
        return Measure(None, None, None)
    low, high = np.percentile(known, _PERCENTILES)
    return Measure(round(float(value[0]), 3), round(float(low), 3), round(float(high), 3))
