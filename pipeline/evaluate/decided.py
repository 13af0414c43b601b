"""Proposals, decisions and dates held against `indstillinger`, `decisions` and `dates`."""

import re
from collections.abc import Callable, Mapping, Sequence

import pandas as pd

from pipeline.evaluate.folding import alternatives, fold, same
from pipeline.evaluate.judging import Field, Judge, Sheet, agree, column
from pipeline.evaluate.pairing import Pair, pair, quoted
from pipeline.evaluate.people import Names
from pipeline.evaluate.rows import Corpus, Found, Reference, references

Gold = Mapping[str, pd.DataFrame]

_ITEM = Field("item", "item", lambda found: found.value("agenda_item"))
_TYPED = (_ITEM, column("status"), column("type"))


def score_proposals(corpus: Corpus, gold: Gold) -> list[Sheet]:
    """The points of the proposals put to the meeting, each under its item."""
    known = references(gold, "indstillinger", text="quote")
    pairs = pair(known, corpus.found("proposals"), quoted(_agrees(_ITEM)))
    return [Judge(corpus).records("proposals", pairs, (_ITEM,))]


def pair_decisions(corpus: Corpus, gold: Gold) -> list[Pair]:
    """Which decision is which of the reference."""
    known = references(gold, "decisions", text="quote")
    return pair(known, corpus.found("decisions"), quoted(*(_agrees(field) for field in _TYPED)))


def score_decisions(corpus: Corpus, pairs: Sequence[Pair], names: Names) -> list[Sheet]:
    """The decisions found; those with the right item, status and type; then each field."""
    judge, later = Judge(corpus), (names.field("body"), column("date"), column("due"))
    return [
        judge.records("decisions", pairs),
        judge.records("decisions.typed", pairs, _TYPED),
        *judge.fields("decisions", pairs, (*_TYPED, *later)),
    ]


def score_dates(corpus: Corpus, gold: Gold) -> list[Sheet]:
    """Expressions of time with their EDTF; bare years need not be found."""
    known = references(gold, "dates", text="text")
    texts = {row["passage_id"]: row["text"] for _, row in corpus.rows("passages")}

    def fit(reference: Reference, found: Found) -> int | None:
        right, same_words = agree(_EDTF, reference, found), fold(reference.text) == fold(found.text)
        here = _stands(reference, found, texts.get(found.value("passage_id") or "", ""))
        overlap = same_words or fold(reference.text) in fold(found.text) or fold(found.text) in fold(reference.text)
        # A year out of a date elsewhere is not the bare year of this row.
        if not overlap or not (right or same_words) or not (here or reference.required):
            return None
        return 20 * right + 2 * here + same_words

    return [Judge(corpus).records("dates", pair(known, corpus.found("dates"), fit), (_EDTF,))]


def _stands(reference: Reference, found: Found, passage: str) -> bool:
    """Whether a date stands where the reference has it, by the letters before it."""
    begin = max(0, found.row["start"] - _BEFORE)
    window = fold(passage[begin : found.row["end"]])
    return reference.landmark in window or (begin == 0 and window != "" and reference.landmark.endswith(window))


def _agrees(field: Field) -> Callable[[Reference, Found], bool]:
    return lambda reference, found: agree(field, reference, found)


def _same_date(cell: str, value: str | None) -> bool:
    """A year that the text leaves open on one side, `fra 2027 og frem`, is as right as the bare year."""
    years = [part for part in alternatives(cell) if _YEAR.fullmatch(part)]
    return same(cell, value) or value in {open_year for year in years for open_year in (f"{year}/..", f"../{year}")}


_YEAR = re.compile(r"\d{4}")
# Letters before a date that are enough to tell it from the same date elsewhere, spaces and hyphens included.
_BEFORE = 20
_EDTF = Field("edtf", "edtf", lambda found: found.value("edtf"), _same_date)
