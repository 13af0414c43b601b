"""Whether the references fit the papers: known files, the columns they need, and quotes that stand in their paper."""

import re
from collections.abc import Iterable, Iterator, Mapping

import pandas as pd

from pipeline.errors import InvalidGold
from pipeline.evaluate.folding import alternatives, fold
from pipeline.evaluate.rows import Corpus, rows_of

# Of each file the columns that it must have, and of these the ones that hold words of the paper.
_FILES: Mapping[str, tuple[str, str]] = {
    "documents": ("document", "title_quote"),
    "meetings": ("document body date", "place_quote"),
    "agenda_items": ("document number title page", "title"),
    "headings": ("document page level text", "text"),
    "list_items": ("document page depth marker start end", "start end"),
    "sections": ("document agenda_item role heading start end", "heading start end"),
    "furniture": ("document page text", "text"),
    "letterhead": ("document page text", "text"),
    "tables": ("document page table row col text", "text"),
    "quotes": ("document page start end", "start end"),
    "doubtful": ("document page text gold also", "text"),
    "memberships": ("document person organisation party role", "person"),
    "non_members": ("document person", "person"),
    "attendance": ("document person status", "person"),
    "organisation_aliases": ("name alias", ""),
    "indstillinger": ("document item quote", "quote"),
    "decisions": ("key document item status type quote", "quote"),
    "dates": ("document text edtf", "text"),
    "recommendations": ("number quote themes", "quote"),
    "sub_recommendations": ("key elaborates under quote", "quote"),
    "recommendation_mentions": ("number document place", ""),
    "stories": ("key part_of kind quote themes", "quote"),
    "decision_recommendations": ("decision strong acceptable reference", ""),
    "statuses": ("number as_of status", ""),
    "contributions": ("document kind said_by quote", "quote"),
    "commitments": ("document responsible recipient due quote", "quote"),
    "clauses": ("document kind quote", "quote"),
    "seats": ("document organisation number vacant appointed_by quote", "quote"),
    "amounts": ("document value unit year quote", "quote"),
    "references": ("document kind quote", "quote"),
    "conflicts": ("about left_document left_quote right_document right_quote", ""),
}
# What the page shows: a reader that breaks a heading in two has not read it, but the words are there.
_LAYOUT = frozenset(
    {
        "documents",
        "meetings",
        "agenda_items",
        "headings",
        "list_items",
        "sections",
        "furniture",
        "letterhead",
        "tables",
        "quotes",
        "doubtful",
    }
)
_NUMBERS = frozenset({"page", "level", "depth", "row", "col"})
# The head of a file stands on line 1.
_FIRST_LINE = 2
_SHOWN = 20


def check_gold(gold: Mapping[str, pd.DataFrame]) -> list[str]:
    """The papers the references are of; `InvalidGold` when a file is unknown, lacks a column or a number."""
    for name, frame in gold.items():
        if name not in _FILES:
            raise InvalidGold(f"{name}.csv: expected one of {', '.join(_FILES)}; rename it or move it away")
        missing = sorted(set(_FILES[name][0].split()) - {str(column) for column in frame.columns})
        if missing:
            raise InvalidGold(f"{name}.csv: expected the columns {_FILES[name][0]}, found no {', '.join(missing)}")
    _raise(problem for name, frame in gold.items() for problem in _not_numbers(name, frame))
    named = {row["document"] for frame in gold.values() for row in rows_of(frame) if row.get("document")}
    if not named:
        raise InvalidGold("expected references with the column document, found none; name their folder with --gold")
    return sorted(named)


def check_quotes(corpus: Corpus, gold: Mapping[str, pd.DataFrame]) -> None:
    """`InvalidGold` with file and line for every quote that does not stand in its paper as it is read."""
    texts: dict[str, str] = {}
    for stem, row in corpus.rows("passages"):
        texts[stem] = texts.get(stem, "") + fold(row["text"])
    _raise(problem for name, frame in gold.items() for problem in _strays(name, frame, texts))


def _raise(found: Iterable[str]) -> None:
    problems = list(found)
    if problems:
        more = [f"and {len(problems) - _SHOWN} more"] if len(problems) > _SHOWN else []
        raise InvalidGold("\n".join(problems[:_SHOWN] + more))


def _not_numbers(name: str, frame: pd.DataFrame) -> Iterator[str]:
    for line, row in enumerate(rows_of(frame), start=_FIRST_LINE):
        for column in sorted(_NUMBERS & row.keys()):
            if not all(part.isdecimal() for part in alternatives(str(row[column]))):
                yield f"{name}.csv, line {line}: {column}: expected a whole number, found {row[column]!r}; mend the row"


def _strays(name: str, frame: pd.DataFrame, texts: Mapping[str, str]) -> Iterator[str]:
    for line, row in enumerate(rows_of(frame), start=_FIRST_LINE):
        for column in _FILES[name][1].split():
            document, quotes = row.get("document"), alternatives(str(row.get(column) or ""))
            papers = list(texts.values()) if not document else [texts[document]] if document in texts else []
            stands = _words_stand if name in _LAYOUT else _stands
            if papers and not any(stands(quote, paper) for quote in quotes for paper in papers):
                where = document or "any of the papers"
                yield (
                    f"{name}.csv, line {line}: expected words that stand in {where}, "
                    f"found {column} {row[column]!r}; mend the row, or see why the paper is read otherwise"
                )


def _stands(quote: str, paper: str) -> bool:
    return fold(quote) in paper


def _words_stand(quote: str, paper: str) -> bool:
    return all(fold(word) in paper for word in re.findall(r"\w+", quote))
