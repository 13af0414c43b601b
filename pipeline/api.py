"""What a notebook opens: `load(DIR)` gives the tables as DataFrames, the graph, and the way back to the page."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from pathlib import Path
from typing import Any

import networkx as nx
import pandas as pd
import pyarrow as pa

from pipeline.run.evidence import Explanation, find_explanation
from pipeline.run.frames import to_frame
from pipeline.run.gaps import Gaps, find_gaps
from pipeline.run.lookup import Lookup
from pipeline.run.results import open_results
from pipeline.run.search import Search
from pipeline.run.traces import Trace, find_trace, look_for


# eq: two corpora are not told apart by comparing DataFrames cell by cell.
@dataclass(frozen=True, eq=False, kw_only=True, repr=False)
class Corpus:
    """The tables of one folder of results; `docs/tables.md` says what stands in each column."""

    documents: pd.DataFrame
    pages: pd.DataFrame
    passages: pd.DataFrame
    cells: pd.DataFrame
    meetings: pd.DataFrame
    agenda_items: pd.DataFrame
    clauses: pd.DataFrame
    references: pd.DataFrame
    amounts: pd.DataFrame
    people: pd.DataFrame
    organisations: pd.DataFrame
    identities: pd.DataFrame
    entity_mentions: pd.DataFrame
    memberships: pd.DataFrame
    seats: pd.DataFrame
    attendance: pd.DataFrame
    proposals: pd.DataFrame
    decisions: pd.DataFrame
    votes: pd.DataFrame
    recommendations: pd.DataFrame
    recommendation_mentions: pd.DataFrame
    stories: pd.DataFrame
    dates: pd.DataFrame
    themes: pd.DataFrame
    theme_mentions: pd.DataFrame
    theme_assignments: pd.DataFrame
    unclaimed: pd.DataFrame
    unclaimed_terms: pd.DataFrame
    links: pd.DataFrame
    contributions: pd.DataFrame
    commitments: pd.DataFrame
    status_events: pd.DataFrame
    statuses: pd.DataFrame
    expected_papers: pd.DataFrame
    duties: pd.DataFrame
    conflicts: pd.DataFrame
    redirects: pd.DataFrame
    arrow: Mapping[str, pa.Table]

    @property
    def tables(self) -> dict[str, pd.DataFrame]:
        """The tables by name."""
        return {field.name: getattr(self, field.name) for field in fields(self) if field.name != "arrow"}

    @cached_property
    def graph(self) -> "nx.MultiDiGraph[str]":
        """The same as a graph of networkx: nodes are ids, edges are statements with their evidence."""
        from pipeline.graph import build_graph  # here: whoever wants tables only does not wait for the graph

        return build_graph(dict(self.arrow))

    @cached_property
    def _lookup(self) -> Lookup:
        return Lookup(self.arrow)

    def trace(self, wanted: str | int) -> Trace:
        """The trail both ways from a recommendation's number, a finding's id or a text; `LookupError` if not one."""
        return find_trace(self._lookup, str(wanted))

    def search(self, text: str) -> Search:
        """Every finding that holds a text, and what is near it, each with its id."""
        return look_for(self._lookup, text)

    def gaps(self) -> tuple[Gaps, ...]:
        """What the trail does not have: advice without follow-up, stories without an answer, papers not there …"""
        return find_gaps(self._lookup)

    def explain(self, row_id: str) -> Explanation:
        """Any row of any table by its id, with the quotes, pages, boxes and rule behind it; `LookupError` if none."""
        return find_explanation(self.arrow, row_id, lookup=self._lookup)

    def __repr__(self) -> str:
        sizes: dict[str, Any] = {name: len(frame) for name, frame in self.tables.items() if len(frame)}
        return f"Corpus({', '.join(f'{name}: {size}' for name, size in sizes.items())})"


def load(directory: str | Path = "data/processed") -> Corpus:
    """The results in a folder; `StaleOutput`, with what to run, when they are missing or half done."""
    tables = open_results(Path(directory), ("tables",)).tables()
    return Corpus(**{name: to_frame(table) for name, table in tables.items()}, arrow=tables)
