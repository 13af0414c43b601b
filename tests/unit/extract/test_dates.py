"""Expressions of time to EDTF, as councils write them (formats.md 3.2, tables.md "Dates")."""

from datetime import date

import pytest

from pipeline.extract.date_mentions import find_dates
from pipeline.extract.dates import find_in
from pipeline.extract.edtf import Anchor
from tests.unit.extract.papers import FACTS, reading

PAPER = Anchor(date(2024, 5, 14))


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("den 4. december 2012", "2012-12-04"),
        ("Onsdag d. 27. august 2025", "2025-08-27"),
        ("d. 7 april 2022", "2022-04-07"),
        ("27-08-2025", "2025-08-27"),
        ("04.12.2012", "2012-12-04"),
        ("Mandag d. 4.4. 2022", "2022-04-04"),
        ("d.1.2.2022", "2022-02-01"),
        ("d. 20. 6. 2022", "2022-06-20"),
        ("10. nov 2016", "2016-11-10"),
        ("Mandag, 11 januar, 2021", "2021-01-11"),
        ("2026-04-30", "2026-04-30"),
        ("den 11/3-2016", "2016-03-11"),
        ("oktober 2025", "2025-10"),
        ("efteråret 2026", "2026-23"),
        ("vinteren 2024/25", "2024-24"),
        ("1. kvartal 2026", "2026-01/2026-03"),
        ("andet halvår af 2025", "2025-07/2025-12"),
        ("uge 42 2026", "2026-10-12/2026-10-18"),
        ("primo 2021", "2021-01/2021-03"),
        ("medio 2021", "2021-05/2021-08"),
        ("ultimo 2021", "2021-10/2021-12"),
        ("ultimo marts 2022", "2022-03-21/2022-03-31"),
        ("medio februar 2024", "2024-02-11/2024-02-20"),
        ("2022-2025", "2022/2025"),
        ("fra 2014 til 2013", "2014"),
        ("2010–2012", "2010/2012"),
        ("fra 2027 og frem", "2027/.."),
        ("frem til 2023", "../2023"),
        ("omkring 2026", "2026~"),
        ("3.-5. maj 2021", "2021-05-03/2021-05-05"),
        ("maj-juni 2021", "2021-05/2021-06"),
        ("budget 2022", "2022"),
    ],
)
def test_edtf(text: str, edtf: str):
    assert [d.edtf for d in find_in(text, anchor=PAPER, dates=FACTS.dates)] == [edtf]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("den 25. juni", "2024-06-25"),
        ("den 15. december", "2023-12-15"),
        ("tirsdag den 13. maj", "2025-05-13"),  # in 2024 the day was a Monday
        ("i februar måned", "2024-02"),
        ("til efteråret", "2024-23"),
        ("uge 7", "2024-02-12/2024-02-18"),
    ],
)
def test_a_missing_year_is_the_one_nearest_the_paper(text: str, edtf: str):
    assert [d.edtf for d in find_in(text, anchor=PAPER, dates=FACTS.dates)] == [edtf]


def test_without_a_date_of_the_paper_the_year_stays_open_or_comes_from_the_same_text():
    none = Anchor(None)
    assert [d.edtf for d in find_in("den 25. juni", anchor=none, dates=FACTS.dates)] == ["XXXX-06-25"]
    both = find_in("den 4. maj og den 25. juni 2021", anchor=none, dates=FACTS.dates)
    assert [d.edtf for d in both] == ["2021-05-04", "2021-06-25"]


@pytest.mark.parametrize(
    "text",
    [
        "Sagsnr. 16/3459",
        "1-01-81-18-17",
        "330-2020-164",
        "2012-196779",
        "27.12.00-G01-199-07",
        "EMN-2025-003383",
        "tlf. 2020 4050",
        "2.000 borgere",
        "2000 Frederiksberg",
        "man skal spørge",
        "om foråret",
        "31. februar 2021",
        "et par maj-dage",
    ],
)
def test_no_date(text: str):
    assert list(find_in(text, anchor=PAPER, dates=FACTS.dates)) == []


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("den 4. december 2012, kl. 13:00", "13:00", None),
        ("Torsdag den 25. juni 2026 kl. 9.00-12.00", "09:00", "12:00"),
        ("11-03-2016 kl. 13:00 - 15:00", "13:00", "15:00"),
        ("25-09-2012 14:07:07", "14:07", None),
        ("Mandag, 11 januar, 2021 - 19:00", "19:00", None),
        ("d. 4.4. 2022, kl. 15-18", "15:00", "18:00"),
        ("den 3. maj 2021", None, None),
        ("den 3. maj 2021 deltog 12 borgere", None, None),
    ],
)
def test_clock_times_stand_apart(text: str, start: str | None, end: str | None):
    found = next(find_in(text, anchor=PAPER, dates=FACTS.dates))
    assert (found.time_start, found.time_end) == (start, end)
    assert ":" not in found.edtf


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Mødet holdes den 14. maj 2024.", "møde"),
        ("Høringsfristen er den 1. juni 2024.", "frist"),
        ("Kommissoriet er godkendt af byrådet den 3. maj 2022.", "beslutning"),
        ("Anne Bech er indtrådt pr. 1. januar 2024.", "medlemskab"),
        ("Planen gælder i perioden 2021-2025.", "periode"),
        ("Roskilde, den 15. september 2024", "udgivet"),
        ("Værestedet åbnede i 2019.", "andet"),
    ],
)
def test_what_a_date_is_for(line: str, role: str):
    assert [d.role for d in find_dates(reading(line), FACTS.dates)] == [role]


