"""Proposals, decisions and dates."""

import pytest

from tests.unit.evaluate.made import counted, gold, outcomes, passage, scored, standing, tables

PROPOSALS = "document,item,quote\nreferat,3,at orienteringen tages til efterretning"


@pytest.mark.parametrize(("item", "outcome"), [("3", "right"), ("4", "wrong"), (None, "wrong")])
def test_a_proposal_stands_under_its_item(item, outcome):
    rows = [standing("at orienteringen om kommissoriet", agenda_item=item)]
    rows += [standing("at orienteringen tages til efterretning.", agenda_item=item)]
    score = scored(tables(proposals=rows), gold(indstillinger=PROPOSALS)).named("proposals")
    assert [o for o, _ in outcomes(score)] == [outcome, "false"]


DECISIONS = """key,document,item,status,type,body,date,due,required,quote
r1,referat,3,made,taget til efterretning,Udsatterådet,2026-04-30,,1,tog orienteringen til efterretning
r2,referat,9,made|reported,aftalt,Udsatterådet,2026-04-30,2026-06-25,1,på næste møde skal drøftes
r3,referat,1,made,orienteret|intet,,,,0,bød velkommen til mødet"""


def decision(text, item, kind, **values):
    known = {"status": "made", "body": "Udsatterådet", "body_id": None, "date": "2026-04-30", "due": None}
    return standing(text, agenda_item=item, type=kind, **{**known, **values})


NOTED = decision("Rådet tog orienteringen til efterretning.", "3", "taget til efterretning")
AGREED = decision("Det blev aftalt, at på næste møde skal drøftes mere.", "9", "aftalt", due="2026-06-25")
WELCOME = decision("Formanden bød velkommen til mødet.", "1", "orienteret", body=None, date=None)


def decisions(*rows):
    return scored(tables(decisions=rows), gold(decisions=DECISIONS))


def test_decisions_with_all_their_fields():
    scores = decisions(NOTED, AGREED)
    names = ["", ".typed", ".item", ".status", ".type", ".body", ".date", ".due"]
    assert [scores.named(f"decisions{name}").f1.value for name in names] == [1.0] * len(names)


def test_a_decision_that_need_not_be_found_is_right_when_it_is():
    assert counted(decisions(NOTED, AGREED, WELCOME).named("decisions")) == (2, 3, 3)


@pytest.mark.parametrize(
    ("values", "wrong"),
    [
        ({"type": "godkendt"}, ["typed", "type"]),
        ({"agenda_item": "4"}, ["typed", "item"]),
        ({"status": "reported"}, ["typed", "status"]),
        ({"body": "Regionsrådet"}, ["body"]),
        ({"date": None}, ["date"]),
        ({"due": "2026-06-25"}, ["due"]),
    ],
)
def test_a_wrong_field_leaves_the_decision_found(values, wrong):
    scores = decisions({**NOTED, **values}, AGREED)
    assert scores.named("decisions").f1.value == 1.0
    names = ["typed", "item", "status", "type", "body", "date", "due"]
    assert [name for name in names if scores.named(f"decisions.{name}").f1.value != 1.0] == wrong


def test_a_sentence_that_is_no_decision_is_a_false_find():
    score = decisions(NOTED, AGREED, decision("Mødet sluttede kl. 12.", "10", "orienteret")).named("decisions")
    assert outcomes(score)[2:] == [("missed", "bød velkommen til mødet"), ("false", "Mødet sluttede kl. 12.")]


DATES = """document,text,edtf,required,context
referat,9. juni 2026,2026-06-09,1,udvalget den 9. juni 2026. Her
referat,9. juni 2026,2026-06-09,1,til mødet den 9. juni 2026 anmodes
referat,primo 2021,2021-01/2021-03|2021-01,1,har primo 2021 tildelt
referat,2026,2026,0,planen for 2026 godkendes"""
PAGE = "Det sker i udvalget den 9. juni 2026. Her mødes vi."
NEXT = (
    "Op til mødet den 9. juni 2026 anmodes rådet. Styrelsen har primo 2021 tildelt midler; planen for 2026 godkendes."
)


def date(text, edtf, where=NEXT):
    start = where.index(text)
    return standing(text, edtf=edtf, passage_id=where, start=start, end=start + len(text))


def dates(*rows):
    return scored(tables(dates=rows, passages=[passage(PAGE), passage(NEXT, page=2)]), gold(dates=DATES)).named("dates")


def test_dates_with_their_edtf():
    rows = [date("9. juni 2026", "2026-06-09", PAGE), date("den 9. juni 2026", "2026-06-09")]
    assert counted(dates(*rows, date("primo 2021", "2021-01"))) == (3, 3, 3)


def test_a_bare_year_is_right_when_found():
    start = NEXT.index("2026 godkendes")
    bare_year = standing("2026", edtf="2026", passage_id=NEXT, start=start, end=start + 4)
    assert counted(dates(bare_year)) == (3, 1, 1)


@pytest.mark.parametrize(
    ("row", "outcome"),
    [(date("primo 2021", "2021"), "wrong"), (date("9. juni", "06-09"), "false")],
)
def test_a_date_read_otherwise(row, outcome):
    assert outcome in [o for o, _ in outcomes(dates(row))]


def test_a_year_out_of_a_date_is_not_the_bare_year_of_another_sentence():
    assert outcomes(dates(date("2026", "2026", PAGE)))[-1] == ("false", "2026")


@pytest.mark.parametrize(("edtf", "outcome"), [("2026", "right"), ("2026/..", "right"), ("2026-04", "missed")])
def test_a_year_left_open_is_as_right_as_the_bare_year(edtf, outcome):
    page = NEXT.replace("for 2026", "fra 2026 og frem")
    known = gold(dates=DATES.replace("planen for 2026", "planen fra 2026"))
    row = standing(
        "2026 og frem", edtf=edtf, passage_id=page, start=page.index("2026 og"), end=page.index(" godkendes")
    )
    score = scored(tables(dates=[row], passages=[passage(PAGE), passage(page, page=2)]), known).named("dates")
    assert outcomes(score)[0][0] == outcome


def test_of_two_equal_dates_the_missing_one_is_told_with_its_page():
    score = dates(date("9. juni 2026", "2026-06-09", PAGE), date("primo 2021", "2021-01"))
    missed = [v for v in score.verdicts if v.outcome == "missed" and v.required]
    assert [(v.quote, v.page) for v in missed] == [("til mødet den 9. juni 2026 anmodes", 2)]
