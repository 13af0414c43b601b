"""Labels and values of a paper's head, and the lines that stand in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.context import Context
from pipeline.model.document import Document, Passage, PassageKind
from pipeline.model.ids import fold
from pipeline.model.place import Proof

_ALSO_NAMES = {"lokale", "mødelokale"}


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label of the head, folded, with its value and the passage that holds the value."""

    label: str
    value: str
    passage: Passage


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a paper: title, lines around it, labels with values, running heads of the first pages."""

    title: Passage | None
    lines: tuple[Passage, ...]
    labels: tuple[Labelled, ...]
    running: tuple[Passage, ...]
    opening: tuple[Passage, ...]

    def values(self, labels: frozenset[str]) -> Iterator[Labelled]:
        """The values of any of the labels, in order."""
        return (entry for entry in self.labels if entry.label in labels)


def read_head(document: Document, *, context: Context) -> Head:
    """The head of a paper."""
    passages = document.passages
    lines = [p for p in passages if p.kind is PassageKind.LETTERHEAD and p.page <= 2]
    near = _label_headings(passages, context)
    title = next((p for p in passages if p.kind is PassageKind.TITLE), None)
    running = [p for p in passages if p.kind is PassageKind.FURNITURE and p.page <= 2]
    body = [p for p in passages if p.kind not in {PassageKind.LETTERHEAD, PassageKind.FURNITURE}]
    return Head(
        title,
        tuple(lines),
        (*_labels([*lines, *near], context), *_table_labels(passages, context)),
        tuple(running),
        tuple(body[:8]),
    )


def _table_labels(passages: Sequence[Passage], context: Context) -> Iterator[Labelled]:
    """Labels and values of a head that is set as a table of two columns."""
    pattern = context.lexicons.layout.label
    for passage in [p for p in passages if p.kind is PassageKind.TABLE and p.page == 1][:2]:
        for line in passage.text.split("\n"):
            cells = [c for c in line.split("\t") if c]
            match = pattern.match(cells[0]) if len(cells) == 2 else None
            if match is not None and not match["value"] and match["bare"] is None:
                yield Labelled(fold(match["label"]), cells[1], passage)


def _label_headings(passages: Sequence[Passage], context: Context) -> list[Passage]:
    """Labels that stand as headings over their values, with the values: "Tidspunkt og sted:" on a web page."""
    pattern = context.lexicons.layout.label
    body = [p for p in passages if p.page == 1 and p.kind not in {PassageKind.FURNITURE, PassageKind.LETTERHEAD}][:30]
    found: list[Passage] = []
    for label, value in pairwise(body):
        if label.kind is PassageKind.HEADING and value.kind is PassageKind.PARAGRAPH:
            match = pattern.match(label.text)
            if match is not None and not match["value"] and match["bare"] is None:
                found += [label, value]
    return found


def _labels(lines: Sequence[Passage], context: Context) -> Iterator[Labelled]:
    pattern = context.lexicons.layout.label
    for n, line in enumerate(lines):
        match = pattern.match(line.text)
        if match is None:
            continue
        if not match["colon"] and fold(match["label"]) in _ALSO_NAMES and match["bare"]:
            # "Mødelokale 4" is a place, no label with the value 4.
            continue
        value = (match["value"] or match["bare"] or match["glued"] or "").strip()
        holder = line
        if not value and n + 1 < len(lines) and pattern.match(lines[n + 1].text) is None:
            holder = lines[n + 1]
            value = holder.text
        if value:
            yield Labelled(fold(match["label"]), value, holder)


def prove(passage: Passage, text: str, *, rule: str) -> Proof:
    """A proof that a text stands in a passage; the whole passage when it is not there to the letter."""
    at = passage.text.find(text)
    span = passage.span(at, at + len(text)) if at >= 0 and text else passage.span(0)
    return Proof(span, rule)
