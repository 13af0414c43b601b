"""1 · PDF bytes to a `Document`: one frozen text; passages with their place on the page."""

from collections.abc import Sequence
from hashlib import sha256

from pipeline.context import Context
from pipeline.errors import UnreadablePaper
from pipeline.model.document import Document, Page, PageState, PaperStatus
from pipeline.read.blocks import build_blocks
from pipeline.read.edges import set_edges
from pipeline.read.furniture import find_furniture
from pipeline.read.head import mark_head
from pipeline.read.headings import demote_sentences, mark_repeats, promote_numbered, rank_levels
from pipeline.read.notes import set_notes_aside
from pipeline.read.order import read_order
from pipeline.read.pdf import RawPage, open_pages
from pipeline.read.rows import find_rows
from pipeline.read.ruled import take_tables
from pipeline.read.shapes import Block, Line, Ruled
from pipeline.read.style import find_style
from pipeline.read.text import build_passages


def read_paper(data: bytes, *, path: str, context: Context) -> Document:
    """The paper that the bytes of a PDF hold; `UnreadablePaper` with a Danish reason when there is none.

    `path` is kept as given and decides nothing. A page that cannot be read is a page of the document with its reason.
    """
    layout, settings = context.lexicons.layout, context.config.read
    if len(data) > settings.max_file_megabytes * 1_000_000:
        raise UnreadablePaper(f"filen er over {settings.max_file_megabytes} MB (read.max_file_megabytes)")
    _, raw = open_pages(
        data, max_pages=settings.max_pages, max_chars=settings.max_page_chars, private_use=layout.private_use
    )
    sha = sha256(data).hexdigest()
    pages: list[Page] = []
    flows: list[list[Line | Ruled]] = []
    for page in raw:
        pages.append(_page(page))
        flows.append(_flow(page, flows[-1] if flows else [], layout.bullets))
    blocks = _blocks(flows, pages, context)
    status, reason = _status(pages)
    return Document(
        document_id=sha[:16],
        path=path,
        sha256=sha,
        status=status,
        reason=reason,
        pages=tuple(pages),
        passages=build_passages(blocks, document_id=sha[:16], layout=layout),
    )


def _page(page: RawPage) -> Page:
    words = len(page.words) + len(page.sideways)
    if page.problem is not None:
        return Page(page.number, PageState.FAILED, page.problem, 0, page.width, page.height)
    if words == 0:
        why = "siden er et billede uden tekstlag og kræver OCR" if page.images else "siden er tom"
        return Page(page.number, PageState.EMPTY, why, 0, page.width, page.height)
    return Page(page.number, PageState.TEXT, None, words, page.width, page.height)


def _flow(page: RawPage, above: Sequence[Line | Ruled], bullets: frozenset[str]) -> list[Line | Ruled]:
    """The lines and tables of a page in reading order; sideways text comes last, in the margin.

    `above` is the flow of the page before: a single ruled row may go on from its last table.
    """
    tables, words = take_tables(page, above=above, bullets=bullets)
    rows = find_rows(words, bullets=bullets)
    lines: list[Line | Ruled] = list(read_order(rows, page=page.number, width=page.width, bullets=bullets))
    for table in sorted(tables, key=lambda t: (t.top, t.x0)):
        lines.insert(_where(table, lines), table)
    if page.sideways:
        left, right = min(w.x0 for w in page.sideways), max(w.x1 for w in page.sideways)
        lines.append(Line(page.sideways, page.number, left, right, side=True))
    return lines


def _where(table: Ruled, flow: Sequence[Line | Ruled]) -> int:
    """The place of a table in the flow: before the first line below it in its own column."""
    for n, element in enumerate(flow):
        if isinstance(element, Line) and (element.side or element.x1 < table.x0 or element.x0 > table.x1):
            continue
        if element.top >= table.top:
            return n
    return len(flow)


def _blocks(flows: Sequence[Sequence[Line | Ruled]], pages: Sequence[Page], context: Context) -> list[Block]:
    lexicons = context.lexicons
    heights, widths = [p.height for p in pages], [p.width for p in pages]
    lines = [[e for e in flow if isinstance(e, Line)] for flow in flows]
    furniture = find_furniture(lines, heights, layout=lexicons.layout, sections=lexicons.sections)
    body = [[line for line in page if not line.side and id(line) not in furniture] for page in lines]
    measured = [set_edges(page, width) for page, width in zip(body, widths, strict=True)]
    in_cells = [line for flow in flows for e in flow if isinstance(e, Ruled) for c in e.cells for line in c.lines]
    running = [line for page in measured for line in page]
    # A paper that is all tables has its body type in their cells.
    style = find_style(running if sum(len(x.text) for x in running) > 400 else [*running, *in_cells])
    edged = {
        id(old): new
        for page, found in zip(body, measured, strict=True)
        for old, new in zip(page, set_notes_aside(found, style), strict=True)
    }
    blocks = build_blocks(
        [edged.get(id(e), e) for flow in flows for e in flow],
        furniture=furniture,
        style=style,
        lexicons=lexicons,
    )
    demote_sentences(blocks)
    promote_numbered(blocks, lexicons.layout)
    mark_repeats(blocks)
    blocks = mark_head(blocks, style=style, lexicons=lexicons)
    rank_levels(blocks)
    return blocks


def _status(pages: Sequence[Page]) -> tuple[PaperStatus, str | None]:
    """The paper's status and reason from its pages."""
    failed = [p for p in pages if p.state is PageState.FAILED]
    scanned = [p for p in pages if p.state is PageState.EMPTY and p.reason != "siden er tom"]
    read = [p for p in pages if p.state is PageState.TEXT]
    if not read:
        why = next((p.reason for p in pages if p.reason is not None), "ingen sider")
        return PaperStatus.FAILED, f"ingen af {len(pages)} sider kunne læses: {why}"
    if failed or scanned:
        first = (failed + scanned)[0]
        return PaperStatus.PARTIAL, f"{len(failed) + len(scanned)} af {len(pages)} sider ikke læst: {first.reason}"
    return PaperStatus.OK, None
