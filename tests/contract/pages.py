"""What a page of the documentation lets its reader type, and what it says comes out."""

import contextlib
import io
import re
import shlex
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from pipeline.cli import app

GAP = "…"
"""Alone on a line: any number of lines, left out on the page."""

# What would set up an environment or run these very tests; what stands in for it prints the end of what it prints.
_STAND_INS = {"make run": "raadspor summary"}
_NOT_RUN = {"make test", "make setup"}
_PROMPTS = {"console": "$ ", "pycon": ">>> "}
# How far a stage has come is told by the clock.
_PROGRESS = re.compile(r"\w+: \d+ of \d+")


@dataclass(frozen=True, slots=True)
class Step:
    """Something to type (`console`, `pycon`) or a change to a file (`diff`), and the lines the page shows for it.

    `first` is the index of the first of these lines in the page.
    """

    kind: str
    source: str
    shown: tuple[str, ...]
    first: int


def find_steps(page: str) -> Iterator[Step]:
    """The steps of the fenced blocks marked `console`, `pycon` and `diff`, in the order of the page."""
    lines = page.splitlines()
    starts = [n for n, line in enumerate(lines) if line in {"```console", "```pycon", "```diff"}]
    for start in starts:
        end = lines.index("```", start)
        kind = lines[start].removeprefix("```")
        if kind == "diff":
            yield Step(kind, "\n".join(lines[start + 1 : end]), (), end)
        else:
            yield from _typed(kind, lines, start + 1, end)


def _typed(kind: str, lines: Sequence[str], start: int, end: int) -> Iterator[Step]:
    prompts = [n for n in range(start, end) if lines[n].startswith(_PROMPTS[kind])]
    for n, until in zip(prompts, [*prompts[1:], end], strict=True):
        first = n + 1
        while kind == "pycon" and first < until and lines[first].startswith("..."):
            first += 1
        source = "\n".join(line[4 if kind == "pycon" else 2 :] for line in lines[n:first])
        yield Step(kind, source, tuple(_trimmed(lines[first:until])), first)


class Reader:
    """Someone who types what a page says, in one folder (the working folder) and one Python session."""

    def __init__(self, desk: Path) -> None:
        self.desk = desk
        self.names: dict[str, Any] = {}

    def follow(self, step: Step) -> tuple[str, ...]:
        """The lines that come out of a step; those of the page itself where it is not run here."""
        if step.kind == "diff":
            return self._change(step.source)
        if step.kind == "pycon":
            return self._python(step.source)
        return step.shown if step.source in _NOT_RUN else self._command(_STAND_INS.get(step.source, step.source))

    def _command(self, command: str) -> tuple[str, ...]:
        name, *words = shlex.split(command)
        if name != "raadspor":
            ran = subprocess.run(["bash", "-c", command], cwd=self.desk, capture_output=True, text=True, check=True)
            return _lines(ran.stdout)
        result = CliRunner().invoke(app, words, catch_exceptions=False)
        told = "Error:" in result.output
        assert (result.exit_code == 0) is not told, f"exit code {result.exit_code} and output {result.output}"
        return _lines(result.output)

    def _python(self, source: str) -> tuple[str, ...]:
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            # The documentation is the project's own text: it is run as it would be typed.
            exec(compile(f"{source}\n", "<page>", "single"), self.names)
        return _lines(out.getvalue())

    def _change(self, diff: str) -> tuple[str, ...]:
        head, *lines = diff.splitlines()
        path = self.desk / head.removeprefix("+++ ")
        text = path.read_text(encoding="utf-8")
        before, after = _side(lines, " -"), _side(lines, " +")
        assert text.count(before) == 1, f"{path.name} should hold once:\n{before}"
        path.write_text(text.replace(before, after), encoding="utf-8")
        return ()


def agree(shown: Sequence[str], found: Sequence[str]) -> bool:
    """Whether the lines are those shown, any number of them where the page has a gap."""
    head, *others = _parts(shown)
    if not others:
        return head == list(found)
    *middle, tail = others
    end = len(found) - len(tail)
    if end < len(head) or [*found[: len(head)], *found[end:]] != [*head, *tail]:
        return False
    return _missing(middle, found[len(head) : end]) is None


def renewed(shown: Sequence[str], found: Sequence[str]) -> list[str]:
    """The lines found, with a gap that leaves as many of them before and after it as the page shows now.

    What the page shows between two gaps must still be there: which other lines to show instead is the writer's choice.
    """
    if agree(shown, found):
        return list(shown)
    head, *others = _parts(shown)
    if not others:
        return list(found)
    *middle, tail = others
    end = len(found) - len(tail)
    missing = _missing(middle, found[len(head) : end])
    assert missing is None, f"no longer printed; choose by hand what to show: {missing}"
    kept = [line for part in middle for line in (*part, GAP)]
    return [*found[: len(head)], GAP, *kept, *found[end:]]


def _missing(parts: Sequence[list[str]], found: Sequence[str]) -> list[str] | None:
    """The first of the parts that does not stand in the lines after those before it."""
    rest = list(found)
    for part in parts:
        at = next((n for n in range(len(rest)) if rest[n : n + len(part)] == part), None)
        if at is None:
            return part
        rest = rest[at + len(part) :]
    return None


def _parts(shown: Sequence[str]) -> list[list[str]]:
    parts: list[list[str]] = [[]]
    for line in shown:
        if line == GAP:
            parts.append([])
        else:
            parts[-1].append(line)
    return parts


def _side(lines: Sequence[str], marks: str) -> str:
    return "".join(f"{line[1:]}\n" for line in lines if (line[:1] or " ") in marks)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(_trimmed([line for line in text.splitlines() if not _PROGRESS.fullmatch(line)]))


def _trimmed(lines: Sequence[str]) -> list[str]:
    """The lines without space at their ends and without empty lines at the end."""
    kept = [line.rstrip() for line in lines]
    while kept and not kept[-1]:
        kept.pop()
    return kept
