"""What a text points to, and sums of money."""

import pytest

from pipeline.extract.references import find_amounts, find_references
from tests.unit.extract.papers import FACTS, reading


def references(*lines: str):
    return [(r.kind, r.text) for r in find_references(reading(*lines), FACTS)]


@pytest.mark.parametrize(
    ("line", "row"),
    [
        ("Det følger af lov om social service § 101.", ("lov", "lov om social service § 101")),
        ("Efter servicelovens § 85, stk. 2, gælder det.", ("lov", "servicelovens § 85, stk. 2")),
        ("Se bilag 2.", ("bilag", "bilag 2")),
        ("Punktet hører til punkt 4.", ("punkt", "punkt 4")),
        ("Sagen har Sagsnr. 16/3459 i systemet.", ("sag", "Sagsnr. 16/3459")),
        ("Den er journaliseret under 1-21-78-2-18 i regionen.", ("sag", "1-21-78-2-18")),
        ("Det blev sagt på mødet den 5. maj 2021.", ("møde", "på mødet den 5. maj 2021")),
        ("Referat fra møde den 5. maj 2021 er sendt ud.", ("papir", "Referat fra møde den 5. maj 2021")),
        ("Temaet blev berørt under punkt 4 på mødet den 12. juni.", ("møde", "på mødet den 12. juni")),
        ("Temaet blev berørt under punkt 4 på mødet den 12. juni.", ("punkt", "punkt 4")),
        ("Se notat om madservice fra 2015.", ("papir", "notat om madservice fra 2015")),
        ("Se brev om takster af 3. maj 2024.", ("papir", "brev om takster af 3. maj 2024")),
        ("Svaret på sag 18/7745 er vedlagt.", ("sag", "sag 18/7745")),
        ("Jf. § 82 a i sundhedsloven.", ("lov", "Jf. § 82 a i sundhedsloven")),
        ("Efter § 10 i lov om social service.", ("lov", "Efter § 10 i lov om social service")),
        ("Kommissorium for Ældrerådet er vedtaget.", ("papir", "Kommissorium for Ældrerådet er vedtaget")),
    ],
)
def test_reference(line: str, row: tuple[str, str]):
    assert row in references(line)


def test_the_list_of_attachments():
    assert references("## Bilag", "Udkast til strategi", "2012-200782 - Bygningsliste", "1", "Ingen") == [
        ("bilag", "Udkast til strategi"),
        ("bilag", "2012-200782 - Bygningsliste"),
    ]


def test_the_item_s_own_number_points_nowhere():
    assert references("# Punkt 3: Tandpleje", "1-01-81-11-23", "Sagen er omtalt i § 17, stk. 4-udvalget.") == []


@pytest.mark.parametrize(
    ("line", "row"),
    [
        ("Der er afsat 5,5 mio. kr. årligt i perioden 2021-2025.", (5.5, "mio. kr.", "2021/2025", None)),
        ("Der søges 1.316.000 kr. til nye tage.", (1316000.0, "kr.", None, "nye tage")),
        ("Det koster 250.000 kroner.", (250000.0, "kr.", None, None)),
        ("Der bruges 2 millioner kroner.", (2.0, "mio. kr.", None, None)),
        ("Puljen er på kr. 120.000 i alt.", (120000.0, "kr.", None, None)),
        ("Der er brugt kr. 450,-.", (450.0, "kr.", None, None)),
        ("Der mangler to mio. kr.", (2.0, "mio. kr.", None, None)),
        ("Der er søgt om en halv million kroner.", (0.5, "mio. kr.", None, None)),
        ("Prisen er 2 kr. 50.", (2.0, "kr.", None, None)),
        ("Rammen er 6 mio. kr. i 2022.", (6.0, "mio. kr.", "2022", None)),
    ],
)
def test_amount(line: str, row: tuple[float, str, str | None, str | None]):
    assert [(a.value, a.unit, a.year, a.purpose) for a in find_amounts(reading(line), FACTS)] == [row]


def test_an_item_s_number_is_no_case():
    assert references("Sag nr. 24 er udsat, og de 140 på liste 97 har fået brev.") == []


def test_what_is_no_money():
    assert find_amounts(reading("Der bor 2.000 borgere, og 5 pct. er over 80."), FACTS) == ()


def test_cells_take_unit_and_year_from_the_head():
    made = reading("| Drift - Mio. kr. | 2022 | 2023", "| Sundhed | 6,0 | 12,0", "| Antal | - | 3 stk.")
    assert [(a.value, a.unit, a.year, a.purpose, a.text) for a in find_amounts(made, FACTS)] == [
        (6.0, "mio. kr.", "2022", "Sundhed", "6,0"),
        (12.0, "mio. kr.", "2023", "Sundhed", "12,0"),
    ]
