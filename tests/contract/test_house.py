"""The rules of the house that a reader of the code relies on."""

import ast
import csv
import dataclasses
import importlib
import inspect
import re
from pathlib import Path

import pytest
import yaml

from pipeline import errors
from pipeline.context import Config
from pipeline.model.ids import fold
from pipeline.run.stages import STAGES

ROOT = Path(__file__).parents[2]
PIPELINE = ROOT / "pipeline"
SOURCES = sorted(PIPELINE.rglob("*.py"))
LEXICONS = sorted((PIPELINE / "lexicons").glob("*.yaml"))
GOLD = ROOT / "tests" / "gold"
_TEXTS = {".cfg", ".csv", ".ipynb", ".jsonl", ".md", ".py", ".sh", ".toml", ".txt", ".yaml"}


def name_of(path):
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("stage", STAGES, ids=lambda s: s.name)
def test_one_word_for_a_stage_in_six_places(stage):
    """The room, the stage of the shell, of DVC and its folder, the settings, the tests."""
    dvc = yaml.safe_load((ROOT / "dvc.yaml").read_text(encoding="utf-8"))["stages"]
    assert (PIPELINE / stage.name / "__init__.py").is_file()
    assert f"raadspor {stage.name} " in f"{dvc[stage.name]['cmd']} "
    assert [next(iter(out)) for out in dvc[stage.name]["outs"]] == [f"data/processed/{stage.name}"]
    assert stage.name in Config.model_fields
    assert (ROOT / "tests" / "unit" / stage.name).is_dir()
    assert any((ROOT / "tests" / "unit" / stage.name).glob("test_*.py"))


def test_dvc_knows_no_other_stages():
    dvc = yaml.safe_load((ROOT / "dvc.yaml").read_text(encoding="utf-8"))["stages"]
    assert list(dvc) == [s.name for s in STAGES]


def test_the_kinds_of_error_are_seven():
    kinds = {name for name, kind in vars(errors).items() if inspect.isclass(kind)} - {"RaadsporError"}
    assert kinds == {
        "UnreadablePaper", "InvalidLexicon", "InvalidConfig", "InvalidGold", "InvalidCurated", "StaleOutput",
        "UnexpectedVolume",
    }  # fmt: skip
    assert all(issubclass(getattr(errors, kind), errors.RaadsporError) for kind in kinds)


def model_classes():
    for path in sorted((PIPELINE / "model").glob("[a-z]*.py")):
        module = importlib.import_module(f"pipeline.model.{path.stem}")
        yield from (c for c in vars(module).values() if dataclasses.is_dataclass(c) and c.__module__ == module.__name__)


@pytest.mark.parametrize("kind", list(model_classes()), ids=lambda c: c.__name__)
def test_values_of_the_model_are_frozen_slotted_and_told(kind):
    assert kind.__dataclass_params__.frozen
    assert "__slots__" in vars(kind)
    assert kind.__doc__
    assert not kind.__doc__.startswith(f"{kind.__name__}(")


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_no_module_is_longer_than_300_lines(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_what_is_public_says_what_it_is(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    silent = [] if ast.get_docstring(tree) or not tree.body else [path.name]
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef) and not node.name.startswith("_")]
    for node in (*tree.body, *(inner for c in classes for inner in c.body)):
        public = isinstance(node, ast.ClassDef | ast.FunctionDef) and not node.name.startswith("_")
        if public and ast.get_docstring(node) is None:
            silent.append(f"{path.name}:{node.lineno} {node.name}")
    assert silent == []


@pytest.mark.parametrize("path", [*SOURCES, *sorted((ROOT / "tests").rglob("*.py"))], ids=name_of)
def test_a_rule_that_is_broken_is_broken_for_a_reason(path):
    """`# noqa: …` and `# type: ignore[…]` are followed by why."""
    bare = [
        f"{path.name}:{n}"
        for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if (match := re.search(r"#\s*(?:noqa\b(?::\s*[A-Z0-9, ]+)?|type:\s*ignore(?:\[[^]]*\])?)(.*)$", line))
        and not re.search(r"\w{2,} \w+", match.group(1))
        and '"' not in line.split("#")[-1]
    ]
    assert bare == []


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_nothing_is_left_to_do(path):
    text = path.read_text(encoding="utf-8")
    assert re.findall(r"\b(?:TODO|FIXME|XXX|HACK|NotImplementedError)\b", text) == []


@pytest.mark.parametrize("path", LEXICONS, ids=name_of)
def test_a_lexicon_says_what_it_holds(path):
    assert path.read_text(encoding="utf-8").startswith("# ")


def column(name, *keys):
    with (GOLD / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return {row[key].strip() for row in csv.DictReader(file) for key in keys if row.get(key)}


def words_of_the_house():
    """All letters of the package, folded: code and lexicons."""
    files = [*SOURCES, *LEXICONS, *sorted((PIPELINE / "lexicons").glob("*.csv"))]
    return {name_of(f): f" {fold(f.read_text(encoding='utf-8'))} " for f in files}


def test_no_person_of_the_five_papers_is_known_to_the_code():
    """Rules come from how councils write; a name in them would be a fit to five papers."""
    people = {p for p in column("memberships", "person") | column("attendance", "person") if " " in p}
    assert len(people) >= 20
    known = {(file, p) for file, text in words_of_the_house().items() for p in people if f" {fold(p)} " in text}
    assert known == set()


def test_no_sentence_of_the_five_papers_is_known_to_the_code():
    quotes = {q for name in ("decisions", "stories", "sub_recommendations") for q in column(name, "quote", "text")}
    long = {q for q in quotes if len(q.split()) >= 6}
    assert len(long) > 50
    known = {(file, q) for file, text in words_of_the_house().items() for q in long if fold(q) in text}
    assert known == set()


def test_no_file_names_the_host_of_a_package_registry():
    # In two parts, so that this file names none either.
    hosts = re.compile(
        "|".join(a + b for a, b in (("pypi[.]", "org"), ("pythonhosted[.]", "org"), ("registry[.]", "npmjs")))
    )
    folders = ("benchmarks", "docs", "models", "notebooks", "pipeline", "tests", "training")
    found = [path for folder in folders for path in (ROOT / folder).rglob("*") if path.suffix in _TEXTS]
    found += [path for path in ROOT.iterdir() if path.suffix in _TEXTS or path.name in {"Makefile", ".gitignore"}]
    assert [str(path) for path in found if hosts.search(path.read_text(encoding="utf-8", errors="replace"))] == []
