"""The printed contents name another page than the one an item or a heading stands on."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from pipeline.lexicons.rules import Found, RuleBook
from pipeline.link.conflicts.sides import conflict, side
from pipeline.link.corpus import Corpus
from pipeline.model.document import Passage, PassageKind
from pipeline.model.ids import fold
from pipeline.model.paper import Paper
from pipeline.model.place import Proof
from pipeline.model.structure import AgendaItem
from pipeline.model.trail import Conflict

_SAME_TITLE = 90.0
_SHORTENED = 20  # letters: a numbered heading may be cut short in the contents, but not to a word
_NUMBERED = re.compile(r"(?P<number>\d{1,3}(?:\.\d{1,2})*)[.):]? (?P<title>.+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line of the contents, and where what it names stands."""

    line: Passage
    found: Found
    heading: Passage
    page: int
    name: str
    what: str

    @property
    def agrees(self) -> bool:
        """Whether the page is the printed one."""
        return str(self.page) == self.found.match["page"]


def find_pages(corpus: Corpus) -> Iterator[Conflict]:
    """One for each line of printed contents that is wrong about its item or heading."""
    for paper in corpus.papers:
        entries = list(_entries(paper, corpus.book))
        # Pages may be numbered from behind the cover: headings count where some line agrees with their pages.
        numbered = any(entry.agrees for entry in entries)
        for entry in entries:
            if not entry.agrees and (numbered or entry.what == "punktet"):
                yield _made(entry, paper.document_id)


def _entries(paper: Paper, book: RuleBook) -> Iterator[_Entry]:
    passages = {p.passage_id: p for p in paper.document.passages}
    headings = [p for p in paper.document.passages if p.kind is PassageKind.HEADING]
    for passage in paper.document.passages:
        if passage.kind is not PassageKind.FURNITURE:
            continue
        for found in book.every("contents_lines", passage.text):
            item = _item_of(paper.structure.items, found.match["number"], found.match["title"])
            if item is not None:
                heading = passages.get(item.heading_id or "")
                if heading is not None:
                    name = f"punkt {item.number or item.title}"
                    yield _Entry(passage, found, heading, item.page, name, "punktet")
                continue
            named = [h for h in headings if _names(found.match["number"], found.match["title"], h.text)]
            # A title that stands twice is not one place.
            if len(named) == 1:
                name = named[0].text if found.match["number"] is None else found.match["number"]
                yield _Entry(passage, found, named[0], named[0].page, name, "overskriften")


def _made(entry: _Entry, document_id: str) -> Conflict:
    found, line = entry.found, entry.line
    printed = Proof(line.span(found.start, found.end), found.rule.name, found.rule.score)
    stands = Proof(entry.heading.span(), "structure.item" if entry.what == "punktet" else "structure.heading")
    left = side(f"side {found.match['page']}", document_id, printed)
    right = side(f"side {entry.page}", document_id, stands)
    return conflict(f"side for {entry.name}: indholdsfortegnelsen og {entry.what}", left, right)


def _item_of(items: Sequence[AgendaItem], number: str | None, title: str) -> AgendaItem | None:
    """The item of a line of the contents: its number where both have one, and its title."""
    for item in items:
        same_title = fuzz.ratio(fold(item.title or ""), fold(title)) >= _SAME_TITLE
        if same_title and (number is None or item.number is None or item.number == number):
            return item
    return None


def _names(number: str | None, title: str, heading: str) -> bool:
    """Whether a line of the contents is of a heading: of its number, and its title or the beginning of it."""
    found = _NUMBERED.fullmatch(heading)
    printed, wanted = (heading, title) if found is None else (found["title"], title)
    if (None if found is None else found["number"]) != number:
        return False
    one, other = fold(printed), fold(wanted).rstrip(" .")
    begins = number is not None and len(other) >= _SHORTENED and fuzz.ratio(one[: len(other)], other) >= _SAME_TITLE
    return begins or fuzz.ratio(one, other) >= _SAME_TITLE
