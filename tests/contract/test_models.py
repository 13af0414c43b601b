"""Any installed spaCy pipeline may stand in for the one that ships: another name gives the same, a bare one less."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from pipeline.api import load
from pipeline.context import Config

ROOT = Path(__file__).parents[2]
PAPER = ROOT / "data" / "raw" / "region-midtjylland" / "udsatteraadet" / "notat-budget-2022-udsatteraad.pdf"
_INIT = """from spacy.util import load_model_from_init_py


def load(**overrides):
    return load_model_from_init_py(__file__, **overrides)
"""


def install(language: Language, *, name: str, folder: Path) -> None:
    """Lay a pipeline in a folder as pip would: the package da_NAME and what pip notes of it."""
    language.meta.update(name=name, version="1.0.0", license="CC BY-SA 4.0")
    package = folder / f"da_{name}"
    package.mkdir()
    language.to_disk(package / f"da_{name}-1.0.0")
    (package / "__init__.py").write_text(_INIT, encoding="utf-8")
    shutil.copy(package / f"da_{name}-1.0.0" / "meta.json", package)
    noted = folder / f"da_{name}-1.0.0.dist-info"
    noted.mkdir()
    (noted / "METADATA").write_text(f"Metadata-Version: 2.1\nName: da_{name}\nVersion: 1.0.0\n", encoding="utf-8")
    (noted / "RECORD").write_text(f"da_{name}/__init__.py,,\n", encoding="utf-8")


@pytest.fixture(scope="module")
def shelf(tmp_path_factory) -> Path:
    """A folder with two more pipelines, as if they were installed."""
    folder: Path = tmp_path_factory.mktemp("pipelines")
    install(spacy.load(Config().nlp.model), name="copied", folder=folder)
    install(spacy.blank("da"), name="bare", folder=folder)
    return folder


def raadspor(words: Sequence[str], *, desk: Path, model: str, path: str = "") -> "subprocess.CompletedProcess[str]":
    """The command in a folder of its own, with this model in its params.yaml."""
    (desk / "params.yaml").write_text(f"nlp:\n  model: {model}\n", encoding="utf-8")
    environment: Mapping[str, str] = {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{path}"}
    command = [sys.executable, "-c", "from pipeline.cli import main; main()", *words]
    return subprocess.run(command, cwd=desk, env=environment, capture_output=True, text=True)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with one paper."""
    (tmp_path / "papers").mkdir()
    shutil.copy(PAPER, tmp_path / "papers")
    return tmp_path


def test_a_copy_under_another_name_finds_the_same(desk, shelf, whole):
    ran = raadspor(["run", "papers", "--out", "out"], desk=desk, model="da_copied", path=str(shelf))
    assert ran.returncode == 0, ran.stderr
    assert "language model" not in ran.stderr
    (found,) = [path for path in (desk / "out" / "extract").glob("*.json") if path.name != "marks.json"]
    assert found.read_bytes() == (whole / "data" / "processed" / "extract" / found.name).read_bytes()


def test_every_output_names_the_model(desk, shelf):
    assert raadspor(["run", "papers", "--out", "out"], desk=desk, model="da_copied", path=str(shelf)).returncode == 0
    told = b"da_copied 1.0.0"
    out = desk / "out"
    assert all(told in path.read_bytes() for path in (out / "tables").glob("*.parquet"))
    assert all(told in (out / stage / "marks.json").read_bytes() for stage in ("extract", "tables", "graph", "report"))
    named = ("graph/graph.graphml", "graph/graph.jsonld", "graph/statements.parquet", "report/temaer.html")
    assert [name for name in named if told not in (out / name).read_bytes()] == []


def test_a_bare_pipeline_says_what_is_missing_and_goes_on(desk, shelf):
    ran = raadspor(["run", "papers", "--out", "out"], desk=desk, model="da_bare", path=str(shelf))
    assert ran.returncode == 0, ran.stderr
    assert "no ner: names in running text are found by lists and rules alone" in ran.stderr
    assert "no senter or parser: sentences part at full stops only" in ran.stderr
    corpus = load(desk / "out")
    assert list(corpus.documents["status"]) == ["ok"]
    assert len(corpus.entity_mentions) > 0


def test_doctor_tells_the_models_apart(desk, shelf):
    well = raadspor(["doctor"], desk=desk, model="da_copied", path=str(shelf))
    assert well.returncode == 0
    assert "model da_copied" in well.stdout
    assert "differs" not in well.stdout
    bare = raadspor(["doctor"], desk=desk, model="da_bare", path=str(shelf))
    assert bare.returncode == 0
    assert "differs: no lemmatizer" in bare.stdout


def test_a_model_that_is_not_installed_is_told_with_both_ways_out(desk):
    ran = raadspor(["run", "papers", "--out", "out"], desk=desk, model="da_core_news_lg")
    assert ran.returncode == 2
    assert "found none named 'da_core_news_lg'" in ran.stderr
    assert "make setup" in ran.stderr
    assert "params.yaml" in ran.stderr
