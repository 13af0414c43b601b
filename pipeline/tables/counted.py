"""The findings that count: those of papers no newer paper takes the place of."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from pipeline.model.entities import Entities
from pipeline.model.findings import Findings
from pipeline.tables.places import Places

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Counted:
    """Findings of the papers that count, with the registers that lead from names to ids."""

    findings: Sequence[Findings]
    places: Places
    people: Mapping[tuple[str, str], str]
    people_of_findings: Mapping[str, str]
    organisations: Mapping[tuple[str, str], str]
    merged: Mapping[str, str]

    @classmethod
    def of(cls, findings: Sequence[Findings], entities: Entities, places: Places) -> "Counted":
        """The findings less those of superseded papers, sorted by paper."""
        gone = entities.superseded()
        kept = sorted((f for f in findings if f.document_id not in gone), key=lambda f: f.document_id)
        return cls(kept, places, *_registers(entities))

    def each(self, kind: Callable[[Findings], Sequence[T]]) -> Iterator[tuple[str, T]]:
        """Every finding of a kind, with its paper."""
        for findings in self.findings:
            for finding in kind(findings):
                yield findings.document_id, finding

    def person_id(self, document_id: str, name: str, finding_id: str | None = None) -> str | None:
        """The person a name means in a paper, or in this finding where it means two in the paper."""
        own = None if finding_id is None else self.people_of_findings.get(finding_id)
        return own or self.people.get((document_id, name))

    def organisation_id(self, document_id: str, name: str | None) -> str | None:
        """The organisation a name means in a paper."""
        return None if name is None else self.organisations.get((document_id, name))

    def merged_id(self, old: str | None) -> str | None:
        """The id that stays, of a meeting or item."""
        return None if old is None else self.merged.get(old, old)


def _registers(
    entities: Entities,
) -> tuple[Mapping[tuple[str, str], str], Mapping[str, str], Mapping[tuple[str, str], str], Mapping[str, str]]:
    """People by name and by finding, organisations, and merged ids."""
    return entities.person_ids(), entities.people_of_findings(), entities.organisation_ids(), entities.merged()
