"""Recommendations, what elaborates them and where they stand, held against the references of the same names."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from pipeline.evaluate.claims import Claims, judge_claims, listed, themes_of
from pipeline.evaluate.judging import Field, Judge, Sheet, column
from pipeline.evaluate.pairing import Pair, pair, quoted
from pipeline.evaluate.rows import Corpus, Found, Reference, Row, references

Gold = Mapping[str, pd.DataFrame]


@dataclass(frozen=True, slots=True)
class Advice:
    """The recommendations of the reference and those that elaborate them, each with what was found."""

    main: Sequence[Pair]
    sub: Sequence[Pair]
    parents: Mapping[str, Sequence[str]]

    def numbers(self) -> dict[str, str]:
        """From the id of a recommendation found to its number in the reference."""
        return dict(_keys(self.main, "number"))

    def sub_keys(self) -> dict[str, str]:
        """From the id of an elaborating one found to its key in the reference."""
        return dict(_keys(self.sub, "key"))

    def roots(self, recommendation_id: str) -> Iterator[str]:
        """The recommendations at the top that one elaborates, directly or not."""
        todo, seen = list(self.parents.get(recommendation_id, ())), {recommendation_id}
        while todo:
            current = todo.pop(0)
            if current in seen:
                continue
            seen.add(current)
            above = self.parents.get(current, ())
            todo += above
            if not above:
                yield current


def pair_advice(corpus: Corpus, gold: Gold) -> Advice:
    """The recommendations found. Those that a paper cites from elsewhere are in no reference."""
    found = [f for f in corpus.found("recommendations") if f.value("source") != "citeret"]
    main = [f for f in found if f.value("kind") == "overordnet"]
    sub = [f for f in found if f.value("kind") == "uddybende"]
    return Advice(
        pair(references(gold, "recommendations", text="quote"), main, quoted()),
        pair(references(gold, "sub_recommendations", text="quote"), sub, quoted()),
        {f.row["recommendation_id"]: f.row["parents"] or () for f in found},
    )


def score_recommendations(corpus: Corpus, advice: Advice) -> list[Sheet]:
    """The recommendations; their number, date and themes."""
    judge = Judge(corpus)
    themes = judge_claims(judge, "recommendations.themes", (_themes(corpus, p) for p in _known(advice.main)))
    fields = judge.fields("recommendations", advice.main, (column("number"), column("issued")))
    return [judge.records("recommendations", advice.main), *fields, themes]


def score_sub_recommendations(corpus: Corpus, advice: Advice) -> list[Sheet]:
    """The elaborating ones; which of the recommendations each elaborates, and which other it stands under."""
    judge, keys = Judge(corpus), advice.sub_keys()

    def under(found: Found) -> str | None:
        return next((keys[parent] for parent in found.row["parents"] or () if parent in keys), None)

    elaborates = judge_claims(judge, "sub_recommendations.elaborates", _elaborated(advice))
    fields = judge.fields("sub_recommendations", advice.sub, (Field("under", "under", under),))
    return [judge.records("sub_recommendations", advice.sub), elaborates, *fields]


def score_mentions(corpus: Corpus, gold: Gold, advice: Advice) -> list[Sheet]:
    """Every place that holds the full wording of one of the recommendations."""
    known = references(gold, "recommendation_mentions", text="number")
    passages = {row["passage_id"]: row for _, row in corpus.rows("passages")}
    numbers, subs = advice.numbers(), {p.found.row["recommendation_id"] for p in advice.sub if p.found is not None}
    full = [f for f in corpus.found("recommendation_mentions", text="quote") if f.value("how") == "full"]
    found = [
        replace(f, text=numbers.get(f.value("recommendation_id") or "", ""))
        for f in full
        if f.value("recommendation_id") not in subs
    ]

    def fit(reference: Reference, other: Found) -> int | None:
        stands = _stands(passages[other.row["passage_id"]], reference.cell("place"))
        return 0 if reference.text == other.text and stands else None

    return [Judge(corpus).records("recommendation_mentions", pair(known, found, fit))]


def _stands(passage: Row, place: str) -> bool:
    """Whether a passage stands under a heading of that number, or under that agenda item: `4.1`, `punkt 4`."""
    kind, _, number = place.rpartition(" ")
    if kind == "punkt":
        return bool(passage["agenda_item"] == number)
    return any(heading.split()[0].rstrip(".") == place for heading in passage["section"] if heading.strip())


def _known(pairs: Sequence[Pair]) -> Iterator[tuple[Reference, Found | None]]:
    return ((p.reference, p.found) for p in pairs if p.reference is not None)


def _keys(pairs: Sequence[Pair], name: str) -> Iterator[tuple[str, str]]:
    for reference, found in _known(pairs):
        if found is not None:
            yield found.row["recommendation_id"], reference.cell(name)


def _themes(corpus: Corpus, known: tuple[Reference, Found | None]) -> Claims:
    reference, found = known
    accepted = frozenset(listed(reference.cell("themes_acceptable")))
    given = themes_of(corpus, "recommendation", found, "recommendation_id")
    return Claims(reference, listed(reference.cell("themes")), accepted, given)


def _elaborated(advice: Advice) -> Iterator[Claims]:
    numbers = advice.numbers()
    for reference, found in _known(advice.sub):
        roots = () if found is None else advice.roots(found.row["recommendation_id"])
        given = {numbers.get(root, "another"): found for root in roots if found is not None}
        yield Claims(reference, listed(reference.cell("elaborates")), frozenset(), given)
