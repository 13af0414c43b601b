"""Which lines are headings: by size, weight, slant, underline, numbering and words."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from pipeline.lexicons import Lexicons
from pipeline.lexicons.layout import LayoutLexicon
from pipeline.model.document import PassageKind
from pipeline.model.ids import fold
from pipeline.model.structure import SectionRole
from pipeline.read.markers import read_marker
from pipeline.read.shapes import Block, Line
from pipeline.read.style import Style, ends_sentence

_PARAGRAPH = re.compile(r"§\s?\d{1,3}\.?\s+[A-ZÆØÅ][^.]{2,70}$")
_CHAPTER = re.compile(r"(?:kapitel|del|afsnit)\s+(?:\d+|[ivx]+)\b", re.IGNORECASE)
_MOST_LETTERS = 200


class HeadingRules:
    """The tests a line is put to, over one style and the lexicons."""

    __slots__ = ("front", "layout", "sections", "style")

    def __init__(self, *, style: Style, lexicons: Lexicons) -> None:
        self.style, self.sections, self.layout, self.front = style, lexicons.sections, lexicons.layout, lexicons.front

    def is_heading(self, line: Line, before: Line | None, after: Line | None) -> bool:
        """Whether a line is a heading, or begins one; `before` and `after` are its neighbours in reading order."""
        text = line.text
        if not any(c.isalpha() for c in text) or len(text) > _MOST_LETTERS or self._is_bullet(line):
            return False
        first = next(c for c in text if c.isalpha())
        marker = read_marker(line.words[0].text, bullets=self.layout.bullets)
        numbered = marker is not None and marker.family not in self.layout.bullets
        bare = line.words[0].text.isdigit() and self.style.distinct(line)
        if first.islower() and not numbered and not bare:
            return False
        if self.style.distinct(line):
            return self._distinct(line, before, after)
        if line.parts > 1 or not self._alone(line, before):
            return False
        # A numbered line in running type is an item of a list, whatever its words; see `promote_numbered`.
        return (not numbered and self._worded(text)) or self._slanted(line, before, after)

    def claimed(self, text: str) -> bool:
        """Whether the lexicon of section headings knows the text."""
        return self.sections.role_of(text.rstrip(": ")) is not None

    def tells_presence(self, text: str) -> bool:
        """Whether a text is the label of who was there or absent."""
        role = self.sections.word_role(text.rstrip(": "))
        return role in {SectionRole.PRESENCE, SectionRole.ABSENCE}

    def names_kind(self, text: str) -> bool:
        """Whether a text is no more than the word for a kind of paper."""
        return text.casefold().rstrip(": ") in self.front.words.bare_kinds

    def _is_bullet(self, line: Line) -> bool:
        first = line.words[0].text
        return first in self.layout.bullets and first != "§"

    def _alone(self, line: Line, before: Line | None) -> bool:
        """Whether the line does not go on from the one before it."""
        if before is None or not self.style.close(before, line):
            return True
        return ends_sentence(before.text) or not self.style.full(before, line)

    def _distinct(self, line: Line, before: Line | None, after: Line | None) -> bool:
        text = line.text
        if self.sections.word_role(text.rstrip(": ")) is not None:
            return True
        if text.endswith(",") and self.sections.role_of(text) is SectionRole.PROPOSAL:
            return True
        wraps = after is not None and after.style == line.style and self.style.close(line, after)
        if text.endswith((",", ";")) and not (wraps and len(after.text if after else "") < 100):
            return False
        sentence = len(line.words) > (8 if line.words[0].text[:1].isdigit() else 4)
        if text.endswith(".") and sentence and not wraps and self.layout.abbreviated.search(text) is None:
            return False
        if line.parts > 2:
            return False
        larger = line.size >= self.style.size + 0.8
        goes_on = after is not None and self.style.close(line, after) and self.style.full(line, after)
        if not larger and goes_on and after is not None and not self.style.distinct(after):
            # A bold or underlined lead that runs on into its paragraph.
            return not after.text[:1].islower() and ends_sentence(text)
        return True

    def _worded(self, text: str) -> bool:
        if text.endswith((".", ",", ";")):
            return False
        bare = text.rstrip(": ")
        role = self.sections.word_role(bare)
        if role is not None and len(text) <= 100:
            # Who was absent is told by a label in running type, not by a heading.
            return role not in {SectionRole.PRESENCE, SectionRole.ABSENCE}
        if _PARAGRAPH.match(text) or (_CHAPTER.match(text) and len(text) < 90):
            return True
        match = self.front.words.item_head.match(text)
        if match is not None and (match["mark"].strip() or match["title"][:1].isupper() or not match["title"]):
            return True
        letters = [c for c in text if c.isalpha()]
        return len(letters) >= 5 and text.isupper() and len(text) <= 90 and len(text.split()) >= 1

    def _slanted(self, line: Line, before: Line | None, after: Line | None) -> bool:
        """A slanted line of its own over upright text."""
        if (
            not line.italic
            or self.style.italic
            or len(line.text) > 130
            or line.text.endswith((",", ";", '"', "”"))
            or (line.text.endswith(".") and self.layout.abbreviated.search(line.text) is None)
        ):
            return False
        if abs(line.x0 - line.left) > 6 or line.size < self.style.size - 0.5:
            return False
        joins_before = before is not None and before.italic and self.style.close(before, line)
        joins_after = after is not None and after.italic and self.style.close(line, after)
        return not joins_before and not joins_after


def demote_sentences(blocks: Sequence[Block]) -> None:
    """A bold or larger block of several sentences' length is a lead paragraph, no heading."""
    for block in blocks:
        if block.kind is PassageKind.HEADING and len(block.text.split()) > 14 and block.text.endswith("."):
            block.kind = PassageKind.PARAGRAPH


