"""Agenda items: every form of head in formats.md 4, with number, title, case number and page."""

import pytest


def items(structured, script):
    return [(i.number, i.title) for i in structured(script).structure.items]


def minutes(*heads):
    """Minutes with some text under each head."""
    return "= Referat\n@ Dato: 3. maj 2024\n" + "\n".join(
        f"{h}\n## Beslutning\nGodkendt nr. {n}." for n, h in enumerate(heads)
    )


@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        (["# 1. Budget", "# 2. Mødeplan"], [("1", "Budget"), ("2", "Mødeplan")]),
        (["# 1 Budget", "# 2 Mødeplan"], [("1", "Budget"), ("2", "Mødeplan")]),
        (["# 1) Budget", "# 2) Mødeplan"], [("1", "Budget"), ("2", "Mødeplan")]),
        (["# 1.Budget", "# 2.Mødeplan"], [("1", "Budget"), ("2", "Mødeplan")]),
        # marks mixed, as small councils write
        (["# 1. Budget", "# 2) Mødeplan", "# 3.Evt."], [("1", "Budget"), ("2", "Mødeplan"), ("3", "Evt.")]),
        (["# Punkt 1: Budget", "# Punkt 2: Mødeplan"], [("1", "Budget"), ("2", "Mødeplan")]),
        (["# Punkt 1 Budget", "# Punkt 2 Mødeplan"], [("1", "Budget"), ("2", "Mødeplan")]),
        (["# Pkt. 1 Budget", "# Pkt. 2 Mødeplan"], [("1", "Budget"), ("2", "Mødeplan")]),
        (["# Pkt. 1. Budget", "# Pkt. 2. Mødeplan"], [("1", "Budget"), ("2", "Mødeplan")]),
        (["# Punkt 1", "# Punkt 2"], [("1", None), ("2", None)]),
        (["# Sag nr. 24 Budget", "# Sag nr. 25 Mødeplan"], [("24", "Budget"), ("25", "Mødeplan")]),
        (["# Nr.178 - Budget", "# Nr.179 - Mødeplan"], [("178", "Budget"), ("179", "Mødeplan")]),
        (["# Ad 1 Budget", "# Ad 2 Mødeplan"], [("1", "Budget"), ("2", "Mødeplan")]),
        (["# AD 1: Budget", "# AD 2: Mødeplan"], [("1", "Budget"), ("2", "Mødeplan")]),
        (["# A) Budget", "# B) Mødeplan"], [("A", "Budget"), ("B", "Mødeplan")]),
        # running through a year, or an election period
        (["# 36. Budget", "# 37. Mødeplan"], [("36", "Budget"), ("37", "Mødeplan")]),
        (["# 715. Budget", "# 716. Mødeplan"], [("715", "Budget"), ("716", "Mødeplan")]),
        # taken in another order
        (["# 1. Budget", "# 3. Mødeplan", "# 2. Evt."], [("1", "Budget"), ("3", "Mødeplan"), ("2", "Evt.")]),
        # a title that begins with a number
        (["# 1. 2. behandling af budget", "# 2. Evt."], [("1", "2. behandling af budget"), ("2", "Evt.")]),
        # a title that is a section's word, among others that are not
        (
            ["# 1. Meddelelser", "# 2. Budget", "# 3. Eventuelt"],
            [("1", "Meddelelser"), ("2", "Budget"), ("3", "Eventuelt")],
        ),
        # marks of type stay part of the title
        (["# 1. Budget (B)", "# 2. Orientering - Mødeplan"], [("1", "Budget (B)"), ("2", "Orientering - Mødeplan")]),
    ],
    ids=lambda v: v[0] if isinstance(v[0], str) else "",
)
def test_the_forms_of_an_items_number(structured, heads, expected):
    assert items(structured, minutes(*heads)) == expected


def test_sub_headings_with_numbers_are_no_items(structured):
    script = minutes("# 1. Budget", "# 2. Mødeplan") + "\n## 2.1 Foråret\nTo møder.\n## 2.2 Efteråret\nTo møder."
    assert items(structured, script) == [("1", "Budget"), ("2", "Mødeplan")]


