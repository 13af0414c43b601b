"""Decisions by type, decider, day and due day (formats.md 6, 7 and 14)."""

import pytest

from pipeline.extract.decisions import find_decisions
from tests.unit.extract.papers import FACTS, reading

HERE = ("# Punkt 3: Tandpleje", "## Beslutning")
THERE = ("# Punkt 3: Tandpleje", "## Sagsfremstilling")


def decisions(*lines: str, **options: object):
    return find_decisions(reading(*lines, **options), FACTS)


@pytest.mark.parametrize(
    ("line", "types"),
    [
        ("Godkendt.", ["godkendt"]),
        ("Indstillingen godkendt", ["godkendt"]),
        ("Godkendt, idet udvalget ønsker en status.", ["godkendt", "ønske"]),
        ("Tiltrådt.", ["godkendt"]),
        ("Vedtaget med 43 stemmer imod 7.", ["godkendt"]),
        ("Med stemmerne 19 for og 1 imod godkendte Byrådet planen.", ["godkendt"]),
        ("Et flertal i udvalget kunne tiltræde indstillingen.", ["godkendt"]),
        ("Taget til efterretning", ["taget til efterretning"]),
        ("Til efterretning.", ["taget til efterretning"]),
        ("Rådet tog orienteringen om mødet den 21. juni til efterretning.", ["taget til efterretning"]),
        ("Indstillingen om, at orienteringen tages til efterretning, blev godkendt.", ["taget til efterretning"]),
        ("Redegørelsen blev ikke taget til efterretning.", ["forkastet"]),
        ("Tilbagesendes Teknik og Miljø med bemærkning, at byrådet har vedtaget indstillingen.", ["godkendt"]),
        ("Fremsendes til Økonomiudvalget til behandling.", ["oversendt"]),
        ("Oversendt til budgetforhandlingerne", ["oversendt"]),
        ("Sagen udsættes til næste møde.", ["udsat"]),
        ("Udsat.", ["udsat"]),
        ("Punktet genoptages.", ["genoptages"]),
        ("Punktet udgik.", ["taget af dagsordenen"]),
        ("Forslaget blev forkastet.", ["forkastet"]),
        ("Ikke godkendt", ["forkastet"]),
        ("Sendes i høring.", ["sendt i høring"]),
        ("Anbefales.", ["anbefalet"]),
        ("Økonomiudvalget anbefaler overfor Byrådet, at forslaget godkendes.", ["anbefalet"]),
        ("Indstilles til godkendelse", ["anbefalet"]),
        ("Ældrerådet anbefaler, at bænken flyttes.", ["anbefalet"]),
        ("Drøftet.", ["drøftet"]),
        ("Der var en god drøftelse af emnet.", ["drøftet"]),
        ("Til orientering.", ["orienteret"]),
        ("Forvaltningen gav en kort status.", ["orienteret"]),
        ("Anne Bech fortalte, at kommunen har besluttet at lukke stedet.", ["orienteret"]),
        ("Jens Holm blev valgt til formand.", ["valgt"]),
        ("Rådet udpegede Anne Bech til følgegruppen.", ["udpeget"]),
        ("Det blev aftalt, at sekretariatet indkalder.", ["aftalt"]),
        ("Aftale: Rie kontakter kommunen.", ["aftalt"]),
        ("Det blev besluttet, at mødet flyttes.", ["besluttet"]),
        ("Rådet valgte at nedsætte en arbejdsgruppe.", ["besluttet"]),
        ("Der var enighed om, at temaet er vigtigt.", ["enighed"]),
        ("Der var flere forslag til temaer.", ["forslag"]),
        ("Der var et ønske om flere møder.", ["ønske"]),
        ("Rådet prioriterede tre temaer.", ["prioriteret"]),
        ("Der blev bevilget 200.000 kr. til formålet.", ["bevilget"]),
        ("Udvalget undlod at tage stilling.", ["undlod at tage stilling"]),
        ("Intet.", ["intet"]),
        ("Der var ingen orienteringer.", ["intet"]),
        ("Rådet drøftede planen og besluttede, at den skal drøftes igen.", ["drøftet", "besluttet"]),
        ("Dagsordenen blev godkendt, idet der var enighed om at bytte to punkter.", ["godkendt", "enighed"]),
        ("Indstillingspunkt 1 blev godkendt. Indstillingspunkt 2 blev udsat.", ["godkendt", "udsat"]),
        ("Indstillingspunkt 1 blev godkendt, mens indstillingspunkt 2 blev afvist.", ["godkendt", "forkastet"]),
        ("Første punkt blev godkendt, andet punkt blev afvist.", ["godkendt", "forkastet"]),
        ("Udpegningen af en suppleant blev udsat.", ["udsat"]),
        ("Ad 3: Udsat.", ["udsat"]),
        ("At 2) udsat.", ["udsat"]),
        ("Rådet godkendte planen, men udsatte spørgsmålet om bænkene.", ["godkendt", "udsat"]),
        ("Udvalget udskød turen til foråret.", ["udsat"]),
        ("Valg af næstformand udskydes til august.", ["udsat"]),
        ("Sagen blev sendt tilbage til forvaltningen.", ["udsat"]),
        ("Punktet tages op igen i juni.", ["genoptages"]),
        ("Ændringsforslag 1 fra Liste Ø faldt med 6 stemmer for og 20 imod.", ["forkastet"]),
        ("Forslaget blev stemt ned.", ["forkastet"]),
        ("Ansøgningen fik afslag.", ["forkastet"]),
        ("Et forslag fra Enhedslisten om gratis bus bortfaldt.", ["forkastet"]),
        ("Et forslag fra foreningerne om flere møder blev vedtaget.", ["godkendt"]),
        ("Ændringsforslag 2 blev trukket.", ["taget af dagsordenen"]),
        ("Forslagsstilleren trak forslaget tilbage.", ["taget af dagsordenen"]),
        ("Bevillingen blev givet, men udvalget undlod at tage stilling til driften.",
         ["bevilget", "undlod at tage stilling"]),
        ("Der blev givet tilskud til sommerfesten.", ["bevilget"]),
        ("Et flertal (A, Ø og F) anbefaler, at huset etableres.", ["anbefalet"]),
        ("Udvalget indstiller til Byrådet, at tilbuddet udvides, og ønsker en status til marts.",
         ["anbefalet", "ønske"]),
        ("Derfor anbefaler udvalget, at planen vedtages.", ["anbefalet"]),
        ("Udvalget tager sagen til efterretning og sender den videre til Økonomiudvalget.",
         ["taget til efterretning", "oversendt"]),
        ("Der var enighed i rådet om, at stedet mangler en bænk.", ["enighed"]),
        ("Der nedsættes en arbejdsgruppe.", ["besluttet"]),
        ("Formanden bemyndiges til at sende svaret.", ["besluttet"]),
        ("Ansøgningen blev imødekommet.", ["godkendt"]),
        ("Dagsordenen blev godkendt, og rækkefølgen blev justeret.", ["godkendt", "justeret"]),
        ("Eventuelt: Intet.", ["intet"]),
        ("Rådet havde ingen bemærkninger.", ["intet"]),
        ("Udvalget tog ikke sagen til efterretning.", ["forkastet"]),
        ("Udvalget indstiller til byrådet, at ansøgningen afvises.", ["forkastet"]),
        ("Rådet kan ikke støtte forslaget.", ["forkastet"]),
        ("Indstillingen tiltrådt, dog udsættes punkt 4.", ["godkendt", "udsat"]),
        ("Ingen bemærkninger til referatet, som hermed er godkendt.", ["godkendt"]),
        ("Godkendt med den ændring, at punkt 3 udgår.", ["godkendt"]),
        ("Referatet godkendt, mens Venstre ønskede sagen udsat.", ["godkendt"]),
    ],
)  # fmt: skip
def test_type(line: str, types: list[str]):
    assert [d.type for d in decisions(*HERE, line)] == types


