"""What `link` lays between findings: links, what became of each recommendation, and contradictions."""

from dataclasses import dataclass

from pipeline.model.place import Proof


@dataclass(frozen=True, slots=True)
class LocatedProof:
    """A proof and the paper it stands in."""

    document_id: str
    proof: Proof


@dataclass(frozen=True, slots=True)
class Link:
    """A relation between two findings; `fact` false is a candidate under the threshold."""

    link_id: str
    source_kind: str
    source_id: str
    relation: str
    target_kind: str
    target_id: str
    score: float
    fact: bool
    reference: str | None
    method: str
    reason: str
    source_proof: LocatedProof
    target_proof: LocatedProof


@dataclass(frozen=True, slots=True)
class StatusEvent:
    """Something that happened to a recommendation."""

    event_id: str
    recommendation_id: str
    date: str | None
    body: str | None
    actor_role: str
    what: str
    basis: str
    reference: str
    decision_id: str | None
    located: LocatedProof


@dataclass(frozen=True, slots=True)
class Status:
    """How far a recommendation has come on a day, and where that was looked for."""

    status_id: str
    recommendation_id: str
    as_of: str
    status: str
    since: str | None
    follow_up: str
    searched: tuple[str, ...]
    missing: tuple[str, ...]
    own_follow_up: str | None
    due: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two values that contradict each other; shown, never settled silently."""

    conflict_id: str
    about: str
    left: str
    left_proof: LocatedProof
    right: str
    right_proof: LocatedProof


@dataclass(frozen=True, slots=True)
class Target:
    """The paper, meeting or item a reference points to; `finding_id` is the reference's id."""

    finding_id: str
    target_id: str


@dataclass(frozen=True, slots=True)
class Expectation:
    """Whether an expected paper is among those read: state `læst mangler`."""

    expected_id: str
    state: str
    document_id: str | None


@dataclass(frozen=True, slots=True)
class CommitmentState:
    """What became of an agreement: state `åben lukket overskredet kan ikke afgøres`."""

    commitment_id: str
    state: str
    closed_by: str | None


@dataclass(frozen=True, slots=True)
class DutyState:
    """Whether the papers show that a duty was met: state `opfyldt`, `kan ikke afgøres`."""

    duty_id: str
    state: str
    last_evidence: str | None


@dataclass(frozen=True, slots=True)
class Trail:
    """Everything `link` finds over a corpus."""

    links: tuple[Link, ...] = ()
    status_events: tuple[StatusEvent, ...] = ()
    statuses: tuple[Status, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    targets: tuple[Target, ...] = ()
    expectations: tuple[Expectation, ...] = ()
    commitments: tuple[CommitmentState, ...] = ()
    duties: tuple[DutyState, ...] = ()
