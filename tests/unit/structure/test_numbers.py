"""Case numbers: the forms of formats.md 11, by form alone or behind a label."""

import pytest

from pipeline.structure.numbers import find_case_numbers, is_case_line


@pytest.fixture(scope="module")
def find(context):
    return lambda text: list(find_case_numbers(text, front=context.lexicons.front))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        # Region Midtjylland: known by form
        ("Sagnr.: 1-01-81-18-17", ["1-01-81-18-17"]),
        ("Sagnr.: 1-51-71-3321-08", ["1-51-71-3321-08"]),
        ("Sagnr.: 0-3-1-20", ["0-3-1-20"]),
        ("Journalnr. 1-21-78-2-18", ["1-21-78-2-18"]),
        ("Dato 24-06-2021 1-01-81-11-23", ["1-01-81-11-23"]),
        ("1-34-76-1-19", ["1-34-76-1-19"]),
        # Region Syddanmark, after the label
        ("Sagsnr. 16/3459", ["16/3459"]),
        ("Sagsnr. 08/16318", ["08/16318"]),
        # Region Hovedstaden
        ("Journalnummer: 24077452", ["24077452"]),
        # Acadre
        ("Sagsnr.: 12/27845", ["12/27845"]),
        ("Sagsnr.:12/27845", ["12/27845"]),
        # eDoc: case and document number on one line
        ("Sagsnr.: 2012-21786", ["2012-21786"]),
        ("Sagsnr.: 2012-28504 Dok.nr.: 2012-203438 Åbent", ["2012-28504"]),
        # Slagelse
        ("Sagsnr.: 330-2020-164 Dok.nr.: 330-2020-488200 Åbent", ["330-2020-164"]),
        # Aarhus
        ("EMN-2025-003383", ["EMN-2025-003383"]),
        ("Sag: EMN-2025-003383", ["EMN-2025-003383"]),
        # Greve
        ("Sagsnr.: 21-014477", ["21-014477"]),
        # Middelfart
        ("Sagsnr.: 2013-003869", ["2013-003869"]),
        ("Sagsnummer: 200906126", ["200906126"]),
        # Herning: the KLE number
        ("Sagsnr.: 27.12.00-G01-199-07 Sagsbehandler: Rie Holm", ["27.12.00-G01-199-07"]),
        ("29.00.00-A26-2-17", ["29.00.00-A26-2-17"]),
        # Gribskov
        ("01.02G00 - 2017/27088", ["01.02G00 - 2017/27088"]),
        # København, old
        ("J.nr.: BR 40/04", ["BR 40/04"]),
        # other labels
        ("Sags-id: 12/27845", ["12/27845"]),
        ("Jnr. 12/27845", ["12/27845"]),
        ("Acadre-nr. 12/27845", ["12/27845"]),
    ],
)
def test_case_numbers(find, text, numbers):
    assert find(text) == numbers


@pytest.mark.parametrize(
    "text",
    [
        # numbers of documents and attachments
        "Dok.nr.: 2012-196779",
        "Dokumentnr.: 2012-200782",
        "Brevid: 3830997",
        "2012-200782 - Notat om plejeboliger",
        "222359/12",
        # dates, times, phones, money, law
        "24-06-2021",
        "4.4. 2022",
        "kl. 15-18",
        "Tlf. 4477-1234",
        "12.345.678 kr.",
        "CVR-nr. 29190925",
        "§ 17, stk. 4",
        # without their label these forms are none
        "16/3459",
        "24077452",
        "2012-21786",
        # an item number in Rødovre
        "Sag nr. 24",
        # a person's number must never be taken for one
        "010190-1234",
    ],
)
def test_no_case_numbers(find, text):
    assert find(text) == []


@pytest.mark.parametrize("text", ["Sagsnr.: 2012-28504", "1-01-81-18-17", "EMN-2025-003383"])
def test_a_line_that_is_a_case_number(context, text):
    assert is_case_line(text, front=context.lexicons.front)


@pytest.mark.parametrize("text", ["Godkendelse af dagsorden", "Dok.nr.: 2012-203438", "Se sag 1-01-81-18-17 om dette"])
def test_a_line_that_is_none(context, text):
    assert not is_case_line(text, front=context.lexicons.front)
