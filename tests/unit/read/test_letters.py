"""Glyphs to letters: what producers print, and what a reader of the paper sees."""

from dataclasses import replace

import pytest

from pipeline.read.letters import clean_letters, join_spaced
from tests.unit.read.sheets import line, words


@pytest.fixture(scope="module")
def clean(context):
    def cleaning(glyphs):
        """The letters of glyphs that are each 10 points wide."""
        placed = [(g, 10.0 * n, 10.0 * n + 10) for n, g in enumerate(glyphs)]
        return clean_letters(placed, private_use=context.lexicons.layout.private_use)

    return cleaning


@pytest.mark.parametrize(
    ("glyphs", "text"),
    [
        # ligatures
        ("ﬁnansiering", "finansiering"),
        ("ﬂere", "flere"),
        ("oﬃciel", "officiel"),
        ("eﬀekt", "effekt"),
        # decomposed letters, as a + ring
        ("a\u030arsplan", "årsplan"),
        ("A\u030arhus", "Århus"),
        ("resume\u0301", "resumé"),
        ("A\u0308ldre", "Äldre"),
        # the accent printed as a letter of its own
        ("a\u02darsplan", "årsplan"),
        ("u\u00a8ber", "über"),
        # ø and æ have no decomposed form and stay
        ("sundhedsøkonomi", "sundhedsøkonomi"),
        ("æble", "æble"),
        # soft hyphens inside a word go; one at the end of the line is a hyphen and stays
        ("sund\u00adheds\u00adplan", "sundhedsplan"),
        ("sundheds\u00ad", "sundheds\u00ad"),
        # zero width and direction marks
        ("råd\u200bet", "rådet"),
        ("\ufeffReferat", "Referat"),
        # hyphens that look alike
        ("2\u20113", "2-3"),
        ("kan\u2010", "kan-"),
        # bullets of symbol fonts
        ("\uf0b7", "•"),
        ("\uf0a7", "▪"),
        ("\uf06f", "◦"),
        # any other private-use letter is a bullet too
        ("\ue123", "•"),
        ("\uf0fc", "✓"),
        # a glyph without a letter, as the PDF library names it
        (["R", "(cid:12)", "d"], "R\ufffdd"),
        # nothing but a mark that nobody sees
        ("\u200b", ""),
    ],
)
def test_letters(clean, glyphs, text):
    assert clean(glyphs)[0] == text


@pytest.mark.parametrize("glyphs", ["ﬁn", "a\u030ar", "sund\u00adhed", "\uf0b7", "\u200bx", "(", ["(cid:3)"]])
def test_each_letter_has_its_edges(clean, glyphs):
    text, edges = clean(glyphs)
    assert len(edges) == len(text) + 1
    assert list(edges) == sorted(edges)


def test_a_ligature_shares_its_width_among_its_letters(clean):
    assert clean("ﬁn") == ("fin", (0.0, 5.0, 10.0, 20.0))


def test_a_space_hidden_in_a_glyph_is_a_space(clean):
    assert clean(["a", "\u00a0", "b"])[0].split() == ["a", "b"]


def test_no_letters_have_no_edges(clean):
    assert clean([]) == ("", ())


def joined(text, **looks):
    found = join_spaced(words(replace(line(text, **looks), top=100.0)))
    return [w.text for w in found]


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("R e f e r a t", ["Referat"]),
        ("D A G S O R D E N", ["DAGSORDEN"]),
        ("R e f e r a t fra mødet", ["Referat", "fra", "mødet"]),
        # three single letters are three words
        ("i å r", ["i", "å", "r"]),
        ("punkt A B C", ["punkt", "A", "B", "C"]),
        # numbers and signs are no spaced-out word
        ("1 2 3 4 5", ["1", "2", "3", "4", "5"]),
        ("For stemte Ø, A, B og V", ["For", "stemte", "Ø,", "A,", "B", "og", "V"]),
    ],
)
def test_spaced_out_words(printed, read):
    assert joined(printed) == read


def test_the_letters_of_a_spaced_out_word_keep_their_places():
    before = words(replace(line("R e f e r a t"), top=100.0))
    (word,) = join_spaced(before)
    assert word.edges == (*(w.x0 for w in before), before[-1].x1)


def test_single_letters_far_apart_are_a_row_of_marks():
    spread = [
        replace(w, edges=(w.x0 + 40 * n, w.x1 + 40 * n))
        for n, w in enumerate(words(replace(line("x x x x x"), top=100.0)))
    ]
    assert len(join_spaced(spread)) == 5
