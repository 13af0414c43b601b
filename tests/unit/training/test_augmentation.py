"""What is made for the recogniser of names to learn from: every name stays on its own words."""

from random import Random

import pytest
import spacy

from training.council import council_line, filled, heading
from training.damage import damaged
from training.gazetteers import Gazetteers, Weighted
from training.lines import Line, Name, document_of, line_of
from training.swaps import Swapper, is_letters, with_genitive

DANISH = spacy.blank("da")
LISTS = Gazetteers(
    first=Weighted(("Aase", "Bo"), (1.0, 2.0)),
    last=Weighted(("Vang", "Bech"), (1.0, 2.0)),
    municipalities=("Vejen", "København"),
    towns=("Skagen",),
    cities=("Lima",),
    countries=("Norge",),
    nationalities=("norsk",),
)


def line(text: str, *marked: tuple[int, int, str]) -> Line:
    words = tuple(text.split())
    return Line(words, (True,) * len(words), tuple(Name(*name) for name in marked))


def named(of: Line) -> list[tuple[str, str]]:
    return [(" ".join(of.words[n.start : n.end]), n.label) for n in of.names]


@pytest.mark.parametrize("seed", range(20))
def test_a_swap_changes_names_and_nothing_else(seed):
    before = line("Formand Per Holm fra FN i Oslo talte", (1, 3, "PER"), (4, 5, "ORG"), (6, 7, "LOC"))
    after = Swapper(DANISH, LISTS, Random(seed)).swapped(before)
    covered = {i for n in after.names for i in range(n.start, n.end)}
    assert [w for i, w in enumerate(after.words) if i not in covered] == ["Formand", "fra", "i", "talte"]
    assert [n.label for n in after.names] == ["PER", "ORG", "LOC"]


@pytest.mark.parametrize(
    ("word", "letters"), [("FN", True), ("B.T.", True), ("DBUs", True), ("Venstre", False), ("Lego", False)]
)
def test_abbreviations_by_their_look(word, letters):
    assert is_letters(word) is letters


def test_a_name_takes_over_the_genitive_of_an_abbreviation():
    assert with_genitive("KL", "FN's", Random(0)) == "KL's"


@pytest.mark.parametrize(
    ("template", "text", "labels"),
    [
        ("{K} Kommunes indsats", "Vejen Kommunes indsats", ["ORG"]),
        ("{B}s medlemmer er:", None, ["ORG"]),
        ("Mødet holdes i {L}.", None, ["LOC"]),
        ("{t} {x}", None, []),
    ],
)
def test_slots_are_marked_with_their_genitive(template, text, labels):
    only_vejen = Gazetteers(LISTS.first, LISTS.last, ("Vejen",), ("Vejen",), ("Lima",), ("Norge",), ("norsk",))
    made, marked = filled(template, Random(1), only_vejen)
    assert [label for _, _, label in marked] == labels
    assert text is None or made == text
    assert "{" not in made


@pytest.mark.parametrize("seed", range(30))
def test_council_lines_make_documents(seed):
    made = council_line(Random(seed), LISTS, language=DANISH)
    assert made is not None
    assert line_of(document_of([made], language=DANISH)[:]).names == made.names


def test_headings_name_nobody():
    assert heading(Random(3), ["Flere pladser"], language=DANISH).names == ()


@pytest.mark.parametrize("seed", range(12))
def test_damage_leaves_names_on_their_words(seed):
    before = line("Sundhedsforvaltningen orienterede Per Holm .", (2, 4, "PER"))
    ((text, label),) = named(damaged(before, Random(seed)))
    assert (text.lower(), label) == ("per holm", "PER")
