"""How well stories find their recommendations in the made councils: order, facts, and what a score means."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tests.trail.councils import Council


@dataclass
class Found:
    """Over stories that strongly support something: where the first right one comes; over all: facts and scores."""

    places: list[int] = field(default_factory=list)
    within: list[float] = field(default_factory=list)
    strays: int = 0
    right: int = 0
    wrong: int = 0
    there: int = 0
    pairs: list[tuple[float, bool]] = field(default_factory=list)

    def measures(self) -> dict[str, float]:
        """First place right, mean reciprocal rank, share within three, precision and recall of facts, calibration."""
        stories = len(self.places)
        return {
            "first": sum(place == 1 for place in self.places) / stories,
            "mrr": sum(1 / place for place in self.places if place) / stories,
            "within_three": sum(self.within) / stories,
            "precision": self.right / max(1, self.right + self.wrong),
            "recall": self.right / self.there,
            "calibration_error": _calibration_error(self.pairs),
        }


def find(councils: Iterable[Council]) -> Found:
    """The links of all councils held against what a careful reader says."""
    found = Found()
    for council in councils:
        told = {story["key"]: story for story in council.raw["stories"]}
        linked: dict[str, list[tuple[float, str, bool]]] = {key: [] for key in told}
        for link in council.trail.links:
            if link.relation == "supports" and link.target_id in council.recommendation_keys:
                target = council.recommendation_keys[link.target_id]
                linked[council.keys[link.source_id]].append((-link.score, target, link.fact))
        for key, links in linked.items():
            _judge(found, sorted(links), set(told[key]["strong"]), set(told[key].get("acceptable") or ()))
    return found


def _judge(found: Found, links: Sequence[tuple[float, str, bool]], strong: set[str], acceptable: set[str]) -> None:
    names = [name for _, name, _ in links]
    facts = {name for _, name, fact in links if fact}
    found.right += len(facts & strong)
    found.wrong += len(facts - strong - acceptable)
    found.there += len(strong)
    found.pairs += [(-score, name in strong) for score, name, _ in links if name not in acceptable]
    if strong:
        found.places.append(next((n for n, name in enumerate(names, start=1) if name in strong), 0))
        found.within.append(len(set(names[:3]) & strong) / min(3, len(strong)))
        found.strays += bool(names) and names[0] not in strong | acceptable


def _calibration_error(pairs: Sequence[tuple[float, bool]]) -> float:
    """The distance between score and share of links that hold, over ten bins weighted by their size."""
    bins: dict[int, list[tuple[float, bool]]] = {}
    for score, holds in pairs:
        bins.setdefault(min(9, int(score * 10)), []).append((score, holds))
    parts = [
        (sum(s for s, _ in part) / len(part), sum(h for _, h in part) / len(part), len(part)) for part in bins.values()
    ]
    return sum(abs(score - share) * size for score, share, size in parts) / max(1, len(pairs))
