"""A person in the making: the places that are held to name one person, and what speaks against adding more."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from pipeline.resolve.sightings import Sighting
from pipeline.resolve.written import Written

Term = tuple[str | None, int | None, int | None]
"""A body, and the first and last year of a seat in it."""
_APART = 1  # years between the end of one term and the start of the next one of the same person, at most


_OTHERS = ("ungdom", "unge", "junior", "børn", "studenter", "pårørende")  # Red Barnet Ungdom is not Red Barnet


@dataclass(eq=False)
class Someone:
    """Sightings that are one person, with all their clues together. `rules` tell by which rule each form joined."""

    sightings: list[Sighting] = field(default_factory=list)
    organisations: set[str] = field(default_factory=set)
    parties: set[frozenset[str]] = field(default_factory=set)
    functions: set[str] = field(default_factory=set)
    offices: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    elsewhere: set[str] = field(default_factory=set)
    said_of: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    names: dict[tuple[str, ...], Written] = field(default_factory=dict)
    lists: dict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set))
    bodies: set[str] = field(default_factory=set)
    advisory: bool = False
    papers: set[str] = field(default_factory=set)
    papers_of: set[str] = field(default_factory=set)
    terms: set[Term] = field(default_factory=set)
    codes: set[str] = field(default_factory=set)
    rules: dict[str, str] = field(default_factory=dict)
    merged_into: "Someone | None" = None

    @classmethod
    def of(cls, sightings: Iterable[Sighting]) -> "Someone":
        """The person of these sightings."""
        one = cls()
        for sighting in sightings:
            one.add(sighting)
        return one

    def add(self, sighting: Sighting) -> None:
        """Take in one more sighting."""
        clues, written = sighting.clues, sighting.written
        self.sightings.append(sighting)
        self.organisations |= clues.organisations
        if clues.parties:
            self.parties.add(clues.parties)
        if clues.function is not None:
            self.functions.add(clues.function)
        if clues.office is not None and clues.office != "medlem":
            self.offices[clues.office].add(sighting.date)
        self.said_of |= clues.bodies
        if clues.elsewhere is not None:
            self.elsewhere.add(clues.elsewhere)
        if clues.title is not None:
            self.titles.add(clues.title)
        if clues.years != (None, None):
            self.terms.add((sighting.body, *clues.years))
        self._place(sighting, written)

    def _place(self, sighting: Sighting, written: Written) -> None:
        if written.words not in self.names or written.former:
            self.names[written.words] = written
        self.papers.add(sighting.document_id)
        if written.code is not None:
            self.codes.add(written.code)
        if sighting.body is not None:
            self.papers_of.add(sighting.body)
        if sighting.listed is not None:
            self.lists[(sighting.document_id, sighting.listed)].add(written.key)
            if sighting.body is not None:
                self.bodies.add(sighting.body)
                self.advisory = self.advisory or sighting.advisory

    @property
    def root(self) -> "Someone":
        """The person that this one was found to be."""
        one = self
        while one.merged_into is not None:
            one = one.merged_into
        return one

    def take(self, other: "Someone", rule: str) -> None:
        """Hold another to be this one, by a rule."""
        for sighting in other.sightings:
            self.add(sighting)
            self.rules.setdefault(sighting.name, other.rules.get(sighting.name, rule))
        other.merged_into = self

    def tied(self, other: "Someone") -> bool:
        """Whether organisation, party, title or chair are the same, or one is said to be of the other's body."""
        if any(_related(a, b) for a in self.organisations for b in other.organisations):
            return True
        if any(a & b for a in self.parties for b in other.parties):
            return True
        if self.titles & other.titles or self.said_of & other.bodies or other.said_of & self.bodies:
            return True
        return bool({"formand", "næstformand"} & set(self.offices) & set(other.offices)) and bool(
            self.bodies & other.bodies
        )

    def against(self, other: "Someone") -> str | None:
        """What speaks against two being one person of this name: the rule, or None."""
        alike = any(_related(a, b) for a in self.organisations for b in other.organisations)
        if self.organisations and other.organisations and not alike:
            return "imod_forening"
        if self.parties and other.parties and all(_other_party(a, b) for a in self.parties for b in other.parties):
            return "imod_parti"
        if _elected_and_sent(self, other) or _elected_and_sent(other, self):
            return "imod_plads"
        if not alike and (_works_for(self, other) or _works_for(other, self)):
            return "imod_funktion"
        if _from_elsewhere(self, other) or _from_elsewhere(other, self):
            return "imod_myndighed"
        if self._listed_beside(other):
            return "imod_liste"
        late = _after_term(self, other) or _after_term(other, self)
        return "imod_tid" if not alike and (late or _never_both(self.terms, other.terms)) else None

    def _listed_beside(self, other: "Someone") -> bool:
        """Whether one list names both, in two forms: nobody stands on a list twice."""
        few, many = sorted((self.lists, other.lists), key=len)
        if any(place in many and not (few[place] & many[place]) for place in few):
            return True
        # A member and somebody's alternate on one list of members are two, also of one name.
        stands_in = ("suppleant" in self.offices) != ("suppleant" in other.offices)
        return stands_in and any(place in many for place in few if place[1] == "medlem")


