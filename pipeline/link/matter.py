"""What a text says of the matter of each recommendation: rare words that both have, in all forms and compounds."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log

import simplemma

from pipeline.link.corpus import Advice, Corpus
from pipeline.model.structure import PaperKind
from pipeline.nlp.compounds import load_compounds
from pipeline.nlp.lemmas import load_lexicon

_WORD = re.compile(r"[a-zæøåéüö]+(?:-[a-zæøåéüö]+)*|(?<![\d.,])\d{1,3}(?![\d.,]*\d)")
_NAME = re.compile(r"(?<=[a-zæøå,] )[A-ZÆØÅ][a-zæøåéü]+(?:-[A-ZÆØÅ][a-zæøåéü]+)?\b")
"""A name within a sentence: it tells who or where, not what."""
_ENDINGS = ("erne", "elser", "else", "inger", "ing", "ende", "ene", "ere", "er", "en", "et", "e")
_SHORTEST_STEM, _SHORTEST_PART, _PREFIX = 4, 3, 6
_NEAR = 0.65
"""Words that begin alike are related only where the shorter is so much of the longer."""
# What words that only begin alike, or share a part of a compound, count of a whole word.
_BEGINNING, _HEAD, _FRONT, _BOTH_COMPOUNDS = 0.7, 0.55, 0.5, 0.3
_COMPOUND = 1.25
_MOST = 5
_FEW_PASSAGES = 50
"""Fewer passages do not tell which words are common."""
_HEARD, _HEAVY, _TELLING = 0.15, 0.45, 0.9
"""From which weight a word counts at all, is heavy, and tells enough alone."""
# What a word counts that stands only in an elaboration or the heading; a verb or an adjective; a number.
_ELABORATION, _NO_NOUN, _NUMBER = 0.7, 0.7, 0.5


@dataclass(frozen=True, slots=True)
class Term:
    """A word by its stem, and the stems of its parts where it is a compound."""

    stem: str
    parts: tuple[str, ...]
    value: float


Terms = frozenset[Term]


@lru_cache(maxsize=200_000)
def term_of(word: str) -> Term:
    """The term of a word in small letters."""
    if word.isdigit():
        return Term(word, (), _NUMBER)
    known = load_lexicon()
    lemma = known.get((word, "NOUN")) or simplemma.lemmatize(word, lang="da").casefold()
    classes = {pos for pos in ("NOUN", "PROPN", "VERB", "ADJ", "ADV") if (word, pos) in known or (lemma, pos) in known}
    value = _NO_NOUN if classes and not classes & {"NOUN", "PROPN"} else 1.0
    parts = load_compounds().split(lemma) if value == 1.0 else ()
    return Term(_stem(lemma), tuple(_stem(_unlinked(p)) for p in parts) if len(parts) > 1 else (), value)


def _unlinked(part: str) -> str:
    return part[:-1] if part.endswith("s") and len(part) > _SHORTEST_STEM else part


@lru_cache(maxsize=200_000)
def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            word = word.removesuffix(ending)
            break
    return word[:-1] if len(word) > _SHORTEST_STEM and word[-1] == word[-2] else word


@lru_cache(maxsize=400_000)
def sameness(one: Term, other: Term) -> float:
    """How far two words are the same, 0..1."""
    if one.stem == other.stem:
        return 1.0
    if one.stem.isdigit() or other.stem.isdigit():
        return 0.0
    short, long = sorted((len(one.stem), len(other.stem)))
    if short >= _PREFIX and short >= _NEAR * long and one.stem[:_PREFIX] == other.stem[:_PREFIX]:
        return _BEGINNING
    return max(_within(one, other), _within(other, one), _shared_part(one, other))


def _within(part: Term, whole: Term) -> float:
    if len(part.stem) < _SHORTEST_PART or not whole.parts:
        return 0.0
    return _HEAD if whole.parts[-1] == part.stem else _FRONT if part.stem in whole.parts else 0.0


def _shared_part(one: Term, other: Term) -> float:
    shared = [p for p in one.parts if p in other.parts and len(p) >= _SHORTEST_PART]
    return _BOTH_COMPOUNDS if shared else 0.0


@dataclass(frozen=True, slots=True)
class Matter:
    """A recommendation by the words of it and its elaborations, each with what it counts."""

    advice: Advice
    terms: Mapping[Term, float]


@dataclass(frozen=True, slots=True)
class Shared:
    """What a text shares with a recommendation: the weight of it, and the words of the text, heaviest first."""

    score: float
    words: tuple[str, ...]
    whole: int
    heaviest: tuple[float, ...] = ()

    @property
    def sure(self) -> bool:
        """Whether it stands on two heavy words, or one that tells enough alone: many light ones make no matter."""
        first, second = (*self.heaviest, 0.0, 0.0)[:2]
        return first >= _TELLING or second >= _HEAVY

    @property
    def reason(self) -> str:
        """In words, for a link."""
        return f"fælles ord: {', '.join(self.words[:3])}" if self.words else "beslægtede ord"


@dataclass(frozen=True)
class Matters:
    """The recommendations of a corpus, by the paper they stand in, and how common each word is."""

    silence: Callable[[str], bool]
    passages: int
    counts: Mapping[str, int]
    by_paper: Mapping[str, Sequence[Matter]]

    @classmethod
    def of(cls, corpus: Corpus) -> "Matters":
        """The words of each top recommendation, and in how many passages each word stands."""
        silence = _silence(corpus)
        counts: Counter[str] = Counter()
        passages = 0
        for paper in corpus.papers:
            # In the papers of advice its words stand again and again; how few of the advice share them is told apart.
            if paper.structure.front.kind is PaperKind.RECOMMENDATIONS:
                continue
            for passage in paper.document.body():
                passages += 1
                counts.update({term.stem for term in _terms(passage.text, silence).values()})
        found: dict[str, list[Matter]] = defaultdict(list)
        for advice in corpus.advice:
            if advice.top:
                found[advice.document_id].append(Matter(advice, _own(corpus, advice, silence)))
        return cls(silence, passages, counts, found)

    def terms(self, text: str) -> dict[str, Term]:
        """The words of a text that may tell what it is about."""
        return _terms(text, self.silence)

    def shared(self, text: Mapping[str, Term], matters: Sequence[Matter], *, but: Iterable[str] = ()) -> list[Shared]:
        """For each recommendation of a paper what the text shares with it; what few of them have weighs more."""
        skipped = frozenset(but)
        rows: list[dict[Term, tuple[float, str]]] = [{} for _ in matters]
        wholes = [0] * len(matters)
        for word, term in sorted(text.items()):
            if word in skipped:
                continue
            fits = [_best(term, matter) for matter in matters]
            rarity, best = _rarity(sum(fit[0] for fit in fits), len(matters)), max(fit[0] for fit in fits)
            for n, (sure, own) in enumerate(fits):
                if own is None:
                    continue
                # A word that is another recommendation's own says little of one that has but a part of it.
                weight = sure * (sure / best) * rarity * self._weight(term, own, sure)
                # A word of the recommendation counts once, however often the text comes back to it.
                if weight >= _HEARD and weight > rows[n].get(own, (0.0, ""))[0]:
                    rows[n][own] = (weight, word)
                    wholes[n] += sure >= _ELABORATION and term.value == 1.0
        return [_shared(row, whole) for row, whole in zip(rows, wholes, strict=True)]

    def _weight(self, term: Term, own: Term, sure: float) -> float:
        """1 for a word that stands once, 0 for one that stands everywhere; a whole compound is told by chance least."""
        if sure < _BEGINNING:
            return min(self._common(term), self._common(own))
        return self._common(term) * (_COMPOUND if term.parts and term.stem == own.stem else 1.0)

    def _common(self, term: Term) -> float:
        seen = max(1, self.counts.get(term.stem, 1))
        passages = max(_FEW_PASSAGES, self.passages)
        return term.value * max(0.0, log((1 + passages) / seen) / log(1 + passages))


def _shared(row: Mapping[Term, tuple[float, str]], whole: int) -> Shared:
    found = sorted(row.values(), key=lambda f: (-f[0], f[1]))
    heaviest = tuple(score for score, _ in found[:2])
    return Shared(round(sum(score for score, _ in found[:_MOST]), 3), tuple(word for _, word in found), whole, heaviest)


def _rarity(held: float, size: int) -> float:
    return max(0.0, log((1 + size) / max(1.0, held)) / log(1 + size))


def _best(term: Term, matter: Matter) -> tuple[float, Term | None]:
    found = max(
        ((sameness(term, own) * value, own.stem, own) for own, value in matter.terms.items()),
        default=None,
        key=lambda f: (f[0], f[1]),
    )
    return (0.0, None) if found is None or found[0] == 0 else (found[0], found[2])


def _silence(corpus: Corpus) -> Callable[[str], bool]:
    """Whether a word tells nothing of the matter: words of meetings and money, and the names of places and bodies."""
    issuers = {a.issuer for a in corpus.advice if a.issuer is not None}
    names = (corpus.organisations[issuer].name for issuer in sorted(issuers))
    # The field in a body's own name says little among what it advises; as a part of a compound it may.
    own = {form for name in names for word in _WORD.findall(name.casefold()) for form in (word, f"{word}s")}
    places = {p.structure.front.authority or "" for p in corpus.papers}
    own |= {form for place in places for word in _WORD.findall(place.casefold()) for form in (word, f"{word}s")}
    silent = corpus.context.lexicons.silent_words

    @lru_cache(maxsize=200_000)
    def is_silent(word: str) -> bool:
        lemma = simplemma.lemmatize(word, lang="da").casefold()
        return word in own or not silent.isdisjoint((word, lemma)) or corpus.book.holds("matterless", word)

    return is_silent


def _terms(text: str, silence: Callable[[str], bool]) -> dict[str, Term]:
    words = {word for word in _WORD.findall(_NAME.sub(" ", text).casefold()) if len(word) > 1 or word.isdigit()}
    return {word: term_of(word) for word in sorted(words) if not silence(word)}


def _own(corpus: Corpus, advice: Advice, silence: Callable[[str], bool]) -> dict[Term, float]:
    found = dict.fromkeys(_terms(advice.mention.text, silence).values(), 1.0)
    texts = [child.mention.text for child in corpus.descendants(advice)]
    for term in (t for text in (*texts, *corpus.chapters(advice)) for t in _terms(text, silence).values()):
        found.setdefault(term, _ELABORATION)
    return found


@dataclass(frozen=True)
class Touch:
    """Whether a clause speaks of the matter of a recommendation at all."""

    silence: Callable[[str], bool]
    terms: Mapping[str, Sequence[Term]]

    @classmethod
    def of(cls, corpus: Corpus) -> "Touch":
        """The words of each recommendation by its id."""
        silence = _silence(corpus)
        return cls(silence, {a.id: tuple(_own(corpus, a, silence)) for a in corpus.advice if a.top})

    def holds(self, clause: str, advice: Advice) -> bool:
        """Whether one word of the clause is a word of the recommendation, or a part of one."""
        words = _terms(clause, self.silence).values()
        return any(sameness(word, own) >= _FRONT for word in words for own in self.terms[advice.id])