def mark_repeats(blocks: Sequence[Block]) -> None:
    """A title printed a second time right under its heading is furniture."""
    body = [b for b in blocks if b.kind is not PassageKind.FURNITURE and b.lines]
    for above, below in pairwise(body):
        if above.kind is PassageKind.HEADING and below.kind in {PassageKind.HEADING, PassageKind.PARAGRAPH}:
            words = re.sub(r"^(?:punkt )?\d+ ", "", fold(above.text))
            if words and fold(below.text) == words and len(words) > 8:
                below.kind = PassageKind.FURNITURE


def promote_numbered(blocks: Sequence[Block], layout: LayoutLexicon) -> None:
    """Numbered short lines with text under most of them are headings, not items of a list.

    A paper without bold type writes its agenda items so: `1. Godkendelse af dagsorden`, and below it the text.
    """
    body = [b for b in blocks if b.kind not in {PassageKind.FURNITURE, PassageKind.LETTERHEAD}]
    numbers = {n: number for n, b in enumerate(body) if (number := _plain_number(b, layout)) is not None}
    # A list that an item holds is set in: the items stand at one edge.
    for edge in sorted({round(body[n].lines[0].x0 / 6) for n in numbers}):
        for found in _runs({n: k for n, k in numbers.items() if round(body[n].lines[0].x0 / 6) == edge}):
            if len(found) >= 2 and _has_text_between(found, body):
                for n in found:
                    body[n].kind, body[n].marker, body[n].level = PassageKind.HEADING, 0, None


def _runs(numbers: Mapping[int, int]) -> list[list[int]]:
    """The places whose numbers follow each other."""
    runs: list[list[int]] = []
    expected = None
    for n, number in numbers.items():
        if expected is not None and number == expected:
            runs[-1].append(n)
        else:
            runs.append([n])
        expected = number + 1
    return runs


def _plain_number(block: Block, layout: LayoutLexicon) -> int | None:
    """The number of a short numbered item that ends no sentence."""
    if block.kind is not PassageKind.ITEM or len(block.lines) > 2:
        return None
    match = re.match(r"(\d{1,3})[.)]$", block.lines[0].words[0].text)
    text = block.text
    ended = text.endswith((".", ";", ",")) and layout.abbreviated.search(text) is None
    if match is None or ended or len(text) > 160:
        return None
    words = text.split()
    return int(match.group(1)) if len(words) > 1 and words[1][:1].isupper() else None


def _has_text_between(run: Sequence[int], body: Sequence[Block]) -> bool:
    """Whether most of the numbered lines are followed by something else than the next number."""
    ends = [*run[1:], run[-1] + 2]
    with_text = 0
    for n, after in zip(run, ends, strict=True):
        between = body[n + 1 : after]
        with_text += any(b.kind in {PassageKind.PARAGRAPH, PassageKind.HEADING, PassageKind.QUOTE} for b in between)
    return with_text >= 0.6 * len(run)


def rank_levels(blocks: Sequence[Block]) -> None:
    """Each heading's level by its looks: the largest and heaviest style is 1; a title is 0."""
    headings = [b for b in blocks if b.kind is PassageKind.HEADING]
    ranks = sorted({_look(b) for b in headings}, reverse=True)
    for block in headings:
        block.level = ranks.index(_look(block)) + 1
    for block in blocks:
        if block.kind is PassageKind.TITLE:
            block.level = 0


def _look(block: Block) -> tuple[float, bool, bool, bool]:
    line = block.lines[0]
    return (round(line.size * 2) / 2, line.bold, not line.italic, not line.underlined)
