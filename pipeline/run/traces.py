"""The trail of one recommendation: who told of it, what was decided about it, how far it has come."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

_LINK = ["link_id", "relation", "score", "fact", "reference", "reason"]


@dataclass(frozen=True, eq=False)
class Trace:
    """The rows that belong to one recommendation. `stories` and `decisions` carry the link's columns as well."""

    recommendation: pd.Series
    stories: pd.DataFrame
    decisions: pd.DataFrame
    mentions: pd.DataFrame
    events: pd.DataFrame
    statuses: pd.DataFrame


def find_trace(tables: Mapping[str, pd.DataFrame], recommendation: str) -> Trace:
    """The trail of a recommendation by id or number; `LookupError` when there is none, or several of that number."""
    row = _find(tables["recommendations"], recommendation)
    key = str(row["recommendation_id"])
    return Trace(
        recommendation=row,
        stories=_linked(tables, key, kind="story", table="stories", id_name="story_id"),
        decisions=_linked(tables, key, kind="decision", table="decisions", id_name="decision_id"),
        mentions=_of(tables["recommendation_mentions"], key),
        events=_of(tables["status_events"], key),
        statuses=_of(tables["statuses"], key).sort_values("as_of", ignore_index=True),
    )


def _find(recommendations: pd.DataFrame, wanted: str) -> pd.Series:
    for found in (
        recommendations[recommendations["recommendation_id"] == wanted],
        recommendations[(recommendations["number"] == wanted) & (recommendations["kind"] == "overordnet")],
        recommendations[recommendations["number"] == wanted],
    ):
        if len(found) == 1:
            return found.iloc[0]
        if len(found):
            ids = ", ".join(found["recommendation_id"])
            raise LookupError(f"expected one recommendation of number {wanted}, found {len(found)}; name one of {ids}")
    raise LookupError(f"expected the number or id of a recommendation, found {wanted!r}; see `recommendations`")


def _linked(tables: Mapping[str, pd.DataFrame], key: str, *, kind: str, table: str, id_name: str) -> pd.DataFrame:
    links = tables["links"]
    ours = links[(links["target_id"] == key) & (links["source_kind"] == kind)]
    found = ours[[*_LINK, "source_id"]].merge(
        tables[table], left_on="source_id", right_on=id_name, suffixes=("_of_link", "")
    )
    order = ["fact", "score_of_link", id_name]
    return found.drop(columns="source_id").sort_values(order, ascending=[False, False, True], ignore_index=True)


def _of(table: pd.DataFrame, key: str) -> pd.DataFrame:
    return table[table["recommendation_id"] == key].reset_index(drop=True)
