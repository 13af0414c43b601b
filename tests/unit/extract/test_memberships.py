"""Seats in the paper's own body, from lists and sentences (formats.md 3.4)."""

import pytest

from pipeline.extract.memberships import find_memberships
from pipeline.extract.presence import find_lists
from pipeline.extract.terms_seats import find_seats
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


@pytest.mark.parametrize(
    ("line", "member"),
    [
        ("Anne Bech er formand fra 1. januar 2019.", ("Anne Bech", "formand", "2019-01-01", None)),
        ("Hun afløste Anne Bech, der var formand til 31. december 2018.", ("Anne Bech", "formand", None, "2018-12-31")),
        ("Anne Bech har været næstformand siden januar 2018.", ("Anne Bech", "næstformand", "2018-01", None)),
        ("Anne Bech var formand fra 2014 til 2018.", ("Anne Bech", "formand", "2014", "2018")),
        ("Rådets formand er Anne Bech.", ("Anne Bech", "formand", None, None)),
        ("Anne Bech er nyt medlem for SIND.", ("Anne Bech", "medlem", None, None)),
        ("Anne Bech, Blå Kors, indtræder i rådet pr. 1. maj 2024.", ("Anne Bech", "medlem", "2024-05-01", None)),
        ("Anne Bech er stoppet i rådet.", ("Anne Bech", "medlem", None, "../2024-05-14")),
        ("Formanden bød velkommen til rådets nye medlem Anne Bech.", ("Anne Bech", "medlem", None, None)),
    ],
)
def test_sentences_about_one_member(line: str, member: tuple[str, str, str | None, str | None]):
    found = members(line, kind="praesentation")
    assert [(m.person, m.role, m.term_start, m.term_end) for m in found] == [member]


@pytest.mark.parametrize(
    "line",
    [
        "Anne Bech er formand for Blå Kors i Testby.",
        "Anne Bech var formand for festudvalget.",
        "Anne Bech er medlem af en forening.",
        "Anne Bech er stoppet med at ryge.",
        "Anne Bech indtræder i debatten om busser.",
    ],
)
def test_sentences_about_other_offices(line: str):
    assert rows(line, kind="praesentation") == []


def test_one_seat_changes_hands():
    found = members("Anne Bech afløser Kim Lund som medlem af rådet pr. 1. maj 2024.")
    assert sorted((m.person, m.term_start, m.term_end) for m in found) == [
        ("Anne Bech", "2024-05-01", None),
        ("Kim Lund", None, "2024-05-01"),
    ]


def test_the_term_of_the_body_is_nobodys_own():
    found = members(
        "## Medlemmer", "- Anne Bech, SIND, medlem siden 2018", "- Kim Lund, LAP, valgt for perioden 2022-2025",
        "- Per Holm, DH, udtræder 31. december 2024", "- Lis Torp (A), formand siden 1. marts 2021",
    )  # fmt: skip
    assert [(m.person, m.term_start, m.term_end) for m in found] == [
        ("Anne Bech", "2018", None),
        ("Kim Lund", None, None),
        ("Per Holm", None, "2024-12-31"),
        ("Lis Torp", "2021-03-01", None),
    ]


def test_groups_with_a_label_on_their_line():
    found = rows(
        "## Medlemmer", "Udpeget af byrådet: Anne Bech (A) og Kim Lund (V)", "Udpeget af DH: Per Holm",
        "SIND: Lis Torp", "Brugerrepræsentanter: Bo Dam og Ida Friis", "## Suppleanter", "- Ole Bro, SIND",
        kind="praesentation",
    )  # fmt: skip
    assert [(row[0], row[1], row[3]) for row in found] == [
        ("Anne Bech", "Byrådet", "medlem"), ("Kim Lund", "Byrådet", "medlem"), ("Per Holm", "DH", "medlem"),
        ("Lis Torp", "SIND", "medlem"), ("Bo Dam", None, "medlem"), ("Ida Friis", None, "medlem"),
        ("Ole Bro", "SIND", "suppleant"),
    ]  # fmt: skip


def test_two_columns_read_across_and_lines_of_their_own():
    across = rows("@ Medlemmer", "@ Anne Bech (A)   Kim Lund (V)", "@ Per Holm (F)   Lis Torp (O)")
    assert sorted((row[0], row[2]) for row in across) == [
        ("Anne Bech", "A"), ("Kim Lund", "V"), ("Lis Torp", "O"), ("Per Holm", "F"),
    ]  # fmt: skip
    found = rows("@ Medlemmer af udvalget:", "@ Anne Bech", "@ Formand", "@ Socialdemokratiet", "@ Kim Lund",
                 "@ Medlem", "@ Venstre")  # fmt: skip
    assert [(row[0], row[2], row[3]) for row in found] == [
        ("Anne Bech", "Socialdemokratiet", "formand"),
        ("Kim Lund", "Venstre", "medlem"),
    ]


def test_a_table_of_members():
    found = members("| Navn | Organisation | Rolle | Indtrådt", "| Anne Bech | Blå Kors | Formand | 1. maj 2022",
                    "| Kim Lund | SIND | Medlem | ", kind="praesentation")  # fmt: skip
    assert [(m.person, m.organisation, m.role, m.term_start) for m in found] == [
        ("Anne Bech", "Blå Kors", "formand", "2022-05-01"),
        ("Kim Lund", "SIND", "medlem", None),
    ]


def test_a_list_that_no_heading_names_needs_a_chair():
    lines = ("- Anne Bech, LAP (formand)", "- Kim Lund, Bedre Psykiatri", "- Per Holm (V)")
    assert [row[0] for row in rows(*lines, kind="praesentation")] == ["Anne Bech", "Kim Lund", "Per Holm"]
    assert rows(*lines[1:], "- Lis Torp, SIND", kind="praesentation") == []
    assert rows(*lines) == []


def test_a_sentence_that_names_them_all():
    found = rows("Rådet består af Anne Bech (formand), Blå Kors, Kim Lund, SIND, og Per Holm (V).", kind="kommissorium")
    assert [(row[0], row[1], row[3]) for row in found] == [
        ("Anne Bech", "Blå Kors", "formand"), ("Kim Lund", "SIND", "medlem"), ("Per Holm", "Byrådet", "medlem"),
    ]  # fmt: skip
