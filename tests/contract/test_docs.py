"""The documentation says what is so: its commands print what it shows, and what it names is there."""

import re
import tomllib
from enum import StrEnum
from importlib import import_module
from importlib.metadata import metadata
from pathlib import Path
from pkgutil import iter_modules

import pytest
from typer.main import get_command

import pipeline.model
from pipeline.cli import app
from pipeline.lexicons import package_texts
from pipeline.lexicons.facts import DECISION_TYPES
from pipeline.lexicons.trail import STEPS
from pipeline.run.stages import STAGE_NAMES
from tests.contract.pages import Reader, agree, find_steps, renewed
from tests.whole import ROOT, new_desk

PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
LINK = re.compile(r"(?<!!)\[[^\]]*\]\((?!https?:|mailto:)([^)#\s]*)(?:#([^)\s]*))?\)")


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "page", [page for page in PAGES if list(find_steps(page.read_text(encoding="utf-8")))], ids=name_of
)
def test_what_a_page_lets_its_reader_type_prints_what_it_shows(page, whole, tmp_path, monkeypatch, request):
    monkeypatch.chdir(new_desk(whole, tmp_path))
    text = page.read_text(encoding="utf-8")
    reader = Reader(tmp_path)
    found = [(step, reader.follow(step)) for step in find_steps(text)]
    if request.config.getoption("--update-golden"):
        lines = text.splitlines()
        for step, printed in reversed(found):
            lines[step.first : step.first + len(step.shown)] = renewed(step.shown, printed)
        page.write_text("\n".join([*lines, ""]), encoding="utf-8")
        return
    for step, printed in found:
        if not agree(step.shown, printed):
            assert "\n".join(printed) == "\n".join(step.shown), f"{step.source}\n(--update-golden writes the page anew)"


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_lead_somewhere(page):
    for target, anchor in LINK.findall(page.read_text(encoding="utf-8")):
        path = (page.parent / target).resolve() if target else page
        assert path.exists(), f"{name_of(page)} links to {target}"
        if anchor:
            assert anchor in anchors(path), f"{name_of(page)} links to {target}#{anchor}"


def anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("command", get_command(app).commands)  # type: ignore[attr-defined]  # of a group, hidden by the return type
def test_every_command_is_shown_at_work(command):
    pages = [text_of("README.md"), text_of("docs/tour.md")]
    assert any(f"\n$ raadspor {command}" in page for page in pages)


def test_the_picture_of_the_stages_is_that_of_the_stages():
    picture = re.search(r"```mermaid\n(.*?)```", text_of("README.md"), re.DOTALL)
    assert picture is not None
    assert re.findall(r"^ +(\w+)\[", picture[1], re.MULTILINE) == list(STAGE_NAMES)


@pytest.mark.parametrize("name", package_texts())
def test_every_lexicon_is_described(name):
    assert f"`{name}`" in text_of("docs/lexicons.md")


def test_no_lexicon_is_described_that_is_not_there():
    named = re.findall(r"^\| `([\w.]+\.(?:yaml|csv))`", text_of("docs/lexicons.md"), re.MULTILINE)
    assert sorted(named) == sorted(package_texts())


def enums():
    for module in iter_modules(pipeline.model.__path__, "pipeline.model."):
        for value in vars(import_module(module.name)).values():
            if isinstance(value, type) and issubclass(value, StrEnum) and value.__module__ == module.name:
                yield value


@pytest.mark.parametrize("word", [word for enum in enums() for word in enum], ids=repr)
def test_every_word_of_the_model_stands_in_the_glossary(word):
    row = rf"^\| {re.escape(word.value)} \| .*`{type(word).__name__}\.{word.name}`"
    assert re.search(row, text_of("docs/glossary.md"), re.MULTILINE)


@pytest.mark.parametrize("word", sorted(DECISION_TYPES | set(STEPS)))
def test_every_type_of_decision_and_every_step_stands_in_the_glossary(word):
    code = "Decision.type" if word in DECISION_TYPES else "StatusEvent.what"
    row = re.search(rf"^\| {re.escape(word)} \| (.*)$", text_of("docs/glossary.md"), re.MULTILINE)
    assert row is not None
    assert code in row[1]
    assert (word in STEPS) is ("step" in row[1] or "StatusEvent.what" in row[1])


def test_the_glossary_has_no_word_that_the_model_has_not():
    known = {f"{type(word).__name__}.{word.name}" for enum in enums() for word in enum}
    names = {enum.__name__ for enum in enums()}
    named = set(re.findall(rf"`((?:{'|'.join(names)})\.\w+)`", text_of("docs/glossary.md")))
    assert named == known


PROJECT = tomllib.loads(text_of("pyproject.toml"))["project"]


@pytest.mark.parametrize("name", [re.split(r"[^\w.-]", line)[0] for line in PROJECT["dependencies"]])
def test_every_library_is_named_with_its_licence(name):
    row = re.search(rf"^\| {re.escape(name)} \| (.+?) \|", text_of("docs/licences.md"), re.MULTILINE)
    assert row is not None
    about = metadata(name)
    told = " ".join(
        word for key in ("License-Expression", "License", "Classifier") for word in about.get_all(key) or []
    )
    # "BSD-3-Clause" is told as "BSD License" by some, "Apache-2.0" as "Apache Software License".
    assert re.split(r"[- ]", row[1])[0] in told
