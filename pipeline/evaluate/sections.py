"""The sections of items and chapters, put together from passages and held against `sections`."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from pipeline.evaluate.folding import alternatives, fold, same
from pipeline.evaluate.judging import Field, Judge, Sheet, agree
from pipeline.evaluate.pairing import pair
from pipeline.evaluate.passages import Line
from pipeline.evaluate.rows import Corpus, Found, Reference, references
from pipeline.model.structure import PaperKind, SectionRole

_OF_MEETINGS = {PaperKind.MINUTES, PaperKind.AGENDA}
_NO_TEXT = {"furniture", "letterhead"}
# Letters of a section that are looked at from either end: no start or end in a reference is longer.
_ENDS = 400
# Between the texts that may count as one section's; no paper holds it.
_MARK = "\x1f"
# What the references call `andet` is a section with none of these roles.
_NAMED = frozenset(
    {
        SectionRole.SUMMARY,
        SectionRole.PROPOSAL,
        SectionRole.CASE,
        SectionRole.BACKGROUND,
        SectionRole.DECISION,
        SectionRole.ATTACHMENTS,
        SectionRole.ECONOMY,
        SectionRole.COMPETENCE,
        SectionRole.ABSENCE,
        SectionRole.PURPOSE,
        SectionRole.TARGET_GROUP,
        SectionRole.TASKS,
        SectionRole.COMPOSITION,
        SectionRole.MEETINGS,
        SectionRole.SECRETARIAT,
        SectionRole.INTRODUCTION,
        SectionRole.RECOMMENDATIONS,
        SectionRole.STORIES,
        SectionRole.MEMBERS,
    }
)


@dataclass(slots=True)
class _Section:
    """A heading and what stands below it, sub headings included."""

    head: Line | None
    item: str | None
    lines: list[Line] = field(default_factory=list)

    def texts(self) -> tuple[str, ...]:
        """What may count as its text: with or without its sub headings, and the markers of its items."""
        own = [line for line in self.lines if line.section is None]
        variants = ([x.text for x in own], [x.words for x in own], [x.text for x in self.lines])
        return tuple(" ".join(variant) for variant in variants) if own else ()


def score_sections(corpus: Corpus, gold: Mapping[str, pd.DataFrame], lines: Sequence[Line]) -> list[Sheet]:
    """Sections from their first word to their last; then their role. Papers without rows say nothing of sections."""
    known = references(gold, "sections", text="heading")
    kinds = {document: row["kind"] for document, row in corpus.rows("documents")}
    asked = sorted({r.document for r in known if r.document is not None})
    found = [f for document in asked for f in _sections(document, kinds.get(document), lines)]
    pairs, judge = pair(known, found, _fit), Judge(corpus)
    return [judge.records("sections", pairs, (_START, _END)), *judge.fields("sections", pairs, [_ROLE])]


def _sections(document: str, kind: str | None, lines: Sequence[Line]) -> Iterator[Found]:
    own = [line for line in lines if line.document == document and line.kind not in _NO_TEXT]
    build = _of_items(own) if kind in _OF_MEETINGS else _of_chapters(own)
    for section in build:
        head = section.head or section.lines[0]
        heading = "" if section.head is None else section.head.text
        row = {"item": section.item, "role": head.role, "texts": section.texts()}
        yield Found(document, heading, head.page, heading or head.text, f"{head.kind} {head.passage_id}", row)


def _of_items(lines: Iterable[Line]) -> list[_Section]:
    """Every section of every item; words right below the item's head are one without a heading."""
    sections: list[_Section] = []
    open_item: str | None = None
    for line in lines:
        if line.item_id is None or line.section in (0, 1):
            open_item = None
        elif line.section == 2:
            sections.append(_Section(line, line.item))
            open_item = line.item_id
        elif open_item == line.item_id:
            sections[-1].lines.append(line)
        elif not line.aside:
            sections.append(_Section(None, line.item, [line]))
            open_item = line.item_id
    return sections


def _of_chapters(lines: Iterable[Line]) -> list[_Section]:
    """Every heading of level 1 or 2 with text of its own."""
    sections: list[_Section] = []
    inside = False
    for line in lines:
        if line.section == 0:
            inside = False
        elif line.section in (1, 2):
            sections.append(_Section(line, None))
            inside = True
        elif inside:
            sections[-1].lines.append(line)
    return [section for section in sections if section.texts()]


def _fit(reference: Reference, found: Found) -> int | None:
    if reference.cell("agenda_item") != (found.row["item"] or "") or fold(reference.text) != fold(found.text):
        return None
    return 2 * agree(_START, reference, found) + agree(_END, reference, found)


def _first(found: Found) -> str | None:
    return _MARK.join(text[:_ENDS] for text in found.row["texts"]) or None


def _last(found: Found) -> str | None:
    return _MARK.join(text[-_ENDS:] for text in found.row["texts"]) or None


def _starts(cell: str, value: str | None) -> bool:
    return (value is None) == (cell == "") and any(fold(t).startswith(fold(cell)) for t in (value or "").split(_MARK))


def _ends(cell: str, value: str | None) -> bool:
    return (value is None) == (cell == "") and any(fold(t).endswith(fold(cell)) for t in (value or "").split(_MARK))


def _right_role(cell: str, value: str | None) -> bool:
    return same(cell, value) or ("andet" in alternatives(cell) and value not in _NAMED)


_START = Field("start", "start", _first, _starts)
_END = Field("end", "end", _last, _ends)
_ROLE = Field("role", "role", lambda found: found.value("role"), _right_role)
