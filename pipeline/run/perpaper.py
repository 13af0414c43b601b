"""The work of the stages that take one paper at a time: read, structure, extract."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from pipeline.model.document import PaperStatus
from pipeline.model.ids import digest
from pipeline.run.codec import encode
from pipeline.run.files import FoundFile, expect_apart, find_files
from pipeline.run.job import Job
from pipeline.run.papers import Task, extract_one, name_of, read_one, structure_one, unread
from pipeline.run.results import CRASHED, Results
from pipeline.run.work import Made, Plan
from pipeline.run.workers import run_each


@dataclass(frozen=True, slots=True)
class _Head:
    """Of a document only what tells whether the next stages have work with it."""

    document_id: str
    status: PaperStatus


def plan_read(job: Job, results: Results) -> Plan:
    """Read every file below the folder of papers."""
    expect_apart(job.raw, job.out)
    found = find_files(job.raw, max_megabytes=job.context.config.read.max_file_megabytes)
    files = {file.document_id: file for file in found}
    units = {key: _file_digest(file) for key, file in files.items()}
    return Plan(units, lambda keys: _read(job, [files[key] for key in keys]))


def plan_structure(job: Job, results: Results) -> Plan:
    """Find the structure of every paper that has text."""
    return _plan(job, partial(structure_one, job.out, job.setup), _tasks(results))


def plan_extract(job: Job, results: Results) -> Plan:
    """Find the findings of every paper that has a structure."""
    return _plan(job, partial(extract_one, job.out, job.setup), _tasks(results))


def _tasks(results: Results) -> dict[str, Task]:
    """The papers with text that no earlier stage broke down at."""
    made = results.files
    heads = results.values("read", _Head)
    readable = [h.document_id for h in heads if h.status in {PaperStatus.OK, PaperStatus.PARTIAL}]
    return {
        document_id: Task(document_id, *(made[stage][name_of(document_id)] for stage in made))
        for document_id in readable
        if all(name_of(document_id) in files for files in made.values())
    }


def _plan(job: Job, work: Callable[[Task], bytes], tasks: Mapping[str, Task]) -> Plan:
    units = {key: digest(task.read, task.structure) for key, task in tasks.items()}
    return Plan(units, lambda keys: _make(job, work, [tasks[key] for key in keys]))


def _make(job: Job, work: Callable[[Task], bytes], tasks: Sequence[Task]) -> Iterator[tuple[str, Made]]:
    for task, content in run_each(work, tasks, workers=job.workers):
        files = {} if content is None else {name_of(task.document_id): content}
        yield task.document_id, Made(files, crashed=content is None)


def _read(job: Job, files: Sequence[FoundFile]) -> Iterator[tuple[str, Made]]:
    readable = [file for file in files if file.refusal is None]
    for file, content in run_each(partial(read_one, job.setup), readable, workers=job.workers):
        made = encode(unread(file, CRASHED)) if content is None else content
        yield file.document_id, Made({name_of(file.document_id): made}, crashed=content is None)
    for file in files:
        if file.refusal is not None:
            yield file.document_id, Made({name_of(file.document_id): encode(unread(file, file.refusal))})


def _file_digest(file: FoundFile) -> str:
    return digest(file.path, file.sha256 or "", file.refusal or "", file.remark or "", file.duplicate_of or "")
