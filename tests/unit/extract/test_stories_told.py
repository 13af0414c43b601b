"""Stories told in passing, by a sentence of minutes or a letter: which they are, of what kind, and who tells."""

import pytest

from pipeline.extract.stories import find_stories
from tests.unit.extract.papers import FACTS, reading


def stories(*lines: str, kind: str = "referat"):
    return find_stories(reading(*lines, kind=kind), FACTS)


def kinds(*lines: str, kind: str = "referat") -> list[tuple[str, str | None]]:
    return [(s.kind, s.told_by) for s in stories(*lines, kind=kind)]


@pytest.mark.parametrize(
    ("line", "told_by"),
    [
        ("Grethe Holm nævnte, at hendes mand ventede syv timer uden at få noget at drikke.", "Grethe Holm"),
        ("Yusuf fortalte, at han har søgt 60 boliger uden at få svar.", "Yusuf"),
        ("Mette, pårørende, fortalte, at hendes datter blev udskrevet uden medicin.", "Mette"),
        ("Svend fortalte om sin kone, der er dement og blev sendt hjem i taxa.", "Svend"),
        ("Kaj Lund berettede om en aften, hvor vagtlægen ikke ville komme.", "Kaj Lund"),
        ("Ali (brugerrepræsentant) oplevede selv at blive afvist i døren.", "Ali"),
        ("Som eksempel nævnte Karen en beboer, der ikke havde fået bad i tre uger.", "Karen"),
        ("Jytte Bak gav et eksempel fra sin egen familie: Hendes far blev flyttet fire gange.", "Jytte Bak"),
        ("Et medlem fortalte, at hendes søn på 19 havde stået på venteliste i to år.", "Et medlem"),
        ("Bodil fortalte, at ingen spurgte hende, hvor hun skulle hen, da hun blev udskrevet.", "Bodil"),
        ("På dialogmødet fortalte en pårørende, at hun fandt sin bror bevidstløs.", "En pårørende"),
        ("En af vores brugere, som bor i bil, fortalte, at han blev jaget væk.", "En af vores brugere"),
        ("En enlig mor til to fik lukket for strømmen den 23. december.", None),
        ("En beboer havde ventet i seks timer på at komme i seng.", None),
        ("En 79-årig enkemand i Hals har ikke været uden for en dør siden oktober.", None),
        ("X (34 år) blev afvist på herberget.", None),
        ("I vinter frøs en hjemløs mand to tæer af, fordi natcaféen var lukket.", None),
        ("Sidste efterår blev en kvinde på 82 år udskrevet til et tomt hus.", None),
        ("Det viser følgende eksempel: En far til et barn med autisme har måttet opsige sit job.", None),
        ("Formanden læste et brev op fra en borger, der har mistet sin ledsager.", "En borger"),
        ("Der blev fortalt om en ung mand, der blev afvist på skadestuen.", None),
        ("Mona: Min mor fik den samme medicin to gange, og ingen opdagede det.", None),
        ("Asta er blind og bor alene. Hun har ikke fået læst sin post siden maj.", None),
    ],
)
def test_what_befell_one_is_a_case(line: str, told_by: str | None):
    assert kinds("# Punkt 2: Besøg", "## Drøftelse", line) == [("eksempel", told_by)]


@pytest.mark.parametrize(
    ("line", "told_by"),
    [
        ("Flere pårørende har fortalt, at de ikke bliver ringet op igen.", "Flere pårørende"),
        ("Kørestolsbrugere i bymidten oplever, at skiltene spærrer.", None),
        ("Flere brugere har oplevet at blive bortvist, fordi de kom for sent.", None),
        ("Vi er flere, som har prøvet at blive kaldt ved vores diagnose.", None),
        ("Flere af de unge føler sig set ned på, når de kommer i jobcentret.", None),
        ("Vores medlemmer oplever, at telefontiden er forbi.", None),
        ("Brugerne på varmestuen beretter om bøder, de ikke forstår.", "Brugerne på varmestuen"),
        ("Det er en udbredt oplevelse blandt pårørende, at ingen ringer tilbage.", None),
        ("Vi møder borgere, som ikke har spist i to dage.", None),
        ("Ifølge en bruger er personalet altid på vej ud ad døren.", "En bruger"),
        ("Inge sagde, at beboerne på første sal aldrig kommer i haven.", "Inge"),
        ("Frank fortalte, at nogle sover i kælderskakter.", "Frank"),
        ("Edith sagde, at maden tit er lunken.", "Edith"),
        ("Det er en kamp for beboerne at få en tid.", None),
        ("Der blev berettet om unge, der bliver sendt hjem.", None),
        ("Kirkens Korshær: Mange af gæsterne er kvinder, der sover i biler.", None),
    ],
)
def test_what_several_meet_is_a_statement(line: str, told_by: str | None):
    assert kinds("# Punkt 2: Besøg", "## Drøftelse", line) == [("udsagn", told_by)]


