"""Made papers of made councils with their truth, and what a run makes of them.

    python -m benchmarks.corpus --papers 40 --years 4 --councils 2 --seed 1 --out DIR
    python -m benchmarks.corpus --measure DIR

The first writes `DIR/raw/**/*.pdf` and `DIR/truth/*.csv`, the same bytes for the same numbers; the second runs all
stages on the papers into `DIR/processed` and holds the tables against the truth.
"""

import argparse
import csv
from collections.abc import Sequence
from io import StringIO
from pathlib import Path
from random import Random

from benchmarks.made.chronicle import Chronicle
from benchmarks.made.layouts import render_pdf
from benchmarks.made.measure import measure, render
from benchmarks.made.papers import TABLES, Corpus, Setting
from benchmarks.made.words import phrases
from pipeline.run.job import Job
from pipeline.run.results import open_results
from pipeline.run.settings import Setup, read_setup
from pipeline.run.stages import STAGE_NAMES, run_stage

_LAYOUTS = (
    {"addressee": "firstagenda", "council": "plain"},
    {"addressee": "edoc", "council": "firstagenda"},
    {"addressee": "plain", "council": "edoc"},
)


def make_corpus(*, papers: int, years: int, councils: int, seed: int) -> Corpus:
    """Papers and truth; every second council has meetings of its addressee that are spoken of and not there."""
    settings = _settings(councils, Random(f"{seed} settings"))
    corpus = Corpus()
    for place, setting in enumerate(settings):
        share = papers // councils + (place < papers % councils)
        Chronicle(setting, Random(f"{seed} {place}"), corpus).write(share, years)
    return corpus


def write_corpus(corpus: Corpus, out: Path) -> None:
    """The papers below `raw`, a CSV for each table of the truth below `truth`."""
    for paper in corpus.papers:
        path = out / "raw" / paper.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(render_pdf(paper))
    (out / "truth").mkdir(parents=True, exist_ok=True)
    for name, rows in corpus.truth.items():
        text = StringIO()
        writer = csv.DictWriter(text, TABLES[name], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
        (out / "truth" / f"{name}.csv").write_text(text.getvalue(), encoding="utf-8")


def read_truth(out: Path) -> dict[str, list[dict[str, str]]]:
    """The truth of a folder, as it was written."""
    return {
        name: list(csv.DictReader(StringIO((out / "truth" / f"{name}.csv").read_text(encoding="utf-8"))))
        for name in TABLES
    }


def run(out: Path, setup: Setup, *, workers: int = 1) -> dict[str, list[dict[str, object]]]:
    """All stages over the papers of a folder; the tables as rows."""
    job = Job(out / "processed", setup, out / "raw", workers)
    for stage in STAGE_NAMES:
        run_stage(stage, job)
    tables = open_results(out / "processed", ("tables",)).tables()
    return {name: table.to_pylist() for name, table in tables.items()}


def main(arguments: Sequence[str] | None = None) -> None:
    """Make, or measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.corpus", description="Made councils and their truth.")
    for option, usual in (("--papers", 40), ("--years", 4), ("--councils", 2), ("--seed", 1), ("--workers", 1)):
        parser.add_argument(option, type=int, default=usual)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--measure", type=Path, metavar="DIR")
    given = parser.parse_args(arguments)
    if (given.out is None) == (given.measure is None):
        parser.error("expected one of --out DIR (make) and --measure DIR (run and measure)")
    if given.measure is not None:
        print(render(measure(read_truth(given.measure), run(given.measure, read_setup(), workers=given.workers))))
        return
    if not 0 < given.councils * given.years <= given.papers:
        parser.error("expected at least one paper for each council and year")
    if given.councils > _most_councils():
        parser.error(f"expected at most {_most_councils()} councils, so many there are words and places for")
    write_corpus(
        make_corpus(papers=given.papers, years=given.years, councils=given.councils, seed=given.seed), given.out
    )


def _most_councils() -> int:
    return len(phrases()["councils"]) * len(phrases()["authorities"])


def _settings(councils: int, rng: Random) -> list[Setting]:
    kinds, authorities = phrases()["councils"], list(phrases()["authorities"])
    rng.shuffle(authorities)
    return [
        Setting(
            # After the last authority they begin again, with a council of another kind each.
            **kinds[(place + place // len(authorities)) % len(kinds)],
            authority=authorities[place % len(authorities)],
            prefix=f"{chr(ord('a') + place)}-",
            gaps=place % 2 == 1 or councils == 1,
            layouts=_LAYOUTS[place % len(_LAYOUTS)],
        )
        for place in range(councils)
    ]


if __name__ == "__main__":
    main()
