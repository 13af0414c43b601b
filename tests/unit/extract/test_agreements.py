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


@pytest.mark.parametrize(
    ("line", "rows"),
    [
        ("Formanden sender en venlig reminder.", [("Formanden", None)]),
        ("Taget til efterretning. Bente følger op over for hospitalet inden udgangen af juni.",
         [("Bente", "2024-06")]),
        ("Drøftet. Forvaltningen undersøger muligheden og vender tilbage i august.", [("Forvaltningen", "2024-08")]),
        ("Sekretariatet udarbejder et oplæg til næste møde, og Niels Bro (DH) kontakter Movia.",
         [("Sekretariatet", "2024-06-25"), ("Niels Bro", None)]),
        ("Det aftales, at Tove og Knud mødes med boligforeningen senest den 1. juni 2024.",
         [("Tove og Knud", "2024-06-01")]),
        ("Rådet blev enige om, at Anna undersøger sagen, samt at Bo i mellemtiden kontakter pressen.",
         [("Anna", None), ("Bo", None)]),
        ("Aftale: Jens taler med biblioteket, Grethe laver plakaten.", [("Jens", None), ("Grethe", None)]),
        ("Til næste møde finder Grethe datoer, mens Bo spørger kirken om lokaler.",
         [("Grethe", "2024-06-25"), ("Bo", None)]),
        ("Referatet sendes ud af sekretæren senest mandag den 20. maj.", [("sekretæren", "2024-05-20")]),
        ("Godkendt med den bemærkning, at administrationen retter tallene.", [("administrationen", None)]),
        ("Udvalget besluttede, at forvaltningen senest 1. september forelægger en plan.",
         [("forvaltningen", "2024-09-01")]),
        ("Vi inviterer jobcenterchefen til næste møde.", [("Ældrerådet", "2024-06-25")]),
        ("Lis Krarup (A) og Kaj Holm (V) udarbejder et forslag.", [("Lis Krarup og Kaj Holm", None)]),
        ("Velfærdsforvaltningen oplyser prisen senest 15. august.", [("Velfærdsforvaltningen", "2024-08-15")]),
        ("Birgit Dam er kontaktperson. Hun sender adresser rundt.", [(None, None)]),
        ("Der indkaldes til et ekstra møde i august.", [(None, "2024-08")]),
        ("Rådet bad forvaltningen om at undersøge prisen inden 1. juli.", [("forvaltningen", "2024-07-01")]),
        ("Jeanne sender svaret fredag den 17. maj.", [("Jeanne", "2024-05-17")]),
    ],
)  # fmt: skip
def test_who_does_what_by_when(line: str, rows: list[tuple[str | None, str | None]]):
    assert [(r[1], r[3]) for r in commitments(*HERE, line, planned=["2024-06-25"])] == rows


@pytest.mark.parametrize(
    "line",
    [
        "Rådet anbefaler, at forvaltningen undersøger priserne.",
        "Formanden orienterede om, at forvaltningen udarbejder en ny strategi.",
        "Sekretæren oplyser, at næste møde er den 20. juni.",
        "Kaj spørger til status på ramperne, og Dorte svarer, at de er bestilt.",
        "Kommunen sender hvert år et brev til alle over 75.",
        "Køkkenet laver varm mad to gange om ugen.",
        "Laila har tidligere lavet et udkast, som kan genbruges.",
        "Rådet sætter spørgsmålstegn ved gebyret og tager forbehold for økonomien.",
        "Udvalget tager orienteringen til efterretning.",
        "Udvalget lægger vægt på, at bussen kører.",
        "Ole spurgte, om forvaltningen sender breve ud.",
        "Hvem sender invitationen ud?",
        "Rådet retter en stor tak til køkkenet og noterer sig, at planen er forsinket.",
        "Byrådet sender forslaget i høring i otte uger.",
        "Forvaltningen lægger op til, at taksten hæves.",
    ],
)
def test_talk_and_habits_promise_nothing(line: str):
    assert commitments(*HERE, line) == []


