"""What is found in the rows of tagged text, kind by kind, against the floors of floors.yaml.

`--update-golden` raises the floors. Rows with odd numbers are those by which rules may be mended; the even ones are
held back, and have floors of their own. Of the papers with advice and stories (R, H) the first batch is open and the
second is held back.
"""

from pathlib import Path

import pytest
import yaml

from tests.facts.rows import BadRow, Row, _row, read_rows
from tests.facts.scoring import Tally, tally

FLOORS = Path(__file__).with_name("floors.yaml")
ROWS = read_rows()


def is_held_back(row: Row) -> bool:
    """Whether no rule was mended by it: even rows; of papers with advice and stories, those of the second batch."""
    family, number = row.id.split("-")
    return int(family[1:]) > 10 if family[0] in "RH" else int(number) % 2 == 0


@pytest.fixture(scope="module")
def tallies() -> dict[str, Tally]:
    """The rows to mend by, and those held back."""
    parts = {"open": [r for r in ROWS if not is_held_back(r)], "held back": [r for r in ROWS if is_held_back(r)]}
    return {name: tally(rows) for name, rows in parts.items()}


def floors() -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = yaml.safe_load(FLOORS.read_text(encoding="utf-8"))
    return found


def test_there_are_rows_of_every_family():
    families = {row.id.split("-")[0] for row in ROWS}
    assert {f"F{n:02}" for n in range(1, 37)} <= families
    assert sum(row.id[0] in "RH" for row in ROWS) >= 60
    assert len(ROWS) >= 300


def test_every_kind_that_is_tagged_has_a_floor(tallies, request):
    if request.config.getoption("--update-golden"):
        raised = {
            part: {
                kind: round(max(counted.f1(kind), floors().get(part, {}).get(kind, 0.0)), 3)
                for kind in sorted(counted.there)
            }
            for part, counted in tallies.items()
        }
        FLOORS.write_text(yaml.safe_dump(raised, allow_unicode=True, sort_keys=False), encoding="utf-8")
    assert {part: set(kinds) for part, kinds in floors().items()} == {
        part: set(counted.there) for part, counted in tallies.items()
    }


@pytest.mark.parametrize(("part", "kind"), [(part, kind) for part, kinds in floors().items() for kind in kinds])
def test_no_kind_falls_below_its_floor(tallies, part, kind):
    counted = tallies[part]
    errors = [error for error in counted.errors if error.split(" ")[1] == kind.split(".")[0]]
    assert counted.f1(kind) >= floors()[part][kind] - 0.0005, "\n".join(errors)


def test_tags_are_taken_out_and_keep_their_places():
    row = _row(
        "F99-01 | referat | Rådet | - | -", ["- {beslutning godkendt frist=2024-05: Godkendt i {dato 2024-05: maj}.}"]
    )
    assert row.lines == ("- Godkendt i maj.",)
    assert [(t.kind, t.value, t.keys, t.text) for t in row.tags] == [
        ("dato", "2024-05", {}, "maj"),
        ("beslutning", "godkendt", {"frist": "2024-05"}, "Godkendt i maj."),
    ]
    assert all(row.lines[0][t.start : t.end] == t.text for t in row.tags)


@pytest.mark.parametrize(
    "line",
    [
        "{beslutning: Godkendt.}",
        "{ukendt x: y}",
        "{dato 2024: 2024",
        "løs } klamme",
        "{afbud : }",
        "{afbud parti=A: Lise Holm}",
    ],
)
def test_a_row_that_does_not_hold_is_told(line):
    with pytest.raises(BadRow, match="F99-01"):
        _row("F99-01 | referat | Rådet | - | -", [line])
