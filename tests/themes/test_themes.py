"""What passages are about, on rows by somebody who had not seen the words of the themes.

`floors.yaml` holds the scores below which they may not fall; `--update-golden` raises them. Words were mended by the
rows with odd numbers only.
"""

from pathlib import Path

import pytest
import yaml

from pipeline.lexicons import load
from tests.themes.scoring import TAXONOMIES, Tally, read_rows, tally

FLOORS = Path(__file__).with_name("floors.yaml")


@pytest.fixture(scope="module")
def tallies() -> dict[str, Tally]:
    """By taxonomy and half: the open rows, and those held back."""
    return {
        f"{name} {'held back' if held else 'open'}": tally(row for row in read_rows(name) if row.held_back is held)
        for name in TAXONOMIES
        for held in (False, True)
    }


def floors() -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = yaml.safe_load(FLOORS.read_text(encoding="utf-8"))
    return found


def test_every_half_has_its_floors(tallies, request):
    if request.config.getoption("--update-golden"):
        raised = {
            name: {
                "micro": round(max(counted.micro(), floors().get(name, {}).get("micro", 0.0)), 3),
                "macro": round(max(counted.macro(), floors().get(name, {}).get("macro", 0.0)), 3),
            }
            for name, counted in tallies.items()
        }
        FLOORS.write_text(yaml.safe_dump(raised, allow_unicode=True, sort_keys=False), encoding="utf-8")
    assert set(floors()) == set(tallies)


@pytest.mark.parametrize("half", [f"{name} {half}" for name in TAXONOMIES for half in ("open", "held back")])
def test_no_half_falls_below_its_floors(tallies, half):
    counted, floor = tallies[half], floors()[half]
    told = "\n".join(counted.errors)
    assert counted.micro() >= floor["micro"] - 0.0005, told
    assert counted.macro() >= floor["macro"] - 0.0005, told


@pytest.mark.parametrize("name", TAXONOMIES)
def test_every_leaf_is_there(name):
    """A theme that no row is about is not measured."""
    taxonomy = next(t for t in load().themes.taxonomies if t.name == name)
    told = {theme for row in read_rows(name) for theme in row.themes}
    assert {terms.theme_id for terms in taxonomy.terms} <= told
