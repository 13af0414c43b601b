"""Where stories are told: headings that announce them, sentences that lead them in, lines under a quotation."""

import pytest

from pipeline.extract.stories import find_stories, story_passages
from tests.unit.extract.papers import FACTS, reading

QUOTE = "> ”Jeg sover ikke om natten. Jeg går.”"


def told(*lines: str, kind: str = "anbefalinger"):
    return [(s.kind, s.told_by) for s in find_stories(reading(*lines, kind=kind), FACTS)]


@pytest.mark.parametrize(
    "heading",
    [
        "Det fortæller borgerne", "Hvad siger beboerne selv?", "Hvad vi hørte", "Hvad fik vi at vide?",
        "Sådan er det nu", "Foreningernes udsagn", "1. Landsbyernes egne ord", "Pårørendes erfaringer med psykiatrien",
        "De hjemløses hverdag", "Vores egne oplevelser", "Tre eksempler", "To historier fra virkeligheden",
        "Livet på gaden", "Fortalt af brugerne", "Punkt 4: Runde: hvordan går det derude?",
    ],
)  # fmt: skip
def test_a_heading_announces_stories(heading: str):
    assert told(f"## {heading}", "Telefonen er lukket, inden man kommer igennem.") == [("udsagn", None)]


@pytest.mark.parametrize(
    "heading",
    [
        "Det har vi arbejdet med", "Sådan har vi gjort", "Rådets erfaringer", "Kommunens erfaringer med ordningen",
        "Formandens ord", "Erfaringer fra andre kommuner", "Eksempler på tiltag", "Udviklingen i tal", "Vores råd",
        "Historien bag rådet", "Kulturhistorier",
    ],
)  # fmt: skip
def test_a_heading_announces_none(heading: str):
    assert told(f"## {heading}", "Telefonen er lukket, inden man kommer igennem.") == []


@pytest.mark.parametrize(
    "line",
    [
        "Rådet har bedt 14 borgerforeninger om at skrive, hvad der fylder.",
        "Alle navne er ændret.",
        "Hvert møde begynder med en historie, som et medlem har med.",
        "43 procent af de hjemløse har ingen læge.",
        "Rådet anbefaler byrådet, at der er natåbent.",
        "Det blev aftalt, at Bente laver en mappe.",
        "Kilde: Danmarks Statistik",
    ],
)
def test_what_stands_there_and_tells_none(line: str):
    assert told("## Hvad vi hørte", line) == []


def test_what_the_council_advises_is_no_passage_of_stories():
    paper = reading("## Hvad vi hørte", "Rådet anbefaler byrådet, at der er natåbent.", "Man ringer forgæves.")
    assert story_passages(paper, FACTS) == {"p2"}


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Karla, 18 år: Jeg blev indlagt på en afdeling med små børn.", ("eksempel", "Karla, 18 år")),
        ("Birgit, 61 år, fortæller, at hun lå i bælte i ni timer.", ("eksempel", "Birgit, 61 år")),
        ("Gerda har syv forskellige hjælpere på en uge.", ("eksempel", None)),
        ("Fru Sørensen kom for at få læst et brev op.", ("eksempel", None)),
        ("Dreng, 11 år, med diabetes.", ("eksempel", None)),
        ("SIND: For dem, der hører stemmer, var telefonen det værste.", ("udsagn", "SIND")),
        ("”Man ringer og ringer,” siger Else på 77.", ("citat", "Else på 77")),
        ("De måtte ikke komme på besøg.", ("udsagn", None)),
    ],
)
def test_the_kind_and_the_teller_of_an_item(line: str, found: tuple[str, str | None]):
    assert told("## Hvad vi hørte", f"- {line}") == [found]


def test_an_item_below_another_is_part_of_it_and_told_by_the_same():
    found = find_stories(
        reading(
            "## Borgernes egne ord",
            "- KFUK: Kvinderne tør ikke køre med fremmede mænd.",
            "-- En kvinde på Mors aflyste tre undersøgelser.",
            "- Blå Kors: Ingen har råd til billetten. En mand i tresserne gik 14 km.",
        ),
        FACTS,
    )
    at = {s.id: n for n, s in enumerate(found)}
    assert [(s.kind, s.told_by, None if s.part_of is None else at[s.part_of]) for s in found] == [
        ("udsagn", "KFUK", None), ("eksempel", "KFUK", 0), ("udsagn", "Blå Kors", None), ("eksempel", "Blå Kors", 2),
    ]  # fmt: skip


