"""Which names and wordings are one, and why; and which may be one and are kept apart."""

from collections.abc import Mapping

import pyarrow as pa

from pipeline.run.words import columns, plural, shorten

_WIDTH = 48  # letters of a name or wording on one line


def render_identities(
    tables: Mapping[str, pa.Table], *, unsure: bool = False, kind: str | None = None, limit: int
) -> str:
    """Each form with whom or what it is held to be, and the reason; with `unsure`, only those kept apart.

    Those kept apart come first, since somebody may settle them.
    """
    names = _names(tables)
    kept = [row for row in tables["identities"].to_pylist() if kind in (None, row["entity_kind"])]
    shown = [row for row in kept if row["state"] == "usikker" or not unsure]
    rows = sorted(
        (
            row["state"],
            row["entity_kind"],
            shorten(row["text"], _WIDTH),
            shorten(names.get(row["other_id"] or row["entity_id"], ""), _WIDTH),
            row["reason"],
        )
        for row in shown
    )
    rows.sort(key=lambda row: row[0] != "usikker")
    apart = sum(row["state"] == "usikker" for row in kept)
    verdict = f"{plural(len(kept) - apart, 'form')} joined, {plural(apart, 'pair')} kept apart that may be one"
    more = [f"… {len(rows) - limit} more"] if len(rows) > limit else []
    return "\n".join([*columns(rows[:limit]), *more, verdict])


def _names(tables: Mapping[str, pa.Table]) -> dict[str, str]:
    """What people, organisations and recommendations are called, by id."""
    called = (("people", "person_id", "name"), ("organisations", "organisation_id", "name"))
    found = {row[key]: row[name] for table, key, name in called for row in tables[table].to_pylist()}
    return found | {row["recommendation_id"]: row["text"] for row in tables["recommendations"].to_pylist()}