def test_heads_count_and_furniture_does_not():
    found = find_dates(reading("@ Dato: 12. marts 2024", "% Referat 1. januar 1999 Side 2", "I 2023."), FACTS.dates)
    assert [d.edtf for d in found] == ["2024-03-12", "2023"]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Politikken gælder fra 1. januar 2025.", ["2025-01-01/.."]),
        ("Ordningen har virket siden 2018.", ["2018/.."]),
        ("Siden marts har der været lukket.", ["2024-03/.."]),
        ("Prisen stiger fra 1. januar 2025 til 52 kr.", ["2025-01-01/.."]),
        ("Han sad i rådet indtil den 31. december 2023.", ["../2023-12-31"]),
        ("Notatet fra 2019 og brevet fra den 3. maj 2021 er brugt.", ["2019", "2021-05-03"]),
        ("Høringen løber fra 3. juni til 28. juni 2024.", ["2024-06-03/2024-06-28"]),
        ("Dagen er flyttet fra 4. januar til 11. januar 2025.", ["2025-01-04", "2025-01-11"]),
        ("Fristen er d. 15/9., og vi mødes fredag d. 6.9. kl. 10.", ["2024-09-15", "2024-09-06"]),
        ("Afsnit 4.2, 3.11 og 2/3 af pladserne.", []),
        ("Den 3. og 4. juni 2024 holdes seminar.", ["2024-06-03", "2024-06-04"]),
        ("Inden udgangen af august.", ["2024-08"]),
    ],
)
def test_times_that_last_and_short_days(text: str, edtf: list[str]):
    assert [d.edtf for d in find_dates(reading(text), FACTS.dates)] == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Møderne er 5. juni, 4. september og 13. november.", ["2024-06-05", "2024-09-04", "2024-11-13"]),
        ("Næste møder: 12. december, 9. januar og 6. februar.", ["2024-12-12", "2025-01-09", "2025-02-06"]),
        ("Rådet mødes 12. december, 9. januar og 6. februar 2025.", ["2024-12-12", "2025-01-09", "2025-02-06"]),
        ("Vi ses tirsdag den 3. september. Derefter 3. december.", ["2024-09-03", "2024-12-03"]),
        ("Svar sendes senest 10. januar.", ["2025-01-10"]),
    ],
)
def test_days_in_a_row_stand_in_order_and_what_is_due_is_not_past(text: str, edtf: list[str]):
    assert [d.edtf for d in find_in(text, anchor=PAPER, dates=FACTS.dates)] == edtf


@pytest.mark.parametrize(
    ("lines", "roles"),
    [
        (("@ STARTTIDSPUNKT 14-05-2024 16:30:00",), ["møde"]),
        (("@ REFERAT Ældrerådet d. 14-05-2024",), ["møde"]),
        (("# Punkt 8: Mødeplan", "- Torsdag den 20. juni 2024 kl. 9-12", "- 5. september 2024"), ["møde", "møde"]),
        (("Rådet holder følgende møder:", "- Torsdag den 20. juni 2024 kl. 9-12"), ["møde"]),
        (("Vi ses torsdag den 6. juni. Derefter 5. september.",), ["møde", "møde"]),
        (("Tilmeldingen lukker fredag den 9. august 2024.",), ["frist"]),
        (("Svar skal være retur inden den 25. maj. Rådene mødes d. 1. juni.",), ["frist", "møde"]),
        (("Høringen løber fra 3. juni til 28. juni 2024.",), ["periode"]),
        (("Ældretræffet holdes torsdag den 20. juni kl. 10.30 i hallen.",), ["andet"]),
        (("Rådet besluttede på mødet den 12. marts 2024 at nedsætte et udvalg.",), ["beslutning"]),
        (("Notatet er dateret den 2. maj 2024.",), ["udgivet"]),
        (("Ansøgningsfristen er 1. juni, og puljen fordeles i juli.",), ["frist", "andet"]),
    ],
)
def test_the_nearest_words_of_the_clause_tell_what_a_date_is_for(lines: tuple[str, ...], roles: list[str]):
    found = find_dates(reading(*lines), FACTS.dates)
    assert [d.role for d in found] == roles
