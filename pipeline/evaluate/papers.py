"""Papers, their meetings and agenda items held against `documents`, `meetings` and `agenda_items`."""

from collections.abc import Mapping, Sequence

import pandas as pd

from pipeline.evaluate.folding import alternatives, fold, holds
from pipeline.evaluate.judging import Field, Judge, Sheet, agree, column
from pipeline.evaluate.pairing import Fit, pair
from pipeline.evaluate.rows import Corpus, Found, Reference, references

Gold = Mapping[str, pd.DataFrame]


def score_documents(corpus: Corpus, gold: Gold) -> list[Sheet]:
    """What each paper says of itself; the paper is right when all fields are."""
    known = references(gold, "documents", text="document")
    found = [Found(stem, stem, None, row["path"], None, row) for stem, row in corpus.rows("documents")]
    return _all_fields(corpus, "documents", known, found, _DOCUMENT, lambda reference, other: 0)


def score_meetings(corpus: Corpus, gold: Gold) -> list[Sheet]:
    """The meetings that the papers are of; those only spoken of are in no reference."""
    known = references(gold, "meetings", text="place_quote")
    found = corpus.found("meetings", text="place")
    return _all_fields(corpus, "meetings", known, found, _MEETING, lambda r, f: _agreeing(r, f, _MEETING))


def score_items(corpus: Corpus, gold: Gold) -> list[Sheet]:
    """The agenda items; each is paired with one of its title or its number."""
    known = references(gold, "agenda_items", text="title")
    found = [
        Found(stem, row["title"] or "", row["page"], row["title"] or "", None, row)
        for stem, row in corpus.rows("agenda_items")
    ]
    return _all_fields(corpus, "agenda_items", known, found, _ITEM, _item_fit)


def _all_fields(
    corpus: Corpus, kind: str, known: Sequence[Reference], found: Sequence[Found], fields: Sequence[Field], fit: Fit
) -> list[Sheet]:
    pairs, judge = pair(known, found, fit), Judge(corpus)
    asked = [field for field in fields if any(field.column in reference.row for reference in known)]
    return [judge.records(kind, pairs, asked), *judge.fields(kind, pairs, asked)]


def _agreeing(reference: Reference, found: Found, fields: Sequence[Field]) -> int:
    return sum(agree(field, reference, found) for field in fields)


def _item_fit(reference: Reference, found: Found) -> int | None:
    """Items without title and number are told apart by page and case number alone."""
    titled = fold(reference.text) == fold(found.text)
    numbered = reference.cell("number") == (found.value("number") or "")
    if not titled and not (numbered and reference.cell("number")):
        return None
    return _agreeing(reference, found, _ITEM)


def _held(cell: str, value: str | None) -> bool:
    """Whether the value holds one of the quotes; an empty alternative accepts None."""
    return any(value is None if part == "" else holds(value, part) for part in alternatives(cell))


def _region(found: Found) -> str | None:
    """Region and, of a municipal council, the municipality: the reference gives one of them."""
    named = dict.fromkeys(found.value(name) for name in ("authority", "region"))
    return ", ".join(name for name in named if name is not None) or None


def _one_of(cell: str, value: str | None) -> bool:
    named = {fold(name) for name in (value or "").split(", ")}
    return any(fold(part) in named for part in alternatives(cell))


def _case_numbers(found: Found) -> str | None:
    return ";".join(found.row.get("case_numbers") or []) or None


def _same_set(cell: str, value: str | None) -> bool:
    given = {fold(number) for number in (value or "").split(";")}
    return any(given == {fold(number) for number in part.split(";")} for part in alternatives(cell))


def _closed(found: Found) -> str | None:
    closed = found.value("closed")
    return None if closed is None else closed.lower()


_DOCUMENT = (
    column("kind"),
    Field("title", "title_quote", lambda found: found.value("title"), _held),
    column("body"),
    column("authority"),
    Field("region", "region", _region, _one_of),
    column("date"),
    Field("case_numbers", "case_numbers", _case_numbers, _same_set),
)
_MEETING = (
    column("body"),
    column("date"),
    column("time_start", "start"),
    column("time_end", "end"),
    Field("place", "place_quote", lambda found: found.value("place"), _held),
)
_ITEM = (
    column("number"),
    column("title"),
    column("case_number"),
    Field("page", "page", lambda found: str(found.page)),
    Field("closed", "closed", _closed),
)
