"""What `resolve` makes of all papers together: who is who, which recommendation is which, which paper counts."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """A person; `aliases` are the other spellings met, sorted."""

    person_id: str
    name: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body, association, party, region, municipality, hospital or other authority."""

    organisation_id: str
    name: str
    aliases: tuple[str, ...]
    authority: str | None
    kind: str


@dataclass(frozen=True, slots=True)
class Recommendation:
    """A recommendation across papers; `first` is the mention that holds its earliest full text."""

    recommendation_id: str
    first: str
    mentions: tuple[str, ...]
    parents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """Of two papers about the same meeting or the same matter: `older` gives way to `newer`."""

    older: str
    newer: str
    reason: str


@dataclass(frozen=True, slots=True)
class Naming:
    """A name as written in a paper and the entity it means; with `finding_id`, what it means in that finding alone."""

    document_id: str
    name: str
    entity_id: str
    finding_id: str | None = None


@dataclass(frozen=True, slots=True)
class Merge:
    """Two ids of one thing: `old` gives way to `new` in every table."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Identity:
    """Why a name or a wording is taken for an entity, or may be another's.

    `entity_kind` is person, organisation or anbefaling; `state` is `samme` (joined) or `usikker` (kept apart; then
    `other_id` is the entity that may be meant too). `reason` is a Danish clause for a reader, `rule` names the rule.
    """

    entity_kind: str
    entity_id: str
    text: str
    other_id: str | None
    state: str
    reason: str
    rule: str


@dataclass(frozen=True, slots=True)
class Relation:
    """A later recommendation that is part of an older one (`splits`) or takes it in with others (`merges`)."""

    newer: str
    older: str
    relation: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Entities:
    """The registers of a corpus. `organisation_names` and `people_names` lead from names as written to ids.

    `meetings` and `items` tell which meetings and agenda items of different papers are one. `identities` says of each
    name and wording that was joined why, and of each that was not but could have been what spoke for it.
    """

    people: tuple[Person, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    versions: tuple[Version, ...] = ()
    people_names: tuple[Naming, ...] = ()
    organisation_names: tuple[Naming, ...] = ()
    meetings: tuple[Merge, ...] = ()
    items: tuple[Merge, ...] = ()
    identities: tuple[Identity, ...] = ()
    relations: tuple[Relation, ...] = ()

    def superseded(self) -> frozenset[str]:
        """The ids of the papers whose findings do not count, since a newer paper says the same."""
        return frozenset(version.older for version in self.versions)

    def person_ids(self) -> dict[tuple[str, str], str]:
        """From paper and name as written to the person's id; not of a name that means two people in the paper."""
        return {(n.document_id, n.name): n.entity_id for n in self.people_names if n.finding_id is None}

    def people_of_findings(self) -> dict[str, str]:
        """From a finding to the person it names, where the name means two people in the paper."""
        return {n.finding_id: n.entity_id for n in self.people_names if n.finding_id is not None}

    def organisation_ids(self) -> dict[tuple[str, str], str]:
        """From paper and name as written to the organisation's id."""
        return {(n.document_id, n.name): n.entity_id for n in self.organisation_names}

    def merged(self) -> dict[str, str]:
        """From an id of a meeting or item that gives way to the id that stays."""
        return {merge.old: merge.new for merge in (*self.meetings, *self.items)}
