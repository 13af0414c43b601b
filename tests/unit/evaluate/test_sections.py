"""Sections are put together from headings and what stands below them."""

import pytest

from tests.unit.evaluate.made import RAPPORT, gold, outcomes, passage, scored, tables

HEAD = "document,agenda_item,role,heading,start,end\n"


def in_item(text, kind="paragraph", level=None, role=None):
    return passage(text, kind, level=level, section_role=role, agenda_item="1", item_id="i1")


MINUTES = [
    passage("Punkt 1: Velkomst", "heading", level=1, agenda_item="1", item_id="i1"),
    in_item("Indstilling", "heading", 2, "indstilling"),
    in_item("Det indstilles,"),
    passage("2", "furniture"),
    in_item("at planen godkendes.", "item"),
    in_item("Økonomi", "heading", 3, "indstilling"),
    in_item("Ingen udgifter."),
    in_item("Beslutning", "heading", 2, "beslutning"),
    in_item("Godkendt."),
]


def test_a_section_runs_to_the_next_and_holds_its_sub_headings():
    known = HEAD + 'referat,1,indstilling,Indstilling,"Det indstilles,",Ingen udgifter.\n'
    known += "referat,1,beslutning,Beslutning,Godkendt.,Godkendt."
    scores = scored(tables(passages=MINUTES), gold(sections=known))
    assert [scores.named(name).f1.value for name in ("sections", "sections.role")] == [1.0, 1.0]


@pytest.mark.parametrize(
    ("row", "outcome"),
    [
        ("referat,1,indstilling,Indstilling,Godkendt.,Ingen udgifter.", "wrong"),
        ('referat,1,indstilling,Indstilling,"Det indstilles,",planen godkendes.', "wrong"),
        ('referat,1,indstilling,Indstilling,"Det indstilles,",Ingen udgifter.', "right"),
        ("referat,1,indstilling,Indstilling,,", "wrong"),
        ('referat,2,indstilling,Indstilling,"Det indstilles,",Ingen udgifter.', "missed"),
    ],
)
def test_first_and_last_words_and_the_item_must_be_right(row, outcome):
    score = scored(tables(passages=MINUTES), gold(sections=HEAD + row)).named("sections")
    assert outcomes(score)[0][0] == outcome


def test_words_right_below_the_items_head_are_a_section_without_heading_but_not_its_case_number():
    rows = [MINUTES[0], in_item("27.00-A00-1-23"), in_item("Møder og konferencer", "item"), *MINUTES[7:]]
    doubtful = "document,page,text,gold,also\nreferat,1,27.00-A00-1-23,paragraph,letterhead"
    known = HEAD + "referat,1,andet,,Møder og,konferencer\nreferat,1,beslutning,Beslutning,Godkendt.,Godkendt."
    score = scored(tables(passages=rows), gold(sections=known, doubtful=doubtful)).named("sections")
    assert [outcome for outcome, _ in outcomes(score)] == ["right", "right"]


def test_a_heading_with_nothing_below_is_a_section_of_minutes():
    rows = [MINUTES[0], in_item("Fraværende", "heading", 2, "fravær"), *MINUTES[7:]]
    known = HEAD + "referat,1,fravær,Fraværende,,\nreferat,1,beslutning,Beslutning,Godkendt.,Godkendt."
    score = scored(tables(passages=rows), gold(sections=known)).named("sections")
    assert [outcome for outcome, _ in outcomes(score)] == ["right", "right"]


def test_a_line_that_may_be_a_heading_begins_a_section():
    rows = [*MINUTES, in_item("Følgende deltog ikke:")]
    known = HEAD + 'referat,1,indstilling,Indstilling,"Det indstilles,",Ingen udgifter.\n'
    known += "referat,1,beslutning,Beslutning,Godkendt.,Godkendt.\nreferat,1,fravær,Følgende deltog ikke:,,"
    doubtful = "document,page,text,gold,also\nreferat,1,Følgende deltog ikke:,paragraph,heading 2"
    found = tables(passages=rows)
    assert scored(found, gold(sections=known, doubtful=doubtful)).named("sections").f1.value == 1.0
    assert scored(found, gold(sections=known)).named("sections").f1.value != 1.0


CHAPTERS = [
    passage("Mere indflydelse", "title", level=0, document_id=RAPPORT),
    passage("KAPITEL 1", "heading", level=1, document_id=RAPPORT),
    passage("1.1 Indledning", "heading", level=2, document_id=RAPPORT, section_role="indledning"),
    passage("Hvem vi er", "heading", level=3, document_id=RAPPORT, section_role="indledning"),
    passage("Rådet har arbejdet i fire år.", document_id=RAPPORT),
]


def test_a_chapter_without_text_of_its_own_is_none_and_a_section_begins_below_its_sub_heading():
    known = HEAD + "rapport,,indledning,1.1 Indledning,Rådet har,fire år."
    assert scored(tables(passages=CHAPTERS), gold(sections=known)).named("sections").f1.value == 1.0


@pytest.mark.parametrize(
    ("given", "found", "right"),
    [
        ("andet", None, True),
        ("andet", "høring", True),  # a role that the references have no word for
        ("andet", "beslutning", False),
        ("indledning", "baggrund", False),
        ("baggrund|indledning", "baggrund", True),
    ],
)
def test_no_role_is_right_where_the_reference_has_no_word_for_it(given, found, right):
    rows = [*CHAPTERS[:2], {**CHAPTERS[2], "section_role": found}, CHAPTERS[4]]
    known = HEAD + f"rapport,,{given},1.1 Indledning,Rådet har,fire år."
    score = scored(tables(passages=rows), gold(sections=known)).named("sections.role")
    assert [verdict.outcome == "right" for verdict in score.verdicts] == ([] if found is None else [right])
