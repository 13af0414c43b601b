"""What `extract` finds in one paper. Every finding has an id, and a proof on the page.

Names and bodies are as written; `resolve` tells who is who. Dates are EDTF. Unknown is None.
"""

from dataclasses import dataclass

from pipeline.model.place import Proof
from pipeline.model.unclaimed import UnclaimedSentence, UnclaimedTerm


@dataclass(frozen=True, slots=True)
class EntityMention:
    """A person, organisation or place named in the text; `role` is the title or office as written."""

    id: str
    entity_kind: str
    text: str
    role: str | None
    proof: Proof


@dataclass(frozen=True, slots=True)
class Membership:
    """A seat held in the body the paper is about; dates only from words about this person."""

    id: str
    person: str
    organisation: str | None
    party: str | None
    role: str
    seat: str | None
    term_start: str | None
    term_end: str | None
    as_of: str | None
    body: str | None
    proof: Proof


@dataclass(frozen=True, slots=True)
class Seat:
    """A place in a body that an organisation fills, or that is vacant."""

    id: str
    body: str | None
    organisation: str | None
    number: int | None
    vacant: bool
    appointed_by: str | None
    proof: Proof


@dataclass(frozen=True, slots=True)
class Attendance:
    """Whether a person was there; `item_id` None means the whole meeting."""

    id: str
    meeting_id: str | None
    person: str
    capacity: str
    status: str
    agenda_item: str | None
    item_id: str | None
    proof: Proof


@dataclass(frozen=True, slots=True)
class Proposal:
    """A point of an *indstilling*: what the meeting is asked to decide."""

    id: str
    agenda_item: str | None
    item_id: str | None
    number: str | None
    text: str
    proof: Proof


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts in a decision: kind `råd forening medlem administration organisation`, id or name as written."""

    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class Vote:
    """How one person or party voted: `for imod undlod`."""

    id: str
    decision_id: str
    voter_kind: str
    voter: str
    vote: str


@dataclass(frozen=True, slots=True)
class Decision:
    """One clause with a decision verb of its own; `text` is its sentence."""

    id: str
    agenda_item: str | None
    item_id: str | None
    meeting_id: str | None
    status: str
    type: str
    body: str | None
    date: str | None
    due: str | None
    actors: tuple[Actor, ...]
    points: tuple[str, ...]
    votes_for: int | None
    votes_against: int | None
    votes_abstained: int | None
    dissent: str | None
    text: str
    proof: Proof
    votes: tuple[Vote, ...] = ()


@dataclass(frozen=True, slots=True)
class RecommendationMention:
    """A recommendation where it stands in a paper. `parents` are ids of mentions in the same paper.

    `how`: `full` holds the wording, `paraphrase`, `named`, `collective` speak of it.
    """

    id: str
    number: str | None
    kind: str
    parents: tuple[str, ...]
    text: str
    strength: int
    source: str
    said_by: str | None
    issued_by: str | None
    addressed_to: str | None
    issued: str | None
    how: str
    proof: Proof


@dataclass(frozen=True, slots=True)
class Story:
    """What citizens meet (`udsagn`), or an `eksempel` or `citat` within it (`part_of`)."""

    id: str
    kind: str
    part_of: str | None
    heading: str | None
    told_by: str | None
    text: str
    proof: Proof


@dataclass(frozen=True, slots=True)
class Contribution:
    """An input, proposal, wish or suggested topic of a list that a decision sums up."""

    id: str
    agenda_item: str | None
    item_id: str | None
    kind: str
    said_by: str | None
    text: str
    proof: Proof


@dataclass(frozen=True, slots=True)
class Commitment:
    """Something agreed: what, by whom, for whom, by when."""

    id: str
    decision_id: str | None
    what: str
    responsible: str | None
    recipient: str | None
    due: str | None
    proof: Proof


@dataclass(frozen=True, slots=True)
class DateMention:
    """An expression of time as EDTF; clock times stand apart as `09:00`."""

    id: str
    text: str
    edtf: str
    time_start: str | None
    time_end: str | None
    role: str
    proof: Proof


@dataclass(frozen=True, slots=True)
class Reference:
    """A paper, attachment, meeting, item, case or law that the text points to."""

    id: str
    kind: str
    text: str
    proof: Proof


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount of money with its unit, year and purpose."""

    id: str
    value: float
    unit: str
    year: str | None
    purpose: str | None
    text: str
    proof: Proof


@dataclass(frozen=True, slots=True)
class Clause:
    """What terms of reference or a presentation say of a body."""

    id: str
    kind: str
    text: str
    proof: Proof


@dataclass(frozen=True, slots=True)
class Duty:
    """What terms of reference require regularly: the rule and how often."""

    id: str
    rule: str
    every: str | None
    proof: Proof


@dataclass(frozen=True, slots=True)
class ExpectedPaper:
    """A meeting, attachment or paper that is spoken of and should exist."""

    id: str
    what: str
    body: str | None
    date: str | None
    proof: Proof


@dataclass(frozen=True, slots=True)
class ThemeMention:
    """A term of a theme in the text; `entry` is the entry of the lexicon that found it."""

    id: str
    theme_id: str
    term: str
    entry: str
    proof: Proof


@dataclass(frozen=True, slots=True)
class ThemeAssignment:
    """What a passage, story, recommendation or decision is about; leaf themes only."""

    id: str
    target_kind: str
    target_id: str
    theme_id: str
    score: float


@dataclass(frozen=True, slots=True)
class Findings:
    """All findings of one paper, each kind in reading order."""

    document_id: str
    entity_mentions: tuple[EntityMention, ...] = ()
    memberships: tuple[Membership, ...] = ()
    seats: tuple[Seat, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    decisions: tuple[Decision, ...] = ()
    recommendations: tuple[RecommendationMention, ...] = ()
    stories: tuple[Story, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    dates: tuple[DateMention, ...] = ()
    references: tuple[Reference, ...] = ()
    amounts: tuple[Amount, ...] = ()
    clauses: tuple[Clause, ...] = ()
    duties: tuple[Duty, ...] = ()
    expected_papers: tuple[ExpectedPaper, ...] = ()
    theme_mentions: tuple[ThemeMention, ...] = ()
    theme_assignments: tuple[ThemeAssignment, ...] = ()
    unclaimed: tuple[UnclaimedSentence, ...] = ()
    unclaimed_terms: tuple[UnclaimedTerm, ...] = ()
