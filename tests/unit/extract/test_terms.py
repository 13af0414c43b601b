"""Clauses, duties and seats of terms of reference (formats.md 10)."""

import pytest

from pipeline.extract.terms import find_clauses_of_terms, find_duties
from pipeline.extract.terms_seats import find_seats
from tests.unit.extract.papers import FACTS, reading


def test_each_sentence_or_item_of_a_section_is_a_clause_of_its_kind():
    made = reading(
        "## Formål", "Rådet skal styrke dialogen.",
        "## Målgruppe", "Målgruppen er ældre borgere.",
        "## Opgaver", "Rådet har følgende opgaver:", "- Rådet drøfter principielle sager om ældre borgere.",
        "## Sammensætning", "Følgende foreninger indstiller en repræsentant hver:", "- Blå Kors",
        "## Økonomi", "Kommissoriet er godkendt af byrådet den 3. maj 2022.",
        kind="kommissorium",
    )  # fmt: skip
    assert [(c.kind, c.text) for c in find_clauses_of_terms(made, FACTS)] == [
        ("formål", "Rådet skal styrke dialogen."),
        ("målgruppe", "Målgruppen er ældre borgere."),
        ("opgave", "Rådet drøfter principielle sager om ældre borgere."),
        ("sammensætning", "Følgende foreninger indstiller en repræsentant hver:"),
        ("godkendelse", "Kommissoriet er godkendt af byrådet den 3. maj 2022."),
    ]


def test_minutes_hold_no_clauses():
    assert find_clauses_of_terms(reading("## Formål", "Rådet skal styrke dialogen."), FACTS) == ()


@pytest.mark.parametrize(
    ("line", "every"),
    [
        ("Hvert andet år forelægger administrationen en status.", "Hvert andet år"),
        ("Rådet holder mindst fire møder årligt.", "mindst fire møder årligt"),
        ("Rådet holder fire til seks ordinære møder om året.", "fire til seks ordinære møder om året"),
        ("Mødeplanen fastsættes en gang om året.", "en gang om året"),
        ("Rådet skal to gange i valgperioden planlægge et møde.", "to gange i valgperioden"),
        ("Der gennemføres en evaluering i slutningen af valgperioden.", "i slutningen af valgperioden"),
    ],
)
def test_duties(line: str, every: str):
    assert [(d.rule, d.every) for d in find_duties(reading(line, kind="kommissorium"), FACTS)] == [(line, every)]


def test_what_is_required_once_is_no_duty():
    assert find_duties(reading("Rådet vælger en formand.", kind="kommissorium"), FACTS) == ()


@pytest.mark.parametrize(
    ("line", "seat"),
    [
        ("Byrådet udpeger fire medlemmer fra byrådet.", ("Byrådet", 4, "Byrådet")),
        ("Tre medlemmer udpeget af Danske Patienter", ("Danske Patienter", 3, "Danske Patienter")),
        ("10 medlemmer, der repræsenterer frivillige organisationer", ("frivillige organisationer", 10, None)),
        ("ét medlem fra Dansk Flygtningehjælp", ("Dansk Flygtningehjælp", 1, None)),
        ("Rådet har to medlemmer, som Socialudvalget udpeger.", ("Socialudvalget", 2, "Socialudvalget")),
        ("Der er syv medlemmer valgt ved fredsvalg.", (None, 7, None)),
        ("Byrådet vælger to repræsentanter blandt sine medlemmer.", ("Byrådet", 2, "Byrådet")),
        ("DH indstiller 6 medlemmer.", ("DH", 6, "DH")),
        ("Tre pladser besættes af Danske Patienter.", ("Danske Patienter", 3, "Danske Patienter")),
        ("- 2 chefer fra Sundhed og Omsorg", ("Sundhed og Omsorg", 2, None)),
        ("- en bruger fra hvert værested", ("hvert værested", 1, None)),
        ("Rådet består af ni medlemmer.", (None, 9, None)),
    ],
)
def test_seats(line: str, seat: tuple[str, int, str | None]):
    made = reading("## Sammensætning", line, kind="kommissorium")
    assert [(s.organisation, s.number, s.appointed_by) for s in find_seats(made, FACTS)] == [seat]


def test_one_seat_each():
    made = reading(
        "## Sammensætning", "Byrådet udpeger to medlemmer fra byrådet.",
        "Følgende organisationer indstiller en repræsentant hver:", "- Blå Kors", "- SIND", kind="kommissorium",
    )  # fmt: skip
    assert [(s.organisation, s.number, s.appointed_by) for s in find_seats(made, FACTS)] == [
        ("Byrådet", 2, "Byrådet"),
        ("Blå Kors", 1, "Byrådet"),
        ("SIND", 1, "Byrådet"),
    ]


