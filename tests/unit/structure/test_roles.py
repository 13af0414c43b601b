"""What each section is for: the headings of formats.md 5 in their place, and text that has no heading of its own."""

import pytest


def roles(structured, item, *, head="= Referat fra Ældrerådet\n@ Dato: 11. marts 2016"):
    """The texts of an item with the roles of their sections."""
    paper = structured(f"{head}\n# 1. Budget\n{item}")
    return {p.passage.text: p.role for p in paper.placed() if p.item is not None}


def test_text_stands_in_the_section_above_it(structured):
    item = """
    ## Resume
    Kort fortalt.
    ## Sagsfremstilling
    En lang fortælling.
    - Et punkt
    | Post | 2027
    ## Indstilling
    At budgettet godkendes.
    ## Beslutning
    Godkendt.
    ## Bilag
    - Budget
    """
    found = roles(structured, item)
    assert found["1. Budget"] is None
    assert found["Resume"] == found["Kort fortalt."] == "resume"
    assert found["En lang fortælling."] == found["• Et punkt"] == found["Post\t2027"] == "sagsfremstilling"
    assert found["At budgettet godkendes."] == "indstilling"
    assert found["Godkendt."] == "beslutning"
    assert found["• Budget"] == "bilag"


def test_the_decision_may_stand_first(structured):
    """FirstAgenda (F01, F03)."""
    found = roles(structured, "## Beslutninger\nGodkendt.\n## Resume\nKort fortalt.\n## Indstilling\nAt det godkendes.")
    assert (found["Godkendt."], found["Kort fortalt."], found["At det godkendes."]) == (
        "beslutning",
        "resume",
        "indstilling",
    )


def test_a_sub_heading_keeps_the_role_of_its_section(structured):
    found = roles(structured, "## Sagsfremstilling\nTekst.\n### De unge\nOm de unge.\n## Beslutning\nGodkendt.")
    assert found["De unge"] == found["Om de unge."] == "sagsfremstilling"


def test_an_unknown_heading_beside_the_sections_does_not_pass_for_one(structured):
    found = roles(structured, "## Beslutning\nGodkendt.\n## Helt andet emne\nNoget andet.")
    assert found["Noget andet."] == "beslutning"


def test_an_item_without_sections_is_what_was_minuted(structured):
    found = roles(structured, "Formanden orienterede om mødet.\n- Det blev aftalt at mødes igen.")
    assert set(found.values()) == {None, "beslutning"}
    assert found["• Det blev aftalt at mødes igen."] == "beslutning"


def test_in_an_agenda_it_is_none(structured):
    found = roles(structured, "Formanden orienterer om mødet.", head="= Dagsorden\n@ Dato: 11. marts 2016")
    assert found["Formanden orienterer om mødet."] is None


SEVERAL = """
## Beslutning i Sundhedsudvalget den 02-02-2016
Anbefales.
## Beslutning i Ældrerådet den 11-03-2016
Godkendt.
"""


def test_of_several_dated_decisions_only_the_meetings_own_is_one(structured):
    found = roles(structured, SEVERAL)
    assert (found["Anbefales."], found["Godkendt."]) == ("forløb", "beslutning")


def test_the_newest_may_stand_first(structured):
    """Region Hovedstaden (F10)."""
    found = roles(
        structured,
        """
    ## Ældrerådets beslutning den 11. marts 2016:
    Godkendt.
    ## Sundhedsudvalgets beslutning den 2. februar 2016:
    Anbefales.
    """,
    )
    assert (found["Godkendt."], found["Anbefales."]) == ("beslutning", "forløb")


@pytest.mark.parametrize(
    "heading",
    [
        "Beslutning i Ældrerådet den 11-03-2016",
        "Beslutning Ældrerådet den 11-03-2016",
        "Beslutning i Ældrerådet den 11. marts 2016:",
        "Ældrerådets beslutning den 11.03.2016 Punkt 2",
        "Ældrerådets beslutning i mødet den 11. marts 2016",
        "Behandling i Ældrerådet fredag den 11. marts 2016, pkt. 1",
        "Beslutning i Ældrerådet fredag den 11. marts 2016, pkt. 1",
        "ÆLDRERÅDETS BESLUTNING",
        # Psykiatrisk Dialogforum (F13): the name of the forum alone
        "Ældrerådet",
    ],
)
def test_the_decision_of_the_meeting_under_each_form_of_heading(structured, heading):
    found = roles(structured, f"## Indstilling\nAt det godkendes.\n## {heading}\nGodkendt.")
    assert found["Godkendt."] == "beslutning"