def test_numbered_sections_inside_worded_items_are_no_items(structured):
    script = """
    = Referat
    # Punkt 1: Budget
    ## 1. Resume
    Kort fortalt.
    ## 2. Indstilling
    At budgettet godkendes.
    # Punkt 2: Mødeplan
    ## 1. Resume
    Kort fortalt.
    """
    assert items(structured, script) == [("1", "Budget"), ("2", "Mødeplan")]


def test_a_day_that_opens_a_heading_is_no_number(structured):
    assert items(structured, minutes("# 2. marts 2024 - Ordinært møde", "# 1. Budget")) == [("1", "Budget")]


def test_a_year_that_opens_a_heading_is_none(structured):
    assert items(structured, minutes("# 1. Budget", "# 2. Mødeplan") + "\n# 2025 og frem\nFire møder.")[-1] == (
        "2",
        "Mødeplan",
    )


def test_a_number_in_the_text_is_none(structured):
    script = minutes("# 1. Budget") + "\nPunkt 2: Mødeplan udgår.\n- 3. Evt."
    assert items(structured, script) == [("1", "Budget")]


@pytest.mark.parametrize("kind", ["Notat", "Kommissorium for Ældrerådet", "Anbefalinger fra Ældrerådet"])
def test_a_paper_of_no_meeting_has_no_items(structured, kind):
    assert items(structured, f"= {kind}\n# 1. Formål\nRådet rådgiver.\n# 2. Opgaver\nRådet hører.") == []


def test_items_without_numbers_are_titles_over_sections(structured):
    script = """
    = Referat
    @ Dato: 3. maj 2024
    # Budget for 2027
    ## Indstilling
    At budgettet godkendes.
    ## Beslutning
    Godkendt.
    # Ny plan for værestederne
    ## Indstilling
    At planen godkendes.
    ## Beslutning
    Udsat.
    """
    assert items(structured, script) == [(None, "Budget for 2027"), (None, "Ny plan for værestederne")]


def test_items_without_titles_begin_where_the_sections_begin_again(structured):
    """Ishøj (F17): neither titles nor numbers."""
    script = (
        "= Referat\n@ Dato: 3. maj 2024"
        + "\n# Sagsfremstilling\nTræer.\n# Indstilling\nAt de plantes.\n# Beslutning\nTiltrådt." * 3
    )
    found = structured(script).structure
    assert [(i.number, i.title) for i in found.items] == [(None, None)] * 3
    placed = [i for c in found.contexts if (i := c.item_id) is not None]
    assert [placed.count(i.item_id) for i in found.items] == [6, 6, 6]


def test_an_item_ends_where_the_next_begins(structured):
    paper = structured(minutes("# 1. Budget", "# 2. Mødeplan"))
    assert [(p.item_number, p.passage.text) for p in paper.placed()] == [
        (None, "Referat"),
        (None, "Dato: 3. maj 2024"),
        ("1", "1. Budget"),
        ("1", "Beslutning"),
        ("1", "Godkendt nr. 0."),
        ("2", "2. Mødeplan"),
        ("2", "Beslutning"),
        ("2", "Godkendt nr. 1."),
    ]


def test_the_page_for_signatures_belongs_to_no_item(structured):
    paper = structured(minutes("# 1. Budget") + "\n---\n# Underskriftsside\nAnna Jensen (A)\nBo Hansen (V)")
    assert [p.item_number for p in paper.placed()][-3:] == [None, None, None]


def test_the_page_of_an_item_is_where_its_head_stands(structured):
    script = (
        "= Referat\n# 1. Budget\n## Beslutning\nGodkendt.\n---\nDog uden punkt 4.\n# 2. Mødeplan\n## Beslutning\nUdsat."
    )
    assert [i.page for i in structured(script).structure.items] == [1, 2]


NUMBERED = [
    # below the head
    ("# 1. Budget\n@ Sagsnr.: 2012-28504\n@ Dok.nr.: 2012-203438", "# 2. Evt.", ["2012-28504", None]),
    ("# Punkt 1: Budget\nEMN-2025-003383", "# Punkt 2: Evt.\nEMN-2025-003384", ["EMN-2025-003383", "EMN-2025-003384"]),
    ("# 1. Budget\n16/3459", "# 2. Evt.", ["16/3459", None]),
    # above it
    ("@ Sagnr.: 1-01-81-18-17\n# 1. Budget", "@ Sagnr.: 1-21-78-2-18\n# 2. Evt.", ["1-01-81-18-17", "1-21-78-2-18"]),
    # under a heading of its own at the end of the item
    ("# 1. Budget\n## INDSTILLING\nAt det godkendes.\n## JOURNALNUMMER\n24077452", "# 2. Evt.", ["24077452", None]),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "numbers"), NUMBERED)
