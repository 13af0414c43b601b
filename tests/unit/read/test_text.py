"""The frozen text: every letter of a passage leads back to its place on the page."""

from dataclasses import replace

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from pipeline.errors import UnreadablePaper
from pipeline.read import read_paper
from tests.unit.read.sheets import at, big, bold, gap, kinds, line, page, para, prose


@pytest.fixture
def document(read):
    sheet = page(big("Referat"), gap(), line("Dato: 3. maj 2024"), gap(), bold("1. Budget"), para(prose(1)))
    return read(sheet, page(para(prose(2)), gap(), para(prose(1))))


def test_the_places_hold_every_letter_once(document):
    for passage in document.passages:
        assert "".join(passage.text[p.start : p.end] for p in passage.places) == passage.text.replace(" ", "")
        assert all(len(p.edges) == p.end - p.start + 1 for p in passage.places)


def test_a_span_leads_to_the_words_on_the_page(document):
    (passage,) = [p for p in document.passages if p.text == prose(2)]
    word = prose(2).split()[0]
    (box,) = passage.boxes_of(0, len(word))
    assert (box.page, box.x0, box.top) == (2, 70.0, 90.0)
    assert box.x1 == pytest.approx(70 + stringWidth(word, "Helvetica", 11), abs=0.02)


def test_a_span_over_two_lines_has_two_boxes(document):
    (passage,) = [p for p in document.passages if p.text == prose(2)]
    boxes = passage.boxes_of(0, 150)
    assert len(boxes) == 2
    assert boxes[0].bottom <= boxes[1].top


def test_the_text_has_single_spaces_and_no_line_breaks(document):
    assert all(p.text == " ".join(p.text.split()) for p in document.passages)


def test_ids_are_unique_also_where_the_words_are_the_same(document):
    same = [p for p in document.passages if p.text == prose(1)]
    assert len(same) == 2
    assert len({p.passage_id for p in document.passages}) == len(document.passages)


def test_passages_are_numbered_in_order(document):
    assert [p.order for p in document.passages] == list(range(len(document.passages)))


def test_a_web_address_that_looks_like_one_stays_whole(read):
    text = "Se planen på www.testby.dk/planer/2027 og skriv til sekretariat@testby.dk inden fristen."
    assert kinds(read(page(big("Notat"), gap(), para(prose(0)), gap(), para(text))))[text] == "paragraph"


def test_a_link_spans_the_words_it_stands_behind(read):
    words = [at(300, line("Se", x=70)), at(300, line("den nye plan", x=90, uri="https://testby.dk/plan"))]
    sheet = page(big("Notat"), gap(), para(prose(0)), words, at(300, line("her.", x=160)))
    (passage,) = [p for p in read(sheet).passages if p.links]
    assert [(passage.text[k.start : k.end], k.uri) for k in passage.links] == [
        ("den nye plan", "https://testby.dk/plan")
    ]


def test_pages_count_their_words(read):
    assert [p.words for p in read(page(big("Referat af møde")), page(line("Godkendt."))).pages] == [3, 1]


def test_a_page_without_words_is_empty_and_said(read):
    pages = read(page(big("Referat")), page(), page(images=1)).pages
    assert [(str(p.state), p.reason) for p in pages] == [
        ("text", None),
        ("empty", "siden er tom"),
        ("empty", "siden er et billede uden tekstlag og kræver OCR"),
    ]


@pytest.mark.parametrize(
    ("sheets", "status", "reason"),
    [
        ([page(big("Referat"))], "ok", None),
        ([page(big("Referat")), page()], "ok", None),
        ([page(big("Referat")), page(images=1)], "partial", "1 af 2 sider ikke læst"),
        ([page(images=1), page(images=1)], "failed", "ingen af 2 sider kunne læses"),
        ([page()], "failed", "ingen af 1 sider kunne læses"),
    ],
    ids=["text", "text and a blank page", "text and a scan", "scans", "blank"],
)
def test_how_a_paper_ends(read, sheets, status, reason):
    document = read(*sheets)
    assert document.status == status
    assert document.reason is None if reason is None else reason in str(document.reason)


def test_a_file_over_the_limit_is_not_opened(context):
    small = context.config.read.model_copy(update={"max_file_megabytes": 1})
    tight = replace(context, config=context.config.model_copy(update={"read": small}))
    with pytest.raises(UnreadablePaper, match="over 1 MB"):
        read_paper(b"%PDF-1.7" + b" " * 1_000_001, path="a.pdf", context=tight)
