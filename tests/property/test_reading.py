"""Whatever a paper says, all its words come out once, in order, and lead back to their places on the page."""

from itertools import pairwise

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.context import Config, Context
from pipeline.errors import UnreadablePaper
from pipeline.lexicons import load
from pipeline.model.document import Document
from pipeline.read import read_paper
from tests.property.strategies import texts
from tests.unit.read.sheets import pdf, told, words

CONTEXT = Context(Config(), load())
ENCODE = msgspec.json.Encoder(order="deterministic").encode


def read(sheets, *, path="paper.pdf"):
    return read_paper(pdf(*sheets), path=path, context=CONTEXT)


def printed(made):
    """The page and the word of everything that was set, in order."""
    return [(n, w) for n, sheet in enumerate(made.sheets, 1) for line in sheet.lines for w in words(line)]


@given(texts())
def test_every_word_comes_out_once_in_order_and_leads_back_to_where_it_was_printed(made):
    document = read(made.sheets)
    expected = printed(made)
    assert [w for p in document.passages for w in p.text.split()] == [w.text for _, w in expected]
    assert sum(p.words for p in document.pages) == len(expected)
    found = [(passage, place) for passage in document.passages for place in passage.places]
    for (passage, place), (number, word) in zip(found, expected, strict=True):
        assert passage.text[place.start : place.end] == word.text
        assert place.page == number
        assert place.edges == pytest.approx(word.edges, abs=0.05)
        assert (place.top + place.bottom) / 2 == pytest.approx((word.top + word.bottom) / 2, abs=0.5)


@given(texts())
def test_paragraphs_and_items_come_out_whole_also_over_a_page_break(made):
    document = read(made.sheets)
    # What stands alike at the edge of two pages may be taken for a running head; no random paper is asked about that.
    if all(p.kind != "furniture" for p in document.passages):
        assert told(document) == list(made.told)


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
        assert 0 <= around.x0 <= box.x0 < box.x1 <= around.x1 <= width
        assert 0 <= around.top <= box.top < box.bottom <= around.bottom <= height


@given(texts())
def test_places_cover_the_letters_and_nothing_else(made):
    for passage in read(made.sheets).passages:
        covered = sorted((p.start, p.end) for p in passage.places)
        assert all(before[1] <= after[0] for before, after in pairwise(covered))
        letters = {n for start, end in covered for n in range(start, end)}
        assert letters == {n for n, c in enumerate(passage.text) if not c.isspace()}


@given(texts(), st.sampled_from(["1552814.PDF", "region/råd/dagsorden-2019-01-01.pdf", "a b.pdf", "x"]))
def test_a_second_read_gives_the_same_bytes_and_the_path_decides_nothing(made, path):
    first, second, elsewhere = read(made.sheets), read(made.sheets), read(made.sheets, path=path)
    assert len({p.passage_id for p in first.passages}) == len(first.passages)
    assert ENCODE(first) == ENCODE(second)
    assert msgspec.json.decode(ENCODE(first), type=Document) == first
    assert elsewhere.path == path
    assert ENCODE(elsewhere).replace(ENCODE(path), ENCODE("paper.pdf"), 1) == ENCODE(first)


@given(st.binary(max_size=400), st.sampled_from([b"", b"%PDF-1.7\n", b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\n"]))
def test_bytes_of_any_kind_are_a_paper_or_a_reason(noise, head):
    try:
        document = read_paper(head + noise, path="x.pdf", context=CONTEXT)
    except UnreadablePaper as problem:
        reason = str(problem)
    else:
        reason = document.reason or ""
        assert document.passages or document.status != "ok"
    assert reason or document.status == "ok"


@given(texts(), st.data())
def test_a_paper_that_is_cut_short_is_a_paper_or_a_reason(made, data):
    whole = pdf(*made.sheets)
    cut = whole[: data.draw(st.integers(0, len(whole) - 1))]
    try:
        document = read_paper(cut, path="x.pdf", context=CONTEXT)
    except UnreadablePaper as problem:
        assert "PDF" in str(problem) or "filen" in str(problem)  # noqa: PT017 - either end is right
    else:
        assert set("".join(p.text for p in document.passages)) <= set("".join(w.text for _, w in printed(made)) + " ")
