"""No score may sink below its floor, and none is without one."""

from pipeline.evaluate import compare_floors, raise_floors, render_errors, render_floors
from pipeline.run.scores import FLOORS, read_floors
from tests.gold.conftest import GOLD

MADE_FLOORS = "made-floors.yaml"
# Of these the sources of the made papers tell a part: contents lists without their page numbers, head blocks and
# findings "at least these". A line or finding more is no error there.
_RECALL_ONLY = (
    "furniture",
    "letterhead",
    "sections",
    "attendance",
    "decisions",
    "decisions.typed",
    "recommendations",
)


def test_the_scores_of_the_five_papers(scores):
    sunk = compare_floors(scores, read_floors(GOLD / FLOORS))
    assert sunk == [], render_errors(scores)


def test_every_score_of_the_five_papers_has_a_floor(scores):
    measured = {name for name, value in scores.values().items() if value is not None}
    assert measured == set(read_floors(GOLD / FLOORS)), "raadspor evaluate --update-floors"


def test_the_scores_of_the_made_papers(made_scores, request):
    floors = read_floors(GOLD / MADE_FLOORS)
    if request.config.getoption("--update-golden"):
        raised = {name: floor for name, floor in raise_floors(made_scores, floors).items() if _judged(name)}
        (GOLD / MADE_FLOORS).write_text(render_floors(raised), encoding="utf-8", newline="\n")
    sunk = compare_floors(made_scores, floors)
    assert sunk == [], render_errors(made_scores)


def _judged(name: str) -> bool:
    kind, _, metric = name.rpartition(".")
    return metric == "recall" or kind not in _RECALL_ONLY
