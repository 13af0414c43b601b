"""What holds of every paper in the repository: the five, and those made for tests."""

import re
import unicodedata
from collections import Counter

import pypdfium2
import pytest

from tests.conftest import FIVE, MADE

PAPERS = pytest.mark.parametrize("path", [*FIVE, *MADE], ids=lambda p: p.stem)
# Bullets, hyphens of line ends, marks nobody sees, and dots that lead to a page number: read as the reader reads them.
_UNTOLD = re.compile(r"[\s\u00ad\u2010\u2011\u2212\ufffd\ufffe\uffff\x00-\x1f-]|[\ue000-\uf8ff]|[•▪◦■□●○➢✓✔→‣⁃➤·.…_]")


def letters(text):
    """The letters and signs of a text, without what readers of PDFs may differ about."""
    return _UNTOLD.sub("", unicodedata.normalize("NFKC", text))


def library_letters(path):
    """The letters of each page as another PDF library has them."""
    with pypdfium2.PdfDocument(path) as pdf:
        return [letters(page.get_textpage().get_text_bounded()) for page in pdf]


def read_letters(document):
    """The letters of each page as they stand in passages, in reading order."""
    pages = [""] * len(document.pages)
    for passage in document.passages:
        for place in passage.places:
            pages[place.page - 1] += letters(passage.text[place.start : place.end])
    return pages


@PAPERS
def test_every_letter_of_every_page_stands_in_exactly_one_passage(path, paper_of):
    for number, (theirs, ours) in enumerate(
        zip(library_letters(path), read_letters(paper_of(path).document), strict=True), start=1
    ):
        lost, won = Counter(theirs) - Counter(ours), Counter(ours) - Counter(theirs)
        assert (lost, won) == (Counter(), Counter()), f"page {number}"


@PAPERS
def test_passages_hold_what_their_places_say(path, paper_of):
    document = paper_of(path).document
    sizes = {p.number: (p.width, p.height) for p in document.pages}
    assert [p.order for p in document.passages] == list(range(len(document.passages)))
    assert len({p.passage_id for p in document.passages}) == len(document.passages)
    for passage in document.passages:
        assert passage.text == unicodedata.normalize("NFC", passage.text)
        assert passage.text.strip()
        printed = "".join(passage.text[p.start : p.end] for p in passage.places)
        assert printed == re.sub(r"\s", "", passage.text)
        assert all(len(p.edges) == p.end - p.start + 1 for p in passage.places)
        assert {b.page for b in passage.boxes} == {p.page for p in passage.places}
        for box in passage.boxes:
            width, height = sizes[box.page]
            assert -2 <= box.x0 <= box.x1 <= width + 2
            assert -2 <= box.top < box.bottom <= height + 2


@PAPERS
def test_the_words_of_the_pages_add_up(path, paper_of):
    document = paper_of(path).document
    assert sum(p.words for p in document.pages) > 0
    assert {str(p.state) for p in document.pages} <= {"text", "empty"}
    assert [p.number for p in document.pages] == list(range(1, len(document.pages) + 1))


@PAPERS
def test_text_has_single_spaces_but_for_the_cells_of_tables(path, paper_of):
    for passage in paper_of(path).document.passages:
        if passage.kind == "table":
            assert len(passage.cells) >= 2
            assert all(passage.text[c.start : c.end] == passage.text[c.start : c.end].strip() for c in passage.cells)
        else:
            assert passage.text == " ".join(passage.text.split())
            assert passage.cells == ()


@PAPERS
def test_the_structure_accounts_for_every_passage(path, paper_of):
    paper = paper_of(path)
    structure = paper.structure
    assert [c.passage_id for c in structure.contexts] == [p.passage_id for p in paper.document.passages]
    items, meetings = {i.item_id: i for i in structure.items}, {m.meeting_id for m in structure.meetings}
    assert len(items) == len(structure.items)
    assert {i.meeting_id for i in items.values()} <= meetings
    assert {c.item_id for c in structure.contexts} == {*items, None}
    assert {c.meeting_id for c in structure.contexts} <= {*meetings, None}
    texts = {p.passage_id: p for p in paper.document.passages}
    for item in items.values():
        if item.heading_id is not None:
            assert texts[item.heading_id].page == item.page
    for meeting in structure.meetings:
        span = meeting.proof.span
        assert texts[span.passage_id].text[span.start : span.end] == span.quote