@pytest.mark.parametrize(
    "line",
    [
        "Der er mange udsatte borgere i byen.",
        "En socialt udsat borger har brug for hjælp.",
        "På næste møde skal budgettet drøftes.",
        "Sagen vil blive drøftet i maj.",
        "Mødet sluttede kl. 12.00.",
        "De vedtagne planer følges.",
        "Fraværende: Anne Bech",
        "Anne Bech (A) deltog ikke i sagens behandling.",
        "(F) undlod at tage stilling.",
        "Han blev udsat for vold.",
        "En familie blev udsat af deres bolig.",
        "Mange afvises ved døren.",
        "Tilskud gives efter ansøgning.",
        "Medlemmer udpeges af byrådet for fire år.",
        "En borger bad om hjælp.",
        "Mange borgere er hjemløse og ønsker hjælp.",
        "Rapporten tager ikke stilling til spørgsmålet.",
        "Sagen er trukket ud.",
        "En mand sagde: ”Jeg fik tid hos lægen, men så blev det udsat igen.”",
        'Kim Lund sagde: "Vi har besluttet at flytte."',
    ],
)
def test_what_decides_nothing(line: str):
    assert decisions(*HERE, line) == ()


FREE = ("# Punkt 3: Tandpleje",)


@pytest.mark.parametrize(
    ("lines", "types"),
    [
        (("Godkendt uden bemærkninger.",), ["godkendt"]),
        (("Referat: Intet.",), ["intet"]),
        (("Oplæg: Planen blev vedtaget.", "Referat: Drøftet.", "Gruppen udsatte valget af leverandør."),
         ["drøftet", "udsat"]),
        (("Oplæg: Planen er udsat.",), []),
        (("## Ældrerådet", "Drøftet."), ["drøftet"]),
    ],
)  # fmt: skip
def test_an_item_without_sections_is_itself_what_was_minuted(lines: tuple[str, ...], types: list[str]):
    found = decisions(*FREE, *lines)
    assert [d.type for d in found] == types
    assert {d.status for d in found} <= {"made"}


