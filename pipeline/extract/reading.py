"""A paper made ready for the rules: its passages in order, each with its sentences."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pipeline.lexicons.rules import RuleBook
from pipeline.model.document import Passage, PassageKind
from pipeline.model.paper import Paper, Placed
from pipeline.model.place import Span
from pipeline.model.structure import FrontMatter

_PROSE = frozenset({PassageKind.PARAGRAPH, PassageKind.ITEM, PassageKind.QUOTE})
# A full stop, perhaps closed by a quotation mark or bracket, before a word that may begin a sentence.
_STOP = re.compile(r"[.!?…][\"”»“)\]]*(?=\s+[\"”»“(–-]*(?:[A-ZÆØÅÉ]|\d))")
_LONGEST_SENTENCE = 3000
# Before a number a full stop ends a sentence only after a whole word: "nr. 3" and "d. 4" go on.
_ONLY_NUMBERS = re.compile(r"(?:\d{1,3}|\b[a-z]\b|[\s.,)–-]|og)+", re.IGNORECASE)
_WHOLE_WORD = re.compile(r"[\wæøå]{4,}[\"”»“)\]]*\.$|[\"”»“)\]]\.$|[!?…]$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence where it stands; offsets of its methods count from its own start."""

    placed: Placed
    start: int
    end: int

    @property
    def text(self) -> str:
        """Its words."""
        return self.placed.passage.text[self.start : self.end]

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """The span of its characters `start`..`end`; without them the whole sentence."""
        return self.placed.passage.span(self.start + start, self.end if end is None else self.start + end)


@dataclass(frozen=True, slots=True)
class Reading:
    """The passages of a paper less its furniture, in order, and the sentences of those that are prose."""

    paper: Paper
    passages: tuple[Placed, ...]
    sentences: Mapping[str, tuple[Sentence, ...]]
    places: Mapping[str, int]

    @property
    def front(self) -> FrontMatter:
        """What the paper says of itself."""
        return self.paper.structure.front

    def prose(self) -> Iterator[Placed]:
        """The paragraphs, items and quotes: what is said, without heads and headings."""
        return (placed for placed in self.passages if placed.passage.kind in _PROSE)

    def items_after(self, placed: Placed) -> tuple[Placed, ...]:
        """The list items that follow a passage without anything between, in its section."""
        found: list[Placed] = []
        for other in self.passages[self.places[placed.passage.passage_id] + 1 :]:
            if other.passage.kind is not PassageKind.ITEM or other.context.section != placed.context.section:
                break
            found.append(other)
        return tuple(found)

    def of_item(self, placed: Placed) -> Iterator[Placed]:
        """The passages of the same agenda item."""
        return (p for p in self.passages if p.context.item_id == placed.context.item_id)

    def before(self, placed: Placed) -> Iterator[Placed]:
        """The passages before one, nearest first."""
        place = self.places[placed.passage.passage_id]
        return (self.passages[n] for n in range(place - 1, -1, -1))


def build_reading(paper: Paper, *, abbreviations: RuleBook) -> Reading:
    """The paper with its sentences."""
    passages = tuple(paper.placed())
    sentences = {
        p.passage.passage_id: tuple(_sentences(p, abbreviations)) for p in passages if p.passage.kind in _PROSE
    }
    return Reading(paper, passages, sentences, {p.passage.passage_id: n for n, p in enumerate(passages)})


def body_text(passage: Passage) -> str:
    """The text of a passage less its bullet."""
    return passage.text[passage.marker :]


def _sentences(placed: Placed, abbreviations: RuleBook) -> Iterator[Sentence]:
    text, start = placed.passage.text, placed.passage.marker
    for stop in _STOP.finditer(text, start):
        before_number = text[stop.end() :].lstrip(' "”»“(–-')[:1].isdigit()
        if _ends_sentence(text[start : stop.start() + 1], abbreviations, before_number=before_number):
            yield from _cut(placed, start, stop.end())
            start = stop.end() + len(text[stop.end() :]) - len(text[stop.end() :].lstrip())
    if start < len(text):
        yield from _cut(placed, start, len(text))


def _cut(placed: Placed, start: int, end: int) -> Iterator[Sentence]:
    """A sentence; one longer than any sentence is (a page without full stops) in pieces, each ending with a word."""
    text = placed.passage.text
    while end - start > _LONGEST_SENTENCE:
        space = text.rfind(" ", start + 1, start + _LONGEST_SENTENCE)
        middle = space if space > 0 else start + _LONGEST_SENTENCE
        yield Sentence(placed, start, middle)
        start = middle + (space > 0)
    yield Sentence(placed, start, end)


def _ends_sentence(before: str, abbreviations: RuleBook, *, before_number: bool) -> bool:
    """Whether the full stop at the end of `before` ends a sentence, the next word having a capital or a digit."""
    if _ONLY_NUMBERS.fullmatch(before) is not None:
        return False
    if before_number and _WHOLE_WORD.search(before) is None:
        return False
    return not (before.endswith(".") and abbreviations.holds("inside", before[-14:]))
