"""The lexicon of the paper's head: `front.yaml`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, TypeAdapter, field_validator

from pipeline.errors import InvalidLexicon
from pipeline.lexicons.validated import parse_yaml
from pipeline.model.ids import fold
from pipeline.model.structure import PaperKind


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class KindRule(_Strict):
    """Words that name a kind of paper."""

    id: str
    kind: PaperKind
    words: tuple[str, ...]


class NumberForm(_Strict):
    """The form of a case number, a regular expression."""

    id: str
    form: str
    issuer: str | None = None

    @field_validator("form")
    @classmethod
    def _compiles(cls, value: str) -> str:
        try:
            re.compile(value)
        except re.error as problem:
            raise ValueError(f"not a regular expression: {problem}") from problem
        return value


class _Labels(_Strict):
    body: tuple[str, ...]
    date: tuple[str, ...]
    start: tuple[str, ...]
    end: tuple[str, ...]
    place: tuple[str, ...]
    number: tuple[str, ...]
    document_number: tuple[str, ...]


class _Bodies(_Strict):
    endings: tuple[str, ...]
    names: tuple[str, ...]
    elected: tuple[str, ...]
    never: tuple[str, ...]


class _Words(_Strict):
    decided: tuple[str, ...]
    adopted: tuple[str, ...]
    published: tuple[str, ...]
    places: tuple[str, ...]
    ended: tuple[str, ...]
    cancelled: tuple[str, ...]
    closed: tuple[str, ...]
    item_words: tuple[str, ...]
    bare_kinds: tuple[str, ...]


class _Front(_Strict):
    kinds: tuple[KindRule, ...]
    labels: _Labels
    case_numbers: tuple[NumberForm, ...]
    labelled_numbers: tuple[NumberForm, ...]
    bodies: _Bodies
    regions: dict[str, tuple[str, ...]]
    seats: dict[str, tuple[str, ...]]
    spellings: dict[str, str]
    full_names: dict[str, str]
    words: _Words


@dataclass(frozen=True)
class HeadWords:
    """The words of heads and texts as patterns that ignore case; `item_head` has the groups word, number, title."""

    decided: re.Pattern[str]
    adopted: re.Pattern[str]
    published: re.Pattern[str]
    places: re.Pattern[str]
    ended: re.Pattern[str]
    cancelled: re.Pattern[str]
    closed: re.Pattern[str]
    item_head: re.Pattern[str]
    bare_kinds: frozenset[str]


@dataclass(frozen=True)
class FrontLexicon:
    """Kinds of paper, labels of the head, bodies, areas and case numbers. Labels are folded."""

    kinds: tuple[KindRule, ...]
    labels: Mapping[str, frozenset[str]]
    case_numbers: tuple[NumberForm, ...]
    labelled_numbers: tuple[NumberForm, ...]
    body_endings: tuple[str, ...]
    body_names: tuple[str, ...]
    elected_bodies: tuple[str, ...]
    never_bodies: frozenset[str]
    regions: Mapping[str, tuple[str, ...]]
    seats: Mapping[str, tuple[str, ...]]
    spellings: Mapping[str, str]
    full_names: Mapping[str, str]
    words: HeadWords

    def region_of(self, municipality: str) -> str | None:
        """The region a municipality lies in, or None for a name that is no municipality."""
        plain = self.spellings.get(municipality, municipality)
        return next((region for region, names in self.regions.items() if plain in names), None)

    def full_name(self, municipality: str) -> str:
        """`Aarhus` → `Aarhus Kommune`, in the spelling of today."""
        plain = self.spellings.get(municipality, municipality)
        return self.full_names.get(plain, f"{plain} Kommune")

    @property
    def municipalities(self) -> tuple[str, ...]:
        """The plain names of the municipalities and their other spellings, longest first."""
        names = {n for names in self.regions.values() for n in names} | set(self.spellings)
        return tuple(sorted(names, key=lambda n: (-len(n), n)))


def _head_words(words: _Words) -> HeadWords:
    return HeadWords(
        decided=_any_of(words.decided),
        adopted=_any_of(words.adopted),
        published=_any_of(words.published),
        places=_any_of(words.places),
        ended=_any_of(words.ended),
        cancelled=_any_of(words.cancelled),
        closed=_any_of(words.closed),
        item_head=_item_head(words.item_words),
        bare_kinds=frozenset(words.bare_kinds),
    )


def _item_head(words: tuple[str, ...]) -> re.Pattern[str]:
    """`Punkt 3: …`, `Sag nr. 24`, `Nr.178 - …`: the words are regular expressions, the longest first."""
    listed = "|".join(sorted(words, key=lambda w: (-len(w), w))).replace(" ", r"\s+")
    number = r"(?P<number>\d{1,4}(?:\.\d{1,2})*[a-z]?)"
    return re.compile(rf"(?P<word>{listed})\s?{number}(?!\d)\s*(?P<mark>(?:[.:)–-]\s*)*)(?P<title>.*)$", re.IGNORECASE)


def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the words, whole; a star at an end stands for any letters there."""
    listed = (re.escape(w).replace(r"\*", r"\w*") for w in sorted(words, key=lambda w: (-len(w), w)))
    return re.compile(rf"\b(?:{'|'.join(listed)})\b", re.IGNORECASE)


def load_front(texts: Mapping[str, str]) -> FrontLexicon:
    """The lexicon from the texts of the lexicon files; `InvalidLexicon` when an entry does not hold."""
    raw = parse_yaml(texts["front.yaml"], TypeAdapter(_Front), name="front.yaml", error=InvalidLexicon)
    return FrontLexicon(
        kinds=raw.kinds,
        labels={key: frozenset(fold(w) for w in words) for key, words in raw.labels},
        case_numbers=raw.case_numbers,
        labelled_numbers=raw.labelled_numbers,
        body_endings=raw.bodies.endings,
        body_names=raw.bodies.names,
        elected_bodies=raw.bodies.elected,
        never_bodies=frozenset(fold(w) for w in raw.bodies.never),
        regions=raw.regions,
        seats=raw.seats,
        spellings=raw.spellings,
        full_names=raw.full_names,
        words=_head_words(raw.words),
    )
