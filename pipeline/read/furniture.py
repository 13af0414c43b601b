"""What stands on a page and is not the paper's text: running heads and feet, page numbers, contents lists."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from pipeline.lexicons.layout import LayoutLexicon
from pipeline.lexicons.sections import SectionLexicon
from pipeline.model.ids import fold
from pipeline.read.shapes import Line

_LEADER = re.compile(r"(?:\.\s?){4,}\s*\d{1,4}$|(?:…\s?){2,}\s*\d{1,4}$|_{4,}\s*\d{1,4}$")
_LAST_NUMBER = re.compile(r"(?:^|\s)(\d{1,4})$")
_HEAD_ZONE, _FOOT_ZONE = 0.25, 0.8
_MOST_EDGE_LINES = 12


def find_furniture(
    pages: Sequence[Sequence[Line]], heights: Sequence[float], *, layout: LayoutLexicon, sections: SectionLexicon
) -> set[int]:
    """The `id()` of each line that is furniture; lines of one page in reading order, pages in order."""
    body = _body_size(pages)
    found = _running(pages, heights, body, sections)
    found |= {id(line) for lines in pages for line in lines if _is_noise(line, layout)}
    found |= _page_numbers(pages, heights, body, found, layout)
    found |= _contents([line for lines in pages for line in lines if id(line) not in found], len(pages), layout)
    return found


def _is_noise(line: Line, layout: LayoutLexicon) -> bool:
    folded = fold(line.text)
    if line.text.casefold() in layout.noise or layout.breadcrumb.match(line.text):
        return True
    return any(part in folded for part in layout.noise_parts)


def _body_size(pages: Sequence[Sequence[Line]]) -> float:
    weight: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            weight[line.size] += len(line.text)
    return weight.most_common(1)[0][0] if weight else 10.0


def _key(line: Line) -> tuple[str, int, int]:
    """What a running line keeps from page to page: its words, its height and where it begins or ends."""
    return (re.sub(r"\d+", "#", line.text.casefold()), round(line.top / 5), 0)


def _running(
    pages: Sequence[Sequence[Line]], heights: Sequence[float], body: float, sections: SectionLexicon
) -> set[int]:
    where: dict[str, list[tuple[int, float]]] = {}
    for n, lines in enumerate(pages):
        for line in lines:
            if not _in_body(line, heights[n]):
                where.setdefault(_key(line)[0], []).append((n, line.top))
    found: set[int] = set()
    for n, lines in enumerate(pages):
        by_height = sorted(lines, key=lambda line: line.top)
        for edge, zone in ((by_height, _HEAD_ZONE), (by_height[::-1], _FOOT_ZONE)):
            for line in edge[:_MOST_EDGE_LINES]:
                if not _in_zone(line, heights[n], zone) or not _repeats(line, where, len(pages), body, sections):
                    break
                found.add(id(line))
    return found


def _in_body(line: Line, height: float) -> bool:
    return _HEAD_ZONE * height < line.top < _FOOT_ZONE * height


def _in_zone(line: Line, height: float, zone: float) -> bool:
    return line.top <= zone * height if zone == _HEAD_ZONE else line.top >= zone * height


def _repeats(
    line: Line,
    where: Mapping[str, Sequence[tuple[int, float]]],
    pages: int,
    body: float,
    sections: SectionLexicon,
) -> bool:
    """Whether the line stands at the same height on enough pages: two in five, or three in a row."""
    same = sorted({n for n, top in where[_key(line)[0]] if abs(top - line.top) < 4})
    if len(same) < 2 or (line.size > 1.3 * body and len(same) < 0.6 * pages):
        return False
    if sections.role_of(line.text) is not None and len(same) < 0.6 * pages:
        return False
    in_a_row = any(b - a == 2 for a, b in zip(same, same[2:], strict=False))
    return len(same) >= 0.4 * pages or in_a_row


def _page_numbers(
    pages: Sequence[Sequence[Line]], heights: Sequence[float], body: float, running: set[int], layout: LayoutLexicon
) -> set[int]:
    found: set[int] = set()
    for n, lines in enumerate(pages):
        rest = sorted((line for line in lines if id(line) not in running), key=lambda line: line.top)
        for line in {id(x): x for x in (*rest[:2], *rest[-2:])}.values():
            shape = re.sub(r"\d+", "#", line.text.casefold())
            at_edge = line.top < 0.1 * heights[n] or line.bottom > 0.9 * heights[n]
            small = line.size <= body - 1 and (line.top < 0.06 * heights[n] or line.bottom > 0.94 * heights[n])
            if small or (shape in layout.page_numbers and (at_edge or "side" in shape)):
                found.add(id(line))
    return found


def _contents(lines: Sequence[Line], pages: int, layout: LayoutLexicon) -> set[int]:
    """The lines of contents lists: from their heading to the last entry, and any line with a dot leader."""
    found: set[int] = {id(line) for line in lines if _LEADER.search(line.text)}
    for n, line in enumerate(lines):
        head = fold(line.text)
        entries = list(_entries(lines[n + 1 :], pages, layout)) if head in layout.contents_headings else []
        if not entries and head in layout.contents_headings:
            entries = _repeated(lines[n + 1 :], layout)
        if entries:
            found |= {id(line), *(id(e) for e in entries)}
    return found | _unheaded(lines, pages)


def _unheaded(lines: Sequence[Line], pages: int) -> set[int]:
    """Three lines or more with a page number far to the right, most of which stand again further down without it."""
    later = Counter(_entry_words(line) for line in lines)
    found: set[int] = set()
    run: list[Line] = []
    for line in [*lines, None]:
        number = _entry_number(line, pages) if line is not None and line.parts >= 2 else None
        if line is not None and number is not None and (not run or number >= (_entry_number(run[-1], pages) or 0)):
            run.append(line)
            continue
        if len(run) >= 3 and sum(later[_entry_words(e)] >= 2 for e in run) >= 0.5 * len(run):
            found |= {id(e) for e in run}
        run = []
    return found


def _entry_words(line: Line) -> str:
    """The words of a contents entry without the numbers around them."""
    return re.sub(r"^(?:punkt )?\d+ | \d+$", "", fold(line.text))


def _repeated(lines: Sequence[Line], layout: LayoutLexicon) -> list[Line]:
    """The lines of a list without page numbers, all of which stand again further down as lines of their own."""
    later = Counter(fold(line.text) for line in lines)
    entries: list[Line] = []
    for n, line in enumerate(lines[:60]):
        again = later[fold(line.text)] >= 2 and n < len(lines) - 1
        if line.text.rstrip(":").casefold() in {"referat", "beslutning"}:
            break
        if fold(line.text) in layout.contents_subheads:
            entries.append(line)
            continue
        wrapped = bool(entries) and n + 1 < len(lines) and later[fold(lines[n + 1].text)] >= 2 and len(line.words) < 8
        if not again and not (wrapped and entries[-1].page == line.page):
            break
        if entries and fold(line.text) == fold(entries[0].text):
            break
        entries.append(line)
    told = [e for e in entries if fold(e.text) not in layout.contents_subheads]
    return entries if len(told) >= 2 else []


def _entries(lines: Sequence[Line], pages: int, layout: LayoutLexicon) -> Iterable[Line]:
    held: list[Line] = []
    last = 0
    for line in lines:
        number = _entry_number(line, pages)
        if number is not None and number >= last:
            yield from (*held, line)
            held, last = [], number
        elif fold(line.text) in layout.contents_subheads:
            # A subhead after the last entry ("Lukket referat") belongs to the list too.
            yield from (*held, line)
            held = []
        elif len(held) < 2 and (not held or held[-1].page == line.page) and len(line.text) < 120:
            held.append(line)
        else:
            return


def _entry_number(line: Line, pages: int) -> int | None:
    match = _LAST_NUMBER.search(line.text)
    if match is None or not 0 <= int(match.group(1)) <= pages + 5:
        return None
    # "budget 2013" is no entry for page 2013; a lone page number under a wrapped title is one.
    return int(match.group(1))
