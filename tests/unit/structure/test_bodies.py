"""Councils and committees by name: without their authority, in their definite form where an owner stood before them."""

import pytest

from pipeline.structure.bodies import definite, find_bodies


@pytest.fixture(scope="module")
def names(context):
    return lambda text: [b.name for b in find_bodies(text, front=context.lexicons.front)]


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("Referat fra møde i Udsatterådet", ["Udsatterådet"]),
        ("Region Midtjyllands Udsatteråd", ["Udsatterådet"]),
        ("Randers Kommunes Ældreråd", ["Ældrerådet"]),
        ("Udsatterådets anbefalinger", ["Udsatterådet"]),
        ("Kommunalbestyrelsen den 30. januar 2012", ["Kommunalbestyrelsen"]),
        ("Borgerrepræsentationens beslutning i mødet", ["Borgerrepræsentationen"]),
        ("Regionsrådet og Forretningsudvalget", ["Regionsrådet", "Forretningsudvalget"]),
        ("Ældrerådet og Handicaprådet", ["Ældrerådet", "Handicaprådet"]),
        ("Social- og Sundhedsudvalget", ["Social- og Sundhedsudvalget"]),
        ("Social og Sundhedsudvalget", ["Social og Sundhedsudvalget"]),
        ("Social-, Sundheds- og Ældreudvalget", ["Social-, Sundheds- og Ældreudvalget"]),
        ("Psykiatri- og socialudvalget den 3. maj", ["Psykiatri- og socialudvalget"]),
        ("Udvalget for Børn og Unge", ["Udvalget for Børn og Unge"]),
        ("Rådet for Socialt Udsatte", ["Rådet for Socialt Udsatte"]),
        ("Rådet for Socialt Udsatte i Odense Kommune", ["Rådet for Socialt Udsatte"]),
        ("møde i Psykiatrisk Dialogforum", ["Psykiatrisk Dialogforum"]),
        ("Referat af mødet i Sundhedsbrugerrådet den 3. maj", ["Sundhedsbrugerrådet"]),
        ("Kultur- og Fritidsudvalget drøftede sagen", ["Kultur- og Fritidsudvalget"]),
    ],
)
def test_bodies(names, text, bodies):
    assert names(text) == bodies


@pytest.mark.parametrize(
    "text",
    [
        # not by name
        "rådet drøftede sagen",
        "Rådet drøftede sagen",
        "Udvalget tog orienteringen til efterretning",
        "et nyt udvalg",
        # words that end alike
        "et område for de unge",
        "Områderne er valgt",
        "gode råd til dig",
        "Forråd af varer",
        "Samråd i ministeriet",
        "",
    ],
)
def test_no_bodies(names, text):
    assert names(text) == []


def test_a_body_knows_its_place(context):
    text = "I Udsatterådets møde"
    (body,) = find_bodies(text, front=context.lexicons.front)
    assert text[body.start : body.end].startswith("Udsatterådet")


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("Udsatteråd", "Udsatterådet"),
        ("Klima- og Miljøudvalg", "Klima- og Miljøudvalget"),
        ("Udsatterådet", "Udsatterådet"),
        ("Udvalget for Børn og Unge", "Udvalget for Børn og Unge"),
        ("Byrådet", "Byrådet"),
        ("Dialogforum", "Dialogforum"),
        ("HANDICAPRÅD", "HANDICAPRÅDET"),
    ],
)
def test_the_definite_form(name, full):
    assert definite(name).casefold() == full.casefold()
