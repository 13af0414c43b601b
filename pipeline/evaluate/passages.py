"""The passages of the papers as the references see them: of two readings as good, either is the reference's."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from pipeline.evaluate.folding import alternatives, fold
from pipeline.evaluate.rows import Corpus, Row, references

_HEADINGS = {"title", "heading"}
_BULLETS = re.compile(r"[\W_]*")


@dataclass(frozen=True, slots=True)
class Line:
    """A passage of a paper. `section` is its level where a section may begin with it, `role` that of its section.

    `aside`: it may as well be of a head block, such as a line that is nothing but a case number.
    """

    document: str
    kind: str
    level: int | None
    section: int | None
    text: str
    marker: str
    page: int
    role: str | None
    item: str | None
    item_id: str | None
    passage_id: str
    aside: bool = False

    @property
    def words(self) -> str:
        """The text of a list item less its bullet; else the text."""
        return self.text[len(self.marker) :]


@dataclass(frozen=True, slots=True)
class _Doubt:
    """A line where a careful reader may answer otherwise: the reference's reading, and those as right."""

    text: str
    gold: str
    also: tuple[str, ...]


def read_lines(corpus: Corpus, gold: Mapping[str, pd.DataFrame]) -> list[Line]:
    """The passages in reading order, doubtful ones as the reference has them when they are read in a way as right."""
    doubts = _doubts(gold)
    lines = []
    for document, row in corpus.rows("passages"):
        line = _line(document, row)
        for doubt in doubts.get((document, line.page), ()):
            if fold(line.text).startswith(doubt.text):
                line = _settle(line, doubt)
        lines.append(line)
    return lines


def _line(document: str, row: Row) -> Line:
    level = None if row["level"] is None else int(row["level"])
    heading = row["kind"] in _HEADINGS
    return Line(
        document=document,
        kind=row["kind"],
        level=level,
        section=level if heading else None,
        text=row["text"],
        marker=row["text"][: row.get("marker") or 0],
        page=int(row["page"]),
        role=row["section_role"],
        item=row["agenda_item"],
        item_id=row["item_id"],
        passage_id=row["passage_id"],
    )


def _doubts(gold: Mapping[str, pd.DataFrame]) -> dict[tuple[str, int], list[_Doubt]]:
    found: dict[tuple[str, int], list[_Doubt]] = {}
    for row in references(gold, "doubtful", text="text"):
        if row.document is not None and row.page is not None:
            doubt = _Doubt(fold(row.text), row.cell("gold"), tuple(alternatives(row.cell("also"))))
            found.setdefault((row.document, row.page), []).append(doubt)
    return found


def _settle(line: Line, doubt: _Doubt) -> Line:
    """The line as the reference has it; a paragraph that may as well be a heading begins a section too."""
    readings = (doubt.gold, *doubt.also)
    if not any(_reads(line, reading) for reading in readings):
        return line
    kind, level = _parts(doubt.gold)
    if kind == line.kind and level is None:
        level = line.level
    aside = "letterhead" in readings
    return replace(line, kind=kind, level=level, section=_section(line, doubt, kind, level), aside=aside)


def _section(line: Line, doubt: _Doubt, kind: str, level: int | None) -> int | None:
    if kind in _HEADINGS:
        return level
    if kind != "paragraph" or fold(line.text) != doubt.text:
        return None
    return next((_parts(reading)[1] or 2 for reading in doubt.also if reading.startswith("heading")), None)


def _reads(line: Line, reading: str) -> bool:
    kind, level = _parts(reading)
    return line.kind == kind and level in (None, line.level)


def _parts(reading: str) -> tuple[str, int | None]:
    """`heading 2` is a heading of level 2; a title is of level 0."""
    kind, _, level = reading.partition(" ")
    return kind, int(level) if level else (0 if kind == "title" else None)


def marker_of(line: Line) -> str:
    """The marker as the references write it: `a` for `a)`, `◦` for a hollow bullet or a letter-like `o`, else `•`."""
    mark = line.marker.strip()
    if mark in {"o", "◦", "○", "▫", "◯"}:
        return "◦"
    return "•" if _BULLETS.fullmatch(mark) else mark.strip("().:")


def of_kind(lines: Sequence[Line], *kinds: str) -> Iterator[Line]:
    """The lines of these kinds."""
    return (line for line in lines if line.kind in kinds)
