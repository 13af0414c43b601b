"""What stands on a page and is not the paper's text: running heads and feet, page numbers, contents lists."""

import pytest

from tests.unit.read.sheets import PROSE, at, big, bold, gap, kinds, line, page, para, prose


def furniture(document):
    return [p.text for p in document.passages if p.kind == "furniture"]


def body(*more, n=1):
    """A page's worth of text that differs from page to page."""
    return [*more, para(prose(2 * n)), gap(), para(prose(2 * n + 1, sentences=6))]


def running(head, foot, pages, *, size=11):
    """Pages with a head and a foot; `#` is the page's number, `##` the number of pages."""
    sheets = []
    for n in range(1, pages + 1):
        printed = [at(40, line(t, size=size)) for t in [head] if t] + [at(800, line(t, size=size)) for t in [foot] if t]
        counted = [
            at(p.top, line(p.pieces[0][1].replace("##", str(pages)).replace("#", str(n)), size=size)) for p in printed
        ]
        sheets.append(page(body(n=n), counted))
    return sheets


@pytest.mark.parametrize("pages", [2, 3, 7])
@pytest.mark.parametrize(
    ("head", "foot"),
    [
        ("Sundhedsudvalget, åbent referat", None),
        (None, "Testby Kommune, Rådhustorvet 1, 8400 Testby"),
        ("Referat", "Side #"),
        ("Dato: 04.12.2012", "Side # af ##"),
        (None, "# / ##"),
    ],
)
def test_a_line_that_stands_on_every_page_is_furniture(read, head, foot, pages):
    told = furniture(read(*running(head, foot, pages)))
    expected = [
        t.replace("##", str(pages)).replace("#", str(n)) for n in range(1, pages + 1) for t in (head, foot) if t
    ]
    assert sorted(told) == sorted(expected)


@pytest.mark.parametrize(
    "number", ["7", "Side 7", "side 7 af 12", "s. 7", "- 7 -", "– 7 –", "7/12", "7 of 12", "Side 7/12"]
)
def test_a_page_number_of_a_single_page(read, number):
    assert furniture(read(page(body(), at(800, line(number, 280))))) == [number]


@pytest.mark.parametrize(
    "text", ["Beslutning", "Godkendt.", "7 medlemmer var mødt", "Side om side med de frivillige", "2012"]
)
def test_a_line_of_the_text_is_none(read, text):
    assert furniture(read(page(body(), gap(), line(text), gap(), para(PROSE)))) == []


def test_a_head_that_stands_on_the_later_pages_only(read):
    sheets = [page(big("Notat"), gap(), body(n=1))]
    sheets += [page(body(n=n), at(40, line("Testby Kommune"))) for n in (2, 3, 4)]
    assert furniture(read(*sheets)) == ["Testby Kommune"] * 3


def test_a_head_that_stands_on_every_other_page_is_one(read):
    sheets = [page(body(n=n), *[at(60, line("Testby Kommune"))] * (n % 2)) for n in range(1, 7)]
    assert furniture(read(*sheets)) == ["Testby Kommune"] * 3


def test_a_head_of_several_lines_is_one(read):
    """Ballerup (F04): committee, "Referat", "Åbent referat" and the date on top of each page."""
    head = ["Social- og Sundhedsudvalget", "Referat", "Åbent referat", "Dato: 04.12.2012", "Side #"]
    sheets = [
        page(body(n=n), [at(50 + 25 * k, line(t.replace("#", str(n)))) for k, t in enumerate(head)], top=220)
        for n in range(1, 4)
    ]
    expected = [t.replace("#", str(n)) for n in range(1, 4) for t in head]
    assert furniture(read(*sheets)) == expected


def test_a_section_heading_at_the_top_of_two_pages_is_none(read):
    sheets = [page(body(bold("Beslutning") if n in (2, 4) else gap(), n=n)) for n in range(1, 7)]
    assert furniture(read(*sheets)) == []


def test_an_item_head_at_the_top_of_each_page_is_none(read):
    sheets = [
        page(big("Referat") if n == 1 else gap(), bold(f"Punkt {n}: {title}"), body(n=n))
        for n, title in enumerate(["Budget", "Mødeplan", "Evt."], 1)
    ]
    document = read(*sheets)
    assert furniture(document) == []
    assert [p.text for p in document.passages if p.kind == "heading"] == [
        "Punkt 1: Budget",
        "Punkt 2: Mødeplan",
        "Punkt 3: Evt.",
    ]


