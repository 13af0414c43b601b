"""The folder of one stage, `DIR/<stage>/`: its results, and the marks that tell which of them still hold.

`marks.json` lists for each unit of work (a paper, or the whole corpus) the digest of all that went into it and the
digests of the files that came out. Whoever finds the same digest, and the files unharmed, need not do the work again.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from pipeline.errors import InvalidConfig, StaleOutput
from pipeline.model.ids import digest
from pipeline.run.codec import decode, encode
from pipeline.run.digests import content_digest

MARKS = "marks.json"
_MADE_BY = "raadspor"


@dataclass(frozen=True, slots=True)
class Mark:
    """One unit of work done: the digest of what went in, and each file that came out with its digest.

    A unit that `crashed` is tried again by the next run.
    """

    digest: str
    files: dict[str, str]
    crashed: bool = False


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of a stage.

    `origin`: program, language model and lexicons of the run that last brought it up to date; `needs`: states of the
    stages that its input came from; `complete`: false during work.
    """

    stage: str
    made_by: str = _MADE_BY
    complete: bool = False
    origin: dict[str, str] = field(default_factory=dict)
    needs: dict[str, str] = field(default_factory=dict)
    units: dict[str, Mark] = field(default_factory=dict)

    def state(self) -> str:
        """16 hex digits over the files that came out, and the units whose work broke down; not over what went in."""
        files = sorted(f"{name} {key}" for mark in self.units.values() for name, key in mark.files.items())
        return digest(*files, *sorted(self.crashed()))

    def files(self) -> dict[str, str]:
        """Every file that came out, with its digest."""
        return {name: key for mark in self.units.values() for name, key in mark.files.items()}

    def crashed(self) -> frozenset[str]:
        """The units whose work broke down."""
        return frozenset(unit for unit, mark in self.units.items() if mark.crashed)


def read_marks(folder: Path) -> Marks | None:
    """The marks of a stage's folder, None when it is empty; `StaleOutput` when others' files are in it."""
    if not folder.is_dir():
        return None
    try:
        marks = decode((folder / MARKS).read_bytes(), Marks)
    except FileNotFoundError:
        _expect_empty(folder)
        return None
    except (msgspec.MsgspecError, UnicodeDecodeError) as problem:
        raise StaleOutput(
            f"{folder / MARKS}: expected the marks of an earlier run, found something else ({problem}); "
            f"remove {folder} and run again"
        ) from problem
    if (marks.made_by, marks.stage) != (_MADE_BY, folder.name):
        raise StaleOutput(
            f"{folder / MARKS}: expected the marks of the stage {folder.name}, found those of {marks.stage}; "
            f"remove {folder} and run again"
        )
    return marks


def write_marks(folder: Path, marks: Marks) -> None:
    """Write the marks, unless they stand there already."""
    content = encode(marks)
    path = folder / MARKS
    if not path.is_file() or path.read_bytes() != content:
        write_file(folder, MARKS, content)


def write_file(folder: Path, name: str, content: bytes) -> None:
    """Write a file whole or not at all; `InvalidConfig` when the folder cannot be written to."""
    hidden = folder / f".{name}.half"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        hidden.write_bytes(content)
        hidden.replace(folder / name)
    except OSError as problem:
        raise InvalidConfig(
            f"{folder / name}: expected a folder that can be written to, found: {problem.strerror}; "
            "name another --out, or make room and grant the right to write"
        ) from problem


def read_file(folder: Path, name: str, key: str) -> bytes:
    """The bytes of a result; `StaleOutput` when they are not those that were written."""
    try:
        content = (folder / name).read_bytes()
    except OSError as problem:
        raise _damaged(folder, name, "cannot be opened") from problem
    if content_digest(content) != key:
        raise _damaged(folder, name, "has been changed")
    return content


def intact(folder: Path, mark: Mark) -> bool:
    """Whether all files of a unit are there as they were written."""
    try:
        return all(content_digest((folder / name).read_bytes()) == key for name, key in mark.files.items())
    except OSError:
        return False


def sweep(folder: Path, keep: Collection[str]) -> int:
    """Remove every file that is not to be kept, and count them. A folder in the folder is left alone."""
    stale = [path for path in sorted(folder.iterdir()) if path.name not in keep and not path.is_dir()]
    for path in stale:
        path.unlink()
    return len(stale)


def _expect_empty(folder: Path) -> None:
    found = sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))
    if found:
        raise StaleOutput(
            f"{folder}: expected an empty folder, or one with results of an earlier run, found {len(found)} file(s) "
            f"without {MARKS}, {found[0]!r} first; name another --out, or remove {folder}"
        )


def _damaged(folder: Path, name: str, what: str) -> StaleOutput:
    return StaleOutput(
        f"{folder / name}: expected the file as it was written, found that it {what}; "
        f"run `raadspor {folder.name}` again"
    )