def test_the_name_of_another_body_is_no_decision_of_this_one(structured):
    found = roles(structured, "## Beslutning\nGodkendt.\n## Sagsfremstilling\nEn sag.\n## Handicaprådet\nHar svaret.")
    assert found["Har svaret."] != "beslutning"


def test_text_between_dated_decisions_keeps_its_own_section(structured):
    found = roles(
        structured,
        """
    ## Beslutning i Ældrerådet den 02-02-2016
    Udsat.
    ## Supplerende sagsfremstilling
    Nyt siden sidst.
    ## Beslutning i Ældrerådet den 11-03-2016
    Godkendt.
    """,
    )
    assert (found["Udsat."], found["Nyt siden sidst."], found["Godkendt."]) == (
        "forløb",
        "sagsfremstilling",
        "beslutning",
    )


def test_without_a_date_of_the_meeting_a_dated_decision_is_one(structured):
    found = roles(structured, "## Beslutning\nGodkendt.", head="= Referat")
    assert found["Godkendt."] == "beslutning"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Beslutning: Godkendt.", "beslutning"),
        ("Referat: Rådet var enigt.", "beslutning"),
        ("Konklusion: Vi mødes igen.", "beslutning"),
        ("Indstilling: At budgettet godkendes.", "indstilling"),
        ("Sagsfremstilling: Det drejer sig om budgettet.", "sagsfremstilling"),
        ("Oplæg: Formanden fortæller.", "baggrund"),
        ("Bilag: Budget 2027", "bilag"),
    ],
)
def test_a_label_that_opens_a_text_is_its_heading(structured, text, role):
    assert roles(structured, f"Noget om budgettet.\n{text}")[text] == role


def test_what_follows_such_a_label_belongs_to_it(structured):
    found = roles(
        structured, "Oplæg: Formanden fortæller.\nMere om det.\nReferat: Rådet var enigt.\nAlle skriver til Rie."
    )
    assert found["Mere om det."] == "baggrund"
    assert found["Alle skriver til Rie."] == "beslutning"


@pytest.mark.parametrize(
    "text",
    [
        "Beslutningen tages på næste møde: det haster.",
        "Vi talte om beslutning: hvem tager den?",
        "Det er en god indstilling til livet.",
    ],
)
def test_a_word_inside_a_sentence_is_no_heading(structured, text):
    found = roles(structured, f"## Sagsfremstilling\nEn fortælling.\n{text}\n## Beslutning\nGodkendt.")
    assert found[text] == "sagsfremstilling"


@pytest.mark.parametrize(
    "lead",
    [
        "Direktionen indstiller,",
        "Forretningsudvalget indstiller,",
        "Administrationen indstiller, at",
        "Det indstilles:",
        "Det indstilles, at",
        "Center for Social og Sundhed indstiller, at",
        "Koncerndirektøren indstiller at:",
        "Sundheds- og Omsorgsforvaltningen foreslår, at",
    ],
)
def test_a_lead_in_opens_the_proposal(structured, lead):
    found = roles(structured, f"## Resume\nKort fortalt.\n{lead}\n- budgettet godkendes\n## Beslutning\nGodkendt.")
    assert found[lead] == found["• budgettet godkendes"] == "indstilling"
    assert found["Godkendt."] == "beslutning"


@pytest.mark.parametrize(
    "text",
    [
        "Udvalget indstiller hvert år en kandidat til prisen, og det er en god skik.",
        "Direktionen indstillede i foråret, at planen blev godkendt.",
        "Det indstilles ofte, at planer udsættes, men det hjælper ingen.",
    ],
)
def test_talk_of_proposals_is_none(structured, text):
    found = roles(structured, f"## Sagsfremstilling\nEn fortælling.\n{text}\n## Beslutning\nGodkendt.")
    assert found[text] == "sagsfremstilling"


def test_a_lead_in_inside_a_decision_is_decided(structured):
    """Under Beslutning, "Økonomiudvalget indstiller, at" is how a committee passes a case on."""
    found = roles(structured, "## Beslutning\nØkonomiudvalget indstiller, at\n- planen godkendes")
    assert found["Økonomiudvalget indstiller, at"] == found["• planen godkendes"] == "beslutning"


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Afbud: Anna Jensen", "Godkendt."),
        ("Fraværende: Bo Hansen (V)", "Godkendt."),
        ("Deltog ikke: Carl Lund", "Rådet valgte en ny formand."),
        ("Ikke til stede: Ditte Krogh", "Udsat."),
    ],
)
def test_who_was_absent_in_a_decision_is_told_apart_from_it(structured, text, after):
    found = roles(structured, f"## Beslutning\n{text}\n{after}")
    assert (found[text], found[after]) == ("fravær", "beslutning")


