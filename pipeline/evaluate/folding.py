"""Text made comparable: what stays of it when layout, hyphenation and quotation marks change."""

import re
import unicodedata
from functools import lru_cache

_SPACE = re.compile(r"[\s\u00ad\u200b-]+|[\u2010\u2011]")
_LEADER = re.compile(r"[.…·_]{3,}")
_QUOTES = str.maketrans({**dict.fromkeys("”“„«»", '"'), **dict.fromkeys("’‘‚´`", "'")})


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """The letters of a text without space, hyphens, case and leader dots; every quotation mark is one of two.

    All hyphens go, since a hyphen at a line end may be part of the word or not: `kan- og` and `re-præsentant`.
    """
    plain = unicodedata.normalize("NFC", text).translate(_QUOTES).casefold()
    return _LEADER.sub("", _SPACE.sub("", plain))


def holds(text: str | None, quote: str) -> bool:
    """Whether a text holds the words of a quote."""
    return text is not None and fold(quote) in fold(text)


def alternatives(cell: str) -> list[str]:
    """What a cell of a reference accepts: `made|reported` is two values, `X|` is X or nothing."""
    return [part.strip() for part in cell.split("|")]


def same(cell: str, value: str | None) -> bool:
    """Whether a value is one that the cell accepts; an empty cell, or an empty alternative, accepts None."""
    return fold(value or "") in {fold(part) for part in alternatives(cell)}
