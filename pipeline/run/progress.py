"""How far a stage has come: a bar on a terminal, else a plain line every few seconds; on stderr, never in a result."""

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

Track = Callable[[str, int], AbstractContextManager[Callable[[], None]]]
"""Opened with the stage and how many units it has to do; gives what is to be called after each."""

_EVERY_SECONDS = 5.0


@contextmanager
def silent(stage: str, total: int) -> Iterator[Callable[[], None]]:
    """Say nothing."""
    yield lambda: None


@contextmanager
def shown(stage: str, total: int) -> Iterator[Callable[[], None]]:
    """Say on stderr how far the stage has come."""
    console = Console(stderr=True)
    with _bar(console, stage, total) if console.is_terminal else _lines(console, stage, total) as advance:
        yield advance


@contextmanager
def _bar(console: Console, stage: str, total: int) -> Iterator[Callable[[], None]]:
    columns = (TextColumn(f"{stage:<10}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    # No refreshing thread: workers are forked meanwhile, and would inherit whatever lock it holds at that moment.
    with Progress(*columns, console=console, transient=True, auto_refresh=False) as progress:
        task = progress.add_task(stage, total=total)
        progress.refresh()

        def advance() -> None:
            progress.advance(task)
            progress.refresh()

        yield advance


@contextmanager
def _lines(console: Console, stage: str, total: int) -> Iterator[Callable[[], None]]:
    done = 0
    spoken = time.monotonic()

    def advance() -> None:
        nonlocal done, spoken
        done += 1
        if time.monotonic() - spoken > _EVERY_SECONDS:
            spoken = time.monotonic()
            console.print(f"{stage}: {done} of {total}", markup=False, highlight=False)

    yield advance
