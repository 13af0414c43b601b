"""Contributions, commitments, clauses, seats, amounts, references and contradictions held against their references."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from pipeline.evaluate.folding import alternatives, fold
from pipeline.evaluate.judging import Field, Judge, Sheet, agree, column
from pipeline.evaluate.pairing import Fit, pair
from pipeline.evaluate.rows import Corpus, Found, Reference, Row, references

Gold = Mapping[str, pd.DataFrame]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of finding: the column of its own words, what makes it right, and what is scored beside."""

    text: str
    right: tuple[Field, ...] = ()
    beside: tuple[Field, ...] = ()


def _same_words(cell: str, value: str | None) -> bool:
    """One name holds the other: "sekretariatet" is "Sekretariatet i regionen"; an empty cell asks for null."""
    named = [_plain(part) for part in alternatives(cell)]
    folded = _plain(value or "")
    return any((part in folded or folded in part) if part and folded else part == folded for part in named)


def _plain(name: str) -> str:
    """A name without its apostrophes: "KFUK's" is "KFUKs"."""
    return fold(name).replace("'", "")


def _same_number(cell: str, value: str | None) -> bool:
    return value is not None and any(part and float(part) == float(value) for part in alternatives(cell))


def _same_flag(cell: str, value: str | None) -> bool:
    return (value == "True") == (cell == "1")


KINDS: Mapping[str, Kind] = {
    "contributions": Kind(
        "text", (column("kind"),), (Field("said_by", "said_by", lambda f: f.value("said_by"), _same_words),)
    ),
    "commitments": Kind(
        "what",
        (),
        (
            Field("responsible", "responsible", lambda f: f.value("responsible"), _same_words),
            Field("recipient", "recipient", lambda f: f.value("recipient"), _same_words),
            column("due"),
        ),
    ),
    "clauses": Kind("text", (column("kind"),)),
    "seats": Kind(
        "quote",
        (),
        (
            Field("organisation", "organisation", lambda f: f.value("organisation"), _same_words),
            Field("number", "number", lambda f: f.value("number"), _same_number),
            Field("vacant", "vacant", lambda f: f.value("vacant"), _same_flag),
            Field("appointed_by", "appointed_by", lambda f: f.value("appointed_by"), _same_words),
        ),
    ),
    "amounts": Kind(
        "quote",
        (Field("value", "value", lambda f: f.value("value"), _same_number), column("unit")),
        (column("year"),),
    ),
    "references": Kind("quote", (column("kind"),)),
}


def score_agreed(corpus: Corpus, gold: Gold) -> Iterator[Sheet]:
    """Every kind that the references have, and each of its fields."""
    judge = Judge(corpus)
    texts = {row["passage_id"]: row["text"] for _, row in corpus.rows("passages")}
    for name, kind in KINDS.items():
        if name in gold:
            known, found = references(gold, name, text="quote"), corpus.found(name, text=kind.text)
            pairs = pair(known, found, _standing(texts, (*kind.right, *kind.beside)))
            yield judge.records(name, pairs, kind.right)
            yield from judge.fields(name, pairs, (*kind.right, *kind.beside))


def score_conflicts(corpus: Corpus, gold: Gold) -> Sheet:
    """Contradictions by what they are about and the words on both sides, whichever side is called left."""
    known = references(gold, "conflicts", text="left_quote")
    found = [_sided(corpus, row) for row in corpus.tables.get("conflicts", ())]
    return Judge(corpus).records("conflicts", pair(known, [f for f in found if f is not None], _both_sides))


def _standing(texts: Mapping[str, str], fields: Sequence[Field]) -> Fit:
    """A finding holds the quote, or shares the place where it stands: with its own words or those that resolve it."""

    def fit(reference: Reference, found: Found) -> int | None:
        quote, own = fold(reference.text), fold(found.quote)
        if quote not in fold(found.text) and quote not in own and not _shared(quote, found.row, texts):
            return None
        return 10 * sum(agree(field, reference, found) for field in fields) + (quote in own)

    return fit


def _shared(quote: str, row: Row, texts: Mapping[str, str]) -> bool:
    """Whether a quote, which stands once in its paper, and one of a finding's spans share letters of a passage."""
    return any(_overlaps(quote, span, texts) for span in (row, *(row.get("more") or ())))


def _overlaps(quote: str, span: Row, texts: Mapping[str, str]) -> bool:
    text = texts.get(str(span.get("passage_id")), "")
    place = fold(text).find(quote)
    begin, end = (len(fold(text[: span[edge]])) for edge in ("start", "end"))
    return place >= 0 and max(begin, place) < min(end, place + len(quote))


def _sided(corpus: Corpus, row: Row) -> Found | None:
    """A contradiction of papers that have references, known by the words of both sides."""
    sides = (row["left"], row["right"])
    documents = [corpus.stems.get(side["document_id"]) for side in sides]
    if None in documents:
        return None
    return Found(documents[0] or "", row["about"], sides[0]["page"], "\n".join(s["quote"] for s in sides), None, row)


def _both_sides(reference: Reference, found: Found) -> int | None:
    one, other = (fold(side["quote"]) for side in (found.row["left"], found.row["right"]))
    left, right = fold(reference.cell("left_quote")), fold(reference.cell("right_quote"))
    straight, crossed = _meet(left, one) and _meet(right, other), _meet(left, other) and _meet(right, one)
    # A line of the contents is enough: its heading reads the same, so that it is quoted with the words below it.
    straight = straight or (reference.cell("about") == "side" and _meet(left, one))
    same_kind = fold(reference.cell("about")) in fold(found.text)
    return (10 if same_kind else 0) + 1 if straight or crossed else None


def _meet(known: str, found: str) -> bool:
    return bool(known and found) and (known in found or found in known)
