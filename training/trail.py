"""Learns on the councils of tests/trail how much each kind of evidence counts for a link from story to recommendation.

`python -m training.trail` fits on the open councils, prints the weights for pipeline/link/evidence.py, and measures
them on the councils held back: which recommendation comes first, which links are shown as facts, and how far a score
is the share of links that hold. Each kind of evidence is left out in turn.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from pipeline.embed import load
from pipeline.link.corpus import Corpus
from pipeline.link.evidence import FEATURES, Judge, Numbers, Weights, chapters_of
from pipeline.link.likeness import Vocabulary
from pipeline.link.scoring import Scorer
from pipeline.link.supports import told_of
from tests.trail.councils import Council, halves, read_councils
from tests.unit.extract.papers import CONTEXT

PENALTY = 2.0
KINDS = {
    "ord": ("ord", "ord_foran"), "temaer": ("temaer", "temaer_foran"),
    "mening": ("mening", "mening_foran", "forspring"), "kapitel": ("kapitel", "kapitel_foran"),
}  # fmt: skip


@dataclass(frozen=True)
class Case:
    """A story with the features of each recommendation, and what it supports: 1 strongly, 0 not, NaN arguable."""

    council: str
    features: Numbers
    holds: Numbers


def cases(councils: Sequence[Council], embeddings: str) -> list[Case]:
    """The stories of the councils."""
    return [case for council in councils for case in _cases(council, embeddings)]


def _cases(council: Council, embeddings: str) -> Iterator[Case]:
    corpus = Corpus.of(council.papers, council.findings, council.entities, CONTEXT)
    texts = (passage.text for paper in corpus.papers for passage in paper.document.body())
    vocabulary = Vocabulary.of(texts, CONTEXT.lexicons.silent_words)
    themes = corpus.themes()
    judge = Judge(Scorer.of(corpus, vocabulary, themes), load(embeddings))
    document_id = council.papers[0].document_id
    profiles = [p for p in judge.scorer.profiles if p.advice.document_id == document_id]
    keys = [council.recommendation_keys[p.advice.id] for p in profiles]
    told = {story["key"]: story for story in council.raw["stories"]}
    for _, story in corpus.stories():
        raw = told[council.keys[story.id]]
        holds = [
            1.0 if key in raw["strong"] else np.nan if key in (raw.get("acceptable") or ()) else 0.0 for key in keys
        ]
        features = judge.features(told_of(story, judge.scorer, corpus, themes), profiles, chapters_of(corpus, profiles))
        yield Case(council.slug, features, np.array(holds))


def fit(known: Sequence[Case], used: Sequence[str] = FEATURES) -> Weights:
    """Logistic regression with a penalty on all weights but the bias; arguable pairs are left out."""
    features, holds = np.concatenate([c.features for c in known]), np.concatenate([c.holds for c in known])
    sure = ~np.isnan(holds)
    columns = [FEATURES.index(name) for name in used]
    x, y = np.c_[np.ones(sure.sum()), features[sure][:, columns]], holds[sure]
    penalty = PENALTY * np.diag([0.0, *[1.0] * len(columns)])
    weights = np.zeros(x.shape[1])
    for _ in range(50):
        chance = 1 / (1 + np.exp(-x @ weights))
        weights -= np.linalg.solve(
            (x * (chance * (1 - chance))[:, None]).T @ x + penalty, x.T @ (chance - y) + penalty @ weights
        )
    of = dict.fromkeys(FEATURES, 0.0) | {name: round(float(w), 2) for name, w in zip(used, weights[1:], strict=True)}
    return Weights(round(float(weights[0]), 2), of)


def score(case: Case, weights: Weights) -> Numbers:
    """The scores of a case under some weights."""
    return 1 / (1 + np.exp(-(case.features @ np.array([weights.of[name] for name in FEATURES]) + weights.bias)))


def measure(known: Sequence[Case], scored: Callable[[Case], Numbers]) -> str:
    """Where the right recommendation comes, the links from 0.5 on, and the error of calibration."""
    first, ranks, within, right, wrong, there = [], [], [], 0, 0, 0
    pairs: list[tuple[float, float]] = []
    for case in known:
        scores = scored(case)
        order = np.argsort(-scores, kind="stable")
        strong = case.holds == 1
        right += int((strong & (scores >= 0.5)).sum())
        wrong += int(((case.holds == 0) & (scores >= 0.5)).sum())
        there += int(strong.sum())
        pairs += [(s, h) for s, h in zip(scores, case.holds, strict=True) if not np.isnan(h)]
        if strong.any():
            places = np.flatnonzero(strong[order])
            first.append(places[0] == 0)
            ranks.append(1 / (1 + places[0]))
            within.append((places < 3).sum() / min(3, strong.sum()))
    precision = right / max(1, right + wrong)
    return (
        f"{len(first)} stories: P@1 {np.mean(first):.2f} MRR {np.mean(ranks):.2f} R@3 {np.mean(within):.2f}; "
        f"facts P {precision:.2f} R {right / there:.2f}; calibration error {calibration_error(pairs):.3f}"
    )


def calibration_error(pairs: Sequence[tuple[float, float]]) -> float:
    """The mean distance between score and share of links that hold, over ten bins weighted by their size."""
    found = np.array(pairs)
    bins = np.clip((found[:, 0] * 10).astype(int), 0, 9)
    parts = [found[bins == b] for b in range(10) if (bins == b).any()]
    return float(sum(abs(p[:, 0].mean() - p[:, 1].mean()) * len(p) for p in parts) / len(found))


def main() -> int:
    """Weights and figures, with and without sentence embeddings."""
    parts = halves(list(read_councils()))
    for embeddings in ("e5", "none"):
        known, unseen = cases(parts["open"], embeddings), cases(parts["held back"], embeddings)
        used = FEATURES if embeddings != "none" else [n for n in FEATURES if n not in KINDS["mening"]]
        weights = fit(known, used)
        print(f"{embeddings}: {weights}")
        print("open     ", measure(known, lambda c, w=weights: score(c, w)))
        print("held back", measure(unseen, lambda c, w=weights: score(c, w)))
        for kind, names in KINDS.items():
            less = fit(known, [name for name in used if name not in names])
            print(f"without {kind:8}", measure(unseen, lambda c, w=less: score(c, w)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