def test_where_a_section_holds_the_decision_the_rest_of_the_item_decides_nothing():
    found = decisions(
        *FREE, "Godkendt uden bemærkninger.", "## Sagsfremstilling", "Udsat.", "## Beslutning", "Drøftet."
    )
    assert [d.type for d in found] == ["drøftet"]


def test_a_decision_made_here_is_of_the_meeting_and_its_item():
    found = decisions(*HERE, "Udvalgets medlemmer takkede. Ældrerådet godkendte planen.")
    assert [(d.status, d.body, d.date, d.agenda_item, d.meeting_id) for d in found] == [
        ("made", "Ældrerådet", "2024-05-14", "3", "m0")
    ]
    assert found[0].text == "Ældrerådet godkendte planen."
    assert found[0].proof.rule == "decisions.approved"


def test_two_clauses_of_one_sentence_share_the_text_and_not_the_span():
    one, two = decisions(*HERE, "Rådet drøftede planen og aftalte, at formanden skriver til byrådet.")
    assert one.text == two.text
    assert (one.proof.span.quote, two.proof.span.quote) == (
        "Rådet drøftede planen",
        "og aftalte, at formanden skriver til byrådet.",
    )
    assert one.id != two.id


def test_a_short_decision_keeps_the_remark_that_follows_it_and_a_numbered_one_its_number():
    found = decisions(*HERE, "Tiltrådt. Udvalget bemærker, at træerne skal vandes.", "3. Oversendt til budgettet.")
    assert [d.text for d in found] == [
        "Tiltrådt. Udvalget bemærker, at træerne skal vandes.",
        "3. Oversendt til budgettet.",
    ]


