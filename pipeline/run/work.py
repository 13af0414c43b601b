"""Bring the results of one stage up to date: do what is not done, keep what holds, sweep away what is stale."""

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from pipeline.run.digests import content_digest
from pipeline.run.folder import MARKS, Mark, Marks, intact, read_marks, sweep, write_file, write_marks
from pipeline.run.progress import Track, silent

# An interrupted run loses no more than the work of so many seconds.
_FLUSH_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Made:
    """What one unit of work came to: files by name. `crashed`: it broke down, and is to be tried again."""

    files: Mapping[str, bytes]
    crashed: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """The work of a stage: each unit with the digest of all that goes into it, and what does the units asked for."""

    units: Mapping[str, str]
    make: Callable[[Sequence[str]], Iterable[tuple[str, Made]]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a stage did: units done now, kept from before, broken down, and stale files swept away."""

    stage: str
    done: int
    kept: int
    crashed: int
    swept: int


def bring_up_to_date(
    folder: Path,
    plan: Plan,
    *,
    needs: Mapping[str, str],
    origin: Mapping[str, str] = MappingProxyType({}),
    track: Track = silent,
) -> Outcome:
    """Do the units whose digest is new and mark them; keep the others; sweep away what belongs to neither."""
    old = read_marks(folder) or Marks(folder.name)
    kept = {unit: mark for unit, mark in old.units.items() if _holds(folder, mark, plan.units.get(unit))}
    todo = sorted(plan.units.keys() - kept.keys())
    marks = Marks(folder.name, origin=dict(origin), needs=dict(needs), units=dict(kept))
    if todo:
        with track(folder.name, len(todo)) as advance:
            _work_off(folder, plan, marks, todo, advance)
    write_marks(folder, replace(marks, complete=True))
    swept = sweep(folder, {MARKS, *marks.files()})
    return Outcome(folder.name, len(todo), len(kept), len(marks.crashed()), swept)


def _holds(folder: Path, mark: Mark, key: str | None) -> bool:
    return mark.digest == key and not mark.crashed and intact(folder, mark)


def _work_off(folder: Path, plan: Plan, marks: Marks, todo: Sequence[str], advance: Callable[[], None]) -> None:
    """Do the units and put their marks into `marks.units`, which is written now and then and whatever happens."""
    write_marks(folder, marks)
    flushed = time.monotonic()
    try:
        for unit, made in plan.make(todo):
            for name, content in made.files.items():
                write_file(folder, name, content)
            files = {name: content_digest(content) for name, content in made.files.items()}
            marks.units[unit] = Mark(plan.units[unit], files, made.crashed)
            advance()
            if time.monotonic() - flushed > _FLUSH_SECONDS:
                write_marks(folder, marks)
                flushed = time.monotonic()
    finally:
        write_marks(folder, marks)
