"""Contributions, commitments, and papers that should exist."""

import pytest

from pipeline.extract.commitments import find_commitments
from pipeline.extract.contributions import find_contributions
from pipeline.extract.decisions import find_decisions
from pipeline.extract.expected import find_expected
from pipeline.extract.references import find_references
from tests.unit.extract.papers import FACTS, reading

HERE = ("# Punkt 3: Tandpleje", "## Beslutning")


def contributions(*lines: str):
    made = reading(*lines)
    return [(c.kind, c.said_by, c.text) for c in find_contributions(made, find_decisions(made, FACTS), FACTS)]


def commitments(*lines: str, **options: object):
    made = reading(*lines, **options)
    return [
        (c.what, c.responsible, c.recipient, c.due) for c in find_commitments(made, find_decisions(made, FACTS), FACTS)
    ]


def test_each_bullet_of_a_list_that_is_introduced():
    assert contributions(*HERE, "Der var følgende input fra rådets medlemmer:", "- Flere pladser", "- Bedre tid") == [
        ("input", "rådets medlemmer", "Flere pladser"),
        ("input", "rådets medlemmer", "Bedre tid"),
    ]


def test_each_member_of_an_enumeration():
    line = (
        "Der var en række forslag, herunder flere møder, en side på nettet (og på papir), fælles brev og en temadag mm."
    )
    assert [c[2] for c in contributions(*HERE, line)] == [
        "flere møder", "en side på nettet (og på papir)", "fælles brev", "en temadag",
    ]  # fmt: skip
    two = "Der var en række forslag til emner. Herunder et besøg, transport og tandpleje."
    assert contributions(*HERE, two) == [
        ("emneforslag", None, "et besøg"), ("emneforslag", None, "transport"), ("emneforslag", None, "tandpleje"),
    ]  # fmt: skip


def test_a_list_of_meetings_is_no_contribution():
    assert contributions(*HERE, "Der er aftalt følgende møder:", "- Torsdag den 20. juni 2024") == []


@pytest.mark.parametrize(
    ("line", "row"),
    [
        ("Det blev aftalt, at formanden skriver til byrådet inden den 1. juni.",
         ("formanden skriver til byrådet inden den 1. juni", "formanden", None, None)),
        ("Det blev aftalt, at anbefalingerne skal sendes til Socialudvalget.",
         ("anbefalingerne skal sendes til Socialudvalget", None, "Socialudvalget", None)),
        ("Det blev aftalt, at der på næste møde skal vælges temaer.",
         ("der på næste møde skal vælges temaer", None, None, "2024-06-25")),
        ("Rådet besluttede at skrive til Movia.", ("skrive til Movia", "Ældrerådet", None, None)),
        ("Aftale: Rie kontakter kommunen.", ("Rie kontakter kommunen", "Rie", None, None)),
        ("Sekretariatet vil undersøge mulighederne.",
         ("Sekretariatet vil undersøge mulighederne", "Sekretariatet", None, None)),
        ("Anne Bech undersøger, om der er plads.",
         ("Anne Bech undersøger, om der er plads", "Anne Bech", None, None)),
    ],
)  # fmt: skip
def test_what_was_agreed(line: str, row: tuple[str | None, ...]):
    found = commitments(*HERE, line, planned=["2024-06-25"])
    assert [r[:3] for r in found] == [row[:3]]
    assert row[3] is None or found[0][3] == row[3]


@pytest.mark.parametrize(
    "line",
    ["Der er aftalt følgende møder:", "Rådet godkendte planen.", "Man skal skrive sig på listen.", "Planen er god."],
)
def test_what_promises_nothing(line: str):
    assert commitments(*HERE, line) == []


def test_a_repetition_in_the_summing_up_is_told_once():
    found = commitments(
        *HERE,
        "Det blev aftalt, at formanden skriver et brev til byrådet om tandpleje.",
        "# Punkt 9: Opsamling",
        "## Beslutning",
        "Rådet har aftalt, at formanden skriver et brev om tandpleje til byrådet.",
        "Rådet har aftalt, at der skal holdes en temadag for frivillige.",
    )
    assert [row[0] for row in found] == [
        "formanden skriver et brev til byrådet om tandpleje",
        "der skal holdes en temadag for frivillige",
    ]


def test_papers_that_should_exist():
    made = reading(
        "# Punkt 3: Budget",
        "## Sagsfremstilling",
        "Byrådet besluttede den 4. april 2024 at udvide tilbuddet.",
        "Rådet inviteres til et møde i Udvalget for Børn og Unge den 9. juni 2024.",
        "## Bilag",
        "Udkast til strategi",
        planned=["2024-06-25"],
    )
    found = find_expected(made, find_decisions(made, FACTS), find_references(made, FACTS), FACTS)
    assert {(e.what, e.body, e.date) for e in found} == {
        ("Referat", "Ældrerådet", "2024-06-25"),
        ("Referat", "Byrådet", "2024-04-04"),
        ("Referat", "Udvalget for Børn og Unge", "2024-06-09"),
        ("Udkast til strategi", None, None),
    }
