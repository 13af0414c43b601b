"""Lines to paragraphs, list items and quotes, also across columns and pages."""

from dataclasses import replace

import pytest

from tests.unit.read.sheets import big, bold, ending, gap, italic, kinds, line, page, para, prose, told


def told_of(read, *elements, first=True):
    """The passages of a page, less its title and the paragraph that shows what running text looks like."""
    lead = [para(prose(0, sentences=6)), gap()] if first else []
    found = told(read(page(big("Notat"), gap(), line("Dato: 3. maj 2024"), gap(), lead, *elements)))
    return found[2 + first :]


def test_lines_of_one_paragraph_are_one_passage(read):
    assert told_of(read, para(prose(1))) == [f"paragraph: {prose(1)}"]


def test_room_between_them_parts_two_paragraphs(read):
    assert told_of(read, para(prose(1)), gap(), para(prose(2))) == [f"paragraph: {prose(1)}", f"paragraph: {prose(2)}"]


def test_a_line_that_ends_early_ends_its_paragraph(read):
    found = told_of(read, [line("Rådet var enigt."), line("Formanden takkede for mødet.")])
    assert found == ["paragraph: Rådet var enigt.", "paragraph: Formanden takkede for mødet."]


@pytest.mark.parametrize("bullet", ["•", "–", "-", "▪", "◦", "➢", "✓", "*"])
def test_bulleted_items(read, bullet):
    points = [f"{bullet} Værestederne i de mindre byer", f"{bullet} Transporten til hospitalet"]
    found = told_of(read, [line(p.replace(" ", "   ", 1), 88) for p in points])
    assert found == [f"item: {p}" for p in points]


@pytest.mark.parametrize(
    "points",
    [
        ["1. Værestederne i de mindre byer", "2. Transporten til hospitalet", "3. Tandplejen"],
        ["1) Værestederne i de mindre byer", "2) Transporten til hospitalet", "3) Tandplejen"],
        ["a) værestederne i de mindre byer", "b) transporten til hospitalet", "c) tandplejen"],
        ["A) Værestederne i de mindre byer", "B) Transporten til hospitalet"],
        ["i) værestederne i de mindre byer", "ii) transporten til hospitalet"],
    ],
)
def test_numbered_and_lettered_items(read, points):
    assert told_of(read, [line(p, 88) for p in points]) == [f"item: {p}" for p in points]


@pytest.mark.parametrize(
    ("before", "following"),
    [
        # a date, a clock time and a name that a line end cuts are no list
        ("Det næste møde i rådet er torsdag den", "30. april, og det holdes på rådhuset i byen"),
        ("Mødet begynder allerede om morgenen klokken", "9.00 og slutter, når alle har fået ordet"),
        ("Formanden for det nye udvalg bliver", "A. Jensen, som også sidder i byrådet i år"),
        ("Rammen for de nye tilbud bliver sat op til", "1.000 kroner om måneden for hver borger"),
        ("Borgerne savner nogen at tale med – og", "- siger de - et sted at være om aftenen"),
    ],
)
def test_a_line_that_begins_like_an_item_inside_a_sentence_is_none(read, before, following):
    first = ending(before)
    text = f"{first.pieces[0][1]} {following}"
    assert told_of(read, first, line(following)) == [f"paragraph: {text}"]


def test_an_item_keeps_the_lines_that_hang_below_it(read):
    hanging = para(prose(1), 106)
    first = line(f"•   {hanging[0].pieces[0][1]}", 88)
    first = replace(first, pieces=((88, "•"), (106, hanging[0].pieces[0][1])))
    assert told_of(read, first, hanging[1:], gap(), para(prose(2))) == [f"item: • {prose(1)}", f"paragraph: {prose(2)}"]


def bullet(text, x, sign="•"):
    """An item whose text stands 18 points right of its bullet."""
    return replace(line(text), pieces=((x, sign), (x + 18, text)))


def test_the_depth_of_nested_items(read):
    listed = [
        bullet("Adgang", 88), bullet("åbningstid", 124, "◦"), bullet("om aftenen", 160, "▪"),
        bullet("transport", 124, "◦"), bullet("Tillid", 88),
    ]  # fmt: skip
    document = read(page(big("Notat"), gap(), line("Dato: 3. maj 2024"), gap(), para(prose(0)), gap(), listed))
    depths = {p.text: p.level for p in document.passages if p.kind == "item"}
    assert depths == {"• Adgang": 1, "◦ åbningstid": 2, "▪ om aftenen": 3, "◦ transport": 2, "• Tillid": 1}


def test_a_list_after_running_text_begins_anew_at_the_first_depth(read):
    nested = [bullet("Adgang", 88), bullet("åbningstid", 124)]
    listed = [nested, gap(), para(prose(1)), gap(), bullet("Tillid", 124)]
    document = read(page(big("Notat"), gap(), line("Dato: 3. maj 2024"), gap(), para(prose(0)), gap(), listed))
    assert {p.text: p.level for p in document.passages if p.kind == "item"}["• Tillid"] == 1


