"""Papers of one body say that it consists of different numbers of members."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from pipeline.link.conflicts.counts import count_of
from pipeline.link.conflicts.sides import Side, conflict, side
from pipeline.link.corpus import Corpus
from pipeline.model.paper import Paper
from pipeline.model.place import Proof
from pipeline.model.trail import Conflict

# The key by which the first paper to say a number stands for it: date, paper, number.
_Key = tuple[str, str, str]


def find_members(corpus: Corpus) -> Iterator[Conflict]:
    """One for each two numbers told of a body; the oldest paper that says a number stands for it."""
    values: dict[str, dict[str, tuple[_Key, Side]]] = defaultdict(dict)
    for paper in corpus.papers:
        body_id = corpus.body_id(paper.document_id)
        for said in () if body_id is None else _said(paper, corpus):
            day = corpus.date(paper.document_id) or "~"
            told = ((day, paper.document_id, said.value), said)
            known = values[body_id or ""].get(said.value)
            values[body_id or ""][said.value] = told if known is None else min(known, told, key=lambda t: t[0])
    for body_id, counts in sorted(values.items()):
        for (_, left), (_, right) in combinations(sorted(counts.values(), key=lambda t: t[0]), 2):
            yield conflict(f"antal medlemmer af {corpus.organisations[body_id].name}", left, right)


def _said(paper: Paper, corpus: Corpus) -> Iterator[Side]:
    for passage in paper.document.body():
        for found in corpus.book.every("member_counts", passage.text):
            proof = Proof(passage.span(found.start, found.end), found.rule.name, found.rule.score)
            yield side(count_of(found.match["count"]), paper.document_id, proof)
