"""Who holds a seat by the member lists of a corpus, and which list speaks of a seat that two are named for."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from pipeline.link.corpus import Corpus
from pipeline.model.findings import Membership
from pipeline.model.ids import fold

_FIRST_TERM, _TERM = 2018, 4  # Councils are elected every fourth year and sit from January 2018, 2022, 2026 …
_SAME_PLACE = 80.0


@dataclass(frozen=True, slots=True)
class Held:
    """A seat that a paper says one person holds, and the body."""

    document_id: str
    body_id: str
    membership: Membership


@dataclass(frozen=True, slots=True)
class Shared:
    """A seat that an entry of a paper names two people for; `place` whom they represent, where it says so."""

    document_id: str
    names: tuple[str, str]
    place: str | None


def find_held(corpus: Corpus) -> Iterator[Held]:
    """The seats that nobody is said to have left."""
    for document_id, findings in corpus.findings.items():
        for membership in findings.memberships:
            body_id = corpus.organisation_id(document_id, membership.body)
            if body_id is not None and membership.term_end is None:
                yield Held(document_id, body_id, membership)


def find_chosen(seat: Shared, own: Sequence[Held], corpus: Corpus) -> Iterator[Held]:
    """For each name the nearest list that has it without the other: of the same paper, else the newest."""
    lists: dict[str, dict[str, Held]] = defaultdict(dict)
    for held in own:
        for name in seat.names:
            if _same(name, seat.document_id, held, corpus):
                lists[held.document_id][name] = held
    for name in seat.names:
        alone = [found[name] for found in lists.values() if set(found) == {name}]
        near = [h for h in alone if _of_seat(h, seat) and _one_term(seat.document_id, h.document_id, corpus)]
        if near:
            yield max(
                near, key=lambda h: (h.document_id == seat.document_id, corpus.date(h.document_id) or "", h.document_id)
            )


def _of_seat(held: Held, seat: Shared) -> bool:
    """Whether both may be of one seat: neither says another organisation than the other."""
    organisation = held.membership.organisation
    if seat.place is None or organisation is None:
        return True
    return fuzz.partial_ratio(fold(seat.place), fold(organisation)) >= _SAME_PLACE


def _same(name: str, document_id: str, held: Held, corpus: Corpus) -> bool:
    """Whether a name as written in a paper is that of who holds the seat."""
    person = held.membership.person
    known = corpus.people.get((document_id, name))
    return fold(name) == fold(person) or (known is not None and known == corpus.people.get((held.document_id, person)))


def _one_term(one: str, other: str, corpus: Corpus) -> bool:
    """Whether two papers are of one term of office; a paper without a date is of its own only."""
    if one == other:
        return True
    years = [int(day[:4]) for day in (corpus.date(one), corpus.date(other)) if day is not None and day[:4].isdigit()]
    return len(years) == 2 and len({(year - _FIRST_TERM) // _TERM for year in years}) == 1
