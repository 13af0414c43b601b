"""Floors hold, rise, and sink only when that is allowed."""

import pytest
import yaml

from pipeline.evaluate import compare_floors, raise_floors, render_floors
from pipeline.evaluate.judging import Outcome, Sheet, Verdict
from pipeline.evaluate.scores import count_scores


def scores(right, missed):
    outcomes = [Outcome.RIGHT] * right + [Outcome.MISSED] * missed
    verdicts = tuple(Verdict(outcome, True, "referat", 1, "ord", None) for outcome in outcomes)
    return count_scores([Sheet("headings", verdicts)], seed=0)


@pytest.mark.parametrize(
    ("floors", "sunk"),
    [
        ({}, []),
        ({"headings.recall": 0.75}, []),
        ({"headings.recall": 0.751}, ["headings.recall: expected 0.751 or more, found 0.750"]),
        ({"items.f1": 0.1}, ["items.f1: expected 0.100 or more, found no such score"]),
    ],
)
def test_a_score_below_its_floor_is_told(floors, sunk):
    assert compare_floors(scores(3, 1), floors) == sunk


def test_a_score_that_cannot_be_measured_is_below_any_floor():
    assert compare_floors(scores(0, 4), {"headings.precision": 0.0}) != []


def test_floors_rise_to_the_scores():
    raised = raise_floors(scores(3, 1), {"headings.recall": 0.5})
    assert raised == {"headings.precision": 1.0, "headings.recall": 0.75, "headings.f1": 0.857}


def test_a_floor_does_not_sink_or_go():
    raised = raise_floors(scores(1, 1), {"headings.recall": 0.75, "items.f1": 0.9})
    assert (raised["headings.recall"], raised["items.f1"]) == (0.75, 0.9)


def test_unless_that_is_allowed():
    raised = raise_floors(scores(1, 1), {"headings.recall": 0.75, "items.f1": 0.9}, allow_regression=True)
    assert raised == {"headings.precision": 1.0, "headings.recall": 0.5, "headings.f1": 0.667}


def test_the_file_holds_what_it_was_made_of():
    floors = {"b.f1": 0.5, "a.f1": 1.0}
    text = render_floors(floors)
    assert yaml.safe_load(text) == floors
    assert [line for line in text.splitlines() if not line.startswith("#")] == ["a.f1: 1.000", "b.f1: 0.500"]
