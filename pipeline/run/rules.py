"""Which rules found what in how many papers: those that one paper alone needs may be fitted to it."""

from collections import Counter, defaultdict
from collections.abc import Mapping

import pyarrow as pa

from pipeline.run.words import columns, plural, safe


def render_rules(tables: Mapping[str, pa.Table], *, every: bool = False) -> str:
    """Each rule that found something in one paper only, most findings first; with `every`, all rules.

    The share of findings that hang on the former is what a corpus of other papers might lose.
    """
    paths = {d["document_id"]: safe(d["path"]) for d in tables["documents"].to_pylist()}
    found: Counter[str] = Counter()
    papers: defaultdict[str, set[str]] = defaultdict(set)
    for table in tables.values():
        if {"rule", "document_id"} <= set(table.column_names):
            # A meeting that is only planned stands in no paper of its own.
            for row in table.select(["rule", "document_id"]).drop_null().to_pylist():
                found[row["rule"]] += 1
                papers[row["rule"]].add(row["document_id"])
    alone = {rule for rule, where in papers.items() if len(where) == 1}
    shown = sorted(found if every else alone, key=lambda rule: (-found[rule], rule))
    rows = [
        (rule, str(found[rule]), plural(len(papers[rule]), "paper"), paths[min(papers[rule])] if rule in alone else "")
        for rule in shown
    ]
    hanging = sum(found[rule] for rule in alone)
    verdict = (
        f"{len(alone)} of {plural(len(found), 'rule')} found something in one paper alone; "
        f"{hanging} of {plural(found.total(), 'finding')} ({hanging / max(1, found.total()):.1%}) hang on them"
    )
    return "\n".join([*columns(rows, right=frozenset({1})), verdict])
