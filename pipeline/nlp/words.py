"""Words as a lexicon meets them: their dictionary forms, the parts of compounds, and words torn in two, whole."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

import simplemma

from pipeline.model.language import Token, Word
from pipeline.nlp.compounds import load_compounds

_LEAST_COMPOUND = 5
_DEEPEST = 4
# A bare letter or sign before a word is no part of it that a reader tore off.
_LEAST_TORN = 2
_JOINTS = "-–/"

_Parts = tuple[frozenset[str], frozenset[str], frozenset[str]]
"""What a compound begins with, what it ends in, all that it holds."""


def read_words(tokens: Iterable[Token], text: str) -> tuple[Word, ...]:
    """The words of a text in order; hyphens and slashes part words, other signs stay as words of their own."""
    said = (token for token in tokens if token.text.strip(_JOINTS) or not _joined(token, text))
    return tuple(word for token in said for word in _pieces(token, text))


def torn_words(words: Sequence[Word], text: str) -> Iterator[Word]:
    """What stands in two pieces for a reader of damaged text: `på rørende` is also `pårørende`."""
    for left, right in pairwise(words):
        apart = text[left.end : right.start] in (" ", "- ") and text[right.start].islower()
        if apart and len(left.form) >= _LEAST_TORN and _joins(left.form, right.form):
            form = left.form + right.form
            yield _word(left.start, right.end, form, "", right.pos)


def _joined(token: Token, text: str) -> bool:
    """Whether a hyphen or slash joins two words; a dash with spaces around it parts them."""
    return text[token.start - 1 : token.start].isalnum() and text[token.end : token.end + 1].isalnum()


def _pieces(token: Token, text: str) -> Iterator[Word]:
    """The words between the hyphens of a token, and a bare sign as it is; a whole token keeps its dictionary form."""
    if not token.text.strip(_JOINTS):
        yield _word(token.start, token.end, token.text, "", token.pos)
        return
    at, whole = token.start, text[token.start : token.end]
    ends = [n for n, sign in enumerate(whole) if sign in _JOINTS] + [len(whole)]
    start = 0
    for end in ends:
        piece = whole[start:end].lower()
        if piece:
            alone = len(piece) == len(whole)
            lemma = token.lemma.lower() if alone else ""
            yield _word(at + start, at + end, piece, lemma, token.pos)
        start = end + 1


def _word(start: int, end: int, form: str, seen: str, pos: str) -> Word:
    known = _dictionary_form(form)
    lemma = known if known != form else seen or form
    return Word(start, end, form, lemma, pos, _lemmas(form, seen), *_parts(form, seen))


@lru_cache(maxsize=100_000)
def _lemmas(form: str, seen: str) -> frozenset[str]:
    """The form itself, what the model takes for its dictionary form, and what the dictionary does."""
    found = {form, seen or form, _dictionary_form(form)}
    # The genitive of an adjective or a number is in no dictionary: unges trivsel.
    bare = form.removesuffix("s")
    return frozenset(found | ({_dictionary_form(bare)} if len(bare) >= _LEAST_TORN + 1 and _is_known(bare) else set()))


@lru_cache(maxsize=100_000)
def _parts(form: str, seen: str) -> _Parts:
    """What a compound begins with, ends in and holds; nothing for other words."""
    lemma = _dictionary_form(form)
    found = _split(lemma if lemma != form else seen or form, _DEEPEST)
    # A dictionary form that was only guessed may hide the parts that the form shows.
    return found if found[0] or _is_known(lemma) else _split(form, _DEEPEST)


def _split(word: str, depth: int) -> _Parts:
    none: frozenset[str] = frozenset()
    if depth == 0 or len(word) < _LEAST_COMPOUND or not word.isalpha():
        return none, none, none
    parts = load_compounds().split(word)
    if len(parts) < 2:
        return none, none, none
    before, after = _split(parts[0], depth - 1), _split(parts[1], depth - 1)
    firsts, lasts = _bare(parts[0]) | before[0], _lemmas(parts[1], "") | after[1]
    return firsts, lasts, firsts | lasts | _bare_all(before[2]) | before[2] | after[2]


def _bare(part: str) -> frozenset[str]:
    """A part in front with and without its linking letter: sundheds, sundhed; børne, børn, barn."""
    bare = {part.removesuffix("s"), part.removesuffix("e")} - {part, ""}
    return frozenset({part, *bare, *(_dictionary_form(form) for form in bare)})


def _bare_all(parts: frozenset[str]) -> frozenset[str]:
    return frozenset(form for part in parts for form in _bare(part))


@lru_cache(maxsize=100_000)
def _joins(left: str, right: str) -> bool:
    """Whether two pieces are one torn word: the second is none by itself, and together they are."""
    whole = left + right
    if not whole.isalpha() or _is_known(right):
        return False
    if _is_known(whole):
        return True
    first = load_compounds().split(whole)[0]
    return len(left) + _LEAST_TORN < len(first) < len(whole) and _is_known(first)


@lru_cache(maxsize=100_000)
def _dictionary_form(form: str) -> str:
    found: str = simplemma.lemmatize(form, lang="da").lower()
    return found


def _is_known(word: str) -> bool:
    return bool(simplemma.is_known(word, lang="da"))
