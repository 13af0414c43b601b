"""Small passages as secretaries, associations and newsletters write them: which stories they tell, and who tells."""

import pytest

from pipeline.extract.stories import find_stories
from tests.unit.extract.papers import FACTS, reading

Told = tuple[str, str, str | None]

MINUTES = [
    (
        "Bent Juhl (Høreforeningen) fortalte om et medlem, som gik forgæves til borgerservice tre gange.",
        [("eksempel", "Bent Juhl", "Bent Juhl")],
    ),
    (
        "Lev fortalte, at forældre bruger op mod to timer om dagen på at ringe efter kørsel.",
        [("udsagn", "Lev", "Lev")],
    ),
    (
        "Ældre Sagen nævnte, at deres medlemmer ofte må vente uger på et bad.",
        [("udsagn", "Ældre Sagen", "Ældre Sagen")],
    ),
    (
        "Det blev nævnt, at borgere uden NemID opgiver at få flyttet deres adresse.",
        [("udsagn", "Det blev", None)],
    ),
    (
        "En pensioneret smed fra Skive blev sat af bussen, fordi chaufføren ikke ville vente. Han gik hjem i regnvejr.",
        [("eksempel", "En pensioneret", None)],
    ),
    (
        "Lis Bach har en nabo, som er blind. Han er to gange blevet påkørt ved krydset.",
        [("eksempel", "Lis Bach", "Lis Bach")],
    ),
    (
        "Der blev givet eksempler på borgere, der har fået tre forskellige sagsbehandlere på et halvt år.",
        [("udsagn", "Der blev", None)],
    ),
    (
        "Når Tove besøger ensomme i området, møder hun mange, som ikke har talt med nogen i flere dage.",
        [("udsagn", "Når Tove", "Tove")],
    ),
    (
        "Flere af husets brugere har gang på gang måttet gå sultne hjem.",
        [("udsagn", "Flere af", None)],
    ),
    (
        "I weekenden stod en mor med to børn foran en låst dør på krisecentret.",
        [("eksempel", "I weekenden", None)],
    ),
    (
        "Pigegruppen i Vollsmose har oplevet, at de bliver fulgt rundt i butikkerne af vagter.",
        [("udsagn", "Pigegruppen", None)],
    ),
    (
        "Punktet blev indledt af en tidligere anbragt ung, der fortalte, at hun havde haft 14 sagsbehandlere.",
        [("eksempel", "Punktet", "En tidligere anbragt ung")],
    ),
    ("Mødeleder Hans Dam bød velkommen og fortalte, at der er kommet nyt kaffeanlæg.", []),
    ("En konsulent fra forvaltningen fortalte, at hun har besøgt fire botilbud og fik god modtagelse.", []),
    ("En repræsentant for KL oplyste, at kommunerne ikke har modtaget midlerne endnu.", []),
    ("Borgere over 80 år kan ikke søge puljen, men henvises til ældreplejen.", []),
    ("Brugerne er ikke repræsenteret i styregruppen.", []),
    ("Else spurgte, om beboerne havde fået besked.", []),
    ("En ny aftale med taxaselskabet blev indgået i maj.", []),
    ("Dansk Handicap Forbund fortalte, at de har fået ny hjemmeside.", []),
]


@pytest.mark.parametrize(("line", "expected"), MINUTES)
def test_a_line_of_minutes(line: str, expected: list[Told]):
    lines = ("@ Til stede: Bent Juhl, Lis Bach, Hans Dam", "# Punkt 4: Kørsel", "## Drøftelse", line)
    _agree(told(lines, "referat"), expected)


