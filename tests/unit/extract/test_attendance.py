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


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("Herudover havde Kim Lund meldt afbud.", "afbud"),
        ("Kim Lund måtte desværre melde afbud.", "afbud"),
        ("Der er modtaget afbud fra Kim Lund.", "afbud"),
        ("Lovligt forfald: Kim Lund", "afbud"),
        ("Kim Lund (V) fraværende med afbud.", "afbud"),
        ("Kim Lund (V) ikke til stede.", "fraværende"),
        ("Kim Lund fraværende.", "fraværende"),
        ("Kim Lund mødte ikke op.", "fraværende"),
        ("Desværre deltog Kim Lund ikke.", "fraværende"),
        ("Udeblevet uden afbud: Kim Lund", "fraværende"),
        ("Kim Lund var forhindret i at deltage.", "fraværende"),
        ("Kl. 16.10 forlod Kim Lund mødet.", "delvist"),
        ("Kim Lund gik kl. 17.", "delvist"),
        ("Kim Lund deltog i punkt 3-5.", "delvist"),
        ("Kim Lund var med fra kl. 10.", "delvist"),
        ("Kim Lund deltog via Teams.", "til stede"),
    ],
)
def test_what_a_sentence_tells_of_one_member(line: str, status: str):
    assert rows(line) == [("Kim Lund", status, "medlem", None)]


@pytest.mark.parametrize(
    "line",
    [
        "Kim Lund fortalte, at Per Holm havde meldt afbud til turen.",
        "Kim Lund er forhindret den 4. juni.",
        "Kim Lund deltog i konferencen om hjemløshed på rådets vegne.",
        "Anne Bech deltog fra Blå Kors i en debat.",
        "Kim Lund kom til mødet med et forslag om busser.",
        "Kim Lund deltog for rådet i et møde i maj.",
        "Afbud meldes til Anne Bech.",
        "Rådet drøftede, hvorfor Kim Lund ikke var inviteret.",
        "Kim Lund var ikke inhabil.",
    ],
)
def test_prose_about_somebody_is_no_attendance(line: str):
    assert rows(line) == []


@pytest.mark.parametrize(
    "line",
    [
        "I stedet for Anne Bech mødte Per Holm.",
        "For Anne Bech deltog suppleant Per Holm.",
        "Stedfortræder Per Holm deltog for Anne Bech.",
        "Per Holm deltog i stedet for Anne Bech.",
        "I Anne Bechs sted mødte Per Holm.",
        "Per Holm (A) var indkaldt som stedfortræder for Anne Bech.",
        "@ Afbud: Ingen. Per Holm deltog som suppleant.",
    ],
)
def test_stand_ins_by_sentence(line: str):
    assert rows(line) == [("Per Holm", "til stede", "stedfortræder", None)]


@pytest.mark.parametrize(
    "line",
    [
        "Per Holm deltog som stedfortræder for Anne Bech (F), der havde meldt afbud.",
        "@ Afbud: Anne Bech, F - Per Holm, stedfortræder",
        "@ Afbud: Anne Bech (suppleant: Per Holm)",
        "@ Afbud: Anne Bech, F, i stedet mødte Per Holm",
    ],
)
def test_the_absent_one_with_the_stand_in(line: str):
    assert sorted(rows(line)) == [
        ("Anne Bech", "afbud", "medlem", None),
        ("Per Holm", "til stede", "stedfortræder", None),
    ]


@pytest.mark.parametrize(
    ("line", "capacity"),
    [
        ("Som oplægsholder medvirkede Anne Bech.", "gæst"),
        ("Anne Bech fra Bedre Psykiatri var med som gæst.", "gæst"),
        ("Endvidere deltog Anne Bech.", "gæst"),
        ("Endvidere deltog chefkonsulent Anne Bech.", "forvaltning"),
        ("Fra administrationen deltog Anne Bech.", "forvaltning"),
        ("Derudover deltog fra Social- og Sundhedsforvaltningen rådets sekretær Anne Bech.", "forvaltning"),
    ],
)
def test_guests_and_staff_by_sentence(line: str, capacity: str):
    assert rows(line) == [("Anne Bech", "til stede", capacity, None)]


def test_groups_within_one_list():
    found = rows(
        "@ Deltagere: Kim Lund (formand), Per Holm, og fra personalet Lis Torp samt gæsterne Anne Bech og Bo Dam"
    )
    assert [(person, capacity) for person, _, capacity, _ in found] == [
        ("Kim Lund", "medlem"), ("Per Holm", "medlem"), ("Lis Torp", "forvaltning"), ("Anne Bech", "gæst"),
        ("Bo Dam", "gæst"),
    ]  # fmt: skip


