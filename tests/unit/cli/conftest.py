"""The command line on rooms that do next to nothing, in a folder of its own."""

import pytest

from tests.unit.run import fakes


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """The working folder, with fake rooms and no params.yaml."""
    fakes.install(monkeypatch)
    monkeypatch.chdir(tmp_path)
    return tmp_path
