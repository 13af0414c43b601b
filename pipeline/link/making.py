"""A link with its id."""

from dataclasses import dataclass

from pipeline.model.ids import digest
from pipeline.model.trail import Link, LocatedProof


@dataclass(frozen=True, slots=True)
class End:
    """One end of a link: the kind of finding, its id and its place."""

    kind: str
    id: str
    located: LocatedProof


@dataclass(frozen=True, slots=True)
class Ground:
    """Why a link is held to be one. `fact` false: a candidate."""

    score: float
    fact: bool
    method: str
    reason: str
    reference: str | None = None


def make_link(source: End, relation: str, target: End, ground: Ground) -> Link:
    """The link; its id comes from its ends and what it says."""
    return Link(
        link_id=digest("links", source.id, relation, target.id),
        source_kind=source.kind,
        source_id=source.id,
        relation=relation,
        target_kind=target.kind,
        target_id=target.id,
        score=round(ground.score, 3),
        fact=ground.fact,
        reference=ground.reference,
        method=ground.method,
        reason=ground.reason,
        source_proof=source.located,
        target_proof=target.located,
    )
