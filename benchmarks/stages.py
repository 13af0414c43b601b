"""How the time of a run is shared between its stages: `python benchmarks/stages.py [RAW]`, RAW being data/raw.

Processor time of one worker, its start included, as shares: they hold from one machine to the next, seconds do not.
"""

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline.run.job import Job
from pipeline.run.results import open_results
from pipeline.run.settings import read_setup
from pipeline.run.stages import STAGE_NAMES, run_stage


def measure_stages(raw: Path, out: Path) -> dict[str, float]:
    """Seconds of processor time that each stage takes over the papers in `raw`."""
    job = Job(out, read_setup(), raw)
    taken: dict[str, float] = {}
    for stage in STAGE_NAMES:
        before = _processor_seconds()
        run_stage(stage, job)
        taken[stage] = _processor_seconds() - before
    return taken


def render_shares(taken: dict[str, float], *, papers: int, pages: int) -> str:
    """Each stage with its share of the whole and, against `read`, how long it takes."""
    whole = sum(taken.values())
    rows = [f"{stage:<10} {seconds / whole:>6.1%} {seconds / taken['read']:>7.2f}" for stage, seconds in taken.items()]
    return "\n".join([f"{papers} papers, {pages} pages", f"{'stage':<10} {'share':>6} {'read=1':>7}", *rows])


def main() -> None:
    """Measure, print."""
    raw = Path(sys.argv[1] if len(sys.argv) > 1 else "data/raw")
    with TemporaryDirectory() as name:
        taken = measure_stages(raw, Path(name))
        tables = open_results(Path(name), ("tables",)).tables()
    print(render_shares(taken, papers=tables["documents"].num_rows, pages=tables["pages"].num_rows))


def _processor_seconds() -> float:
    """Of this process and of the workers that have ended."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


if __name__ == "__main__":
    main()
