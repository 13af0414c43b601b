"""The grammar of terms: what each form finds and what it passes by."""

import re

import pytest

from pipeline.lexicons import load
from pipeline.lexicons.terms import Terms, parse_terms
from tests.unit.extract.papers import NLP


def found(text, *terms):
    """The places of the terms in a text, as they stand there."""
    (words,) = NLP.words([text])
    return [text[hit.start : hit.end] for hit in Terms.of(t for term in terms for t in parse_terms(term)).find(words)]


FOUND = [
    # the word in all its forms
    ("hjemløs", "De hjemløses hverdag", "hjemløses"),
    ("hjemløs", "HJEMLØSE SOVER UDE", "HJEMLØSE"),
    ("ung", "de yngste mangler hjælp", "yngste"),
    ("barn", "Nogle børn kom", "børn"),
    ("Kommune", "i kommunerne", "kommunerne"),
    ("sove", "De sov på trappen", "sov"),
    # just this form
    ('"unge"', "Vi taler om de unge", "unge"),
    ('"Unge"', "Vi taler om de unge", "unge"),
    # compounds that begin with it
    ("hjemløs+", "Hjemløsetællingen er klar", "Hjemløsetællingen"),
    ("hjemløs+", "hjemløse-indsatsen", "hjemløse"),
    ("hjemløs+", "de hjemløse", "hjemløse"),
    ("sundhed+", "vores sundhedspolitik", "sundhedspolitik"),
    ("barn+", "Børnehaven lukker", "Børnehaven"),
    ("børn+", "Børnehaven lukker", "Børnehaven"),
    # that end in it
    ("+plan", "Sundhedsplanen er klar", "Sundhedsplanen"),
    ("+plan", "der skrives handleplaner", "handleplaner"),
    ("+plan", "De har en plan", "plan"),
    ("+politik", "folkesundhedspolitikken", "folkesundhedspolitikken"),
    # that hold it
    ("+sundhed+", "en folkesundhedspolitik", "folkesundhedspolitik"),
    ("+sundhed+", "en sundhedsplan", "sundhedsplan"),
    ("+sundhed+", "god folkesundhed", "folkesundhed"),
    ("+sundhed+", "borgernes sundhed", "sundhed"),
    # letters
    ("hjemløs*", "hjemløshed", "hjemløshed"),
    ("*løshed", "arbejdsløshed", "arbejdsløshed"),
    ("*inklu*", "inklusionen", "inklusionen"),
    # one of several, each of any form
    ("(en|den|sin) læge", "Han har sin læge", "sin læge"),
    ("(udgående|opsøgende) +team", "opsøgende sygeplejeteams", "opsøgende sygeplejeteams"),
    ('("unge"|skole*|+hus) klub', "skolernes klub", "skolernes klub"),
    ('("unge"|skole*|+hus) klub', "de unge klub", "unge klub"),
    ("(skole*|gade)", "på gaden", "gaden"),
    # up to three words between
    ("adgang til ... behandling", "adgang til behandling", "adgang til behandling"),
    ("adgang til ... behandling", "adgang til hurtig og god behandling", "adgang til hurtig og god behandling"),
    # several in a row
    ("sove på gade", "De sover på gaden.", "sover på gaden"),
    ("no-wrong-door", "No wrong door er målet", "No wrong door"),
    ("no wrong door", "no-wrong-door-princippet", "no-wrong-door"),
    ("barn unge", "indsatser for børn/unge", "børn/unge"),
    (" råd ", "Et råd", "råd"),
]


@pytest.mark.parametrize(("term", "text", "place"), FOUND)
def test_a_term_finds(term, text, place):
    assert found(text, term) == [place]


