"""A run that is stopped half way leaves results that the next run goes on from, and no process behind."""

import signal
import subprocess
import sys
import time
from pathlib import Path

from pipeline.run.folder import read_marks

PAPERS = Path(__file__).parents[1] / "papers" / "made"
COMMAND = [sys.executable, "-c", "from pipeline.cli import main; main()"]


def read(out: Path) -> subprocess.Popen[str]:
    words = ["read", "--raw", str(PAPERS), "--out", str(out), "--workers", "2"]
    return subprocess.Popen([*COMMAND, *words], stderr=subprocess.PIPE, text=True, start_new_session=True)


def test_a_stopped_run_keeps_what_is_done(tmp_path):
    process = read(tmp_path)
    while len(list((tmp_path / "read").glob("*.json"))) < 3 and process.poll() is None:
        time.sleep(0.05)
    # Not Ctrl-C, which is the same to the program, but which a test that runs in the background does not hear.
    process.send_signal(signal.SIGTERM)
    # Reading to the end waits for the workers too: they hold the other end of the pipe.
    assert "Traceback" not in process.communicate(timeout=60)[1]
    assert process.returncode == 128 + signal.SIGTERM
    marks = read_marks(tmp_path / "read")
    assert marks is not None
    assert not marks.complete
    assert {path.name for path in (tmp_path / "read").iterdir()} >= set(marks.files())
    assert len(marks.units) >= 2
