"""Every test of the shell runs on rooms that do next to nothing."""

import pytest

from tests.unit.run import fakes


@pytest.fixture(autouse=True)
def fake_rooms(monkeypatch):
    fakes.install(monkeypatch)
