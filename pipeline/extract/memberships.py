"""Who has a seat in the body that the paper is about: from lists of members and from sentences about one of them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.extract.memberships_claims import Claim, listed_claim, seat_of
from pipeline.extract.memberships_groups import bare_list_claims, table_claims
from pipeline.extract.memberships_lists import list_claims
from pipeline.extract.memberships_told import sentence_claims
from pipeline.extract.reading import Reading
from pipeline.extract.rosters import Listed
from pipeline.lexicons.facts import FactsLexicon
from pipeline.model.findings import Membership
from pipeline.model.ids import finding_ids, fold
from pipeline.model.place import Proof, Span
from pipeline.model.structure import FrontMatter

_ELECTED = re.compile(r"\b(?:\w*byråd|kommunalbestyrelse|borgerrepræsentation|regionsråd)", re.IGNORECASE)


def find_memberships(reading: Reading, listed: Sequence[Listed], facts: FactsLexicon) -> tuple[Membership, ...]:
    """One membership for each person with a seat in the paper's own body."""
    if reading.front.body is None:
        return ()
    claims = [
        *list_claims(reading, facts), *table_claims(reading, facts), *bare_list_claims(reading, facts),
        *_roster_claims(reading, listed, facts), *sentence_claims(reading, facts),
    ]  # fmt: skip
    merged = [_merged(group) for group in _by_person(claims)]
    seated = [(c, more) for c, more in merged if c.rule != "people.office_of" or c.organisation or c.party]
    front = reading.front
    ids = finding_ids("memberships", reading.paper.document_id, (c.person for c, _ in seated))
    return tuple(_membership(key, c, more, front) for key, (c, more) in zip(ids, seated, strict=True))


def _roster_claims(reading: Reading, listed: Sequence[Listed], facts: FactsLexicon) -> Iterator[Claim]:
    """Lists under "Medlemmer"; and lists of those present that give offices: who has a seat by party or association."""
    for one in listed:
        if one.label == "medlemmer" and not one.person.alternatives:
            yield listed_claim(one.person, "", one.rule, one.span, reading, facts)
    heads = [one for one in listed if one.placed.item is None and one.label in {"til stede", "afbud", "fraværende"}]
    if not any(one.person.office in {"formand", "næstformand"} for one in heads):
        return
    for one in heads:
        place = one.person.organisation
        known = place is not None and (
            seat_of(place, False, facts) in {"forening", "personlig"} or bool(_ELECTED.search(place))
        )
        seated = one.person.party is not None or known or one.person.office in {"formand", "næstformand"}
        if seated and one.person.office != "suppleant" and one.person.title is None and " " in one.person.name:
            yield listed_claim(one.person, "", one.rule, one.span, reading, facts)


def _by_person(claims: Sequence[Claim]) -> Iterator[list[Claim]]:
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(fold(claim.person), []).append(claim)
    yield from groups.values()


def _merged(claims: list[Claim]) -> tuple[Claim, tuple[Span, ...]]:
    """The claim that says most, filled up from the others; their places stand behind it."""
    first = max(
        claims, key=lambda c: (c.rule != "people.office_of", c.party is not None, c.organisation is not None, c.left)
    )
    for other in claims:
        first = replace(
            first,
            organisation=first.organisation or other.organisation,
            party=first.party or other.party,
            role=other.role if first.role in (None, "medlem") and other.role is not None else first.role,
            seat=first.seat or other.seat,
            term_start=first.term_start or other.term_start,
            term_end=first.term_end or other.term_end,
            left=first.left or other.left,
        )
    return first, tuple(dict.fromkeys(c.span for c in claims if c.span != first.span))


def _membership(key: str, claim: Claim, more: tuple[Span, ...], front: FrontMatter) -> Membership:
    as_of = None if claim.left or claim.term_end is not None else front.date
    return Membership(
        key, claim.person, claim.organisation, claim.party, claim.role or "medlem", claim.seat,
        claim.term_start, claim.term_end, as_of, front.body, Proof(claim.span, claim.rule, 1.0, more),
    )  # fmt: skip
