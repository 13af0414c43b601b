"""The seam to the PDF library: bytes to pages of words, ruled tables and page sizes. Only here is it known."""

import io
import logging
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.utils.text import extract_words

from pipeline.errors import UnreadablePaper
from pipeline.read.letters import clean_letters
from pipeline.read.shapes import Word

_BOLD = re.compile(r"bold|black|heavy|semib|demi|[-,]bd\b", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|[-,]it\b|kursiv", re.IGNORECASE)

# Two letters nearer than this, in points, are one letter printed twice.
_TWICE = 0.8
# pdfminer warns of every odd font; the ledger tells what could not be read.
logging.getLogger("pdfminer").setLevel(logging.ERROR)


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of a ruled table: rows of boxes (x0, top, x1, bottom), None where a cell is merged away."""

    rows: tuple[tuple[tuple[float, float, float, float] | None, ...], ...]


@dataclass(frozen=True, slots=True)
class RawPage:
    """A page as the PDF gives it; `problem` says in Danish why it could not be read, then there are no words."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...] = ()
    sideways: tuple[Word, ...] = ()
    grids: tuple[Grid, ...] = ()
    images: int = 0
    problem: str | None = None


def open_pages(
    data: bytes, *, max_pages: int, max_chars: int, private_use: Mapping[str, str]
) -> tuple[int, Iterator[RawPage]]:
    """The number of pages and the pages one by one; `UnreadablePaper` with a Danish reason."""
    if not data:
        raise UnreadablePaper("filen er tom (0 byte)")
    if b"%PDF-" not in data[:1024]:
        raise UnreadablePaper("filen er ikke en PDF (den begynder ikke med %PDF-)")
    pdf = _open(data)
    try:
        count = len(pdf.pages)
    except Exception as problem:  # the library raises whatever a broken file leads it to
        raise UnreadablePaper(f"PDF'en er beskadiget: sidetræet kan ikke læses ({type(problem).__name__})") from problem
    if count == 0:
        raise UnreadablePaper("PDF'en har ingen sider, eller filen er afkortet")
    return count, (_page(pdf, n, max_pages, max_chars, private_use) for n in range(count))


def _open(data: bytes) -> Any:
    try:
        return pdfplumber.open(io.BytesIO(data))
    except Exception as problem:  # see above
        if "Password" in f"{type(problem).__name__}{problem!r}" or isinstance(problem.__cause__, PDFPasswordIncorrect):
            raise UnreadablePaper("PDF'en er krypteret med adgangskode; skaf en udgave uden adgangskode") from problem
        reason = f"PDF'en er beskadiget eller afkortet og kan ikke åbnes ({type(problem).__name__})"
        raise UnreadablePaper(reason) from problem


def _page(pdf: Any, index: int, max_pages: int, max_chars: int, private_use: Mapping[str, str]) -> RawPage:
    if index >= max_pages:
        why = f"kun de første {max_pages} sider læses (read.max_pages)"
        return RawPage(number=index + 1, width=0.0, height=0.0, problem=why)
    try:
        return _read_page(pdf.pages[index], index + 1, max_chars, private_use)
    except RecursionError:
        return RawPage(number=index + 1, width=0.0, height=0.0, problem="siden er for indviklet at læse")
    except MemoryError:
        raise
    except Exception as problem:  # a broken page must not take the others with it
        why = f"siden er beskadiget ({type(problem).__name__})"
        return RawPage(number=index + 1, width=0.0, height=0.0, problem=why)
    finally:
        if index < len(pdf.pages):
            pdf.pages[index].close()


def _read_page(page: Any, number: int, max_chars: int, private_use: Mapping[str, str]) -> RawPage:
    empty = RawPage(number=number, width=float(page.width), height=float(page.height))
    chars = _once(page.chars)
    if len(chars) > max_chars:
        return replace(empty, problem=f"siden har {len(chars)} tegn; højst {max_chars} læses (read.max_page_chars)")
    if chars and sum(c["text"].startswith("(cid:") for c in chars) > 0.5 * len(chars):
        return replace(empty, problem="skrifttypen giver ikke bogstaver (tegnkoder mangler); siden kræver OCR")
    links = [(h["x0"], h["top"], h["x1"], h["bottom"], h["uri"]) for h in page.hyperlinks if h.get("uri")]
    rules = [e for e in page.edges if e["orientation"] == "h"]
    return replace(
        empty,
        words=_words(page, chars, private_use, links, rules, upright=True),
        sideways=_words(page, chars, private_use, [], [], upright=False),
        grids=_grids(page),
        images=len(page.images),
    )


def _once(chars: Sequence[Any]) -> list[Any]:
    """Letters printed twice in one place, as some producers make bold, count once; what is off the page does not."""
    seen: dict[tuple[str, int], list[tuple[float, float]]] = {}
    kept = []
    for char in chars:
        text, x, y = char["text"], float(char["x0"]), float(char["top"])
        near = (p for n in (-1, 0, 1) for p in seen.get((text, int(x) + n), ()))
        if text.strip() and any(abs(px - x) < _TWICE and abs(py - y) < _TWICE for px, py in near):
            continue
        seen.setdefault((text, int(x)), []).append((x, y))
        kept.append(char)
    return kept


def _words(
    page: Any,
    chars: Sequence[Any],
    private_use: Mapping[str, str],
    links: Sequence[Any],
    rules: Sequence[Any],
    *,
    upright: bool,
) -> tuple[Word, ...]:
    chosen = [c for c in chars if bool(c["upright"]) is upright]
    if not chosen:
        return ()
    found = extract_words(
        chosen,
        x_tolerance_ratio=0.18,
        y_tolerance=2,
        extra_attrs=["fontname", "size"],
        return_chars=True,
        **({} if upright else {"line_dir": "ltr", "char_dir": "ttb"}),
    )
    words: list[Word] = []
    for raw in found:
        text, edges = clean_letters([(c["text"], c["x0"], c["x1"]) for c in raw["chars"]], private_use=private_use)
        for piece, piece_edges in _pieces(text, edges):
            word = Word(
                text=piece,
                edges=piece_edges,
                top=raw["top"],
                bottom=raw["bottom"],
                size=round(float(raw["size"]), 2),
                bold=bool(_BOLD.search(raw["fontname"])),
                italic=bool(_ITALIC.search(raw["fontname"])),
            )
            words.append(_decorated(word, links, rules, page.width))
    return tuple(words)


def _pieces(text: str, edges: tuple[float, ...]) -> Iterator[tuple[str, tuple[float, ...]]]:
    """A word cut at white space that the font hid in it (a glyph may stand for a space)."""
    for match in re.finditer(r"\S+", text):
        yield match.group(), edges[match.start() : match.end() + 1]


def _decorated(word: Word, links: Sequence[Any], rules: Sequence[Any], width: float) -> Word:
    middle = ((word.x0 + word.x1) / 2, (word.top + word.bottom) / 2)
    uri = next((u for x0, t, x1, b, u in links if x0 <= middle[0] <= x1 and t <= middle[1] <= b), None)
    under = any(
        -1.5 <= r["top"] - word.bottom <= 2.5
        and r["x0"] <= word.x0 + 1
        and r["x1"] >= word.x1 - 1
        and r["x1"] - r["x0"] < 0.8 * width
        for r in rules
    )
    return replace(word, uri=uri, underlined=under) if uri or under else word


def _box(cell: Sequence[float]) -> tuple[float, float, float, float]:
    x0, top, x1, bottom = map(float, cell)
    return x0, top, x1, bottom


def _grids(page: Any) -> tuple[Grid, ...]:
    if len(page.edges) < 6:
        return ()
    grids = []
    for table in page.find_tables():
        rows = tuple(tuple(None if c is None else _box(c) for c in row.cells) for row in table.rows)
        if len(rows) >= 1 and max(len([c for c in row if c is not None]) for row in rows) >= 2:
            grids.append(Grid(rows=rows))
    return tuple(grids)
