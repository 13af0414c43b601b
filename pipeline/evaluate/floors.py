"""Floors: how low each score may be. They are raised with the scores, and never sink unasked."""

from collections.abc import Mapping

from pipeline.evaluate.scores import Scores

_HEAD = """\
# What each score may not fall below. `raadspor evaluate --update-floors` raises them to what is measured;
# --allow-regression lowers them too, in a commit that says why.
"""


def compare_floors(scores: Scores, floors: Mapping[str, float]) -> list[str]:
    """A line for each score that is below its floor, or that is measured no more."""
    values = scores.values()
    return [
        f"{name}: expected {floor:.3f} or more, found {_shown(values.get(name))}"
        for name, floor in sorted(floors.items())
        if not _holds(values.get(name), floor)
    ]


def raise_floors(scores: Scores, floors: Mapping[str, float], *, allow_regression: bool = False) -> dict[str, float]:
    """The floors at the height of the scores; none sinks or goes, unless that is allowed."""
    measured = {name: value for name, value in scores.values().items() if value is not None}
    if allow_regression:
        return measured
    raised = {name: max(value, floors.get(name, value)) for name, value in measured.items()}
    return {**raised, **{name: floor for name, floor in floors.items() if name not in measured}}


def render_floors(floors: Mapping[str, float]) -> str:
    """The floors as YAML, by name."""
    return _HEAD + "".join(f"{name}: {floor:.3f}\n" for name, floor in sorted(floors.items()))


def _holds(value: float | None, floor: float) -> bool:
    return value is not None and value >= floor


def _shown(value: float | None) -> str:
    return "no such score" if value is None else f"{value:.3f}"
