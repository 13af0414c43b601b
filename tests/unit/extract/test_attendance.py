"""Who was there (formats.md 3.3 and the families of section 2)."""

import pytest

from pipeline.extract.attendance import find_attendance
from pipeline.extract.memberships import find_memberships
from pipeline.extract.presence import find_lists
from tests.unit.extract.papers import FACTS, reading


def attendance(*lines: str, **options: object):
    made = reading(*lines, **options)
    listed = find_lists(made, FACTS)
    return find_attendance(made, listed, find_memberships(made, listed, FACTS), FACTS)


def rows(*lines: str, **options: object):
    return [(a.person, a.status, a.capacity, a.agenda_item) for a in attendance(*lines, **options)]


@pytest.mark.parametrize(
    "label", ["Til stede", "Tilstede", "Tilstede var:", "Deltagere:", "Mødedeltagere", "Mødt:", "Fremmødte:"]
)
def test_labels_of_those_present(label: str):
    assert rows(f"@ {label}", "@ Anne Bech (A)", "@ Kim Lund (V)") == [
        ("Anne Bech", "til stede", "medlem", None),
        ("Kim Lund", "til stede", "medlem", None),
    ]


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("Afbud: Anne Bech (A)", "afbud"),
        ("Afbud fra: Anne Bech", "afbud"),
        ("Meldt afbud: Anne Bech", "afbud"),
        ("Der var afbud fra Anne Bech.", "afbud"),
        ("Afbud/Fraværende: Anne Bech", "afbud"),
        ("Fraværende med afbud var Anne Bech (V).", "afbud"),
        ("Fraværende: Anne Bech", "fraværende"),
        ("Fraværende uden afbud: Anne Bech", "fraværende"),
        ("Ikke til stede: Anne Bech.", "fraværende"),
        ("Anne Bech havde meldt afbud.", "afbud"),
        ("Anne Bech var fraværende.", "fraværende"),
        ("Anne Bech udeblev uden afbud.", "fraværende"),
        ("Anne Bech deltog ikke på mødet.", "fraværende"),
    ],
)
def test_absence(line: str, status: str):
    assert rows(line) == [("Anne Bech", status, "medlem", None)]


@pytest.mark.parametrize(
    "lines",
    [
        ("@ Afbud:", "## Dagsorden"),
        ("@ Fraværende: Ingen",),
        ("@ Afbud: -",),
        ("@ Medlemmer: Anne Bech (A), Kim Lund (V)",),
        ("## Underskriftsside", "Anne Bech (A)", "Kim Lund (V)"),
        ("# Punkt 1: Budget", "## Beslutning", "Følgende deltog ikke i behandlingen af punktet:"),
        ("Afbud skal meldes til sekretariatet.",),
    ],
)
def test_nobody(lines: tuple[str, ...]):
    assert rows(*lines) == []


def test_everyone_but_some_takes_the_roster_from_the_list_of_members():
    found = attendance(
        "# Punkt 1: Mødedeltagelse",
        "## Sagsfremstilling",
        "Rådets medlemmer er:",
        "Anne Bech, SIND",
        "Kim Lund, Blå Kors",
        "Per Holm, Lev",
        "## Beslutning",
        "Alle var mødt, undtagen Kim Lund, der havde meldt afbud.",
    )
    assert [(a.person, a.status, a.agenda_item) for a in found] == [
        ("Kim Lund", "afbud", None),
        ("Anne Bech", "til stede", None),
        ("Per Holm", "til stede", None),
    ]
    assert {a.proof.span.quote for a in found} == {"Alle var mødt, undtagen Kim Lund, der havde meldt afbud."}
    assert [span.quote for span in found[1].proof.more] == ["Anne Bech, SIND"]


def test_a_running_list_goes_on_in_the_next_line_of_the_head():
    found = rows("@ Til stede: Anne Bech (formand), Kim", "@ Lund, Per Holm og", "@ Lis Torp", "@ Sted: Rådhuset")
    assert [row[0] for row in found] == ["Anne Bech", "Kim Lund", "Per Holm", "Lis Torp"]


def test_present_and_absent_is_unclear():
    found = attendance("@ Deltagere:", "@ Tilde Holm", "@ Anne Bech (referent)", "@ Afbud: Tilde,")
    assert [(a.person, a.status, a.capacity) for a in found] == [
        ("Tilde Holm", "uklart", "medlem"),
        ("Anne Bech", "til stede", "forvaltning"),
    ]


def test_staff_guests_and_substitutes():
    found = rows(
        "@ Til stede: Anne Bech",
        "@ Fra forvaltningen: Kim Lund",
        "@ Gæster: Per Holm",
        "@ Referent: Lis Torp",
        "Som stedfortræder for Ole Dam deltog Ib Friis.",
    )
    assert [(person, capacity) for person, _, capacity, _ in found] == [
        ("Anne Bech", "medlem"),
        ("Kim Lund", "forvaltning"),
        ("Per Holm", "gæst"),
        ("Lis Torp", "forvaltning"),
        ("Ib Friis", "stedfortræder"),
    ]


def test_absence_from_one_item_belongs_to_the_item():
    found = rows(
        "# Punkt 1: Budget",
        "## Beslutning",
        "Godkendt.",
        "# Punkt 2: Tandpleje",
        "## Beslutning",
        "Godkendt. Anne Bech (A) deltog ikke i sagens behandling.",
        "# Punkt 3: Evt.",
        "## Beslutning",
        "Fraværende: Kim Lund (V)",
    )
    assert found == [("Anne Bech", "fraværende", "medlem", "2"), ("Kim Lund", "fraværende", "medlem", "3")]


def test_who_is_noted_under_every_item_was_away_from_the_meeting():
    lines = [
        line for n in (1, 2, 3) for line in (f"# Punkt {n}: Sag", "## Beslutning", "Godkendt.", "Fraværende: Anne Bech")
    ]
    found = attendance(*lines)
    assert [(a.person, a.status, a.agenda_item, len(a.proof.more)) for a in found] == [
        ("Anne Bech", "fraværende", None, 2)
    ]


def test_who_came_late_or_left():
    assert rows("Anne Bech forlod mødet kl. 15.00.", "Kim Lund deltog fra kl. 10.") == [
        ("Anne Bech", "delvist", "medlem", None),
        ("Kim Lund", "delvist", "medlem", None),
    ]


def test_a_table_of_crosses():
    found = rows(
        "| Navn | Repræsenterer | Til stede | Afbud", "| Anne Bech | Blå Kors | X | ", "| Kim Lund | SIND |  | X"
    )
    assert found == [("Anne Bech", "til stede", "medlem", None), ("Kim Lund", "afbud", "medlem", None)]


def test_three_labels_one_upon_the_other_tell_nothing():
    assert rows("@ Deltagere", "@ Afbud", "@ Fraværende", "@ Anne Bech", "@ Kim Lund") == []


def test_only_minutes_tell_who_came():
    assert rows("@ Deltagere:", "@ Anne Bech", kind="dagsorden") == []
