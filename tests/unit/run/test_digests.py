"""What makes a result stale, and what does not."""

from importlib.metadata import distribution, version

import pytest

from pipeline.context import Config
from pipeline.errors import InvalidConfig
from pipeline.run import digests
from pipeline.run.digests import code_digest, library_versions, model_digest, model_version


@pytest.fixture
def package(tmp_path, monkeypatch):
    """A package of one room and one module."""
    (tmp_path / "room/__pycache__").mkdir(parents=True)
    (tmp_path / "room/a.py").write_text("a = 1")
    (tmp_path / "room/rules.yaml").write_text("- a")
    (tmp_path / "room/__pycache__/a.pyc").write_bytes(b"\0")
    (tmp_path / "other.py").write_text("b = 1")
    monkeypatch.setattr(digests, "_PACKAGE", tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("file", "changes"),
    [
        ("room/a.py", True),
        ("room/rules.yaml", True),
        ("room/new.py", True),
        ("room/__pycache__/a.pyc", False),
        ("other.py", False),
    ],
)
def test_the_source_of_the_room_counts_and_nothing_else(package, file, changes):
    before = code_digest.__wrapped__(("room",))
    (package / file).write_text("changed")
    assert (code_digest.__wrapped__(("room",)) != before) is changes


def test_libraries_count_by_version():
    assert library_versions(("pyarrow", "findes-ikke")) == (f"pyarrow {version('pyarrow')}", "findes-ikke -")


def test_a_model_counts_by_its_files():
    model = Config().nlp.model
    assert model_version(model) == version(model)
    record = (distribution(model).read_text("RECORD") or "").splitlines()
    assert any(line.startswith(f"{model}/") and "sha256=" in line for line in record)
    assert len(model_digest(model)) == 16


def test_a_model_that_is_not_there_is_told():
    with pytest.raises(
        InvalidConfig, match=r"nlp.model: expected an installed spaCy pipeline, found none named 'da_x'"
    ):
        model_digest("da_x")
