"""A sum of money told with its parts, which make another sum."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby, pairwise

from pipeline.link.conflicts.counts import danish_number
from pipeline.link.conflicts.sides import conflict, side
from pipeline.link.corpus import Corpus
from pipeline.model.document import Passage, PassageKind
from pipeline.model.findings import Amount
from pipeline.model.place import Proof
from pipeline.model.trail import Conflict

_HALF_A_TENTH = Decimal("0.05")


def find_told_sums(corpus: Corpus) -> Iterator[Conflict]:
    """One for each sum that its sentence shares out among parts that do not make it."""
    for paper in corpus.papers:
        passages = {p.passage_id: p for p in paper.document.body() if p.kind is not PassageKind.TABLE}
        amounts = sorted(corpus.findings[paper.document_id].amounts, key=_place)
        for passage_id, group in groupby(amounts, key=lambda a: a.proof.span.passage_id):
            if passage_id in passages:
                yield from _of_passage(passages[passage_id], list(group), paper.document_id, corpus)


def _place(amount: Amount) -> tuple[str, int]:
    return amount.proof.span.passage_id, amount.proof.span.start


def _of_passage(passage: Passage, sums: Sequence[Amount], document_id: str, corpus: Corpus) -> Iterator[Conflict]:
    for n, total in enumerate(sums):
        parts = _parts(passage, sums[n:], corpus)
        if len(parts) < 2 or len({a.unit for a in (total, *parts)}) > 1:
            continue
        made = sum((Decimal(str(p.value)) for p in parts), Decimal(0))
        if abs(made - Decimal(str(total.value))) <= _rounding((total, *parts)):
            continue
        spread = passage.span(parts[0].proof.span.start, parts[-1].proof.span.end)
        right = Proof(spread, "conflicts.told_parts", parts[0].proof.score)
        yield conflict(
            "sum i teksten",
            side(total.text, document_id, total.proof),
            side(f"delene giver {danish_number(made)} {total.unit}", document_id, right),
        )


def _parts(passage: Passage, sums: Sequence[Amount], corpus: Corpus) -> list[Amount]:
    """The parts of the first sum: told right behind words that share it out, listed with commas and a last "og"."""
    found: list[Amount] = []
    for before, amount in pairwise(sums):
        between = passage.text[before.proof.span.end : amount.proof.span.start]
        last = bool(found) and corpus.book.holds("last_part", between)
        if not last and not corpus.book.holds("next_part" if found else "shared_out", between):
            return []
        found.append(amount)
        if last:
            after = passage.text[amount.proof.span.end :]
            return [] if corpus.book.holds("more_parts", after) else found
    return []


def _rounding(sums: Sequence[Amount]) -> Decimal:
    """Nothing for whole numbers, else half a tenth for each part."""
    whole = all(float(amount.value).is_integer() for amount in sums)
    return Decimal(0) if whole else _HALF_A_TENTH * (len(sums) - 1)
