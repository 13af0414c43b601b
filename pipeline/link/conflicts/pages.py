"""The printed contents name another page than the one the item stands on."""

from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from pipeline.lexicons.rules import RuleBook
from pipeline.link.conflicts.sides import conflict, side
from pipeline.link.corpus import Corpus
from pipeline.model.document import PassageKind
from pipeline.model.ids import fold
from pipeline.model.paper import Paper
from pipeline.model.place import Proof
from pipeline.model.structure import AgendaItem
from pipeline.model.trail import Conflict

_SAME_TITLE = 90.0


def find_pages(corpus: Corpus) -> Iterator[Conflict]:
    """One for each line of printed contents that is wrong about its item."""
    for paper in corpus.papers:
        yield from _of_paper(paper, corpus.book)


def _of_paper(paper: Paper, book: RuleBook) -> Iterator[Conflict]:
    passages = {p.passage_id: p for p in paper.document.passages}
    for passage in paper.document.passages:
        if passage.kind is not PassageKind.FURNITURE:
            continue
        for found in book.every("contents_lines", passage.text):
            item = _item_of(paper.structure.items, found.match["number"], found.match["title"])
            heading = None if item is None else passages.get(item.heading_id or "")
            if item is None or heading is None or str(item.page) == found.match["page"]:
                continue
            start = found.match.start("page")
            printed = Proof(passage.span(start, found.match.end("page")), found.rule.name, found.rule.score)
            stands = Proof(heading.span(), "structure.item")
            left = side(f"side {found.match['page']}", paper.document_id, printed)
            right = side(f"side {item.page}", paper.document_id, stands)
            yield conflict(f"side for punkt {item.number or item.title}: indholdsfortegnelsen og punktet", left, right)


def _item_of(items: Sequence[AgendaItem], number: str | None, title: str) -> AgendaItem | None:
    """The item of a line of the contents: its number where both have one, and its title."""
    for item in items:
        same_title = fuzz.ratio(fold(item.title or ""), fold(title)) >= _SAME_TITLE
        if same_title and (number is None or item.number is None or item.number == number):
            return item
    return None
