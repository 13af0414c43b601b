"""The forms in which a council's advice stands in its papers: leads, headings, numbers, lists, lists within lists."""

import pytest

from pipeline.extract.recommendations import find_recommendations
from pipeline.extract.stories import story_passages
from tests.unit.extract.papers import FACTS, reading


def mentions(*lines: str, **options: object):
    made = reading(*lines, **options)
    return find_recommendations(made, story_passages(made, FACTS), FACTS)


def advice(*lines: str, **options: object) -> list[tuple[int, str | None, str]]:
    return [(m.strength, m.addressed_to, m.text) for m in mentions(*lines, **options)]


@pytest.mark.parametrize(
    ("lead", "strength", "to"),
    [
        ("Rådet anbefaler, at:", 1, None),
        ("Ældrerådet opfordrer Sundhedsudvalget til", 2, "Sundhedsudvalget"),
        ("Vi henstiller til kommunen, at", 1, "kommunen"),
        ("På den baggrund anbefaler Ældrerådet Social- og Sundhedsudvalget, at:", 1, "Social- og Sundhedsudvalget"),
        ("Rådet har følgende anbefalinger til byrådet:", 1, "byrådet"),
        ("Rådet peger på, at:", 3, None),
    ],
)
def test_a_lead_gives_its_items_strength_and_addressee(lead: str, strength: int, to: str | None):
    found = mentions("## Svar []", lead, "- at døren males", "- at der kommer en bænk")
    assert [(m.strength, m.addressed_to, m.text) for m in found] == [
        (strength, to, "at døren males"),
        (strength, to, "at der kommer en bænk"),
    ]


@pytest.mark.parametrize(
    ("heading", "strength", "to"),
    [
        ("Ungerådet foreslår, at", 2, None),
        ("Vi foreslår ledelsen, at", 2, "ledelsen"),
        ("Rådet anbefaler regionen og kommunerne:", 1, "regionen og kommunerne"),
    ],
)
def test_a_heading_may_be_the_lead(heading: str, strength: int, to: str | None):
    found = advice(
        f"## {heading} []", "1. døren males", "2. der kommer en bænk", kind="praesentation", body="Ungerådet"
    )
    assert found == [(strength, to, "døren males"), (strength, to, "der kommer en bænk")]


def test_lines_that_go_on_with_at_are_a_list():
    assert advice("Rådet henstiller,", "at døren males,", "at der kommer en bænk.", kind="andet") == [
        (1, None, "at døren males,"),
        (1, None, "at der kommer en bænk."),
    ]


@pytest.mark.parametrize(
    "lead",
    ["Forvaltningen anbefaler, at:", "Rådet besøgte følgende steder:", "Det indstilles, at:", "Hvad anbefaler rådet?"],
)
def test_items_under_another_lead_are_no_advice(lead: str):
    assert advice("## Sagsfremstilling", lead, "- døren males", "- Plejehjemmet Lunden") == []


def test_bullets_within_a_numbered_list_elaborate_its_items():
    found = mentions(
        "## Anbefalinger",
        "1. Ældrerådet anbefaler, at ingen venter.",
        "- Der er behov for en telefon.",
        "- En telefon giver ro.",
        "2. Ældrerådet foreslår, at døren males.",
        "- Døren bør være blå.",
        kind="anbefalinger",
    )
    at = {m.id: n for n, m in enumerate(found)}
    assert [(m.strength, m.number, [at[p] for p in m.parents]) for m in found] == [
        (1, "1", []), (2, None, [0]), (3, None, [0]), (2, "2", []), (2, None, [3]),
    ]  # fmt: skip


def test_items_of_a_lead_may_have_items_of_their_own():
    found = mentions(
        "Brugerrådet anbefaler Socialudvalget, at",
        "1. alle får en samtale",
        "-- Samtalen bør holdes i byen",
        "2. der males",
        kind="anbefalinger",
        body="Brugerrådet for Centret",
    )
    assert [(m.strength, m.kind) for m in found] == [(1, "overordnet"), (2, "uddybende"), (1, "overordnet")]


def test_a_list_that_goes_on_after_a_paragraph_does_not_elaborate_it():
    found = advice("3. Lys", "Rådet er bekymret for mørket.", "4. Julefrokost", "Aftale: Bodil bestiller musik.")
    assert found == [(3, None, "Rådet er bekymret for mørket.")]


@pytest.mark.parametrize(
    "label", ["## Anbefaling nr. 2 – En ny dør", "## Anbefaling 2 [anbefalinger]", "Anbefaling 2", "Anbefaling nr. 2:"]
)
def test_a_number_belongs_to_what_follows(label: str):
    (found,) = mentions(label, "Rådet anbefaler, at døren males.", kind="anbefalinger")
    assert (found.number, found.strength) == ("2", 1)