def test_furniture_does_not_part_the_paragraph_that_goes_on_behind_it(read):
    cut = para(prose(30, sentences=10))
    first = page(body(n=1), gap(), cut[:4], at(800, line("Side 1", size=9)))
    second = page(cut[4:], gap(), body(n=2), at(800, line("Side 2", size=9)))
    document = read(first, second)
    assert prose(30, sentences=10) in kinds(document)
    assert furniture(document) == ["Side 1", "Side 2"]


CONTENTS = ["1. Godkendelse af dagsorden", "2. Budget for 2027", "3. Mødeplan", "4. Eventuelt"]


def items():
    return [[bold(t), para(prose(k + 10)), gap()] for k, t in enumerate(CONTENTS)]


@pytest.mark.parametrize("leader", [" .......... {}", " . . . . . . . . {}", " ……… {}", "   {}", " ____ {}"])
def test_a_contents_list_with_page_numbers(read, leader):
    listed = [line(t + leader.format(n + 2)) for n, t in enumerate(CONTENTS)]
    first = page(big("Referat"), gap(), bold("Indholdsfortegnelse"), listed)
    document = read(first, page(items()), page(body(n=3)))
    assert furniture(document) == [
        "Indholdsfortegnelse",
        *(f"{t}{leader.format(n + 2)}".replace("   ", " ") for n, t in enumerate(CONTENTS)),
    ]
    assert [t for t in CONTENTS if kinds(document)[t] == "heading"] == CONTENTS


def test_a_contents_list_without_page_numbers(read):
    first = page(big("Dagsorden"), gap(), bold("Punkter på dagsordenen"), [line(t) for t in CONTENTS])
    document = read(first, page(items()))
    assert furniture(document) == ["Punkter på dagsordenen", *CONTENTS]


def test_a_leader_makes_contents_of_a_line_without_any_heading(read):
    listed = [line(f"{t} ............ {n}") for n, t in enumerate(CONTENTS, start=2)]
    document = read(page(big("Referat"), gap(), listed, gap(), para(PROSE)), page(items()))
    assert furniture(document) == [p.pieces[0][1] for p in listed]


def test_a_wrapped_entry_belongs_to_the_contents_list(read):
    listed = [
        line("1. Godkendelse af dagsorden   2"),
        line("2. Orientering om den nye plan for samarbejdet mellem"),
        line("region og kommuner   2"),
        line("3. Eventuelt   3"),
    ]
    document = read(page(big("Referat"), gap(), bold("Indholdsfortegnelse"), listed), page(items()), page(body(n=3)))
    assert furniture(document) == [
        "Indholdsfortegnelse",
        "1. Godkendelse af dagsorden 2",
        "2. Orientering om den nye plan for samarbejdet mellem",
        "region og kommuner 2",
        "3. Eventuelt 3",
    ]


def test_a_section_called_contents_in_running_text_is_none(read):
    document = read(page(big("Notat"), gap(), bold("Indhold"), para(prose(1)), gap(), bold("Økonomi"), para(prose(2))))
    assert furniture(document) == []


def test_a_budget_line_is_no_entry(read):
    rows = [line("Drift af værestedet   1.200"), line("Løn   800"), line("I alt   2.000")]
    document = read(page(big("Notat"), gap(), bold("Økonomi"), rows, gap(), para(PROSE)))
    assert furniture(document) == []


@pytest.mark.parametrize(
    "text",
    [
        "Hent som PDF",
        "Kopier link",
        "Til toppen",
        "Luk alle punkter",
        "Klik her for at folde ud",
        "Forside › Politik › Råd",
    ],
)
def test_words_of_the_web_page_around_the_paper(read, text):
    document = read(
        page(big("Referat"), gap(), line(text), gap(), bold("1. Budget"), para(prose(1)), gap(), line(text))
    )
    assert furniture(document) == [text, text]


@pytest.mark.parametrize(
    "text", ["Hent som PDF-fil, hvis du vil.", "Kopier sendes ud", "Forsiden er ny", "Til toppen af byen"]
)
def test_a_sentence_with_such_words_is_none(read, text):
    document = read(
        page(big("Referat"), gap(), bold("1. Budget"), para(prose(1)), gap(), line(text), gap(), para(prose(2)))
    )
    assert furniture(document) == []
