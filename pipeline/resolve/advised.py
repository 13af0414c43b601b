"""The pieces of advice that papers state in full, as they are compared: in words, by issuer, in the order of time."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.model.findings import RecommendationMention
from pipeline.model.ids import fold
from pipeline.resolve.wording import Wording

CANDIDATES = 24
"""How many earlier pieces of advice one is held against, those that share its rarest words first."""
_COMMON = 200
"""A word that more earlier pieces of advice hold tells none of them apart; it only adds to what others found."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A mention with its paper, and the issuer that tells bodies with like wordings apart."""

    mention: RecommendationMention
    document_id: str
    date: str
    place: int
    issuer: str
    wording: Wording

    @property
    def folded(self) -> str:
        """Its text less layout."""
        return fold(self.mention.text)


@dataclass(slots=True)
class Known:
    """The identities of one issuer so far: the statements that are one, earliest first, and each wording once."""

    groups: list[list[Stated]] = field(default_factory=list)
    wordings: list[list[Stated]] = field(default_factory=list)
    exact: dict[str, int] = field(default_factory=dict)
    holders: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def add(self, stated: Stated, number: int | None = None) -> int:
        """The number of the identity it joins; a new one without a number."""
        if number is None:
            number = len(self.groups)
            self.groups.append([])
            self.wordings.append([])
        self.groups[number].append(stated)
        if stated.folded not in self.exact:
            self.exact[stated.folded] = number
            self.wordings[number].append(stated)
            for key in sorted({unit.key for unit in stated.wording.units}):
                if number not in self.holders[key][-1:]:
                    self.holders[key].append(number)
        return number

    def candidates(self, stated: Stated) -> list[int]:
        """The identities that share its rarest words, few however many there are."""
        keys = sorted({u.key for u in stated.wording.units}, key=lambda k: (len(self.holders.get(k, ())), k))
        found: dict[int, float] = defaultdict(float)
        for rank, key in enumerate(keys):
            holders = self.holders.get(key, [])
            if len(holders) > _COMMON and rank > 0:
                break
            for number in holders[-_COMMON:]:
                found[number] += 1 + 1 / len(holders)
        return sorted(found, key=lambda number: (-found[number], number))[:CANDIDATES]


def counted(stated: Iterable[Stated]) -> tuple[Counter[str], int]:
    """In how many wordings each unit stands, and how many wordings there are; what is repeated counts once."""
    unique = {(s.issuer, s.folded): s for s in stated}
    return Counter(key for s in unique.values() for key in {u.key for u in s.wording.units}), len(unique)


def by_paper(stated: Sequence[Stated]) -> Iterator[list[Stated]]:
    """The statements of each paper, earliest paper first."""
    found: dict[str, list[Stated]] = defaultdict(list)
    for one in stated:
        found[one.document_id].append(one)
    yield from found.values()