@pytest.mark.parametrize("lead", ["Aftaler:", "Aftalt til næste møde:", "Følgende blev aftalt:", "Vi aftalte:"])
def test_each_line_of_a_list_of_agreements(lead: str):
    found = commitments(*HERE, lead, "- Ulla: plakat", "- Skrive til Movia (Bo)", "- Lokale bestilles")
    assert [(r[0], r[1]) for r in found] == [
        ("Ulla: plakat", "Ulla"), ("Skrive til Movia (Bo)", "Bo"), ("Lokale bestilles", None),
    ]  # fmt: skip


def test_a_list_of_what_comes_next_holds_news_too():
    found = commitments(
        *HERE, "Næste skridt:", "- Sekretariatet indhenter priser senest 1. juni", "- Sommeren er på vej"
    )
    assert [(r[1], r[3]) for r in found] == [("Sekretariatet", "2024-06-01")]


def test_in_a_list_the_words_above_it_tell_when():
    found = commitments(*HERE, "Aftalt til næste møde:", "- Ulla ringer til lægen", planned=["2024-06-25"])
    assert [r[3] for r in found] == ["2024-06-25"]


def test_headless_notes_promise_and_what_was_sent_out_before_does_not():
    notes = commitments("# Punkt 4: Roadmap", "Rasmus indhenter tilbud. Oplæg ønskes.")
    assert [r[1] for r in notes] == ["Rasmus"]
    assert commitments("# Punkt 4: Roadmap", "Oplæg: Sara sender den endelige version ud.") == []
    assert commitments("# Punkt 4: Roadmap", "## Sagsfremstilling", "Forvaltningen sender sagen i høring.") == []


def test_representatives_are_due_on_the_day_of_the_meeting_they_are_sent_to():
    told = "Rådet er inviteret til et møde med udvalget for kultur og fritid den 9. juni 2024."
    case = ("# Punkt 5: Plan", "## Sagsfremstilling", told, "## Beslutning")
    sent = "Rådet udpegede Kim Lund som rådets repræsentant i mødet med udvalget for kultur og fritid."
    assert [r[3] for r in commitments(*case, sent)] == ["2024-06-09"]
    other = "Rådet udpegede Kim Lund som rådets repræsentant i mødet med brugerne af svømmehallen."
    assert [r[3] for r in commitments(*case, other)] == [None]
    past = ("# Punkt 5: Plan", "Der var møde med udvalget for kultur og fritid den 9. april 2024.", "## Beslutning")
    assert [r[3] for r in commitments(*past, sent)] == [None]


@pytest.mark.parametrize(
    ("lead", "kind", "said_by"),
    [
        ("Ønsker fra rådet:", "ønske", "rådet"),
        ("Rådets medlemmer bidrog med følgende input:", "input", "Rådets medlemmer"),
        ("Af drøftelsen fremgik følgende:", "input", None),
        ("Det kom frem fra brugerne:", "input", "brugerne"),
        ("Rådet havde følgende bemærkninger til høringen:", "input", "Rådet"),
        ("Emner til næste møde:", "emneforslag", None),
        ("Til emner for næste år kom der disse forslag:", "emneforslag", None),
        ("Der blev foreslået tre temaer:", "emneforslag", None),
        ("SIND foreslog:", "forslag", "SIND"),
        ("Anne Bech (SAND) kom med disse idéer:", "forslag", "Anne Bech"),
        ("Til årets plan ønskede medlemmerne:", "ønske", "medlemmerne"),
        ("Medlemmernes ønsker:", "ønske", "Medlemmerne"),
        ("Der blev givet følgende input til planen", "input", None),
        ("Referat: Forslag fra gruppen:", "forslag", "gruppen"),
    ],
)
def test_what_a_list_holds_and_from_whom(lead: str, kind: str, said_by: str | None):
    for place in (HERE, HERE[:1]):
        found = contributions(*place, lead, "- Flere bænke", "1. Bedre lys")
        assert found == [(kind, said_by, "Flere bænke"), (kind, said_by, "Bedre lys")]


