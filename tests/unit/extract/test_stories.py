"""Citizens' stories, the examples and quotations within them, and who tells (formats.md 9)."""

import pytest

from pipeline.extract.stories import find_stories
from tests.unit.extract.papers import FACTS, reading

LONG_QUOTE = "”Jeg ventede i tre timer, og så blev jeg sendt hjem igen.”"


def stories(*lines: str, **options: object):
    return find_stories(reading(*lines, **options), FACTS)


def rows(*lines: str):
    found = stories(*lines)
    at = {s.id: n for n, s in enumerate(found)}
    return [(s.kind, None if s.part_of is None else at[s.part_of], s.text[:18]) for s in found]


def test_a_paragraph_its_examples_and_what_goes_on_from_it():
    assert rows(
        "## Borgerhistorier / Manglende tilbud [historier]",
        "Mange venter længe. Et eksempel er, når lægen siger nej.",
        "Eksempel: En mand uden bolig bliver sendt hjem.",
        "Ventetiden er årsag til nye indlæggelser.",
        "## Borgerhistorier / Medicin [historier]",
        "Eksempel med borgere, der ikke har råd.",
        "Borgerne mangler penge til medicin.",
    ) == [
        ("udsagn", None, "Mange venter længe"),
        ("eksempel", 0, "Et eksempel er, nå"),
        ("eksempel", 0, "Eksempel: En mand "),
        ("udsagn", 0, "Ventetiden er årsa"),
        ("eksempel", None, "Eksempel med borge"),
        ("udsagn", None, "Borgerne mangler p"),
    ]


def test_items_stand_for_themselves_and_their_lead_is_none():
    assert rows(
        "## Cases", "Foreningerne peger på tre ting:", "- Det er svært at blive hørt.", "- Bussen kører ikke."
    ) == [
        ("udsagn", None, "Det er svært at bl"),
        ("udsagn", None, "Bussen kører ikke."),
    ]


def test_a_case_with_its_quotation():
    assert rows("## Case 1: Ruth, 84 år", "Ruth bor på tredje sal uden elevator.", f"> {LONG_QUOTE}") == [
        ("eksempel", None, "Ruth bor på tredje"),
        ("citat", 0, LONG_QUOTE[:18]),
    ]


def test_an_introduction_announces_the_sections_that_follow_it():
    found = rows(
        "## Kapitel 3 / 3.1 Historier fra foreningerne [historier]",
        "De følgende historier og udsagn er foreningernes egne.",
        "En række af eksemplerne er komplekse.",
        "## Kapitel 3 / 3.2 Tilbud []",
        "Borgerne venter længe.",
        "## Kapitel 4 / 4.1 Anbefalinger [anbefalinger]",
        "Ældrerådet anbefaler, at der er flere pladser.",
    )
    assert found == [("udsagn", None, "Borgerne venter læ")]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Case 2: En kvinde blev afvist.", "eksempel"),
        ("Borgerhistorie: En mand venter.", "eksempel"),
        ("En borger fortæller, at hun blev afvist.", "eksempel"),
        ("Mand, 52 år, hjemløs. Han sover i en bil.", "eksempel"),
        (f"{LONG_QUOTE}, siger en bruger.", "citat"),
    ],
)
def test_a_story_told_in_passing(line: str, kind: str):
    assert [s.kind for s in stories("# Punkt 2: Besøg", "## Sagsfremstilling", line)] == [kind]


@pytest.mark.parametrize(
    "line",
    [
        "Det kan f.eks. være transport.",
        "Udvalget så på en sag om en borger.",
        "Rådet kan ikke behandle enkeltsager.",
        'Strategien hedder "Lighed for alle".',
        "Et medlem fortalte om sin forening.",
    ],
)
def test_no_story(line: str):
    assert stories("# Punkt 2: Besøg", "## Sagsfremstilling", line) == ()


@pytest.mark.parametrize(
    ("lines", "told_by"),
    [
        (("## Kapitel 3 / 3.1 Historier [historier]", "De følgende udsagn er foreningernes egne udsagn.",
          "## Kapitel 3 / 3.2 Tilbud []", "Borgerne venter."), "Foreningerne"),
        (("## Cases", "Foreningerne, særligt Blå Kors, peger på:", "- Bussen kører ikke."),
         "Foreningerne, særligt Blå Kors"),
        (("## Cases", "En pårørende fortæller, at hun ikke blev hørt."), "En pårørende"),
        (("## Cases", "Borgerne venter."), None),
    ],
)  # fmt: skip
def test_told_by_only_where_the_paper_says_so(lines: tuple[str, ...], told_by: str | None):
    assert [s.told_by for s in stories(*lines)] == [told_by]