@pytest.mark.parametrize(
    ("line", "seats"),
    [
        ("Rådet består af tre medlemmer, der udpeges af regionsrådet, to repræsentanter for SAND og én repræsentant "
         "for Blå Kors.", [("Regionsrådet", 3), ("SAND", 2), ("Blå Kors", 1)]),
        ("Rådet består af 14 medlemmer: 4 fra regionsrådet og 10 fra frivillige organisationer.",
         [("Regionsrådet", 4), ("frivillige organisationer", 10)]),
        ("Rådet sammensættes af fire byrådsmedlemmer, to brugere udpeget af LAP og en pårørende fra Bedre Psykiatri.",
         [("Byrådet", 4), ("LAP", 2), ("Bedre Psykiatri", 1)]),
        ("Rådet har 9 medlemmer. Byrådet udpeger 3 medlemmer, og DH indstiller 6 medlemmer.",
         [("Byrådet", 3), ("DH", 6)]),
    ],
)  # fmt: skip
def test_a_sentence_that_puts_a_body_together(line: str, seats: list[tuple[str, int]]):
    made = reading("# Punkt 1: Sammensætning", line, kind="kommissorium")
    assert [(s.organisation, s.number) for s in find_seats(made, FACTS)] == seats


@pytest.mark.parametrize(
    "line",
    [
        "Rådet mødes fire gange om året, og to medlemmer fra rådet deltager i budgetmødet.",
        "Forvaltningen deltager med to medarbejdere.",
        "Der vælges to suppleanter.",
    ],
)
def test_numbers_of_people_that_are_no_seats(line: str):
    assert find_seats(reading("## Sammensætning", line, kind="kommissorium"), FACTS) == ()


def test_a_table_of_seats():
    made = reading("| Organisation | Antal pladser", "| Byrådet | 3", "| DH | fire", "| SIND | -", kind="kommissorium")
    assert [(s.organisation, s.number) for s in find_seats(made, FACTS)] == [("Byrådet", 3), ("DH", 4)]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Formålet med rådet er at styrke dialogen.", "formål"),
        ("Målgruppen er voksne med psykisk sårbarhed.", "målgruppe"),
        ("Stk. 1. Rådet skal rådgive byrådet.", "opgave"),
        ("Rådet har syv medlemmer.", "sammensætning"),
        ("Medlemmerne udpeges for byrådets valgperiode.", "sammensætning"),
        ("Formanden indkalder til møde med 14 dages varsel.", "mødekadence"),
        ("Rådet træffer ikke beslutninger.", "kompetence"),
        ("Der ydes diæter efter gældende regler.", "økonomi"),
        ("Lederen sørger for indkaldelse og referat.", "sekretariat"),
        ("Vedtægten træder i kraft den 1. januar 2018.", "godkendelse"),
        ("Godkendt af byrådet den 3. maj 2022.", "godkendelse"),
    ],
)
def test_a_sentence_tells_its_kind_where_no_heading_does(line: str, kind: str):
    made = reading("## § 3", line, kind="kommissorium")
    assert [c.kind for c in find_clauses_of_terms(made, FACTS)] == [kind]


@pytest.mark.parametrize("line", ["Høringssvaret blev godkendt.", "Rådet drøftede budgettet i maj."])
def test_a_sentence_that_is_no_clause(line: str):
    assert find_clauses_of_terms(reading("## § 3", line, kind="kommissorium"), FACTS) == ()


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Penge", "økonomi"),
        ("§ 7 Sekretær", "sekretariat"),
        ("Mødeform", "mødekadence"),
        ("Valgperiode", "sammensætning"),
    ],
)
def test_headings_in_plain_words(heading: str, kind: str):
    made = reading(f"## {heading}", "Centeret sørger for det hele.", kind="kommissorium")
    assert [c.kind for c in find_clauses_of_terms(made, FACTS)] == [kind]


def test_a_short_task_is_a_task_and_a_question_none():
    made = reading("## Opgaver", "- Rådet gennemgår tilsynet.", "- er sproget til at forstå?", kind="kommissorium")
    assert [c.text for c in find_clauses_of_terms(made, FACTS)] == ["Rådet gennemgår tilsynet."]


def test_a_number_belongs_to_the_sentence_behind_it_and_an_opening_line_is_none():
    made = reading(
        "## Opgaver", "Det sker ved at", "- afgive høringssvar", "Stk. 2. Rådet drøfter takster. Stk. 3. Det er alt.",
        kind="kommissorium",
    )  # fmt: skip
    assert [c.text for c in find_clauses_of_terms(made, FACTS)] == [
        "afgive høringssvar",
        "Stk. 2. Rådet drøfter takster.",
        "Stk. 3. Det er alt.",
    ]


