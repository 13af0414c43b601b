"""What became of the recommendations, held against `decision_recommendations` and `statuses`."""

from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from pipeline.evaluate.claims import Claims, judge_claims, links_of, listed
from pipeline.evaluate.judging import Judge, Sheet, column
from pipeline.evaluate.pairing import Pair
from pipeline.evaluate.rows import Corpus, Found, Reference, references

Gold = Mapping[str, pd.DataFrame]

_REFERENCES = {"named": "særskilt", "collective": "samlet"}


def score_followed(corpus: Corpus, gold: Gold, decisions: Sequence[Pair], numbers: Mapping[str, str]) -> list[Sheet]:
    """Links from a decision to the recommendations, and whether each is meant by itself or with all of them."""
    judge = Judge(corpus)
    keys = {p.reference.cell("key"): p for p in decisions if p.reference is not None}
    all_claims = [
        _followed(corpus, reference, keys.get(reference.text), numbers)
        for reference in references(gold, "decision_recommendations", text="decision")
    ]
    meant = [pair for claims in all_claims for pair in _meant(claims)]
    return [
        judge_claims(judge, "decision_recommendations", all_claims),
        *judge.fields("decision_recommendations", meant, (column("reference"),)),
    ]


def _followed(corpus: Corpus, reference: Reference, decision: Pair | None, numbers: Mapping[str, str]) -> Claims:
    found = None if decision is None else decision.found
    links = () if found is None else links_of(corpus, "follows_up", found.value("decision_id"))
    given = {numbers[link.text]: link for link in links if link.text in numbers}
    about = decision.reference if decision is not None and decision.reference is not None else reference
    row = {**reference.row, "reference": _REFERENCES.get(reference.cell("reference"), "")}
    shown = Reference(about.document, about.text, None, True, row)
    return Claims(shown, listed(reference.cell("strong")), frozenset(listed(reference.cell("acceptable"))), given)


def _meant(claims: Claims) -> Iterator[Pair]:
    """The links that are right, each with what the reference says of them."""
    return (Pair(claims.reference, claims.given[value]) for value in claims.wanted if value in claims.given)


def score_statuses(corpus: Corpus, gold: Gold, numbers: Mapping[str, str]) -> list[Sheet]:
    """How far each recommendation has come on a day, by the last row up to that day."""
    ids = {number: key for key, number in numbers.items()}
    known = references(gold, "statuses", text="number")
    pairs = [Pair(r, _status(corpus, ids.get(r.text), r.cell("as_of"))) for r in known]
    fields, judge = (column("status"), column("follow_up"), column("since")), Judge(corpus)
    return [judge.records("statuses", pairs, fields), *judge.fields("statuses", pairs, fields)]


def _status(corpus: Corpus, recommendation_id: str | None, day: str) -> Found | None:
    """The row that holds on a day. EDTF sorts as text: a month before its days."""
    rows = [row for row in corpus.tables.get("statuses", ()) if row["recommendation_id"] == recommendation_id]
    past = sorted((row for row in rows if row["as_of"] <= day), key=lambda row: str(row["as_of"]))
    if not past:
        return None
    return Found("", f"status as of {past[-1]['as_of']}", None, past[-1]["reason"], "statuses", past[-1])
