"""What kind of paper it is: by the words of its head (formats.md 3.1, 10), and by what stands in it."""

import pytest

DECIDED = "# 1. Budget\n## Beslutning\nGodkendt."
OPEN = "# 1. Budget\n## Indstilling\nForvaltningen indstiller, at planen godkendes."


@pytest.mark.parametrize(
    "title",
    [
        "Referat", "Mødereferat", "Beslutningsreferat", "Åbent referat", "Beslutningsprotokol", "Protokol",
        "Tillægsreferat",
        "Dagsorden med referat", "Referat fra møde i Ældrerådet den 3. maj 2024", "REFERAT", "Ældrerådet – Referat",
        "Handicaprådet - Referat - 11. marts 2016", "Åbent referat for Sundhedsudvalget",
    ],
)  # fmt: skip
def test_minutes_by_their_title(front, title):
    assert front(f"= {title}\n{DECIDED}").kind == "referat"


@pytest.mark.parametrize(
    "title", ["Dagsorden", "Åben dagsorden", "Tillægsdagsorden", "Indkaldelse til møde i Ældrerådet"]
)
def test_agendas_by_their_title(front, title):
    assert front(f"= {title}\n{OPEN}").kind == "dagsorden"


@pytest.mark.parametrize(
    "decision",
    ["Godkendt.", "Tiltrådt.", "Udsat.", "Drøftet.", "Til efterretning.", "Orienteringen blev taget til efterretning.",
     "Udvalget besluttede at vente.", "Indstillingen blev vedtaget.", "Anbefales."],
)  # fmt: skip
def test_past_decisions_make_minutes_of_what_calls_itself_an_agenda(front, decision):
    assert front(f"= Dagsorden\n# 1. Budget\n## Beslutning\n{decision}").kind == "referat"


@pytest.mark.parametrize(
    "script",
    [
        "# 1. Budget\n## Indstilling\nForvaltningen indstiller, at planen godkendes.\n## Beslutning",
        "# 1. Budget\n## Sagsfremstilling\nUdvalget godkendte i 2023 en plan. Den blev vedtaget.\n## Beslutning",
        "# 1. Orientering\n## Indstilling\nAt orienteringen tages til efterretning.",
    ],
)
def test_what_is_proposed_or_told_is_no_decision(front, script):
    assert front(f"= Dagsorden\n{script}").kind == "dagsorden"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Notat", "notat"),
        ("Opsamlingsnotat om værestederne", "notat"),
        ("Redegørelse om tandpleje", "notat"),
        ("Kommissorium for Udsatterådet", "kommissorium"),
        ("Vedtægter for Ældrerådet", "kommissorium"),
        ("Forretningsorden for Handicaprådet", "kommissorium"),
        ("Anbefalinger fra Udsatterådet", "anbefalinger"),
        ("Høringssvar fra Seniorrådet", "andet"),
        ("Årsberetning 2023", "andet"),
        ("Pressemeddelelse", "andet"),
        ("Nyhedsbrev", "andet"),
        ("Handleplan for hjemløse", "andet"),
    ],
)
def test_other_papers_by_their_title(front, title, kind):
    assert front(f"= {title}\n# Baggrund\nRådet blev nedsat i 2022.").kind == kind


def test_a_meetings_word_goes_before_what_the_meeting_is_about(front):
    assert front(f"= Referat af møde om kommissorium\n{DECIDED}").kind == "referat"


def test_a_line_of_the_head_tells_it_where_the_title_does_not(front):
    assert (
        front("= Udvikling i de nye tilbud\n@ Notat\n@ Dato: 3. maj 2024\n# Baggrund\nTilbuddene åbnede i år.").kind
        == "notat"
    )


def test_a_word_inside_a_sentence_of_the_head_tells_nothing(front):
    script = "= Udvikling i de nye tilbud\n@ Sendes til alle, se også referat\n# Baggrund\nTilbuddene åbnede i år."
    assert front(script).kind == "andet"


def test_a_memo_by_its_side_block(front):
    script = "@ Dato: 3. maj 2024\n@ Sagsnr.: 2012-12345\n# Baggrund\nTilbuddene åbnede i år."
    assert front(script).kind == "notat"


def test_a_letter_with_a_date_and_number_is_no_memo(front):
    script = "@ Dato: 3. maj 2024\n@ Sagsnr.: 2012-12345\nKære udvalg\nVi skriver om tilbuddene.\nMed venlig hilsen"
    assert front(script).kind == "andet"


def test_wide_pages_are_slides(front):
    assert (
        front("# Hvad er rådet?\n- Fjorten medlemmer\n---\n# Møder\n- Fire om året", wide=True).kind == "praesentation"
    )


def test_wide_minutes_are_minutes(front):
    assert front(f"= Referat\n{DECIDED}\n---\n# 2. Evt.\nIntet.", wide=True).kind == "referat"


def test_items_with_decisions_make_minutes_without_the_word(front):
    assert front(f"= Ældrerådet\n@ Dato: 3. maj 2024\n{DECIDED}\n# 2. Evt.\n## Beslutning\nIntet.").kind == "referat"


def test_items_with_proposals_alone_make_an_agenda(front):
    assert front(f"= Ældrerådet\n@ Dato: 3. maj 2024\n{OPEN}\n# 2. Evt.").kind == "dagsorden"


@pytest.mark.parametrize(
    "script", ["", "Rådet består af fjorten medlemmer.", "= Velkommen\nRådet består af fjorten medlemmer."]
)
def test_a_paper_that_tells_nothing_is_other(front, script):
    assert front(script).kind == "andet"


def test_minutes_of_a_presentation_page_are_none(front):
    """A council's page with names and rules is no minutes (formats.md 2, after F36)."""
    script = (
        "= Udsatterådet\nRådet består af ti medlemmer.\n# Medlemmer\n- Anna Jensen\n- Bo Hansen\n# Møder\nFire om året."
    )
    assert front(script).kind == "andet"
