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


class LocalParty(_Strict):
    """A list that stands in one region or municipality only, from a year on."""

    name: str
    letter: str
    area: str
    since: int


class _PersonWords(_Strict):
    salutations: tuple[str, ...]
    before: tuple[str, ...]
    offices: dict[str, tuple[str, ...]]
    elected: tuple[str, ...]
    staff: tuple[str, ...]
    other: tuple[str, ...]
    whole: tuple[str, ...]
    particles: tuple[str, ...]
    formerly: tuple[str, ...]
    neutral: tuple[str, ...]


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
    heads: tuple[str, ...]
    adjectives: tuple[str, ...]
    split_areas: tuple[str, ...]
    people: _PersonWords
    elected_seats: tuple[str, ...]
    outside: tuple[str, ...]
    shared_short: dict[str, tuple[str, ...]]
    local_parties: tuple[LocalParty, ...]
    other_names: dict[str, str]
    trailing: tuple[str, ...]
    branches: tuple[str, ...]
    whole_country: tuple[str, ...]
    places: tuple[str, ...]
    authorities: tuple[str, ...]
    reasons: dict[str, str]


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
    heads: tuple[str, ...]
    adjectives: tuple[str, ...]
    split_areas: frozenset[str]
    salutations: frozenset[str]
    before_titles: frozenset[str]
    offices: Mapping[str, str]
    elected: frozenset[str]
    staff: tuple[str, ...]
    other_titles: tuple[str, ...]
    whole_titles: frozenset[str]
    particles: frozenset[str]
    formerly: frozenset[str]
    neutral: tuple[str, ...]
    outside: frozenset[str]
    elected_seats: frozenset[str]
    shared_short: Mapping[str, tuple[str, ...]]
    local_parties: tuple[LocalParty, ...]
    other_names_folded: Mapping[str, str]
    trailing: tuple[str, ...]
    branches: frozenset[str]
    whole_country: frozenset[str]
    places: frozenset[str]
    authorities: frozenset[str]
    reasons: Mapping[str, str]

    def office_of(self, title: str) -> str | None:
        """The office that the words of a title name: `tidligere forkvinde` is one of formand."""
        words = [_indefinite(word) for word in fold(title).split()]
        return next((self.offices[word] for word in words if word in self.offices), None)

    def is_elected(self, title: str) -> bool:
        """Whether a title is that of an elected politician."""
        return any(_indefinite(word) in self.elected for word in fold(title).split())

    def is_staff(self, title: str) -> bool:
        """Whether a title is that of somebody who works for an authority."""
        words = [_indefinite(word) for word in fold(title).split()]
        return any(word.endswith(self.staff) and word not in self.offices for word in words)

    def is_title(self, words: str) -> bool:
        """Whether words before or after a name are titles, offices or salutations and nothing else."""
        told = [_indefinite(word) for word in fold(words).split() if word not in self.before_titles]
        return bool(told) and all(self._titles(word) for word in told)

    def _titles(self, word: str) -> bool:
        known = word in self.offices or word in self.elected or word in self.salutations
        return known or word.endswith((*self.staff, *self.other_titles, "formand")) or word in self.whole_titles

    def parties_of(self, name: str, year: int | None, area: str | None) -> frozenset[str]:
        """The parties that a name or letter may mean in an area and year; one that nobody knows begins with `?`."""
        name = name.removeprefix("Liste ").removeprefix("liste ").rstrip(".")
        for local in self.local_parties:
            known = year is None or year >= local.since
            if fold(name) == fold(local.name) or (name == local.letter and area == local.area and known):
                return frozenset({local.name})
        party = self.party_of(name, year)
        if party is not None:
            return frozenset({party.name})
        return frozenset(self.shared_short.get(name, (f"?{fold(name)}",)))

    def kind_of(self, name: str) -> str | None:
        """The kind of an organisation by its name alone, or None."""
        if any(name == party.name for party in self.parties):
            return "parti"
        return next((words.kind for words in self.kinds if words.claims(name)), None)

    def is_known(self, name: str) -> bool:
        """Whether a name is that of an organisation known all over the country."""
        return any(fold(name) == fold(known) for words in self.kinds for known in words.names)

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
        heads=raw.heads,
        adjectives=raw.adjectives,
        split_areas=frozenset(raw.split_areas),
        salutations=_folded(raw.people.salutations),
        before_titles=_folded(raw.people.before),
        offices={fold(word): office for office, words in raw.people.offices.items() for word in words},
        elected=_folded(raw.people.elected),
        staff=raw.people.staff,
        other_titles=raw.people.other,
        whole_titles=_folded(raw.people.whole),
        particles=_folded(raw.people.particles),
        formerly=_folded(raw.people.formerly),
        neutral=raw.people.neutral,
        outside=_folded(raw.outside),
        elected_seats=_folded(raw.elected_seats),
        shared_short=raw.shared_short,
        local_parties=raw.local_parties,
        other_names_folded={fold(other): name for other, name in raw.other_names.items()},
        trailing=tuple(fold(word).replace(" ", "") for word in raw.trailing),
        branches=_folded(raw.branches),
        whole_country=_folded(raw.whole_country),
        places=_folded(raw.places),
        authorities=_folded(raw.authorities),
        reasons=raw.reasons,
    )


def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)


def _indefinite(word: str) -> str:
    """`formanden` → `formand`, `borgmesteren` → `borgmester`, `lederen` → `leder`."""
    return word.removesuffix("en") if len(word) > len("lederen") - 1 else word
