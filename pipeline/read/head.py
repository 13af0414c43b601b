"""The head of a paper: its title, and the labels, values and dates that stand around it."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.lexicons import Lexicons
from pipeline.lexicons.layout import LayoutLexicon
from pipeline.model.days import find_days, find_months
from pipeline.model.document import PassageKind
from pipeline.model.ids import fold
from pipeline.model.structure import SectionRole
from pipeline.read.markers import read_marker
from pipeline.read.shapes import Block, Line
from pipeline.read.style import Style

_CHAPTER = re.compile(r"(?:kapitel|§)\s?\d|\d{1,4}\s+(?-i:[A-ZÆØÅ\d])", re.IGNORECASE)
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
    zone = head.before_own_style(zone, body)
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
    for block in body[len(zone) : len(zone) + 8]:
        # A single item's page tells day and place below the item's head.
        if block.kind is PassageKind.PARAGRAPH and len(block.lines) == 1 and head.is_meeting_line(block):
            block.kind = PassageKind.LETTERHEAD
    return _lines_apart(blocks, lexicons.layout)


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
            if block.lines[0].page > _MOST_PAGES or len(zone) > _MOST_BLOCKS:
                break
            if self._opens_body(block, bool(zone)) and not (zone and self._hangs_under(zone[-1], block)):
                break
            if block.kind is not PassageKind.LETTERHEAD:
                zone.append(block)
        return zone

    def _hangs_under(self, label: Block, block: Block) -> bool:
        """Whether a block goes on with the value of the label above it, in the column of the values."""
        first, last = block.lines[0], label.lines[-1]
        near = first.page == last.page and first.bottom - last.bottom < 2 * first.size
        return block.kind is PassageKind.PARAGRAPH and near and first.x0 > label.lines[0].x0 + 15 and self.tells(label)

    def before_own_style(self, zone: Sequence[Block], body: Sequence[Block]) -> list[Block]:
        """The zone up to a heading in the very style and place of at least two headings further down."""
        later = Counter(_look(b) for b in body[len(zone) :] if b.kind is PassageKind.HEADING)
        for n, block in enumerate(zone):
            in_head = self.tells(block) or self.role(block) in _HEAD_ROLES or self._names_kind(block)
            if n and block.kind is PassageKind.HEADING and later[_look(block)] >= 2 and not in_head:
                return list(zone[:n])
        return list(zone)

    def title(self, zone: Sequence[Block], *, whole: bool) -> Block | None:
        """The largest heading of the head, of two the first; `whole`: of the paper's opening, sections aside."""
        headings = [b for b in zone if b.kind is PassageKind.HEADING and b.lines[0].page == zone[0].lines[0].page]
        if whole:
            headings = [b for b in headings if not self._numbered(b, {"1", "1.1"})]
        headings = [b for b in headings if not self._is_section(b)]
        largest = max(headings, key=lambda b: (round(b.lines[0].size * 2), -headings.index(b)), default=None)
        if largest is not None and largest.text.casefold() == "notat":
            # The memo's word stands over its title in larger type.
            others = [b for b in headings if b is not largest and b.lines[0].size >= 1.2 * self.style.size]
            return others[0] if others else largest
        return largest

    def _is_section(self, block: Block) -> bool:
        """Whether a heading is an item's or a section's, in type no larger than a section's."""
        if self.lexicons.front.words.item_head.match(block.text) is not None:
            return True
        role = self.lexicons.sections.word_role(block.text.rstrip(": "))
        larger = block.lines[0].size > 1.4 * self.style.size
        return role is not None and not larger and not self._names_kind(block)

    def tells(self, block: Block) -> bool:
        """Whether a block is a label with or without its value, or a date line."""
        text = block.text
        match = self.lexicons.layout.label.match(text)
        if match is not None and len(text) < 300:
            behind = match["colon"] or match["glued"] or match["bare"] is None
            if behind or block.lines[0].parts > 1:
                return True
        if len(text) >= 110 or text.endswith("."):
            return False
        return next(find_days(text), None) is not None or (len(text) < 20 and next(find_months(text), None) is not None)

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

    def is_meeting_line(self, block: Block) -> bool:
        """Whether a block is a label of a meeting's day, time or place, a colon and its value."""
        match = self.lexicons.layout.label.match(block.text)
        labels = self.lexicons.front.labels
        known = labels["date"] | labels["start"] | labels["end"] | labels["place"]
        return match is not None and bool(match["colon"]) and bool(match["value"]) and fold(match["label"]) in known

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


def _look(block: Block) -> tuple[float, bool, bool, int]:
    line = block.lines[0]
    return (round(line.size * 2) / 2, line.bold, line.underlined, round(line.x0 / 6))


def _lines_apart(blocks: Sequence[Block], layout: LayoutLexicon) -> list[Block]:
    """The blocks, a letterhead's lines each a block, but for a value that goes on over several lines."""
    apart: list[Block] = []
    for block in blocks:
        if block.kind is not PassageKind.LETTERHEAD:
            apart.append(block)
            continue
        for line in block.lines:
            open_block = apart[-1] if apart and apart[-1].kind is PassageKind.LETTERHEAD else None
            if open_block is not None and _value_goes_on(open_block.lines, line, layout):
                open_block.lines.append(line)
            else:
                apart.append(Block(PassageKind.LETTERHEAD, [line]))
    return apart


def _value_goes_on(lines: Sequence[Line], line: Line, layout: LayoutLexicon) -> bool:
    """Whether a line of the head goes on from the one above: after a comma, in lower case, or in a list of names."""
    last = lines[-1]
    if layout.label.match(line.text) is not None:
        return False
    if line.page != last.page or line.column != last.column or line.bottom - last.bottom > 2 * last.size:
        return False
    if next(find_days(line.text), None) is not None or line.text[:2].casefold() == "kl":
        return False
    under = abs(line.x0 - lines[0].x0) < 3 or line.x0 > lines[0].x0 + 15
    if under and (last.text.endswith((",", " og", " samt", "-")) or line.text[:1].islower()):
        return True
    # A list of names hangs under its first name, or runs to the edge of its column.
    full = last.x1 > last.right - 0.12 * (last.right - last.left)
    hangs = line.x0 > lines[0].x0 + 15
    return line.parts == 1 and full and ((", " in last.text and hangs) or (last.text.count(", ") >= 2 and under))
