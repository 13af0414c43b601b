"""What a paper says of itself, its meetings and agenda items."""

import pytest

from tests.unit.evaluate.made import REFERAT, counted, gold, outcomes, paper, scored, standing, tables

DOCUMENTS = """document,kind,title_quote,body,region,date,case_numbers
referat,referat,REFERAT Udsatterådet,Udsatterådet,Region Midtjylland,2026-04-30,1-01-81;1-02-03
rapport,anbefalinger,Anbefalinger,Udsatterådet|,Ballerup Kommune|,,"""
RIGHT = paper(
    REFERAT,
    title="REFERAT Udsatterådet d. 30-04-2026",
    body="Udsatterådet",
    authority="Region Midtjylland",
    region="Region Midtjylland",
    date="2026-04-30",
    case_numbers=["1-02-03", "1-01-81"],
)
REPORT = paper("rapport", kind="anbefalinger", title="Anbefalinger fra rådet")


def documents(*papers):
    found = {**tables(), "documents": tables(x=papers)["x"]}
    return scored(found, gold(documents=DOCUMENTS))


def test_a_paper_is_right_when_all_its_fields_are():
    assert counted(documents(RIGHT, REPORT).named("documents")) == (2, 2, 2)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kind", "dagsorden"),
        ("title", "Udsatterådet"),
        ("body", "Byrådet"),
        ("body", None),
        ("region", None),
        ("date", "2026-04"),
        ("case_numbers", ["1-01-81"]),
    ],
)
def test_one_wrong_field_makes_it_wrong(field, value):
    row = {**RIGHT, field: value} | ({"authority": None} if field == "region" else {})
    scores = documents(row, REPORT)
    assert counted(scores.named("documents")) == (2, 2, 1)
    assert scores.named(f"documents.{field}").f1.value < 1.0


@pytest.mark.parametrize(
    ("row", "right"),
    [
        ({"authority": "Ballerup Kommune", "region": "Region Hovedstaden"}, True),
        ({"authority": None, "region": None}, True),
        ({"authority": "Herlev Kommune", "region": "Region Hovedstaden"}, False),
        ({"body": None}, True),
        ({"body": "Udsatterådet"}, True),
        ({"date": "2025"}, False),
        ({"case_numbers": ["1"]}, False),
    ],
)
def test_an_empty_alternative_accepts_nothing_and_an_empty_cell_nothing_else(row, right):
    assert (counted(documents(RIGHT, {**REPORT, **row}).named("documents"))[2] == 2) is right


def test_a_paper_that_was_not_read_is_missed_in_full():
    scores = documents(RIGHT, {**REPORT, "status": "failed"})
    assert outcomes(scores.named("documents"))[1] == ("missed", "rapport")


MEETINGS = (
    'document,body,date,start,end,place_quote\nreferat,Udsatterådet,2026-04-30,09:00,12:00,"Regionshuset, lokale 20"'
)
MEETING = {"body": "Udsatterådet", "date": "2026-04-30", "time_start": "09:00", "time_end": "12:00"}
PLACE = "Regionshuset, lokale 20, Aarhus"


def test_the_meeting_of_the_paper():
    held = standing("Mødedato", **MEETING, place=PLACE)
    planned = standing("næste møde", **{**MEETING, "date": "2026-06-25"}, place=None, document_id=None)
    scores = scored(tables(meetings=[held, planned]), gold(meetings=MEETINGS))
    assert counted(scores.named("meetings")) == (1, 1, 1)


def test_an_end_that_is_not_known_is_missed():
    held = standing("Mødedato", **{**MEETING, "time_end": None}, place=PLACE)
    scores = scored(tables(meetings=[held]), gold(meetings=MEETINGS))
    assert counted(scores.named("meetings")) == (1, 1, 0)
    assert outcomes(scores.named("meetings.time_end")) == [("missed", "Mødedato")]


ITEMS = "document,number,title,case_number,page\nreferat,1,Velkomst,1-01-81,3\nreferat,2,Mødeplan,1-01-81,4"


def item(number, title, page, case_number="1-01-81"):
    return {"document_id": REFERAT, "number": number, "title": title, "case_number": case_number, "page": page}


@pytest.mark.parametrize(
    ("rows", "right", "errors"),
    [
        ([item("1", "Velkomst", 3), item("2", "Mødeplan", 4)], 2, []),
        ([item("1", "Velkomst", 3), item("2", "Mødeplan for 2026", 4)], 1, ["wrong"]),
        ([item("1", "Velkomst", 3), item("3", "Mødeplan", 4)], 1, ["wrong"]),
        ([item("1", "Velkomst", 3), item("2", "Mødeplan", 4, None)], 1, ["wrong"]),
        ([item("1", "Velkomst", 2)], 0, ["wrong", "missed"]),
        ([item("1", "Velkomst", 3), item("2", "Mødeplan", 4), item("3", "Evt.", 4)], 2, ["false"]),
    ],
)
def test_an_item_is_right_with_number_title_case_number_and_page(rows, right, errors):
    score = scored(tables(agenda_items=rows), gold(agenda_items=ITEMS)).named("agenda_items")
    assert score.right == right
    assert [outcome for outcome, _ in outcomes(score) if outcome != "right"] == errors


def test_whether_an_item_is_closed_is_asked_where_the_reference_tells():
    known = "document,number,title,case_number,page,closed\nreferat,1,Velkomst,,3,false\nreferat,2,Ejendom,,4,true"
    rows = [{**item("1", "Velkomst", 3, None), "closed": False}, {**item("2", "Ejendom", 4, None), "closed": False}]
    scores = scored(tables(agenda_items=rows), gold(agenda_items=known))
    assert outcomes(scores.named("agenda_items.closed")) == [("right", "Velkomst"), ("wrong", "Ejendom")]
