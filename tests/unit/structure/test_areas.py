"""Which region or municipality a paper comes from, and how much a sign weighs."""

import pytest

TEXT = "Rådet drøftede sagen og tog orienteringen til efterretning."


def area(front, *head, text=TEXT, title="Referat", foot=""):
    lines = "\n".join(f"@ {line}" for line in head)
    furniture = f"~ {foot}" if foot else ""
    found = front(f"= {title}\n{lines}\n{furniture}\n# 1. Meddelelser\n## Beslutning\n{text}")
    return found.authority, found.region


@pytest.mark.parametrize(
    ("line", "authority", "region"),
    [
        ("Randers Kommune", "Randers Kommune", "Region Midtjylland"),
        ("Region Sjælland", "Region Sjælland", "Region Sjælland"),
        ("Region Midtjyllands Udsatteråd", "Region Midtjylland", "Region Midtjylland"),
        # the genitive of a name, and names in a form of their own
        ("Københavns Kommune", "Københavns Kommune", "Region Hovedstaden"),
        ("Vesthimmerlands Kommune", "Vesthimmerlands Kommune", "Region Nordjylland"),
        ("Nordfyns Kommune", "Nordfyns Kommune", "Region Syddanmark"),
        ("Bornholms Regionskommune", "Bornholms Regionskommune", "Region Hovedstaden"),
        ("Morsø Kommune", "Morsø Kommune", "Region Nordjylland"),
        # spellings
        ("Århus Kommune", "Aarhus Kommune", "Region Midtjylland"),
        ("Høje Taastrup Kommune", "Høje-Taastrup Kommune", "Region Hovedstaden"),
        ("Faaborg-Midtfyn Kommune", "Faaborg-Midtfyn Kommune", "Region Syddanmark"),
        ("Ringkøbing-Skjern Kommune", "Ringkøbing-Skjern Kommune", "Region Midtjylland"),
        # named by its council, its town hall, its web address
        ("Greve Byråd", "Greve Kommune", "Region Sjælland"),
        ("Mødested: Ishøj Rådhus", "Ishøj Kommune", "Region Hovedstaden"),
        ("www.kalundborg.dk", "Kalundborg Kommune", "Region Sjælland"),
        ("E-mail: sekretariat@herning.dk", "Herning Kommune", "Region Midtjylland"),
        ("www.regionsjaelland.dk", "Region Sjælland", "Region Sjælland"),
        # the house of a region, the form of a case number
        ("Regionshuset Viborg, Skottenborg 26, 8800 Viborg", "Region Midtjylland", "Region Midtjylland"),
        ("Sagnr.: 1-01-81-18-17", "Region Midtjylland", "Region Midtjylland"),
        ("EMN-2025-003383", "Aarhus Kommune", "Region Midtjylland"),
        # the town of an address
        ("Rådhuspladsen 2, 8400 Odder", "Odder Kommune", "Region Midtjylland"),
    ],
)  # fmt: skip
def test_a_line_of_the_head(front, line, authority, region):
    assert area(front, line) == (authority, region)


def test_a_paper_that_names_none_has_none(front):
    assert area(front, "Dato: 3. maj 2024", "Til stede: Anna Jensen, Bo Hansen") == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        "Værestedet i Herning har åbent om lørdagen.",
        "Rådet besøgte en institution på Samsø.",
        "Vejen til hjælp er lang.",
        "Skive for skive blev budgettet skåret.",
    ],
)
def test_a_town_in_running_text_is_where_something_happens(front, text):
    assert area(front, "Dato: 3. maj 2024", text=text) == (None, None)


def test_the_head_weighs_more_than_what_the_text_talks_of(front):
    text = "Odense Kommune, Vejle Kommune og Kolding Kommune har gode erfaringer. Odense Kommune fortalte om dem."
    assert area(front, "Udvalg: Ældrerådet", "Svendborg Kommune", text=text)[0] == "Svendborg Kommune"


def test_a_running_foot_tells_it_where_the_head_does_not(front):
    assert area(front, "Dato: 3. maj 2024", foot="Fredensborg Kommune · Side 1")[0] == "Fredensborg Kommune"


def test_the_text_tells_it_where_nothing_else_does(front):
    text = "Rådet rådgiver Kolding Kommune om forhold for ældre."
    assert area(front, "Dato: 3. maj 2024", text=text) == ("Kolding Kommune", "Region Syddanmark")


def test_a_body_that_only_regions_have_is_of_a_region(front):
    text = "Aarhus Kommune og Viborg Kommune deltager. Aarhus Kommune betaler. Region Midtjylland leder arbejdet."
    assert area(front, "Udvalg: Regionsrådet", text=text)[0] == "Region Midtjylland"


def test_the_title_tells_it(front):
    assert area(front, title="Kommissorium for Udsatterådet i Region Sjælland")[0] == "Region Sjælland"
