"""The head of a paper: its title, and the labels, values and dates that stand around it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.lexicons import Lexicons
from pipeline.model.days import find_days
from pipeline.model.document import PassageKind
from pipeline.model.ids import fold
from pipeline.model.structure import SectionRole
from pipeline.read.markers import read_marker
from pipeline.read.shapes import Block, Line
from pipeline.read.style import Style

_CHAPTER = re.compile(r"(?:kapitel|§)\s?\d", re.IGNORECASE)
# Who was there stands in the head of minutes; all other sections open the body.
_HEAD_ROLES = {SectionRole.PRESENCE, SectionRole.ABSENCE, SectionRole.MEMBERS}
_MOST_PAGES, _MOST_BLOCKS, _MOST_LETTERS = 2, 80, 160


def mark_head(blocks: Sequence[Block], *, style: Style, lexicons: Lexicons) -> list[Block]:
    """The blocks with the title and the letterhead marked: labels, values and dates that stand before the body.

    Lines that are a case-number label and its value are letterhead wherever they stand.
    """
    head = _Head(style, lexicons)
    body = [b for b in blocks if b.kind is not PassageKind.FURNITURE and b.table is None]
    zone = head.zone(body)
    title = head.title(zone or body[:6], whole=not zone)
    # A heading right above the body ("TEMA: …") is the body's, unless it is the title, a label or a date.
    while len(zone) > 1 and zone[-1] is not title and head.is_own_heading(zone[-1]):
        zone.pop()
    if title is not None:
        title.kind = PassageKind.TITLE
    beside = any(b.kind is PassageKind.LETTERHEAD and b.lines[0].page == 1 for b in body)
    told = beside or any(head.tells(b) or head.role(b) in _HEAD_ROLES for b in zone if b is not title)
    for block in zone:
        short = len(block.text) < _MOST_LETTERS or head.tells(block)
        if told and short and block is not title and block.kind is not PassageKind.ITEM:
            block.kind, block.level = PassageKind.LETTERHEAD, None
    for block in body:
        if block.kind in {PassageKind.PARAGRAPH, PassageKind.HEADING} and head.is_case_line(block):
            block.kind, block.level = PassageKind.LETTERHEAD, None
    return [part for block in blocks for part in _lines_apart(block)]


@dataclass(frozen=True, slots=True)
class _Head:
    """The tests a block of the head is put to."""

    style: Style
    lexicons: Lexicons

    def role(self, block: Block) -> SectionRole | None:
        """The role its heading would have."""
        return self.lexicons.sections.role_of(block.text.rstrip(": "))

    def zone(self, body: Sequence[Block]) -> list[Block]:
        """The blocks before the first section, agenda item or running text, on the first page or two."""
        zone: list[Block] = []
        for block in body:
            if block.lines[0].page > _MOST_PAGES or len(zone) > _MOST_BLOCKS or self._opens_body(block, bool(zone)):
                break
            if block.kind is not PassageKind.LETTERHEAD:
                zone.append(block)
        return zone

    def title(self, zone: Sequence[Block], *, whole: bool) -> Block | None:
        """The largest heading of the head, of two the first; `whole`: of the paper's opening, sections aside."""
        headings = [b for b in zone if b.kind is PassageKind.HEADING and b.lines[0].page == zone[0].lines[0].page]
        if whole:
            headings = [b for b in headings if not self._numbered(b, {"1", "1.1"}) and self.role(b) is None]
        return max(headings, key=lambda b: (round(b.lines[0].size * 2), -headings.index(b)), default=None)

    def tells(self, block: Block) -> bool:
        """Whether a block is a label with or without its value, or a date line."""
        text = block.text
        match = self.lexicons.layout.label.match(text)
        if match is not None and len(text) < 300:
            behind = match["colon"] or match["glued"] or match["bare"] is None
            if behind or block.lines[0].parts > 1:
                return True
        return len(text) < 110 and not text.endswith(".") and next(find_days(text), None) is not None

    def is_own_heading(self, block: Block) -> bool:
        """Whether a block of the head is a heading of the text: on the left, and neither label nor kind of paper."""
        if block.kind is not PassageKind.HEADING or block.lines[0].x0 >= self.style.left + 100 or self.tells(block):
            return False
        return self.role(block) not in _HEAD_ROLES and not self._names_kind(block)

    def is_case_line(self, block: Block) -> bool:
        """Whether a block is a label of a case or document number, a colon and a number."""
        match = self.lexicons.layout.label.match(block.text)
        if match is None or not match["colon"] or len(block.text) > 130:
            return False
        labels = self.lexicons.front.labels
        numbered = fold(match["label"]) in labels["number"] | labels["document_number"]
        return numbered and any(c.isdigit() for c in block.text)

    def _names_kind(self, block: Block) -> bool:
        return block.text.casefold().rstrip(": ") in self.lexicons.front.words.bare_kinds

    def _numbered(self, block: Block, families: set[str]) -> bool:
        marker = read_marker(block.lines[0].words[0].text, bullets=self.lexicons.layout.bullets)
        return marker is not None and marker.family in families

    def _opens_body(self, block: Block, begun: bool) -> bool:
        if block.kind is PassageKind.HEADING:
            return self._heading_opens_body(block, begun)
        if block.kind is PassageKind.ITEM:
            return self._numbered(block, {"1", "1.1", "A"})
        if block.kind in {PassageKind.QUOTE, PassageKind.CAPTION}:
            return True
        sentence = block.text.rstrip('"”») ').endswith((".", "?", "!"))
        return len(block.text.split()) >= 7 and sentence and not self.tells(block)

    def _heading_opens_body(self, block: Block, begun: bool) -> bool:
        item = self.lexicons.front.words.item_head.match(block.text)
        if self._numbered(block, {"1", "1.1", "A"}) or item is not None or _CHAPTER.match(block.text):
            return True
        # The title may be a word of the lexicon too ("Anbefalinger fra …"); it is larger than any section's.
        larger = block.lines[0].size > 1.4 * self.style.size
        role = self.role(block)
        if not begun or role is None or role in _HEAD_ROLES or larger:
            return False
        return not self._names_kind(block) and not self.tells(block)


def _lines_apart(block: Block) -> list[Block]:
    """The lines of a letterhead block as blocks, but for a list of names that goes on after a comma."""
    if block.kind is not PassageKind.LETTERHEAD or len(block.lines) < 2:
        return [block]
    parts: list[list[Line]] = [[block.lines[0]]]
    for line in block.lines[1:]:
        goes_on = parts[-1][-1].text.endswith((",", " og", " samt", "-")) or line.text[:1].islower()
        if goes_on:
            parts[-1].append(line)
        else:
            parts.append([line])
    return [Block(PassageKind.LETTERHEAD, lines) for lines in parts]