@pytest.mark.parametrize(
    ("line", "told_by"),
    [
        ("”Jeg fik en recept i hånden. Mine penge var brugt,” fortæller en kvinde på 38 år.", "En kvinde på 38 år"),
        ("– Man bliver træt af at forklare det samme, siger Rikke, 27 år.", "Rikke, 27 år"),
        ("”De talte hen over hovedet på mig,” som Kurt sagde.", "Kurt"),
        ("Hassan sagde: ”Jeg har sendt 40 ansøgninger, og ingen svarer.”", "Hassan"),
        ("Jørgen, 58 år og hjemløs: ”Jeg får ikke breve. Jeg får bøder.”", "Jørgen, 58 år og hjemløs"),
        ("»Jeg har 11 sagsbehandlere,« siger moren til en pige med CP.", "Moren"),
        ("”Jeg er mere end min diagnose, og jeg vil tales til som et menneske.”", None),
    ],
)
def test_somebody_is_quoted(line: str, told_by: str | None):
    assert kinds("# Punkt 2: Besøg", "## Drøftelse", line) == [("citat", told_by)]


@pytest.mark.parametrize(
    "line",
    [
        # wishes, praise, offers
        "Beboerne er glade for den nye have.",
        "Unge fortalte, at de gerne vil have flere bænke.",
        "Flere beboere har ønsket, at menuen ændres.",
        "En bruger foreslog, at der opsættes en bænk.",
        "Det er målet, at borgerne oplever sammenhæng.",
        # figures and rules
        "Borgere oplever i 37 procent af tilfældene, at de venter.",
        "Ventetiden for patienter med angst er steget fra 12 til 19 uger.",
        "En borger har ret til at klage inden fire uger.",
        "En patient må højst vente 30 dage på udredning.",
        "Familier med børn under 3 år kan søge tilskud.",
        "Borgere over 80 år får tilbudt et forebyggende hjemmebesøg.",
        # business of the council
        "Peter fortalte, at han har været til møde i KL.",
        "Erik sagde, at han ikke kan deltage i mødet den 3. juni.",
        "Lise fortalte om en konference i Odense, hvor der var 200 deltagere.",
        "Ole fortalte, at medlemmerne af udvalget ikke har fået bilagene.",
        "En pårørende er udpeget til styregruppen.",
        "En kvinde og to mænd blev valgt til bestyrelsen.",
        "En ung fra ungdomsrådet deltog i panelet og fortalte om rådets arbejde.",
        "Jens Holm, 52 år, er ny leder af varmestuen.",
        "Mange har tilmeldt sig sommerudflugten.",
        "Det blev drøftet, hvordan borgerne oplever ventetiden.",
        # those in office
        "Centerleder Bente Juul fortalte, at beboerne får nye døre.",
        "Jens Bang (C) fortalte, at borgerne venter for længe.",
        "”Jeg er glad for aftalen,” sagde borgmester Hans Olsen.",
        "”Alle borgere skal mødes med respekt,” står der i strategien.",
    ],
)
def test_no_story_in_passing(line: str):
    assert stories("# Punkt 2: Besøg", "## Drøftelse", line) == ()


def test_who_serves_by_the_head_of_the_paper_tells_no_story():
    line = "Bente fortalte, at beboerne aldrig kommer i haven."
    assert stories("@ Deltagere: Edith (beboer), centerleder Bente Juul", "# Punkt 1: Siden sidst", line) == ()
    assert kinds("@ Deltagere: Bente (beboer)", "# Punkt 1: Siden sidst", line) == [("udsagn", "Bente")]


def test_a_story_goes_on_with_its_person_and_ends_with_the_next_teller():
    line = (
        "Sonja fortalte, at hun fandt sin mor i nattøj kl. 14. Hun havde ikke fået sin medicin. Bente beklagede. "
        "Else supplerede med, at hendes mand ventede i ni timer."
    )
    found = stories("# Punkt 3: Pleje", "## Drøftelse", line)
    assert [s.text.split(". ")[-1] for s in found] == [
        "Hun havde ikke fået sin medicin.",
        "Else supplerede med, at hendes mand ventede i ni timer.",
    ]


def test_a_case_and_a_quotation_bear_out_a_statement():
    found = stories(
        "Høringssvar",
        "Kørestolsbrugere oplever, at bordene står tæt. En ung mand, der kører i elkørestol, måtte bakke 60 meter.",
        'Mange pårørende giver op. "Jeg har grædt i telefonkø", fortæller Lise, 54 år.',
        kind="andet",
    )
    at = {s.id: n for n, s in enumerate(found)}
    assert [(s.kind, None if s.part_of is None else at[s.part_of]) for s in found] == [
        ("udsagn", None), ("eksempel", 0), ("udsagn", None), ("citat", 2),
    ]  # fmt: skip


def test_what_recommendations_aim_at_is_no_story():
    aim = "Borgerne oplever, at der er én indgang."
    assert stories("## Anbefalinger", aim, kind="anbefalinger") == ()
    case = "Magnus har Downs syndrom. Han mistede sin aflastning, da han fyldte 18."
    assert kinds("## Anbefalinger", case, kind="anbefalinger") == [("eksempel", None)]
