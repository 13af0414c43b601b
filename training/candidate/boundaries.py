"""Sentence starts set right after the model: never behind an abbreviation that goes on, always behind a closing one."""

import re
from collections.abc import Iterable, Iterator

_WORD_WITH_STOP = re.compile(r"\S+$")
_CAPITAL_NEXT = re.compile(r"(?P<before>\S+\.)\s+(?=[A-ZÆØÅ])")


def corrected(text: str, starts: Iterable[int], *, inside: re.Pattern[str], either: re.Pattern[str]) -> list[int]:
    """The starts of the sentences of a text, in order, the first always 0.

    `inside` and `either` are the groups of abbreviations.yaml: the first never ends a sentence,
    the second does before a capital.
    """
    kept = {start for start in starts if start and not _goes_on(text[:start], inside)}
    return sorted({0} | kept | set(_closed(text, either)))


def _goes_on(before: str, inside: re.Pattern[str]) -> bool:
    """Whether the text up to here ends in an abbreviation that something must follow."""
    last = _WORD_WITH_STOP.search(before.rstrip())
    return last is not None and inside.search(" " + last[0]) is not None


def _closed(text: str, either: re.Pattern[str]) -> Iterator[int]:
    """Where a capital follows an abbreviation that may close a sentence."""
    for found in _CAPITAL_NEXT.finditer(text):
        if either.search(" " + found["before"]) is not None:
            yield found.end()