def test_a_need_under_a_numbered_heading_has_its_own_strength():
    assert advice("## Anbefaling 1", "Der er behov for en fast person.", kind="anbefalinger") == [
        (2, None, "Der er behov for en fast person.")
    ]


@pytest.mark.parametrize(
    ("line", "strength", "to"),
    [
        ("Det anbefales Testby Kommune at ansætte to medarbejdere.", 1, "Testby Kommune"),
        ("Det er vigtigt, at fortovet saltes.", 2, None),
        ("Der er brug for flere bænke.", 2, None),
        ("Kommunen bør undersøge vandet.", 2, "Kommunen"),
        ("Det kunne være en god idé med en bænk.", 4, None),
    ],
)
@pytest.mark.parametrize("kind", ["anbefalinger", "andet"])
def test_in_its_own_papers_the_council_need_not_be_named(line: str, strength: int, to: str | None, kind: str):
    head = ("Høringssvar om ny trafikplan",) if kind == "andet" else ()
    (found,) = mentions(*head, "## Fortove []", line, kind=kind)
    assert (found.strength, found.addressed_to, found.said_by, found.issued_by) == (strength, to, None, "Ældrerådet")


@pytest.mark.parametrize(
    ("kind", "section", "line"),
    [
        ("referat", "## Sagsfremstilling", "Det er vigtigt, at fortovet saltes."),
        ("notat", "## Vurdering []", "Kommunen bør undersøge vandet."),
        ("andet", "## Årets gang []", "Det er vigtigt, at fortovet saltes."),
        ("andet", "Vi gav 12 høringssvar i 2021.", "Det er vigtigt, at nye får en god start."),
        ("anbefalinger", "## Baggrund", "Der er behov for hjælp hver dag."),
        ("anbefalinger", "## Fortove []", "Der er ikke behov for flere bænke."),
        ("anbefalinger", "## Fortove []", "Bør kommunen salte fortovet?"),
        ("anbefalinger", "## Fortove []", "Mona spurgte, om der er behov for det."),
        ("anbefalinger", "## Fortove []", '"Vi ønsker, at nogen lytter", sagde Mona.'),
        ("anbefalinger", "## Sådan er det nu []", "- Man skal spørge om lov."),
    ],
)
def test_elsewhere_an_unnamed_wish_is_nobodys(kind: str, section: str, line: str):
    assert mentions(section, line, kind=kind) == ()


@pytest.mark.parametrize(
    ("heading", "strength"), [("Anbefalinger", 1), ("Vores råd", 2), ("Ældrerådets bemærkninger", 3)]
)
def test_items_under_a_heading_for_advice_need_no_verb(heading: str, strength: int):
    found = advice(f"## {heading}", "- Flere bænke i parken", "- Prisen bør sænkes", kind="anbefalinger")
    assert found == [(strength, None, "Flere bænke i parken"), (2, None, "Prisen bør sænkes")]


def test_an_item_of_several_sentences_is_searched_whole():
    found = advice(
        "Høringssvar om budget",
        "1. Ledsagelse. Ældrerådet anbefaler Økonomiudvalget at afvise forslag S-14.",
        "2. Anlæg. Rådet bakker op om ramper.",
        "3. Øvrige forslag: ingen bemærkninger.",
        kind="andet",
    )
    assert found == [
        (1, "Økonomiudvalget", "Ældrerådet anbefaler Økonomiudvalget at afvise forslag S-14."),
        (3, None, "Rådet bakker op om ramper."),
    ]


def test_a_named_council_after_an_unnamed_need_is_not_swallowed():
    found = advice("Rådet støtter planen. Rådet foreslår, at døren males.", kind="anbefalinger")
    assert [(strength, text) for strength, _, text in found] == [
        (3, "Rådet støtter planen."),
        (2, "Rådet foreslår, at døren males."),
    ]


def test_one_piece_of_advice_is_spoken_of_by_number_order_or_content():
    found = mentions(
        "# Punkt 4: Opfølgning", "Udvalget drøfter anbefaling 2 og 4 i maj.", "Den femte anbefaling vendte tilbage."
    )
    assert [(m.how, m.number) for m in found] == [("named", "2"), ("named", "4"), ("named", None)]


def test_behind_its_own_words_the_council_need_not_be_named_again():
    found = advice(
        "Rådet anbefaler en lås. Det kunne være en idé at få en hønsegård.", "Det kunne være en idé med en sø."
    )
    assert [strength for strength, _, _ in found][:1] == [1]
    assert advice("Rådet er bekymret for lyset. Det er vigtigt, at det tændes.")[1][0] == 2
    assert [a[0] for a in advice("1. Rådet foreslår en bus.", "2. Der er behov for en bænk.")] == [2, 2]
