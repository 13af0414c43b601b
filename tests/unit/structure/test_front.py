"""Title, body, date and case numbers of a paper, each from its own words; no file name decides any of it."""

from dataclasses import replace

import pytest

from pipeline.structure import structure_paper
from tests.unit.structure.script import document

ITEMS = "# 1. Budget\n## Beslutning\nGodkendt."


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("= Referat fra møde i Ældrerådet", "Referat fra møde i Ældrerådet"),
        # a title that only names the kind takes the body below it along
        ("= Referat\n@ Ældrerådet", "Referat Ældrerådet"),
        ("= Referat\n@ Dato: 3. maj 2024", "Referat"),
        ("= Ældrerådet -\n@ Referat", "Ældrerådet - Referat"),
        ("= Ældrerådet\n@ Dato: 3. maj 2024", "Ældrerådet"),
    ],
)
def test_the_title(front, head, title):
    assert front(f"{head}\n{ITEMS}").title == title


def test_a_single_item_gives_its_title(front):
    assert front("# 4. Ny plan for værestederne\n## Beslutning\nGodkendt.").title == "Ny plan for værestederne"


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("= Referat fra møde i Ældrerådet", "Ældrerådet"),
        ("= Referat\n@ Udvalg: Social- og Sundhedsudvalget", "Social- og Sundhedsudvalget"),
        ("= Referat\n@ Forum: Arbejdsgruppe for velfærdsteknologi", "Arbejdsgruppe for velfærdsteknologi"),
        ("= Referat\n@ UdvalgUdsatterådet", "Udsatterådet"),
        ("= Referat\n@ Udvalg\n@ Handicaprådet", "Handicaprådet"),
        ("= Region Midtjyllands Udsatteråd – Referat", "Udsatterådet"),
        ("= Referat\n@ Kultur- og Fritidsudvalget\n@ 3. maj 2024", "Kultur- og Fritidsudvalget"),
        ("= Referat\n@ til\n@ mødet i Udvalg for Miljø den 23. februar 2022 kl. 13:00", "Udvalg for Miljø"),
        # the running head
        ("= Referat\n~ Klima- og Miljøudvalget, åbent referat", "Klima- og Miljøudvalget"),
    ],
)  # fmt: skip
def test_the_body(front, head, body):
    assert front(f"{head}\n{ITEMS}").body == body


def test_a_memo_is_of_the_body_it_is_laid_before(front):
    script = (
        "= Notat om tandpleje\n@ Til: Sundhedsudvalget\n@ Dato: 3. maj 2024\n# Baggrund\nÆldrerådet har spurgt til det."
    )
    assert front(script).body == "Sundhedsudvalget"


def test_minutes_are_not_of_the_body_they_are_sent_to(front):
    script = f"= Referat fra Ældrerådet\n@ Til: Sundhedsudvalget\n{ITEMS}"
    assert front(script).body == "Ældrerådet"


def test_the_body_named_most_when_the_head_names_none(front):
    script = "= Referat\n# 1. Budget\n## Beslutning\nHandicaprådet godkendte planen. Handicaprådet takkede Byrådet."
    assert front(script).body == "Handicaprådet"


def test_no_body_is_no_body(front):
    assert front("= Referat\n# 1. Budget\n## Beslutning\nGodkendt.").body is None


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ("= Referat\n@ Mødedato: Onsdag d. 27. august 2025 kl. 16:00", "2025-08-27"),
        ("= Referat\n@ Dato: 04.12.2012", "2012-12-04"),
        ("= Referat\n@ Dato\n@ 24-06-2021", "2021-06-24"),
        ("= Referat\n@ Starttidspunkt: 23-03-2015 15:00:00", "2015-03-23"),
        ("= Referat fra mødet den 17-01-2019", "2019-01-17"),
        ("= Referat\n@ tirsdag den 4. december 2012, kl. 13:00", "2012-12-04"),
        # the day of publishing or printing is not the meeting's
        ("= Referat\n@ Publiceret 25-10-2017\n@ Onsdag den 18-10-2017 kl. 16:15", "2017-10-18"),
        ("= Referat\n@ Udskrevet 25-10-2017\n@ Mødedato: 18-10-2017", "2017-10-18"),
        # a label goes before a day that stands first
        ("= Referat\n@ Sendt 1. juni 2024\n@ Mødedato: 18. maj 2024", "2024-05-18"),
        ("= Referat", None),
        ("= Referat\n@ Mødedato: torsdag", None),
    ],
)
def test_the_date_of_a_meeting(front, head, date):
    assert front(f"{head}\n{ITEMS}").date == date


@pytest.mark.parametrize(
    "items",
    [
        "# 1. Budget\n## Sagsfremstilling\nPlanen er fra den 3. maj 2019.\n## Beslutning\nGodkendt.",
        "# 1. Budget\nPlanen er fra den 3. maj 2019.\n# 2. Evt.\nIntet.",
        "# 1. Godkendelse af referat fra den 3. maj 2019\nGodkendt.\n# 2. Evt.\nIntet.",
    ],
)
def test_a_day_that_the_text_cites_is_not_the_meetings(front, items):
    assert front(f"= Referat\n{items}").date is None


def test_a_single_item_is_dated_by_its_latest_decision(front):
    script = """
    # 4. Ny plan
    ## Beslutning i Sundhedsudvalget den 03-04-2013
    Udsat.
    ## Beslutning i Sundhedsudvalget den 20-06-2013
    Godkendt.
    """
    assert front(script).date == "2013-06-20"


def test_terms_of_reference_are_as_old_as_their_latest_adoption(front):
    script = """
    = Kommissorium for Udsatterådet
    @ Dato: 1. december 2021
    # Godkendelse
    Godkendt af regionsrådet den 28. september 2021. Justeret den 25. maj 2022. Træder i kraft den 1. januar 2023.
    """
    assert front(script).date == "2022-05-25"


@pytest.mark.parametrize("day", ["Svendborg, den 4. maj 2024", "Kolding den 4. maj 2024", "Hørsholm, d. 4. maj 2024"])
def test_a_letter_is_dated_where_it_is_signed(front, day):
    script = f"= Høringssvar\nSeniorrådet takker for muligheden for at svare på planen.\n{day}\nPå rådets vegne"
    assert front(script).date == "2024-05-04"


def test_case_numbers_are_the_heads_and_the_items_each_once(front):
    script = """
    = Referat
    @ Sagsnr.: 2012-100
    # 1. Budget
    @ Sagsnr.: 2012-21786
    @ Dok.nr.: 2012-196779
    ## Beslutning
    Godkendt. Se også sag 2012-555.
    # 2. Mødeplan
    @ Sagsnr.: 2012-100
    ## Beslutning
    Godkendt.
    # 3. Plejeboliger
    @ Sagsnr.: 2012-30000
    ## Beslutning
    Udsat.
    """
    assert front(script).case_numbers == ("2012-100", "2012-21786", "2012-30000")


def test_the_name_of_the_file_decides_nothing(context):
    paper = document(f"= Referat\n@ Dato: 3. maj 2024\n{ITEMS}")
    named = replace(paper, path="region-midtjylland/udsatteraadet/dagsorden-2019-01-01.pdf")
    assert structure_paper(named, context=context) == structure_paper(paper, context=context)


def test_a_paper_without_passages_has_a_structure_without_any(structured):
    found = structured("").structure
    assert (found.meetings, found.items, found.contexts, found.unclaimed) == ((), (), (), ())
