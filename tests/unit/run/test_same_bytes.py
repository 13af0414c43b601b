"""The same papers give the same bytes, whatever the workers, the order of the files, and the runs before."""

import random
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.run.stages import run_all
from tests.unit.run import fakes
from tests.unit.run.fakes import job, pdf, snapshot, write

LINES = st.lists(st.sampled_from(["Referat", "2026", "# Nyt?", "KAPUT", "HUNGRY read", "æøå ﬁ", ""]), max_size=4)
CONTENT = st.one_of(LINES.map(lambda lines: pdf(*lines)), st.sampled_from([b"", b"PK"]))
NAMES = ("a.pdf", "b.pdf", "å/c.pdf", "å/d.tmp", "e")
PAPERS = st.dictionaries(st.sampled_from(NAMES), CONTENT, max_size=5).map(lambda found: {"z.pdf": pdf("Z"), **found})


def results(*corpora: dict[str, bytes], workers: int = 1, seed: int = 0) -> dict[str, bytes]:
    """The bytes of all results after a run over each corpus in turn; the files are found in the order of the seed."""
    with tempfile.TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        folder, order = Path(name), random.Random(seed)
        fakes.install(patch)
        real = Path.iterdir
        patch.setattr(Path, "iterdir", lambda path: iter(sorted(real(path), key=lambda _: order.random())))
        for papers in corpora:
            shutil.rmtree(folder / "raw", ignore_errors=True)
            write(folder / "raw", papers)
            list(run_all(job(folder, workers=workers)))
        return snapshot(folder / "out")


@settings(max_examples=6, deadline=None)
@given(PAPERS, st.integers())
def test_the_bytes_do_not_depend_on_workers_or_the_order_of_the_files(papers, seed):
    assert results(papers, workers=2, seed=seed) == results(papers, workers=1)


@settings(max_examples=6, deadline=None)
@given(PAPERS, PAPERS)
def test_the_bytes_do_not_depend_on_the_runs_before(papers, before):
    assert results(before, papers) == results(papers)