def _other_party(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two can be no one party: the letter of a local list may be that of any name nobody knows."""
    unknown = sorted((one for some in (a, b) for one in some if one.startswith("?")), key=len)
    if a & b:
        return False
    if len(unknown) == 1 or not unknown:
        return True
    letter = len(unknown[0]) <= len("?x") < len(unknown[-1])
    return not letter and not unknown[-1].startswith(f"{unknown[0]} ")


def _elected_and_sent(a: Someone, b: Someone) -> bool:
    return (
        bool(a.parties or "valgt" in a.functions)
        and not a.organisations
        and bool(b.organisations)
        and not (b.parties or "valgt" in b.functions)
    )


def _works_for(a: Someone, b: Someone) -> bool:
    """Whether one has a trade or works for an authority, and the other is a member of whom none of it is told."""
    member = bool({"valgt", "medlem"} & b.functions) or bool(b.parties) or any(kind == "medlem" for _, kind in b.lists)
    if not member or "ansat" in b.functions:
        return False
    seated = bool({"valgt", "medlem"} & a.functions) or any(kind == "medlem" for _, kind in a.lists)
    # A doctor may be a member, too.
    trades = a.titles - {"dr"}
    return "ansat" in a.functions or (bool(trades) and not seated and not trades & b.titles)


def _from_elsewhere(a: Someone, b: Someone) -> bool:
    """Whether one is of another municipality, and the other of this one's lists."""
    return bool(a.elsewhere) and not b.elsewhere and bool(b.lists)


def _never_both(a: set[Term], b: set[Term]) -> bool:
    """Whether years of a seat in one body lie so far apart that they are two people's, or one begins within another."""
    pairs = [(x, y) for x in a for y in b if x[0] is not None and x[0] == y[0]]
    apart = any(_gap(x, y) or _gap(y, x) or _inside(x, y) or _inside(y, x) for x, y in pairs)
    return apart and not any(x[1:] == y[1:] for x in a for y in b)


def _after_term(a: Someone, b: Someone) -> bool:
    """Whether all seats of one had ended years before the other was on a list of the body."""
    ends = [end for body, _, end in a.terms if body in b.bodies]
    if not ends or None in ends or b.terms or a.parties & b.parties:
        return False
    last = max(end for end in ends if end is not None)
    listed = [s.date[:4] for s in b.sightings if s.listed is not None and s.date[:4].isdigit()]
    own = [s.date[:4] for s in a.sightings if s.listed is not None and s.date[:4].isdigit()]
    return bool(listed) and int(min(listed)) > last + _APART and not any(int(year) > last + _APART for year in own)


def _inside(a: Term, b: Term) -> bool:
    """Whether one takes a seat while the other holds one: `2014-2017` and `from 2016`."""
    return a[1] is not None and a[2] is not None and b[1] is not None and a[1] < b[1] < a[2]


def _gap(a: Term, b: Term) -> bool:
    return a[2] is not None and b[1] is not None and b[1] > a[2] + _APART


def _related(a: str, b: str) -> bool:
    """The same organisation, or one is the other's branch: `ældre sagen testby` and `ældre sagen`."""
    short, long = sorted((a, b), key=len)
    return a == b or (long.startswith(f"{short} ") and long.removeprefix(f"{short} ").split()[0] not in _OTHERS)
