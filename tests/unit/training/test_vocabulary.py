"""Which words get a vector: only where the list of common words is installed."""

import pytest
import spacy
from spacy.tokens import Doc

from training.gazetteers import Gazetteers, Weighted

vocabulary = pytest.importorskip("training.vocabulary")

DANISH = spacy.blank("da")
LISTS = Gazetteers(
    Weighted(("Aase",), (1.0,)),
    Weighted(("Vang",), (1.0,)),
    ("Vejen",),
    ("Skagen",),
    ("São Paulo",),
    ("Norge",),
    ("norsk",),
)


@pytest.fixture(scope="module")
def words():
    text = Doc(DANISH.vocab, words=["Rådet", "drøftede", "bostøttevejleder", "."])
    return vocabulary.words_with_vectors([text], LISTS, ["Toyota", "toyota", "Ö", "мир"], language=DANISH)


@pytest.mark.parametrize(
    "word",
    [
        "bostøttevejleder",  # from text
        "Vejen",
        "Vejens",  # from a list, and its genitive
        "Paulo",  # a part of a name
        "FOA",  # from the names of organisations
        "kommune",
        "Kommune",  # common Danish, and as a heading begins
        "Toyota",  # known to the encoder in whatever language
    ],
)
def test_has_a_vector(words, word):
    assert word in words


@pytest.mark.parametrize("word", [".", "мир", "Ö", "VEJEN"])
def test_has_none(words, word):
    assert word not in words


def test_sorted_and_each_once(words):
    assert words == sorted(set(words))