def test_each_sentence_of_a_paragraph_is_a_clause():
    made = reading(
        "## Mødeaktivitet", "Rådet holder fire møder årligt. Mødeplanen fastsættes en gang om året.",
        "## Sammensætning", "- Rådet består af 9 medlemmer:", "- 4 medlemmer fra byrådet.", "- Blå Kors",
        kind="kommissorium",
    )  # fmt: skip
    assert [(c.kind, c.text) for c in find_clauses_of_terms(made, FACTS)] == [
        ("mødekadence", "Rådet holder fire møder årligt."),
        ("mødekadence", "Mødeplanen fastsættes en gang om året."),
        ("sammensætning", "Rådet består af 9 medlemmer:"),
        ("sammensætning", "4 medlemmer fra byrådet."),
    ]


@pytest.mark.parametrize(
    ("lines", "clauses"),
    [
        (["Af kommissoriet fremgår følgende om rådets opgaver:",
          "”Rådet er et dialogforum for ældre.", "Det skal styrke dialogen. Rådet skal rådgive byrådet.”",
          "Opgaverne drøftes på mødet."],
         [("formål", "”Rådet er et dialogforum for ældre."), ("formål", "Det skal styrke dialogen."),
          ("opgave", "Rådet skal rådgive byrådet.”")]),
        (["I vedtægterne står:", "> Rådet har ni medlemmer. Ved ældre forstås alle over 65."],
         [("sammensætning", "Rådet har ni medlemmer."), ("målgruppe", "Ved ældre forstås alle over 65.")]),
        (["De to hovedformål med Ældrerådet er:", "- At give ældre en stemme.", "- At rådgive. Det er vigtigt."],
         [("formål", "At give ældre en stemme."), ("formål", "At rådgive. Det er vigtigt.")]),
        (["Rådet har følgende opgaver:", "- Rådet drøfter takster."], [("opgave", "Rådet drøfter takster.")]),
        (["Ifølge kommissoriet afholdes der to til fire møder om året."],
         [("mødekadence", "Ifølge kommissoriet afholdes der to til fire møder om året.")]),
        (["Det fremgår af rådets vedtægter, at medlemmerne udpeges af byrådet."],
         [("sammensætning", "Det fremgår af rådets vedtægter, at medlemmerne udpeges af byrådet.")]),
        (["Ældrerådet består af ni medlemmer."], [("sammensætning", "Ældrerådet består af ni medlemmer.")]),
        # traps
        (["Ifølge kommissoriet er sagen afsluttet."], []),
        (["Formålet med projektet er:", "- At bygge en rampe."], []),
        (["Af kommissoriet fremgår:", "”Rådet skal rådgive byrådet."], []),
        (["Det fremgår af udkast til kommissorium, at medlemmerne udpeges af byrådet."], []),
        (["Rådet har fire møder tilbage i år."], []),
        (["Handicaprådet består af ni medlemmer."], []),
    ],
)  # fmt: skip
def test_terms_quoted_and_retold_in_minutes(lines: list[str], clauses: list[tuple[str, str]]):
    found = find_clauses_of_terms(reading("## Sagsfremstilling", *lines), FACTS)
    assert [(c.kind, c.text) for c in found] == clauses


@pytest.mark.parametrize(
    ("line", "seats"),
    [
        ("Medlemmerne er fordelt med elleve medlemmer, der repræsenterer klubber, samt fire byrådsmedlemmer.",
         [("klubber", 11), ("Byrådet", 4)]),
        ("Rådets medlemmer fordeler sig med tre medlemmer fra SIND og to fra LAP.", [("SIND", 3), ("LAP", 2)]),
        ("Medlemmerne er fordelt på hele kommunen.", []),
        ("Handicaprådet består af fem medlemmer fra DH.", []),
    ],
)  # fmt: skip
def test_seats_told_in_another_paper(line: str, seats: list[tuple[str, int]]):
    made = reading("## Rådets medlemmer", line, kind="anbefalinger")
    assert [(s.organisation, s.number) for s in find_seats(made, FACTS)] == seats


def test_a_memo_tells_of_other_councils():
    assert find_seats(reading("## Medlemmer", "Rådet består af ni medlemmer.", kind="notat"), FACTS) == ()


def test_a_seat_of_a_list_rests_on_the_line_above_it_too():
    made = reading("Følgende foreninger indstiller en repræsentant hver:", "- SIND", kind="kommissorium")
    (seat,) = find_seats(made, FACTS)
    assert [span.quote for span in seat.proof.more] == ["Følgende foreninger indstiller en repræsentant hver:"]
