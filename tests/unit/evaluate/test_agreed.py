"""Short findings are known by the place they share with a reference; contradictions by both sides."""

import pytest

from tests.unit.evaluate.made import PAPERS, counted, gold, passage, scored, standing, tables

LINE = "Ifølge kommissoriet holdes fire møder, og kommissoriet er vedlagt."


def pointing(quote, *, start, row="papir,1,Ifølge kommissoriet holdes"):
    found = standing(quote, kind="papir") | {"passage_id": LINE, "start": start, "end": start + len(quote)}
    known = gold(references=f"document,kind,required,quote\nreferat,{row}", documents=PAPERS)
    return counted(scored(tables(passages=[passage(LINE)], references=[found]), known).named("references"))


@pytest.mark.parametrize(
    ("quote", "right"),
    [("kommissoriet", 1), ("Ifølge kommissoriet", 1), ("kommissoriet holdes fire møder", 1), ("er vedlagt", 0)],
)
def test_a_reference_that_shares_the_place(quote, right):
    assert pointing(quote, start=LINE.index(quote)) == (1, 1, right)


def test_the_same_word_at_another_place_is_another_reference():
    assert pointing("kommissoriet", start=LINE.rindex("kommissoriet")) == (1, 1, 0)


def test_a_seat_stands_where_the_line_above_it_stands():
    lead, item = "Foreningerne har en plads hver:", "• KFUKs Hus"
    more = [{"passage_id": lead, "start": 0, "end": len(lead), "quote": lead, "page": 1}]
    seat = standing(item, organisation="KFUKs Hus", number=1, vacant=False, appointed_by=None, more=more)
    row = "document,organisation,number,vacant,appointed_by,required,quote\nreferat,KFUK's Hus,1,0,,1,har en plads hver"
    known = gold(seats=row, documents=PAPERS)
    scores = scored(tables(passages=[passage(lead), passage(item)], seats=[seat]), known)
    assert counted(scores.named("seats")) == counted(scores.named("seats.organisation")) == (1, 1, 1)


def side(quote):
    return {"document_id": "referat", "page": 1, "quote": quote}


@pytest.mark.parametrize(
    ("about", "left", "right", "count"),
    [
        ("side", "4.1 Unge 9", "4.1 Unge Der er mange", 1),  # the line of the contents is enough
        ("side", "4.2 Gamle 9", "4.1 Unge Der er mange", 0),
        ("sum", "4.1 Unge 9", "andre ord", 0),
    ],
)
def test_contradictions(about, left, right, count):
    row = (
        f"about,left_document,left_quote,right_document,right_quote,required\n{about},referat,{left},referat,{right},1"
    )
    found = {"about": f"{about} for 4.1", "left": side("4.1 Unge 9"), "right": side("4.1 Unge")}
    scores = scored(tables(conflicts=[found]), gold(conflicts=row, documents=PAPERS))
    assert counted(scores.named("conflicts")) == (1, 1, count)