def test_a_list_of_first_names_may_hold_a_rare_one():
    found = rows("@ Deltagere: Anne, Flemming, Zahida (referent) og Ole")
    assert [row[0] for row in found] == ["Anne", "Flemming", "Zahida", "Ole"]


def test_a_list_ends_where_a_clause_begins():
    assert rows("Der var afbud fra Kim Lund; Per Holm var fraværende uden afbud.") == [
        ("Kim Lund", "afbud", "medlem", None),
        ("Per Holm", "fraværende", "medlem", None),
    ]


def test_all_others_are_the_members_but_the_absent():
    found = rows("@ Medlemmer: Anne Bech, DH Kim Lund, DH", "@ Per Holm (A) Lis Torp (V)", "@ Fraværende: Lis Torp",
                 "Alle øvrige medlemmer var mødt.")  # fmt: skip
    assert [(row[0], row[1]) for row in sorted(found)] == [
        ("Anne Bech", "til stede"), ("Kim Lund", "til stede"), ("Lis Torp", "fraværende"), ("Per Holm", "til stede"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line", ["Alle på nær Kim Lund var mødt.", "Samtlige medlemmer var til stede, bortset fra Kim Lund."]
)
def test_other_words_for_all_but_one(line: str):
    found = rows("@ Medlemmer: Anne Bech, Kim Lund", line)
    assert [(row[0], row[1]) for row in found] == [("Kim Lund", "fraværende"), ("Anne Bech", "til stede")]


def test_boxes_that_are_ticked():
    assert rows("@ Deltagere:", "- [x] Kim Lund", "- [ ] Per Holm", "- ☒ Lis Torp") == [
        ("Kim Lund", "til stede", "medlem", None),
        ("Lis Torp", "til stede", "medlem", None),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("| Deltagere: | Kim Lund", "| | Lis Torp", "| Afbud: | Per Holm,", "| Fraværende: |"),
        ("| Til stede | Afbud", "| Kim Lund, Lis Torp | Per Holm"),
        ("| Navn | Fremmøde", "| Kim Lund | Til stede", "| Lis Torp | Mødt", "| Per Holm | Afbud"),
    ],
)
def test_tables_of_attendance(lines: tuple[str, ...]):
    assert [(row[0], row[1]) for row in rows(*lines)] == [
        ("Kim Lund", "til stede"), ("Lis Torp", "til stede"), ("Per Holm", "afbud"),
    ]  # fmt: skip


def test_a_table_of_something_else_is_no_attendance():
    assert rows("| Navn | Status", "| Kim Lund | Afsluttet", "| Værestedet | Afbud fra leverandøren") == []


def test_labels_first_and_as_many_values_after():
    labels = ("@ Mødedato", "@ Mødested", "@ Deltagere", "@ Afbud")
    assert rows(*labels, "@ 3. maj 2024", "@ Rådhuset", "@ Kim Lund og Per Holm", "@ Lis Torp") == [
        ("Kim Lund", "til stede", "medlem", None),
        ("Per Holm", "til stede", "medlem", None),
        ("Lis Torp", "afbud", "medlem", None),
    ]
    assert rows(*labels, "@ 3. maj 2024", "@ Rådhuset", "@ Kim Lund og Per Holm") == []


def test_labels_first_and_the_members_before_those_present():
    found = rows("@ Medlemmer", "@ Deltagere", "@ Fraværende", "@ Kim Lund", "@ Per Holm", "@ Lis Torp",
                 "@ Kim Lund, Per Holm og sekretær Bo Dam", "@ Lis Torp (afbud)")  # fmt: skip
    assert [(row[0], row[1]) for row in found] == [
        ("Kim Lund", "til stede"), ("Per Holm", "til stede"), ("Bo Dam", "til stede"), ("Lis Torp", "afbud"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "sentence",
    [
        "Under punktet deltog centerchef Lise Holm.",
        "Til punkt 5 deltog centerchef Lise Holm.",
        "Centerchef Lise Holm deltog under punktet.",
        "Ved behandlingen af punktet medvirkede rådets sekretær Lise Holm.",
    ],
)
def test_who_was_there_for_one_item(sentence):
    made = reading("# Punkt 5: Budget", "## Beslutning", f"{sentence} Godkendt.")
    found = find_attendance(made, find_lists(made, FACTS), (), FACTS)
    assert [(a.person, a.status, a.agenda_item) for a in found] == [("Lise Holm", "delvist", "5")]
