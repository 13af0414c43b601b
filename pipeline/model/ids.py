"""Computed ids: the same finding gets the same id in every run, whatever the order of the papers."""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

_NOT_WORD = re.compile(r"[^\w]+")


def fold(text: str) -> str:
    """The letters and digits of a text, lower case, one space between words: what stays when layout changes."""
    return _NOT_WORD.sub(" ", unicodedata.normalize("NFC", text).casefold()).strip()


def digest(*parts: str) -> str:
    """16 hex digits of the SHA-256 of the parts."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def finding_ids(table: str, document_id: str, texts: Iterable[str]) -> Iterator[str]:
    """An id for each text in turn, from table, paper, folded text and the n-th occurrence of it."""
    seen: Counter[str] = Counter()
    for text in texts:
        folded = fold(text)
        seen[folded] += 1
        yield digest(table, document_id, folded, str(seen[folded]))


def entity_id(kind: str, authority: str | None, name: str) -> str:
    """The id of a person, organisation or recommendation, from kind, authority and folded name."""
    return digest(kind, fold(authority or ""), fold(name))
