"""A paper as text: what it is, its meetings and items, each passage with its section; a change of it is a diff."""

from collections.abc import Iterator

from pipeline.model.document import Passage
from pipeline.model.paper import Paper, Placed


def render_paper(paper: Paper) -> str:
    """The paper, a line for each thing that was found and each passage."""
    return "\n".join([*_front(paper), "", *_meetings(paper), *_items(paper), "", *_passages(paper)]) + "\n"


def _front(paper: Paper) -> Iterator[str]:
    front, document = paper.structure.front, paper.document
    yield f"{front.kind} · {document.status} · {len(document.pages)} sider · {sum(p.words for p in document.pages)} ord"
    yield f"titel: {front.title}"
    yield f"råd: {front.body} · {front.authority} · {front.region} · {front.date}"
    yield f"sager: {', '.join(front.case_numbers) or '-'}"


def _meetings(paper: Paper) -> Iterator[str]:
    for meeting in paper.structure.meetings:
        yield (
            f"møde {meeting.date} {meeting.time_start}-{meeting.time_end} · {meeting.body} · {meeting.place} · "
            f"{meeting.status} · {meeting.proof.rule}"
        )


def _items(paper: Paper) -> Iterator[str]:
    dates = {m.meeting_id: m.date for m in paper.structure.meetings}
    for item in paper.structure.items:
        state = " · lukket" if item.closed else ""
        case = f" · {item.case_number}" if item.case_number is not None else ""
        yield f"punkt {item.number} · {item.title}{case} · s. {item.page} · {dates.get(item.meeting_id or '')}{state}"


def _passages(paper: Paper) -> Iterator[str]:
    page = 0
    for placed in paper.placed(furniture=True):
        if placed.passage.page != page:
            page = placed.passage.page
            yield f"--- side {page}"
        yield _passage(placed, last=placed.passage.boxes[-1].page)


def _passage(placed: Placed, *, last: int) -> str:
    passage = placed.passage
    level = placed.context.level if placed.context.level is not None else passage.level
    depth = "" if level is None else f" {level}"
    where = "/".join(str(part) for part in (placed.item_number, placed.role) if part is not None)
    over = f" (til s. {last})" if last != passage.page else ""
    return f"{passage.kind}{depth}{f' [{where}]' if where else ''}{over}: {_text(passage)}"


def _text(passage: Passage) -> str:
    """The words on one line: cells parted by |, rows by ||; an item's bullet in brackets; links behind it."""
    text = passage.text.replace("\n", " || ").replace("\t", " | ")
    if passage.marker:
        text = f"({passage.text[: passage.marker].strip()}) {text[passage.marker :]}"
    return text + "".join(f" <{link.uri}>" for link in passage.links)