def test_the_line_under_a_quotation_says_who_was_quoted():
    assert told("## Hvad siger gadens folk?", QUOTE, "– Tommy, 44 år", QUOTE, "Kvinde, 39 år, fem år på herberg") == [
        ("citat", "Tommy, 44 år"),
        ("citat", "Kvinde, 39 år, fem år på herberg"),
    ]
    assert told("Høringssvar", QUOTE, "Mand, 52 år, hjemløs i 9 år", kind="andet") == [
        ("citat", "Mand, 52 år, hjemløs i 9 år")
    ]


@pytest.mark.parametrize(
    "lead",
    [
        "På forrige møde fremlagde foreningerne deres erfaringer:",
        "Medlemmerne supplerede med egne erfaringer.",
        "Brugerne fortæller blandt andet:",
        "Et par øjebliksbilleder fra vores runder:",
        "Det kan lyde sådan her:",
    ],
)
def test_a_sentence_leads_in_a_list_of_stories(lead: str):
    lines = ("- Standerne taler ikke.", "- Elevatoren er låst om aftenen.")
    assert [kind for kind, _ in told("# Punkt 3: Adgang", lead, *lines, kind="referat")] == ["udsagn", "udsagn"]


@pytest.mark.parametrize(
    "lead",
    [
        "Udvalget gav følgende bemærkninger:",
        "Eksempler på indsatser, der kan støttes:",
        "Forvaltningen fremlagde sine beregninger:",
        "Rådet har følgende forslag:",
    ],
)
def test_a_sentence_leads_in_other_things(lead: str):
    assert told("# Punkt 3: Adgang", lead, "- Standerne taler ikke.", kind="referat") == []


@pytest.mark.parametrize(
    ("lead", "line", "found"),
    [
        ("Vi gengiver, hvad en af vore medborgere har skrevet:", QUOTE, ("citat", "En af vore medborgere")),
        ("Her kan nævnes følgende eksempel:", "En kvinde på kontanthjælp blev trukket i ydelse.", ("eksempel", None)),
        ("En datter til en beboer skriver:", "Min mor lå i vådt tøj.", ("eksempel", "En datter til en beboer")),
    ],
)  # fmt: skip
def test_a_sentence_leads_in_one_story(lead: str, line: str, found: tuple[str, str | None]):
    assert told("Høringssvar", lead, line, "Rådet står til rådighed.", kind="andet") == [found]


def test_after_a_hint_a_given_name_is_enough():
    lines = ("Sabrina fik et barn i september. Barnet er anbragt.", "Rådet holder møde den 22. januar.", "Glædelig jul")
    assert told("Vi sender jer tre små beretninger fra Nykøbing.", *lines, kind="andet") == [("eksempel", None)]
    assert told("Vi sender jer årets regnskab.", *lines, kind="andet") == []


def test_a_round_in_minutes_keeps_answers_and_decisions_out():
    assert told(
        "# Punkt 5: Brugernes erfaringer med hjemmeplejen",
        "## Referat",
        "Gudrun (beboer) fortalte, at der kom 23 hjælpere på en måned, og at hun måtte vise dem alle rundt.",
        "Centerlederen lovede at se på vagtplanen.",
        "Det blev besluttet at følge op i maj.",
        kind="referat",
    ) == [("eksempel", "Gudrun")]


def test_sections_below_an_introduction_are_told_and_the_next_matter_is_not():
    assert told(
        "# Vores stemme",
        "## 1. Brugernes historier",
        "De følgende historier er samlet ind i foråret.",
        "### 1.1 Medicin",
        "Flere er blevet smidt ud af køen på apoteket.",
        "## 2. Anbefalinger",
        "1. alle får en samtale inden for tre hverdage",
    ) == [("udsagn", None)]
