"""Section headings: every heading of formats.md 5 has its role, and no pattern is hidden by an earlier one."""

import pytest

from pipeline.lexicons import load
from pipeline.model.ids import fold
from pipeline.model.structure import SectionRole

SECTIONS = load().sections

# formats.md 5, row by row. <X> is filled with a council, <dato> with a day.
HEADINGS = {
    "resume": "Resume, Resumé, Sammendrag, Sagsresume, Sagens kerne, Kort fortalt, Præsentation",
    "beslutningstema": "Beslutningstema, Beslutningspunkter, Emne, Indhold, Problemstilling",
    "formål": "Formål",
    "indledning": "Indledning",
    "baggrund": "Baggrund, Indledning/Baggrund, Oplæg",
    "forløb": "Historik, Sagshistorik, Tidligere behandling, PUNKTET BEHANDLET TIDLIGERE, Sagens forløb, Sagsforløb, "
    "Sagens gang, Sagsgang og sagstype, Sagsforløb: HAR, Tidligere politisk behandling",
    "sagsfremstilling": "Sagsfremstilling, SAGSFREMSTILLING, Fremstilling, Sagsbeskrivelse, Beskrivelse af sagen, "
    "Beskrivelse, Sagens indhold, Supplerende sagsfremstilling, Løsning, Vurdering",
    "økonomi": "Økonomi, Økonomiske konsekvenser, Økonomiske konsekvenser og finansiering, "
    "Økonomiske forhold og konsekvenser, Økonomi og organisatoriske konsekvenser, KONSEKVENSER, "
    "Bevillingsmæssige konsekvenser",
    "lovgrundlag": "Lovgrundlag, Lovgrundlag – link, Retligt grundlag, Juridiske og planmæssige forhold",
    "høring": "Høring, Inddragelse og høring",
    "kommunikation": "Kommunikation",
    "tidsplan": "Tidsplan, Tidsperspektiv, TIDSPLAN OG VIDERE PROCES, Videre proces",
    "kompetence": "Kompetence, Beslutningskompetence, Beslutningen træffes af, Sagen afgøres i, Sagen afgøres af, "
    "SAGEN AFGØRES AF, Sagen behandles i, Sagsprocedure, Sagen afgøres i:",
    "indstilling": "Indstilling, INDSTILLING, ADMINISTRATIONENS INDSTILLING, Forslag, Forslag til beslutning, "
    "Forvaltningen foreslår, Forvaltningen indstiller, Administrationen indstiller, Direktionen indstiller, "
    "Alternativ indstilling, Supplerende indstilling, INDSTILLING FRA MAGISTRATSAFDELINGEN FOR SUNDHED, "
    "Forslag til beslutning:",
    "medlemsforslag": "Beslutningsforslag fra KF og M, Medlemsforslag, Medlemsforslag fra Enhedslisten, "
    "Ændringsforslag, Ændringsforslag fra V",
    "beslutning": "Beslutning, Beslutninger, Beslutning i Ældrerådet den 10-11-2016, "
    "Beslutning Ældrerådet den 10-11-2016, "
    "Ældrerådets beslutning den 04.12.2012, Social- og Sundhedsudvalgets beslutning den 04.12.2012 Punkt 2, "
    "Borgerrepræsentationens beslutning i mødet den 2. oktober 2025, Beslutning i Byrådet den 12. januar 2021:, "
    "Behandling i Udvalget for Børn og Unge onsdag den 28. august 2019, POLITISK BEHANDLING, "
    "FORRETNINGSUDVALGETS BESLUTNING, REGIONSRÅDETS BESLUTNING, Referat, Referat:, Konklusion, Aftale:, Opfølgning, "
    "Beslutninger Handicaprådet den 11-06-2015",
    "bilag": "Bilag, Bilagsliste, Bilagsfortegnelse, BILAGSFORTEGNELSE, Vedlagt, Bilag:",
    "fravær": "Afbud, Afbud fra, Meldt afbud, Fraværende, Fraværende med afbud, Fraværende uden afbud, Ikke til stede, "
    "Deltog ikke, Afbud/Fraværende, Følgende deltog ikke i behandlingen af punktet:",
    "deltagelse": "Til stede, Tilstede, Tilstede var, Deltagere, Mødedeltagere, Mødt, Fremmødte, Deltog",
    "medlemmer": "Medlemmer, Medlemmer af udvalget",
    "underskrift": "Underskriftsside, Underskriftsark, Underskriftsblad",
    "andet": "Personale, Alternativer, Øvrige konsekvenser, Øvrige forhold, Miljøvurdering, Politisk handlerum, RISIKO",
    # terms of reference (formats.md 10)
    "opgave": "Opgaver",
    "sammensætning": "Sammensætning",
    "mødekadence": "Møder",
    "sekretariat": "Sekretariat",
}
ROWS = [(role, word.strip()) for role, words in HEADINGS.items() for word in words.split(", ")]
# The names of headings that hold a comma themselves.
ROWS += [
    ("forløb", "Sagshistorik, henvisninger"),
    ("beslutning", "Behandling i Ældrerådet den 28. august 2019, pkt. 1"),
]


