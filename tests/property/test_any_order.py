"""The same papers give the same bytes, whatever the order in which they are found and the number of workers."""

import random
import shutil
from pathlib import Path

import pytest

from pipeline.run.job import Job
from pipeline.run.settings import Setup
from pipeline.run.stages import run_all
from tests.conftest import MADE

SOME = sorted(MADE, key=lambda path: (path.stat().st_size, path.name))[:5]


def results(folder: Path, *, workers: int, seed: int) -> dict[str, bytes]:
    """The bytes of all results; the seed gives the order in which the files of a folder are found."""
    order = random.Random(seed)
    real = Path.iterdir
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "iterdir", lambda path: iter(sorted(real(path), key=lambda _: order.random())))
        list(run_all(Job(folder / f"out-{workers}", Setup(), folder / "raw", workers)))
    return {path.name: path.read_bytes() for path in (folder / f"out-{workers}").rglob("*") if path.is_file()}


def test_workers_and_the_order_of_the_files_do_not_show_in_the_bytes(tmp_path):
    (tmp_path / "raw").mkdir()
    for number, path in enumerate(SOME):
        shutil.copy(path, tmp_path / "raw" / f"{number}.pdf")
    one, two = results(tmp_path, workers=1, seed=1), results(tmp_path, workers=2, seed=2)
    assert one.keys() == two.keys()
    assert [name for name in one if one[name] != two[name]] == []