@pytest.mark.parametrize(
    ("line", "body", "actors"),
    [
        ("Det blev aftalt, at mødet flyttes.", "Ældrerådet", ["råd:Ældrerådet"]),
        ("Ældreråddet drøftede planen.", "Ældrerådet", ["råd:Ældrerådet"]),
        ("Anne Bech fra Blå Kors orienterede om besøget.", None, ["medlem:Anne Bech", "forening:Blå Kors"]),
        ("Chefkonsulent Anne Bech orienterede om planen.", "Ældrerådet", ["administration:Anne Bech"]),
        ("Forvaltningen orienterede om planen.", "Ældrerådet", ["administration:Forvaltningen"]),
        ("Der var et forslag fra foreningerne om flere møder.", None, ["forening:foreningerne"]),
        ("Anne Bech blev udpeget til gruppen.", "Ældrerådet", ["råd:Ældrerådet"]),
    ],
)
def test_who_decides_here(line: str, body: str | None, actors: list[str]):
    (found,) = decisions(*HERE, line)
    assert (found.body, [f"{a.kind}:{a.id}" for a in found.actors]) == (body, actors)


@pytest.mark.parametrize(
    ("line", "kind", "body", "date"),
    [
        ("Byrådet besluttede i maj 2020 at oprette et råd.", "besluttet", "Byrådet", "2020-05"),
        ("Byrådet har besluttet at videreføre rådet i 2026.", "besluttet", "Byrådet", None),
        ("I 2020 besluttede Sundhedsstyrelsen, at der oprettes funktioner.", "besluttet", "Sundhedsstyrelsen", "2020"),
        ("Planen er godkendt af byrådet den 3. maj 2022.", "godkendt", "Byrådet", "2022-05-03"),
        ("Socialudvalget drøftede på mødet den 5. maj 2021 ønsker til budget 2022.", "drøftet", "Socialudvalget",
         "2021-05-05"),
        ("Sundhedsstyrelsen har primo 2021 tildelt kommunen godkendelse.", "godkendt", "Sundhedsstyrelsen",
         "2021-01/2021-03"),
        ("Regionsrådet i Region Sjælland har vedtaget planen.", "godkendt", "Regionsrådet i Region Sjælland", None),
        ("Byrådet har sendt planen i høring.", "sendt i høring", "Byrådet", None),
        ("Kommunalbestyrelsen har nedsat et udvalg.", "besluttet", "Kommunalbestyrelsen", None),
        ("I økonomiaftalen er det aftalt, at indsatsen styrkes.", "aftalt", None, None),
        ("Der er med Budget 2020 afsat 4,6 mio. kr. til formålet.", "bevilget", None, None),
        ("Venstre og SF har stillet forslag om en evaluering.", "forslag", None, None),
        ("Det fremgår af aftalen, at partierne er enige om at oprette et råd.", "enighed", None, None),
        ("Udvalget for Børn sendte den 12. maj 2020 planen i høring.", "sendt i høring", "Udvalget for Børn",
         "2020-05-12"),
        ("Teknisk Udvalg udsatte den 12. maj 2020 sagen.", "udsat", "Teknisk Udvalg", "2020-05-12"),
        ("På byrådets møde den 3. maj 2021 blev det besluttet, at stedet lukkes.", "besluttet", "Byrådet",
         "2021-05-03"),
        ("Planen er tiltrådt i Økonomiudvalget den 3. maj 2021.", "godkendt", "Økonomiudvalget", "2021-05-03"),
        ("Anne Bech blev af Byrådet udpeget som formand den 3. maj 2021.", "udpeget", "Byrådet", "2021-05-03"),
        ("Sagen blev taget af dagsordenen på Byrådets møde den 3. april 2024.", "taget af dagsordenen", "Byrådet",
         "2024-04-03"),
        ("Byrådet sendte i maj 2021 sagen tilbage til udvalget.", "udsat", "Byrådet", "2021-05"),
        ("Sundhedsudvalget anbefalede den 3. maj 2021 over for Byrådet, at planen vedtages.", "anbefalet",
         "Sundhedsudvalget", "2021-05-03"),
    ],
)  # fmt: skip
def test_reported_elsewhere(line: str, kind: str, body: str | None, date: str | None):
    assert [(d.status, d.type, d.body, d.date) for d in decisions(*THERE, line)] == [("reported", kind, body, date)]


