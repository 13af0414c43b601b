"""Which spellings are one name, and which authority a name holds."""

import pytest

from pipeline.lexicons import load
from pipeline.resolve.names import Names

NAMES = Names(load())


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Handicaprådet", "Handicapråd"),
        ("Handicaprådet", "Handicaprådets"),
        ("Handicaprådet", "Handicapprådet"),
        ("Den Sociale Rådgivning", "Den Sociale Råd Givning"),
        ("KFUM's Klub", "KFUMs klub"),
        ("KFUM’s Klub", "KFUMs klub"),
        ("Foreningen Social Støtte", "Social Støtte"),
        ("Landsforeningen SIND", "Sind"),
        ("Social- og Sundhedsudvalget", "Social- og sundhedsudvalg"),
        ("Rådet for Socialt Udsatte", "Rådet for socialt udsatte"),
    ],
)
def test_these_are_one_name(a, b):
    assert NAMES.key(a) == NAMES.key(b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Handicaprådet", "Ældrerådet"),
        ("Røde Kors", "Ungdommens Røde Kors"),
        ("Socialudvalget", "Sundhedsudvalget"),
        ("Landsforeningen af Væresteder", "Væresteder"),
        ("Psykiatri- og socialudvalget", "Socialudvalget"),
    ],
)
def test_these_are_two_names(a, b):
    assert NAMES.key(a) != NAMES.key(b)


@pytest.mark.parametrize(
    ("name", "core", "authority"),
    [
        ("Region Sjællands Handicapråd", "Handicapråd", "Region Sjælland"),
        ("Handicaprådet i Region Sjælland", "Handicaprådet", "Region Sjælland"),
        ("Regionsrådet for Region Nordjylland", "Regionsrådet", "Region Nordjylland"),
        ("Byrådet i Randers Kommune", "Byrådet", "Randers Kommune"),
        ("Aarhus Byråd", "Byråd", "Aarhus Kommune"),
        ("Herning Kommunes Ældreråd", "Ældreråd", "Herning Kommune"),
        ("Udvalget for Børn og Unge", "Udvalget for Børn og Unge", None),
        ("Rådet for Socialt Udsatte", "Rådet for Socialt Udsatte", None),
        ("Røde Kors i Aarhus", "Røde Kors i Aarhus", None),
    ],
)
def test_a_name_is_split_from_its_authority(name, core, authority):
    named = NAMES.split(name)
    assert (named.core, named.authority) == (core, authority)


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Udsatterådet", True),
        ("Psykiatri- og socialudvalget", True),
        ("Udvalget for Børn og Unge", True),
        ("Kommunalbestyrelsen", True),
        ("Røde Kors", False),
        ("Region Sjælland", False),
        ("Dansk Flygtningehjælp", False),
        ("Socialområdet", False),
    ],
)
def test_councils_and_committees_are_bodies(name, body):
    assert NAMES.is_body(name) is body
