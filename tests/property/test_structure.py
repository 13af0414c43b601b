"""Random minutes keep their items and sections, and every structure accounts for every passage."""

from hypothesis import given

from pipeline.context import Config, Context
from pipeline.lexicons import load
from pipeline.model.paper import Paper
from pipeline.read import read_paper
from pipeline.structure import structure_paper
from tests.property.strategies import SECTIONS, minutes, texts
from tests.unit.read.sheets import pdf

CONTEXT = Context(Config(), load())


def paper(sheets):
    document = read_paper(pdf(*sheets), path="paper.pdf", context=CONTEXT)
    return Paper(document, structure_paper(document, context=CONTEXT))


@given(minutes())
def test_every_item_and_section_comes_out_with_number_title_role_and_words(made):
    found = paper(made.sheets)
    assert [(i.number, i.title) for i in found.structure.items] == [(n, t) for n, t, _ in made.items]
    told: dict[tuple[str, str], list[str]] = {}
    for placed in found.placed():
        if placed.item_number is not None and placed.passage.kind != "heading":
            told.setdefault((placed.item_number, str(placed.role)), []).append(placed.passage.text)
    expected = {(n, SECTIONS[name]): text for n, _, sections in made.items for name, text in sections}
    assert {where: " ".join(texts) for where, texts in told.items()} == expected
    front = found.structure.front
    assert (front.kind, front.title, front.body) == ("referat", "Referat fra Ældrerådet", "Ældrerådet")
    assert front.date == "2024-05-03"


@given(texts())
def test_every_passage_has_one_context_and_points_to_what_there_is(made):
    found = paper(made.sheets)
    structure = found.structure
    assert [c.passage_id for c in structure.contexts] == [p.passage_id for p in found.document.passages]
    items, meetings = {i.item_id for i in structure.items}, {m.meeting_id for m in structure.meetings}
    assert len(items) == len(structure.items)
    assert {c.item_id for c in structure.contexts} <= items | {None}
    assert {c.meeting_id for c in structure.contexts} <= meetings | {None}
    assert structure.document_id == found.document_id
