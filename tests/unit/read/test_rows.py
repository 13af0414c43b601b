"""Words of a page to rows of segments: what stands on one line, and the wide gaps in it."""

from dataclasses import replace

import pytest

from pipeline.read.rows import find_rows
from tests.unit.read.sheets import at, bold, line, words


def rows(bullets, *lines):
    found = find_rows([w for placed in lines for w in words(placed)], bullets=bullets)
    return [[" ".join(w.text for w in s.words) for s in row.segments] for row in found]


def test_lines_come_from_top_to_bottom_whatever_the_order_of_the_words(bullets):
    assert rows(bullets, at(130, line("nederst")), at(100, line("øverst"))) == [["øverst"], ["nederst"]]


def test_words_of_one_line_come_from_left_to_right(bullets):
    assert rows(bullets, at(100, line("Godkendt.", x=200)), at(100, line("Beslutning"))) == [
        ["Beslutning", "Godkendt."]
    ]


def test_a_raised_number_stays_on_its_line(bullets):
    # two thirds of the size, a third of it up: how word processors set a note
    assert rows(bullets, at(100, line("jf. rapporten")), at(99.5, line("1", x=140, size=7))) == [["jf. rapporten 1"]]


@pytest.mark.parametrize(
    ("printed", "segments"),
    [
        ("Afbud   Ingen", ["Afbud", "Ingen"]),
        ("Dato: 4. december 2012", ["Dato: 4. december 2012"]),
        ("Anna Jensen   Bo Hansen   Carl Lund", ["Anna Jensen", "Bo Hansen", "Carl Lund"]),
        # a marker stays with its text, however far the tab is
        ("•   Flere åbningsdage", ["• Flere åbningsdage"]),
        ("1.   Godkendelse af dagsorden", ["1. Godkendelse af dagsorden"]),
        ("715.   Meddelelser", ["715. Meddelelser"]),
        ("2   Budget 2027", ["2 Budget 2027"]),
        ("a)   Orientering", ["a) Orientering"]),
    ],
)
def test_wide_gaps_part_a_line_and_markers_do_not(bullets, printed, segments):
    assert rows(bullets, at(100, line(printed))) == [segments]


def glued(bullets, *pieces):
    """Whether the last piece is glued to the word before it."""
    (row,) = find_rows([w for piece in pieces for w in words(piece)], bullets=bullets)
    return row.segments[-1].words[-1].glued


def test_a_word_that_changes_its_weight_halfway_is_one_word(bullets):
    first = at(100, bold("anbefa"))
    end = words(first)[-1].x1
    assert glued(bullets, first, at(100, line("linger", x=end)))


def test_words_with_a_space_between_them_are_two(bullets):
    first = at(100, bold("Aftale:"))
    end = words(first)[-1].x1
    assert not glued(bullets, first, at(100, line("Rie", x=end + 3.1)))


def test_lines_that_nearly_touch_are_two_rows(bullets):
    tight = [at(100, line("Formand")), at(111, line("Næstformand"))]
    assert rows(bullets, *tight) == [["Formand"], ["Næstformand"]]


def test_a_page_without_words_has_no_rows(bullets):
    assert rows(bullets) == []


def test_a_row_spans_its_words(bullets):
    (row,) = find_rows(words(at(100, replace(line("Rådet"), size=12))), bullets=bullets)
    assert (row.top, row.bottom) == (100, 112)
