"""The local executor: one function over many tasks in several processes; a process that dies takes one task with it."""

import multiprocessing
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

# Forked workers start with everything loaded that the parent has; macOS and Windows cannot fork safely.
_START = "fork" if sys.platform == "linux" else "spawn"


def run_each(work: Callable[[T], R], tasks: Sequence[T], *, workers: int) -> Iterator[tuple[T, R | None]]:
    """Each task with its result, as they are done; None where the process died or ran out of memory.

    Any other exception of the work is a bug: it comes out here, with the task noted.
    """
    waiting = deque(tasks)
    while waiting:
        suspects: list[T] = []
        yield from _until_broken(work, waiting, suspects, min(workers, len(waiting)))
        # One of these killed its process, and the others fell with the pool: each is tried alone.
        for task in suspects:
            yield task, _alone(work, task)


def _until_broken(
    work: Callable[[T], R], waiting: deque[T], suspects: list[T], workers: int
) -> Iterator[tuple[T, R | None]]:
    running: dict[Future[R], T] = {}
    with _pool(workers) as pool:
        while (waiting or running) and not suspects:
            # No more than can be worked on at once, so that few are suspected when a process dies.
            while waiting and len(running) < workers and not suspects:
                task = waiting.popleft()
                try:
                    running[pool.submit(work, task)] = task
                except BrokenProcessPool:
                    suspects.append(task)
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                task = running.pop(future)
                try:
                    yield task, _result(future, task)
                except BrokenProcessPool:
                    suspects.append(task)
    suspects.extend(running.values())


def _alone(work: Callable[[T], R], task: T) -> R | None:
    with _pool(1) as pool:
        try:
            return _result(pool.submit(work, task), task)
        except BrokenProcessPool:
            return None


def _result(future: Future[R], task: object) -> R | None:
    try:
        return future.result()
    except MemoryError:
        return None
    except BrokenProcessPool:
        raise
    except Exception as problem:
        problem.add_note(f"while working on {task}")
        raise


@contextmanager
def _pool(workers: int) -> Iterator[ProcessPoolExecutor]:
    """A pool that is left at once when something goes wrong, or the user has had enough: nobody waits for its work."""
    context = multiprocessing.get_context(_START)
    pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_leave_signals_to_parent)
    try:
        yield pool
    except BaseException:
        for process in multiprocessing.active_children():
            process.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _leave_signals_to_parent() -> None:
    # Ctrl-C reaches all processes of a terminal; without this each worker would print a traceback of its own.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
