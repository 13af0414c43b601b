"""Who is who in made corpora of names: figures over pairs of mentions, with floors."""

import pytest

from tests.identity.who import Score, open_and_held_back, read_corpora, score

CORPORA = read_corpora()
FLOORS: dict[str, dict[str, float]] = {
    "open": {"f1": 0.995, "person": 0.995, "organisation": 0.99},
    "held back": {"f1": 0.96, "person": 0.96, "organisation": 0.96},
}
_WRONG = 0.005
"""Of merges, and of pairs of different ones that share a word: the share that may be wrongly joined."""


@pytest.fixture(scope="module")
def scores() -> dict[str, dict[str, Score]]:
    """The corpora to mend by, and those held back: all, and for people and organisations alone."""
    return {
        part: {
            "f1": score(corpora),
            "person": score(corpora, kinds=("person",)),
            "organisation": score(corpora, kinds=("organisation",)),
        }
        for part, corpora in open_and_held_back(CORPORA).items()
    }


def told(part: str, found: Score) -> str:
    """What went wrong; of the half held back the figures only."""
    return "\n".join([found.line(), *(found.errors if part == "open" else [])])


def test_there_are_mentions_enough():
    named = [named for corpus in CORPORA for named in corpus.named]
    assert len(named) >= 500
    assert sum(named.kind == "person" for named in named) >= len(named) / 2


@pytest.mark.parametrize(("part", "measure"), [(part, name) for part, floors in FLOORS.items() for name in floors])
def test_no_figure_falls_below_its_floor(scores, part, measure):
    found = scores[part][measure]
    assert found.f1 >= FLOORS[part][measure], told(part, found)


@pytest.mark.parametrize("part", FLOORS)
def test_next_to_nobody_is_taken_for_somebody_else(scores, part):
    found = scores[part]["f1"]
    assert found.wrong <= _WRONG, told(part, found)
