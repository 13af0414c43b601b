"""What no rule and no theme claimed: where the lexicons should grow."""

from dataclasses import dataclass

from pipeline.model.place import Proof


@dataclass(frozen=True, slots=True)
class UnclaimedSentence:
    """A sentence with a verb (`kind`: anbefaler beslutter fortæller) that no rule claimed.

    `form` is the verb as it stands, with the words that go with it.
    """

    id: str
    kind: str
    form: str
    proof: Proof


@dataclass(frozen=True, slots=True)
class UnclaimedTerm:
    """A noun in its dictionary form that no theme claims: in how many different passages, and the first place."""

    id: str
    term: str
    passages: int
    proof: Proof
