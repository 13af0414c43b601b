"""Scores as text for the terminal: a table, and every error with its proof."""

import re
from collections.abc import Iterator

from pipeline.evaluate.judging import Outcome, Verdict
from pipeline.evaluate.scores import METRICS, Measure, Score, Scores

_HEAD = ("", "gold", "found", "right", *METRICS)
_STEERING = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069]+")
_QUOTE, _VALUE = 90, 120
_ORDER = (Outcome.MISSED, Outcome.WRONG, Outcome.FALSE)


def render_scores(scores: Scores) -> str:
    """A line for each score: counts, precision, recall and F1 with their 95 % intervals."""
    rows = [_HEAD, *(_cells(score) for score in scores.all if score.verdicts)]
    widths = [max(len(row[i]) for row in rows) for i in range(len(_HEAD))]
    return "\n".join(_line(row, widths) for row in rows)


def render_errors(scores: Scores) -> str:
    """Under the name of each score what was missed, wrong and false: paper, page, quote, and the rule that found it."""
    blocks = ("\n".join(_errors(score)) for score in scores.all if _wrong(score))
    return "\n\n".join(blocks) or "No errors."


def _cells(score: Score) -> tuple[str, ...]:
    counts = (str(score.expected), str(score.found), str(score.right))
    return (score.name, *counts, *(_measure(measure) for measure in score.metrics().values()))


def _measure(measure: Measure) -> str:
    if measure.value is None:
        return "-"
    return f"{measure.value:.3f} ({measure.low:.3f}–{measure.high:.3f})"


def _line(row: tuple[str, ...], widths: list[int]) -> str:
    cells = [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:4], widths[1:4], strict=True))]
    cells += [cell.ljust(width) for cell, width in zip(row[4:], widths[4:], strict=True)]
    return "  ".join(cells).rstrip()


def _wrong(score: Score) -> list[Verdict]:
    """The errors of a score; what need not be found is not missed."""
    return [
        v for v in score.verdicts if v.outcome is not Outcome.RIGHT and (v.required or v.outcome is not Outcome.MISSED)
    ]


def _errors(score: Score) -> Iterator[str]:
    wrong = _wrong(score)
    counted = ", ".join(f"{n} {o}" for o in _ORDER if (n := sum(v.outcome is o for v in wrong)))
    yield f"{score.name}: {counted}"
    for verdict in sorted(wrong, key=lambda v: (_ORDER.index(v.outcome), v.document, v.page or 0)):
        yield f"  {verdict.outcome:<6}  {_place(verdict)}  »{_shorten(verdict.quote, _QUOTE)}«{_told(verdict)}"


def _place(verdict: Verdict) -> str:
    page = "" if verdict.page is None else f" p. {verdict.page}"
    return f"{_shorten(verdict.document, _VALUE)}{page}".strip() or "(no paper)"


def _told(verdict: Verdict) -> str:
    parts = (("expected", verdict.expected), ("found", verdict.found), ("rule", verdict.rule))
    told = "; ".join(f"{name} {_shorten(value, _VALUE)}" for name, value in parts if value is not None)
    return f"  [{told}]" if told else ""


def _shorten(text: str, width: int) -> str:
    """Text from a paper on one line, without letters that would steer the terminal."""
    line = " ".join(_STEERING.sub(" ", text).split())
    return line if len(line) <= width else f"{line[: width - 1].rstrip()}…"
