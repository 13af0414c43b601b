"""The lexicon of the printed page."""

import pytest

from pipeline.lexicons import load

LAYOUT = load().layout


@pytest.mark.parametrize(
    ("line", "label", "value"),
    [
        ("Dato: 4. december 2012", "Dato", "4. december 2012"),
        ("Sagsnr.: 2012-21786", "Sagsnr.", "2012-21786"),
        ("Dato 24-06-2021", "Dato", "24-06-2021"),
        ("MødestedRådhuset", "Mødested", "Rådhuset"),
        ("UdvalgUdsatterådet", "Udvalg", "Udsatterådet"),
        ("Mødedato", "Mødedato", ""),
        ("Tlf. dir.: 4477 1234", "Tlf. dir.", "4477 1234"),
        ("Tidspunkt og sted: kl. 15-18, Rådhuset", "Tidspunkt og sted", "kl. 15-18, Rådhuset"),
        ("J.nr.: BR 40/04", "J.nr.", "BR 40/04"),
        ("DATO: 3. maj 2024", "DATO", "3. maj 2024"),
    ],
)
def test_a_label_and_its_value(line, label, value):
    match = LAYOUT.label.match(line)
    assert match is not None
    assert match["label"] == label
    assert (match["value"] or match["bare"] or match["glued"] or "").strip() == value


@pytest.mark.parametrize(
    "line",
    [
        "Datoen er ikke fastlagt",
        "Stedfortrædere deltog",
        "Rådet: et sted at være",
        "Udvalget mødes igen",
        "Anna Jensen",
    ],
)
def test_no_label(line):
    assert LAYOUT.label.match(line) is None


def test_doubtful_bullets_are_bullets():
    assert LAYOUT.doubtful_bullets <= LAYOUT.bullets
    assert set(LAYOUT.private_use.values()) <= LAYOUT.bullets


@pytest.mark.parametrize("shape", ["#", "side #", "side # af #", "#/#", "# of #", "- # -", "s. #"])
def test_page_numbers(shape):
    assert shape in LAYOUT.page_numbers


@pytest.mark.parametrize("text", ["Figur 1: Udvikling", "Tabel 2. Budget", "FIGUR 3: Alder"])
def test_captions(text):
    assert LAYOUT.caption.match(text)


@pytest.mark.parametrize("text", ["Figur 1 viser", "Tabellen viser 2.", "Figurer"])
def test_no_captions(text):
    assert not LAYOUT.caption.match(text)


@pytest.mark.parametrize("word", ["og", "eller", "samt"])
def test_a_hyphen_hangs_before(word):
    assert word in LAYOUT.hanging
