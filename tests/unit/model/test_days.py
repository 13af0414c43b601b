"""Days and clock times as papers print them: the forms of formats.md 3.2, and what only looks like one."""

import pytest

from pipeline.model.days import find_days, find_times

DAYS = [
    ("den 4. december 2012, kl. 13:00", "2012-12-04"),
    ("Onsdag d. 27. august 2025 kl. 16:00", "2025-08-27"),
    # no dot
    ("Torsdag d. 7 april 2022, kl. 11:00", "2022-04-07"),
    ("27-08-2025", "2025-08-27"),
    ("04.12.2012", "2012-12-04"),
    ("25-09-2012 14:07:07", "2012-09-25"),
    ("Mandag d. 4.4. 2022", "2022-04-04"),
    ("d.1.2.2022", "2022-02-01"),
    ("d. 20. 6. 2022", "2022-06-20"),
    ("11-03-2016 kl. 13:00 - 15:00", "2016-03-11"),
    ("Mandag, 11 januar, 2021 - 19:00", "2021-01-11"),
    ("10. nov 2016", "2016-11-10"),
    ("23-03-2015", "2015-03-23"),
    ("2024-05-03", "2024-05-03"),
    ("3/5-2024", "2024-05-03"),
    ("03.05.24", "2024-05-03"),
    ("12. sept. 2023", "2023-09-12"),
    ("12. sep. 2023", "2023-09-12"),
    ("1. okt. 2023", "2023-10-01"),
    ("den 1.maj 2019", "2019-05-01"),
    ("30. APRIL 2026", "2026-04-30"),
    ("29. februar 2024", "2024-02-29"),
]


@pytest.mark.parametrize(("text", "iso"), DAYS)
def test_a_day_in_each_form(text, iso):
    assert [d.iso for d in find_days(text)] == [iso]


@pytest.mark.parametrize(
    "text",
    [
        # no such day
        "31. april 2024",
        "29. februar 2023",
        "32-01-2024",
        "12.13.2024",
        # no full date
        "oktober 2025",
        "i april",
        "4. december",
        "2026",
        "kl. 13:00",
        # numbers that are other things
        "1-01-81-18-17",
        "2012-21786",
        "12/27845",
        "tlf. 12 34 56 78",
        "1.000.000 kr.",
        "27.12.00-G01-199-07",
        "0-3-1-20",
        "12-15 år",
        "1.2.3.4",
    ],
)
def test_no_day(text):
    assert list(find_days(text)) == []


def test_days_come_in_order_with_their_places():
    text = "Mødet den 4. december 2012 er flyttet til 11-12-2012."
    assert [(text[d.start : d.end], d.iso) for d in find_days(text)] == [
        ("4. december 2012", "2012-12-04"),
        ("11-12-2012", "2012-12-11"),
    ]


TIMES = [
    ("den 4. december 2012, kl. 13:00", "13:00", None),
    ("Torsdag d. 7 april 2022, kl. 11:00", "11:00", None),
    ("25-09-2012 14:07:07", "14:07", None),
    ("11-03-2016 kl. 13:00 - 15:00", "13:00", "15:00"),
    ("Mandag, 11 januar, 2021 - 19:00", "19:00", None),
    ("Torsdag 10. nov 2016 kl. 10:30", "10:30", None),
    ("kl. 15-18", "15:00", "18:00"),
    ("kl. 15.00-18.00", "15:00", "18:00"),
    ("kl. 9-12.30", "09:00", "12:30"),
    ("Kl. 10:30", "10:30", None),
    ("kl. 19.00", "19:00", None),
    ("kl 19", "19:00", None),
    ("(kl. 11.00-11.25)", "11:00", "11:25"),
    ("kl. 10.00 – 12.00", "10:00", "12:00"),
    ("fra kl. 9.00 til kl. 12.00", "09:00", "12:00"),
    ("kl. 9.00 til 12.00", "09:00", "12:00"),
    ("Mødet blev hævet kl. 16.40.", "16:40", None),
    ("30. april 2026 kl. 9.00-12.00", "09:00", "12:00"),
    ("04.12.2012 kl. 13.00", "13:00", None),
]


@pytest.mark.parametrize(("text", "start", "end"), TIMES)
def test_times(text, start, end):
    assert find_times(text) == (start, end)


@pytest.mark.parametrize(
    "text",
    ["27-08-2025", "04.12.2012", "den 4. december 2012", "15 medlemmer", "punkt 4.2", "1.000 kr.", "kl. 27", "2-3"],
)
def test_no_time(text):
    assert find_times(text) == (None, None)
