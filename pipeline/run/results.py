"""What the stages have left in DIR, as the values they made."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

import msgspec
import pyarrow as pa

from pipeline.errors import StaleOutput
from pipeline.model.document import Document, PaperStatus
from pipeline.model.entities import Entities
from pipeline.model.findings import Findings
from pipeline.model.paper import Paper
from pipeline.model.structure import Structure
from pipeline.model.trail import Trail
from pipeline.run.codec import decode, decode_table
from pipeline.run.folder import Marks, read_file, read_marks

T = TypeVar("T")

CRASHED = "behandlingen gik i stå: programmet løb tør for hukommelse eller brød ned ved dette papir"
ENTITIES = "entities.json"
TRAIL = "trail.json"


@dataclass(frozen=True, slots=True)
class Results:
    """The results of some stages in DIR, with their marks, and of each stage the files with their digests."""

    out: Path
    marks: Mapping[str, Marks]
    files: Mapping[str, Mapping[str, str]]

    def values(self, stage: str, shape: type[T]) -> Iterator[T]:
        """The values in the files of a stage, by file name."""
        for name in sorted(self.files[stage]):
            yield self.value(stage, name, shape)

    def value(self, stage: str, name: str, shape: type[T]) -> T:
        """The value in one file of a stage; `StaleOutput` when the file is not as it was written."""
        folder = self.out / stage
        try:
            return decode(read_file(folder, name, self.files[stage][name]), shape)
        except msgspec.MsgspecError as problem:
            raise StaleOutput(
                f"{folder / name}: expected a {shape.__name__} of this version, found another ({problem}); "
                f"run `raadspor {stage}` again"
            ) from problem

    def tables(self) -> dict[str, pa.Table]:
        """The tables by name."""
        folder, files = self.out / "tables", self.files["tables"]
        return {Path(name).stem: decode_table(read_file(folder, name, files[name])) for name in sorted(files)}


def open_results(out: Path, stages: Sequence[str]) -> Results:
    """The results of the stages named; `StaleOutput` when one is missing, half done, or older than what it needs."""
    marks = {stage: _complete(out, stage) for stage in stages}
    for stage, mark in marks.items():
        for need, state in mark.needs.items():
            found = marks[need] if need in marks else read_marks(out / need)
            # A stage's results may travel alone: what it needed must not be there, but if it is, it must be the same.
            if found is not None and found.state() != state:
                raise StaleOutput(
                    f"{out / stage}: expected results made from what is in {out / need}, found older ones; "
                    f"run `raadspor {stage} --out {out}` and the stages after it, or `raadspor run` for all"
                )
    return Results(out, marks, {stage: mark.files() for stage, mark in marks.items()})


def read_documents(results: Results) -> list[Document]:
    """All documents; one that a later stage broke down at counts as failed."""
    broken = {unit for marks in results.marks.values() for unit in marks.crashed()}
    documents = results.values("read", Document)
    return [_failed(document) if document.document_id in broken else document for document in documents]


def read_papers(results: Results) -> tuple[list[Paper], list[Findings]]:
    """The papers that came through `extract`, and their findings, in the same order."""
    findings = list(results.values("extract", Findings))
    return [_paper(results, found.document_id) for found in findings], findings


def _paper(results: Results, document_id: str) -> Paper:
    name = f"{document_id}.json"
    return Paper(results.value("read", name, Document), results.value("structure", name, Structure))


def read_entities(results: Results) -> Entities:
    """The registers of the corpus."""
    return results.value("resolve", ENTITIES, Entities)


def read_trail(results: Results) -> Trail:
    """The links of the corpus."""
    return results.value("link", TRAIL, Trail)


def _complete(out: Path, stage: str) -> Marks:
    marks = read_marks(out / stage)
    if marks is None:
        raise StaleOutput(
            f"{out / stage}: expected the results of the stage {stage}, found none; "
            f"run `raadspor {stage} --out {out}`, or `raadspor run RAW --out {out}` for all stages"
        )
    if not marks.complete:
        raise StaleOutput(
            f"{out / stage}: expected finished results, found those of a run that was interrupted; "
            "run it again: what is done is kept"
        )
    return marks


def _failed(document: Document) -> Document:
    if document.status in {PaperStatus.FAILED, PaperStatus.DUPLICATE}:
        return document
    return replace(document, status=PaperStatus.FAILED, reason=CRASHED, passages=())
