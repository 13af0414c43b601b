"""Lines to blocks: headings, paragraphs, list items, quotes, also across columns and pages."""

import re
from collections.abc import Iterable, Sequence

from pipeline.lexicons import Lexicons
from pipeline.lexicons.layout import LayoutLexicon
from pipeline.model.document import PassageKind
from pipeline.read.headings import HeadingRules
from pipeline.read.markers import Marker, read_marker
from pipeline.read.notes import SMALLER, opens_note
from pipeline.read.shapes import Block, Line, Ruled
from pipeline.read.style import Style, ends_sentence
from pipeline.read.unroll import Unrolled, item_columns, unroll

_MONTH = re.compile(r"(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)[a-z]*\.?,?$", re.IGNORECASE)
_CLOCK = re.compile(r"\d{1,2}\.(?:00|15|30|45)$")


def build_blocks(
    flow: Sequence[Line | Ruled],
    *,
    furniture: set[int],
    style: Style,
    lexicons: Lexicons,
) -> list[Block]:
    """The blocks of a paper, its pages in order. Furniture and side lines stand apart and interrupt nothing."""
    rules = HeadingRules(style=style, lexicons=lexicons)
    blocks: list[Block] = []
    # The text and what it runs past (boxes, footnotes) grow side by side.
    text, aside = (_Builder(style, lexicons.layout, rules, blocks) for _ in range(2))
    neighbours = _neighbours([e for e in flow if isinstance(e, Line) and id(e) not in furniture and not e.side])
    for element in flow:
        if isinstance(element, Ruled):
            columns = item_columns(element, lexicons.layout)
            if columns is None:
                text.stand_alone(Block(PassageKind.TABLE, table=element))
            else:
                text.take_rows(unroll(element, columns, column=100 * len(blocks)))
        elif id(element) in furniture:
            blocks.append(Block(PassageKind.FURNITURE, [element]))
        elif element.side:
            blocks.append(Block(PassageKind.LETTERHEAD, [element]))
        else:
            before, after = neighbours[id(element)]
            builder = aside if element.aside else text
            builder.take(element, heading=rules.is_heading(element, before, after))
    _mark_quotes(blocks, style)
    _mark_captions(blocks, lexicons.layout)
    return blocks


def _neighbours(body: Sequence[Line]) -> dict[int, tuple[Line | None, Line | None]]:
    """The line before and after each, by its `id()`; boxes and notes have neighbours of their own."""
    found: dict[int, tuple[Line | None, Line | None]] = {}
    for aside in (False, True):
        lines = [line for line in body if line.aside is aside]
        for before, line, after in zip([None, *lines], lines, [*lines[1:], None], strict=False):
            found[id(line)] = (before, after)
    return found


