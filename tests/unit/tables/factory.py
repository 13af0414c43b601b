"""Small papers by hand, for tests of the rooms that come after extraction: a row a passage, a quote a proof."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from pipeline.model.document import Document, Page, PageState, PaperStatus, Passage, PassageKind, Place
from pipeline.model.ids import digest
from pipeline.model.paper import Paper
from pipeline.model.place import Box, Proof, Span
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

LETTER, LINE, LEFT = 5.0, 14.0, 56.0


@dataclass(frozen=True)
class P:
    """One passage: its text, and where it stands."""

    text: str
    role: str | None = None
    item: str | None = None
    kind: str = "paragraph"
    page: int = 1
    section: tuple[str, ...] = ()


def make_passage(document_id: str, order: int, row: P) -> Passage:
    """A passage printed on one line."""
    top = 60 + LINE * order
    edges = tuple(LEFT + LETTER * i for i in range(len(row.text) + 1))
    return Passage(
        passage_id=digest("passages", document_id, str(order)),
        order=order,
        kind=PassageKind(row.kind),
        level=None,
        text=row.text,
        page=row.page,
        boxes=(Box(row.page, LEFT, top, edges[-1], top + 10),),
        places=(Place(0, len(row.text), row.page, top, top + 10, edges),),
        marker=2 if row.text.startswith("• ") else 0,
    )


def make_paper(
    path: str,
    *rows: P,
    kind: str = "referat",
    body: str | None = "Borgerrådet",
    authority: str | None = "Testby Kommune",
    date: str | None = "2025-03-04",
    title: str | None = None,
    items: Sequence[tuple[str, str]] = (),
    planned: Sequence[str] = (),
) -> Paper:
    """A paper read and structured; `items` are numbers and titles, `planned` dates of later meetings."""
    sha = sha256("\n".join((path, *(row.text for row in rows))).encode()).hexdigest()
    document_id = sha[:16]
    passages = tuple(make_passage(document_id, order, row) for order, row in enumerate(rows))
    pages = tuple(
        Page(n, PageState.TEXT, None, sum(len(p.text.split()) for p in passages if p.page == n), 595, 842)
        for n in range(1, 1 + max((row.page for row in rows), default=1))
    )
    document = Document(document_id, path, sha, PaperStatus.OK, None, pages, passages)
    front = FrontMatter(PaperKind(kind), title, body, authority, None, date, ())
    own = kind in ("referat", "dagsorden")
    dates = [*([date] if own else []), *planned]
    meetings = tuple(_meeting(document_id, body, d, passages[0], held=own and n == 0 and kind == "referat")
                     for n, d in enumerate(dates))  # fmt: skip
    meeting_id = meetings[0].meeting_id if own else None
    agenda = tuple(
        AgendaItem(digest("items", document_id, number), meeting_id, number, name, None, 1, False, None)
        for number, name in items
    )
    ids = {item.number: item.item_id for item in agenda}
    contexts = tuple(
        PassageContext(
            passage.passage_id,
            None,
            row.section,
            None if row.role is None else SectionRole(row.role),
            ids.get(row.item),
            meeting_id,
        )
        for passage, row in zip(passages, rows, strict=True)
    )
    return Paper(document, Structure(document_id, front, meetings, agenda, contexts))


def _meeting(document_id: str, body: str | None, date: str | None, first: Passage, *, held: bool) -> Meeting:
    status = MeetingStatus.HELD if held else MeetingStatus.PLANNED
    meeting_id = digest("meetings", document_id, body or "", date or "")
    return Meeting(meeting_id, body, date, None, None, None, status, Proof(first.span(), "test.meeting"))


def span_of(paper: Paper, quote: str) -> Span:
    """The span of a quote that stands in a paper."""
    for passage in paper.document.passages:
        start = passage.text.find(quote)
        if start >= 0:
            return passage.span(start, start + len(quote))
    raise AssertionError(f"{paper.document.path} does not hold {quote!r}")


def proof_of(paper: Paper, quote: str, *, rule: str = "test.rule") -> Proof:
    """A proof that rests on a quote."""
    return Proof(span_of(paper, quote), rule)


def item_id(paper: Paper, number: str) -> str:
    """The id of an agenda item by its number."""
    return next(i.item_id for i in paper.structure.items if i.number == number)


def failed_document(path: str, reason: str) -> Document:
    """A paper that could not be read."""
    return Document(sha256(path.encode()).hexdigest()[:16], path, None, PaperStatus.FAILED, reason)
