"""Rooms that do next to nothing, so that the tests of the shell are about the shell; a paper is a few lines."""

import os
import sys
from pathlib import Path
from types import ModuleType

import pytest

import pipeline
from pipeline.errors import UnreadablePaper
from pipeline.model.document import Document, Page, PageState, PaperStatus, Passage, PassageKind, Place
from pipeline.model.entities import Entities
from pipeline.model.findings import DateMention, Findings
from pipeline.model.ids import digest
from pipeline.model.place import Box, Proof
from pipeline.model.structure import FrontMatter, PaperKind, PassageContext, Structure
from pipeline.model.trail import Trail
from pipeline.run.digests import content_digest
from pipeline.run.job import Job
from pipeline.run.settings import Setup

MARK = "%PDF-1.7"


def pdf(*lines: str) -> bytes:
    """The bytes of a paper that the fake reader reads: each line is a passage, `# …` a heading."""
    return "\n".join((MARK, *lines)).encode()


def read_paper(data, *, path, context):
    """Lines to passages. `KAPUT` cannot be read, `DIE` kills its process, `HUNGRY` eats all memory, `BUG` is one."""
    lines = data.decode().split("\n")[1:]
    if "KAPUT" in lines:
        raise UnreadablePaper("PDF'en er beskadiget")
    if "BUG" in lines:
        raise ZeroDivisionError("a bug")
    _misbehave(lines, "read")
    key = content_digest(data)
    page = Page(1, PageState.TEXT, None, len(data.split()) - 1, 595.0, 842.0)
    passages = tuple(_passage(key, n, line) for n, line in enumerate(lines))
    return Document(key[:16], path, key, PaperStatus.OK, None, (page,), passages)


def structure_paper(document, *, context):
    """The first line is the title; headings that end in `?` are claimed by no lexicon."""
    texts = [p.text for p in document.passages]
    _misbehave(texts, "structure")
    front = FrontMatter(PaperKind.OTHER, texts[0] if texts else None, None, None, None, None, ())
    contexts = tuple(PassageContext(p.passage_id, None, (), None, None, None) for p in document.passages)
    unclaimed = tuple(p.passage_id for p in document.passages if p.text.endswith("?"))
    return Structure(document.document_id, front, (), (), contexts, unclaimed)


def extract_findings(paper, *, context, nlp):
    """A date for each line that is four digits."""
    years = [p for p in paper.document.passages if p.text.isdigit() and len(p.text) == 4]
    return Findings(paper.document_id, dates=tuple(_date(p) for p in years))


def resolve_corpus(papers, findings, *, context):
    """Nobody is anybody."""
    return Entities()


def link_corpus(papers, findings, entities, *, context):
    """Nothing leads to anything."""
    return Trail()


def render_exports(tables):
    """A line for each paper."""
    return {"graph.graphml": "\n".join(tables["documents"].column("path").to_pylist()).encode()}


def build_graph(tables):
    """The papers as nodes."""
    return {"nodes": tables["documents"].column("document_id").to_pylist()}


def render_reports(tables):
    """How many passages there are."""
    return {"temaer.html": f"<p>{tables['passages'].num_rows}</p>".encode()}


def install(patch: pytest.MonkeyPatch) -> None:
    """Put the fakes in the place of the rooms, in this process and in those forked from it."""
    faces = {
        "read": (read_paper,),
        "structure": (structure_paper,),
        "extract": (extract_findings,),
        "resolve": (resolve_corpus,),
        "link": (link_corpus,),
        "graph": (render_exports, build_graph),
        "report": (render_reports,),
    }
    language = ModuleType("pipeline.nlp")
    language.__dict__["load"] = lambda model, *, abbreviations: model
    patch.setitem(sys.modules, "pipeline.nlp", language)
    patch.setattr("pipeline.nlp", language, raising=False)
    for room, functions in faces.items():
        module = ModuleType(f"pipeline.{room}")
        # Its other modules stay what they are.
        module.__dict__["__path__"] = [str(Path(pipeline.__file__).parent / room)]
        for function in functions:
            setattr(module, function.__name__, function)
        patch.setitem(sys.modules, module.__name__, module)


def write(folder: Path, files: dict[str, bytes]) -> Path:
    """A folder with these files in it."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def job(tmp_path: Path, *, workers: int = 1, setup: Setup | None = None) -> Job:
    """A job from `raw` to `out`, both below `tmp_path`."""
    return Job(tmp_path / "out", setup or Setup(), tmp_path / "raw", workers)


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def _date(passage):
    proof = Proof(passage.span(), "test.year")
    return DateMention(digest(passage.passage_id), passage.text, passage.text, None, None, "andet", proof)


def _misbehave(lines, stage):
    if f"DIE {stage}" in lines:
        os._exit(9)
    if f"HUNGRY {stage}" in lines:
        raise MemoryError


def _passage(key, order, line):
    place = Place(0, len(line), 1, 10.0 * order, 10.0 * order + 8, tuple(float(n) for n in range(len(line) + 1)))
    kind = PassageKind.HEADING if line.startswith("# ") else PassageKind.PARAGRAPH
    box = Box(1, 0.0, 10.0 * order, float(len(line)), 10.0 * order + 8)
    return Passage(digest("passage", key, str(order)), order, kind, None, line, 1, (box,), (place,))
