"""Two pieces of advice word by word in their order: what stands in the place of what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rapidfuzz import fuzz

from pipeline.resolve.wording import Unit, Wording

_PREFIX, _PREFIX_SHARE, _ROOT_WORTH = 5, 0.7, 0.8
_SLIP, _SLIP_RATIO = 3, 75.0


@dataclass(frozen=True, slots=True)
class Frame:
    """`likeness` of the words in their order, 0..1; whether something else, or its opposite, stands for a word.

    `places` are the pairs of units, older and newer, that stand for each other.
    """

    likeness: float
    exchanged: bool
    opposite: bool
    places: tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]


def compare_frames(older: Wording, newer: Wording, opposites: Mapping[str, frozenset[str]]) -> Frame:
    """The two word by word."""
    matcher = SequenceMatcher(None, older.spoken, newer.spoken, autojunk=False)
    hunks = [(a, b, c, d) for tag, a, b, c, d in matcher.get_opcodes() if tag == "replace"]
    places = tuple((_between(older, a, b), _between(newer, c, d)) for a, b, c, d in hunks)
    exchanged = any(
        _exchanged([older.units[n] for n in left], [newer.units[n] for n in right]) for left, right in places
    )
    opposite = any(
        not opposites.get(word, frozenset()).isdisjoint(newer.spoken[c:d])
        for a, b, c, d in hunks
        for word in older.spoken[a:b]
    )
    return Frame(matcher.ratio(), exchanged, opposite, places)


def same_root(a: Unit, b: Unit) -> float:
    """How sure it is that two words are one by their letters, 0..1."""
    short, long = sorted((a.stem, b.stem), key=len)
    common = next((n for n, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    begins = common >= _PREFIX and (common >= _PREFIX_SHARE * len(long) or common == len(short))
    ends = len(short) >= _PREFIX and long.endswith(short)
    # A slip of the pen or another form of the word: forbud, forbyde; vise, vist.
    slips = common >= _SLIP and fuzz.ratio(short, long) >= _SLIP_RATIO
    return _ROOT_WORTH if begins or ends or slips else 0.0


def _between(wording: Wording, start: int, end: int) -> tuple[int, ...]:
    return tuple(n for n, unit in enumerate(wording.units) if start <= unit.at < end)


def _exchanged(left: Sequence[Unit], right: Sequence[Unit]) -> bool:
    """Whether each of two places holds something that the other does not."""
    return _has_more(left, right) and _has_more(right, left)


def _has_more(units: Sequence[Unit], others: Sequence[Unit]) -> bool:
    keys = {other.key for other in others}
    return any(unit.key not in keys and not any(same_root(unit, other) for other in others) for unit in units)
