"""Values that papers tell of one thing, and which two are shown for each other where they differ."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.link.conflicts.sides import Side

_UNDATED = "~"  # Papers without a date come last.


@dataclass(frozen=True, slots=True)
class Told:
    """What a paper says, and the paper's date."""

    date: str | None
    said: Side

    @property
    def key(self) -> tuple[str, str, str]:
        """The older first; papers of one day by their ids."""
        return (self.date or _UNDATED, self.said.located.document_id, self.said.value)


def against(told: Sequence[Told]) -> Iterator[tuple[Side, Side]]:
    """Each paper's value against the oldest paper with another one, the older on the left; no pair twice."""
    kept = {(t.said.located.document_id, t.said.value): t for t in sorted(told, key=lambda t: t.key, reverse=True)}
    inner = sorted(kept.values(), key=lambda t: t.key)
    oldest = {t.said.value: t for t in reversed(inner)}
    pairs = {
        tuple(sorted((one.key, other.key))): (one, other)
        for value, other in oldest.items()
        for one in inner
        if one.said.value != value
    }
    for _, pair in sorted(pairs.items()):
        left, right = sorted(pair, key=lambda t: t.key)
        yield left.said, right.said
