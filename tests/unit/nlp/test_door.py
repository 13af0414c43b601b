"""The one door to spaCy: plain values out, and a clear word when the model is not there."""

import pytest
import spacy

from pipeline.errors import InvalidConfig
from pipeline.lexicons import load as load_lexicons
from pipeline.model.language import NamedSpan, SentenceSpan
from pipeline.nlp import Nlp, load
from pipeline.nlp.feeding import feeding

ABBREVIATIONS = load_lexicons().abbreviations
TEXT = "Anne Bech bor i Viborg. Hun drøftede budgettet."


@pytest.fixture(scope="module")
def nlp(context):
    return load(context.config.nlp.model, abbreviations=ABBREVIATIONS)


@pytest.fixture(scope="module")
def bare():
    """A pipeline without any component."""
    return Nlp(spacy.blank("da"), ABBREVIATIONS, {("råd", "NOUN"): "råd"})


def test_names_are_spans_of_the_text(nlp):
    found, none = nlp.names([TEXT, "Det regner."])
    assert NamedSpan(0, 9, "Anne Bech", "PER") in found
    assert all(TEXT[n.start : n.end] == n.text for n in found)
    assert none == ()


def test_what_a_ruler_names_stands_and_the_model_finds_the_rest(nlp):
    text = "Fonden Anne Bech gav penge, sagde Ole Holm."
    (found,) = nlp.names([text], ruled=[[NamedSpan(0, 16, "Fonden Anne Bech", "ORG")]])
    assert [(n.text, n.label) for n in found] == [("Fonden Anne Bech", "ORG"), ("Ole Holm", "PER")]


def test_of_two_ruled_names_in_one_place_the_longer_stands(nlp):
    ruled = [NamedSpan(0, 6, "Fonden", "ORG"), NamedSpan(0, 12, "Fonden Håbet", "ORG")]
    (found,) = nlp.names(["Fonden Håbet betaler."], ruled=[ruled])
    assert [n.text for n in found] == ["Fonden Håbet"]


def test_sentences_cover_each_text_and_join_none(nlp):
    found = nlp.sentences([TEXT, "Uden punktum", ""])
    assert found == ((SentenceSpan(0, 23), SentenceSpan(24, 47)), (SentenceSpan(0, 12),), ())


def test_tokens_carry_lemma_and_part_of_speech(nlp):
    (tokens,) = nlp.tokens(["Hun drøftede budgettet "])
    assert [(t.text, t.lemma, t.pos) for t in tokens] == [
        ("Hun", "hun", "PRON"),
        ("drøftede", "drøfte", "VERB"),
        ("budgettet", "budget", "NOUN"),
    ]
    assert "Tense=Past" in tokens[1].morph


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Se sagsnr. 12", ["Se", "sagsnr.", "12"]),
        ("cand.mag. Holm", ["cand.mag.", "Holm"]),
        ("Adm. direktør", ["Adm.", "direktør"]),
        ("Det varer 10 min.", ["Det", "varer", "10", "min", "."]),
        ("kl. 9.00-12.00", ["kl.", "9.00-12.00"]),
        ("bl.a. jf. m.fl.", ["bl.a.", "jf.", "m.fl."]),
    ],
)
def test_abbreviations_of_the_field_are_words(nlp, text, words):
    (tokens,) = nlp.tokens([text])
    assert [t.text for t in tokens] == words


def test_the_model_is_loaded_once(context, nlp):
    assert load(context.config.nlp.model, abbreviations=ABBREVIATIONS) is nlp


def test_a_model_that_is_not_there_is_told_with_the_ways_out():
    with pytest.raises(InvalidConfig, match="none named 'da_no_such'") as problem:
        load("da_no_such", abbreviations=ABBREVIATIONS)
    assert "make setup" in str(problem.value)
    assert "params.yaml" in str(problem.value)


def test_a_pipeline_without_components_still_parts_sentences_and_knows_word_lists(bare):
    assert bare.names([TEXT]) == ((),)
    assert bare.sentences([TEXT]) == ((SentenceSpan(0, 23), SentenceSpan(24, 47)),)
    (tokens,) = bare.tokens(["budgettet"])
    assert [(t.lemma, t.pos, t.morph) for t in tokens] == [("budget", "", "")]


def test_what_listens_to_shared_vectors_gets_them():
    language = spacy.blank("da")
    language.add_pipe("tok2vec")
    language.add_pipe(
        "ner",
        config={"model": {"tok2vec": {"@architectures": "spacy.Tok2VecListener.v1", "width": 96}}},
    )
    language.add_pipe("senter")
    assert feeding(language, ("ner",)) == {"tok2vec"}
    assert feeding(language, ("senter",)) == frozenset()
    assert feeding(language, ("morphologizer",)) == frozenset()


def test_the_model_in_use_needs_no_shared_vectors_for_names_and_sentences(nlp):
    assert feeding(nlp.language, ("ner",)) == frozenset()
    assert feeding(nlp.language, ("senter",)) == frozenset()
    assert feeding(nlp.language, ("morphologizer", "lemmatizer")) == {"tok2vec"}
