"""What no rule claimed: sentences that advise, decide or tell, and nouns that belong to no theme."""

from dataclasses import replace

import pytest

from pipeline.extract import extract_findings
from pipeline.lexicons.themes import load_themes
from tests.unit.extract.papers import CONTEXT, NLP, paper

THEMES = load_themes(
    {
        "taxonomies.yaml": "by:\n  themes: by.csv\n  terms: by.yaml\n",
        "by.csv": "id,label_da,label_en,broader,scope_da\nbolig,Bolig,Housing,,Et sted at bo\n",
        "by.yaml": "bolig:\n  strong: [værested+]\n  weak: [kælder]\n",
    }
)
SMALL = replace(CONTEXT, lexicons=replace(CONTEXT.lexicons, themes=THEMES))


def found(*lines, **options):
    return extract_findings(paper(*lines, **options), context=SMALL, nlp=NLP)


def sentences(*lines):
    """Kind, verb and quote of each sentence that is listed."""
    return [(u.kind, u.form, u.proof.span.quote) for u in found(*lines).unclaimed]


def terms(*lines):
    """Each noun that is listed, and in how many passages it stands."""
    return {u.term: u.passages for u in found(*lines).unclaimed_terms}


@pytest.mark.parametrize(
    ("line", "kind", "form"),
    [
        ("Præsten vil opfordre kommunen til at åbne flere væresteder.", "anbefaler", "vil opfordre"),
        ("Det blev drøftet, om hunde må sove der.", "beslutter", "blev drøftet"),
        ("Hjælpen blev prioriteret af borgerne.", "beslutter", "blev prioriteret af"),
        ("Hun fortalte om sin hverdag i kælderen.", "fortæller", "fortalte om"),
        ("Mange savner et sted at være.", "fortæller", "savner"),
        ("Hun fortalte, at de ønskede en bro.", "fortæller", "fortalte"),  # the first verb counts
    ],
)
def test_a_sentence_with_such_a_verb_is_listed(line, kind, form):
    assert sentences(line) == [(kind, form, line)]


def test_only_the_sentence_with_the_verb_is_listed():
    assert sentences("Det regner. Hun fortalte om regnen. Solen skinner.") == [
        ("fortæller", "fortalte om", "Hun fortalte om regnen.")
    ]


def test_the_bullet_of_a_list_item_belongs_to_no_sentence():
    assert sentences("- Hun fortalte om regnen.") == [("fortæller", "fortalte om", "Hun fortalte om regnen.")]


@pytest.mark.parametrize(
    "lines",
    [
        ("Rådet anbefaler, at der åbnes flere væresteder.",),  # a recommendation
        ("# Punkt 2: Budget", "## Beslutning", "Rådet godkendte budgettet."),  # a decision
        ("# Punkt 2: Budget", "## Indstilling", "Det indstilles, at budgettet godkendes."),  # a proposal
        ("Rådet bemærker støjen og anbefaler broer.",),  # claimed by the other verb
    ],
)
def test_a_sentence_that_a_rule_claimed_is_not_listed(lines):
    assert sentences(*lines) == []


def test_the_sentence_beside_a_claimed_one_is_listed():
    lines = ("# Punkt 2: Budget", "## Beslutning", "Budgettet blev godkendt. Borgerne har fortalt om regnen.")
    assert sentences(*lines) == [("fortæller", "har fortalt om", "Borgerne har fortalt om regnen.")]


@pytest.mark.parametrize(
    "line",
    [
        "Det regner på broen.",  # no such verb
        "Anbefalingen er klar.",  # a noun
        "Rådgivning er vejen frem.",
        "## Hun fortalte om broer",  # a heading, a running head and a table say nothing
        "% Hun fortalte om broer",
        "| Hun fortalte | om broer |",
    ],
)
def test_what_is_no_such_sentence(line):
    assert sentences(line) == []


def test_every_sentence_has_its_own_id_even_when_two_say_the_same():
    ids = [u.id for u in found("Hun fortalte om regnen.", "Hun fortalte om regnen.").unclaimed]
    assert len(set(ids)) == len(ids) == 2


def test_nouns_are_counted_by_dictionary_form_once_a_passage():
    assert terms("Hunden er ny.", "Hunde og en hund, og hunden igen.", "Det regner.") == {"hund": 2}


def test_a_repeated_passage_counts_once():
    assert terms("Hunden er ny.", "Hunden er ny.", "Hunden er gammel.") == {"hund": 2}


def test_the_proof_is_the_first_place():
    (only,) = found("Det regner på hunden, og hunde fryser.", "En hund er ny.").unclaimed_terms
    assert (only.proof.span.passage_id, only.proof.span.quote) == ("p0", "hunden")


def test_the_nouns_come_in_order_of_the_alphabet():
    found_terms = [u.term for u in found("Skoven, tunnelen og hunden er nye.").unclaimed_terms]
    assert found_terms == sorted(found_terms) == ["hund", "skov", "tunnel"]


@pytest.mark.parametrize(
    "line",
    [
        "Der er et værested.",  # a word of a theme
        "De har et værestedsråd.",
        "Han bor i en kælder.",  # a weak one too
        "Vi samarbejder med Kirkens Korshær.",  # the name of an organisation
        "Ballerup Rådhus er lukket.",  # a place
        "De går og synger.",  # no noun
        "Der er en bro.",  # too short to tell anything
        "Mødet er langt.",  # a word of every meeting
        "## Om hunde",
        "% Om hunde",
    ],
)
def test_what_is_no_noun_without_a_theme(line):
    assert terms(line) == {}


def test_a_word_of_a_theme_stands_beside_one_of_none():
    assert terms("Der er hunde og et værested.") == {"hund": 1}
