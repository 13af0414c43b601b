"""Words of themes in a paper: what counts, what is left out, and what they add up to."""

import pytest

from pipeline.extract.theme_words import find_terms, find_theme_mentions, read_words
from pipeline.extract.themes import assign_themes
from pipeline.lexicons.themes import load_themes
from pipeline.model.findings import EntityMention
from pipeline.model.place import Proof
from tests.unit.extract.papers import NLP, reading

(SMALL,) = load_themes(
    {
        "taxonomies.yaml": "by:\n  themes: by.csv\n  terms: by.yaml\n",
        "by.csv": "id,label_da,label_en,broader,scope_da\n"
        "gade,Gade,Street,,Liv på gaden\nfest,Fest,Feast,,Glade dage\nbolig,Bolig,Housing,,Et sted at bo\n"
        "paaroerende,Pårørende,Relatives,,De nærmeste\n",
        "by.yaml": "gade:\n  strong: [hjemløs+, sove på gade, gade]\n  weak: [tæppe, trappe, kulde]\n"
        "  never: [gadefest+, på gade og vej]\n"
        "fest:\n  strong: [gadefest+]\n"
        "bolig:\n  strong: [plads+]\n  needs: [bolig+]\n"
        "paaroerende:\n  strong: [pårørende+]\n",
    }
).taxonomies


def found(*lines, names=(), **options):
    """The reading, and its words of themes; `names` are of organisations."""
    made = reading(*lines, **options)
    spans = [
        placed.passage.span(at, at + len(name))
        for placed in made.passages
        for name in names
        if (at := placed.passage.text.find(name)) >= 0
    ]
    mentions = [
        EntityMention(f"e{n}", "organisation", s.quote, None, Proof(s, "names.test")) for n, s in enumerate(spans)
    ]
    return made, find_terms(made, read_words(made, nlp=NLP), mentions, SMALL)


def mentions(*lines, **options):
    return [(m.theme_id, m.term) for m in find_theme_mentions(*found(*lines, **options))]


def about(*lines, **options):
    """The themes of the passages, with their scores."""
    made, terms = found(*lines, **options)
    return [(a.theme_id, a.score) for a in assign_themes(made, terms, (), (), ())]


@pytest.mark.parametrize(
    ("line", "rows"),
    [
        ("Mange hjemløse mangler hjælp.", [("gade", "hjemløse")]),
        ("De sover på gaden.", [("gade", "sover på gaden")]),  # the longest of those that overlap
        ("De sover på gaden. De hjemløse fryser.", [("gade", "sover på gaden"), ("gade", "hjemløse")]),
        ("De sover under tæpper.", []),  # weak words name no theme
        ("De fester på gade og vej.", []),  # where `never` stands nothing counts
        ("De fester på gade og vej og bor på gaden.", [("gade", "gaden")]),
        ("Der er gadefest.", [("fest", "gadefest")]),  # what one theme never means another may
        ("En på rørendepolitik.", [("paaroerende", "på rørendepolitik")]),  # torn in two
    ],
)
def test_the_words_of_themes_in_a_passage(line, rows):
    assert mentions(line) == rows


def test_a_mention_tells_the_entry_that_found_it_and_its_place():
    made, terms = found("Det er HJEMLØSE børn.")
    (mention,) = find_theme_mentions(made, terms)
    assert (mention.entry, mention.term) == ("hjemløs+", "hjemløse")
    assert (mention.proof.span.quote, mention.proof.rule) == ("HJEMLØSE", "theme_terms.gade")


def test_a_word_in_the_name_of_an_organisation_counts_for_no_theme():
    line = "De Hjemløses Forening hjælper hjemløse."
    assert mentions(line, names=["De Hjemløses Forening"]) == [("gade", "hjemløse")]


@pytest.mark.parametrize(
    ("lines", "title", "rows"),
    [
        (("Der er en plads.",), None, []),
        (("Der er en plads i boligen.",), None, [("bolig", "plads")]),
        (("## Boliger til unge", "Der er en plads."), None, [("bolig", "plads")]),
        (("Der er en plads.",), "Boligplan", [("bolig", "plads")]),
        (("Vi bygger boliger.", "Der er en plads."), None, []),  # another passage does not help
    ],
)
def test_some_words_need_another_in_the_passage_its_headings_or_the_title(lines, title, rows):
    assert mentions(*lines, title=title) == rows


@pytest.mark.parametrize(
    ("line", "rows"),
    [
        ("Mange hjemløse mangler hjælp her.", [("gade", 0.5)]),
        ("Mange hjemløse sover på gaden her.", [("gade", 0.667)]),
        ("De hjemløse og andre hjemløse er her.", [("gade", 0.5)]),  # said twice counts once
        ("De sover under et tæppe på en trappe.", []),  # two weak words are too little
        ("Et tæppe, en trappe og kulde er alt.", [("gade", 0.545)]),  # three are enough
        ("De hjemløse har et tæppe mod frost.", [("gade", 0.583)]),
        ("Mange hjemløse her.", []),  # too short to be about anything
    ],
)
def test_what_a_passage_is_about(line, rows):
    assert about(line) == rows


def test_the_heading_above_adds_to_what_a_passage_says():
    assert about("## Hjemløse", "De har et tæppe og en trappe.") == [("gade", 0.565)]
    assert about("## Hjemløse", "De har en stol og et bord.") == []


@pytest.mark.parametrize("line", ["% Mange hjemløse mangler hjælp.", "| Mange hjemløse | mangler hjælp |"])
def test_running_heads_and_tables_name_no_theme(line):
    assert mentions(line) == []
