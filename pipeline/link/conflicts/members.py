"""Papers of one body say that it consists of different numbers of members."""

from collections import defaultdict
from collections.abc import Iterator

from pipeline.link.conflicts.counts import count_of
from pipeline.link.conflicts.sides import Side, conflict, side
from pipeline.link.conflicts.told_twice import Told, against
from pipeline.link.corpus import Corpus
from pipeline.model.paper import Paper
from pipeline.model.place import Proof
from pipeline.model.trail import Conflict


def find_members(corpus: Corpus) -> Iterator[Conflict]:
    """One for each paper whose number of members differs from that of the oldest paper to say another."""
    told: dict[str, list[Told]] = defaultdict(list)
    for paper in corpus.papers:
        body_id = corpus.body_id(paper.document_id)
        for said in () if body_id is None else _said(paper, corpus):
            told[body_id or ""].append(Told(corpus.date(paper.document_id), said))
    for body_id, counts in sorted(told.items()):
        for left, right in against(counts):
            yield conflict(f"antal medlemmer af {corpus.organisations[body_id].name}", left, right)


def _said(paper: Paper, corpus: Corpus) -> Iterator[Side]:
    for passage in paper.document.body():
        for found in corpus.book.every("member_counts", passage.text):
            proof = Proof(passage.span(found.start, found.end), found.rule.name, found.rule.score)
            yield side(count_of(found.match["count"]), paper.document_id, proof)