@pytest.mark.parametrize(
    "line",
    [
        "Byrådet udpeger fire medlemmer.",
        "Byrådet skal godkende planen.",
        "Byrådet har ikke besluttet noget.",
        "Medlemmerne er udpeget af byrådet efter indstilling fra foreningerne.",
        "Det er vigtigt, at byrådet har vedtaget planen.",
        "Forvaltningen har drøftet sagen med lægerne.",
        "Den godkendte plan følges.",
        "Planen drøftes i byrådet i maj.",
        "Lægerne er udpeget i Region Nordjylland.",
        "Byrådet udsatte mange familier for pres.",
    ],
)
def test_what_reports_no_decision(line: str):
    assert decisions(*THERE, line) == ()


def test_what_is_put_to_the_meeting_and_what_an_agenda_says_is_no_decision():
    assert decisions("# Punkt 1: Budget", "## Indstilling", "Det indstilles, at budgettet blev godkendt.") == ()
    assert decisions("# Punkt 1: Budget", "## Beslutning", "Godkendt.", kind="dagsorden") == ()


def test_the_generic_body_is_the_one_last_told_of_with_its_day():
    found = decisions(
        *THERE,
        "Psykiatri- og socialudvalget drøftede på mødet den 5. maj 2021 ønsker til budgettet.",
        "Udvalget prioriterede følgende temaer:",
        "1. Tandpleje",
        "2. Transport",
    )
    second = found[1]
    assert (second.type, second.body, second.date) == ("prioriteret", "Psykiatri- og socialudvalget", "2021-05-05")
    assert [span.quote for span in second.proof.more[:2]] == ["Tandpleje", "Transport"]


def test_in_a_sentence_with_hvor_the_body_and_the_day_hold_on():
    found = decisions(*THERE, "Byrådet har drøftet sagen i maj 2023, hvor det blev besluttet, at planen skal udbredes.")
    assert [(d.type, d.body, d.date) for d in found] == [
        ("drøftet", "Byrådet", "2023-05"),
        ("besluttet", "Byrådet", "2023-05"),
    ]


def test_of_several_dated_decisions_only_todays_is_made():
    found = decisions(
        "# Punkt 1: Strategi",
        "## Politisk behandling [beslutning]",
        "Ældrerådets beslutning den 14. maj 2024: Anbefalet.",
        "Sundhedsudvalgets beslutning den 30. april 2024: Drøftet.",
    )
    assert [(d.status, d.type, d.body, d.date) for d in found] == [
        ("made", "anbefalet", "Ældrerådet", "2024-05-14"),
        ("reported", "drøftet", "Sundhedsudvalget", "2024-04-30"),
    ]


@pytest.mark.parametrize(
    ("heading", "status", "body", "date"),
    [
        ("Beslutning i Økonomiudvalget den 30-04-2024", "reported", "Økonomiudvalget", "2024-04-30"),
        ("Behandling i Udvalget for bygninger tirsdag den 2. april 2024, pkt. 4", "reported", "Udvalget for bygninger",
         "2024-04-02"),
        ("ØKONOMIUDVALGETS BESLUTNING", "reported", "Økonomiudvalget", None),
        ("Beslutning i Ældrerådet den 14-05-2024", "made", "Ældrerådet", "2024-05-14"),
        ("Beslutninger Ældrerådet den 14-05-2024", "made", "Ældrerådet", "2024-05-14"),
        ("Ældrerådets beslutning", "made", "Ældrerådet", "2024-05-14"),
        ("Beslutning i Ældrerådet den 09-04-2024", "reported", "Ældrerådet", "2024-04-09"),
    ],
)  # fmt: skip
def test_a_heading_says_whose_decision_it_is(heading: str, status: str, body: str, date: str | None):
    found = decisions("# Punkt 1: Strategi", f"## {heading} [beslutning]", "Anbefales.")
    assert [(d.status, d.body, d.date) for d in found] == [(status, body, date)]


def test_a_body_of_many_words_is_its_own_whole():
    body = "Udvalget for natur, teknik og miljø"
    (found,) = decisions(
        "# Punkt 1: Bro", f"## Beslutning i {body} den 14-05-2024 [beslutning]", "Tiltrædes.", body=body
    )
    assert (found.status, found.body) == ("made", body)


