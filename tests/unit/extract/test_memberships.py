"""Seats in the paper's own body, from lists and sentences (formats.md 3.4)."""

import pytest

from pipeline.extract.memberships import find_memberships
from pipeline.extract.presence import find_lists
from pipeline.extract.terms import find_seats
from tests.unit.extract.papers import FACTS, reading


def members(*lines: str, **options: object):
    made = reading(*lines, **options)
    return find_memberships(made, find_lists(made, FACTS), FACTS)


def rows(*lines: str, **options: object):
    return [(m.person, m.organisation, m.party, m.role, m.seat) for m in members(*lines, **options)]


def test_lists_under_their_groups():
    found = rows(
        "## Rådets medlemmer",
        "Repræsentanter for frivillige organisationer:",
        "- Anne Bech, Kirkens Korshær (næstformand)",
        "- Kim Lund, Lev",
        "Repræsentanter for byrådet:",
        "- Per Holm (A) (formand)",
        "- Lis Torp",
    )
    assert found == [
        ("Anne Bech", "Kirkens Korshær", None, "næstformand", "forening"),
        ("Kim Lund", "Lev", None, "medlem", "forening"),
        ("Per Holm", "Byrådet", "A", "formand", "byråd"),
        ("Lis Torp", "Byrådet", None, "medlem", "byråd"),
    ]


def test_a_sentence_may_introduce_the_list():
    found = rows(
        "# Punkt 1: Medlemmer",
        "## Sagsfremstilling",
        "Udvalgets medlemmer er:",
        "Anne Bech (V), formand",
        "Kim Lund (Ø)",
        body="Socialudvalget",
        authority="Region Sjælland",
    )
    assert found == [
        ("Anne Bech", "Regionsrådet", "V", "formand", "regionsråd"),
        ("Kim Lund", "Regionsrådet", "Ø", "medlem", "regionsråd"),
    ]


def test_a_seat_with_a_stroke_and_a_vacant_seat_are_no_people():
    lines = ("## Medlemmer", "- Anne Bech, SIND", "- Kim Lund / Per Holm", "- Et medlem fra Foreningen Testby")
    assert [row[0] for row in rows(*lines)] == ["Anne Bech"]
    seats = find_seats(reading(*lines), FACTS)
    assert [(s.organisation, s.vacant, s.number) for s in seats] == [("Foreningen Testby", True, 1)]


def test_words_about_one_person_give_the_dates():
    found = members(
        "## Rådets medlemmer",
        "Repræsentanter for byrådet:",
        "- Per Holm (A) (formand) – indtrådt pr. 1. januar 2024.",
        "Lis Torp (A) (tidl. formand) udtrådte af Ældrerådet pr. 31. december 2023.",
        "Kim Lund fra Blå Kors er udtrådt af rådet.",
    )
    dated = [(m.person, m.role, m.term_start, m.term_end, m.as_of) for m in found]
    assert dated == [
        ("Per Holm", "formand", "2024-01-01", None, "2024-05-14"),
        ("Lis Torp", "formand", None, "2023-12-31", None),
        ("Kim Lund", "medlem", None, "../2024-05-14", None),
    ]


def test_a_sentence_gives_an_office_to_a_member_of_the_list():
    found = rows(
        "## Medlemmer",
        "- Anne Bech, SIND",
        "- Kim Lund, Blå Kors",
        "## Beslutning",
        "Rådet valgte Anne Bech som formand og takkede den afgående.",
        "Som næstformand blev valgt Kim Lund.",
    )
    assert [(row[0], row[1], row[3]) for row in found] == [
        ("Anne Bech", "SIND", "formand"),
        ("Kim Lund", "Blå Kors", "næstformand"),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("## Deltagere", "- Anne Bech, Blå Kors", "- Kim Lund, SIND"),
        ("## Underskriftsside", "Anne Bech (A)", "Kim Lund (V)"),
        ("Herunder Anne Bech, formand for Rådet for Socialt Udsatte, og professor Kim Lund.",),
        ("Rådet udpegede Anne Bech som medlem af arbejdsgruppen om tandpleje.",),
        ("Regionsrådet har udpeget Anne Bech som formand for Psykiatriudvalget.",),
        ("Chefkonsulent Anne Bech deltog under punktet.",),
        ("## Beslutning", "Følgende medlemmer kunne tiltræde indstillingen:", "Anne Bech", "Kim Lund"),
        ("Kommissorium, medlemmer mm. kan ses her: Patientudvalg i Region Sjælland",),
    ],
)
def test_who_is_no_member(lines: tuple[str, ...]):
    assert rows(*lines) == []


def test_those_present_are_members_when_the_list_gives_offices():
    found = rows("@ Tilstede", "@ Anne Bech (A) - formand", "@ Kim Lund (V)", "@ Afbud", "@ Per Holm (F)", "@ Sekretær",
                 "@ Lis Torp", body="Socialudvalget")  # fmt: skip
    assert [(row[0], row[3]) for row in found] == [
        ("Anne Bech", "formand"),
        ("Kim Lund", "medlem"),
        ("Per Holm", "medlem"),
    ]


def test_a_paper_of_no_body_has_no_members():
    assert rows("## Medlemmer", "- Anne Bech, SIND", body=None) == []
