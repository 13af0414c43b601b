"""2 · `Document` to `Structure`: kind, front matter, meetings, agenda items, and the section of each passage."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.context import Context
from pipeline.model.document import Document, Passage, PassageKind
from pipeline.model.structure import AgendaItem, FrontMatter, PaperKind, PassageContext, SectionRole, Structure
from pipeline.structure.front import find_front
from pipeline.structure.head import read_head
from pipeline.structure.items import ItemHead, find_heads, item_ids
from pipeline.structure.kind import find_kind
from pipeline.structure.meetings import Part, find_parts, find_planned
from pipeline.structure.roles import RoleWalk, Standing, spread_decisions

_WITH_ITEMS = {PaperKind.MINUTES, PaperKind.AGENDA}


def structure_paper(document: Document, *, context: Context) -> Structure:
    """What the paper is and how it is built. A paper without passages gives a structure without any."""
    passages = list(document.body())
    head = read_head(document, context=context)
    heads = find_heads(passages, document.passages, context=context)
    kind = find_kind(document, head, heads, context=context)
    if kind not in _WITH_ITEMS:
        heads = []
    front = find_front(document, head, heads, kind, context=context)
    parts = find_parts(document, passages, head, heads, front, context=context)
    if len(parts) > 1:
        # Several meetings in one file: the paper is as new as the latest of them.
        front = replace(
            front, date=max((p.meeting.date for p in parts if p.meeting.date is not None), default=front.date)
        )
    ids = item_ids(document.document_id, heads)
    stops = _stops(passages, heads, parts, context)
    placed = [_item_at(n, heads, stops) for n in range(len(passages))]
    standings = _standings(passages, heads, placed, stops, front, context)
    items = _items(passages, heads, ids, parts)
    contexts = _contexts(document, passages, standings, placed, items, parts)
    own = tuple(p.meeting for p in parts)
    planned = tuple(
        m for m in find_planned(passages, front, context=context) if m.meeting_id not in {o.meeting_id for o in own}
    )
    return Structure(
        document_id=document.document_id,
        front=front,
        meetings=own + planned,
        items=items,
        contexts=contexts,
        unclaimed=_unclaimed(passages, heads, context),
    )


def _stops(
    passages: Sequence[Passage], heads: Sequence[ItemHead], parts: Sequence[Part], context: Context
) -> frozenset[int]:
    """Where an item ends before the next begins: at a new meeting, and at the page for signatures."""
    sections = context.lexicons.sections
    starts = {h.index for h in heads}
    signed = {
        n
        for n, p in enumerate(passages)
        if p.kind is PassageKind.HEADING and n not in starts and sections.role_of(p.text) is SectionRole.SIGNATURES
    }
    return frozenset(signed | {p.start for p in parts[1:]})


def _item_at(index: int, heads: Sequence[ItemHead], stops: frozenset[int]) -> int | None:
    """Which head a passage stands under: its position among the heads."""
    before = [n for n, head in enumerate(heads) if head.index <= index]
    if not before or any(heads[before[-1]].index < stop <= index for stop in stops):
        return None
    return before[-1]


def _standings(
    passages: Sequence[Passage],
    heads: Sequence[ItemHead],
    placed: Sequence[int | None],
    stops: frozenset[int],
    front: FrontMatter,
    context: Context,
) -> list[Standing]:
    starts = {h.index: h.title is not None or h.number is not None for h in heads}
    walk = RoleWalk(kind=front.kind, item_starts=starts, stops=stops, date=front.date, body=front.body, context=context)
    standings = [walk.step(n, passage) for n, passage in enumerate(passages)]
    return spread_decisions(standings, placed, passages, kind=front.kind)


def _items(
    passages: Sequence[Passage], heads: Sequence[ItemHead], ids: Sequence[str], parts: Sequence[Part]
) -> tuple[AgendaItem, ...]:
    return tuple(
        AgendaItem(
            item_id=item_id,
            meeting_id=_meeting_at(head.index, parts),
            number=head.number,
            title=head.title,
            case_number=head.case_number,
            page=passages[head.index].page,
            closed=head.closed,
            heading_id=passages[head.index].passage_id if head.title or head.number else None,
        )
        for head, item_id in zip(heads, ids, strict=True)
    )


def _meeting_at(index: int, parts: Sequence[Part]) -> str | None:
    before = [part for part in parts if part.start <= index]
    return before[-1].meeting.meeting_id if before else (parts[0].meeting.meeting_id if parts else None)


def _contexts(
    document: Document,
    passages: Sequence[Passage],
    standings: Sequence[Standing],
    placed: Sequence[int | None],
    items: Sequence[AgendaItem],
    parts: Sequence[Part],
) -> tuple[PassageContext, ...]:
    found: dict[str, PassageContext] = {}
    for n, (passage, standing, item) in enumerate(zip(passages, standings, placed, strict=True)):
        found[passage.passage_id] = PassageContext(
            passage_id=passage.passage_id,
            level=standing.level if passage.kind is not PassageKind.ITEM else passage.level,
            section=standing.section,
            role=standing.role,
            item_id=None if item is None else items[item].item_id,
            meeting_id=_meeting_at(n, parts),
        )
    return tuple(
        found.get(p.passage_id) or PassageContext(p.passage_id, None, (), None, None, None) for p in document.passages
    )


def _unclaimed(passages: Sequence[Passage], heads: Sequence[ItemHead], context: Context) -> tuple[str, ...]:
    """The passages of headings that no entry of the lexicon claims and that head no item."""
    starts = {h.index for h in heads}
    return tuple(
        p.passage_id
        for n, p in enumerate(passages)
        if p.kind is PassageKind.HEADING
        and n not in starts
        and context.lexicons.sections.role_of(p.text.rstrip(": ")) is None
    )
