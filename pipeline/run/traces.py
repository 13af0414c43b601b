"""The trail of a finding both ways: who told of it, what was advised and decided about it, what became of that."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from pipeline.run.frames import to_frame
from pipeline.run.lookup import (
    ADVICE,
    AGREEMENT,
    CANDIDATE,
    DECISION,
    DOCUMENTED,
    INPUT,
    PAPER,
    PROPOSAL,
    SEARCHED,
    STORY,
    Found,
    Lookup,
    NotOneFound,
    Row,
    count,
    rank,
    reason_of,
    strength,
    together,
)
from pipeline.run.search import Search, looks_like_id, near, search

_LINK = ["link_id", "relation", "score", "fact", "reference", "reason"]
_SHORT = 8
NEAR = "near"
"""The relation of a leg for which no link was laid."""
_TABLE_OF = {
    ADVICE: ("recommendations", "recommendation_id"),
    STORY: ("stories", "story_id"),
    DECISION: ("decisions", "decision_id"),
}
# What stands at the far end of the recommendations that a finding leads to.
_BEYOND = {STORY: DECISION, INPUT: DECISION, PROPOSAL: DECISION, DECISION: STORY}
# Kinds between which what is near is worth telling where no link leads from one to the other.
_NEAR_BY = {STORY: (INPUT,), INPUT: (ADVICE, STORY), ADVICE: (INPUT,)}


@dataclass(frozen=True, slots=True)
class Hop:
    """A step from one finding to another. Without `link` it is one that no link was laid for, told by its reason."""

    found: Found
    strength: str
    reason: str
    link: Row | None = None
    onward: tuple["Hop", ...] = ()


@dataclass(frozen=True, slots=True)
class Leg:
    """The hops of one kind from a finding: `relation` as in links, `backward` when the finding is the link's target."""

    kind: str
    relation: str
    backward: bool
    hops: tuple[Hop, ...]


# eq: two trails are not told apart by comparing DataFrames cell by cell.
@dataclass(frozen=True, eq=False)
class Trace:
    """The trail from one finding, `start`, in legs; and as DataFrames the rows that it passes.

    `stories`, `decisions` and `recommendations` carry the link's columns as well. Of a recommendation the events and
    statuses are its own; of any other finding, those of the recommendations that it leads to.
    """

    start: Found
    legs: tuple[Leg, ...]
    lookup: Lookup

    @cached_property
    def recommendation(self) -> "pd.Series | None":
        """The recommendation the trail starts from, None when it starts from something else."""
        if self.start.kind != ADVICE:
            return None
        rows = to_frame(self.lookup.tables["recommendations"])
        return rows[rows["recommendation_id"] == self.start.id].iloc[0]

    @cached_property
    def recommendations(self) -> pd.DataFrame:
        """The recommendations that the start leads to."""
        return self._linked(ADVICE, (self.start.id,))

    @cached_property
    def stories(self) -> pd.DataFrame:
        """The stories linked to the recommendations on the trail."""
        return self._linked(STORY, self._advice)

    @cached_property
    def decisions(self) -> pd.DataFrame:
        """The decisions linked to the recommendations on the trail."""
        return self._linked(DECISION, self._advice)

    @cached_property
    def mentions(self) -> pd.DataFrame:
        """Where the recommendations on the trail stand."""
        return self._of("recommendation_mentions")

    @cached_property
    def events(self) -> pd.DataFrame:
        """What happened to them."""
        return self._of("status_events")

    @cached_property
    def statuses(self) -> pd.DataFrame:
        """How far they had come on each day."""
        return self._of("statuses").sort_values("as_of", ignore_index=True)

    @cached_property
    def _advice(self) -> tuple[str, ...]:
        if self.start.kind == ADVICE:
            return (self.start.id,)
        return tuple(hop.found.id for leg in self.legs for hop in leg.hops if leg.kind == ADVICE and hop.link)

    def _linked(self, kind: str, keys: Sequence[str]) -> pd.DataFrame:
        table, id_name = _TABLE_OF[kind]
        links = to_frame(self.lookup.tables["links"])
        sides = (("source", "target"), ("target", "source"))
        found = [
            links[links[f"{near}_id"].isin(keys) & (links[f"{far}_kind"] == kind)][[*_LINK, f"{far}_id"]].rename(
                columns={f"{far}_id": "far_id"}
            )
            for near, far in sides
        ]
        rows = pd.concat(found).merge(
            to_frame(self.lookup.tables[table]), left_on="far_id", right_on=id_name, suffixes=("_of_link", "")
        )
        score = "score_of_link" if "score_of_link" in rows else "score"
        order = ["fact", score, id_name]
        return rows.drop(columns="far_id").sort_values(order, ascending=[False, False, True], ignore_index=True)

    def _of(self, table: str) -> pd.DataFrame:
        rows = to_frame(self.lookup.tables[table])
        return rows[rows["recommendation_id"].isin(self._advice)].reset_index(drop=True)

    def __str__(self) -> str:
        from pipeline.run.trail_text import render_trace  # here: it needs what stands in this module

        return render_trace(self)

    def _repr_html_(self) -> str:
        from pipeline.run.trail_html import render_trace_html  # here: only a notebook needs it

        return render_trace_html(self)


