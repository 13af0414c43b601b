"""Ids: computed from what makes a finding the same, whatever the layout."""

import pytest

from pipeline.model.ids import digest, entity_id, finding_ids, fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Beslutning:", "BESLUTNING"),
        ("Sags-id", "sags id"),
        ("  to   ord ", "to ord"),
        ("A\u030arhus", "Århus"),
        ("§ 17, stk. 4", "17 stk 4"),
    ],
)
def test_layout_does_not_count(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("råd", "rad"), ("øre", "ore"), ("punkt 1", "punkt 2"), ("sag", "sagen")])
def test_letters_do(one, other):
    assert fold(one) != fold(other)


def test_an_id_is_sixteen_hex_digits_and_the_same_every_time():
    assert digest("a", "b") == "f04cdced9736a69d"
    assert len(digest("a", "b")) == 16


def test_parts_are_kept_apart():
    assert digest("ab", "c") != digest("a", "bc")


def test_the_same_words_get_an_id_for_each_time_they_stand_there():
    first, second, other = finding_ids("decisions", "paper", ["Godkendt.", "godkendt", "Udsat."])
    assert len({first, second, other}) == 3
    # An earlier passage more, of other words, moves none of them.
    assert list(finding_ids("decisions", "paper", ["Intet.", "Godkendt.", "godkendt", "Udsat."]))[1:] == [
        first,
        second,
        other,
    ]


def test_table_and_paper_are_part_of_an_id():
    ids = [next(finding_ids(table, paper, ["Godkendt."])) for table in ("a", "b") for paper in ("x", "y")]
    assert len(set(ids)) == 4


def test_an_entity_is_its_kind_authority_and_name():
    assert entity_id("råd", "Testby Kommune", "Ældrerådet") == entity_id("råd", "Testby kommune", "ÆLDRERÅDET")
    assert entity_id("råd", None, "Ældrerådet") == entity_id("råd", "", "Ældrerådet")
    assert entity_id("råd", "Testby Kommune", "Ældrerådet") != entity_id("råd", "Nabokommune", "Ældrerådet")
    assert entity_id("råd", None, "Ældrerådet") != entity_id("person", None, "Ældrerådet")
