"""Members, presence, and which names are one organisation."""

import pytest

from tests.unit.evaluate.made import counted, gold, outcomes, scored, standing, tables

MEMBERS = """document,person,organisation,party,role,seat,start,end,as_of,body
referat,Helle Jensen,Regionsrådet,I,formand,regionsråd,,,2026-04-30,Udsatterådet
referat,Anders Sørensen,KFUK's sociale arbejde,,medlem,forening,,,2026-04-30,Udsatterådet
referat,Mette Løvstad,Center for Misbrugte,,medlem,forening,,../2026-04-30,,Udsatterådet"""
ALIASES = "name,alias\nKFUK's sociale arbejde,KFUKs sociale arbejde\nSocialistisk Folkeparti,SF"


def member(person, organisation, *, role="medlem", party=None, **values):
    seat = "regionsråd" if party else "forening"
    known = {"organisation_id": None, "seat": seat, "term_start": None, "term_end": None, "as_of": "2026-04-30"}
    return standing(person, person=person, organisation=organisation, role=role, party=party, **{**known, **values})


HELLE = member("Helle Jensen", "Regionsrådet", role="formand", party="I")
ANDERS = member("Anders Sørensen", "KFUKs sociale arbejde")
METTE = member("Mette Løvstad", "Center for Misbrugte", term_end="../2026-04-30", as_of=None)


def members(*rows, **others):
    return scored(tables(memberships=rows, **others), gold(memberships=MEMBERS, organisation_aliases=ALIASES))


def test_members_with_organisation_party_and_role():
    scores = members(HELLE, ANDERS, METTE)
    assert counted(scores.named("memberships")) == (3, 3, 3)
    assert counted(scores.named("memberships.term_end")) == (1, 1, 1)


@pytest.mark.parametrize(
    "row",
    [
        {**ANDERS, "organisation": "Blå Kors"},
        {**ANDERS, "organisation": None},
        {**ANDERS, "role": "næstformand"},
        {**ANDERS, "party": "A"},
        {**ANDERS, "person": "Anders"},
    ],
)
def test_a_member_with_another_value_is_wrong(row):
    assert counted(members(HELLE, row, METTE).named("memberships"))[2] == 2


def test_the_registry_may_know_the_organisation_by_the_name_of_the_reference():
    registry = [{"organisation_id": "o1", "name": "Center for Misbrugte", "aliases": ["CSM"]}]
    row = {**METTE, "organisation": "CSM", "organisation_id": "o1"}
    assert counted(members(HELLE, ANDERS, row, organisations=registry).named("memberships"))[2] == 3


def test_the_councils_own_period_is_nobodys_term():
    scores = members(HELLE, {**ANDERS, "term_start": "2022"}, METTE)
    assert outcomes(scores.named("memberships.term_start")) == [("false", "Anders Sørensen")]
    assert counted(scores.named("memberships"))[2] == 3


@pytest.mark.parametrize(("taken", "outcome"), [(False, "right"), (True, "wrong")])
def test_those_who_are_no_members(taken, outcome):
    known = gold(memberships=MEMBERS, non_members="document,person,role\nreferat,Berit Kragh,Chefkonsulent")
    rows = [HELLE, member("Berit Kragh", None)] if taken else [HELLE]
    assert [o for o, _ in outcomes(scored(tables(memberships=rows), known).named("non_members"))] == [outcome]


ATTENDANCE = "document,person,status\nreferat,Helle Jensen,til stede\nreferat,Annie Røn,afbud"


def present(person, status, item=None):
    return standing(person, person=person, status=status, agenda_item=item)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([present("Helle Jensen", "til stede"), present("Annie Røn", "afbud")], ["right", "right"]),
        ([present("Helle Jensen", "til stede"), present("Annie Røn", "fraværende")], ["right", "wrong"]),
        ([present("Helle Jensen", "til stede"), present("Annie Røn", "afbud", "3")], ["right", "missed"]),
        ([present("Helle Jensen", "til stede"), present("En gæst", "til stede", "5")], ["right", "missed"]),
        ([present("Helle Jensen", "til stede"), present("En gæst", "til stede")], ["right", "missed", "false"]),
    ],
)
def test_presence_at_the_meeting_as_a_whole(rows, expected):
    score = scored(tables(attendance=rows), gold(attendance=ATTENDANCE)).named("attendance")
    assert [outcome for outcome, _ in outcomes(score)] == expected


def organisation(key, name, *aliases):
    return {"organisation_id": key, "name": name, "aliases": list(aliases)}


@pytest.mark.parametrize(
    ("registry", "right", "false"),
    [
        ([organisation("1", "KFUK's sociale arbejde", "KFUKs sociale arbejde")], 1, 0),
        ([organisation("1", "KFUKs sociale arbejde"), organisation("2", "KFUK's sociale arbejde")], 0, 0),
        ([organisation("1", "SF", "Socialistisk Folkeparti"), organisation("2", "KFUKs sociale arbejde")], 1, 0),
        ([organisation("1", "SF", "Socialistisk Folkeparti", "KFUKs sociale arbejde")], 1, 1),
        ([], 0, 0),
    ],
)
def test_two_names_are_one_organisation_and_two_organisations_are_not(registry, right, false):
    found = tables(organisations=registry)
    score = scored(found, gold(organisation_aliases=ALIASES, memberships=MEMBERS)).named("organisation_aliases")
    assert [o for o, _ in outcomes(score)].count("right") == right
    assert [o for o, _ in outcomes(score)].count("false") == false
