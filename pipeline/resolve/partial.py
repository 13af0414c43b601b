"""First name only, last name only, initials: who is meant in the paper, its body, or by the title."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.model.ids import fold
from pipeline.resolve.fitting import shortened
from pipeline.resolve.persons import Someone
from pipeline.resolve.unsure import Unsure
from pipeline.resolve.written import Written, sound

_YEARS = 4  # a term: that far from when someone was last seen in a body, a mere first name may still mean that one
Place = tuple[str, str, str]
"""What is looked into (`paper`, `råd`, `titel`), which one, and a word of the name."""


@dataclass
class Partial:
    """Joins names in part to the people they mean; `compared` counts the pairs looked at."""

    unsure: Unsure
    compared: int = 0
    index: dict[Place, dict[int, Someone]] = field(default_factory=lambda: defaultdict(dict))

    def join(self, people: Iterable[Someone], units: Iterable[Someone]) -> list[Someone]:
        """The people and those in part who are nobody of them."""
        found = list(people)
        for one in found:
            self._enter(one)
        for unit in sorted(units, key=_order):
            home, rule = self._home(unit)
            if home is None:
                found.append(unit)
                self._enter(unit)
            else:
                home.take(unit, rule)
                self._enter(home, sighted=unit)
        return found

    def _enter(self, one: Someone, *, sighted: Someone | None = None) -> None:
        """Make a person findable where it is named."""
        new = one if sighted is None else sighted
        words = sorted({word for name in one.names.values() for word in _sought(name)})
        for place in sorted(_places(new)):
            for word in words:
                self.index[(*place, word)].setdefault(id(one), one)

    def _home(self, unit: Someone) -> tuple[Someone | None, str]:
        """Who is meant in the paper and its body; else by the title, or among the elected; else the same short name."""
        first = unit.sightings[0]
        area = fold(first.authority or "")
        tiers = [[("papir", first.document_id), ("råd", f"{area} {first.body}")]]
        tiers += [[("råd", f"{area} {body}")] for body in sorted(unit.said_of)]
        tiers += [[("titel", f"{area} {title}")] for title in sorted(unit.titles)]
        tiers += [[("omtale", f"{area} {first.body}")]] if not unit.lists else []
        tiers += [[("område", area)]] if _told_enough(unit) else []
        for tier in tiers:
            fits = _narrowed(unit, self._fits(unit, tier))
            fits = [one for one in fits if tier[0][0] != "område" or _elected_or_tied(unit, one[0])]
            if len(fits) == 1:
                return fits[0]
            if fits:
                self.unsure.between(unit, [one for one, _ in fits], "flere_mulige")
                return self._same_list(unit, doubtful=True)
        return self._same_list(unit)

    def _fits(self, unit: Someone, places: Sequence[tuple[str, str]]) -> list[tuple[Someone, str]]:
        """The people there whose names the unit's can be part of."""
        for written in _forms(unit):
            found: dict[int, tuple[Someone, str]] = {}
            for place, word in ((place, word) for place in places for word in _sought(written)):
                for one in (entered.root for entered in self.index.get((*place, word), {}).values()):
                    self.compared += 1
                    rule = _rule(unit, written, one)
                    if rule is not None and one.against(unit) is None and _in_time(unit, one, place[0]):
                        found.setdefault(id(one), (one, rule))
            if found:
                return list(found.values())
        return []

    def _same_list(self, unit: Someone, *, doubtful: bool = False) -> tuple[Someone | None, str]:
        """The same name in part on lists of the same body, or with the same title in the same paper."""
        first = unit.sightings[0]
        listed = bool(unit.lists) and not doubtful
        place = ("råd", f"{fold(first.authority or '')} {first.body}") if listed else ("papir", first.document_id)
        words = _sought(first.written)
        same = [
            one for one in (self.index.get((*place, words[0]), {}) if words else {}).values()
            if set(one.names) == set(unit.names) and one.titles == unit.titles and one.against(unit) is None
            and not any(name.whole for name in one.names.values()) and (listed or not (one.lists or unit.lists))
        ]  # fmt: skip
        return (same[0], "liste") if len(same) == 1 else (None, "")


def _order(unit: Someone) -> tuple[bool, int, str, str, int]:
    """Lists before running text, more words before fewer, the oldest first."""
    first = unit.sightings[0]
    return (not unit.lists, -len(first.written.key), first.date, first.document_id, first.place)


