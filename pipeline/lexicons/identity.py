"""The lexicon of who is who: parties, kinds of organisation, names and versions: `identity.yaml`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel, ConfigDict, TypeAdapter, field_validator

from pipeline.errors import InvalidLexicon
from pipeline.lexicons.validated import parse_yaml
from pipeline.model.ids import fold

OrganisationKind = Literal["råd", "udvalg", "forening", "parti", "region", "kommune", "hospital", "myndighed", "andet"]


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Party(_Strict):
    """A party, its letter and the year from which letter and short forms mean it."""

    name: str
    letter: str | None = None
    since: int
    short: tuple[str, ...]


class KindWords(_Strict):
    """Names of organisations of a kind, by their start, the end of a word (unless another end), or whole."""

    id: str
    kind: OrganisationKind
    starts: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    names: tuple[str, ...] = ()

    def claims(self, name: str) -> bool:
        """Whether a name, any case, is one of this kind."""
        folded = fold(name)
        words = folded.split()
        return (
            any(words[:1] == [fold(start)] for start in self.starts)
            or any(word.endswith(self.endings) and not word.endswith(self.unless) for word in words)
            or any(folded == fold(known) for known in self.names)
        )


class VersionWords(_Strict):
    """Words of a paper's head and foot that say which version it is; `number` are regular expressions."""

    newer: tuple[str, ...]
    older: tuple[str, ...]
    number: tuple[str, ...]

    @field_validator("number")
    @classmethod
    def _compile(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for form in value:
            try:
                re.compile(form)
            except re.error as problem:
                raise ValueError(f"not a regular expression: {problem}") from problem
        return value


class _Identity(_Strict):
    parties: tuple[Party, ...]
    kinds: tuple[KindWords, ...]
    short_forms: dict[str, str]
    leading: tuple[str, ...]
    kept_before: tuple[str, ...]
    bare: tuple[str, ...]
    national: tuple[str, ...]
    regional: tuple[str, ...]
    versions: VersionWords


@dataclass(frozen=True)
class IdentityLexicon:
    """Parties, kinds of organisation, and words about names and versions; sets are folded."""

    parties: tuple[Party, ...]
    kinds: tuple[KindWords, ...]
    short_forms: Mapping[str, str]
    leading: frozenset[str]
    kept_before: frozenset[str]
    bare: frozenset[str]
    national: frozenset[str]
    regional: frozenset[str]
    versions: VersionWords

    def kind_of(self, name: str) -> str | None:
        """The kind of an organisation by its name alone, or None."""
        if any(name == party.name for party in self.parties):
            return "parti"
        return next((words.kind for words in self.kinds if words.claims(name)), None)

    def party_of(self, name: str, year: int | None) -> Party | None:
        """The party that a name, a short form, or in that year a letter means."""
        for party in self.parties:
            known = year is None or year >= party.since
            if fold(name) == fold(party.name):
                return party
            if known and (name == party.letter or any(fold(name) == fold(short) for short in party.short)):
                return party
        return None


def load_identity(texts: Mapping[str, str]) -> IdentityLexicon:
    """The lexicon from the texts of the lexicon files; `InvalidLexicon` when an entry does not hold."""
    name = "identity.yaml"
    raw = parse_yaml(texts[name], TypeAdapter(_Identity), name=name, error=InvalidLexicon)
    return IdentityLexicon(
        parties=raw.parties,
        kinds=raw.kinds,
        short_forms=raw.short_forms,
        leading=frozenset(fold(w) for w in raw.leading),
        kept_before=frozenset(fold(w) for w in raw.kept_before),
        bare=frozenset(fold(w) for w in raw.bare),
        national=frozenset(fold(w) for w in raw.national),
        regional=frozenset(fold(w) for w in raw.regional),
        versions=raw.versions,
    )
