"""From names as written to people: the same name within an authority, and initials where the organisation agrees."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.model.entities import Naming, Person
from pipeline.model.ids import entity_id, fold
from pipeline.resolve.uses import PersonUse

Key = tuple[str, str]
"""Authority (empty for none) and folded name."""


@dataclass(frozen=True, slots=True)
class People:
    """The register and the names that lead into it."""

    register: tuple[Person, ...]
    names: tuple[Naming, ...]


def resolve_people(uses: Iterable[PersonUse]) -> People:
    """All people that the papers name, sorted by id."""
    groups: dict[Key, list[PersonUse]] = defaultdict(list)
    for use in uses:
        if fold(use.name):
            groups[(fold(use.authority or ""), fold(use.name))].append(use)
    same = _same_people(groups)
    people: dict[Key, list[PersonUse]] = defaultdict(list)
    for key, group in groups.items():
        people[same.get(key, key)] += group
    register = {key: _person(group) for key, group in people.items()}
    names = {Naming(u.document_id, u.name, register[key].person_id) for key, group in people.items() for u in group}
    ordered = sorted(register.values(), key=lambda p: p.person_id)
    return People(tuple(ordered), tuple(sorted(names, key=lambda n: (n.document_id, n.name, n.entity_id))))


def _same_people(groups: Mapping[Key, Sequence[PersonUse]]) -> dict[Key, Key]:
    """Names that mean another name: the genitive of one, or one with initials or fewer middle names."""
    ties = {key: frozenset().union(*(use.ties for use in group)) for key, group in groups.items()}
    ends: dict[tuple[str, str, str], list[Key]] = defaultdict(list)
    for key in groups:
        ends[_ends(key)].append(key)
    same: dict[Key, Key] = {}
    for key in groups:
        bare = (key[0], key[1].removesuffix("s"))
        if bare != key and bare in groups and not ties[key]:
            same[key] = bare
            continue
        fuller = [k for k in ends[_ends(key)] if ties[k] & ties[key] and shortens(key[1], k[1])]
        # Two fuller names that could be meant: neither is.
        if len(fuller) == 1:
            same[key] = fuller[0]
    return {old: same.get(new, new) for old, new in same.items()}


def _ends(key: Key) -> tuple[str, str, str]:
    """Authority, first and last name."""
    words = key[1].split()
    return (key[0], words[0], words[-1])


def shortens(short: str, full: str) -> bool:
    """Whether a folded name is another with middle names left out or as initials; first and last name must agree."""
    a, b = short.split(), full.split()
    if short == full or len(a) < 2 or len(b) < len(a) or (a[0], a[-1]) != (b[0], b[-1]):
        return False
    rest = iter(b[1:-1])
    fits = all(any(full_name.startswith(middle) if len(middle) == 1 else full_name == middle for full_name in rest)
               for middle in a[1:-1])  # fmt: skip
    return fits and (len(b) > len(a) or any(len(x) < len(y) for x, y in zip(a, b, strict=True)))


def _person(uses: Sequence[PersonUse]) -> Person:
    first = min(uses, key=lambda u: (u.date, u.document_id, u.place))
    counts = Counter(use.name for use in uses)
    name = min(counts, key=lambda n: (_genitive(n, counts), -len(fold(n).split()), _initials(n), -counts[n], n))
    aliases = tuple(sorted(set(counts) - {name}))
    return Person(entity_id("person", first.authority, first.name), name, aliases)


def _genitive(name: str, names: Mapping[str, int]) -> bool:
    return name.endswith("s") and name[:-1] in names


def _initials(name: str) -> int:
    return sum(len(part) == 1 for part in fold(name).split())
