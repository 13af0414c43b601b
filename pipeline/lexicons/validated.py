"""YAML text to validated values, with file and line in every complaint."""

from typing import Any, TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError

from pipeline.errors import RaadsporError

T = TypeVar("T")


def parse_yaml(text: str, shape: TypeAdapter[T], *, name: str, error: type[RaadsporError]) -> T:
    """The value of a YAML text in the shape asked for; `error` with file and line when it does not fit."""
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        value = yaml.safe_load(text)
    except yaml.YAMLError as problem:
        mark = getattr(problem, "problem_mark", None)
        where = f"{name}, line {mark.line + 1}" if mark else name
        raise error(f"{where}: not YAML: {getattr(problem, 'problem', problem)}; mend the line") from problem
    try:
        return shape.validate_python(value)
    except ValidationError as problem:
        raise error("\n".join(_complaint(e, node, name) for e in problem.errors(include_url=False))) from problem


def _complaint(problem: Any, node: yaml.Node | None, name: str) -> str:
    where = ".".join(str(part) for part in problem["loc"])
    found = "" if problem["type"] in {"missing", "extra_forbidden"} else f", found {problem['input']!r}"
    return f"{name}, line {_line(node, problem['loc'])}: {where}: {problem['msg']}{found}"


def _line(node: yaml.Node | None, loc: tuple[int | str, ...]) -> int:
    line = 1 if node is None else node.start_mark.line + 1
    for part in loc:
        child = _child(node, part)
        if child is None:
            break
        node = child
        line = node.start_mark.line + 1
    return line


def _child(node: yaml.Node | None, part: int | str) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == str(part)), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        child: yaml.Node = node.value[part]
        return child
    return None
