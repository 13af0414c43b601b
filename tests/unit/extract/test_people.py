"""How a person is written (formats.md 3.4)."""

import pytest

from pipeline.extract.people import read_entry, read_run
from tests.unit.extract.papers import FACTS


def entry(text: str):
    return read_entry(text, people=FACTS.people, organisations=FACTS.organisation_names)


@pytest.mark.parametrize(
    ("text", "name", "party", "organisation", "office"),
    [
        ("Anne Bech (A)", "Anne Bech", "A", None, None),
        ("Anne Bech, A", "Anne Bech", "A", None, None),
        ("Jens Chr. Bech (A)", "Jens Chr. Bech", "A", None, None),
        ("Joh. Kr. Skov, SIND", "Joh. Kr. Skov", None, "SIND", None),
        ("Anne Bech (A) - formand", "Anne Bech", "A", None, "formand"),
        ("Formand Anne Bech (A)", "Anne Bech", "A", None, "formand"),
        ("Rådmand Anne Bech", "Anne Bech", None, None, None),
        ("Anne Bech, Kirkens Korshær", "Anne Bech", None, "Kirkens Korshær", None),
        ("Anne Bech – BSF", "Anne Bech", None, "BSF", None),
        ("Anne Bech: Kommunalbestyrelsesmedlem for Venstre", "Anne Bech", "Venstre", None, None),
        ("Anne Bech (Socialdemokratiet)", "Anne Bech", "Socialdemokratiet", None, None),
        ("Anne Bech (Løsgænger)", "Anne Bech", "Løsgænger", None, None),
        ("Anne Bech (UP)", "Anne Bech", "UP", None, None),
        ("Anne Bech, Sind (næstformand)", "Anne Bech", None, "Sind", "næstformand"),
        ("Anne B. Bech, SAND – De hjemløses landsorganisation", "Anne B. Bech", None,
         "SAND – De hjemløses landsorganisation", None),
        ("Anne-Marie de la Cour, Lev", "Anne-Marie de la Cour", None, "Lev", None),
        ("JohnFobian-Madsen Holm (V)", "JohnFobian-Madsen Holm", "V", None, None),
        ("Ahmad El-Hassan (Røde Kors)", "Ahmad El-Hassan", None, "Røde Kors", None),
        ("Anne Bech, formand, A", "Anne Bech", "A", None, "formand"),
        ("Rådets sekretær Anne Bech", "Anne Bech", None, None, None),
        ("Anne Bech, suppleant", "Anne Bech", None, None, "suppleant"),
    ],
)  # fmt: skip
def test_entry(text: str, name: str, party: str | None, organisation: str | None, office: str | None):
    person = entry(text)
    assert person is not None
    assert (person.name, person.party, person.organisation, person.office) == (name, party, organisation, office)


@pytest.mark.parametrize(
    "text", ["Et medlem fra Røde Kors", "Blå Kors", "Region Sjælland", "Rådets medlemmer er:", "A"]
)
def test_what_is_no_person(text: str):
    assert entry(text) is None


def test_two_names_with_a_stroke_are_alternatives_on_one_seat():
    person = entry("Anne Bech / Kim Lund")
    assert person is not None
    assert person.alternatives


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Anne Bech, Kim Lund og Per Holm", ["Anne Bech", "Kim Lund", "Per Holm"]),
        ("Anne Bech (A) - formand Kim Lund (V) Per Holm (F)", ["Anne Bech", "Kim Lund", "Per Holm"]),
        ("Anne Bech, Kirkens Korshær, Kim Lund, SIND", ["Anne Bech", "Kim Lund"]),
        ("Poul Holm, A Lis Torp, V", ["Poul Holm", "Lis Torp"]),
        ("Kim Lund, F - Tine Holm, F, deltog som stedfortræder", ["Kim Lund", "Tine Holm"]),
        ("Connie (mødeleder), Bjarne og Palle", ["Connie", "Bjarne", "Palle"]),
        ("NMA, JR", ["NMA", "JR"]),
        ("Anne Bech (A)   Kim Lund (V)", ["Anne Bech", "Kim Lund"]),
        ("Anne Bech, DH Kim Lund, SIND Per Holm, LAP", ["Anne Bech", "Kim Lund", "Per Holm"]),
        ("Anne Bech. Kim Lund (syg). Per Holm", ["Anne Bech", "Kim Lund", "Per Holm"]),
        ("Jens C. Bech og Kim F. Lund", ["Jens C. Bech", "Kim F. Lund"]),
        ("Anne Bech og som gæst Kim Lund fra varmestuen", ["Anne Bech", "Kim Lund"]),
        ("Anne Bech, Testby Bibliotek", ["Anne Bech"]),
    ],
)
def test_run(text: str, names: list[str]):
    found = read_run(text, people=FACTS.people, organisations=FACTS.organisation_names, given_names=FACTS.given_names)
    assert [person.name for person in found] == names
