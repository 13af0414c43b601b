"""The reference files are whole: as many rows as their README counts, and every quote stands in its paper."""

import pytest

from pipeline.evaluate.checks import check_gold
from pipeline.run.scores import read_gold
from tests.gold.conftest import GOLD

KINDS = ("headings", "list_items", "sections", "furniture", "letterhead", "tables", "quotes")
COUNTS = {
    "referat-udsatteraadet-2026-04-30": (47, 49, 31, 25, 4, 0, 0),
    "praesentation-udsatteraadet": (8, 31, 0, 8, 0, 0, 0),
    "notat-budget-2022-udsatteraad": (33, 28, 30, 12, 2, 15, 6),
    "anbefalinger-udsatteraadet-2022-2025": (38, 85, 19, 36, 1, 0, 0),
    "kommissorium-udsatteraadet": (8, 19, 7, 4, 0, 0, 0),
    "ballerup-sundhed-2012-12-04-referat": (70, 15, 72, 87, 31, 18, 0),
    "ballerup-2012-notat": (1, 7, 0, 0, 8, 0, 0),
}


@pytest.fixture(scope="module", params=[GOLD, GOLD / "samples"], ids=["five", "samples"])
def gold(request):
    return read_gold(request.param)


def test_as_many_rows_as_the_readme_counts(gold):
    for document in gold["documents"]["document"]:
        rows = tuple(int((gold[kind]["document"] == document).sum()) for kind in KINDS)
        assert rows == COUNTS[document]


def test_every_file_has_its_columns_and_its_papers(gold):
    assert set(check_gold(gold)) == set(gold["documents"]["document"])


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("recommendations", 9),
        ("recommendation_mentions", 27),
        ("sub_recommendations", 55),
        ("memberships", 40),
        ("attendance", 13),
        ("statuses", 18),
    ],
)
def test_as_many_as_stand_in_the_papers(name, rows):
    assert len(read_gold(GOLD)[name]) == rows
