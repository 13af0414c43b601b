"""Every place where a paper names an organisation or a person, with what the place tells of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.model.findings import Findings, Membership
from pipeline.model.ids import fold
from pipeline.model.paper import Paper
from pipeline.resolve.names import Named, Names

_SEAT_KINDS = {"forening": "forening", "myndighed": "myndighed"}


@dataclass(frozen=True, slots=True)
class Use:
    """An organisation named in a paper. `hint` is the kind the place tells; `place` orders uses within the paper."""

    document_id: str
    date: str
    place: int
    name: str
    named: Named
    hint: str | None


@dataclass(frozen=True, slots=True)
class PersonUse:
    """A person named in a paper, with the organisations that the place ties to the name."""

    document_id: str
    date: str
    place: int
    name: str
    authority: str | None
    ties: frozenset[str]


def paper_date(paper: Paper) -> str:
    """The paper's date for sorting: an undated paper comes last."""
    return paper.structure.front.date or "~"


def organisation_uses(paper: Paper, findings: Findings, names: Names) -> Iterator[Use]:
    """The organisations a paper names, front matter first."""
    for place, (name, hint) in enumerate(_names(paper, findings, names)):
        named = _named(name, hint, paper, names)
        yield Use(paper.document_id, paper_date(paper), place, name, named, hint)


def _names(paper: Paper, findings: Findings, names: Names) -> Iterator[tuple[str, str | None]]:
    front = paper.structure.front
    lexicon = names.lexicons.identity
    fronts = [front.body, front.authority, front.region, *(m.body for m in paper.structure.meetings)]
    yield from ((name, None) for name in fronts if name is not None)
    people = {fold(m.person) for m in findings.memberships} | {fold(a.person) for a in findings.attendance}
    for mention in findings.entity_mentions:
        # A label of the page or a person whom the language model took for an organisation is none.
        taken = fold(mention.text) in people or names.is_label(mention.text)
        if mention.entity_kind == "organisation" and not taken:
            yield mention.text, None
    for membership in findings.memberships:
        yield from _membership_names(membership, paper, names)
    bodies = [
        *(seat.body for seat in findings.seats),
        # "frivillige organisationer" is whom a seat is for, and no name.
        *(seat.organisation for seat in findings.seats if (seat.organisation or "")[:1].isupper()),
        *(decision.body for decision in findings.decisions),
        *(mention.issued_by for mention in findings.recommendations),
        *(expected.body for expected in findings.expected_papers),
        *(actor.id for d in findings.decisions for actor in d.actors if lexicon.kind_of(actor.id) is not None),
    ]
    yield from ((name, None) for name in bodies if name is not None)


def _membership_names(membership: Membership, paper: Paper, names: Names) -> Iterator[tuple[str, str | None]]:
    if membership.organisation is not None:
        yield membership.organisation, _SEAT_KINDS.get(membership.seat or "")
    if membership.body is not None:
        yield membership.body, None
    if membership.party is not None:
        party = names.lexicons.identity.party_of(membership.party, paper_year(paper))
        if party is not None:
            yield membership.party, "parti"


def paper_year(paper: Paper) -> int | None:
    """The year of the paper's date."""
    date = paper.structure.front.date
    return int(date[:4]) if date is not None and date[:4].isdigit() else None


def _named(name: str, hint: str | None, paper: Paper, names: Names) -> Named:
    """The name without its authority; a body without one in its name belongs to that of the paper."""
    lexicon, front = names.lexicons.identity, paper.structure.front
    name = lexicon.short_forms.get(name, name)
    party = lexicon.party_of(name, paper_year(paper))
    if party is not None and (hint == "parti" or fold(name) != fold(party.letter or "")):
        return Named(party.name, None)
    if fold(name) in lexicon.bare and front.body is not None and lexicon.kind_of(front.body) == lexicon.kind_of(name):
        name = front.body
    named = names.split(name)
    if named.authority is not None or not names.is_body(named.core):
        return named
    if fold(name) in lexicon.national and name != front.body:
        return named
    regional = fold(named.core) in lexicon.regional and front.region is not None
    return Named(named.core, front.region if regional else front.authority)


def person_uses(paper: Paper, findings: Findings) -> Iterator[PersonUse]:
    """The people a paper names; an elected body ties two names only within one party."""
    date, authority = paper_date(paper), paper.structure.front.authority
    found: list[tuple[str, frozenset[str]]] = [
        *((m.person, _ties(m)) for m in findings.memberships),
        *((a.person, frozenset()) for a in findings.attendance),
        *((m.text, frozenset()) for m in findings.entity_mentions if m.entity_kind == "person"),
        *((v.voter, frozenset()) for d in findings.decisions for v in d.votes if v.voter_kind == "person"),
    ]
    for place, (name, ties) in enumerate(found):
        yield PersonUse(paper.document_id, date, place, name, authority, ties)


def _ties(membership: Membership) -> frozenset[str]:
    if membership.organisation is None:
        return frozenset()
    if membership.seat in ("regionsråd", "byråd"):
        party = membership.party
        return frozenset() if party is None else frozenset({f"{fold(membership.organisation)} {fold(party)}"})
    return frozenset({fold(membership.organisation)})
