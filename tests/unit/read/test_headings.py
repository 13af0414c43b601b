"""Which lines are headings, by size, weight, slant, underline, numbering and words."""

import pytest

from tests.unit.read.sheets import at, big, bold, full, gap, italic, kinds, line, page, para, prose


def kind(read, *printed, room=14.0):
    """The kind of the passage that some lines become between two paragraphs of a paper."""
    document = read(
        page(
            big("Referat"), gap(), line("Dato: 4. december 2012"), gap(), bold("1. Budget"), para(prose(1)),
            gap(room), *printed, para(prose(2)), gap(), bold("2. Mødeplan"), para(prose(3)),
        )
    )  # fmt: skip
    text = " ".join(p.pieces[0][1] for p in printed)
    found = kinds(document)
    return found.get(text) or next(k for t, k in found.items() if text in t)


LEXICON_WORDS = [
    "Beslutning", "Indstilling", "Sagsfremstilling", "Resumé", "Baggrund", "Bilag", "Økonomiske konsekvenser",
    "Lovgrundlag – link", "Beslutning i Ældrerådet den 10-11-2016", "Sundhedsudvalgets beslutning den 04.12.2012",
]  # fmt: skip


@pytest.mark.parametrize("word", LEXICON_WORDS)
@pytest.mark.parametrize("look", [line, bold, italic], ids=["plain", "bold", "italic"])
def test_a_word_of_the_lexicon_on_a_line_of_its_own(read, word, look):
    assert kind(read, look(word)) == "heading"


@pytest.mark.parametrize("word", ["Beslutning:", "Indstilling:", "Sagsfremstilling:"])
def test_a_colon_behind_it_does_not_count(read, word):
    assert kind(read, line(word)) == "heading"


@pytest.mark.parametrize(
    "text",
    [
        "Punkt 3: Ny plan for værestederne",
        "Pkt. 3 Ny plan for værestederne",
        "Punkt 3",
        "Ad 3. Ny plan for værestederne",
        "Nr.178 - Godkendelse af dagsordenen",
        "Sag nr. 24",
        "Tillægsdagsorden punkt 1: Ny plan",
        "§ 2 Formål",
        "§ 12. Udpegning af medlemmer",
        "Kapitel 2 Anbefalinger",
        "SAGSFREMSTILLING",
        "TIDSPLAN OG VIDERE PROCES",
    ],
)
def test_numbered_and_capital_lines_in_running_type(read, text):
    assert kind(read, line(text)) == "heading"


@pytest.mark.parametrize(
    "printed",
    [
        big("Det videre arbejde", size=14),
        bold("Det videre arbejde"),
        italic("Det videre arbejde"),
        line("Det videre arbejde", underlined=True),
        bold("3. Det videre arbejde"),
        bold("3.1 Det videre arbejde"),
        bold("Hvad siger borgerne?"),
        bold("Anbefaling 1: Adgangen til hjælp bør være nem"),
    ],
    ids=lambda p: f"{p.pieces[0][1]} {p.size:g} {p.font}",
)
def test_a_line_that_looks_like_a_heading(read, printed):
    assert kind(read, printed) == "heading"


@pytest.mark.parametrize(
    "text",
    [
        # words of the lexicon as words of a sentence
        "Beslutning om den nye plan tages i juni.",
        "Referat udsendes efter mødet.",
        "Bilag eftersendes.",
        "Indstilling og beslutning følger senere,",
        "Bilag.",
        "Beslutning,",
        "TIL ORIENTERING.",
        # who was absent is a label, not a heading
        "Afbud: Bo Hansen",
        "Fraværende: Ingen",
        # a number that counts
        "12 borgere mødte op på dagen",
        "Punkt 3 udgår",
        "Punkt 3 blev udsat.",
        "Ad hoc-gruppen mødes igen",
        # capitals, but too few or a sign
        "EU",
        "OBS.",
        "---",
        "en linje med småt",
    ],
)
def test_a_line_of_text_is_none(read, text):
    assert kind(read, line(text)) != "heading"


@pytest.mark.parametrize(
    "broken",
    [
        "Udvalget har i flere år arbejdet for en bedre adgang, og der er nu lagt en ny Indstilling frem for alle.",
        "Rådet er enigt om, at de borgere, som har et stort behov for støtte i hverdagen, altid skal have ret til en "
        "Beslutning skal følges af en plan.",
    ],
)
def test_a_lexicon_word_where_a_line_of_a_sentence_begins_is_none(read, broken):
    document = read(
        page(big("Referat"), gap(), bold("1. Budget"), para(prose(1)), gap(), para(broken), gap(), para(prose(2)))
    )
    assert kinds(document)[broken] == "paragraph"