@pytest.mark.parametrize(("role", "heading"), ROWS)
def test_every_heading_has_its_role(role, heading):
    assert SECTIONS.role_of(heading) == role


@pytest.mark.parametrize(
    "heading", ["1. Formål", "2 Opgaver", "§ 2 Formål", "Kapitel 3 Møder", "a) Økonomi", "4.1 Baggrund"]
)
def test_a_number_before_a_heading_does_not_count(heading):
    assert SECTIONS.role_of(heading) is not None


@pytest.mark.parametrize(
    "heading",
    [
        "Ny plan for værestederne",
        "Beslutning om ny plan for værestederne",
        "Referat fra en rejse til Norge i foråret",
        "Bilag om Bo",
        "Indstillingen",
        "Godkendelse af dagsorden",
        "Hvad siger borgerne?",
        "Afbud fra Anna Jensen",
        "Aftale om fælles drift",
        "",
        "12",
    ],
)
def test_other_headings_have_none(heading):
    assert SECTIONS.role_of(heading) is None


# One example at least for each pattern of sections.yaml; its role is that of the pattern and of no earlier one.
EXAMPLES = {
    "indstilling": [
        "Administrationen indstiller over for forretningsudvalget",
        "Socialforvaltningen indstiller, at",
        "Indstilling fra Magistratsafdelingen for Sundhed",
        "Centerets indstilling",
    ],
    "medlemsforslag": [
        "Beslutningsforslag fra KF og M",
        "Medlemsforslag fra Enhedslisten",
        "Ændringsforslag fra V",
    ],
    "beslutning": [
        "Beslutning i Ældrerådet den 10-11-2016",
        "Beslutning den 10-11-2016",
        "Sundhedsudvalgets beslutning den 04.12.2012 Punkt 2",
        "Behandling i Ældrerådet onsdag den 28. august 2019, pkt. 1",
    ],
    "forløb": ["Sagsforløb: HAR"],
    "baggrund": ["Baggrund for indsatsen"],
    "sagsfremstilling": ["Borgmesterens Afdelings påtegning", "Elementer med særlig betydning for planen"],
    "medlemmer": ["Ældrerådets medlemmer", "Medlemmer fra foreningerne", "Repræsentanter for kommunerne"],
    "formål": ["Rådets overordnede formål", "Formålet med rådet", "2 Formål"],
    "målgruppe": ["Målgruppe for rådet"],
    "opgave": ["Rådets funktion og opgaver", "Konkrete opgaver for rådet"],
    "sammensætning": ["Ældrerådets sammensætning"],
    "mødekadence": ["Udvalgets mødeaktivitet"],
    "anbefalinger": [
        "Udsatterådets anbefalinger til regionen",
        "Overordnede anbefalinger",
        "Anbefalinger til regionsrådet",
        "Anbefaling nr. 3",
        "Ældrerådets bemærkninger",
    ],
    "historier": [
        "Fem borgerhistorier fra rådet",
        "Case 2: På gaden",
        "Eksempler fra hverdagen",
        "Borgernes fortællinger om hjælpen",
    ],
}


def first_pattern(heading):
    """The pattern that claims a heading: those of decisions are asked first, the others in their order."""
    ordered = sorted(SECTIONS.patterns, key=lambda rp: rp[0] is not SectionRole.DECISION)
    return next(((role, p) for role, p in ordered if p.fullmatch(fold(heading))), None)


@pytest.mark.parametrize(("role", "pattern"), SECTIONS.patterns, ids=lambda v: getattr(v, "pattern", v)[:60])
def test_no_pattern_is_hidden_by_an_earlier_one(role, pattern):
    mine = [e for e in EXAMPLES.get(role, []) if first_pattern(e) == (role, pattern)]
    assert mine, f"no example of {role} is claimed first by {pattern.pattern}"
    assert {SECTIONS.role_of(e) for e in mine} == {role}


@pytest.mark.parametrize(("role", "example"), [(r, e) for r, examples in EXAMPLES.items() for e in examples])
def test_every_example_has_the_role_it_stands_under(role, example):
    assert SECTIONS.role_of(example) == role


@pytest.mark.parametrize("heading", ["Beslutning i Ældrerådet den 10-11-2016", "Beslutning"])
def test_words_and_decisions_are_claimed_also_where_a_heading_looks_like_text(heading):
    assert SECTIONS.word_role(heading) == "beslutning"


@pytest.mark.parametrize("heading", ["Anbefalinger til regionsrådet", "Case 2: På gaden", "Baggrund for indsatsen"])
def test_other_patterns_are_not(heading):
    assert SECTIONS.word_role(heading) is None


@pytest.mark.parametrize(
    "title",
    ["Godkendelse af dagsorden", "Meddelelser", "Gensidig orientering", "Bordet rundt", "Siden sidst", "Årshjul",
     "Huskeliste", "Næste møde", "Eventuelt", "Evt.", "Spørgetid", "Åben spørgetid"],
)  # fmt: skip
def test_routine_items_of_formats_4(title):
    assert fold(title) in SECTIONS.routine_items


def test_every_role_that_a_table_may_hold_is_reachable():
    reachable = set(SECTIONS.headings.values()) | {role for role, _ in SECTIONS.patterns}
    assert set(SectionRole) - reachable == set()
