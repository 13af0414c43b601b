"""The two sides of a contradiction, and the contradiction they make."""

from dataclasses import dataclass

from pipeline.model.ids import digest
from pipeline.model.place import Proof
from pipeline.model.trail import Conflict, LocatedProof


@dataclass(frozen=True, slots=True)
class Side:
    """A value and where it stands."""

    value: str
    located: LocatedProof


def side(value: str, document_id: str, proof: Proof) -> Side:
    """The side from a value, its paper and its proof there."""
    return Side(value, LocatedProof(document_id, proof))


def conflict(about: str, left: Side, right: Side) -> Conflict:
    """The contradiction; its id comes from what it is about, the values and their places."""
    places = (left.located.proof.span, right.located.proof.span)
    parts = [f"{span.passage_id} {span.start} {span.end}" for span in places]
    key = digest("conflicts", about, left.value, right.value, *parts)
    return Conflict(key, about, left.value, left.located, right.value, right.located)