def test_a_line_may_name_its_own_giver():
    found = contributions(*HERE, "Følgende ønsker blev fremsat:", "- SAND: flere senge", "- Bedre mad (Anne Bech)",
                          "- Transport: flere busser")  # fmt: skip
    assert [c[1] for c in found] == ["SAND", "Anne Bech", None]


@pytest.mark.parametrize(
    "line",
    [
        "Medlemmerne foreslog flere bænke, bedre lys og gratis kaffe.",
        "Der var forslag om flere bænke, bedre lys og gratis kaffe.",
        "Forslag til temadag: flere bænke, bedre lys, gratis kaffe.",
        "Der blev peget på: flere bænke, bedre lys og gratis kaffe.",
    ],
)
def test_a_list_in_a_sentence(line: str):
    assert [c[2] for c in contributions(*HERE, line)] == ["flere bænke", "bedre lys", "gratis kaffe"]


@pytest.mark.parametrize(
    "lines",
    [
        (*HERE, "Rådet anbefaler, at:", "- prisen sænkes", "- bussen kører"),
        (*HERE, "Godkendt.", "- Bo deltager"),
        (*HERE, "Rådet havde en bemærkning: Planen er god, men den mangler tal og mål."),
        ("# Punkt 3: Plan", "## Indstilling", "Forslag:", "- Kaffe", "- Te"),
        ("# Punkt 3: Plan", "## Sagsfremstilling", "Forvaltningen havde følgende forslag:", "- Kaffe", "- Te"),
        ("# Punkt 3: Plan", "Oplæg: Forslag fra gruppen:", "- Kaffe", "- Te"),
    ],
)
def test_what_is_no_contribution(lines: tuple[str, ...]):
    assert contributions(*lines) == []


def test_a_heading_or_title_says_what_the_list_under_it_holds():
    for head in (("# Punkt 5: Ønsker til næste år", "## Beslutning"), ("# Punkt 5: Plan", "## Ønsker til næste år")):
        assert [c[0] for c in contributions(*head, "- Flere ture", "- Et kor")] == ["ønske", "ønske"]


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


def test_an_action_list_set_as_a_table():
    rows = [
        "| Hvem | Hvad | Hvornår",
        "| Formanden | skriver til byrådet | 1. juni 2024",
        "| Lise Holm | booker lokale |",
    ]
    assert commitments("# Punkt 5: Handleplan", "## Beslutning", *rows) == [
        ("skriver til byrådet", "Formanden", None, "2024-06-01"),
        ("booker lokale", "Lise Holm", None, None),
    ]


@pytest.mark.parametrize(
    "head", ["| Navn | Organisation | Valgt", "| Hvem | Organisation | Hvornår", "| Opgave | Beløb | Frist"]
)
def test_a_table_without_both_who_and_what_is_no_action_list(head):
    assert commitments("# Punkt 5: Udvalg", "## Beslutning", head, "| Lise Holm | SIND | 2024") == []


def test_an_action_list_that_is_proposed_is_none_yet():
    rows = ["| Hvem | Hvad", "| Formanden | skriver til byrådet"]
    assert commitments("# Punkt 5: Handleplan", "## Indstilling", *rows) == []


@pytest.mark.parametrize(
    ("after", "who", "due"),
    [
        ("Frist: 1. juni 2024. Ansvarlig: Lise Holm.", "Lise Holm", "2024-06-01"),
        ("Ansvarlig: sekretariatet.", "sekretariatet", None),
        ("Rådet takkede. Ansvarlig: sekretariatet.", None, None),
        ("Ansvarlig for området er Lise Holm.", None, None),
    ],
)
def test_sentences_that_add_who_and_by_when(after, who, due):
    (found,) = commitments("# Punkt 5: Brev", "## Beslutning", f"Det blev aftalt, at der skrives til byrådet. {after}")
    assert (found[1], found[3]) == (who, due)
