"""Whatever a paper says, all its words come out once, in order, and lead back to their places on the page."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.context import Config, Context
from pipeline.errors import UnreadablePaper
from pipeline.lexicons import load
from pipeline.model.document import Document
from pipeline.read import read_paper
from tests.property.strategies import texts
from tests.unit.read.sheets import pdf, told, words

CONTEXT = Context(Config(), load())
FEW = settings(max_examples=20, deadline=None)


def read(sheets, *, path="paper.pdf"):
    return read_paper(pdf(*sheets), path=path, context=CONTEXT)


ENCODE = msgspec.json.Encoder(order="deterministic").encode


@FEW
@given(texts())
def test_all_words_come_out_once_and_in_order(made):
    document = read(made.sheets)
    printed = [w.text for sheet in made.sheets for placed in sheet.lines for w in words(placed)]
    assert [w for p in document.passages for w in p.text.split()] == printed
    assert [p.words for p in document.pages] == [sum(len(words(x)) for x in s.lines) for s in made.sheets]


@FEW
@given(texts())
def test_paragraphs_and_items_come_out_whole(made):
    """Also where a page break cuts them. What stands at the edge of two pages alike may be taken for a running head."""
    document = read(made.sheets)
    if all(p.kind != "furniture" for p in document.passages):
        assert told(document) == list(made.told)


@FEW
@given(texts())
def test_every_letter_leads_back_to_where_it_was_printed(made):
    document = read(made.sheets)
    printed = [(n, w) for n, s in enumerate(made.sheets, 1) for placed in s.lines for w in words(placed)]
    found = [(passage, place) for passage in document.passages for place in passage.places]
    assert len(found) == len(printed)
    for (passage, place), (number, word) in zip(found, printed, strict=True):
        assert passage.text[place.start : place.end] == word.text
        assert place.page == number
        assert place.edges == pytest.approx(word.edges, abs=0.05)
        assert (place.top + place.bottom) / 2 == pytest.approx((word.top + word.bottom) / 2, abs=0.5)


@FEW
@given(texts(), st.data())
def test_the_boxes_of_a_span_lie_on_the_page_inside_the_passage(made, data):
    document = read(made.sheets)
    sizes = {p.number: (p.width, p.height) for p in document.pages}
    passage = data.draw(st.sampled_from(document.passages))
    start = data.draw(st.integers(0, len(passage.text) - 1))
    end = data.draw(st.integers(start + 1, len(passage.text)))
    assert passage.span(start, end).quote == passage.text[start:end]
    boxes = passage.boxes_of(start, end)
    assert bool(boxes) == bool(passage.text[start:end].strip())
    outer = {b.page: b for b in passage.boxes}
    for box in boxes:
        around, (width, height) = outer[box.page], sizes[box.page]
        assert around.x0 <= box.x0 < box.x1 <= around.x1
        assert around.top <= box.top < box.bottom <= around.bottom
        assert around.x0 >= 0 and around.x1 <= width
        assert around.top >= 0 and around.bottom <= height


@FEW
@given(texts())
def test_places_cover_the_letters_and_nothing_else(made):
    for passage in read(made.sheets).passages:
        covered = sorted((p.start, p.end) for p in passage.places)
        assert all(a[1] <= b[0] for a, b in zip(covered, covered[1:], strict=False))
        letters = {n for start, end in covered for n in range(start, end)}
        assert letters == {n for n, c in enumerate(passage.text) if not c.isspace()}


@FEW
@given(texts())
def test_ids_are_unique_and_a_second_read_gives_the_same_bytes(made):
    first, second = read(made.sheets), read(made.sheets)
    assert len({p.passage_id for p in first.passages}) == len(first.passages)
    assert ENCODE(first) == ENCODE(second)
    assert msgspec.json.decode(ENCODE(first), type=Document) == first


@settings(max_examples=8, deadline=None)
@given(texts(), st.sampled_from(["1552814.PDF", "region/råd/dagsorden-2019-01-01.pdf", "a b.pdf", "x"]))
def test_the_path_is_kept_and_decides_nothing(made, path):
    document = read(made.sheets, path=path)
    assert document.path == path
    other = read(made.sheets)
    assert (document.document_id, document.passages, document.pages) == (other.document_id, other.passages, other.pages)


@FEW
@given(st.binary(max_size=400), st.sampled_from([b"", b"%PDF-1.7\n", b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\n"]))
def test_bytes_of_any_kind_are_a_paper_or_a_reason(noise, head):
    try:
        document = read_paper(head + noise, path="x.pdf", context=CONTEXT)
    except UnreadablePaper as problem:
        assert str(problem)
    else:
        assert document.status in {"ok", "partial", "failed"}