def test_a_lexicon_word_that_fills_a_line_of_a_sentence_alone_is_none(read):
    # In a narrow column the word stands alone on its line, and the sentence goes on around it.
    told = "Rådet er enigt om at vente på Sagsfremstilling og de bilag som følger med den"
    narrow = [
        line(t, 300) for t in ("Rådet er enigt om at vente på", "Sagsfremstilling og de bilag", "som følger med den")
    ]
    document = read(
        page(big("Referat"), gap(), bold("1. Budget"), para(prose(1)), gap(), narrow, gap(), para(prose(2)))
    )
    assert kinds(document)[told] == "paragraph"


def test_a_bold_lead_that_runs_on_is_no_heading(read):
    lead = full("Rådet peger på vejen ind. Formanden følger op på det, inden planen sendes", bold=True)
    assert kind(read, lead, line("til alle medlemmer.")) == "paragraph"


def test_a_bold_word_that_opens_a_line_makes_no_heading_of_it(read):
    first, rest = at(300, bold("Aftale:")), at(300, line("Sekretariatet sender planen ud.", x=115))
    document = read(page(big("Referat"), gap(), bold("1. Budget"), para(prose(1)), first, rest, at(340, line("Slut."))))
    assert kinds(document)["Aftale: Sekretariatet sender planen ud."] == "paragraph"


def test_a_long_bold_paragraph_is_none(read):
    text = prose(5, sentences=2)
    document = read(page(big("Notat"), gap(), para(prose(1)), gap(), para(text, bold=True), gap(), para(prose(2))))
    assert kinds(document)[text] == "paragraph"


def test_a_wrapped_heading_is_one(read):
    text = (
        "3. Orientering om den nye plan for samarbejdet mellem kommunerne, regionen og de frivillige foreninger i byen"
    )
    document = read(
        page(big("Referat"), gap(), bold("1. Budget"), para(prose(1)), gap(), para(text, bold=True), para(prose(2)))
    )
    assert kinds(document)[text] == "heading"


def test_a_heading_right_below_another_is_its_own(read):
    document = read(page(big("Referat"), gap(), bold("1. Budget"), bold("Beslutning"), para(prose(1))))
    found = kinds(document)
    assert (found["1. Budget"], found["Beslutning"]) == ("heading", "heading")


def test_an_italic_line_inside_an_italic_paragraph_is_none(read):
    text = prose(6, sentences=3)
    document = read(page(big("Notat"), gap(), para(prose(1)), gap(), para(text, italic=True), gap(), para(prose(2))))
    assert "heading" not in kinds(document).values()


def test_bold_running_text_makes_no_headings(read):
    document = read(page(big("Notat"), gap(), para(prose(1), bold=True), gap(), para(prose(2), bold=True)))
    assert "heading" not in kinds(document).values()


def test_levels_follow_the_looks(read):
    document = read(
        page(
            big("Notat"), gap(), line("Dato: 4. december 2012"), gap(),
            big("Baggrund", size=15), bold("Borgerne", size=12), bold("De unge"), italic("De ældste"), para(prose(1)),
            gap(), big("Vurdering", size=15), para(prose(2)),
        )
    )  # fmt: skip
    levels = {p.text: p.level for p in document.passages if p.kind in {"heading", "title"}}
    assert levels == {"Notat": 0, "Baggrund": 1, "Borgerne": 2, "De unge": 3, "De ældste": 4, "Vurdering": 1}


def test_only_headings_titles_and_items_have_levels(read):
    document = read(page(big("Referat"), gap(), bold("1. Budget"), para(prose(1)), gap(), line("•   Værestederne")))
    assert {p.text: p.level for p in document.passages if p.kind not in {"heading", "title", "item"}} == {
        prose(1): None
    }


def test_sections_of_minutes_whose_lines_are_all_short(read):
    """Small councils write a line to a section: no line shows where the column ends."""

    def item(head, told):
        return [gap(), bold(head, size=13), bold("Sagsfremstilling"), line(told), bold("Beslutning"), line("Godkendt.")]

    sheet = page(
        big("Referat fra Ældrerådet"), gap(), line("Dato: 3. maj 2024"), line("Sted: Rådhuset"),
        item("1. Budget for næste år", "Formanden lagde et budget frem, og alle kunne stille spørgsmål."),
        item("2. Mødeplan", "Sekretariatet havde lavet en plan."),
    )  # fmt: skip
    assert [p.text for p in read(sheet).passages if p.kind == "heading"] == [
        "1. Budget for næste år",
        "Sagsfremstilling",
        "Beslutning",
        "2. Mødeplan",
        "Sagsfremstilling",
        "Beslutning",
    ]
