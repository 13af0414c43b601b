"""From the places where papers name people to who they are, with the reason for each merge."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.lexicons.identity import IdentityLexicon
from pipeline.model.entities import Identity, Naming, Person
from pipeline.model.ids import entity_id, fold
from pipeline.resolve.partial import Partial
from pipeline.resolve.persons import Someone
from pipeline.resolve.same_name import group_sightings, join_same_names
from pipeline.resolve.sightings import Sighting
from pipeline.resolve.unsure import Unsure
from pipeline.resolve.variants import Variants


@dataclass(frozen=True, slots=True)
class People:
    """The register, the names that lead into it, why so, and how many pairs of names were looked at."""

    register: tuple[Person, ...]
    names: tuple[Naming, ...]
    identities: tuple[Identity, ...]
    compared: int


def resolve_people(
    sightings: Iterable[Sighting], lexicon: IdentityLexicon, *, given_names: frozenset[str] = frozenset()
) -> People:
    """All people that the papers name, sorted by id."""
    units = group_sightings(sorted(sightings, key=lambda s: (s.date, s.document_id, s.place)))
    unsure = Unsure()
    variants, partial = Variants(given_names, unsure), Partial(unsure)
    whole = [unit for unit in units if unit.sightings[0].written.whole]
    same, doubtful = join_same_names(whole, unsure)
    people = partial.join(variants.join(same), [unit for unit in units if not unit.sightings[0].written.whole])
    people += doubtful
    _elsewhere(people, unsure)
    ids = _ids(people)
    register = {ids[id(one)]: _person(one, ids[id(one)]) for one in people}
    rows = [row for one in people for row in _reasons(one, register[ids[id(one)]], lexicon.reasons)]
    rows += unsure.rows(lambda one: ids[id(one)], lexicon.reasons)
    return People(
        tuple(register[key] for key in sorted(register)),
        tuple(sorted(_names(people, ids), key=lambda n: (n.document_id, n.name, n.entity_id, n.finding_id or ""))),
        tuple(sorted(rows, key=lambda i: (i.entity_id, i.state, i.text, i.other_id or ""))),
        variants.compared + partial.compared,
    )


def _elsewhere(people: Sequence[Someone], unsure: Unsure) -> None:
    """The same whole name under two authorities is two people, who are listed."""
    found: dict[str, list[Someone]] = defaultdict(list)
    for one in people:
        for name in one.names.values():
            if name.whole:
                found[name.key].append(one)
    for some in found.values():
        for a, b in pairwise(some):
            if a.sightings[0].authority != b.sightings[0].authority:
                unsure.between(b, [a], "imod_myndighed")


def _ids(people: Sequence[Someone]) -> dict[int, str]:
    """An id for each, from authority and name of the first mention; a second of that name adds what tells it apart."""
    taken: set[str] = set()
    found: dict[int, str] = {}
    for one in sorted(people, key=lambda s: _place(_first(s))):
        first = _first(one)
        apart = (*sorted(one.organisations), *sorted(p for some in one.parties for p in some), *sorted(one.functions))
        tries = ["", *apart, first.document_id, first.finding_id]
        names = (" ".join((first.name, more)).strip() for more in tries)
        key = next(k for k in (entity_id("person", first.authority, n) for n in names) if k not in taken)
        taken.add(key)
        found[id(one)] = key
    return found


def _first(one: Someone) -> Sighting:
    return min(one.sightings, key=_place)


def _place(sighting: Sighting) -> tuple[str, str, int]:
    return (sighting.date, sighting.document_id, sighting.place)


def _names(people: Sequence[Someone], ids: Mapping[int, str]) -> Iterator[Naming]:
    """Where a name leads in a paper; a name that is two people's leads there from each finding."""
    owners: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one in people:
        for s in one.sightings:
            owners[(s.document_id, s.name)].add(ids[id(one)])
    yield from (Naming(paper, name, next(iter(some))) for (paper, name), some in owners.items() if len(some) == 1)
    for one in people:
        for s in one.sightings:
            if len(owners[(s.document_id, s.name)]) > 1:
                yield Naming(s.document_id, s.name, ids[id(one)], s.finding_id)


def _person(one: Someone, key: str) -> Person:
    counts = Counter(s.name for s in one.sightings)
    written = {s.name: s.written for s in one.sightings}

    def rank(name: str) -> tuple[bool, bool, bool, bool, int, int, int, str]:
        form = written[name]
        words = [word for word in form.words if not word.endswith(".")]
        plain = form.title is None and "," not in name and "(" not in name and form.organisation is None
        genitive = form.genitive or (name.endswith("s") and name[:-1] in counts)
        return (
            not plain, genitive, form.damaged, not form.whole, -len(words), len(form.words), -counts[name], name
        )  # fmt: skip

    name = min(counts, key=rank)
    return Person(key, name, tuple(sorted(set(counts) - {name})))


def _reasons(one: Someone, person: Person, reasons: Mapping[str, str]) -> Iterator[Identity]:
    """Why each form of the name is this person's; of the name itself, when several papers hold it."""
    letters = {s.name: s.written.key for s in one.sightings}
    for text in sorted(letters):
        rule = one.rules.get(text, "samme_navn")
        if rule == "samme_navn" and text != person.name:
            rule = "samme_bogstaver" if fold(text) != fold(person.name) else "samme_navn"
        if text != person.name or len({s.document_id for s in one.sightings if s.name == text}) > 1:
            yield Identity("person", person.person_id, text, None, "samme", reasons[rule], f"identity.{rule}")
