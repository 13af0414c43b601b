"""Answers of several values: themes of a story, recommendations that it supports. Each value is judged by itself."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from pipeline.evaluate.folding import alternatives
from pipeline.evaluate.judging import Judge, Outcome, Sheet, Verdict, tell
from pipeline.evaluate.rows import Corpus, Found, Reference


@dataclass(frozen=True, slots=True)
class Claims:
    """What is wanted for one row of a reference, what is neither right nor wrong, and what is given, with its proof."""

    reference: Reference
    wanted: tuple[str, ...]
    accepted: frozenset[str]
    given: Mapping[str, Found]


def listed(cell: str) -> tuple[str, ...]:
    """The values of a cell that lists several: `lighed|kultur`."""
    return tuple(part for part in alternatives(cell) if part)


def judge_claims(judge: Judge, name: str, all_claims: Iterable[Claims]) -> Sheet:
    """A sheet over single values; those wanted of a row that was not found are missed."""
    return Sheet(name, tuple(verdict for claims in all_claims for verdict in _verdicts(judge, claims)))


def _verdicts(judge: Judge, claims: Claims) -> Iterator[Verdict]:
    required = claims.reference.required
    for value in claims.wanted:
        if value in claims.given:
            yield tell(Outcome.RIGHT, claims.given[value], required=required, expected=value, other=value)
        elif required:
            yield judge.missed(claims.reference, expected=value)
    for value, found in claims.given.items():
        if value not in claims.wanted and value not in claims.accepted:
            yield tell(Outcome.FALSE, found, other=value)


def themes_of(corpus: Corpus, target_kind: str, found: Found | None, target_id: str) -> dict[str, Found]:
    """The themes given to a finding; `target_id` is the column with its id."""
    if found is None:
        return {}
    rows = (row for _, row in corpus.rows("theme_assignments"))
    own = (r for r in rows if r["target_kind"] == target_kind and r["target_id"] == found.value(target_id))
    return {row["theme_id"]: replace(found, rule=f"theme {row['theme_id']}, score {row['score']}") for row in own}


def links_of(corpus: Corpus, relation: str, source_id: str | None) -> Iterator[Found]:
    """The links of a relation from a finding that hold; candidates do not count."""
    for row in corpus.tables.get("links", ()):
        if row["relation"] == relation and row["source_id"] == source_id and row["fact"]:
            proof = row["source_proof"]
            document = corpus.stems.get(proof["document_id"], "")
            rule = f"{row['method']}: {row['reason']}"
            yield Found(document, row["target_id"], proof["page"], proof["quote"], rule, row)