def test_a_bare_label_of_absence_holds_the_names_below_it(structured):
    found = roles(
        structured, "## Beslutning\nGodkendt.\nFølgende deltog ikke i behandlingen af punktet:\nAnna Jensen (A)"
    )
    assert found["Godkendt."] == "beslutning"
    assert found["Anna Jensen (A)"] == "fravær"


def test_those_present_in_the_head_stand_in_no_item(structured):
    paper = structured("= Referat\n@ Til stede: Anna Jensen\n@ Afbud: Bo Hansen\n# 1. Budget\n## Beslutning\nGodkendt.")
    told = {p.passage.text: (p.role, p.item_number) for p in paper.placed()}
    assert told["Til stede: Anna Jensen"] == ("deltagelse", None)
    assert told["Afbud: Bo Hansen"] == ("fravær", None)


def test_a_new_item_begins_without_a_role(structured):
    paper = structured(
        "= Referat\n# 1. Budget\n## Beslutning\nGodkendt.\n# 2. Mødeplan\nFire møder.\n## Beslutning\nUdsat."
    )
    told = {p.passage.text: p.role for p in paper.placed()}
    assert told["Fire møder."] is None
    assert told["Udsat."] == "beslutning"


def test_the_headings_above_a_passage(structured):
    paper = structured(
        "= Referat\n# 1. Budget\n## Sagsfremstilling\nTekst.\n### De unge\nOm de unge.\n## Beslutning\nGodkendt."
    )
    above = {p.passage.text: p.context.section for p in paper.placed()}
    assert above["1. Budget"] == ()
    assert above["Om de unge."] == ("1. Budget", "Sagsfremstilling", "De unge")
    assert above["Godkendt."] == ("1. Budget", "Beslutning")


def test_levels_in_minutes_are_title_item_section_sub_heading_whatever_they_look_like(structured):
    script = (
        "= Referat\n## 1. Budget\n# Sagsfremstilling\nTekst.\n# De unge\nOm de unge.\n## 2. Evt.\n# Beslutning\nIntet."
    )
    levels = {p.passage.text: p.context.level for p in structured(script).placed() if p.context.level is not None}
    assert levels == {
        "Referat": 0, "1. Budget": 1, "Sagsfremstilling": 2, "De unge": 3, "2. Evt.": 1, "Beslutning": 2,
    }  # fmt: skip


def test_levels_in_other_papers_are_those_of_their_looks(structured):
    script = "= Notat\n# Baggrund\nTekst.\n## De unge\nOm de unge.\n# Vurdering\nTekst igen."
    levels = {p.passage.text: p.context.level for p in structured(script).placed() if p.context.level is not None}
    assert levels == {"Notat": 0, "Baggrund": 1, "De unge": 2, "Vurdering": 1}


def test_chapters_of_terms_of_reference(structured):
    script = """
    = Kommissorium for Udsatterådet
    # Formål
    Rådet rådgiver.
    # Rådets opgaver
    Rådet hører.
    # Sammensætning
    Fjorten medlemmer.
    # Møder
    Fire om året.
    # Sekretariat
    Regionen hjælper.
    """
    told = {p.passage.text: p.role for p in structured(script).placed()}
    assert told["Rådet rådgiver."] == "formål"
    assert told["Rådet hører."] == "opgave"
    assert told["Fjorten medlemmer."] == "sammensætning"
    assert told["Fire om året."] == "mødekadence"
    assert told["Regionen hjælper."] == "sekretariat"


def test_headings_that_nobody_claims_are_counted(structured):
    paper = structured(
        "= Referat\n# 1. Budget\n## Sagsfremstilling\nTekst.\n### Noget særligt\nMere.\n## Beslutning\nUdsat."
    )
    texts = {p.passage_id: p.text for p in paper.document.passages}
    assert [texts[i] for i in paper.structure.unclaimed] == ["Noget særligt"]


def test_every_passage_has_its_context(structured):
    paper = structured("= Referat\n~ Side 1\n# 1. Budget\n## Beslutning\nGodkendt.")
    assert [c.passage_id for c in paper.structure.contexts] == [p.passage_id for p in paper.document.passages]
