"""Terms of a lexicon: a small grammar of words, their forms, compounds and letters, and where they stand in a text.

`hjemløs` the word in all its forms, `"unge"` this form only, `hjemløs+` compounds that begin with it too, `+plan` that
end in it, `+sundhed+` that hold it, `*løshed` letters, `(en|den)` one of several, `...` up to three words between.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from pipeline.model.language import Word

GAP = 3
"""How many words `...` may stand for at most."""
_WORD = r"\"[^\"\s]+\"|(?:\+?[^\s()|+*\"]+\+?|\*?[^\s()|+*\"]+\*?)(?![^\s()|])"
_STEP = re.compile(rf"(?P<gap>\.\.\.)|\((?P<several>(?:{_WORD})(?:\|(?:{_WORD}))*)\)|(?P<one>{_WORD})")
_LONG_CHOICE = re.compile(r"\([^()]*\w [^()]*\)")
_HYPHEN = re.compile(r"(?<=\w)-(?=\w)")


@dataclass(frozen=True, slots=True)
class Step:
    """What one word of a term may be: keys of words, or letters; `after` is how many words may stand before it."""

    keys: frozenset[str]
    letters: re.Pattern[str] | None
    after: int


@dataclass(frozen=True, slots=True)
class Term:
    """A term as written, and its steps; one with a choice of several words is as many terms, by `variant`."""

    source: str
    steps: tuple[Step, ...]
    variant: int = 0


@dataclass(frozen=True, slots=True)
class Hit:
    """A term where it stands: characters `start` up to `end`."""

    term: Term
    start: int
    end: int


@dataclass(frozen=True)
class Terms:
    """Terms with their first words indexed: what a text costs does not depend on how many there are."""

    terms: tuple[Term, ...]
    first: Mapping[str, tuple[Term, ...]]
    lettered: tuple[Term, ...]

    @classmethod
    def of(cls, terms: Iterable[Term]) -> "Terms":
        """The terms, ready to be looked for."""
        ordered = tuple(terms)
        first: dict[str, list[Term]] = defaultdict(list)
        for term in ordered:
            for key in term.steps[0].keys:
                first[key].append(term)
        lettered = tuple(term for term in ordered if term.steps[0].letters is not None)
        return cls(ordered, {key: tuple(found) for key, found in first.items()}, lettered)

    def find(self, words: Sequence[Word]) -> Iterator[Hit]:
        """Every place of every term, in reading order; overlapping ones too."""
        keys = [word_keys(word) for word in words]
        for n, word in enumerate(words):
            begun = {t for key in keys[n] for t in self.first.get(key, ())}
            begun |= {t for t in self.lettered if _spells(t.steps[0], word)}
            for term in sorted(begun, key=lambda t: (t.source, t.variant)):
                last = _follow(term.steps[1:], words, keys, n)
                if last is not None:
                    yield Hit(term, word.start, words[last].end)


def parse_terms(source: str) -> tuple[Term, ...]:
    """The term in its grammar, once for each choice of several words: `bygge (ud|i højden)` is two.

    `ValueError` says what is wrong with it.
    """
    text = _HYPHEN.sub(" ", source.strip().lower())
    choices = [
        [part] if not _LONG_CHOICE.fullmatch(part) else part[1:-1].split("|")
        for part in re.split(r"(\([^()]*\))", text)
    ]
    return tuple(_parse(source, "".join(chosen), n) for n, chosen in enumerate(product(*choices)))


def _parse(source: str, text: str, variant: int) -> Term:
    steps: list[Step] = []
    at, gap = 0, 0
    while at < len(text):
        match = _STEP.match(text, at)
        if match is None or (match.end() < len(text) and text[match.end()] != " "):
            raise ValueError(f"expected words, +compounds+, *letters*, (one|of|several) or ..., found {source!r}")
        if match["gap"]:
            gap = GAP
        else:
            steps.append(_step((match["several"] or match["one"]).split("|"), gap))
            gap = 0
        at = match.end() + 1
    if not steps or steps[0].after or gap:
        raise ValueError(f"expected a term to begin and end with a word, found {source!r}")
    return Term(source, tuple(steps), variant)


def word_keys(word: Word) -> frozenset[str]:
    """By what keys a word may be asked for: its form (=), its lemmas, and its parts (first +, last -, any *)."""
    keys = {f"={word.form}", *word.lemmas}
    keys |= {f"{sign}{lemma}" for lemma in word.lemmas for sign in "+-*"}
    keys |= {f"+{form}" for form in word.firsts} | {f"-{form}" for form in word.lasts}
    return frozenset(keys | {f"*{form}" for form in word.inner})


def _step(alternatives: Sequence[str], after: int) -> Step:
    letters = [one for one in alternatives if "*" in one]
    pattern = "|".join(re.escape(one).replace(r"\*", r".*") for one in letters)
    keys = frozenset(_key(one) for one in alternatives if "*" not in one)
    return Step(keys, re.compile(pattern) if letters else None, after)


def _key(word: str) -> str:
    if word.startswith('"'):
        return f"={word.strip(chr(34))}"
    if word.startswith("+") and word.endswith("+"):
        return f"*{word.strip('+')}"
    if word.endswith("+"):
        return f"+{word[:-1]}"
    return f"-{word[1:]}" if word.startswith("+") else word


def _follow(steps: Sequence[Step], words: Sequence[Word], keys: Sequence[frozenset[str]], at: int) -> int | None:
    """The place of the last word when the steps follow, the nearest first; None when they do not."""
    if not steps:
        return at
    for n in range(at + 1, min(at + 2 + steps[0].after, len(words))):
        if steps[0].keys & keys[n] or _spells(steps[0], words[n]):
            last = _follow(steps[1:], words, keys, n)
            if last is not None:
                return last
        if not words[n].form[:1].isalnum():
            return None
    return None


def _spells(step: Step, word: Word) -> bool:
    return step.letters is not None and step.letters.fullmatch(word.form) is not None
