"""Passages: spans that prove themselves, and the boxes of a span on the page."""

from dataclasses import FrozenInstanceError, replace

import pytest

from pipeline.model.document import Document, PaperStatus, Passage, PassageKind, Place
from pipeline.model.paper import Paper
from pipeline.model.place import Box, Span
from pipeline.model.structure import (
    AgendaItem,
    FrontMatter,
    Meeting,
    MeetingStatus,
    PaperKind,
    PassageContext,
    SectionRole,
    Structure,
)


def place(start, end, page, top):
    """Letters that are 10 points wide, from x = 100."""
    return Place(start, end, page, top, top + 12, tuple(100.0 + 10 * n for n in range(end - start + 1)))


# "• Rådet anbefaler det": two lines on page 1, one on page 2.
ITEM = Passage(
    passage_id="p1",
    order=0,
    kind=PassageKind.ITEM,
    level=1,
    text="• Rådet anbefaler det",
    page=1,
    boxes=(Box(1, 100, 50, 160, 82), Box(2, 100, 50, 130, 62)),
    places=(place(0, 1, 1, 50), place(2, 7, 1, 50), place(8, 17, 1, 70), place(18, 21, 2, 50)),
    marker=2,
)


def test_a_span_holds_its_own_words():
    assert ITEM.span(2, 7) == Span("p1", 2, 7, "Rådet")


def test_the_whole_of_an_item_is_the_item_less_its_bullet():
    assert ITEM.span().quote == "Rådet anbefaler det"
    assert ITEM.span(0).quote == ITEM.text


@pytest.mark.parametrize(("start", "end"), [(5, 5), (7, 2), (-1, 4), (0, 22), (30, 31)])
def test_a_span_that_is_none_is_refused(start, end):
    with pytest.raises(ValueError, match="outside passage p1 of 21 letters"):
        ITEM.span(start, end)


@pytest.mark.parametrize(
    ("start", "end", "boxes"),
    [
        (2, 7, [Box(1, 100, 50, 150, 62)]),
        (3, 5, [Box(1, 110, 50, 130, 62)]),
        (2, 17, [Box(1, 100, 50, 150, 62), Box(1, 100, 70, 190, 82)]),
        (8, 21, [Box(1, 100, 70, 190, 82), Box(2, 100, 50, 130, 62)]),
        # the space between two words is printed nowhere
        (7, 8, []),
    ],
)
def test_the_boxes_of_a_span_are_one_for_each_printed_line(start, end, boxes):
    assert list(ITEM.boxes_of(start, end)) == boxes


def test_words_of_one_line_share_a_box():
    line = replace(ITEM, places=(place(2, 7, 1, 50), replace(place(8, 17, 1, 50), edges=tuple(range(200, 210)))))
    assert line.boxes_of(2, 17) == (Box(1, 100, 50, 209, 62),)


def test_passages_are_frozen():
    with pytest.raises(FrozenInstanceError):
        ITEM.text = "andet"  # type: ignore[misc]  # that it cannot be set is what is tested


def paper():
    foot = replace(ITEM, passage_id="p2", order=1, kind=PassageKind.FURNITURE, text="Side 1", marker=0)
    proof = None
    meeting = Meeting("m1", "Rådet", "2026-04-30", None, None, None, MeetingStatus.HELD, proof)  # type: ignore[arg-type]  # no proof is looked at
    item = AgendaItem("i1", "m1", "4", "Anbefalinger", None, 1, False, None)
    front = FrontMatter(PaperKind.MINUTES, None, None, None, None, None, ())
    contexts = (
        PassageContext("p1", 1, ("4. Anbefalinger",), SectionRole.DECISION, "i1", "m1"),
        PassageContext("p2", None, (), None, None, None),
    )
    document = Document("d1", "a.pdf", None, PaperStatus.OK, None, (), (ITEM, foot))
    return Paper(document, Structure("d1", front, (meeting,), (item,), contexts))


def test_passages_come_with_their_item_meeting_and_role():
    (placed,) = paper().placed()
    assert (placed.passage.text, placed.role, placed.item_number) == (ITEM.text, "beslutning", "4")
    assert placed.meeting is not None
    assert placed.meeting.meeting_id == "m1"


def test_furniture_only_comes_on_request():
    assert [p.passage.passage_id for p in paper().placed(furniture=True)] == ["p1", "p2"]
    assert [p.passage_id for p in paper().document.body()] == ["p1"]
