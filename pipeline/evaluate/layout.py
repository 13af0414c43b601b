"""Headings, list items, block quotes, running lines, head blocks and cells, held against what the page shows."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from pipeline.evaluate.folding import fold
from pipeline.evaluate.judging import Field, Judge, Outcome, Sheet, Verdict, tell
from pipeline.evaluate.pairing import pair
from pipeline.evaluate.passages import Line, marker_of, of_kind
from pipeline.evaluate.rows import Corpus, Found, Reference, references

Gold = Mapping[str, pd.DataFrame]


def score_headings(corpus: Corpus, gold: Gold, lines: Sequence[Line]) -> list[Sheet]:
    """Titles and headings, whole and on their page; then their level."""
    known = references(gold, "headings", text="text")
    found = [_found(line) for line in of_kind(lines, "title", "heading")]
    pairs, judge = pair(known, found, _same_words), Judge(corpus)
    return [judge.records("headings", pairs), *judge.fields("headings", pairs, [_LEVEL])]


def score_list_items(corpus: Corpus, gold: Gold, lines: Sequence[Line]) -> list[Sheet]:
    """List items from their first word to their last; then depth and marker."""
    known = references(gold, "list_items", text="start")
    found = [_found(line) for line in of_kind(lines, "item")]
    pairs, judge = pair(known, found, _same_ends), Judge(corpus)
    return [judge.records("list_items", pairs), *judge.fields("list_items", pairs, [_DEPTH, _MARKER])]


def score_quotes(corpus: Corpus, gold: Gold, lines: Sequence[Line]) -> list[Sheet]:
    """Block quotes, a paragraph each."""
    known = references(gold, "quotes", text="start")
    found = [_found(line) for line in of_kind(lines, "quote")]
    return [Judge(corpus).records("quotes", pair(known, found, _same_ends))]


def score_furniture(corpus: Corpus, gold: Gold, lines: Sequence[Line]) -> list[Sheet]:
    """Running lines; a passage that holds more than printed lines of the reference is false."""
    return [_held_lines(corpus, gold, "furniture", lines, lambda rest: rest == "")]


def score_letterhead(corpus: Corpus, gold: Gold, lines: Sequence[Line]) -> list[Sheet]:
    """Lines of head and side blocks; the reference may give the label only, so what else a passage holds is open."""
    return [_held_lines(corpus, gold, "letterhead", lines, lambda rest: True)]


def score_cells(corpus: Corpus, gold: Gold) -> list[Sheet]:
    """Cells with text, by column and by row on their page, since a table over two pages may be read as two."""
    known = references(gold, "tables", text="text")
    cells = _cells(corpus)
    tops = _tops((_table(r), int(r.cell("row"))) for r in known)
    found_tops = _tops((_page_table(cell), cell.row["row"]) for cell in cells)

    def fit(reference: Reference, cell: Found) -> int | None:
        row = int(reference.cell("row")) - tops[_table(reference)]
        place = (reference.page, row, int(reference.cell("col")) - 1)
        found = (cell.page, cell.row["row"] - found_tops[_page_table(cell)], cell.row["col"])
        return 0 if place == found and fold(reference.text) == fold(cell.text) else None

    return [Judge(corpus).records("tables", pair(known, cells, fit))]


def _found(line: Line) -> Found:
    row = {"level": line.level, "marker": marker_of(line)}
    return Found(line.document, line.words, line.page, line.text, f"{line.kind} {line.passage_id}", row)


def _same_words(reference: Reference, found: Found) -> int | None:
    return 0 if reference.page == found.page and fold(reference.text) == fold(found.text) else None


def _same_ends(reference: Reference, found: Found) -> int | None:
    words = fold(found.text)
    ends = words.startswith(fold(reference.text)) and words.endswith(fold(reference.cell("end")))
    return 0 if ends and reference.page == found.page else None


_LEVEL = Field("level", "level", lambda found: found.value("level"))
_DEPTH = Field("depth", "depth", lambda found: found.value("level"))
_MARKER = Field("marker", "marker", lambda found: found.value("marker"))


@dataclass(slots=True)
class _Holder:
    """A passage, and what of it no line of the reference has claimed yet."""

    line: Line
    rest: str
    used: bool = False

    def claim(self, words: str) -> None:
        self.rest, self.used = self.rest.replace(words, "", 1), True


def _held_lines(corpus: Corpus, gold: Gold, kind: str, lines: Sequence[Line], whole: Callable[[str], bool]) -> Sheet:
    """A line of the reference is found when a passage of its page holds it; several lines may be one passage."""
    known, judge = references(gold, kind, text="text"), Judge(corpus)
    holders = [_Holder(line, fold(line.text)) for line in of_kind(lines, kind)]
    verdicts: list[Verdict] = []
    # The longest first: a page number must not be taken out of a line that holds a year.
    for reference in sorted(known, key=lambda r: -len(fold(r.text))):
        holder = _holder(holders, reference)
        if holder is None:
            verdicts.append(judge.missed(reference))
        else:
            holder.claim(fold(reference.text))
            verdicts.append(tell(Outcome.RIGHT, _found(holder.line), required=reference.required))
    false = [tell(Outcome.FALSE, _found(h.line)) for h in holders if not h.used or not whole(h.rest)]
    return Sheet(kind, (*verdicts, *false))


def _holder(holders: Iterable[_Holder], reference: Reference) -> _Holder | None:
    place, words = (reference.document, reference.page), fold(reference.text)
    fits = (h for h in holders if (h.line.document, h.line.page) == place and words in h.rest)
    return min(fits, key=lambda h: len(h.rest), default=None)


def _cells(corpus: Corpus) -> list[Found]:
    passages = {row["passage_id"]: (document, row) for document, row in corpus.rows("passages")}
    found = []
    for row in corpus.tables.get("cells", ()):
        if row["passage_id"] in passages and row["end"] > row["start"]:
            document, passage = passages[row["passage_id"]]
            text = passage["text"][row["start"] : row["end"]]
            found.append(Found(document, text, row["page"], text, f"table {row['passage_id']}", row))
    return found


def _table(reference: Reference) -> tuple[str, str, int | None]:
    return reference.document or "", reference.cell("table"), reference.page


def _page_table(cell: Found) -> tuple[str, str, int | None]:
    return cell.document, str(cell.row["passage_id"]), cell.page


def _tops(rows: Iterable[tuple[tuple[str, str, int | None], int]]) -> dict[tuple[str, str, int | None], int]:
    tops: dict[tuple[str, str, int | None], int] = {}
    for key, row in rows:
        tops[key] = min(row, tops.get(key, row))
    return tops
