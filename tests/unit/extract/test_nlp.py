"""The one door to spaCy: plain values out, and a clear word when the model is not there."""

import pytest

from pipeline.errors import InvalidConfig
from pipeline.model.language import NamedSpan, SentenceSpan, Token
from pipeline.nlp import load

TEXT = "Anne Bech bor i Viborg. Hun drøftede budgettet."


@pytest.fixture(scope="module")
def nlp():
    return load("da_ddt_sm")


def test_names_are_spans_of_the_text(nlp):
    found, none = nlp.names([TEXT, "Det regner."])
    assert NamedSpan(0, 9, "Anne Bech", "PER") in found
    assert all(TEXT[n.start : n.end] == n.text for n in found)
    assert none == ()


def test_sentences_cover_the_text(nlp):
    assert nlp.sentences(TEXT) == (SentenceSpan(0, 23), SentenceSpan(24, 47))


def test_tokens_carry_lemma_and_part_of_speech(nlp):
    tokens = nlp.tokens("Hun drøftede budgettet")
    assert [(t.text, t.lemma, t.pos) for t in tokens] == [
        ("Hun", "hun", "PRON"),
        ("drøftede", "drøfte", "VERB"),
        ("budgettet", "budget", "NOUN"),
    ]
    assert isinstance(tokens[1], Token)
    assert "Tense=Past" in tokens[1].morph


def test_the_model_is_loaded_once():
    assert load("da_ddt_sm") is load("da_ddt_sm")


def test_a_model_that_is_not_there_is_told_with_the_ways_out():
    with pytest.raises(InvalidConfig, match=r"no.*'da_no_such'|none named 'da_no_such'") as problem:
        load("da_no_such")
    assert "make setup" in str(problem.value)
    assert "params.yaml" in str(problem.value)
