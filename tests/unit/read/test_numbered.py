"""Numbered lines in running type: agenda items with text under them, or a list."""

import pytest

from tests.unit.read.sheets import big, gap, italic, kinds, line, page, para, prose

TITLES = ["1. Godkendelse af dagsorden", "2. Budget for 2027", "3. Mødeplan for næste år", "4. Eventuelt"]


def numbered(read, *groups, title="Referat"):
    """The kinds of a page of groups of lines with room between them."""
    return kinds(read(page(big(title), gap(), line("Dato: 4. december 2012"), *([gap(), *g] for g in groups))))


def test_numbered_titles_with_text_under_them_are_headings(read):
    found = numbered(read, *([line(t), *para(prose(n))] for n, t in enumerate(TITLES)))
    assert [found[t] for t in TITLES] == ["heading"] * 4


def test_a_numbered_list_is_a_list(read):
    found = numbered(read, para(prose(1)), [line(t) for t in TITLES], para(prose(2)))
    assert [found[t] for t in TITLES] == ["item"] * 4


def test_points_that_end_a_sentence_are_a_list(read):
    points = ["1. Planen godkendes.", "2. Rammen bevilges.", "3. Rådet orienteres."]
    found = numbered(read, *([line(t), *para(prose(n))] for n, t in enumerate(points)))
    assert [found[t] for t in points] == ["item"] * 3


def test_points_in_lower_case_are_a_list(read):
    points = ["1. at planen godkendes", "2. at rammen bevilges", "3. at rådet orienteres"]
    found = numbered(read, para(prose(1)), [line(t) for t in points], para(prose(2)))
    assert [found[t] for t in points] == ["item"] * 3


def test_a_single_number_is_no_run(read):
    found = numbered(read, para(prose(1)), [line("1. Godkendelse af dagsorden"), *para(prose(2))])
    assert found["1. Godkendelse af dagsorden"] == "item"


def test_a_year_long_run_may_begin_anywhere(read):
    titles = ["36. Godkendelse af dagsorden", "37. Budget for 2027", "38. Eventuelt"]
    found = numbered(read, *([line(t), *para(prose(n))] for n, t in enumerate(titles)))
    assert [found[t] for t in titles] == ["heading"] * 3


def test_an_item_with_nothing_under_it_does_not_hide_the_others(read):
    found = numbered(
        read, [line(TITLES[0]), *para(prose(0))], [line(TITLES[1]), *para(prose(1))], [line(TITLES[2])],
        [line(TITLES[3]), *para(prose(3))],
    )  # fmt: skip
    assert [found[t] for t in TITLES] == ["heading"] * 4


def test_a_list_inside_an_item_does_not_stop_its_number(read):
    inner = [line("•   Værestederne", 90), line("•   Transporten", 90)]
    found = numbered(read, *([line(t), *para(prose(n)), *inner[: n % 3]] for n, t in enumerate(TITLES)))
    assert [found[t] for t in TITLES] == ["heading"] * 4


@pytest.mark.parametrize("look", [line, italic], ids=["plain", "italic"])
@pytest.mark.parametrize(
    "last", ["3. Eventuelt", "3. Evt.", "3. EVT.", "3. Evt.:", "3. Orientering v. Bo Hansen m.fl."]
)
def test_an_abbreviation_at_the_end_of_a_title_ends_no_sentence(read, look, last):
    titles = ["1. Budget for 2027", "2. Mødeplan", last]
    found = numbered(read, *([look(t), *para(prose(n))] for n, t in enumerate(titles)))
    assert [found[t] for t in titles] == ["heading"] * 3


def test_an_indented_numbered_list_inside_an_item_is_its_list(read):
    inner = ["1. Værestederne", "2. Transporten", "3. Tandplejen"]
    titles = ["1. Budget for 2027", "2. Mødeplan", "3. Eventuelt"]
    found = numbered(
        read,
        [line(titles[0]), *para(prose(0))],
        [line(titles[1]), *para(prose(1)), *(line(t, 106) for t in inner)],
        [line(titles[2]), *para(prose(2))],
    )
    assert [found[t] for t in titles] == ["heading"] * 3
    assert [found[t] for t in inner] == ["item"] * 3
