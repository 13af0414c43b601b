"""Names in 400 made council sentences (tests/language), by the whole of `extract` and by model and ruler alone."""

import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from pipeline.extract import extract_findings
from tests.unit.extract.papers import CONTEXT, paper

_SENTENCES = Path(__file__).parents[1] / "language" / "sentences.jsonl"
ROWS = [json.loads(line) for line in _SENTENCES.read_text(encoding="utf-8").splitlines()]


def f1(pairs: Iterable[tuple[set[tuple[int, int]], set[tuple[int, int]]]]) -> float:
    """Exact spans: twice the hits over what is found and what there is."""
    counted = [(len(found & there), len(found) + len(there)) for found, there in pairs]
    return 2 * sum(hits for hits, _ in counted) / sum(both for _, both in counted)


@pytest.fixture(scope="module")
def found(language):
    return [extract_findings(paper(row["text"]), context=CONTEXT, nlp=language).entity_mentions for row in ROWS]


@pytest.mark.parametrize(
    ("kind", "key", "least"), [("person", "persons", 0.98), ("organisation", "organisations", 0.94)]
)
def test_names_found_by_lists_rules_and_model(found, kind, key, least):
    spans = ({(m.proof.span.start, m.proof.span.end) for m in some if m.entity_kind == kind} for some in found)
    assert f1((got, {(a, b) for a, b in row[key]}) for got, row in zip(spans, ROWS, strict=True)) >= least


def test_persons_by_the_model_alone(language):
    names = language.names(row["text"] for row in ROWS)
    spans = ({(n.start, n.end) for n in some if n.label == "PER"} for some in names)
    assert f1((got, {(a, b) for a, b in row["persons"]}) for got, row in zip(spans, ROWS, strict=True)) >= 0.94