PASSED_BY = [
    ("hjemløs", "Hjemløsetællingen"),
    ("ung", "Den tunge byrde"),
    ('"unge"', "en ung mand"),
    ('"unge"', "de unges trivsel"),
    ("hjemløs+", "Der er hjemløshed"),
    ("hjemløs+", "De er husvilde"),
    ("sundhed+", "en folkesundhedspolitik"),
    ("+plan", "Der er planlægning"),
    ("+sundhed", "en sundhedsplan"),
    ("+sundhed+", "Det er usund mad"),
    ("hjemløs*", "De er husvilde"),
    ("*løshed", "de arbejdsløse"),
    ("*løs", "hjemløshed"),
    ("*inklu*", "eksklusion"),
    ("(en|den|sin) læge", "Han har ingen læge"),
    ("(udgående|opsøgende) +team", "De har et team"),
    ('("unge"|skole*) klub', "en ung klub"),
    ("adgang til ... behandling", "adgang til hurtig og meget god behandling"),
    ("adgang til ... behandling", "adgang til hjælp, behandling"),
    ("adgang til ... behandling", "adgang til hjælp. Behandling"),
    ("adgang til behandling", "adgang til hurtig behandling"),
    ("sove på gade", "De sover. På gaden er der koldt"),
    ("sove på gade", "sover på"),
    ("sove på gade", "Gaden sover de på"),
    ("hjemløs", ""),
]


@pytest.mark.parametrize(("term", "text"), PASSED_BY)
def test_a_term_passes_by(term, text):
    assert found(text, term) == []


def test_every_place_of_every_term_comes_in_reading_order():
    terms = ("gade", "sove på gade", "hjemløs", "sove")
    text = "Hjemløse sover på gaden. De hjemløse sover på gaden."
    once = ["jemløse", "sover", "sover på gaden", "gaden"]
    assert [place.removeprefix("H").removeprefix("h") for place in found(text, *terms)] == once * 2


def test_no_terms_find_nothing():
    assert found("Mange hjemløse") == []


FORMS = "expected words, +compounds+, *letters*, (one|of|several) or ..., found "
ENDS = "expected a term to begin and end with a word, found "
WRONG = [
    ("x+y", FORMS),
    ("un*ge", FORMS),
    ("+", FORMS),
    ("*", FORMS),
    ("*unge+", FORMS),
    ("+unge*", FORMS),
    ("(unge", FORMS),
    ("unge)", FORMS),
    ("(unge|)", FORMS),
    ("()", FORMS),
    ("unge|børn", FORMS),
    ('"unge', FORMS),
    ('un"ge', FORMS),
    ('"de unge"', FORMS),
    ('"no-wrong-door"', FORMS),
    ('"unge"+', FORMS),
    ("unge  børn", FORMS),
    ("", ENDS),
    (" ", ENDS),
    ("...", ENDS),
    ("... unge", ENDS),
    ("unge ...", ENDS),
]


@pytest.mark.parametrize(("term", "says"), WRONG)
def test_a_wrong_term_is_refused(term, says):
    with pytest.raises(ValueError, match=rf"^{re.escape(says + repr(term))}$"):
        parse_terms(term)


def written_out(term, n):
    """A term as a writer of minutes might put it: the n-th of several, no word between."""
    text = re.sub(r"\(([^)]*)\)", lambda several: several[1].split("|")[n % len(several[1].split("|"))], term)
    return " ".join(re.sub(r'[+*"]', "", text.replace("...", " ")).split())


SOURCES = sorted(
    {
        (theme.theme_id, term.source)
        for taxonomy in load().themes.taxonomies
        for theme in taxonomy.terms
        for terms in (theme.strong, theme.weak, theme.never, theme.needs)
        for term in terms.terms
    }
)


def test_every_term_of_the_taxonomies_can_be_found():
    """A sign that parts words where texts are read (a comma, a slash) would make a term that is never met."""
    texts = [(theme, term, written_out(term, n)) for theme, term in SOURCES for n in range(term.count("|") + 1)]
    read = NLP.words(text for _, _, text in texts)
    missed = [
        (theme, term, text)
        for (theme, term, text), words in zip(texts, read, strict=True)
        if not any(Terms.of(parse_terms(term)).find(words))
    ]
    assert SOURCES
    assert missed == []
