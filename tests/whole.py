"""One whole run over the papers in data/raw, shared by the suites and by the workers of a test session."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
# Nothing leaves the machine: a connection to anywhere would fail, and the run with it.
_COMMAND = [sys.executable, "-c", "import socket; socket.socket.connect = None; from pipeline.cli import main; main()"]


def run_once(factory: pytest.TempPathFactory) -> Path:
    """A folder with `data/raw` and the results in `data/processed`; the first worker that asks makes it."""
    base = factory.getbasetemp()
    desk = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "whole"
    ended = desk.with_suffix(".ended")
    try:
        desk.mkdir()
    except FileExistsError:
        while not ended.exists():
            time.sleep(0.2)
        return desk
    try:
        shutil.copytree(ROOT / "data" / "raw", desk / "data" / "raw")
        run = subprocess.run(
            [*_COMMAND, "run"], cwd=desk, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True
        )
        assert run.returncode == 0, run.stderr
    finally:
        ended.touch()
    return desk


def new_desk(whole: Path, desk: Path) -> Path:
    """A folder of one test's own that looks like a clone of the project after `make run`."""
    shutil.copytree(whole / "data", desk / "data")
    shutil.copy(ROOT / "params.yaml", desk)
    # Not a link: `..` of a linked folder is the project itself.
    shutil.copytree(ROOT / "notebooks", desk / "notebooks")
    for name in ("pipeline", "tests"):
        (desk / name).symlink_to(ROOT / name, target_is_directory=True)
    return desk
