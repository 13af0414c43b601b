"""Counts in a sentence that do not make the total the same sentence gives."""

import re
from collections.abc import Iterator

from pipeline.lexicons.rules import Found
from pipeline.link.conflicts.counts import count_of
from pipeline.link.conflicts.sides import conflict, side
from pipeline.link.corpus import Corpus
from pipeline.model.document import Passage, PassageKind
from pipeline.model.place import Proof
from pipeline.model.trail import Conflict

_PARTED = re.compile(r", | og | samt ")


def find_spoken_sums(corpus: Corpus) -> Iterator[Conflict]:
    """One for each sentence that counts people in parts and gives another total."""
    for paper in corpus.papers:
        for passage in paper.document.body():
            if passage.kind is not PassageKind.TABLE:
                yield from _of_passage(passage, paper.document_id, corpus)


def _of_passage(passage: Passage, document_id: str, corpus: Corpus) -> Iterator[Conflict]:
    for found in corpus.book.every("spoken_sums", passage.text):
        summed, told = _sum_of(found.match["parts"]), _number(found.match["total"])
        if summed == told:
            continue
        left = side(str(told), document_id, _proof(passage, found, "total"))
        right = side(f"delene giver {summed}", document_id, _proof(passage, found, "parts"))
        yield conflict("sum i teksten", left, right)


def _proof(passage: Passage, found: Found, group: str) -> Proof:
    return Proof(passage.span(found.match.start(group), found.match.end(group)), found.rule.name, found.rule.score)


def _sum_of(parts: str) -> int:
    return sum(_number(part.split(" ")[0]) for part in _PARTED.split(parts))


def _number(text: str) -> int:
    return int(count_of(text).replace(".", ""))
