"""The seam to the PDF library: real PDFs to words with their looks, ruled tables, links and page sizes."""

import io

import pytest
from reportlab.pdfgen.canvas import Canvas

from pipeline.errors import UnreadablePaper
from pipeline.read import read_paper
from pipeline.read.pdf import open_pages
from tests.unit.read.sheets import at, big, bold, gap, italic, line, page, para, pdf, prose, raw


def opened(data, *, max_pages=100, max_chars=50_000):
    count, pages = open_pages(data, max_pages=max_pages, max_chars=max_chars, private_use={})
    found = list(pages)
    assert len(found) == count
    return found


def drawn(draw, size=(595, 842)):
    """The one page of a PDF that `draw` paints on."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size, invariant=1)
    canvas.setFont("Helvetica", 11)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return opened(out.getvalue())[0]


def test_the_words_of_the_tests_are_those_of_the_library():
    """Pages set by hand, of which the other tests are made, are what the library finds in a PDF of them."""
    sheet = page(
        big("Referat"), gap(), line("Dato: 3. maj 2024"), gap(), bold("1. Budget"), para(prose(1)), gap(),
        line("1.   Værestederne"), gap(), para(prose(2), italic=True), gap(), line("Anna Jensen   Bo Hansen"),
        at(800, line("Side 2", size=8)),
    )  # fmt: skip
    by_hand, found = raw([sheet])[0], opened(pdf(sheet))[0]
    looks = [[(w.text, w.size, w.bold, w.italic) for w in p.words] for p in (by_hand, found)]
    assert looks[0] == looks[1]
    for ours, theirs in zip(by_hand.words, found.words, strict=True):
        assert theirs.edges == pytest.approx(ours.edges, abs=0.02)
        assert (theirs.top, theirs.bottom) == pytest.approx((ours.top, ours.bottom), abs=0.3)


@pytest.mark.parametrize(
    ("printed", "bold_", "italic_"),
    [(line("Rådet"), False, False), (bold("Rådet"), True, False), (italic("Rådet"), False, True),
     (line("Rådet", bold=True, italic=True), True, True)],
    ids=["plain", "bold", "italic", "both"],
)  # fmt: skip
def test_weight_and_slant(printed, bold_, italic_):
    (word,) = opened(pdf(page(printed)))[0].words
    assert (word.bold, word.italic) == (bold_, italic_)


def test_an_underlined_word_is_known():
    words = opened(pdf(page(line("Beslutning", underlined=True), gap(), line("Godkendt."))))[0].words
    assert [(w.text, w.underlined) for w in words] == [("Beslutning", True), ("Godkendt.", False)]


def test_a_rule_across_the_page_underlines_nothing():
    def draw(canvas):
        canvas.drawString(70, 700, "Dagsorden")
        canvas.line(40, 697, 560, 697)

    assert [w.underlined for w in drawn(draw).words] == [False]


def test_a_link_is_kept_as_text():
    words = opened(pdf(page(line("Planen", uri="https://testby.dk/plan"), gap(), line("findes."))))[0].words
    assert [(w.text, w.uri) for w in words] == [("Planen", "https://testby.dk/plan"), ("findes.", None)]


def test_letters_printed_twice_to_look_bold_count_once():
    def draw(canvas):
        for shift in (0, 0.3):
            canvas.drawString(70 + shift, 700, "Beslutning")

    assert [w.text for w in drawn(draw).words] == ["Beslutning"]


def test_text_turned_on_its_side_stands_apart():
    def draw(canvas):
        canvas.drawString(70, 700, "Referat")
        canvas.rotate(90)
        canvas.drawString(300, -30, "Journal")

    found = drawn(draw)
    assert [w.text for w in found.words] == ["Referat"]
    assert "".join(sorted("".join(w.text for w in found.sideways))) == "".join(sorted("Journal"))


def test_a_ruled_table_is_a_grid():
    def draw(canvas):
        canvas.grid([70, 200, 300], [600, 620, 640])
        for x, y, text in [(74, 625, "Post"), (204, 625, "2027"), (74, 605, "Drift"), (204, 605, "1.200")]:
            canvas.drawString(x, y, text)

    (grid,) = drawn(draw).grids
    assert [[None if c is None else tuple(map(round, c)) for c in row] for row in grid.rows] == [
        [(70, 202, 200, 222), (200, 202, 300, 222)],
        [(70, 222, 200, 242), (200, 222, 300, 242)],
    ]


def test_a_frame_is_no_grid():
    def draw(canvas):
        canvas.rect(60, 600, 400, 100)
        canvas.rect(70, 610, 380, 80)
        canvas.drawString(80, 650, "Rådet anbefaler")

    assert drawn(draw).grids == ()


@pytest.mark.parametrize("size", [(595, 842), (842, 595), (720, 405)])
def test_the_size_of_a_page(size):
    found = drawn(lambda canvas: canvas.drawString(70, 100, "Rådet"), size)
    assert (found.width, found.height) == size


def test_pages_behind_the_limit_are_pages_with_a_reason():
    sheets = [page(line(f"Side nummer {n}")) for n in range(5)]
    found = opened(pdf(*sheets), max_pages=2)
    assert [p.problem for p in found] == [None, None] + ["kun de første 2 sider læses (read.max_pages)"] * 3
    assert [len(p.words) for p in found] == [3, 3, 0, 0, 0]


def test_a_page_with_too_many_letters_is_a_page_with_a_reason():
    found = opened(pdf(page(para(prose(0, sentences=30))), page(line("Godkendt."))), max_chars=1_000)
    assert "højst 1000 læses" in str(found[0].problem)
    assert found[0].words == ()
    assert [w.text for w in found[1].words] == ["Godkendt."]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "tom"),
        (b"<html>Siden findes ikke</html>", "ikke en PDF"),
        (b"PK\x03\x04 a Word file", "ikke en PDF"),
        (b"%PDF-1.7\n", "beskadiget|ingen sider"),
        (b"%PDF-1.7\ntrailer <</Root 1 0 R>>\n1 0 obj <</Type /Catalog>> endobj", "beskadiget|ingen sider"),
    ],
    ids=["empty", "web page", "word", "nothing but a head", "no pages"],
)
def test_bytes_that_are_no_paper(context, data, reason):
    with pytest.raises(UnreadablePaper, match=reason):
        read_paper(data, path="a.pdf", context=context)


def test_a_head_of_odd_bytes_before_the_pdf_is_borne():
    assert [w.text for w in opened(b"\n\n" + pdf(page(line("Referat"))))[0].words] == ["Referat"]
