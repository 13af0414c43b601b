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
_HEAD_ROLES = {SectionRole.PRESENCE, SectionRole.ABSENCE, SectionRole.MEMBERS}


def mark_head(blocks: Sequence[Block], *, style: Style, layout: LayoutLexicon, sections: SectionLexicon) -> None:
    """Sets the title and the letterhead: labels with values before the body, and case-number lines anywhere."""
    body = [b for b in blocks if b.kind is not PassageKind.FURNITURE and b.table is None]
    zone = _zone(body, style, layout, sections)
    title = _title(zone or body[:6])
    if title is not None:
        title.kind = PassageKind.TITLE
    told = any(_tells(b, layout) or sections.role_of(b.text) in _HEAD_ROLES for b in zone if b is not title)
    for block in zone:
        if block is title or block.kind is PassageKind.ITEM:
            continue
        if told and (len(block.text) < 160 or _tells(block, layout)):
            block.kind, block.level = PassageKind.LETTERHEAD, None
    for block in body:
        if block.kind in {PassageKind.PARAGRAPH, PassageKind.HEADING} and _is_case_line(block, layout):
            block.kind, block.level = PassageKind.LETTERHEAD, None


def _zone(body: Sequence[Block], style: Style, layout: LayoutLexicon, sections: SectionLexicon) -> list[Block]:
    """The blocks before the first section, agenda item or running text, on the first page or two."""
    zone: list[Block] = []
    for block in body:
        if block.lines[0].page > 2 or len(zone) > 80 or _opens_body(block, style, layout, sections, bool(zone)):
            break
        if block.kind is not PassageKind.LETTERHEAD:
            zone.append(block)
    return zone


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
        larger = block.lines[0].size > 1.4 * style.size
        return begun and role is not None and role not in _HEAD_ROLES and not _tells(block, layout) and not larger
    if block.kind is PassageKind.ITEM:
        return numbered
    if block.kind in {PassageKind.QUOTE, PassageKind.CAPTION}:
        return True
    return len(text.split()) >= 7 and not _tells(block, layout) and text.rstrip("\"”») ").endswith((".", "?", "!"))


def _title(zone: Sequence[Block]) -> Block | None:
    """The largest heading of the head; of two of one size the first."""
    headings = [b for b in zone if b.kind is PassageKind.HEADING and b.lines[0].page == zone[0].lines[0].page]
    if not headings:
        return None
    return max(headings, key=lambda b: (round(b.lines[0].size * 2), -headings.index(b)))


def _tells(block: Block, layout: LayoutLexicon) -> bool:
    """Whether a block is a label with or without its value, or a date line."""
    text = block.text
    match = layout.label.match(text)
    if match is not None and len(text) < 300 and (match.group("colon") or match.group("bare") is None or block.lines[0].parts > 1):
        return True
    return bool(_DATE.search(text)) and len(text) < 110 and not text.endswith(".")


def _is_case_line(block: Block, layout: LayoutLexicon) -> bool:
    text = block.text
    if len(text) > 130 or not _CASE_LABEL.match(text):
        return False
    match = layout.label.match(text)
    return match is not None and bool(match.group("colon")) and any(c.isdigit() for c in text)
