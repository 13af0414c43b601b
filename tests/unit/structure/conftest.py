"""The structure of papers that are written by hand."""

from collections.abc import Callable

import pytest

from pipeline.model.paper import Paper
from pipeline.structure import structure_paper
from tests.unit.structure.script import document


@pytest.fixture(scope="session")
def structured(context) -> Callable[..., Paper]:
    """From a script to the paper with its structure."""

    def build(script: str, *, wide: bool = False) -> Paper:
        paper = document(script, wide=wide)
        return Paper(paper, structure_paper(paper, context=context))

    return build


@pytest.fixture(scope="session")
def front(structured):
    """From a script to the front matter."""
    return lambda script, **how: structured(script, **how).structure.front
