"""The head of a paper: its title, and the labels, values and dates that stand around it."""

import re
from collections.abc import Sequence

from pipeline.lexicons.layout import LayoutLexicon
from pipeline.lexicons.sections import SectionLexicon
from pipeline.model.document import PassageKind
from pipeline.model.structure import SectionRole
from pipeline.read.markers import read_marker
from pipeline.read.shapes import Block
from pipeline.read.style import Style

_DATE = re.compile(
    r"(?:\d{1,2}\.\s?(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)[a-zæøå]*\.?,?\s+\d{4}|\d{1,2}[-./]\s?\d{1,2}[-./]\s?\d{2,4}|\d{4}-\d{2}-\d{2})",
    re.IGNORECASE,
)
_CASE_LABEL = re.compile(r"(?:sags?\s?-?(?:nr|nummer|id)|sagsnr|dok(?:ument)?\.?\s?nr|j\.?\s?nr|journal(?:nr|nummer)|brevid)\b", re.IGNORECASE)
# Who was there and who signs stand in the head of minutes; all other sections open the body.
_KIND_WORDS = {"referat", "dagsorden", "notat", "dagsorden med referat", "mødereferat", "beslutningsreferat", "kommissorium", "protokol"}
_HEAD_ROLES = {SectionRole.PRESENCE, SectionRole.ABSENCE, SectionRole.MEMBERS}


def mark_head(
    blocks: Sequence[Block], *, style: Style, layout: LayoutLexicon, sections: SectionLexicon
) -> list[Block]:
    """The blocks with the title and the letterhead marked: labels, values and dates that stand before the body."""
    body = [b for b in blocks if b.kind is not PassageKind.FURNITURE and b.table is None]
    zone = _zone(body, style, layout, sections)
    title = _title(zone) if zone else _title([b for b in body[:6] if not _is_numbered(b, layout) and sections.word_role(b.text) is None])
    # A heading right above the body ("TEMA: …") is the body's, unless it is the title, a label or a date.
    while len(zone) > 1 and zone[-1] is not title and _is_own_heading(zone[-1], style, layout, sections):
        zone.pop()
    if title is not None:
        title.kind = PassageKind.TITLE
    told = any(b.kind is PassageKind.LETTERHEAD and b.lines[0].page == 1 for b in body) or any(_tells(b, layout) or sections.role_of(b.text) in _HEAD_ROLES for b in zone if b is not title)
    for block in zone:
        if block is title or block.kind is PassageKind.ITEM:
            continue
        if told and (len(block.text) < 160 or _tells(block, layout)):
            block.kind, block.level = PassageKind.LETTERHEAD, None
    return [part for block in blocks for part in _lines_apart(block)]


def mark_case_lines(blocks: Sequence[Block], *, layout: LayoutLexicon) -> None:
    """Lines that are a case-number label and its value are letterhead wherever they stand."""
    for block in blocks:
        if block.kind in {PassageKind.PARAGRAPH, PassageKind.HEADING} and _is_case_line(block, layout):
            block.kind, block.level = PassageKind.LETTERHEAD, None


def _lines_apart(block: Block) -> list[Block]:
    """The lines of a letterhead block as blocks, but for a list of names that goes on after a comma."""
    if block.kind is not PassageKind.LETTERHEAD or len(block.lines) < 2:
        return [block]
    parts = [[block.lines[0]]]
    for line in block.lines[1:]:
        goes_on = parts[-1][-1].text.endswith((",", " og", " samt", "-")) or line.text[:1].islower()
        if goes_on:
            parts[-1].append(line)
        else:
            parts.append([line])
    return [Block(PassageKind.LETTERHEAD, lines) for lines in parts]


def _zone(body: Sequence[Block], style: Style, layout: LayoutLexicon, sections: SectionLexicon) -> list[Block]:
    """The blocks before the first section, agenda item or running text, on the first page or two."""
    zone: list[Block] = []
    for block in body:
        if block.lines[0].page > 2 or len(zone) > 80 or _opens_body(block, style, layout, sections, bool(zone)):
            break
        if block.kind is not PassageKind.LETTERHEAD:
            zone.append(block)
    return zone


def _is_own_heading(block: Block, style: Style, layout: LayoutLexicon, sections: SectionLexicon) -> bool:
    if block.kind is not PassageKind.HEADING or block.lines[0].x0 >= style.left + 100 or _tells(block, layout):
        return False
    in_head = sections.role_of(block.text.rstrip(": ")) in _HEAD_ROLES
    return not in_head and block.text.casefold().rstrip(":") not in _KIND_WORDS


def _is_numbered(block: Block, layout: LayoutLexicon) -> bool:
    marker = read_marker(block.lines[0].words[0].text, bullets=layout.bullets)
    return marker is not None and marker.family in {"1", "1.1"}


def _opens_body(
    block: Block, style: Style, layout: LayoutLexicon, sections: SectionLexicon, begun: bool
) -> bool:
    first = block.lines[0].words[0].text
    marker = read_marker(first, bullets=layout.bullets)
    numbered = marker is not None and marker.family in {"1", "1.1", "A"}
    text = block.text
    if block.kind is PassageKind.HEADING:
        if numbered or re.match(r"(?:punkt|pkt\.?|sag nr\.?|ad|kapitel|§)\s?\d", text, re.IGNORECASE):
            return True
        role = sections.role_of(text.rstrip(": "))
        if text.casefold().rstrip(": ") in _KIND_WORDS:
            return False
        larger = block.lines[0].size > 1.4 * style.size
        return begun and role is not None and role not in _HEAD_ROLES and not _tells(block, layout) and not larger
    if block.kind is PassageKind.ITEM:
        return numbered
    if block.kind in {PassageKind.QUOTE, PassageKind.CAPTION}:
        return True
    return len(text.split()) >= 7 and not _tells(block, layout) and text.rstrip("\"”») ").endswith((".", "?", "!"))


def _title(zone: Sequence[Block]) -> Block | None:
    """The largest heading of the head; of two of one size the first."""
    if not zone:
        return None
    headings = [b for b in zone if b.kind is PassageKind.HEADING and b.lines[0].page == zone[0].lines[0].page]
    if not headings:
        return None
    return max(headings, key=lambda b: (round(b.lines[0].size * 2), -headings.index(b)))


def _tells(block: Block, layout: LayoutLexicon) -> bool:
    """Whether a block is a label with or without its value, or a date line."""
    text = block.text
    match = layout.label.match(text)
    if match is not None and len(text) < 300 and (match.group("colon") or match.group("bare") is None or match.group("glued") or block.lines[0].parts > 1):
        return True
    return bool(_DATE.search(text)) and len(text) < 110 and not text.endswith(".")


def _is_case_line(block: Block, layout: LayoutLexicon) -> bool:
    text = block.text
    if len(text) > 130 or not _CASE_LABEL.match(text):
        return False
    match = layout.label.match(text)
    return match is not None and bool(match.group("colon")) and any(c.isdigit() for c in text)
