"""One function over many tasks: every task comes back, and a process that dies takes one task with it."""

import os

import pytest

from pipeline.run.workers import run_each


def double(task: str) -> str:
    """The task twice; some tasks misbehave."""
    if task == "die":
        os._exit(9)
    if task == "hunger":
        raise MemoryError
    if task == "bug":
        raise KeyError("a bug")
    return task * 2


@pytest.mark.parametrize("workers", [1, 2, 5])
def test_every_task_comes_back_with_its_result(workers):
    assert dict(run_each(double, list("abcdefg"), workers=workers)) == {c: c * 2 for c in "abcdefg"}


def test_no_task_starts_no_process():
    assert list(run_each(double, [], workers=2)) == []


@pytest.mark.parametrize("workers", [1, 2, 3])
@pytest.mark.parametrize("bad", [["die"], ["hunger"], ["die", "hunger", "die"]])
def test_the_others_are_unharmed_when_a_process_dies_or_runs_out_of_memory(workers, bad):
    tasks = ["a", "b", *bad, "c", "d"]
    found = sorted(run_each(double, tasks, workers=workers))
    assert found == sorted([*((c, c * 2) for c in "abcd"), *((task, None) for task in bad)], key=lambda kv: kv[0])


def test_a_bug_comes_out_with_its_task():
    with pytest.raises(KeyError) as raised:
        list(run_each(double, ["bug"], workers=2))
    assert raised.value.__notes__ == ["while working on bug"]
