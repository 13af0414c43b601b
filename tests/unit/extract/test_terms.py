"""Clauses, duties and seats of terms of reference (formats.md 10)."""

import pytest

from pipeline.extract.terms import find_clauses_of_terms, find_duties, find_seats
from tests.unit.extract.papers import FACTS, reading


def test_each_paragraph_or_item_of_a_section_is_a_clause_of_its_kind():
    made = reading(
        "## Formål", "Rådet skal styrke dialogen.",
        "## Målgruppe", "Målgruppen er ældre borgere.",
        "## Opgaver", "Rådet har følgende opgaver:", "- Rådet drøfter principielle sager om ældre borgere.",
        "## Sammensætning", "Følgende foreninger indstiller en repræsentant hver:", "- Blå Kors",
        "## Økonomi", "Kommissoriet er godkendt af byrådet den 3. maj 2022.",
        kind="kommissorium",
    )  # fmt: skip
    assert [(c.kind, c.text) for c in find_clauses_of_terms(made, FACTS)] == [
        ("formål", "Rådet skal styrke dialogen."),
        ("målgruppe", "Målgruppen er ældre borgere."),
        ("opgave", "Rådet drøfter principielle sager om ældre borgere."),
        ("godkendelse", "Kommissoriet er godkendt af byrådet den 3. maj 2022."),
    ]


def test_minutes_hold_no_clauses():
    assert find_clauses_of_terms(reading("## Formål", "Rådet skal styrke dialogen."), FACTS) == ()


@pytest.mark.parametrize(
    ("line", "every"),
    [
        ("Hvert andet år forelægger administrationen en status.", "Hvert andet år"),
        ("Rådet holder mindst fire møder årligt.", "mindst fire møder årligt"),
        ("Rådet holder fire til seks ordinære møder om året.", "fire til seks ordinære møder om året"),
        ("Mødeplanen fastsættes en gang om året.", "en gang om året"),
        ("Rådet skal to gange i valgperioden planlægge et møde.", "to gange i valgperioden"),
        ("Der gennemføres en evaluering i slutningen af valgperioden.", "i slutningen af valgperioden"),
    ],
)
def test_duties(line: str, every: str):
    assert [(d.rule, d.every) for d in find_duties(reading(line, kind="kommissorium"), FACTS)] == [(line, every)]


def test_what_is_required_once_is_no_duty():
    assert find_duties(reading("Rådet vælger en formand.", kind="kommissorium"), FACTS) == ()


@pytest.mark.parametrize(
    ("line", "seat"),
    [
        ("Byrådet udpeger fire medlemmer fra byrådet.", ("Byrådet", 4, "Byrådet")),
        ("Tre medlemmer udpeget af Danske Patienter", ("Danske Patienter", 3, "Danske Patienter")),
        ("10 medlemmer, der repræsenterer frivillige organisationer", ("frivillige organisationer", 10, None)),
        ("ét medlem fra Dansk Flygtningehjælp", ("Dansk Flygtningehjælp", 1, None)),
    ],
)
def test_seats(line: str, seat: tuple[str, int, str | None]):
    made = reading("## Sammensætning", line, kind="kommissorium")
    assert [(s.organisation, s.number, s.appointed_by) for s in find_seats(made, FACTS)] == [seat]


def test_one_seat_each():
    made = reading(
        "## Sammensætning", "Byrådet udpeger to medlemmer fra byrådet.",
        "Følgende organisationer indstiller en repræsentant hver:", "- Blå Kors", "- SIND", kind="kommissorium",
    )  # fmt: skip
    assert [(s.organisation, s.number, s.appointed_by) for s in find_seats(made, FACTS)] == [
        ("Byrådet", 2, "Byrådet"),
        ("Blå Kors", 1, "Byrådet"),
        ("SIND", 1, "Byrådet"),
    ]
