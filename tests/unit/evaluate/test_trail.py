"""What became of the recommendations."""

import pytest

from tests.unit.evaluate.made import PAPERS, counted, gold, outcomes, scored, standing, tables
from tests.unit.evaluate.test_advised import ALL, RECOMMENDATIONS, link

DECISIONS = """key,document,item,status,type,body,date,due,required,quote
r1,referat,4,made,drøftet,,,,1,drøftede anbefalingerne
r2,referat,4,made,forslag,,,,1,muligheden for en klinik
r3,referat,3,made,godkendt,,,,1,godkendte planen"""
FOLLOWED = """decision,strong,acceptable,reference
r1,1|2,,collective
r2,1,2,named
r3,,,none"""
DECIDED = [
    standing(text, decision_id=key, agenda_item="4", status="made", type="drøftet", body=None, date=None, due=None)
    for key, text in (
        ("d1", "Rådet drøftede anbefalingerne."),
        ("d2", "Om muligheden for en klinik."),
        ("d3", "Rådet godkendte planen."),
    )
]


def follows(decision, target, reference="særskilt", fact=True):
    return link(decision, target, "follows_up", fact, reference)


def followed(*links):
    known = gold(
        decisions=DECISIONS, decision_recommendations=FOLLOWED, recommendations=RECOMMENDATIONS, documents=PAPERS
    )
    return scored(tables(decisions=DECIDED, recommendations=ALL, links=links), known)


BOTH = (follows("d1", "a", "samlet"), follows("d1", "b", "samlet"))


def test_links_from_decisions():
    scores = followed(*BOTH, follows("d2", "a"))
    assert counted(scores.named("decision_recommendations")) == (3, 3, 3)
    assert counted(scores.named("decision_recommendations.reference")) == (3, 3, 3)


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        ([*BOTH, follows("d2", "a"), follows("d2", "b")], ["right"] * 3),  # acceptable: neither right nor wrong
        ([*BOTH], ["right", "right", "missed"]),
        ([*BOTH, follows("d2", "a"), follows("d3", "a")], ["right"] * 3 + ["false"]),  # none would be right
        ([*BOTH, follows("d2", "a"), follows("d3", "a", fact=False)], ["right"] * 3),
    ],
)
def test_a_link_too_many_or_too_few(links, expected):
    assert [o for o, _ in outcomes(followed(*links).named("decision_recommendations"))] == expected


def test_one_that_is_meant_by_itself_is_not_meant_with_all():
    scores = followed(*BOTH, follows("d2", "a", "samlet"))
    assert outcomes(scores.named("decision_recommendations.reference"))[-1] == ("wrong", "d2→a")


STATUSES = """number,as_of,status,follow_up,since
1,2025-09-30,fremsat,kan ikke afgøres,2025-09-15
1,2026-04-30,drøftet|besluttet oversendt,kan ikke afgøres,2025-10"""


def status(as_of, what, since, key="a"):
    known = {"follow_up": "kan ikke afgøres", "reason": "modtagerens papirer mangler"}
    return {"recommendation_id": key, "as_of": as_of, "status": what, "since": since, **known}


FIRST, LATER = status("2025-09-15", "fremsat", "2025-09-15"), status("2025-10", "drøftet", "2025-10")


@pytest.mark.parametrize(
    ("rows", "right"),
    [
        ([FIRST, LATER], 2),
        ([LATER, FIRST], 2),
        ([FIRST], 1),
        ([FIRST, status("2025-10", "gennemført", "2025-10")], 1),
        ([FIRST, status("2025-10", "drøftet", None)], 1),
        ([FIRST, LATER, status("2026-06-25", "gennemført", "2026-06-25")], 2),  # after the days asked for
        ([status("2025-09-15", "fremsat", "2025-09-15", key="b")], 0),
        ([], 0),
    ],
)
def test_a_days_status_is_the_last_row_up_to_that_day(rows, right):
    known = gold(statuses=STATUSES, recommendations=RECOMMENDATIONS, documents=PAPERS)
    assert counted(scored(tables(statuses=rows, recommendations=ALL), known).named("statuses"))[2] == right
