"""Where sentences begin: after stops, not after those of abbreviations and numbers, and where a model sees it."""

import json
from itertools import pairwise
from pathlib import Path

import pytest

from pipeline.lexicons import load as load_lexicons
from pipeline.nlp import load
from pipeline.nlp.boundaries import sentence_starts

ABBREVIATIONS = load_lexicons().abbreviations
LANGUAGE = Path(__file__).parents[2] / "language"


def texts(name: str) -> list[list[str]]:
    lines = (LANGUAGE / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["sentences"] for line in lines]


def cut(text: str, seen: list[int] | None = None) -> list[str]:
    starts = sentence_starts(text, seen=seen or (), abbreviations=ABBREVIATIONS)
    return [text[a:b].strip() for a, b in pairwise([*starts, len(text)])]


@pytest.mark.parametrize(
    "sentences", texts("boundaries.jsonl") + texts("boundaries-held-back.jsonl"), ids=lambda s: s[0][:30]
)
def test_tricky_boundaries(context, sentences):
    nlp, text = load(context.config.nlp.model, abbreviations=ABBREVIATIONS), " ".join(sentences)
    (spans,) = nlp.sentences([text])
    assert [text[s.start : s.end] for s in spans] == sentences


def test_a_model_s_start_counts_where_no_stop_stands():
    text = "Åbne punkter Lukkede punkter"
    assert cut(text, seen=[0, 13]) == ["Åbne punkter", "Lukkede punkter"]


@pytest.mark.parametrize(
    ("text", "at"),
    [("Det gælder bl.a. Udsatterådet", 17), ("Politikker mm. med relevans", 15), ("1. 2. og 3. sal", 3)],
)
def test_a_model_s_start_does_not_count_behind_an_abbreviation_or_number(text, at):
    assert cut(text, seen=[0, at]) == [text]


def test_no_text_has_no_sentence_but_its_start():
    assert sentence_starts("", seen=(), abbreviations=ABBREVIATIONS) == (0,)
