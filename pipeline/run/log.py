"""Where the log goes: warnings to stderr, and with `--log FILE` everything, with the time, to a file of its own."""

import logging
import os
from pathlib import Path

from pipeline.errors import InvalidConfig

LOGGER = logging.getLogger("raadspor")


def open_log(path: Path | None, *, out: Path) -> None:
    """Send the log to the file, too; `InvalidConfig` when it lies among the results, which hold no clock."""
    for handler in list(LOGGER.handlers):  # of an earlier run in the same process
        LOGGER.removeHandler(handler)
        handler.close()
    if path is None:
        return
    if Path(os.path.realpath(path)).is_relative_to(os.path.realpath(out)):
        raise InvalidConfig(f"{path}: expected a log file outside {out}, for results hold no times; name another --log")
    try:
        file = logging.FileHandler(path, encoding="utf-8")
    except OSError as problem:
        raise InvalidConfig(f"{path}: expected a file that can be written, found: {problem.strerror}") from problem
    file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    LOGGER.addHandler(file)
    LOGGER.setLevel(logging.INFO)
