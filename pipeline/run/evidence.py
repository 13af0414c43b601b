"""From the id of any row back to the page: quote, place, rule and the words around it; of a link, why it is one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from pipeline.run.grounds import Grounds, find_grounds, render_grounds
from pipeline.run.lookup import Lookup, NotOneFound
from pipeline.run.words import safe

_SIDES = ("source_proof", "target_proof", "left", "right")


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quote where it stands: paper, page from 1, boxes in PDF points from the top left, and the passage around it."""

    document_id: str
    path: str
    title: str | None
    page: int
    boxes: tuple[dict[str, float], ...]
    section: tuple[str, ...]
    quote: str
    passage: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """A row of a table and what it rests on; a link and a conflict rest on two proofs. `str()` of it is for reading."""

    table: str
    row: dict[str, Any]
    rule: str | None
    score: float | None
    evidence: tuple[Evidence, ...]
    grounds: Grounds | None = None

    def __str__(self) -> str:
        head = f"{self.table}: {next(iter(self.row.values()))}"
        quotes = [_line(one) for one in self.evidence]
        if self.grounds is not None:
            head = f"{head}  {self.row['source_kind']} {self.row['relation']} {self.row['target_kind']}"
            return "\n".join([head, *quotes, *render_grounds(self.grounds)])
        why = [] if self.rule is None else [f"rule {self.rule}, score {self.score}"]
        return "\n".join([head, *why, *quotes])

    def _repr_html_(self) -> str:
        from pipeline.run.trail_html import render_explanation_html  # here: it needs what stands in this module

        return render_explanation_html(self)


def find_explanation(tables: Mapping[str, pa.Table], row_id: str, *, lookup: Lookup | None = None) -> Explanation:
    """The row of that id with its evidence; `NotOneFound`, a `LookupError`, when no table has it."""
    for name, table in tables.items():
        found = table.filter(pc.equal(table.column(0), row_id)).to_pylist()
        if found:
            row = found[0]
            rule = row.get("rule") or row.get("method")
            grounds = find_grounds(lookup or Lookup(tables), row) if name == "links" else None
            return Explanation(name, row, rule, row.get("score"), tuple(_evidence(tables, row)), grounds)
    raise NotOneFound(
        f"expected the id of a row in one of the tables, found {row_id!r}; ids change when papers do: "
        "`raadspor trace` shows those of today"
    )


def _evidence(tables: Mapping[str, pa.Table], row: Mapping[str, Any]) -> Iterator[Evidence]:
    proofs = [row] if "quote" in row else [row[side] for side in _SIDES if row.get(side)]
    for proof in proofs:
        yield _at(tables, proof["passage_id"], proof["quote"], proof["page"], proof["boxes"])
        for more in proof.get("more", ()):
            yield _at(tables, more["passage_id"], more["quote"], None, ())


def _at(tables: Mapping[str, pa.Table], passage_id: str, quote: str, page: int | None, boxes: Any) -> Evidence:
    passage = _row(tables["passages"], passage_id)
    document = _row(tables["documents"], passage["document_id"])
    return Evidence(
        document_id=document["document_id"],
        path=document["path"],
        title=document["title"],
        page=passage["page"] if page is None else page,
        boxes=tuple(boxes),
        section=tuple(passage["section"]),
        quote=quote,
        passage=passage["text"],
    )


def _row(table: pa.Table, row_id: str) -> dict[str, Any]:
    row: dict[str, Any] = table.filter(pc.equal(table.column(0), row_id)).to_pylist()[0]
    return row


def _line(one: Evidence) -> str:
    return f"  »{safe(one.quote)}« {safe(one.title or one.path)}, s. {one.page}"
