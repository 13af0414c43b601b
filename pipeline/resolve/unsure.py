"""What could be one and is kept apart: listed, never settled silently."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from pipeline.model.entities import Identity
from pipeline.resolve.persons import Someone

_MOST = 5  # others named beside one that is unsure


@dataclass
class Unsure:
    """Pairs of people that are kept apart, with the rule that says why."""

    pairs: list[tuple[Someone, Someone, str]] = field(default_factory=list)

    def between(self, one: Someone, others: Iterable[Someone], rule: str) -> None:
        """One of these could be meant, too."""
        self.pairs += [(one, other, rule) for other, _ in zip(others, range(_MOST), strict=False)]

    def rows(self, id_of: Callable[[Someone], str], reasons: Mapping[str, str]) -> Iterator[Identity]:
        """A row for each pair that did not turn out to be one after all."""
        seen: set[frozenset[str]] = set()
        for one, other, rule in self.pairs:
            ids = id_of(one.root), id_of(other.root)
            if ids[0] != ids[1] and frozenset(ids) not in seen:
                seen.add(frozenset(ids))
                text = one.sightings[0].name
                yield Identity("person", ids[0], text, ids[1], "usikker", reasons[rule], f"identity.{rule}")