def test_a_case_history_tells_of_the_meeting_named_above():
    found = decisions(
        "# Punkt 1: Evaluering", "## Sagsforløb", "Udvalg: Byrådet", "Dato: 05-03-2024", "Punktnummer: 9",
        "Taget af dagsordenen.", "Økonomiudvalget den 3. april 2024, pkt. 4: Anbefales.",
    )  # fmt: skip
    assert [(d.status, d.type, d.body, d.date) for d in found] == [
        ("reported", "taget af dagsordenen", "Byrådet", "2024-03-05"),
        ("reported", "anbefalet", "Økonomiudvalget", "2024-04-03"),
    ]


@pytest.mark.parametrize(
    ("line", "status", "body", "date"),
    [
        ("På sidste møde blev det aftalt, at formanden skriver.", "reported", "Ældrerådet", None),
        ("Rådet besluttede den 3. maj 2023 at holde fri.", "reported", "Ældrerådet", "2023-05-03"),
        ("Rådet har tidligere drøftet planen.", "reported", "Ældrerådet", None),
        ("Den 3. april 2024 besluttede Byrådet at lukke stedet.", "reported", "Byrådet", "2024-04-03"),
        ("Formanden fortalte, at Socialudvalget den 26. april har besluttet at flytte huset.", "reported",
         "Socialudvalget", "2024-04-26"),
        ("Rådet godkendte referatet fra mødet den 3. april 2024.", "made", "Ældrerådet", "2024-05-14"),
        ("Rådet drøftede mødet den 3. april 2024 med borgmesteren.", "made", "Ældrerådet", "2024-05-14"),
        ("Opfølgningen på sidste møde blev drøftet.", "made", "Ældrerådet", "2024-05-14"),
    ],
)  # fmt: skip
def test_what_was_decided_before_is_reported(line: str, status: str, body: str, date: str | None):
    (found,) = decisions(*HERE, line)
    assert (found.status, found.body, found.date) == (status, body, date)


def test_a_committee_that_backs_the_proposal_is_reported():
    found = decisions("# Punkt 1: Budget", "## Indstilling", "Økonomiudvalget anbefaler indstillingen.")
    assert [(d.status, d.type, d.body) for d in found] == [("reported", "anbefalet", "Økonomiudvalget")]


def test_a_summing_up_under_another_item_is_reported():
    found = decisions(
        "# Punkt 9: Opsamling på mødet", "## Beslutning", "Mødeplanen er godkendt.", "Rådet har aftalt, at rådet mødes."
    )
    assert [d.status for d in found] == ["reported", "reported"]


@pytest.mark.parametrize(
    ("line", "due"),
    [
        ("Det blev aftalt, at der på næste møde skal vælges temaer.", "2024-06-25"),
        ("Det blev aftalt, at brevet skal sendes senest den 1. juni.", "2024-06-01"),
        ("Det blev aftalt, at der på rådets næste møde den 20. juni skal skrives en udtalelse.", "2024-06-20"),
        ("Sagen udsættes til mødet den 22. oktober 2024.", "2024-10-22"),
        ("Rådet godkendte mødeplanen for 2025.", None),
        ("Det blev aftalt, at møderne holdes på Rådhuset.", None),
        ("Det blev aftalt, at næste møde holdes den 3. september.", None),
        ("Det blev aftalt, at rådet vælger to temaer på næste møde.", "2024-06-25"),
        ("Det aftaltes, at regnskabet foreligger den 1. november.", "2024-11-01"),
        ("Rådet besluttede at sende svaret inden den 1. juni.", "2024-06-01"),
        ("Det blev aftalt, at referatet fra mødet den 3. april rettes.", None),
    ],
)
def test_due(line: str, due: str | None):
    (found,) = decisions(*HERE, line, planned=["2024-09-04", "2024-06-25"])
    assert found.due == due
    assert bool(found.proof.more) == (due == "2024-06-25")


