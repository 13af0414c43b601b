"""The findings in DIR held against reference annotations on disk."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
from pydantic import TypeAdapter

from pipeline.errors import InvalidConfig, InvalidGold
from pipeline.evaluate import (
    Scores,
    compare_floors,
    raise_floors,
    render_errors,
    render_floors,
    render_scores,
    score_corpus,
)
from pipeline.lexicons.validated import parse_yaml
from pipeline.run.frames import to_frame
from pipeline.run.results import Results

FLOORS = "floors.yaml"


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of an evaluation beside the scores."""

    seed: int = 0
    errors: bool = False
    update_floors: bool = False
    allow_regression: bool = False


def evaluate(results: Results, *, gold: Path, asked: Asked) -> tuple[str, list[str]]:
    """The scores as text, with every miss and false find if asked for, and a line for each score below its floor."""
    if asked.allow_regression and not asked.update_floors:
        raise InvalidConfig(
            "--allow-regression: expected --update-floors with it, found it alone; give both or neither"
        )
    tables = {name: to_frame(table) for name, table in results.tables().items()}
    scores = score_corpus(tables, read_gold(gold), seed=asked.seed)
    if asked.update_floors:
        write_floors(gold / FLOORS, scores, allow_regression=asked.allow_regression)
    text = render_scores(scores)
    if asked.errors:
        text = f"{text}\n\n{render_errors(scores)}"
    return text, compare_floors(scores, read_floors(gold / FLOORS))


def write_floors(path: Path, scores: Scores, *, allow_regression: bool) -> None:
    """Raise the floors of a file to the scores; lower them too only when that is allowed."""
    floors = raise_floors(scores, read_floors(path), allow_regression=allow_regression)
    path.write_text(render_floors(floors), encoding="utf-8", newline="\n")


def read_gold(folder: Path) -> dict[str, pd.DataFrame]:
    """The CSV files of a folder by name, all cells as text, an empty one as an empty string."""
    files = sorted(folder.glob("*.csv"))
    if not files:
        raise InvalidGold(f"{folder}: expected CSV files with reference annotations, found none; name their folder")
    return {file.stem: _read_csv(file) for file in files}


def read_floors(path: Path) -> Mapping[str, float]:
    """The scores that may not be undercut; none when there is no such file."""
    if not path.is_file():
        return {}
    text = path.read_text(encoding="utf-8")
    return parse_yaml(text, TypeAdapter(dict[str, float]), name=str(path), error=InvalidGold)


def _read_csv(file: Path) -> pd.DataFrame:
    try:
        return pd.read_csv(file, dtype=str, keep_default_na=False, encoding="utf-8")
    except (pd.errors.ParserError, pd.errors.EmptyDataError, UnicodeDecodeError) as problem:
        raise InvalidGold(f"{file}: expected a CSV file in UTF-8 with a header, found another ({problem})") from problem
