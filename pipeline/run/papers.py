"""The work of the first three stages on one paper, in whichever process does it."""

from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.errors import UnreadablePaper
from pipeline.model.document import Document, PaperStatus
from pipeline.model.paper import Paper
from pipeline.model.structure import Structure
from pipeline.run.codec import decode, encode
from pipeline.run.digests import content_digest
from pipeline.run.files import UNOPENED, FoundFile, why
from pipeline.run.folder import read_file
from pipeline.run.settings import Setup, open_context, open_model

# The rooms are imported inside the functions: whoever reads PDFs does not wait for spaCy, nor `--version` for either.

CHANGED = "filen blev ændret, mens den blev læst"


@dataclass(frozen=True, slots=True)
class Task:
    """A paper read: its id, and the digests of what the stages before made of it."""

    document_id: str
    read: str
    structure: str = ""


def read_one(setup: Setup, file: FoundFile) -> bytes:
    """Read one file; one that cannot be read becomes a failed document with the reason."""
    from pipeline.read import read_paper

    try:
        content = file.location.read_bytes()
        if content_digest(content) != file.sha256:
            return encode(unread(file, CHANGED))
        document = read_paper(content, path=file.path, context=open_context(setup))
    except UnreadablePaper as problem:
        return encode(unread(file, str(problem)))
    except OSError as problem:
        return encode(unread(file, UNOPENED.format(why=why(problem))))
    return encode(_with_remark(document, file.remark))


def structure_one(out: Path, setup: Setup, task: Task) -> bytes:
    """Find the structure of one paper."""
    from pipeline.structure import structure_paper

    return encode(structure_paper(_document(out, task), context=open_context(setup)))


def extract_one(out: Path, setup: Setup, task: Task) -> bytes:
    """Find the findings of one paper."""
    from pipeline.extract import extract_findings

    context = open_context(setup)
    structure = decode(read_file(out / "structure", name_of(task.document_id), task.structure), Structure)
    paper = Paper(_document(out, task), structure)
    return encode(extract_findings(paper, context=context, nlp=open_model(context)))


def name_of(document_id: str) -> str:
    """The name of the file that holds what a stage made of a paper."""
    return f"{document_id}.json"


def unread(file: FoundFile, reason: str) -> Document:
    """The line in the ledger for a file without text: a duplicate of another, or one that cannot be read."""
    status = PaperStatus.FAILED if file.duplicate_of is None else PaperStatus.DUPLICATE
    return Document(file.document_id, file.path, file.sha256, status, reason, duplicate_of=file.duplicate_of)


def _document(out: Path, task: Task) -> Document:
    return decode(read_file(out / "read", name_of(task.document_id), task.read), Document)


def _with_remark(document: Document, remark: str | None) -> Document:
    if remark is None:
        return document
    return replace(document, reason=remark if document.reason is None else f"{document.reason}; {remark}")
