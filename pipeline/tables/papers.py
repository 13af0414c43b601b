"""Rows of the papers: documents, pages, passages, cells, meetings, agenda items."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.lexicons.themes import ThemeLexicon
from pipeline.model.document import Document, PageState, PaperStatus, Passage, PassageKind
from pipeline.model.entities import Entities
from pipeline.model.ids import digest, fold
from pipeline.model.structure import Meeting, MeetingStatus, PaperKind, Structure
from pipeline.tables.places import Places, Row, box_row

# Fewer words ("Taget til efterretning") are said anew each time.
_LEAST_REPEATED = 6
_SAID = frozenset({PassageKind.PARAGRAPH, PassageKind.ITEM, PassageKind.QUOTE})


@dataclass(frozen=True, slots=True)
class Read:
    """All papers, what is known of each, and who is who."""

    documents: Sequence[Document]
    structures: Mapping[str, Structure]
    entities: Entities
    places: Places

    @property
    def paths(self) -> dict[str, str]:
        """The path of each paper."""
        return {d.document_id: d.path for d in self.documents}


def document_rows(read: Read, themes: ThemeLexicon) -> Iterator[Row]:
    """A row for every paper, those not read included."""
    bodies, versions = read.entities.organisation_ids(), {v.older: v for v in read.entities.versions}
    for document in read.documents:
        structure = read.structures.get(document.document_id)
        front = None if structure is None else structure.front
        body = None if front is None else front.body
        version = versions.get(document.document_id)
        yield {
            "document_id": document.document_id,
            "path": document.path,
            "sha256": document.sha256,
            "kind": None if front is None else str(front.kind),
            "title": None if front is None else front.title,
            "body": body,
            "body_id": None if body is None else bodies.get((document.document_id, body)),
            "authority": None if front is None else front.authority,
            "region": None if front is None else front.region,
            "date": None if front is None else front.date,
            "case_numbers": [] if front is None else list(front.case_numbers),
            "pages": len(document.pages) or None,
            "status": str(document.status if version is None else PaperStatus.SUPERSEDED),
            "reason": document.reason if version is None else version.reason,
            "duplicate_of": document.duplicate_of,
            "version_of": None if version is None else version.newer,
            "taxonomy": None if front is None else themes.of_body(body).name,
        }


def page_rows(read: Read) -> Iterator[Row]:
    """A row for every page."""
    for document in read.documents:
        for page in document.pages:
            yield {
                "page_id": digest("pages", document.document_id, str(page.number)),
                "document_id": document.document_id,
                "page": page.number,
                "state": str(PageState(page.state)),
                "reason": page.reason,
                "words": page.words,
                "width": round(page.width, 2),
                "height": round(page.height, 2),
            }


def passage_rows(read: Read) -> Iterator[Row]:
    """A row for every passage, furniture included."""
    merged, repeats = read.entities.merged(), _repeats(read)
    for document in read.documents:
        structure = read.structures.get(document.document_id)
        contexts = {} if structure is None else {c.passage_id: c for c in structure.contexts}
        numbers = {} if structure is None else {i.item_id: i.number for i in structure.items}
        for passage in document.passages:
            context = contexts.get(passage.passage_id)
            item_id = None if context is None else context.item_id
            meeting_id = None if context is None else context.meeting_id
            level = passage.level if context is None or context.level is None else context.level
            yield {
                **_passage(document.document_id, passage),
                "repeats": repeats.get(passage.passage_id),
                "level": level,
                "section": [] if context is None else list(context.section),
                "section_role": None if context is None or context.role is None else str(context.role),
                "agenda_item": None if item_id is None else numbers.get(item_id),
                "item_id": None if item_id is None else merged.get(item_id, item_id),
                "meeting_id": None if meeting_id is None else merged.get(meeting_id, meeting_id),
            }


def _repeats(read: Read) -> dict[str, str]:
    """From a passage that says again, word for word, what stood before it, to where it stood first."""
    gone = read.entities.superseded()
    dates = {key: s.front.date or "~" for key, s in read.structures.items()}
    kept = [d for d in read.documents if d.document_id not in gone]
    ordered = sorted(kept, key=lambda d: (dates.get(d.document_id, "~"), d.document_id))
    first: dict[str, str] = {}
    found: dict[str, str] = {}
    for passage in (p for document in ordered for p in document.passages if p.kind in _SAID):
        text = fold(passage.text[passage.marker :])
        if len(text.split()) >= _LEAST_REPEATED:
            earlier = first.setdefault(text, passage.passage_id)
            if earlier != passage.passage_id:
                found[passage.passage_id] = earlier
    return found


def _passage(document_id: str, passage: Passage) -> Row:
    return {
        "passage_id": passage.passage_id,
        "document_id": document_id,
        "order": passage.order,
        "kind": str(passage.kind),
        "text": passage.text,
        "page": passage.page,
        "boxes": [box_row(box) for box in passage.boxes],
        "marker": passage.marker,
    }


def cell_rows(read: Read) -> Iterator[Row]:
    """A row for every cell of a ruled table."""
    for document in read.documents:
        for passage in document.passages:
            for cell in passage.cells:
                yield {
                    "cell_id": digest("cells", passage.passage_id, str(cell.row), str(cell.col)),
                    "passage_id": passage.passage_id,
                    "row": cell.row,
                    "col": cell.col,
                    "start": cell.start,
                    "end": cell.end,
                    "page": cell.box.page,
                    "box": box_row(cell.box),
                }


def own_meetings(structure: Structure) -> frozenset[str]:
    """The meetings a paper is of: its passages and items stand in them, or it is their minutes or agenda."""
    own = {c.meeting_id for c in structure.contexts} | {i.meeting_id for i in structure.items}
    if structure.front.kind in (PaperKind.MINUTES, PaperKind.AGENDA) and structure.meetings:
        own.add(structure.meetings[0].meeting_id)
    return frozenset(m for m in own if m is not None)


def meeting_rows(read: Read) -> Iterator[Row]:
    """A row for every meeting, once, as the paper tells it that knows best."""
    bodies, merged = read.entities.organisation_ids(), read.entities.merged()
    told: dict[str, list[_Told]] = defaultdict(list)
    for one in _told_meetings(read):
        told[merged.get(one.meeting.meeting_id, one.meeting.meeting_id)].append(one)
    for meeting_id, tellers in told.items():
        best = min(tellers, key=lambda t: t.rank)
        meeting, body = best.meeting, best.meeting.body
        yield {
            **_meeting(meeting),
            "meeting_id": meeting_id,
            "document_id": best.document_id if best.own else None,
            "body_id": None if body is None else bodies.get((best.document_id, body)),
            **read.places.proof(meeting.proof),
        }


@dataclass(frozen=True, slots=True)
class _Told:
    """A meeting as one paper tells of it; `own` is whether the paper is of it and counts."""

    document_id: str
    meeting: Meeting
    own: bool

    @property
    def rank(self) -> tuple[bool, bool, str, int]:
        """The smallest knows best: a paper of the meeting, then one that tells it was held."""
        held = self.meeting.status is MeetingStatus.HELD
        return (not self.own, not held, self.document_id, self.meeting.proof.span.start)


def _told_meetings(read: Read) -> Iterator[_Told]:
    gone = read.entities.superseded()
    for document_id, structure in sorted(read.structures.items()):
        own = own_meetings(structure) if document_id not in gone else frozenset()
        for meeting in structure.meetings:
            yield _Told(document_id, meeting, meeting.meeting_id in own)


def _meeting(meeting: Meeting) -> Row:
    return {
        "meeting_id": meeting.meeting_id,
        "body": meeting.body,
        "date": meeting.date,
        "time_start": meeting.time_start,
        "time_end": meeting.time_end,
        "place": meeting.place,
        "status": str(meeting.status),
    }


def agenda_item_rows(read: Read) -> Iterator[Row]:
    """A row for every agenda item, once, in the order of its paper."""
    merged = read.entities.merged()
    for document_id, structure in sorted(read.structures.items()):
        for item in structure.items:
            if item.item_id in merged:
                continue
            meeting_id = item.meeting_id
            yield {
                "item_id": item.item_id,
                "document_id": document_id,
                "meeting_id": None if meeting_id is None else merged.get(meeting_id, meeting_id),
                "number": item.number,
                "title": item.title,
                "case_number": item.case_number,
                "page": item.page,
                "closed": item.closed,
            }
