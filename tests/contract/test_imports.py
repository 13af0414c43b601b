"""Who may import whom: the contracts of pyproject.toml, and what import-linter cannot see."""

import ast
import sys
from functools import cache
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parents[2]
PIPELINE = ROOT / "pipeline"
ROOMS = ("read", "structure", "extract", "resolve", "link", "tables", "graph", "report", "evaluate")
_EFFECTS = {"open", "print", "input", "eval", "exec", "compile", "__import__", "breakpoint"}
_CLOCKS = {"now", "today", "utcnow", "fromtimestamp"}


@cache
def modules(*parts):
    """The modules of the package, or of some of its parts, by their path from it."""
    folders = [PIPELINE / part for part in parts] or [PIPELINE]
    found = [f for folder in folders for f in (folder.rglob("*.py") if folder.is_dir() else [folder])]
    return {f.relative_to(PIPELINE).as_posix(): ast.parse(f.read_text(encoding="utf-8")) for f in sorted(found)}


def imported(tree):
    """The top names of all that a module imports, wherever in it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name.split(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            yield node.module.split(".")[0]


def test_imports_go_down_only_and_rooms_open_onto_the_hall(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    broken = lint_imports(config_filename=str(ROOT / "pyproject.toml"), cache_dir=None)
    assert broken == 0, capsys.readouterr().out


@pytest.mark.parametrize("name", modules("model", "errors.py"))
def test_the_model_is_standard_library_only(name):
    foreign = set(imported(modules("model", "errors.py")[name])) - set(sys.stdlib_module_names) - {"pipeline"}
    assert foreign == set()


@pytest.mark.parametrize("room", [room for room in ROOMS if (PIPELINE / room).is_dir()])
def test_a_room_has_no_effects(room):
    """No file, no terminal, no clock, no code out of strings; import-linter sees the modules, not these."""
    calls = [
        f"{name}:{node.lineno} {node.func.id}"
        for name, tree in modules(room, "model", "context.py").items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _EFFECTS
    ]
    clocks = [
        f"{name}:{node.lineno} {node.attr}"
        for name, tree in modules(room, "model", "context.py").items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in _CLOCKS
    ]
    assert calls + clocks == []


def test_no_import_hides_in_a_function_of_a_room():
    hidden = [
        f"{name}:{inner.lineno}"
        for name, tree in modules(*(r for r in ROOMS if (PIPELINE / r).is_dir()), "model", "context.py").items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        for inner in ast.walk(node)
        if isinstance(inner, ast.Import | ast.ImportFrom)
    ]
    assert hidden == []


def test_no_module_draws_its_ids_or_reads_the_clock_outside_the_shell():
    drawn = {
        name: found
        for name, tree in modules().items()
        if not name.startswith("run/")
        and not name.startswith("cli/")
        and (found := {"time", "uuid", "random", "secrets"} & set(imported(tree)))
    }
    assert drawn == {}
