"""The sentences that advise, decide or tell and that no rule claimed: where the rule books should grow."""

from collections import defaultdict
from collections.abc import Mapping

import pyarrow as pa

from pipeline.run.words import columns, counts, plural, safe, shorten

_SHOWN = 80


def render_unclaimed(tables: Mapping[str, pa.Table], *, kind: str | None = None, limit: int = 40) -> str:
    """Each form of a verb: how often it stands unclaimed, in how many papers, one sentence; most frequent first."""
    paths = {d["document_id"]: safe(d["path"]) for d in tables["documents"].to_pylist()}
    found: dict[tuple[str, str], list[tuple[str, int, str]]] = defaultdict(list)
    rows = [row for row in tables["unclaimed"].to_pylist() if kind in (None, row["kind"])]
    for row in rows:
        found[(row["kind"], row["form"])].append((paths[row["document_id"]], row["page"], row["quote"]))
    ordered = sorted(found.items(), key=lambda kv: (-len(kv[1]), kv[0]))
    lines = [
        (
            str(len(places)),
            plural(len({path for path, *_ in places}), "paper"),
            key[0],
            safe(key[1]),
            shorten(min(places)[2], _SHOWN),
            f"{min(places)[0]} p. {min(places)[1]}",
        )
        for key, places in ordered[:limit]
    ]
    told = f": {counts(row['kind'] for row in rows)}" if rows else ""
    verdict = f"{plural(len(rows), 'sentence')} in {plural(len(found), 'form')} claimed by no rule{told}"
    more = [f"{len(ordered) - limit} more forms: --limit {len(ordered)} shows all"] if len(ordered) > limit else []
    return "\n".join([*columns(lines, right=frozenset({0})), *more, verdict])
