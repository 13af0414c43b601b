"""The graph of the made papers and its exports, made once."""

import pytest

from pipeline.graph import build_graph, render_exports
from tests.unit.graph.made import make_tables


@pytest.fixture(scope="session")
def tables():
    return make_tables()


@pytest.fixture(scope="session")
def graph(tables):
    return build_graph(tables)


@pytest.fixture(scope="session")
def exports(tables):
    return render_exports(tables)
