"""People by their whole names: those who are written with the same letters, unless something speaks against it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from pipeline.model.ids import fold
from pipeline.resolve.persons import Someone
from pipeline.resolve.sightings import Sighting
from pipeline.resolve.unsure import Unsure

Key = tuple[str, str]
"""Authority (empty for none) and the letters of a name."""


def group_sightings(sightings: Iterable[Sighting]) -> list[Someone]:
    """One for each place of a page: a list row and the name found in it are one person."""
    spots: dict[tuple[str, str, tuple[str, int]], list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        spots[(sighting.document_id, sighting.name, sighting.spot)].append(sighting)
    return [Someone.of(some) for some in spots.values()]


def join_same_names(units: Sequence[Someone], unsure: Unsure) -> tuple[list[Someone], list[Someone]]:
    """The people of these places with whole names, in a fixed order; and names that could mean several of them."""
    keys = _keys(units)
    known: dict[Key, list[Someone]] = defaultdict(list)
    doubtful: dict[tuple[Key, str, str], Someone] = {}
    for unit in sorted(units, key=_order):
        key = keys[id(unit)]
        home, rule = _home(unit, known[key])
        if home is not None:
            home.take(unit, rule)
        elif rule != "flere_mulige":
            unsure.between(unit, known[key], rule)
            known[key].append(unit)
        else:
            _doubt(unit, key, known[key], doubtful, unsure)
    return [one for some in known.values() for one in some], list(doubtful.values())


def _doubt(
    unit: Someone, key: Key, fits: Sequence[Someone], doubtful: dict[tuple[Key, str, str], Someone], unsure: Unsure
) -> None:
    """Several could be meant: the name stays apart, one for each paper."""
    place = (key, unit.sightings[0].document_id, " ".join(sorted(unit.titles)))
    if place in doubtful:
        doubtful[place].take(unit, "liste")
    else:
        doubtful[place] = unit
        unsure.between(unit, fits, "flere_mulige")


def _order(unit: Someone) -> tuple[bool, bool, str, str, int]:
    """Those with something to tell them apart first, then lists, then running text; the oldest first."""
    first = min(unit.sightings, key=lambda s: (s.date, s.document_id, s.place))
    told = any(s.clues.tell() or s.listed == "medlem" for s in unit.sightings)
    return (not told, not unit.lists, first.date, first.document_id, first.place)


def _keys(units: Sequence[Someone]) -> dict[int, Key]:
    """The key of each place: that of the name without its genitive s, where that name is known too."""
    own = {id(unit): (fold(unit.sightings[0].authority or ""), unit.sightings[0].written.key) for unit in units}
    known = set(own.values())
    listed = {own[id(unit)] for unit in units if unit.lists}
    for unit in units:
        area, key = own[id(unit)]
        bare = (area, key.removesuffix("s"))
        if bare[1] != key and bare in known and (area, key) not in listed:
            own[id(unit)] = bare
    return own


def _home(unit: Someone, known: Sequence[Someone]) -> tuple[Someone | None, str]:
    """Who of this name is meant, and why; or why nobody is."""
    against = {id(one): one.against(unit) for one in known}
    fits = [one for one in known if against[id(one)] is None]
    if not fits:
        return None, next((rule for rule in against.values() if rule is not None), "")
    for rule, some in _choices(unit, fits):
        if len(some) == 1:
            return some[0], rule
    if len(fits) == 1 and _other_council(unit, fits[0]):
        return None, "intet_knytter"
    if len(fits) == 1 and not _mere_title(unit, fits[0]) and not _mere_title(fits[0], unit):
        return fits[0], "samme_navn"
    return None, "flere_mulige"


def _other_council(unit: Someone, one: Someone) -> bool:
    """Whether they sit in two bodies, one of which is a council that anybody may sit in: a name is too little."""
    seated = all(any(kind == "medlem" for _, kind in some.lists) for some in (unit, one))
    if not seated or unit.bodies & one.bodies or unit.tied(one) or "valgt" in unit.functions & one.functions:
        return False
    told = bool(unit.organisations or unit.parties or one.organisations or one.parties)
    return told and (unit.advisory or one.advisory)


def _mere_title(one: Someone, other: Someone) -> bool:
    """Whether all that is known of one is a title in running text, and of the other a list in other papers."""
    titled = ("ansat" in one.functions or bool(one.titles)) and not one.lists
    return titled and bool(other.lists) and not other.titles and not one.papers & other.papers


def _choices(unit: Someone, fits: Sequence[Someone]) -> list[tuple[str, list[Someone]]]:
    """Those whom each kind of evidence points to, the strongest kind first."""
    body, paper = unit.sightings[0].body, unit.sightings[0].document_id
    tied = [one for one in fits if one.tied(unit)]
    titled = [one for one in fits if one.titles & unit.titles]
    here = [one for one in fits if body in one.bodies]
    near = [one for one in fits if paper in one.papers or body in one.bodies]
    return [("samme_plads", tied), ("titel_navn", titled), ("samme_raad", here if unit.lists else near)]
