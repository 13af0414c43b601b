"""What the notebooks are run on: one whole run over the papers of the project."""

from pathlib import Path

import pytest

from tests.whole import run_once


@pytest.fixture(scope="session")
def whole(tmp_path_factory) -> Path:
    """A folder with the papers and the results of one run."""
    return run_once(tmp_path_factory)
