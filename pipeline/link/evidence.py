"""What speaks for a text being about a recommendation, each kind of evidence by itself, and all weighed into one score.

Among the recommendations of one paper a text is to find its own: each kind counts by how far it lies above what the
others of that paper get, so that a paper in which everything is alike decides nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from pipeline.embed import Embedder, Vectors
from pipeline.link.corpus import Corpus
from pipeline.link.likeness import likeness
from pipeline.link.scoring import Profile, Scorer, Text, overlap

Numbers = npt.NDArray[np.float64]
FEATURES = (
    "ord", "ord_foran", "temaer", "temaer_foran", "mening", "mening_foran", "forspring", "kapitel", "kapitel_foran",
)  # fmt: skip
"""Shared words and themes, likeness of meaning and of chapters: as such, and as far ahead of the others (`foran`)."""
_FLAT = 1e-3


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature counts, and what stands when nothing speaks for it."""

    bias: float
    of: Mapping[str, float]


# Learned by training/trail.py on councils made by somebody who had not seen this code; figures in docs/evaluation.md.
_WITH = (0.08, 0.63, 0.33, 0.47, -0.02, 1.3, 1.18, 0.97, 0.31)
_WITHOUT = (0.17, 0.96, 0.2, 0.73, 0.0, 0.0, 0.0, -0.27, 1.43)
WITH_MEANING = Weights(-3.86, dict(zip(FEATURES, _WITH, strict=True)))
WITHOUT_MEANING = Weights(-3.32, dict(zip(FEATURES, _WITHOUT, strict=True)))


@dataclass(frozen=True, slots=True)
class Told:
    """A text that is to find its recommendation: words and themes, its wording, and the headings it stands under."""

    text: Text
    wording: str
    chapters: tuple[str, ...]


@dataclass(frozen=True)
class Judge:
    """Weighs the evidence for a text against the recommendations of one paper; without an embedder by words alone."""

    scorer: Scorer
    embedder: Embedder | None

    def features(self, told: Told, profiles: Sequence[Profile], chapters: Sequence[Sequence[str]]) -> Numbers:
        """A row a recommendation, a column for each of FEATURES."""
        words = np.array([self._words(told.text, p) for p in profiles])
        themes = np.array([overlap(told.text, p) for p in profiles])
        meaning = self._meaning(told.wording, profiles)
        chapter = self._chapters(told.chapters, chapters)
        columns = (
            words, _ahead(words), themes, _ahead(themes), meaning, _ahead(meaning), _lead(meaning),
            chapter, _ahead(chapter),
        )  # fmt: skip
        return np.stack(columns, axis=1)

    def scores(self, features: Numbers) -> list[float]:
        """0..1 for each row, rounded to 3 places: the share of such pairs that a careful reader holds to be links."""
        weights = WITHOUT_MEANING if self.embedder is None else WITH_MEANING
        weighed = features @ np.array([weights.of[name] for name in FEATURES]) + weights.bias
        return [round(float(score), 3) for score in 1 / (1 + np.exp(-weighed))]

    def _words(self, text: Text, profile: Profile) -> float:
        weight = self.scorer.weight(profile.peers)
        return max(likeness(text.words, side.words, weight) for side in (profile.own, profile.family))

    def _meaning(self, wording: str, profiles: Sequence[Profile]) -> Numbers:
        """Likeness of meaning to the recommendation and the two elaborations nearest to it; 0 without an embedder."""
        if self.embedder is None:
            return np.zeros(len(profiles))
        vector = self.embedder.vectors([wording])[0]
        return np.array([_nearness(vector, self.embedder.vectors(p.wordings)) for p in profiles])

    def _chapters(self, own: Sequence[str], others: Sequence[Sequence[str]]) -> Numbers:
        """Likeness of the nearest of its headings and those of each recommendation; 0 where there are none."""
        if not own or not all(others):
            return np.zeros(len(others))
        return np.array([max(self._chapter(a, b) for a in own for b in headings) for headings in others])

    def _chapter(self, own: str, other: str) -> float:
        if self.embedder is not None:
            near = self.embedder.vectors([own, other])
            return float(np.clip(near[0] @ near[1] - _ALIKE_ANYWAY, 0, 1) * 10)
        vocabulary = self.scorer.vocabulary
        return likeness(vocabulary.words(own), vocabulary.words(other), vocabulary.weight)


# Two Danish headings that have nothing to do with each other are this alike by multilingual-e5-small.
_ALIKE_ANYWAY = 0.85


def chapters_of(corpus: Corpus, profiles: Sequence[Profile]) -> list[tuple[str, ...]]:
    """The headings under which each recommendation stands in full in its paper, first to last."""
    return [corpus.chapters(p.advice) for p in profiles]


def _nearness(vector: Vectors, wordings: Vectors) -> float:
    """The cosines with the wording, with the best of all, and with the best two elaborations, taken together."""
    near = wordings @ vector
    elaborations = np.sort(near[1:])[::-1][:2] if len(near) > 1 else near
    return float(near[0]) + float(elaborations.mean()) + float(near.max()) / 2


def _ahead(values: Numbers) -> Numbers:
    """How far each lies above the mean, in standard deviations; nought where all are alike."""
    spread = values.std()
    return np.zeros_like(values) if spread < _FLAT else (values - values.mean()) / spread


def _lead(values: Numbers) -> Numbers:
    """How far each lies above the best of the others, times ten."""
    if len(values) < 2:
        return np.zeros_like(values)
    first, second = np.sort(values)[::-1][:2]
    led: Numbers = 10 * np.where(values == first, first - second, values - first)
    return led
