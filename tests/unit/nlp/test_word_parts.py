"""Words as a lexicon meets them: hyphens and slashes, compounds, linking letters, and words torn in two."""

import pytest

from tests.unit.extract.papers import NLP


def words(text):
    """The words of a text; each stands where it says."""
    (found,) = NLP.words([text])
    assert all(text[w.start : w.end].lower() == w.form for w in found)
    return found


def word(text, form):
    """The one word of a text in that form."""
    (found,) = (w for w in words(text) if w.form == form)
    return found


def torn(text):
    """What is torn in a text, as it stands there and whole."""
    found = NLP.torn(words(text), text)
    return [(text[w.start : w.end], w.form) for w in found]


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Mange hjemløse.", ["mange", "hjemløse", "."]),
        ("no-wrong-door-princippet", ["no", "wrong", "door", "princippet"]),
        ("sundheds- og omsorgsplan", ["sundheds", "og", "omsorgsplan"]),
        ("børn/unge", ["børn", "unge"]),
        ("psykiatri–somatik", ["psykiatri", "somatik"]),
        ("et 15-årigt barn", ["et", "15", "årigt", "barn"]),
        ("og/eller", ["og", "eller"]),
        ("hus, gade", ["hus", ",", "gade"]),
        ("støtte - også til unge", ["støtte", "-", "også", "til", "unge"]),
        ("- / –", ["-", "/", "–"]),
        ("", []),
    ],
)
def test_hyphens_and_slashes_part_words_and_other_signs_are_words(text, forms):
    assert [w.form for w in words(text)] == forms


@pytest.mark.parametrize(
    ("text", "form", "lemma", "pos"),
    [
        ("Mange hjemløse sover ude.", "hjemløse", "hjemløs", "ADJ"),
        ("Rådet drøftede planen.", "drøftede", "drøfte", "VERB"),
        ("Planen anbefales.", "anbefales", "anbefale", "VERB"),
        ("Nogle børn kom.", "børn", "barn", "NOUN"),
        ("Det er en plan.", "er", "være", "AUX"),
        ("HJEMLØSE kom.", "hjemløse", "hjemløs", None),
        ("no-wrong-door-princippet", "princippet", "princip", None),
        ("sundheds- og omsorgsplan", "sundheds", "sundhed", None),
        ("Der er 30 pladser.", "30", "30", "NUM"),
    ],
)
def test_the_dictionary_form_and_the_part_of_speech(text, form, lemma, pos):
    found = word(text, form)
    assert found.lemma == lemma
    assert {form, lemma} <= found.lemmas
    assert pos is None or found.pos == pos


@pytest.mark.parametrize(
    ("form", "firsts", "lasts", "inner"),
    [
        # the linking letter with and without, and the word behind it
        ("sundhedsplanen", {"sundhed", "sundheds"}, {"plan"}, {"sundhed", "plan"}),
        ("hjemløsetællingen", {"hjemløs", "hjemløse"}, {"tælling"}, {"hjemløs", "tælling"}),
        ("børnehuset", {"børne", "børn", "barn"}, {"hus"}, {"barn", "hus"}),
        ("barnevogn", {"barne", "barn"}, {"vogn"}, {"barn", "vogn"}),
        ("handleplaner", {"handle"}, {"plan"}, {"handle", "plan"}),
        ("omsorgsteams", {"omsorg", "omsorgs"}, {"team"}, {"omsorg", "team"}),
        # a compound of a compound holds what the inner one does
        ("folkesundhedspolitik", {"folk", "folkesundhed"}, {"politik"}, {"folk", "sundhed", "politik"}),
    ],
)
def test_the_parts_of_a_compound(form, firsts, lasts, inner):
    found = word(form, form)
    assert firsts <= found.firsts
    assert lasts <= found.lasts
    assert inner <= found.inner
    assert found.firsts | found.lasts <= found.inner
    assert not found.firsts & found.lasts


def test_what_stands_inside_is_neither_first_nor_last():
    found = word("folkesundhedspolitik", "folkesundhedspolitik")
    assert "sundhed" in found.inner - found.firsts - found.lasts


@pytest.mark.parametrize("form", ["hjemløs", "unge", "kommune", "arbejdsløshed", "tunge", "gaden", "ro", "2024", ","])
def test_other_words_have_no_parts(form):
    found = word(form, form)
    assert found.firsts == found.lasts == found.inner == frozenset()


@pytest.mark.parametrize(
    ("text", "pieces", "whole"),
    [
        ("De skriver en på rørendepolitik.", "på rørendepolitik", "pårørendepolitik"),
        ("Et På rørenderåd mødes.", "På rørenderåd", "pårørenderåd"),
        ("Vi for ening gav", "for ening", "forening"),
        ("Kommu nalbestyrelsen", "Kommu nalbestyrelsen", "kommunalbestyrelsen"),
        ("bruger inddra- gelse nu", "inddra- gelse", "inddragelse"),
        ("pæda gogisk", "pæda gogisk", "pædagogisk"),
    ],
)
def test_a_torn_word_is_also_read_whole(text, pieces, whole):
    assert torn(text) == [(pieces, whole)]


@pytest.mark.parametrize(
    "text",
    [
        "De er på rørende vis enige",  # both pieces are words
        "Et råd et sted",
        "børne huset",
        "på, rørendepolitik",  # more than a space between
        "på  rørendepolitik",
        "på – rørendepolitik",
        "i nitiativ",  # a bare letter
        "over ADHD",  # no word together
        "Anne Bech",
        "for Udsatterådet",  # a name with its capital begins a word
        "Kommune Dialogforum",
        "en 15 årig",
        "på",
        "",
    ],
)
def test_what_is_not_joined(text):
    assert torn(text) == []


def test_a_torn_word_has_dictionary_form_and_parts():
    text = "De skriver på rørendepolitikken."
    (found,) = NLP.torn(words(text), text)
    assert (found.lemma, found.pos) == ("pårørendepolitik", "NOUN")
    assert "pårørende" in found.firsts
    assert "politik" in found.lasts


def test_each_text_is_read_by_itself():
    assert [[w.form for w in found] for found in NLP.words(["på", "rørendepolitik", ""])] == [
        ["på"],
        ["rørendepolitik"],
        [],
    ]
