"""References that do not fit are told with file and line, and nothing is scored."""

import pytest

from pipeline.errors import InvalidGold
from pipeline.evaluate import score_corpus
from tests.unit.evaluate.made import gold, passage, tables

HEADINGS = "document,page,level,text\nreferat,1,2,Beslutning\nreferat,1,2,{}"
FOUND = tables(passages=[passage("Beslutning", "heading", level=2), passage("Rådet god-\nkendte planen.")])


@pytest.mark.parametrize(
    ("known", "told"),
    [
        (gold(headings=HEADINGS.format("Bilag")), "headings.csv, line 3: .*'Bilag'"),
        (gold(decisions="key,document,item,status,type,quote\na,referat,1,made,godkendt,forkastede planen"), "line 2"),
        (gold(decisions="key,document,item,status,type,quote\na,referat,1,made,godkendt,planen godkendte"), "line 2"),
        (gold(headings="document,page,text\nreferat,1,Beslutning"), "headings.csv: .* found no level"),
        (gold(headings="document,page,level,text\nreferat,en,2,Beslutning"), "line 2: page: .*'en'"),
        (gold(overskrifter="document,page\nreferat,1"), "overskrifter.csv: expected one of documents"),
        (gold(headings="document,page,level,text\nandet,1,2,Beslutning"), "papers andet, found none"),
        (gold(statuses="number,as_of,status\n1,2025,fremsat"), "column document, found none"),
    ],
)
def test_what_does_not_fit(known, told):
    with pytest.raises(InvalidGold, match=told):
        score_corpus(FOUND, known)


@pytest.mark.parametrize("words", ["Beslutning", "godkendte planen", "Planen: godkendte rådet", ""])
def test_layout_and_empty_cells_fit(words):
    assert score_corpus(FOUND, gold(headings=HEADINGS.format(words))).named("headings").right >= 1


def test_a_quote_that_accepts_several_need_stand_once():
    known = gold(decisions="key,document,item,status,type,quote\na,referat,1,made,godkendt,forkastede|godkendte planen")
    assert score_corpus(FOUND, known).named("decisions").expected == 1


def test_many_problems_are_told_in_part():
    rows = "\n".join(f"referat,1,2,Ukendt {n}" for n in range(30))
    with pytest.raises(InvalidGold, match="and 10 more"):
        score_corpus(FOUND, gold(headings=f"document,page,level,text\n{rows}"))


def test_what_has_no_reference_has_no_score():
    scores = score_corpus(FOUND, gold(headings=HEADINGS.format("Beslutning")))
    assert {score.name for score in scores.all} == {"headings", "headings.level"}