def find_trace(lookup: Lookup, wanted: str) -> Trace:
    """The trail of the one finding of that id, number or text; `NotOneFound` when there is none, or several."""
    found = look_for(lookup, wanted)
    if len(found.hits) == 1:
        return trace_from(lookup, found.hits[0].found)
    raise NotOneFound(told_why(found))


def look_for(lookup: Lookup, wanted: str) -> Search:
    """What an id, number or text leads to; `NotOneFound` when there is nothing to look in, or an id is not there."""
    if not lookup.found:
        papers = count(len(lookup.papers), PAPER)
        raise NotOneFound(f"expected findings to look in, found none in {papers}; see `raadspor ledger` for why")
    if not wanted.strip():
        raise NotOneFound("expected a text, a number or an id, found an empty one")
    found = search(lookup, wanted)
    if not found.hits and looks_like_id(wanted.strip()):
        kinds = "story, recommendation, contribution, proposal, decision or agreement"
        raise NotOneFound(
            f"expected the id of a {kinds}, found {wanted.strip()!r}, which none has; ids change when papers do: "
            "look for its words instead"
        )
    return found


def told_why(found: Search) -> str:
    """Why a search leads to no one trail, and what to do."""
    if not found.hits:
        looked = together([count(number, kind) for kind, number in found.searched])
        return f"expected a text, number or id in the findings, found {found.text!r} in none; searched {looked}"
    ids = ", ".join(hit.found.id for hit in found.hits)
    return f"expected one finding, found {len(found.hits)} for {found.text!r}; name one by its id: {ids}"


def trace_from(lookup: Lookup, start: Found) -> Trace:
    """The trail from a finding."""
    legs = [*_legs(lookup, start), *_standing(lookup, start)]
    reached = {leg.kind for leg in legs}
    silent = [kind for kind in _NEAR_BY.get(start.kind, ()) if kind not in reached]
    legs += [leg for kind in silent for leg in _near(lookup, start, kind)]
    return Trace(start, tuple(sorted(legs, key=lambda leg: (_place(leg.kind), leg.relation, leg.backward))), lookup)


def _place(kind: str) -> int:
    return SEARCHED.index(kind) if kind in SEARCHED else len(SEARCHED)


def _legs(lookup: Lookup, start: Found) -> Iterator[Leg]:
    groups: dict[tuple[str, str, bool], list[Hop]] = {}
    for link in lookup.links.get(start.id, ()):
        backward = link["target_id"] == start.id
        side = "source" if backward else "target"
        end = lookup.end(link[f"{side}_kind"], link[f"{side}_id"])
        if end is not None:
            onward = tuple(_onward(lookup, start, end)) if end.kind == ADVICE and link["fact"] else ()
            hop = Hop(end, strength(link), reason_of(lookup, link), link, onward)
            groups.setdefault((end.kind, link["relation"], backward), []).append(hop)
    for (kind, relation, backward), hops in groups.items():
        yield Leg(kind, relation, backward, tuple(hops))


def _onward(lookup: Lookup, start: Found, advice: Found) -> Iterator[Hop]:
    """From a recommendation on to the far end of the trail, by facts only: nothing follows from a mere candidate."""
    far = _BEYOND.get(start.kind)
    for link in sorted(lookup.links.get(advice.id, ()), key=rank):
        end = lookup.found.get(link["source_id"])
        if link["fact"] and end is not None and end.kind == far and end.id != start.id:
            yield Hop(end, strength(link), reason_of(lookup, link), link)


def _standing(lookup: Lookup, start: Found) -> Iterator[Leg]:
    """What stands in a decision (its agreements, the input it gathers), and the decision in which something stands."""
    inside = (AGREEMENT, INPUT)
    if start.kind == DECISION:
        held = [one for kind in inside for one in lookup.of(kind) if _holds(lookup, start, one)]
    elif start.kind in inside:
        held = [one for one in lookup.of(DECISION) if _holds(lookup, one, start)]
    else:
        return
    for kind in dict.fromkeys(one.kind for one in held):
        hops = tuple(Hop(one, DOCUMENTED, "står i beslutningen") for one in held if one.kind == kind)
        yield Leg(kind, "stands_in", start.kind != DECISION, hops)


def _holds(lookup: Lookup, decision: Found, one: Found) -> bool:
    within = decision.passage_id == one.passage_id and decision.start <= one.start and one.end <= decision.end
    return within or (one.kind == AGREEMENT and lookup.row(one)["decision_id"] == decision.id)


def _near(lookup: Lookup, start: Found, kind: str) -> Iterator[Leg]:
    """Those of a kind that share the rarest themes with the start, or with a short one words: for a reader to judge."""
    alike = start.text if len(start.text.split()) <= _SHORT else ""
    hits = near(lookup, kind, alike, lookup.themes(start), beside=start)
    if hits:
        yield Leg(kind, NEAR, False, tuple(Hop(hit.found, CANDIDATE, hit.reason) for hit in hits))
