"""What all suites share: the context of the package, and papers that are read once a session."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from pipeline.context import Config, Context
from pipeline.lexicons import load
from pipeline.model.paper import Paper
from pipeline.read import read_paper
from pipeline.structure import structure_paper

ROOT = Path(__file__).parents[1]
FIVE = sorted((ROOT / "data" / "raw").rglob("*.pdf"))
MADE = sorted((ROOT / "tests" / "papers" / "made").rglob("*.pdf"))


def pytest_addoption(parser):
    parser.addoption("--update-golden", action="store_true", help="write tests/golden/*.txt anew from what is read now")


@pytest.fixture(scope="session")
def context() -> Context:
    """The settings as they come, and the lexicons of the package."""
    return Context(Config(), load())


@pytest.fixture(scope="session")
def paper_of(context) -> Callable[[Path], Paper]:
    """From the path of a PDF to the paper, read and structured; each paper once a session."""

    @cache
    def paper(path: Path) -> Paper:
        document = read_paper(path.read_bytes(), path=path.name, context=context)
        return Paper(document, structure_paper(document, context=context))

    return paper


@pytest.fixture(scope="session")
def papers(paper_of) -> dict[str, Paper]:
    """The five papers by file name without its ending."""
    return {path.stem: paper_of(path) for path in FIVE}
