"""The head of a paper: its title, and the labels, values and dates that stand around it."""

import pytest

from tests.unit.read.sheets import big, bold, gap, kinds, line, page, para, prose, told


def head(read, *lines):
    """What stands before the first item of a paper, as `kind: text`."""
    body = [gap(), bold("1. Godkendelse af dagsorden"), para(prose(1)), gap(), bold("2. Budget"), para(prose(2))]
    found = told(read(page(lines, body)))
    return found[: found.index("heading: 1. Godkendelse af dagsorden")]


@pytest.mark.parametrize(
    "text",
    [
        "Mødedato: 4. december 2012",
        "Dato 24-06-2021",
        "Dato",
        "Sagsnr.: 2012-21786",
        "Sagnr: 1-01-81-18-17",
        "Sted: Regionshuset Viborg, Skottenborg 26",
        "Til: Sundhedsudvalget",
        "Tlf. dir.: 4477 1234",
        "E-mail: sekretariat@testby.dk",
        "Deltagere: Anna Jensen, Bo Hansen",
        "Afbud: Ingen",
        "Fraværende:",
        # values glued to their labels, as some web pages print
        "MødestedRådhuset",
        "UdvalgUdsatterådet",
        # date lines
        "Torsdag d. 7 april 2022, kl. 11:00",
        "tirsdag den 4. december 2012, kl. 13:00",
        "11-03-2016 kl. 13:00 - 15:00",
    ],
)
def test_labels_values_and_dates_are_letterhead(read, text):
    assert head(read, big("Referat"), gap(), line("Dato: 3. maj 2024"), line(text), gap())[2] == f"letterhead: {text}"


def test_each_line_of_the_head_is_a_passage(read):
    lines = ["Mødedato: 4. december 2012", "Mødested: Rådhuset", "Medlemmer", "Anna Jensen (A)", "Bo Hansen (V)"]
    found = head(read, big("Referat"), gap(), [line(t) for t in lines])
    assert found == ["title: Referat", *(f"letterhead: {t}" for t in lines)]


@pytest.mark.parametrize("name", ["Frederikke-Marie Bruun", "Fie Bruun"], ids=["broken after a comma", "inside a name"])
def test_a_list_of_names_that_goes_on_is_one(read, name):
    names = f"Til stede: Anna Jensen (A), Bo Hansen (V), Carl Lund (F), Ditte Krogh (Ø), Erik Friis (C), {name} (B), "
    names += "Gerda Holm (O)"
    found = head(read, big("Referat"), gap(), line("Dato: 3. maj 2024"), para(names), line("Afbud: Ingen"))
    assert found[2:] == [f"letterhead: {names}", "letterhead: Afbud: Ingen"]


def test_labels_with_their_values_beside_them(read):
    lines = ["Mødedato:   4. december 2012", "Mødested:   Rådhuset", "Afbud:   Ingen"]
    found = head(read, big("Referat"), gap(), [line(t) for t in lines])
    assert found[1:] == [f"letterhead: {t.replace('   ', ' ')}" for t in lines]


def test_labels_first_and_values_after_them(read):
    labels, values = ["Mødedato:", "Mødetidspunkt:", "Mødested:"], ["11. juni 2015", "kl. 15:00", "Rådhuset, lokale 2"]
    found = head(read, big("Referat"), gap(), [line(t) for t in labels], gap(), [line(t) for t in values])
    assert found[1:] == [f"letterhead: {t}" for t in (*labels, *values)]


def test_the_largest_heading_is_the_title(read):
    found = head(read, bold("Testby Kommune"), gap(), big("Referat fra Ældrerådet"), gap(), line("Dato: 3. maj 2024"))
    assert "title: Referat fra Ældrerådet" in found
    assert "letterhead: Testby Kommune" in found


def test_of_two_of_one_size_the_first_is(read):
    found = head(read, big("Referat"), gap(), big("Ældrerådet"), gap(), line("Dato: 3. maj 2024"))
    assert found[0] == "title: Referat"


def test_a_wrapped_title_is_one(read):
    text = "Anbefalinger til regionsrådet og de nye sundhedsråd fra Rådet for Socialt Udsatte"
    found = head(read, para(text, size=20, bold=True), gap(), line("Dato: 3. maj 2024"))
    assert found[0] == f"title: {text}"


def test_a_paper_without_a_head_has_no_letterhead(read):
    found = told(read(page(para(prose(1)), gap(), bold("Økonomi"), para(prose(2)))))
    assert {t.split(":")[0] for t in found} == {"paragraph", "heading"}


@pytest.mark.parametrize("first", ["1. Godkendelse af dagsorden", "Punkt 1: Godkendelse af dagsorden", "Beslutning"])
def test_an_item_or_section_that_opens_a_paper_is_no_title(read, first):
    found = kinds(read(page(bold(first), para(prose(1)), gap(), bold("Bilag"), para(prose(2)))))
    assert found[first] == "heading"


def test_running_text_ends_the_head(read):
    found = told(
        read(page(big("Notat"), gap(), line("Dato: 3. maj 2024"), gap(), para(prose(1)), gap(), line("Til: alle")))
    )
    assert found == ["title: Notat", "letterhead: Dato: 3. maj 2024", f"paragraph: {prose(1)}", "paragraph: Til: alle"]


def test_a_side_block_is_letterhead_and_not_part_of_the_text(read):
    side = ["Sundhedsstaben", "Rådhustorvet 4", "8400 Testby", "Dato: 19. november 2012", "Sagsnr. 2012-12345"]
    text = prose(1, sentences=6)
    sheet = page(
        big("Notat"), gap(), bold("Udvikling i de nye tilbud"), gap(), para(text, right=360),
        *(line(t, 420, size=8, top=150 + 10 * n) for n, t in enumerate(side)),
    )  # fmt: skip
    found = kinds(read(sheet))
    assert found[text] == "paragraph"
    assert [found[t] for t in side] == ["letterhead"] * 5


@pytest.mark.parametrize(
    "text", ["Sagsnr.: 2012-28504", "Dok.nr.: 2012-203438", "Sagnr.: 1-01-81-18-17", "Brevid: 3830997"]
)
def test_a_case_number_below_an_item_is_letterhead_too(read, text):
    sheet = page(big("Referat"), gap(), line("Dato: 3. maj 2024"), gap(), bold("2. Budget"), line(text), para(prose(1)))
    assert kinds(read(sheet))[text] == "letterhead"


@pytest.mark.parametrize("text", ["Sagsnummeret følger senere.", "Dok. nr. 4 viser: intet", "Journalen er lukket"])
def test_talk_of_numbers_is_not(read, text):
    sheet = page(
        big("Referat"), gap(), line("Dato: 3. maj 2024"), gap(), bold("2. Budget"), line(text), gap(), para(prose(1))
    )
    assert kinds(read(sheet))[text] == "paragraph"
