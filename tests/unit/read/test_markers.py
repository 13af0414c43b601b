"""Which words mark a list item, and which only look like it."""

import pytest

from pipeline.read.markers import is_marker, read_marker

FAMILIES = [
    ("•", "•"),
    ("◦", "◦"),
    ("▪", "▪"),
    ("–", "–"),
    ("-", "-"),
    ("→", "→"),
    ("1.", "1"),
    ("12.", "1"),
    ("715.", "1"),
    ("1)", "1"),
    ("(1)", "1"),
    ("2:", "1"),
    ("1.1", "1.1"),
    ("1.1.", "1.1"),
    ("4.2.3", "1.1"),
    ("a.", "a"),
    ("b)", "a"),
    ("(c)", "a"),
    ("å)", "a"),
    ("A)", "A"),
    ("B.", "A"),
    ("ii.", "i"),
    ("iv)", "i"),
]


@pytest.mark.parametrize(("word", "family"), FAMILIES)
def test_markers_of_one_list_share_a_family(word, family, bullets):
    marker = read_marker(word, bullets=bullets)
    assert marker is not None
    assert (marker.text, marker.family) == (word, family)


@pytest.mark.parametrize(
    "word",
    [
        "1", "2025", "2012.", "1.000.000", "16:30", "kl.", "pkt.", "nr.", "m.fl.", "jf.", "Rådet", "og", "A", "ø", "1a",
        "12/27845", "§", "%",
    ],
)  # fmt: skip
def test_no_markers(word, bullets):
    known = read_marker(word, bullets=bullets)
    # § alone is in the list of bullets, and counts only where it stands like one.
    assert known is None or word == "§"


@pytest.mark.parametrize("word", ["715", "2", "§ 4.", "1.", "a)", "•"])
def test_a_bare_number_stays_with_the_title_behind_it(word, bullets):
    assert is_marker(word, bullets=bullets)


@pytest.mark.parametrize("word", ["Rådet", "2012-21786", "12/27845", "10:30", "kl."])
def test_no_other_word_does(word, bullets):
    assert not is_marker(word, bullets=bullets)
