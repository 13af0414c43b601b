"""Dictionary forms and the parts of compounds."""

import csv
from pathlib import Path

import pytest

from pipeline.nlp.compounds import load_compounds
from pipeline.nlp.lemmas import lemma_of, load_lexicon

LANGUAGE = Path(__file__).parents[2] / "language"


@pytest.mark.parametrize(
    ("form", "pos", "seen", "lemma"),
    [
        ("var", "AUX", "var", "være"),  # the treebanks' lexicon
        ("Var", "AUX", "Var", "være"),
        ("værestederne", "NOUN", "værestederne", "værested"),  # simplemma, where the lexicon is silent
        ("kvaksede", "VERB", "kvakse", "kvakse"),  # the model, where neither knows the word
        ("Holms", "PROPN", "Holm", "Holm"),  # names go by the model
        ("Zyklonen", "PROPN", "", "Zyklonen"),
        ("kvaks", "", "", "kvaks"),
    ],
)
def test_lemmas(form, pos, seen, lemma):
    assert lemma_of(form, pos, seen, lexicon=load_lexicon()) == lemma


def rows(path: Path):
    with path.open(encoding="utf-8", newline="") as file:
        return [(row["word"], tuple(row["parts"].split("+"))) for row in csv.DictReader(file)]


def test_two_hundred_compounds_of_councils():
    found = [load_compounds().split(word) == parts for word, parts in rows(LANGUAGE / "compounds.csv")]
    assert len(found) == 200
    assert sum(found) / len(found) >= 0.92


def test_compounds_held_back():
    wrong = [
        word for word, parts in rows(LANGUAGE / "compounds-held-back.csv") if load_compounds().split(word) != parts
    ]
    assert len(wrong) <= 0.05 * len(rows(LANGUAGE / "compounds-held-back.csv")), wrong


@pytest.mark.parametrize("word", (LANGUAGE / "no-compounds.txt").read_text(encoding="utf-8").split())
def test_words_that_are_no_compounds(word):
    assert load_compounds().split(word) == (word,)


@pytest.mark.parametrize(
    ("word", "parts"),
    [("it-støtte", ("it", "støtte")), ("Udsattefaglighed", ("Udsatte", "faglighed")), ("hus", ("hus",)), ("", ("",))],
)
def test_edges(word, parts):
    assert load_compounds().split(word) == parts
