"""Papers written by hand, a line for each passage, as the reader would hand them over.

= title      # heading of level 1      ## heading of level 2      - list item      @ line of the letterhead
~ furniture  | ruled table, cells parted by |                     --- the next page  anything else: a paragraph
"""

from pipeline.model.document import Document, Page, PageState, PaperStatus, Passage, PassageKind, Place
from pipeline.model.ids import finding_ids
from pipeline.model.place import Box

_MARKS = {
    "= ": (PassageKind.TITLE, 0),
    "# ": (PassageKind.HEADING, 1),
    "## ": (PassageKind.HEADING, 2),
    "### ": (PassageKind.HEADING, 3),
    "- ": (PassageKind.ITEM, 1),
    "@ ": (PassageKind.LETTERHEAD, None),
    "~ ": (PassageKind.FURNITURE, None),
    "| ": (PassageKind.TABLE, None),
}


def document(script: str, *, wide: bool = False) -> Document:
    """The paper that a script tells; `wide` pages lie on their side, as slides do."""
    lines: list[tuple[PassageKind, int | None, str, int]] = []
    page = 1
    for line in (raw.strip() for raw in script.strip().splitlines()):
        if line == "---":
            page += 1
        elif line:
            lines.append((*_kind(line), page))
    ids = finding_ids("passages", "paper", (text for _, _, text, _ in lines))
    width, height = (842.0, 595.0) if wide else (595.0, 842.0)
    return Document(
        document_id="paper",
        path="paper.pdf",
        sha256="0" * 64,
        status=PaperStatus.OK,
        reason=None,
        pages=tuple(Page(n, PageState.TEXT, None, 1, width, height) for n in range(1, page + 1)),
        passages=tuple(
            _passage(passage_id, order, *line) for order, (passage_id, line) in enumerate(zip(ids, lines, strict=True))
        ),
    )


def _kind(line: str) -> tuple[PassageKind, int | None, str]:
    for mark, (kind, level) in _MARKS.items():
        if line.startswith(mark):
            text = line.removeprefix(mark).strip()
            return kind, level, text.replace(" | ", "\t") if kind is PassageKind.TABLE else text
    return PassageKind.PARAGRAPH, None, line


def _passage(passage_id: str, order: int, kind: PassageKind, level: int | None, text: str, page: int) -> Passage:
    top = 20.0 * order
    edges = tuple(5.0 * n for n in range(len(text) + 1))
    return Passage(
        passage_id=passage_id,
        order=order,
        kind=kind,
        level=level,
        text=f"• {text}" if kind is PassageKind.ITEM else text,
        page=page,
        boxes=(Box(page, 0.0, top, edges[-1], top + 11),),
        places=(Place(0, len(text), page, top, top + 11, edges),),
        marker=2 if kind is PassageKind.ITEM else 0,
    )
