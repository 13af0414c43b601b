"""What is asked of the language model and what it says of a text, as plain values."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """Forms with their full stop, in small letters: `inside` never ends a sentence, `either` does before a capital.

    `words` are those that are words too.
    """

    inside: frozenset[str]
    either: frozenset[str]
    words: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Token:
    """A word or sign, with its dictionary form, its UPOS part of speech and its features (`Tense=Past|…`)."""

    start: int
    end: int
    text: str
    lemma: str
    pos: str
    morph: str


@dataclass(frozen=True, slots=True)
class Word:
    """A word as a lexicon meets it, in small letters; `lemmas` holds its form and its dictionary forms, `lemma` one.

    `pos` is its UPOS part of speech, empty where it is not known. Of a compound, `firsts` are what it begins with,
    `lasts` what it ends in, and `inner` all that it holds, each in the forms it may be known by: `sygehusplan`
    begins with syg and sygehus, ends in plan, and holds hus.
    """

    start: int
    end: int
    form: str
    lemma: str
    pos: str
    lemmas: frozenset[str]
    firsts: frozenset[str]
    lasts: frozenset[str]
    inner: frozenset[str]


@dataclass(frozen=True, slots=True)
class SentenceSpan:
    """A sentence: characters `start` up to, not including, `end`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class NamedSpan:
    """A name in the text; `label` is PER, LOC, ORG or MISC."""

    start: int
    end: int
    text: str
    label: str
