"""What a council advises, how strongly, and what is not its advice (formats.md 8)."""

import pytest

from pipeline.extract.recommendations import find_recommendations
from pipeline.extract.stories import story_passages
from tests.unit.extract.papers import FACTS, reading


def mentions(*lines: str, **options: object):
    made = reading(*lines, **options)
    return find_recommendations(made, story_passages(made, FACTS), FACTS)


@pytest.mark.parametrize(
    ("line", "strength", "said_by"),
    [
        ("Ældrerådet anbefaler, at bænken flyttes.", 1, "Ældrerådet"),
        ("Rådet anbefaler kraftigt, at bænken flyttes.", 1, "Ældrerådet"),
        ("På baggrund af besøget anbefaler rådet, at bænken flyttes.", 1, "Ældrerådet"),
        ("Ældrerådet henstiller til byrådet, at prisen sænkes.", 1, "Ældrerådet"),
        ("Testby Kommunes Ældreråd anbefaler, at bænken flyttes.", 1, "Ældrerådet"),
        ("Rådet opfordrer til, at man spørger brugerne.", 2, "Ældrerådet"),
        ("Rådet foreslår, at stedet åbner tidligere.", 2, "Ældrerådet"),
        ("Vi ser gerne, at bussen kører igen.", 2, "Ældrerådet"),
        ("Rådet finder det vigtigt, at tilbuddet fortsætter.", 2, "Ældrerådet"),
        ("Foreningerne i Ældrerådet efterlyser flere pladser.", 2, "Foreningerne i Ældrerådet"),
        ("Rådet peger på, at adgangen er dårlig.", 3, "Ældrerådet"),
        ("Ældrerådet er bekymret for besparelserne.", 3, "Ældrerådet"),
        ("Planen mangler ét sted: Ældrerådet sætter spørgsmålstegn ved taksten.", 3, "Ældrerådet"),
        ("Rådet overvejer at invitere borgmesteren.", 4, "Ældrerådet"),
    ],
)
def test_strength(line: str, strength: int, said_by: str):
    (found,) = mentions("# Punkt 2: Høring", "## Beslutning", line)
    assert (found.strength, found.said_by, found.source, found.how, found.kind) == (
        strength, said_by, "egen", "full", "overordnet",
    )  # fmt: skip
    assert found.text == line


@pytest.mark.parametrize(
    "line",
    [
        "Administrationen anbefaler, at planen godkendes.",
        "Økonomiudvalget anbefaler overfor Byrådet, at planen godkendes.",
        "Det indstilles, at planen godkendes.",
        "Byrådet ønsker at spare.",
        "Rådet indstiller en ny repræsentant.",
        "Det er vigtigt, at Ældrerådet anbefaler noget.",
        "Partierne foreslår, at der oprettes et råd.",
        "Evalueringen peger på en række forhold.",
        "Rådet drøfter planen.",
    ],
)
def test_what_is_no_advice_of_the_council(line: str):
    assert mentions("# Punkt 2: Høring", "## Sagsfremstilling", line) == ()


def test_advice_of_others_is_quoted():
    found = mentions("Sundhedsstyrelsen anbefaler, at alle tilbydes en samtale.", "Handicaprådet anbefaler en rampe.")
    assert [(m.source, m.said_by, m.issued_by) for m in found] == [
        ("citeret", "Sundhedsstyrelsen", "Sundhedsstyrelsen"),
        ("citeret", "Handicaprådet", "Handicaprådet"),
    ]


def test_an_assembly_or_its_committee_gives_no_advice():
    assert (
        mentions("# Punkt 1: Sag", "## Beslutning", "Udvalget anbefaler, at sagen fremmes.", body="Socialudvalget")
        == ()
    )


def test_a_numbered_list_and_its_repetition_by_chapter():
    found = mentions(
        "## 2 Overordnede anbefalinger [anbefalinger]",
        "Ældrerådet har følgende anbefalinger:",
        "1. Ældrerådet anbefaler, at der indføres besøg.",
        "2. Ældrerådet anbefaler, at der er mad hver dag.",
        "## 4.1 Besøg []",
        "Ældrerådet anbefaler, at der indføres besøg.",
        "- Der er behov for flere frivillige.",
        "- Styrk samarbejdet med foreningerne.",
        "-- Et fast lokale.",
        "## 4.2 Mad []",
        "Ældrerrådet anbefaler, at der er mad hver dag.",
        "- Prisen bør sænkes.",
        kind="anbefalinger",
    )
    at = {m.id: n for n, m in enumerate(found)}
    assert [(m.kind, m.number, [at[p] for p in m.parents]) for m in found] == [
        ("overordnet", "1", []),
        ("overordnet", "2", []),
        ("overordnet", "1", []),
        ("uddybende", None, [2]),
        ("uddybende", None, [2]),
        ("uddybende", None, [4]),
        ("overordnet", "2", []),
        ("uddybende", None, [6]),
    ]
    assert [m.strength for m in found] == [1, 1, 1, 2, 2, 3, 1, 2]
    assert {m.issued for m in found} == {"2024-05-14"}


def test_items_under_two_recommendations_elaborate_both():
    found = mentions(
        "## 4.2 Indgang []",
        "Ældrerådet anbefaler, at der er én indgang.",
        "Ældrerådet anbefaler, at ingen slippes.",
        "- Ofte har borgere flere udfordringer.",
        "Ældrerådet anbefaler, at der er data.",
        "- Der mangler data.",
        kind="anbefalinger",
    )
    at = {m.id: n for n, m in enumerate(found)}
    assert [[at[p] for p in m.parents] for m in found] == [[], [], [0, 1], [], [3]]


def test_a_list_under_a_lead_is_advice_whatever_its_verbs():
    found = mentions(
        "# Punkt 2: Høring",
        "## Beslutning",
        "På baggrund af drøftelsen anbefaler Ældrerådet, at:",
        "1. stedet åbner tidligere",
        "2. prisen sænkes",
    )
    assert [(m.number, m.text, m.strength, m.kind) for m in found] == [
        ("1", "stedet åbner tidligere", 1, "overordnet"),
        ("2", "prisen sænkes", 1, "overordnet"),
    ]


def test_headings_number_what_stands_under_them_or_are_the_wording():
    found = mentions(
        "## Anbefaling 1: Planen på papir",
        "Ældrerådet anbefaler, at planen trykkes.",
        "## Anbefaling 2: Styrk samarbejdet med foreningerne",
        "Foreningerne gør et stort arbejde.",
        kind="anbefalinger",
    )
    assert [(m.number, m.text) for m in found] == [
        ("1", "Ældrerådet anbefaler, at planen trykkes."),
        ("2", "Styrk samarbejdet med foreningerne"),
    ]


def test_places_that_speak_of_advice_given():
    found = mentions(
        "# Punkt 4: Opfølgning",
        "## Beslutning",
        "Rådet drøftede Ældrerådets anbefalinger og så på anbefaling nr. 3.",
        "Anbefalingen om flere bænke er vigtig.",
    )
    assert [(m.how, m.number, m.text) for m in found] == [
        ("named", "3", "anbefaling nr. 3"),
        ("collective", None, "Ældrerådets anbefalinger"),
        ("named", None, "Anbefalingen om flere bænke er vigtig"),
    ]


def test_wishes_in_a_section_of_stories_are_part_of_the_stories():
    assert mentions("## Borgerhistorier", "Foreningerne efterlyser flere pladser.", kind="anbefalinger") == ()
