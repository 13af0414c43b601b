"""How much of what each council's papers say the taxonomy leaves without a theme."""

from collections.abc import Mapping
from dataclasses import dataclass

import pyarrow as pa

from pipeline.report.coverage import body_name

_COUNTED = ("ok", "partial")
_SAID = ("paragraph", "item", "quote")
LEAST_WORDS = 5
"""Shorter passages ("Godkendt.") are about nothing by themselves."""


@dataclass(frozen=True, slots=True)
class Share:
    """The passages of a council's papers, and how many of them no theme claims."""

    council: str
    taxonomy: str
    passages: int
    without: int

    @property
    def share(self) -> float:
        """Of the passages, 0..1."""
        return self.without / self.passages


def council_shares(tables: Mapping[str, pa.Table]) -> list[Share]:
    """The share of each council and taxonomy, by name; repeats of a passage count once."""
    papers = {d["document_id"]: d for d in tables["documents"].to_pylist() if d["status"] in _COUNTED}
    themed = {a["target_id"] for a in tables["theme_assignments"].to_pylist() if a["target_kind"] == "passage"}
    counts: dict[tuple[str, str], list[int]] = {}
    for row in tables["passages"].select(["passage_id", "document_id", "kind", "text", "repeats"]).to_pylist():
        counted = row["document_id"] in papers and row["kind"] in _SAID and row["repeats"] is None
        if counted and len(row["text"].split()) >= LEAST_WORDS:
            paper = papers[row["document_id"]]
            totals = counts.setdefault((body_name(paper), paper["taxonomy"]), [0, 0])
            totals[0] += 1
            totals[1] += row["passage_id"] not in themed
    return [Share(*key, *totals) for key, totals in sorted(counts.items())]
