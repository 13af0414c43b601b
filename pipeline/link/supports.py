"""Which recommendation a story supports: shared themes and shared words, weighed into one score."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log

from pipeline.link.corpus import Advice, Corpus, located
from pipeline.link.likeness import Weights, lemmas, likeness, shared_words
from pipeline.link.making import End, Ground, make_link
from pipeline.model.trail import Link

# score = 1 / (1 + exp(-(BIAS + WORDS * likeness + THEMES * theme overlap))): no shared theme and few shared words give
# about 0.05, one of two themes with some words 0.5, all themes with many words 0.9.
BIAS, WORDS, THEMES = -3.0, 8.0, 4.0
_WORTH_KEEPING = 0.1


@dataclass(frozen=True, slots=True)
class Profile:
    """What a recommendation is about: its own words and themes, and those of what elaborates it."""

    advice: Advice
    words: frozenset[str]
    themes: frozenset[str]


def profiles(corpus: Corpus, themes: Mapping[str, frozenset[str]]) -> tuple[Profile, ...]:
    """A profile of every recommendation that elaborates no other."""
    return tuple(_profile(advice, corpus, themes) for advice in corpus.advice if advice.top)


def _profile(advice: Advice, corpus: Corpus, themes: Mapping[str, frozenset[str]]) -> Profile:
    family = [advice, *corpus.children.get(advice.id, [])]
    words = frozenset().union(*(lemmas(one.mention.text) for one in family))
    return Profile(advice, words, frozenset().union(*(themes.get(one.id, frozenset()) for one in family)))


@dataclass(frozen=True, slots=True)
class Scorer:
    """Scores what a text with themes has in common with a recommendation."""

    weights: Weights
    rarity: Mapping[str, float]

    @classmethod
    def of(cls, weights: Weights, known: Sequence[Profile]) -> "Scorer":
        """A theme that every recommendation touches tells less than one that a single one does."""
        counts = Counter(theme for profile in known for theme in profile.themes)
        return cls(weights, {theme: log((1 + len(known)) / count) for theme, count in counts.items()})

    def score(self, words: frozenset[str], themes: frozenset[str], profile: Profile) -> float:
        """0..1."""
        alike = likeness(words, profile.words, self.weights)
        total = sum(self.rarity.get(theme, 1.0) for theme in sorted(themes))
        shared = sum(self.rarity[theme] for theme in sorted(themes & profile.themes))
        overlap = shared / total if total > 0 else 0.0
        return round(1 / (1 + exp(-(BIAS + WORDS * alike + THEMES * overlap))), 3)

    def reason(self, words: frozenset[str], themes: frozenset[str], profile: Profile) -> str:
        """The shared themes and the heaviest shared words."""
        parts = [
            f"fælles temaer: {', '.join(sorted(themes & profile.themes))}" if themes & profile.themes else "",
            f"fælles ord: {', '.join(shared_words(words, profile.words, self.weights))}" if words & profile.words else "",
        ]
        return "; ".join(part for part in parts if part)


def find_supports(
    corpus: Corpus, known: Sequence[Profile], scorer: Scorer, themes: Mapping[str, frozenset[str]]
) -> Iterator[Link]:
    """Links from stories to recommendations of the body that heard them: facts, and the best candidates."""
    settings = corpus.context.config.link
    for document_id, story in corpus.stories():
        words, about = lemmas(story.text), themes.get(story.id, frozenset())
        fits = [p for p in known if p.advice.issuer is not None and p.advice.issuer == corpus.body_id(document_id)]
        scored = sorted(((scorer.score(words, about, p), p) for p in fits), key=lambda s: (-s[0], s[1].advice.id))
        facts = [s for s in scored if s[0] >= settings.threshold]
        candidates = [s for s in scored if _WORTH_KEEPING <= s[0] < settings.threshold][: settings.candidates]
        for score, profile in (*facts, *candidates):
            ground = Ground(
                score,
                score >= settings.threshold,
                "supports.themes_words",
                scorer.reason(words, about, profile),
                "tematisk",
            )
            source = End("story", story.id, located(document_id, story.proof))
            yield make_link(source, "supports", recommendation_end(profile.advice), ground)


def recommendation_end(advice: Advice) -> End:
    """The end of a link that is a recommendation."""
    return End("recommendation", advice.id, located(advice.document_id, advice.mention.proof))
