"""What a text and a recommendation have in common, weighed into one score."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, log

from pipeline.link.corpus import Advice, Corpus
from pipeline.link.likeness import Vocabulary, Words, likeness, shared_words

# score = 1 / (1 + exp(-(BIAS + WORDS * likeness + THEMES * overlap))). With nothing in common 0.17; 0.5 is a fifth of
# the weighted words, or two fifths of the themes; a theme that is this recommendation's alone gives 0.92. Set on those
# stories of tests/gold whose links two people agree on (13 stories, 24 links): from 0.5 all 14 are right.
BIAS, WORDS, THEMES = -1.6, 8.0, 4.0
# What a theme counts that only an elaboration of the recommendation has, beside others and as all there is in common.
_BESIDE, _BESIDE_ALONE = 0.5, 0.2

Themes = frozenset[str]


@dataclass(frozen=True, slots=True)
class Text:
    """A text by its words and themes."""

    words: Words
    themes: Themes


@dataclass(frozen=True, slots=True)
class Profile:
    """What a recommendation is about: its own words and themes, and those of what elaborates it."""

    advice: Advice
    own: Text
    family: Text


@dataclass(frozen=True)
class Scorer:
    """Scores texts against recommendations: words and themes that few of them share tell more."""

    vocabulary: Vocabulary
    profiles: Sequence[Profile]
    word_counts: Mapping[str, int]
    theme_counts: Mapping[str, int]

    @classmethod
    def of(cls, corpus: Corpus, vocabulary: Vocabulary, themes: Mapping[str, Themes]) -> "Scorer":
        """The profiles of all recommendations that elaborate no other."""
        profiles = [_profile(advice, corpus, vocabulary, themes) for advice in corpus.advice if advice.top]
        words = Counter(word for profile in profiles for word in profile.family.words)
        return cls(vocabulary, profiles, words, Counter(t for p in profiles for t in p.family.themes))

    def text(self, text: str, themes: Themes) -> Text:
        """A text to score."""
        return Text(self.vocabulary.words(text), themes)

    def weight(self, word: str) -> float:
        """Heavy: rare in the papers, and in few recommendations."""
        return self.vocabulary.weight(word) * self._rarity(self.word_counts.get(word, 1))

    def score(self, text: Text, profile: Profile) -> float:
        """0..1."""
        alike = max(likeness(text.words, side.words, self.weight) for side in (profile.own, profile.family))
        return round(1 / (1 + exp(-(BIAS + WORDS * alike + THEMES * self._overlap(text, profile)))), 3)

    def reason(self, text: Text, profile: Profile) -> str:
        """The shared themes and the heaviest shared words."""
        themes = sorted(text.themes & profile.family.themes)
        words = shared_words(text.words, profile.family.words, self.weight)
        told = (("fælles temaer", themes), ("fælles ord", words))
        return "; ".join(f"{name}: {', '.join(found)}" for name, found in told if found) or "beslægtede ord"

    def _overlap(self, text: Text, profile: Profile) -> float:
        """The share of the text's themes that the recommendation has, the rarer the heavier.

        A text with but one theme that many recommendations share is not thereby about this one.
        """
        total = sum(self._rarity(self.theme_counts.get(theme, 1)) for theme in sorted(text.themes))
        common = text.themes & profile.family.themes
        beside = _BESIDE if len(common) > 1 else _BESIDE_ALONE
        shared = sum(
            self._rarity(self.theme_counts[theme]) * (1.0 if theme in profile.own.themes else beside)
            for theme in sorted(common)
        )
        return shared / max(total, self._rarity(1)) if shared > 0 else 0.0

    def _rarity(self, count: int) -> float:
        return log((1 + len(self.profiles)) / count)


def _profile(advice: Advice, corpus: Corpus, vocabulary: Vocabulary, themes: Mapping[str, Themes]) -> Profile:
    family = [advice, *corpus.descendants(advice)]
    words = frozenset().union(*(vocabulary.words(one.mention.text) for one in family))
    about = frozenset().union(*(themes.get(one.id, frozenset()) for one in family))
    own = Text(vocabulary.words(advice.mention.text), themes.get(advice.id, frozenset()))
    return Profile(advice, own, Text(words, about))
