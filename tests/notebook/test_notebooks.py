"""The notebooks run on the results of a whole run, define nothing, and are committed without outputs."""

import ast
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from tests.whole import ROOT, new_desk

NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


def read(path: Path) -> nbformat.NotebookNode:
    notebook: nbformat.NotebookNode = nbformat.read(path, as_version=4)
    return notebook


def code(path: Path) -> list[nbformat.NotebookNode]:
    return [cell for cell in read(path).cells if cell.cell_type == "code"]


def test_there_is_a_notebook_to_begin_with():
    assert "01-foerste-kig.ipynb" in {path.name for path in NOTEBOOKS}


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_committed_without_outputs(path):
    assert all(cell.outputs == [] and cell.execution_count is None for cell in code(path))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_imports_the_package_and_defines_nothing(path):
    tree = ast.parse("\n".join(cell.source for cell in code(path)))
    defined = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)
    assert not [node for node in ast.walk(tree) if isinstance(node, defined)]
    assert "pipeline" in {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}


@pytest.fixture(scope="module")
def outputs(whole, tmp_path_factory):
    """What the notebooks print, by file name."""

    def run(path: Path) -> str:
        desk = new_desk(whole, tmp_path_factory.mktemp(path.stem))
        notebook = read(path)
        NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(desk / "notebooks")}}).execute()
        shown = [output for cell in notebook.cells for output in cell.get("outputs", ())]
        return "\n".join(output.get("text") or output["data"]["text/plain"] for output in shown)

    return {path.stem: run(path) for path in NOTEBOOKS}


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs(outputs, path):
    assert outputs[path.stem].startswith("Corpus(documents: 5, pages: 55")


def test_the_first_notebook_shows_evidence_and_a_count_of_themes(outputs):
    shown = outputs["01-foerste-kig"]
    assert "»" in shown
    assert "s. 7" in shown
    assert "Hjemløshed" in shown
