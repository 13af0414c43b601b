"""References and floors on disk, and what the command does with them."""

from dataclasses import dataclass
from typing import cast

import pyarrow as pa
import pytest

from pipeline.errors import InvalidConfig, InvalidGold
from pipeline.run.results import Results
from pipeline.run.scores import FLOORS, Asked, evaluate, read_floors, read_gold
from tests.unit.evaluate.made import paper, passage

HEADINGS = "document,page,level,text\nreferat,1,2,Beslutning\nreferat,1,2,Bilag\n"


@dataclass(frozen=True)
class Made:
    """Results that were not written to a folder."""

    headings: tuple[str, ...]

    def tables(self) -> dict[str, pa.Table]:
        """Two headings and a sentence."""
        rows = [passage(text, "heading", level=2) for text in self.headings]
        words = passage("Beslutning og Bilag")
        return {"documents": pa.Table.from_pylist([paper("referat")]), "passages": pa.Table.from_pylist([*rows, words])}


BOTH = cast(Results, Made(("Beslutning", "Bilag")))
ONE = cast(Results, Made(("Beslutning",)))


@pytest.fixture
def gold(tmp_path):
    (tmp_path / "headings.csv").write_text(HEADINGS, encoding="utf-8")
    return tmp_path


def test_scores_and_errors_as_text(gold):
    text, sunk = evaluate(ONE, gold=gold, asked=Asked(errors=True))
    assert "headings: 1 missed" in text
    assert "»Bilag«" in text
    assert sunk == []


def test_floors_rise_hold_and_sink_only_when_allowed(gold):
    assert evaluate(ONE, gold=gold, asked=Asked(update_floors=True))[1] == []
    assert read_floors(gold / FLOORS)["headings.recall"] == 0.5
    evaluate(BOTH, gold=gold, asked=Asked(update_floors=True))
    assert read_floors(gold / FLOORS)["headings.recall"] == 1.0
    _, sunk = evaluate(ONE, gold=gold, asked=Asked(update_floors=True))
    assert sunk == [
        "headings.f1: expected 1.000 or more, found 0.667",
        "headings.recall: expected 1.000 or more, found 0.500",
    ]
    assert evaluate(ONE, gold=gold, asked=Asked(update_floors=True, allow_regression=True))[1] == []
    assert read_floors(gold / FLOORS)["headings.recall"] == 0.5


def test_without_floors_nothing_sinks_and_no_file_is_written(gold):
    assert evaluate(ONE, gold=gold, asked=Asked())[1] == []
    assert not (gold / FLOORS).exists()


def test_a_regression_is_allowed_for_floors_only(gold):
    with pytest.raises(InvalidConfig, match="expected --update-floors with it"):
        evaluate(ONE, gold=gold, asked=Asked(allow_regression=True))


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({}, "found none"),
        ({"headings.csv": b"document,text\nreferat,\xe6\n"}, "UTF-8"),
        ({"headings.csv": b""}, "header"),
    ],
)
def test_references_that_cannot_be_read(files, told, tmp_path):
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    with pytest.raises(InvalidGold, match=told):
        read_gold(tmp_path)


def test_an_empty_cell_is_empty_and_na_is_a_word(tmp_path):
    (tmp_path / "headings.csv").write_text("document,text\nreferat,\nreferat,NA\n", encoding="utf-8")
    assert list(read_gold(tmp_path)["headings"]["text"]) == ["", "NA"]


def test_floors_that_are_no_numbers(tmp_path):
    (tmp_path / FLOORS).write_text("headings.f1: høj\n", encoding="utf-8")
    with pytest.raises(InvalidGold, match=r"headings\.f1"):
        read_floors(tmp_path / FLOORS)
