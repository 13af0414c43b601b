"""Headings, list items, quotes, running lines, head blocks and cells."""

import pytest

from tests.unit.evaluate.made import counted, gold, outcomes, passage, scored, tables

HEADINGS = "document,page,level,text\nreferat,1,1,Punkt 1: Velkomst\nreferat,1,2,Beslutning"


def test_a_heading_is_whole_and_on_its_page():
    found = tables(
        passages=[
            passage("Punkt 1: Vel-komst", "heading", level=1),
            passage("Beslutning", "heading", level=2, page=2),
            passage("Beslutning i sagen om haven", "paragraph"),
        ]
    )
    assert outcomes(scored(found, gold(headings=HEADINGS)).named("headings")) == [
        ("right", "Punkt 1: Vel-komst"),
        ("missed", "Beslutning"),
        ("false", "Beslutning"),
    ]


def test_the_level_of_a_heading_is_a_score_of_its_own():
    rows = [passage("Punkt 1: Velkomst", "title", level=1), passage("Beslutning", "heading", level=3)]
    scores = scored(tables(passages=rows), gold(headings=HEADINGS))
    assert counted(scores.named("headings")) == (2, 2, 2)
    assert counted(scores.named("headings.level")) == (2, 2, 1)


DOUBTFUL = """document,page,text,gold,also
referat,1,Mødedato,letterhead,heading|paragraph
referat,1,Robust lægedækning,heading 2,heading 3
referat,1,”Udsatterådet er,paragraph,quote"""
DOUBTED = gold(
    doubtful=DOUBTFUL,
    headings="document,page,level,text\nreferat,1,2,Robust lægedækning",
    letterhead="document,page,text\nreferat,1,Mødedato",
    quotes="document,page,start,end\nreferat,1,Der er råd,i regionen.",
)


@pytest.mark.parametrize("date", ["letterhead", "heading", "paragraph"])
@pytest.mark.parametrize("level", [2, 3])
@pytest.mark.parametrize("advice", ["paragraph", "quote"])
def test_of_two_readings_as_good_either_is_right(date, level, advice):
    rows = [
        passage("Mødedato", date, level=1 if date == "heading" else None),
        passage("Robust lægedækning", "heading", level=level),
        passage("”Udsatterådet er et forum.”", advice),
        passage("Der er råd i regionen.", "quote"),
    ]
    scores = scored(tables(passages=rows), DOUBTED)
    assert [scores.named(name).f1.value for name in ("headings", "headings.level", "letterhead", "quotes")] == [1.0] * 4


def test_a_third_reading_is_wrong():
    rows = [
        passage("Mødedato", "item"),
        passage("Robust lægedækning", "heading", level=1),
        passage("”Udsatterådet er et forum.”"),
        passage("Der er råd i regionen.", "quote"),
    ]
    scores = scored(tables(passages=rows), DOUBTED)
    assert scores.named("letterhead").recall.value == 0.0
    assert scores.named("headings.level").f1.value == 0.0


ITEMS = """document,page,depth,marker,start,end
referat,1,1,•,Helle Jensen,formand
referat,1,2,◦,Et møde,med:
referat,1,1,a,Konference den,sundhedsvæsen sammen?"""


def test_a_list_item_is_whole_and_less_its_marker():
    rows = [
        passage("\uf0b7 Helle Jensen, formand", "item", level=1, marker=2),
        passage("o Et møde med:", "item", level=1, marker=2),
        passage("a) Konference den 23. januar", "item", level=1, marker=3),
        passage("Hvordan udvikler vi det nære sundhedsvæsen sammen?", "item", level=1),
    ]
    scores = scored(tables(passages=rows), gold(list_items=ITEMS))
    assert outcomes(scores.named("list_items")) == [
        ("right", "\uf0b7 Helle Jensen, formand"),
        ("right", "o Et møde med:"),
        ("missed", "Konference den"),
        ("false", "a) Konference den 23. januar"),
        ("false", "Hvordan udvikler vi det nære sundhedsvæsen sammen?"),
    ]
    assert counted(scores.named("list_items.marker")) == (2, 2, 2)
    assert counted(scores.named("list_items.depth")) == (2, 2, 1)


FURNITURE = "document,page,text\nreferat,1,Velkomst 3\nreferat,1,Region Sjælland\nreferat,1,1\nreferat,2,2"


@pytest.mark.parametrize(
    ("lines", "right", "false"),
    [
        (["Velkomst ........ 3", "Region Sjælland", "1"], 3, 0),
        (["Velkomst ........ 3", "Region Sjælland 1"], 3, 0),  # head and page number are one line of the text
        (["Velkomst ........ 3", "Region Sjælland", "1", "Punkt 1: Velkomst"], 3, 1),
        (["Velkomst ........ 3", "Region Sjælland", "1 Rådet godkendte planen"], 3, 1),
        (["Velkomst ........ 3"], 1, 0),
    ],
)
def test_running_lines(lines, right, false):
    rows = [passage(line, "furniture") for line in lines] + [passage("Region Sjælland 1 2")]
    score = scored(tables(passages=rows), gold(furniture=FURNITURE)).named("furniture")
    assert [o for o, _ in outcomes(score)].count("right") == right
    assert [o for o, _ in outcomes(score)].count("false") == false


def test_a_label_is_found_in_the_passage_that_holds_it():
    rows = [passage("Tlf. dir.: 44 77 20 00", "letterhead"), passage("Kære råd", "letterhead")]
    score = scored(tables(passages=rows), gold(letterhead="document,page,text\nreferat,1,Tlf. dir.:")).named(
        "letterhead"
    )
    assert outcomes(score) == [("right", "Tlf. dir.: 44 77 20 00"), ("false", "Kære råd")]


CELLS = "document,page,table,row,col,text\nreferat,1,1,1,1,Indsats\nreferat,1,1,1,2,2013\nreferat,2,1,2,1,I alt"


@pytest.mark.parametrize("split", [False, True])
def test_a_table_over_two_pages_may_be_two(split):
    first, second = "Indsats\t2013", "I alt"
    rows = [passage(first + ("" if split else f"\n{second}"), "table", passage_id="a")]
    rows += [passage(second, "table", passage_id="b", page=2)] if split else []
    cells = [cell("a", 0, 0, 0, 7, 1), cell("a", 0, 1, 8, 12, 1), cell("a", 1, 1, 12, 12, 1)]
    cells += [cell("b", 0, 0, 0, 5, 2)] if split else [cell("a", 1, 0, 13, 18, 2)]
    score = scored(tables(passages=rows, cells=cells), gold(tables=CELLS)).named("tables")
    assert counted(score) == (3, 3, 3)


def cell(passage_id, row, col, start, end, page):
    return {"passage_id": passage_id, "row": row, "col": col, "start": start, "end": end, "page": page}
