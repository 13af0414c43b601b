"""The members of a list within a sentence: "herunder A, B og C"."""

import itertools
import re
from collections.abc import Iterator

_TAIL = re.compile(r"(?: (?:mm|mv|m\.m|m\.v|m\.fl|osv|etc))?[\s.,;]*$")
_LONGEST = 9
_CLAUSE = re.compile(r"\b(?:er|har|skal|kan|bør|vil|blev|var|havde|må)\b")


def members(text: str, start: int) -> Iterator[tuple[int, int]]:
    """The members of an enumeration between commas and the last "og"; a relative clause and brackets stay inside."""
    cuts = _cuts(text, start)
    last = re.search(r"(?:.*\S)? (og) (?!\S+ing\b)", text[cuts[-1] :]) if len(cuts) > 1 else None
    joined = _last_and(text, cuts[-1]) if last is not None else None
    bounds = [*cuts, len(text)]
    for begin, end in itertools.pairwise(bounds):
        pieces = [(begin, end)]
        if end == len(text) and joined is not None:
            pieces = [(begin, joined), (joined + 4, end)]
        for a, b in pieces:
            body = _TAIL.sub("", text[a:b].rstrip(",;"))
            lead = len(body) - len(body.lstrip())
            if len(body.strip()) > 2:
                yield a + lead, a + len(body)


def is_enumeration(text: str, start: int, *, least: int) -> bool:
    """Whether what follows is a list of things, not a clause with commas in it."""
    found = [text[a:b] for a, b in members(text, start)]
    short = all(len(m.split()) <= _LONGEST for m in found)
    return len(found) >= least and short and not any(_CLAUSE.search(m) for m in found if not m.startswith("at "))


def _cuts(text: str, start: int) -> list[int]:
    sign = ";" if text.count(";", start) > 1 or ("," not in text[start:] and ";" in text[start:]) else ","
    cuts = [start]
    depth = 0
    for n in range(start, len(text)):
        depth += (text[n] in "(") - (text[n] in ")")
        if depth == 0 and text[n] == sign and not re.match(r", (?:som|der|hvor|så|at|hvis|når)\b", text[n:]):
            cuts.append(n + 1)
    return cuts


def _last_and(text: str, start: int) -> int | None:
    """The " og " that joins the last two members: outside brackets, with a whole phrase on either side."""
    depth, found = 0, None
    for n in range(start, len(text)):
        depth += (text[n] in "(") - (text[n] in ")")
        if depth == 0 and text.startswith(" og ", n):
            found = n
    if found is None or len(text[start:found].split()) > 4:
        return None
    return found
