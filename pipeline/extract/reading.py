"""A paper made ready for the rules: its passages in order, each with its sentences."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pipeline.model.document import Passage, PassageKind
from pipeline.model.language import SentenceSpan
from pipeline.model.paper import Paper, Placed
from pipeline.model.place import Span
from pipeline.model.structure import FrontMatter
from pipeline.nlp import Nlp

_PROSE = frozenset({PassageKind.PARAGRAPH, PassageKind.ITEM, PassageKind.QUOTE})
_LONGEST_SENTENCE = 3000


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


def build_reading(paper: Paper, *, nlp: Nlp) -> Reading:
    """The paper with its sentences; none goes beyond its passage, and the bullet of a list item belongs to none."""
    passages = tuple(paper.placed())
    prose = [p for p in passages if p.passage.kind in _PROSE]
    found = nlp.sentences(body_text(p.passage) for p in prose)
    sentences = {
        p.passage.passage_id: tuple(cut for span in spans for cut in _cut(p, span))
        for p, spans in zip(prose, found, strict=True)
    }
    return Reading(paper, passages, sentences, {p.passage.passage_id: n for n, p in enumerate(passages)})


def body_text(passage: Passage) -> str:
    """The text of a passage less its bullet."""
    return passage.text[passage.marker :]


def _cut(placed: Placed, span: SentenceSpan) -> Iterator[Sentence]:
    """A sentence; one longer than any sentence is (a page without full stops) in pieces, each ending with a word."""
    text = placed.passage.text
    start, end = placed.passage.marker + span.start, placed.passage.marker + span.end
    while end - start > _LONGEST_SENTENCE:
        space = text.rfind(" ", start + 1, start + _LONGEST_SENTENCE)
        middle = space if space > 0 else start + _LONGEST_SENTENCE
        yield Sentence(placed, start, middle)
        start = middle + (space > 0)
    yield Sentence(placed, start, end)
