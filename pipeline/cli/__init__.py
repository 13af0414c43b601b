"""The command line: each command takes its arguments, makes one call, and prints. Results on stdout, logs on stderr."""

import io
import signal
import sys

# The commands stand in --help in the order in which these modules come.
# isort: off
from pipeline.cli import stages
from pipeline.cli import papers
from pipeline.cli import trail
from pipeline.cli import lexicons
from pipeline.cli import quality
from pipeline.cli.top import app
# isort: on

__all__ = ["app", "lexicons", "main", "papers", "quality", "stages", "trail"]


def main() -> None:
    """The console script."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal or pipe that knows no æ or » gets a question mark, not a crash.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    # Killed, a run marks what is done and lets its workers go, as after Ctrl-C; by default they would be left behind.
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
    app()