def _sought(name: Written) -> list[str]:
    """The words by which a name is looked up: its first and last, no initials, and its letters as a list has them."""
    words = {sound(word) for word in (name.words[0], name.words[-1]) if not word.endswith(".")}
    return sorted(words | ({f"{name.code}."} if name.code is not None else set()))


def _places(one: Someone) -> set[tuple[str, str]]:
    area = fold(one.sightings[0].authority or "")
    papers = {("papir", paper) for paper in one.papers}
    bodies = {("råd", f"{area} {body}") for body in one.bodies}
    bodies |= {("omtale", f"{area} {body}") for body in one.papers_of}
    return papers | bodies | {("område", area)} | {("titel", f"{area} {title}") for title in one.titles}


def _told_enough(unit: Someone) -> bool:
    """Whether a name in part has two parts, or a party or organisation with it."""
    return len(unit.sightings[0].written.words) > 1 or bool(unit.organisations or unit.parties)


def _elected_or_tied(unit: Someone, one: Someone) -> bool:
    """Politicians sit in several bodies; others are known in another body by what ties them only."""
    return unit.tied(one) or (len(unit.sightings[0].written.words) > 1 and bool(one.parties))


def _forms(unit: Someone) -> Iterator[Written]:
    """The name as written, then without the s of a genitive."""
    written = unit.sightings[0].written
    yield written
    if not unit.lists and len(written.words[-1]) > 2 and written.words[-1].endswith("s"):
        yield written.bare()


def _rule(unit: Someone, written: Written, one: Someone) -> str | None:
    if written.code is not None:
        return "initialer" if written.code in one.codes else None
    rules = [shortened(written, name) for name in one.names.values() if name.whole]
    found = next((rule for rule in rules if rule is not None and rule != "nyt_efternavn"), None)
    if found is None and written.words in one.names and not any(name.whole for name in one.names.values()):
        return "liste" if unit.titles == one.titles and unit.sightings[0].document_id in one.papers else None
    return found


def _narrowed(unit: Someone, fits: Sequence[tuple[Someone, str]]) -> list[tuple[Someone, str]]:
    """Those whom the organisation, the office, the title or the paper's own lists point to, where they point to any."""
    if len(fits) < 2:
        return list(fits)
    paper = unit.sightings[0].document_id
    tied = [one for one in fits if (unit.organisations or unit.parties) and unit.tied(one[0])]
    titled = [one for one in fits if any(_same_title(a, b) for a in unit.titles for b in one[0].titles)]
    elected = [one for one in fits if "valgt" in unit.functions and (one[0].parties or "valgt" in one[0].functions)]
    seated = [one for one in fits if unit.lists and unit.bodies & one[0].bodies]
    for pointed in (tied, _holders(unit, fits), titled, elected):
        if pointed:
            return [(one, "titel_navn" if pointed is not tied else rule) for one, rule in pointed]
    here = [one for one in fits if any(listed == paper for listed, _ in one[0].lists)]
    present = [one for one in seated or fits if not _gone(unit, one[0])]
    return here if len(here) == 1 and not unit.lists else present or seated or list(fits)


def _holders(unit: Someone, fits: Sequence[tuple[Someone, str]]) -> list[tuple[Someone, str]]:
    """Those who held the office last before the paper's date, or were the first to hold it after."""
    when = unit.sightings[0].date
    held = [(one, date) for one in fits for office in unit.offices for date in one[0].offices.get(office, ())]
    before = [date for _, date in held if date <= when]
    best = max(before) if before else min((date for _, date in held), default=None)
    found = {id(one[0]): one for one, date in held if date == best}
    return list(found.values())


def _gone(unit: Someone, one: Someone) -> bool:
    """Whether all of somebody's seats had ended before the year of the paper."""
    when = unit.sightings[0].date[:4]
    ends = [end for _, _, end in one.terms]
    known = [end for end in ends if end is not None]
    return when.isdigit() and bool(known) and len(known) == len(ends) and max(known) < int(when)


def _same_title(a: str, b: str) -> bool:
    return a == b or (a == "dr" and b.endswith("læge")) or (b == "dr" and a.endswith("læge"))


def _in_time(unit: Someone, one: Someone, tier: str) -> bool:
    """Whether someone of a body was seen there within a term of the paper's date."""
    when = unit.sightings[0].date[:4]
    years = [int(s.date[:4]) for s in one.sightings if s.date[:4].isdigit()]
    if tier not in ("råd", "omtale") or not when.isdigit() or not years:
        return True
    ends = [end for _, _, end in one.terms if end is not None]
    return min(years) - _YEARS <= int(when) <= max(*years, *ends, 0) + _YEARS
