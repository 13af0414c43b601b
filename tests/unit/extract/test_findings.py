"""The face of the room: every finding with an id and a proof, whatever the paper."""

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extract import extract_findings
from pipeline.model.document import PassageKind
from pipeline.model.findings import Findings
from pipeline.model.paper import Paper
from pipeline.run.settings import open_model
from tests.unit.extract.papers import CONTEXT, paper

MINUTES = paper(
    "@ Mødedato: 14. maj 2024 kl. 10.00-12.00",
    "% Ældrerådet side 1 af 2, Anne Andersen, 99 mio. kr., 3. januar 1999, hjemløse",
    "@ Til stede: Anne Bech (formand), Kim Lund",
    "# Punkt 1: Tandpleje for hjemløse",
    "## Indstilling",
    "Det indstilles, at rådet drøfter tandpleje.",
    "## Sagsfremstilling",
    "Byrådet besluttede den 4. april 2024 at afsætte 2 mio. kr. til tandpleje i 2025.",
    "Ældrerådet anbefaler, at alle hjemløse får gratis tandpleje.",
    "En borger fortæller, at han har ventet i et år på en tid.",
    "## Beslutning",
    "Rådet drøftede tandpleje og aftalte, at formanden skriver til byrådet inden den 1. juni.",
    "## Bilag",
    "Notat om tandpleje",
)  # fmt: skip


def findings(made: Paper) -> Findings:
    return extract_findings(made, context=CONTEXT, nlp=open_model(CONTEXT))


def rows(found: Findings):
    for field in dataclasses.fields(found):
        if field.name != "document_id":
            yield from ((field.name, row) for row in getattr(found, field.name))


def spans(found: Findings):
    for _, row in rows(found):
        proof = getattr(row, "proof", None)
        if proof is not None:
            yield from (proof.span, *proof.more)


def test_all_kinds_of_one_paper():
    found = findings(MINUTES)
    counts = {name: sum(1 for kind, _ in rows(found) if kind == name) for name, _ in rows(found)}
    assert counts["decisions"] == 3
    assert {"proposals", "recommendations", "stories", "commitments", "amounts", "references", "dates"} <= set(counts)
    assert [s.text for s in found.stories] == ["En borger fortæller, at han har ventet i et år på en tid."]
    assert {"socialt-udsatte"} <= {m.theme_id for m in found.theme_mentions}


def test_every_span_proves_itself_and_none_stands_in_furniture():
    passages = {p.passage_id: p for p in MINUTES.document.passages}
    for span in spans(findings(MINUTES)):
        assert passages[span.passage_id].text[span.start : span.end] == span.quote
        assert passages[span.passage_id].kind is not PassageKind.FURNITURE


def test_ids_are_unique_within_a_table_and_the_same_again():
    found = findings(MINUTES)
    ids = [(kind, row.id) for kind, row in rows(found)]
    assert len(ids) == len(set(ids))
    assert findings(MINUTES) == found


def test_every_rule_is_file_and_entry():
    rules = {row.proof.rule for _, row in rows(findings(MINUTES)) if hasattr(row, "proof")}
    assert all(rule.count(".") == 1 for rule in rules)


def test_a_paper_without_passages_says_nothing():
    empty = dataclasses.replace(MINUTES, document=dataclasses.replace(MINUTES.document, passages=()))
    assert list(rows(findings(empty))) == []


WORDS = st.sampled_from(
    ["Rådet", "drøftede", "Anne Bech", "(A)", "og", "at", "den 3. maj", "kl. 10", "godkendt", ":", ",", ".", "”",
     "Afbud:", "2022-2025", "5 mio. kr.", "Ældrerådet anbefaler", "§ 85", "formand", "Eksempel:", "- ", "hjemløse",
     "punkt 4", "–"]
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=25), st.sampled_from(["referat", "notat", "anbefalinger", "kommissorium"]))
def test_any_words_give_findings_that_prove_themselves(words: list[str], kind: str):
    made = paper("# Punkt 1: Sag", "## Beslutning", " ".join(words).strip() or "x", kind=kind)
    texts = {p.passage_id: p.text for p in made.document.passages}
    assert all(texts[s.passage_id][s.start : s.end] == s.quote for s in spans(findings(made)))


@pytest.mark.parametrize(
    "kind", ["referat", "dagsorden", "notat", "anbefalinger", "kommissorium", "praesentation", "andet"]
)
def test_every_kind_of_paper_goes_through(kind: str):
    assert findings(paper("Ældrerådet holdt møde den 3. maj 2024.", kind=kind)).dates
