"""Scores and errors as text."""

from pipeline.evaluate import render_errors, render_scores
from pipeline.evaluate.judging import Outcome, Sheet, Verdict
from pipeline.evaluate.scores import count_scores


def verdict(outcome, quote, *, page=3, required=True, rule=None, expected=None, found=None):
    return Verdict(outcome, required, "referat", page, quote, rule, expected, found)


DECISIONS = Sheet(
    "decisions",
    (
        verdict(Outcome.RIGHT, "Rådet godkendte planen.", rule="decisions.approved"),
        verdict(Outcome.MISSED, "Rådet drøftede sagen."),
        verdict(Outcome.MISSED, "Formanden bød velkommen.", required=False),
        verdict(
            Outcome.WRONG, "Planen er sendt.", rule="decisions.sent", expected="type udsat", found="type oversendt"
        ),
        verdict(Outcome.FALSE, "Mødet sluttede.\u202e\x1b[31m", page=None, rule="decisions.noted"),
    ),
)
SCORES = count_scores([DECISIONS, Sheet("dates", ())], seed=0)


def test_a_line_a_score_with_its_intervals():
    head, line = render_scores(SCORES).splitlines()
    assert head.split() == ["gold", "found", "right", "precision", "recall", "f1"]
    assert line.split()[:5] == ["decisions", "3", "3", "1", "0.333"]
    assert line.count("–") == 3


def test_every_error_with_its_proof():
    assert render_errors(SCORES).splitlines() == [
        "decisions: 1 missed, 1 wrong, 1 false",
        "  missed  referat p. 3  »Rådet drøftede sagen.«",
        "  wrong   referat p. 3  »Planen er sendt.«  [expected type udsat; found type oversendt; rule decisions.sent]",
        "  false   referat  »Mødet sluttede. [31m«  [rule decisions.noted]",
    ]


def test_no_errors():
    assert render_errors(count_scores([Sheet("dates", (verdict(Outcome.RIGHT, "2026"),))], seed=0)) == "No errors."
