"""Whether the words of a taxonomy do anything: terms that another one covers, and terms of two themes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from pipeline.lexicons.terms import Step, Term, Terms
from pipeline.lexicons.themes import Taxonomy, ThemeTerms
from pipeline.model.language import Word

_NONE: frozenset[str] = frozenset()
# Stands for the rest of a compound, of which nothing is known.
_REST = "\u25e6"


@dataclass(frozen=True, slots=True)
class Doubt:
    """A term of a theme and what is the matter with it: `kind` is dækket, spærret or fælles; `by` names the other."""

    kind: str
    theme_id: str
    term: str
    by: str


def check_taxonomy(taxonomy: Taxonomy) -> list[Doubt]:
    """Terms that add nothing to another of their theme, that `never` blocks, and that two themes share."""
    found = [doubt for theme in taxonomy.terms for doubt in (*_covered(theme), *_blocked(theme))]
    return found + list(_shared(taxonomy.terms))


def _covered(theme: ThemeTerms) -> Iterator[Doubt]:
    """A strong term that another strong one finds anyway; a weak one that a strong or another weak one does."""
    for term in theme.strong.terms:
        for other in _finds_all(theme.strong, term):
            yield Doubt("dækket", theme.theme_id, term.source, other)
    for term in theme.weak.terms:
        for other in (*_finds_all(theme.strong, term), *_finds_all(theme.weak, term)):
            yield Doubt("dækket", theme.theme_id, term.source, other)


def _blocked(theme: ThemeTerms) -> Iterator[Doubt]:
    for term in (*theme.strong.terms, *theme.weak.terms):
        for other in _finds_all(theme.never, term):
            yield Doubt("spærret", theme.theme_id, term.source, other)


def _shared(themes: Sequence[ThemeTerms]) -> Iterator[Doubt]:
    """Strong terms of two themes that find the very same."""
    for n, theme in enumerate(themes):
        for other in themes[n + 1 :]:
            for term in theme.strong.terms:
                for source in _finds_all(other.strong, term, itself=True):
                    twin = next(t for t in other.strong.terms if t.source == source)
                    if term.source in _finds_all(theme.strong, twin, itself=True):
                        yield Doubt("fælles", theme.theme_id, term.source, f"{other.theme_id}: {source}")


def _finds_all(terms: Terms, term: Term, *, itself: bool = False) -> list[str]:
    """The terms that find something wherever this one does."""
    texts = [{hit.term.source for hit in terms.find(words)} for words in _examples(term)]
    found = set.intersection(*texts) if texts else set()
    return sorted(found if itself else found - {term.source})


def _examples(term: Term) -> Iterator[list[Word]]:
    """Words that the term finds, one list for each thing it may be; what `...` stands for is left out."""
    for chosen in product(*(list(_words_of(step)) for step in term.steps)):
        yield list(_placed(chosen))


def _placed(words: Iterable[Word]) -> Iterator[Word]:
    for n, w in enumerate(words):
        yield Word(n, n + 1, w.form, w.lemma, w.pos, w.lemmas, w.firsts, w.lasts, w.inner)


def _words_of(step: Step) -> Iterator[Word]:
    """What may stand there: the word itself, and for a compound what it begins with, ends in or holds."""
    for key in sorted(step.keys):
        sign, word = (key[0], key[1:]) if key[0] in "=+-*" else ("", key)
        own = frozenset({word})
        yield _word(word, _NONE if sign == "=" else own)
        if sign in ("+", "*") and sign:
            yield _word(f"{word}{_REST}", _NONE, firsts=own, inner=own)
        if sign in ("-", "*") and sign:
            yield _word(f"{_REST}{word}", _NONE, lasts=own, inner=own)
        if sign == "*":
            yield _word(f"{_REST}{word}{_REST}", _NONE, inner=own)
    if step.letters is not None:
        for pattern in step.letters.pattern.split("|"):
            yield _word(pattern.replace(".*", _REST), _NONE)


def _word(
    form: str, lemmas: frozenset[str], *, firsts: frozenset[str] = _NONE, lasts: frozenset[str] = _NONE,
    inner: frozenset[str] = _NONE,
) -> Word:  # fmt: skip
    return Word(0, 0, form, form, "", lemmas | {form}, firsts, lasts, inner)