def test_the_span_of_an_item_is_the_item_less_its_bullet(read):
    document = read(
        page(big("Notat"), gap(), para(prose(0)), gap(), bullet("Adgang til hjælp", 88), bullet("Tillid", 88))
    )
    assert [p.span().quote for p in document.passages if p.kind == "item"] == ["Adgang til hjælp", "Tillid"]


def split(printed, count):
    """The lines of a paragraph on the page where it begins and on the next."""
    return printed[:count], printed[count:]


def test_a_paragraph_goes_on_over_a_page_break(read):
    above, below = split(para(prose(1, sentences=8)), 4)
    first = page(big("Notat"), gap(), para(prose(0)), gap(), above)
    document = read(first, page(below, gap(), para(prose(3))))
    (found,) = [p for p in document.passages if p.text == prose(1, sentences=8)]
    assert (found.page, [b.page for b in found.boxes]) == (1, [1, 2])


def test_a_sentence_that_ended_with_its_page_ends_its_paragraph(read):
    document = read(page(big("Notat"), gap(), para(prose(1))), page(para(prose(2))))
    assert told(document)[1:] == [f"paragraph: {prose(1)}", f"paragraph: {prose(2)}"]


def test_an_item_goes_on_over_a_page_break(read):
    text = prose(1, sentences=8)
    above, below = split(para(text, 106), 4)
    above[0] = bullet(above[0].pieces[0][1], 88)
    document = read(page(big("Notat"), gap(), para(prose(0)), gap(), above), page(below, gap(), para(prose(3))))
    assert f"item: • {text}" in told(document)


def test_a_list_goes_on_at_its_depth_over_a_page_break(read):
    first = page(big("Notat"), gap(), para(prose(0)), gap(), bullet("Adgang", 88), bullet("åbningstid", 124, "◦"))
    document = read(first, page(bullet("transport", 124, "◦"), bullet("Tillid", 88), gap(), para(prose(3))))
    depths = [(p.text, p.level) for p in document.passages if p.kind == "item"]
    assert depths == [("• Adgang", 1), ("◦ åbningstid", 2), ("◦ transport", 2), ("• Tillid", 1)]


def test_an_indented_slanted_paragraph_is_a_quote(read):
    assert told_of(read, para(prose(1), 110, italic=True), gap(), para(prose(2)))[0] == f"quote: {prose(1)}"


def test_an_indented_paragraph_in_quotation_marks_is_too(read):
    assert told_of(read, para(f"”{prose(1)}”", 110), gap(), para(prose(2)))[0] == f"quote: ”{prose(1)}”"


@pytest.mark.parametrize(
    "printed",
    [para(prose(1), 110), para(prose(1), italic=True), para(f"”{prose(1)}”")],
    ids=["only indented", "only slanted", "only quoted"],
)
def test_one_sign_alone_makes_no_quote(read, printed):
    assert told_of(read, printed, gap(), para(prose(2)))[0].startswith("paragraph: ")


@pytest.mark.parametrize("text", ["Figur 1: Udvikling i antal borgere", "Tabel 2. Budget", "Foto 3: Værestedet"])
def test_captions(read, text):
    assert told_of(read, line(text), gap(), para(prose(2)))[0] == f"caption: {text}"


def test_talk_of_a_figure_is_no_caption(read):
    assert told_of(read, line("Figur 1 viser udviklingen."), gap(), para(prose(2)))[0].startswith("paragraph: ")


def test_a_slide_is_a_title_and_its_points(read):
    slide = {"width": 720.0, "height": 405.0}
    sheets = [
        page(big(title, size=30), gap(), [bullet(p, 88) for p in points], **slide)
        for title, points in [
            ("Hvad er rådet?", ["Fjorten medlemmer", "Fire møder om året"]),
            ("Hvad gør rådet?", ["Lytter til borgerne", "Rådgiver politikerne"]),
        ]
    ]
    found = kinds(read(*sheets))
    assert found["• Fjorten medlemmer"] == found["• Rådgiver politikerne"] == "item"
    assert found["Hvad gør rådet?"] == "heading"


def test_a_slanted_line_inside_a_paragraph_does_not_part_it(read):
    lines = para(prose(1))
    lines[1] = replace(italic(lines[1].pieces[0][1]), right=lines[1].right)
    assert told_of(read, lines) == [f"paragraph: {prose(1)}"]


@pytest.mark.parametrize("right", [440, 330])
def test_an_indented_paragraph_with_an_edge_of_its_own_is_one(read, right):
    """Its lines end far from the edge of the column, and sentences begin where they do."""
    assert told_of(read, para(prose(1), 150, right=right), gap(), para(prose(2)))[0] == f"paragraph: {prose(1)}"


def test_a_heading_stands_between_two_paragraphs(read):
    found = told_of(read, para(prose(1)), gap(), bold("Vurdering"), para(prose(2)))
    assert found == [f"paragraph: {prose(1)}", "heading: Vurdering", f"paragraph: {prose(2)}"]