def test_the_case_number_of_an_item(structured, first, second, numbers):
    script = f"= Referat\n@ Dato: 3. maj 2024\n{first}\n## Beslutning\nGodkendt.\n{second}\n## Beslutning\nUdsat."
    assert [i.case_number for i in structured(script).structure.items] == numbers


def test_a_case_that_the_text_speaks_of_is_not_the_items(structured):
    script = (
        "= Referat\n# 1. Budget\n## Sagsfremstilling\nSe sag 1-01-81-18-17, der blev udsat.\n## Beslutning\nGodkendt."
    )
    assert [i.case_number for i in structured(script).structure.items] == [None]


@pytest.mark.parametrize(
    ("head", "closed"),
    [
        ("# 5. Lukket: Køb af ejendom", True),
        ("# 5. Lukket punkt", True),
        ("# 5. LUKKET PUNKT: Personalesag", True),
        ("# 5. FORTROLIG - Udbud", True),
        ("# Punkt 5: Lukket: Køb af ejendom", True),
        ("# 5. Køb af ejendom\nLukket", True),
        ("# 5. Køb af ejendom\n(Lukket)", True),
        ("# 5. Køb af ejendom\nÅbent", False),
        ("# 5. Køb af ejendom\nLukket kreds drøftede sagen i går.", False),
        ("# 5. Åbne og lukkede dørtilbud", False),
        ("# 5. Lukning af svømmehallen", False),
    ],
)
def test_open_or_closed(structured, head, closed):
    (item,) = structured(f"= Dagsorden\n@ Dato: 3. maj 2024\n{head}").structure.items
    assert item.closed is closed


def test_ids_are_stable_and_unique_also_for_twins(structured):
    script = minutes("# 1. Budget", "# 2. Budget", "# 1. Budget")
    ids = [i.item_id for i in structured(script).structure.items]
    assert len(set(ids)) == 3
    later = [i.item_id for i in structured(script.replace("= Referat", "= Referat\n@ Sted: Rådhuset")).structure.items]
    assert later == ids


def test_an_item_leads_to_its_heading(structured):
    paper = structured(minutes("# 1. Budget"))
    (item,) = paper.structure.items
    assert [p.text for p in paper.document.passages if p.passage_id == item.heading_id] == ["1. Budget"]


def test_a_lettered_item_below_a_numbered_one_is_none_of_its_own(structured):
    """Ballerup (F04): item 1 "Meddelelser" has a-e."""
    script = minutes("# 1. Meddelelser", "# 2. Budget").replace(
        "# 2.", "## a) Nyt fra formanden\nIntet.\n## b) Nyt fra KL\nIntet.\n# 2."
    )
    assert items(structured, script) == [("1", "Meddelelser"), ("2", "Budget")]


def test_the_list_of_the_days_items_above_the_minutes_is_not_dealt_with(structured):
    """Køge (F31): "Dagsordenspunkter til mødet", and then "Referat" with the numbers again."""
    script = """
    = Referater fra Udsatterådet
    @ 2. marts 2023 - Ordinært møde
    # Dagsordenspunkter til mødet
    - 1. Budget
    - 2. Evt.
    # Referat
    # 1. Budget
    Rådet drøftede budgettet.
    # 2. Evt.
    Intet.
    """
    assert items(structured, script) == [("1", "Budget"), ("2", "Evt.")]


@pytest.mark.parametrize("title", ["Fraværende", "Afbud", "Meddelelser", "Referat", "Orientering", "Eventuelt"])
def test_an_item_may_be_titled_with_a_word_of_the_lexicon(structured, title):
    """Brønderslev (F22): item 1 is "Fraværende"."""
    script = minutes(f"# 1. {title}", "# 2. Budget", "# 3. Ny plan", "# 4. Mødeplan")
    assert items(structured, script)[0] == ("1", title)
