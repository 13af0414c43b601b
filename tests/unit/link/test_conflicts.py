"""Values that contradict each other are shown side by side, each with its place."""

from dataclasses import replace

import pytest

from pipeline.model import findings as f
from tests.unit.link.test_links import trail
from tests.unit.tables.factory import P, make_paper


def conflicts(*papers):
    found = trail(*((paper, f.Findings(paper.document_id)) for paper in papers)).conflicts
    return [(c.about, c.left, c.right) for c in found]


def contents(line, *, page):
    """Minutes with one line of contents, whose item 4 stands on this page."""
    paper = make_paper(
        "m.pdf", P(line, kind="furniture"), P("4. Digital post", kind="heading"), items=(("4", "Digital post"),)
    )
    heading = paper.document.passages[1].passage_id
    items = (replace(paper.structure.items[0], page=page, heading_id=heading),)
    return replace(paper, structure=replace(paper.structure, items=items))


@pytest.mark.parametrize(
    ("line", "page", "found"),
    [
        ("4 Digital post ........ 12", 13, [("side 12", "side 13")]),
        ("4. Digital post. . . . . 12", 13, [("side 12", "side 13")]),
        ("4 Digital post ........ 12", 12, []),
        ("5 Digital post ........ 12", 13, []),
        ("4 Varmestue ........ 12", 13, []),
    ],
)
def test_pages_of_the_contents(line, page, found):
    assert [(left, right) for _, left, right in conflicts(contents(line, page=page))] == found


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (("Rådet består af 14 medlemmer.", "Rådet består af 15 medlemmer."), [("14", "15")]),
        (("Rådet består af 14 medlemmer.", "Rådet består af i alt fjorten medlemmer."), []),
        (("Rådet består af 14 medlemmer.", "Arbejdsgruppen har 15 medlemmer."), []),
    ],
)
def test_numbers_of_members(texts, found):
    papers = [
        make_paper(f"{n}.pdf", P(text), kind="kommissorium", date=f"202{n}-01-01") for n, text in enumerate(texts)
    ]
    assert [(left, right) for _, left, right in conflicts(*papers)] == found


def test_numbers_of_members_of_two_bodies_do_not_contradict():
    bodies = (("Borgerrådet", "14"), ("Ældrerådet", "15"))
    papers = [
        make_paper(f"{b}.pdf", P(f"Rådet består af {n} medlemmer."), body=b, kind="kommissorium") for b, n in bodies
    ]
    assert conflicts(*papers) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mødet holdes mandag den 30. april 2026.", [("mandag", "2026-04-30 er en torsdag")]),
        ("Mødet holdes torsdag den 30. april 2026.", []),
        ("Mødet holdes onsdag d. 30-04-2026.", [("onsdag", "2026-04-30 er en torsdag")]),
        ("Mødet holdes mandag den 31. april 2026.", []),
    ],
)
def test_weekdays(text, found):
    assert [(left, right) for _, left, right in conflicts(make_paper("m.pdf", P(text)))] == found
