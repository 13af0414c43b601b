"""Which finding is which row of a reference: each serves one at most, and as many as can be are served."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import networkx as nx

from pipeline.evaluate.folding import fold
from pipeline.evaluate.rows import Found, Reference

LONGEST = 650
"""A finding of more letters holds every quote of its page, and is none."""

# A required row is never left unserved for the sake of rows that need not be found.
_REQUIRED, _OPTIONAL = 1000, 100

Fit = Callable[[Reference, Found], int | None]


@dataclass(frozen=True, slots=True)
class Pair:
    """A reference and its finding; without the one it is a false find, without the other a miss."""

    reference: Reference | None
    found: Found | None


def pair(references: Sequence[Reference], found: Sequence[Found], fit: Fit) -> list[Pair]:
    """The pairing with the greatest sum of `fit` (0 to 99; None: cannot be the same), missing and false ones last."""
    partner = dict(_matched(references, found, fit))
    served = set(partner.values())
    pairs = [Pair(reference, found[partner[i]] if i in partner else None) for i, reference in enumerate(references)]
    return pairs + [Pair(None, other) for j, other in enumerate(found) if j not in served]


def _matched(references: Sequence[Reference], found: Sequence[Found], fit: Fit) -> Iterator[tuple[int, int]]:
    graph = nx.Graph()
    for i, reference in enumerate(references):
        for j, other in enumerate(found):
            weight = fit(reference, other) if reference.document in (None, other.document) else None
            if weight is not None:
                graph.add_edge((0, i), (1, j), weight=weight + (_REQUIRED if reference.required else _OPTIONAL))
    for ends in nx.max_weight_matching(graph):
        (_, i), (_, j) = sorted(ends)
        yield i, j


def quoted(*better: Callable[[Reference, Found], bool]) -> Fit:
    """A finding fits when its own text holds the quote; the better, the more of these hold.

    Two clauses of one sentence are two findings with one text: the one whose proof holds the quote fits better.
    """

    def fit(reference: Reference, found: Found) -> int | None:
        quote = fold(reference.text)
        if len(found.text) > LONGEST or quote not in fold(found.text):
            return None
        return 10 * sum(test(reference, found) for test in better) + (quote in fold(found.quote))

    return fit
