"""Blocks to passages: lines joined to one frozen text, each letter with its place on the page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

import simplemma

from pipeline.lexicons.layout import LayoutLexicon
from pipeline.model.document import Cell, Hyperlink, Passage, PassageKind, Place
from pipeline.model.ids import finding_ids
from pipeline.model.place import Box
from pipeline.read.shapes import Block, Line, Ruled, Word

_HYPHENS = ("-", "\u00ad")


def build_passages(blocks: Sequence[Block], *, document_id: str, layout: LayoutLexicon) -> tuple[Passage, ...]:
    """The passages of the blocks in their order, with computed ids."""
    vocabulary = _vocabulary(blocks)
    texts = [_written(block, layout, vocabulary) for block in blocks]
    ids = finding_ids("passages", document_id, (t.text for t in texts))
    return tuple(
        _passage(passage_id, n, block, text)
        for n, (passage_id, block, text) in enumerate(zip(ids, blocks, texts, strict=True))
    )


@dataclass(slots=True)
class _Written:
    """A text as it grows."""

    text: str = ""
    places: list[Place] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)
    links: list[Hyperlink] = field(default_factory=list)

    def add(self, word: Word, page: int, *, before: str) -> None:
        """One word, with the white space that stands before it."""
        start = len(self.text) + len(before)
        self.text += before + word.text
        edges = tuple(round(e, 2) for e in word.edges)
        place = Place(start, len(self.text), page, round(word.top, 2), round(word.bottom, 2), edges)
        self.places.append(place)
        if word.uri is not None:
            self._link(start, word.uri)

    def drop_hyphen(self) -> None:
        """The last letter goes: a hyphen that only the line end called for."""
        self.text = self.text[:-1]
        last = self.places.pop()
        if last.end - last.start > 1:
            shorter = Place(last.start, last.end - 1, last.page, last.top, last.bottom, last.edges[:-1])
            self.places.append(shorter)

    def _link(self, start: int, uri: str) -> None:
        last = self.links[-1] if self.links else None
        if last is not None and last.uri == uri and last.end >= start - 1:
            self.links[-1] = Hyperlink(last.start, len(self.text), uri)
        else:
            self.links.append(Hyperlink(start, len(self.text), uri))


def _written(block: Block, layout: LayoutLexicon, vocabulary: frozenset[str]) -> _Written:
    written = _Written()
    if block.table is not None:
        _write_table(written, block.table, layout, vocabulary)
    else:
        _write_lines(written, block.lines, layout, vocabulary)
    return written


def _write_lines(written: _Written, lines: Iterable[Line], layout: LayoutLexicon, vocabulary: frozenset[str]) -> None:
    first = True
    for line in lines:
        for n, word in enumerate(line.words):
            before = "" if first or word.glued else " "
            if n == 0 and not first:
                before = _between(written, line.words, layout, vocabulary)
            written.add(word, line.page, before=before)
            first = False


def _write_table(written: _Written, table: Ruled, layout: LayoutLexicon, vocabulary: frozenset[str]) -> None:
    row = col = 0
    for cell in table.cells:
        if cell.row != row:
            written.text += "\n" * (cell.row - row)
            row, col = cell.row, 0
        written.text += "\t" * (cell.col - col)
        col = cell.col
        part = _Written()
        _write_lines(part, cell.lines, layout, vocabulary)
        start = len(written.text)
        written.text += part.text
        written.places += [Place(p.start + start, p.end + start, p.page, p.top, p.bottom, p.edges) for p in part.places]
        box = Box(table.page, *(round(x, 2) for x in (cell.x0, cell.top, cell.x1, cell.bottom)))
        written.cells.append(Cell(cell.row, cell.col, start, len(written.text), box))


def _between(written: _Written, words: Sequence[Word], layout: LayoutLexicon, vocabulary: frozenset[str]) -> str:
    """What stands between two lines: a space, or nothing where a word or a hyphenated word goes on."""
    head = written.text.rsplit(" ", 1)[-1].rsplit("\t", 1)[-1]
    if not head.endswith(_HYPHENS):
        # An address or "aktører/" that breaks after its slash goes on without a space.
        return "" if head.endswith("/") and len(head) > 2 and words[0].text[:1].islower() else " "
    if head == "-" or (len(head) > 1 and not head[-2].isalnum()):
        return " "
    tail = words[0].text
    if head.endswith("\u00ad"):
        written.drop_hyphen()
        return ""
    if tail.strip(".,;:)").casefold() in layout.hanging:
        return " "
    if _keeps_hyphen(head[:-1], tail, layout, vocabulary):
        return ""
    written.drop_hyphen()
    return ""


def _keeps_hyphen(head: str, tail: str, layout: LayoutLexicon, vocabulary: frozenset[str]) -> bool:
    """Whether a hyphen at a line end is the word's own: `SOSU-assistent`, `2-3`, `no-wrong-door`."""
    start = head.strip("(\"'”»“")
    rest = tail.strip(".,;:!?)\"'”«’")
    if not tail[:1].islower():
        return True
    if f"{start}-{rest}".casefold() in vocabulary:
        return True
    joined = f"{start}{rest}".casefold()
    if joined in vocabulary or simplemma.is_known(joined, lang="da"):
        return False
    if any(c.isdigit() for c in start) or (len(start) > 1 and start.isupper()) or "-" in start or "-" in rest:
        return True
    if start.casefold() in layout.keeps_hyphen:
        return True
    # A name before a whole word: "Covid-situationen". An ordinary word that opens a sentence is known.
    name = start[:1].isupper() and not simplemma.is_known(start.casefold(), lang="da")
    return (
        name
        and len(rest) > 3
        and simplemma.is_known(rest.casefold(), lang="da")
        and f"{start}-".casefold() in vocabulary
    )


def _vocabulary(blocks: Iterable[Block]) -> frozenset[str]:
    """The words of the paper that no line end cuts, folded; for `Covid-19` also `covid-`."""
    words: set[str] = set()
    for block in blocks:
        lines = block.lines if block.table is None else [line for c in block.table.cells for line in c.lines]
        for line in lines:
            for n, word in enumerate(line.words):
                if n == len(line.words) - 1 and word.text.endswith(_HYPHENS):
                    continue
                plain = word.text.strip(".,;:!?()\"'”»«“’").casefold()
                words.add(plain)
                if "-" in plain:
                    words.add(plain.split("-", 1)[0] + "-")
    return frozenset(words)


def _passage(passage_id: str, order: int, block: Block, written: _Written) -> Passage:
    marker = 0
    if block.marker:
        marker = min(len(" ".join(w.text for w in block.lines[0].words[: block.marker])) + 1, len(written.text) - 1)
    passage = Passage(
        passage_id=passage_id,
        order=order,
        kind=block.kind,
        level=block.level,
        text=written.text,
        page=block.table.page if block.table is not None else block.lines[0].page,
        boxes=(),
        places=tuple(written.places),
        marker=marker if block.kind is PassageKind.ITEM else 0,
        cells=tuple(written.cells),
        links=tuple(written.links),
    )
    return _with_boxes(passage)


def _with_boxes(passage: Passage) -> Passage:
    by_page: dict[int, Box] = {}
    for place in passage.places:
        box = Box(place.page, place.edges[0], place.top, place.edges[-1], place.bottom)
        old = by_page.get(place.page)
        if old is not None:
            box = Box(
                box.page, min(old.x0, box.x0), min(old.top, box.top), max(old.x1, box.x1), max(old.bottom, box.bottom)
            )
        by_page[place.page] = box
    return replace(passage, boxes=tuple(by_page[p] for p in sorted(by_page)))