@pytest.mark.parametrize(
    ("line", "points"),
    [
        ("1.-3. Anbefales", ("1", "2", "3")),
        ("Indstillingspunkt 1 og 3 blev taget til efterretning.", ("1", "3")),
        ("Ad 2: godkendt", ("2",)),
        ("Punkt a og b blev godkendt.", ("a", "b")),
        ("Ad B) Godkendt.", ("B",)),
        ("b) Godkendt.", ("b",)),
        ("b) Formanden orienterede om budgettet.", ()),
        ("Indstillingens første punkt blev godkendt.", ("1",)),
        ("Indstillingens 1. og 2. punkt blev godkendt.", ("1", "2")),
        ("Pkt. 1 til 3 godkendt.", ("1", "2", "3")),
        ("Punkt 15 udgår.", ()),
        ("Indstillingen blev godkendt.", ()),
        ("Godkendt på mødet den 3. maj 2024.", ()),
    ],
)
def test_points_of_the_proposal(line: str, points: tuple[str, ...]):
    (found,) = decisions(*HERE, line)
    assert found.points == points


@pytest.mark.parametrize(
    ("line", "votes", "voters"),
    [
        ("Godkendt med 42 stemmer mod 4. 8 medlemmer undlod at stemme.", (42, 4, 8), []),
        ("Med stemmerne 19 for og ingen imod godkendte Byrådet planen.", (19, 0, None), []),
        ("Godkendt. For stemte: Ø, A og F. Imod stemte: V og Anne Bech (O).", (None, None, None),
         [("parti", "Ø", "for"), ("parti", "A", "for"), ("parti", "F", "for"), ("parti", "V", "imod"),
          ("person", "Anne Bech", "imod")]),
        ("Godkendt. Anne Bech (Ø) stemte imod.", (None, None, None), [("person", "Anne Bech", "imod")]),
        ("Godkendt. (F) undlod at stemme.", (None, None, None), [("parti", "F", "undlod")]),
    ],
)  # fmt: skip
def test_votes(line: str, votes: tuple[int | None, ...], voters: list[tuple[str, str, str]]):
    found = decisions(*HERE, line)[0]
    assert (found.votes_for, found.votes_against, found.votes_abstained) == votes
    assert [(v.voter_kind, v.voter, v.vote) for v in found.votes] == voters
    assert all(v.decision_id == found.id for v in found.votes)


def test_dissent_stands_in_its_own_words():
    (found,) = decisions(*HERE, "Godkendt.", "SF og Enhedslisten kunne ikke tiltræde indstillingens punkt 2.")
    assert found.dissent == "SF og Enhedslisten kunne ikke tiltræde indstillingens punkt 2."


def test_the_list_that_a_decision_introduces_belongs_to_it():
    (found,) = decisions(*HERE, "Rådet prioriterede følgende temaer:", "- Vi drøftede tandpleje", "- Transport")
    assert [span.quote for span in found.proof.more] == ["Vi drøftede tandpleje", "Transport"]


def test_lines_under_a_bare_lead_are_the_decisions():
    found = decisions(
        *HERE, "Det blev besluttet,", "at rådet tager referatet til efterretning", "at rådet afgiver høringssvar"
    )
    assert [d.type for d in found] == ["taget til efterretning", "besluttet"]


def test_a_decision_left_at_the_end_of_the_proposal_is_found():
    found = decisions(
        "# Punkt 1: Budget", "## Indstilling", "Det indstilles, at orienteringen tages til efterretning.",
        "Rådet tager orienteringen til efterretning.", "## Beslutning", "# Punkt 2: Evt.",
    )  # fmt: skip
    assert [(d.type, d.agenda_item) for d in found] == [("taget til efterretning", "1")]


def test_text_is_never_longer_than_a_record_may_be():
    (found,) = decisions(*HERE, "Rådet drøftede " + ", ".join(f"emne nummer {n}" for n in range(60)) + ".")
    assert len(found.text) < 650
    assert found.text.startswith("Rådet drøftede emne nummer 0")
