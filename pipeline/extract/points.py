"""Which points of the proposal a decision answers."""

import re
from collections.abc import Iterator

from pipeline.extract.clauses import Clause
from pipeline.lexicons.facts import FactsLexicon

_PIECES = re.compile(r"\s?(?:,|\bog\b|\bsamt\b)\s?")
_POINT = re.compile(r"\d{1,2}[a-z]?|\b[a-h]\b", re.IGNORECASE)
_ORDER = {"første": "1", "andet": "2", "anden": "2", "tredje": "3", "fjerde": "4"}


def points_of(clause: Clause, facts: FactsLexicon) -> tuple[str, ...]:
    """The numbers of the proposal that the clause answers: "1.-3. anbefales" is 1, 2 and 3."""
    passage = clause.sentence.placed.passage
    first = clause.sentence.start == passage.marker
    marker = passage.text[: passage.marker] if first and clause.start == 0 else ""
    # A lettered line is a point when its verdict is all it says: "a) Godkendt", not "a) Formanden orienterede".
    marker = marker if not marker[:1].isalpha() or not clause.head.strip() else ""
    found = facts.decisions.first("points", marker + clause.head)
    if found is None or (clause.type == "taget af dagsordenen" and "indstilling" not in clause.head.casefold()):
        # "Punkt 15 udgår" is an item of the agenda.
        return ()
    named = found.match.groupdict()
    text = named.get("points") or named.get("lettered") or ""
    return tuple(dict.fromkeys(point for piece in _PIECES.split(text) for point in _numbers(piece)))


def _numbers(piece: str) -> Iterator[str]:
    ordinal = _ORDER.get(piece.strip().casefold())
    if ordinal is not None:
        yield ordinal
        return
    ends = _POINT.findall(piece)
    if len(ends) == 2 and all(end.isdigit() for end in ends):
        yield from (str(n) for n in range(int(ends[0]), int(ends[1]) + 1))
    elif len(ends) == 2 and all(end.isalpha() for end in ends):
        yield from (chr(n) for n in range(ord(ends[0]), ord(ends[1]) + 1))
    else:
        yield from ends
