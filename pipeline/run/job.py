"""What a run is asked to do."""

import os
from dataclasses import dataclass
from pathlib import Path

from pipeline.context import Context
from pipeline.run.progress import Track, silent
from pipeline.run.settings import Setup, open_context


def usual_workers() -> int:
    """As many workers as there are processors, four at most: more gain little and take memory."""
    return min(4, os.cpu_count() or 1)


@dataclass(frozen=True, slots=True)
class Job:
    """Where the results go, by which settings, and for the first stage where the papers are."""

    out: Path
    setup: Setup
    raw: Path
    workers: int = 1
    track: Track = silent

    @property
    def context(self) -> Context:
        """The settings and lexicons."""
        return open_context(self.setup)
