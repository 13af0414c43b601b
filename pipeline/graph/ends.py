"""Between which kinds of nodes a predicate stands: what a question about the graph may name, found or not."""

from collections.abc import Mapping
from itertools import product

from pipeline.graph.statements import NodeKind as Kind
from pipeline.graph.statements import Predicate

_ORGANISATIONS = (Kind.BODY, Kind.ORGANISATION)
_IN_PAPERS = (Kind.MEETING, Kind.DECISION, Kind.PROPOSAL, Kind.CONTRIBUTION, Kind.RECOMMENDATION, Kind.STORY)
_LINKED = (Kind.STORY, Kind.DECISION, Kind.RECOMMENDATION, Kind.CONTRIBUTION)

ENDS: Mapping[Predicate, tuple[tuple[Kind, Kind], ...]] = {
    Predicate.FROM_BODY: tuple(product((Kind.PAPER,), _ORGANISATIONS)),
    Predicate.DATED: tuple(product((Kind.PAPER, Kind.MEETING, Kind.DECISION), (Kind.DATE,))),
    Predicate.ABOUT_CASE: tuple(product((Kind.PAPER, Kind.ITEM), (Kind.CASE,))),
    Predicate.REPLACED_BY: ((Kind.PAPER, Kind.PAPER),),
    Predicate.COPY_OF: ((Kind.PAPER, Kind.PAPER),),
    Predicate.HELD_BY: tuple(product((Kind.MEETING,), _ORGANISATIONS)),
    Predicate.DOCUMENTED_BY: tuple(product(_IN_PAPERS, (Kind.PAPER,))),
    Predicate.PART_OF: (
        (Kind.ITEM, Kind.MEETING),
        *product((Kind.DECISION, Kind.PROPOSAL, Kind.CONTRIBUTION), (Kind.ITEM,)),
        (Kind.STORY, Kind.STORY),
    ),
    Predicate.MEMBER: ((Kind.MEMBERSHIP, Kind.PERSON),),
    Predicate.SEAT_IN: tuple(product((Kind.MEMBERSHIP,), _ORGANISATIONS)),
    Predicate.SEAT_FOR: tuple(product((Kind.MEMBERSHIP,), _ORGANISATIONS)),
    Predicate.PRESENT: ((Kind.PERSON, Kind.MEETING),),
    Predicate.DECIDED_BY: tuple(product((Kind.DECISION,), _ORGANISATIONS)),
    Predicate.ISSUED_BY: tuple(product((Kind.RECOMMENDATION,), _ORGANISATIONS)),
    Predicate.HAS_STATUS: ((Kind.RECOMMENDATION, Kind.STATUS),),
    Predicate.ABOUT: tuple(product((Kind.STORY, Kind.RECOMMENDATION, Kind.DECISION), (Kind.THEME,))),
    Predicate.BROADER: ((Kind.THEME, Kind.THEME),),
    Predicate.SUPPORTS: ((Kind.STORY, Kind.RECOMMENDATION),),
    Predicate.FOLLOWS_UP: ((Kind.DECISION, Kind.RECOMMENDATION),),
    Predicate.DECIDES: ((Kind.DECISION, Kind.PROPOSAL),),
    Predicate.TAKEN_UP_IN: ((Kind.STORY, Kind.CONTRIBUTION),),
    Predicate.RESTATES: ((Kind.DECISION, Kind.DECISION), (Kind.RECOMMENDATION, Kind.RECOMMENDATION)),
    Predicate.POSTPONES: ((Kind.DECISION, Kind.DECISION),),
    Predicate.CARRIES_OUT: ((Kind.DECISION, Kind.DECISION),),
    Predicate.ELABORATES: ((Kind.RECOMMENDATION, Kind.RECOMMENDATION),),
    Predicate.SPLITS: ((Kind.RECOMMENDATION, Kind.RECOMMENDATION),),
    Predicate.MERGES: ((Kind.RECOMMENDATION, Kind.RECOMMENDATION),),
    Predicate.REFERS_TO: ((Kind.PAPER, Kind.PAPER),),
    Predicate.CANDIDATE: tuple(product(_LINKED, _LINKED)),
}
"""Not complete: status events (`drøftet (samlet)`) are predicates too, and are known when they occur."""
