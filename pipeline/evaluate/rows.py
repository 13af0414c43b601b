"""Tables and references as plain rows: what was found, what should be, and where in the papers each stands."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from pipeline.evaluate.folding import fold

Row = Mapping[str, Any]
_READ = {"ok", "partial"}


@dataclass(frozen=True, slots=True)
class Reference:
    """A row of a reference: what should be found. `required` false: right when found, not missed when absent.

    `document` is None where the reference does not say in which paper; `text` is what the row is known by.
    """

    document: str | None
    text: str
    page: int | None
    required: bool
    row: Mapping[str, str]

    @property
    def landmark(self) -> str:
        """Words by which the row is found on the page: a date with the letters just before it, which tell it apart."""
        context, text = fold(self.cell("context")), fold(self.text)
        place = context.find(text)
        return context[max(0, place - 8) : place + len(text)] if context and place >= 0 else self.text

    def cell(self, column: str) -> str:
        """A cell; a column that the file does not have is empty."""
        return self.row.get(column, "")


@dataclass(frozen=True, slots=True)
class Found:
    """A row of a table: `text` is the finding's own, `quote` the words it rests on."""

    document: str
    text: str
    page: int | None
    quote: str
    rule: str | None
    row: Row

    def value(self, column: str) -> str | None:
        """A value as text; None when it is not known."""
        value = self.row.get(column)
        return None if value is None else str(value)


@dataclass(frozen=True, slots=True)
class Corpus:
    """The tables as rows, those of the papers that have references. `stems` leads from a paper's id to its name."""

    tables: Mapping[str, Sequence[Row]]
    stems: Mapping[str, str]

    def rows(self, table: str) -> Iterator[tuple[str, Row]]:
        """The rows of a table that stand in one of the papers, each with the paper's name."""
        for row in self.tables.get(table, ()):
            document = self.stems.get(row.get("document_id") or "")
            if document is not None:
                yield document, row

    def found(self, table: str, *, text: str = "text") -> list[Found]:
        """The findings of a table with a proof; `text` is the column of a finding's own words."""
        return [
            Found(document, str(row.get(text) or ""), row.get("page"), row.get("quote") or "", row.get("rule"), row)
            for document, row in self.rows(table)
        ]

    def page_of(self, document: str | None, quote: str) -> tuple[str | None, int | None]:
        """The paper and page where a quote stands first."""
        for stem, row in self.rows("passages"):
            if document in (None, stem) and fold(quote) in fold(row["text"]):
                return stem, row["page"]
        return document, None


def read_corpus(tables: Mapping[str, pd.DataFrame], documents: Sequence[str]) -> Corpus:
    """The rows of the tables for the papers of these names; of two files of one name the first by path counts."""
    plain = {name: rows_of(frame) for name, frame in tables.items()}
    stems: dict[str, str] = {}
    for row in sorted(plain.get("documents", []), key=lambda row: str(row["path"])):
        stem = _stem(row["path"])
        if row["status"] in _READ and stem in documents and stem not in stems.values():
            stems[row["document_id"]] = stem
    return Corpus(plain, stems)


def _stem(path: str) -> str:
    name = path.rsplit("/", 1)[-1]
    return name.rpartition(".")[0] or name


def rows_of(frame: pd.DataFrame) -> list[Row]:
    """A DataFrame as rows; every kind of nothing that pandas knows is None."""
    columns = [str(column) for column in frame.columns]
    values = frame.itertuples(index=False, name=None)
    return [dict(zip(columns, map(_value, row), strict=True)) for row in values]


def _value(value: Any) -> Any:
    if isinstance(value, np.ndarray):
        return value.tolist()
    if isinstance(value, list | tuple | dict | str):
        return value
    return None if pd.isna(value) else value


def references(gold: Mapping[str, pd.DataFrame], kind: str, *, text: str) -> list[Reference]:
    """The rows of one reference; `text` names the column they are known by. None when there is no such file."""
    return [_reference({k: str(v) for k, v in row.items()}, text) for row in rows_of(gold.get(kind, pd.DataFrame()))]


def _reference(row: Mapping[str, str], text: str) -> Reference:
    page = row.get("page", "")
    return Reference(
        document=row.get("document") or None,
        text=row.get(text, ""),
        page=int(page) if page.isdecimal() else None,
        required=row.get("required", "1") != "0",
        row=row,
    )