class _Builder:
    """The blocks so far and the one that still grows."""

    def __init__(self, style: Style, layout: LayoutLexicon, rules: HeadingRules, blocks: list[Block]) -> None:
        self.style, self.layout, self.rules = style, layout, rules
        self.blocks = blocks
        self.open: Block | None = None
        self.lists: list[float] = []

    def stand_alone(self, block: Block) -> None:
        """A block that nothing joins."""
        self.blocks.append(block)
        self.open = None

    def take_rows(self, pieces: Iterable[Unrolled]) -> None:
        """The rows of a table that holds the minutes: the first is the table's head, then items and their text."""
        for n, piece in enumerate(pieces):
            if n == 0:
                self.stand_alone(Block(PassageKind.CAPTION, list(piece.lines)))
            elif piece.heading:
                self.stand_alone(Block(PassageKind.HEADING, list(piece.lines)))
            else:
                self.open = None
                for line in piece.lines:
                    self.take(line, heading=False)
        self.open = None

    def take(self, line: Line, *, heading: bool) -> None:
        """The next line of the body."""
        if self.open is not None and self.open.kind is PassageKind.HEADING and self._heading_goes_on(self.open, line):
            self.open.lines.append(line)
            return
        if heading:
            self.lists = []
            self._start(Block(PassageKind.HEADING, [line]))
            return
        marker = self._marker(line)
        if marker is not None:
            depth = self._depth(line)
            self._start(Block(PassageKind.ITEM, [line], level=depth, marker=1))
        elif self.open is not None and self._goes_on(self.open, line):
            self.open.lines.append(line)
        else:
            if self.lists and line.x0 < self.lists[0] + 3:
                self.lists = []
            self._start(Block(PassageKind.PARAGRAPH, [line]))

    def _start(self, block: Block) -> None:
        self.blocks.append(block)
        self.open = block

    def _heading_goes_on(self, block: Block, line: Line) -> bool:
        last = block.lines[-1]
        if line.style != last.style or line.underlined != last.underlined or line.parts > 1 or len(block.lines) >= 5:
            return False
        if line.page != last.page or line.column != last.column or self._marker(line) is not None:
            return False
        if not self.style.distinct(line) and not line.italic and not line.text[:1].islower():
            return False
        if line.bottom - last.bottom > 1.65 * line.size:
            return False
        if self.rules.names_kind(block.text) and line.size >= 1.2 * self.style.size:
            # "Referat" over "Ordinært møde i Ældrerådet", set alike: one title on two lines.
            return True
        if self.rules.claimed(block.text) and not line.text[:1].islower():
            return False
        if line.text.startswith(("–", "-")) and line.size >= self.style.size + 4:
            return True
        larger = line.size >= self.style.size + 2
        if (
            not larger
            and abs(line.x0 - last.x0) > 4
            and self._marker(last) is None
            and abs(line.x0 - self._text_x(last)) > 4
        ):
            return False
        if line.text[:1].islower() or larger:
            return not self.rules.claimed(line.text)
        return self.style.full(last, line) and not self.rules.claimed(line.text)

    def _is_note(self, line: Line) -> bool:
        return line.aside and line.size <= self.style.size - SMALLER

    def _text_x(self, line: Line) -> float:
        """Where the words after a heading's number begin."""
        return line.words[1].x0 if len(line.words) > 1 else line.x0

    def _marker(self, line: Line) -> Marker | None:
        """The list marker that opens a line, when it is no part of a sentence or a date."""
        words = line.words
        if len(words) < 2 or line.parts > 2 or self._is_note(line):
            return None
        marker = read_marker(words[0].text, bullets=self.layout.bullets)
        if marker is None:
            return None
        following = words[1].text
        if words[1].glued or (marker.family in {"1", "1.1"} and (_MONTH.match(following) or _CLOCK.match(marker.text))):
            return None
        if marker.family == "1.1" and not following[:1].isupper():
            return None
        if self._next_number(line):
            return marker
        runs_on = self._runs_on(line)
        if marker.text in self.layout.doubtful_bullets:
            if line.size >= self.style.size + 4:
                # A dash in a title.
                return None
            if following[:1].islower() and self._mid_sentence(line):
                return None
            wide = words[1].x0 - words[0].x1 > 0.45 * line.size
            in_list = bool(self.lists) and min(abs(line.x0 - x) for x in self.lists) < 4
            return marker if wide or in_list or (not runs_on and marker.text not in "o§") else None
        if (
            marker.family in {"1", "1.1", "a", "A", "i"}
            and runs_on
            and (following[:1].islower() or marker.family == "A")
        ):
            return None
        return marker

    def _next_number(self, line: Line) -> bool:
        """Whether a line opens with the number after that of the item above it, at the same place."""
        if self.open is None or self.open.kind is not PassageKind.ITEM or abs(line.x0 - self.open.lines[0].x0) > 3:
            return False
        last, own = (re.sub(r"\D", "", words[0].text) for words in (self.open.lines[0].words, line.words))
        return last.isdigit() and own.isdigit() and int(own) == int(last) + 1

    def _runs_on(self, line: Line) -> bool:
        """Whether the text before a line goes on into it: full to the edge, and no sentence ended."""
        if self.open is None or self.open.table is not None or not self.open.lines:
            return False
        last = self.open.lines[-1]
        if self.open.kind is PassageKind.HEADING or ends_sentence(last.text):
            return False
        return self.style.close(last, line) and self.style.full(last, line)

    def _mid_sentence(self, line: Line) -> bool:
        """Whether a dash stands inside a sentence that began on the line before, outside any list."""
        if self.lists or self.open is None or not self.open.lines or self.open.kind is not PassageKind.PARAGRAPH:
            return False
        last = self.open.lines[-1]
        return not ends_sentence(last.text) and self.style.close(last, line) and abs(line.x0 - last.x0) < 4

    def _depth(self, line: Line) -> int:
        x = line.x0
        while self.lists and x < self.lists[-1] - 4:
            self.lists.pop()
        if not self.lists or x > self.lists[-1] + 5:
            self.lists.append(x)
        return len(self.lists)

    def _goes_on(self, block: Block, line: Line) -> bool:
        last = block.lines[-1]
        if block.kind not in {PassageKind.PARAGRAPH, PassageKind.ITEM} or line.parts > 1 or last.parts > 1:
            return False
        if self._is_note(line) and opens_note(line):
            return False
        if line.text.endswith(":") and self.rules.tells_presence(line.text):
            return False
        labelled = self.layout.label.match(line.text)
        if labelled is not None and labelled.group("colon"):
            return False
        if abs(line.size - last.size) > 0.6 or (line.italic != last.italic and ends_sentence(last.text)):
            return False
        if line.page == last.page and line.column == last.column:
            return self.style.close(last, line) and self._same_block(block, last, line)
        if line.page not in {last.page, last.page + 1}:
            return False
        return self._goes_on_after_break(block, last, line)

    def _same_block(self, block: Block, last: Line, line: Line) -> bool:
        lower = line.text[:1].islower()
        if block.kind is PassageKind.ITEM:
            text_x = block.lines[0].words[1].x0
            hanging = line.x0 >= text_x - 4
            under = abs(line.x0 - block.lines[0].x0) < 4 and self.style.full(last, line)
            if not hanging and (not under or (ends_sentence(last.text) and not lower)):
                return False
            return lower or self.style.full(last, line) or not ends_sentence(last.text)
        first_indent = len(block.lines) == 1 and line.x0 < last.x0 - 4
        if abs(line.x0 - last.x0) > 4 and not first_indent:
            return False
        if self.style.full(last, line) or _cut_word(last):
            return True
        # Broken before the edge: a sentence that goes on in lower case was set narrower; "at …" opens a point.
        return (
            lower
            and not ends_sentence(last.text)
            and line.words[0].text != "at"
            and last.x1 > 0.6 * self.style.edge(last)
        )

    def _goes_on_after_break(self, block: Block, last: Line, line: Line) -> bool:
        """Whether a paragraph or item goes on at the top of the next column or page."""
        lower = line.text[:1].islower()
        if block.kind is PassageKind.ITEM:
            text_x = block.lines[0].words[1].x0 - block.lines[0].left
            hanging = abs((line.x0 - line.left) - text_x) < 5 or abs(line.x0 - block.lines[0].words[1].x0) < 5
            return (hanging and (lower or self.style.full(last, line))) or (lower and not ends_sentence(last.text))
        if ends_sentence(last.text):
            return lower
        return lower or (self.style.full(last, line) and last.x1 - last.x0 > 0.5 * (self.style.edge(last) - last.left))


def _cut_word(line: Line) -> bool:
    """Whether a line ends in a word or number cut by a hyphen: `rekrut-`, `2-`."""
    text = line.text
    return text.endswith(("-", "\u00ad")) and len(text) > 1 and text[-2].isalnum()


def _mark_quotes(blocks: Sequence[Block], style: Style) -> None:
    """Indented paragraphs that are slanted or stand in quotation marks."""
    for block in blocks:
        if block.kind is not PassageKind.PARAGRAPH or not block.lines:
            continue
        indented = all(
            line.x0 > max(line.left, style.left if line.column == 0 else line.left) + 12 for line in block.lines
        )
        slanted = all(line.italic for line in block.lines) and not style.italic
        quoted = block.text.startswith(("”", '"', "»", "“", "„"))
        if indented and (slanted or quoted) and len(block.text) > 40:
            block.kind = PassageKind.QUOTE


def _mark_captions(blocks: Sequence[Block], layout: LayoutLexicon) -> None:
    for block in blocks:
        short = block.kind in {PassageKind.PARAGRAPH, PassageKind.HEADING} and len(block.text) < 200
        if short and (layout.caption.match(block.text) or layout.credit.search(block.text)):
            block.kind = PassageKind.CAPTION