LETTERS = [
    (
        "Birger, som har boet på Møllevej i 40 år, fik i maj brev om, at hans støtte var stoppet.",
        [("eksempel", "Birger", None)],
    ),
    (
        "Mange opgiver undervejs. De finder ikke den rigtige indgang, og telefonen bliver ikke taget.",
        [("udsagn", "Mange opgiver", None)],
    ),
    (
        "Lejerne får at vide, at de skal klage på nettet, men halvdelen af opgangen har ingen computer.",
        [("udsagn", "Lejerne", None)],
    ),
    (
        "”Jeg tør ikke gå ned efter posten mere,” siger en ældre kvinde i blokken.",
        [("citat", "”Jeg tør", "En ældre kvinde i blokken")],
    ),
    (
        "På Solgården fandt datteren sin far på gulvet en lørdag morgen. Han havde ligget der siden aftensmaden.",
        [("eksempel", "På Solgården", None)],
    ),
    (
        "Et ægtepar i Ørsted har siden nytår boet hver for sig, da kun hun fik plads på hjemmet.",
        [("eksempel", "Et ægtepar", None)],
    ),
    (
        "En ung mand, vi kender godt, venter nu på tredje år på en udredning.",
        [("eksempel", "En ung", None)],
    ),
    (
        "Værst er det for familierne med små børn. De må bære vognen op på fjerde sal, hver gang elevatoren står.",
        [("udsagn", "Værst", None)],
    ),
    (
        "Vi har i år fået 19 henvendelser. En datter skriver, at hendes mor fik den samme mad fem dage i træk.",
        [("eksempel", "En datter", "En datter")],
    ),
    (
        "For nylig ringede en far til vores rådgivning. Hans søn havde låst sig inde på værelset i fire måneder.",
        [("eksempel", "For nylig", None)],
    ),
    (
        "Patienterne ligger på gangen, og de pårørende må stå op.",
        [("udsagn", "Patienterne", None)],
    ),
    (
        "Amina på 16 tager to busser for at komme i skole, og når den første er forsinket, skrives hun fraværende.",
        [("eksempel", "Amina", None)],
    ),
    ("Forbundet har 3.200 medlemmer og blev stiftet i 1974.", []),
    ("En god aften med fællessang og kaffe sluttede klokken 22. Tak til Else for kagerne.", []),
    ("En ny forskrift trådte i kraft i marts. Den gælder for alle botilbud.", []),
    ("Karen har været formand siden 2018 og stopper nu efter seks gode år.", []),
    ("Patienterne skal inddrages i beslutningen, og der må ikke gå mere end fire uger.", []),
    ("Familierne bør ikke vente mere end en måned.", []),
]


@pytest.mark.parametrize(("line", "expected"), LETTERS)
def test_a_paragraph_of_a_letter(line: str, expected: list[Told]):
    _agree(told(("Til Social- og Sundhedsudvalget", line, "Med venlig hilsen", "Bestyrelsen"), "andet"), expected)


SECTIONS = [
    (
        "## Erfaringer fra venteværelset",
        ["- Skærmen kalder op med navn, så alle kan høre det.", "- Stolene er boltet fast, så en kørestol er i vejen."],
        ["udsagn", "udsagn"],
    ),
    (
        "## Sådan ser det ud fra kørestolen",
        ["Døren til biblioteket åbner udad og vejer for meget.", "Torben på 29 venter, til nogen kommer forbi."],
        ["udsagn", "eksempel"],
    ),
    (
        "## Hvad medlemmerne fortæller",
        ["Bussen kører forbi, når chaufføren ser en rollator.", "Rådet takker for de mange bidrag."],
        ["udsagn"],
    ),
    (
        "## Erfaringer fra projektet",
        ["Projektet nåede 140 borgere og kostede 1,2 mio. kr."],
        [],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("heading", "lines", "expected"), SECTIONS)
def test_a_section_that_tells(heading: str, lines: list[str], expected: list[str]):
    found = find_stories(reading("# Notat om adgang", heading, *lines, "## Økonomi", "Ingen.", kind="notat"), FACTS)
    assert [s.kind for s in found] == expected


def told(lines: tuple[str, ...], kind: str) -> list[Told]:
    return [(s.kind, s.text, s.told_by) for s in find_stories(reading(*lines, kind=kind), FACTS)]


def _agree(found: list[Told], expected: list[Told]) -> None:
    """Each row gives but the words with which a story begins."""
    cut = [(kind, text[: len(row[1])], who) for (kind, text, who), row in zip(found, expected, strict=False)]
    assert (cut, len(found)) == (expected, len(expected))
