"""What counts as the same words."""

import pytest

from pipeline.evaluate.folding import fold, holds, same


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("aktører/ sektorer", "aktører/sektorer"),
        ("en ny re-præsentant", "en ny repræsentant"),
        ("kan-\nog skal-opgaver", "kan- og skal-opgaver"),
        ("”Ni grundprincipper“", '"Ni grundprincipper"'),
        ("KFUK’s arbejde", "KFUK's arbejde"),
        ("Velkomst ........... 3", "Velkomst 3"),
        ("Indstilling\u00a0godkendt", "indstilling godkendt"),
        ("A\u030argang", "Årgang"),
    ],
)
def test_layout_does_not_count(left, right):
    assert fold(left) == fold(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [("rådet", "radet"), ("2025 – 2026", "2025 2026"), ("1.1", "11"), ("godkendt", "godkendt ikke")],
)
def test_letters_do(left, right):
    assert fold(left) != fold(right)


def test_a_text_holds_a_quote():
    assert holds("Rådet god-\nkendte planen.", "godkendte planen")
    assert not holds("Rådet godkendte planen.", "forkastede planen")
    assert not holds(None, "planen")


@pytest.mark.parametrize(
    ("cell", "value", "right"),
    [
        ("made|reported", "reported", True),
        ("made|reported", "mad", False),
        ("Udsatterådet|", None, True),
        ("Udsatterådet|", "Byrådet", False),
        ("", None, True),
        ("", "2026", False),
        ("godkendt", None, False),
    ],
)
def test_a_cell_lists_what_is_accepted(cell, value, right):
    assert same(cell, value) is right
