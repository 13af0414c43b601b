"""List markers: bullets, numbers and letters that open a line."""

import re
from dataclasses import dataclass

_NUMBER = re.compile(r"\(?(\d{1,3}(?:\.\d{1,2}){0,3})[.):]\)?$|(\d{1,2}(?:\.\d{1,2}){1,3})$")
_LETTER = re.compile(r"\(?([a-zæøå]|[A-ZÆØÅ])[.)]\)?$")
_ROMAN = re.compile(r"\(?([ivx]{2,4})[.)]$")
_PARAGRAPH = re.compile(r"§\s?\d+[.:]?$")


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker as printed; `family` is `•`, `1`, `1.1`, `a`, `A` or `i`: markers of one list share it."""

    text: str
    family: str


def read_marker(text: str, *, bullets: frozenset[str]) -> Marker | None:
    """The marker that a word is, or None. A number without a dot, bracket or colon is none."""
    if text in bullets:
        return Marker(text, text)
    if match := _NUMBER.match(text):
        number = match.group(1) or match.group(2)
        return Marker(text, "1" if "." not in number else "1.1")
    if match := _LETTER.match(text):
        return Marker(text, "a" if match.group(1).islower() else "A")
    if _ROMAN.match(text):
        return Marker(text, "i")
    return None


def is_marker(text: str, *, bullets: frozenset[str]) -> bool:
    """Whether a word could be a list marker, or a bare item number such as `715` or `2`."""
    return read_marker(text, bullets=bullets) is not None or bool(
        re.fullmatch(r"\d{1,4}", text) or _PARAGRAPH.match(text)
    )
