"""Precision, recall and F1, and how sure they are."""

import pytest

from pipeline.evaluate.judging import Outcome, Sheet, Verdict
from pipeline.evaluate.scores import count_scores

RIGHT, WRONG, MISSED, FALSE = Outcome.RIGHT, Outcome.WRONG, Outcome.MISSED, Outcome.FALSE


def verdict(outcome, *, required=True, document="referat"):
    return Verdict(outcome, required, document, 1, "ord", None)


def score(*verdicts, name="prøve", seed=0):
    return count_scores([Sheet(name, verdicts)], seed=seed).all[0]


@pytest.mark.parametrize(
    ("outcomes", "precision", "recall", "f1"),
    [
        ([RIGHT, RIGHT], 1.0, 1.0, 1.0),
        ([RIGHT, FALSE], 0.5, 1.0, 0.667),
        ([RIGHT, MISSED], 1.0, 0.5, 0.667),
        ([RIGHT, WRONG], 0.5, 0.5, 0.5),
        ([WRONG, MISSED, FALSE], 0.0, 0.0, 0.0),
        ([MISSED], None, 0.0, 0.0),
        ([FALSE], 0.0, None, None),
        ([], None, None, None),
    ],
)
def test_the_three_measures(outcomes, precision, recall, f1):
    found = score(*map(verdict, outcomes))
    assert (found.precision.value, found.recall.value, found.f1.value) == (precision, recall, f1)


def test_what_need_not_be_found_is_right_when_found_and_not_missed_when_absent():
    optional = [verdict(RIGHT, required=False), verdict(MISSED, required=False)]
    found = score(verdict(RIGHT), verdict(FALSE), *optional)
    assert (found.precision.value, found.recall.value) == (0.667, 1.0)
    assert (found.expected, found.found, found.right) == (1, 3, 2)


def test_the_interval_holds_the_score_and_narrows_with_more_rows():
    few = score(*[verdict(RIGHT)] * 8, *[verdict(MISSED)] * 2)
    many = score(*[verdict(RIGHT)] * 800, *[verdict(MISSED)] * 200)
    assert few.recall.low < 0.8 < few.recall.high
    assert few.recall.low < many.recall.low < 0.8 < many.recall.high < few.recall.high


def test_all_right_leaves_nothing_to_draw_otherwise():
    found = score(*[verdict(RIGHT)] * 5)
    assert (found.f1.low, found.f1.high) == (1.0, 1.0)


def test_each_paper_keeps_its_rows():
    # One paper all right, one all missed: whatever is drawn, half of the rows are right.
    found = score(*[verdict(RIGHT, document="a")] * 20, *[verdict(MISSED, document="b")] * 20)
    assert (found.recall.low, found.recall.high) == (0.5, 0.5)


def test_papers_with_one_row_each_are_drawn_together():
    found = score(
        *[verdict(RIGHT, document=str(n)) for n in range(8)], *[verdict(MISSED, document=f"m{n}") for n in "ab"]
    )
    assert found.recall.low < 0.8 < found.recall.high


def test_the_same_seed_gives_the_same_interval_whatever_else_is_scored():
    rows = tuple(verdict(RIGHT if n % 3 else MISSED, document=str(n % 4)) for n in range(997))
    alone = count_scores([Sheet("a", rows)], seed=7).named("a")
    beside = count_scores([Sheet("b", rows[:9]), Sheet("a", rows)], seed=7).named("a")
    assert alone == beside
    assert alone != count_scores([Sheet("a", rows)], seed=8).named("a")


def test_every_measure_has_a_name():
    scores = count_scores([Sheet("headings", (verdict(RIGHT),))], seed=0)
    assert scores.values() == {"headings.precision": 1.0, "headings.recall": 1.0, "headings.f1": 1.0}
