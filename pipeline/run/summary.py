"""What was read and found, on one screen."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pyarrow as pa

from pipeline.run.words import columns, counts, plural, safe, shorten
from pipeline.run.work import Outcome

_UNREAD = {"failed", "partial"}
_SHOWN = 8
_TOP = 5

# Table, what a row is called, and the column whose values are worth a count of their own.
_FOUND = (
    ("meetings", "meetings", "status"),
    ("agenda_items", "agenda items", None),
    ("proposals", "proposals", None),
    ("decisions", "decisions", "type"),
    ("recommendations", "recommendations", "kind"),
    ("stories", "stories", "kind"),
    ("contributions", "contributions", "kind"),
    ("memberships", "memberships", "role"),
)
_OPEN = (("report", "*.html"), ("graph", "graph.graphml"), ("tables", ""))


def render_summary(tables: Mapping[str, pa.Table], *, out: Path) -> str:
    """The summary of the tables, and the paths below `out` to open next."""
    parts = (_read(tables), _found(tables), _themes(tables), _unread(tables, out), _paths(out))
    return "\n\n".join("\n".join(lines) for lines in (list(part) for part in parts) if lines)


def render_outcome(outcome: Outcome) -> str:
    """One line about what a stage did."""
    parts = [f"{outcome.done} done", f"{outcome.kept} unchanged"]
    if outcome.crashed:
        parts.append(f"{outcome.crashed} broke down and are in the ledger")
    if outcome.swept:
        parts.append(f"{plural(outcome.swept, 'stale file')} removed")
    return f"{outcome.stage:<10} {', '.join(parts)}"


def _read(tables: Mapping[str, pa.Table]) -> Iterator[str]:
    documents, pages = tables["documents"], tables["pages"]
    status = documents.column("status").to_pylist()
    read = [
        kind for kind, s in zip(documents.column("kind").to_pylist(), status, strict=True) if s in {"ok", "partial"}
    ]
    yield f"{plural(len(status), 'paper')}: {counts(status)}"
    if read:
        yield f"  {counts(read)}"
    yield f"{plural(pages.num_rows, 'page')}: {counts(pages.column('state').to_pylist())}".removesuffix(": ")


def _found(tables: Mapping[str, pa.Table]) -> Iterator[str]:
    yield "Found"
    rows = []
    for table, name, column in _FOUND:
        values = [] if column is None else tables[table].column(column).to_pylist()
        if table == "recommendations":
            # Never one number: what elaborates a recommendation is none of its own.
            rows += [(f"  {name}", str(values.count("overordnet")), "")]
            rows += [("  elaborations", str(values.count("uddybende")), "")]
            continue
        rows.append((f"  {name}", str(tables[table].num_rows), shorten(counts(values), 90)))
    links = tables["links"].to_pylist()
    facts = [link["relation"] for link in links if link["fact"]]
    rows.append(("  links", str(len(facts)), counts(facts)))
    rows.append(
        ("  possible links", str(len(links) - len(facts)), counts(x["relation"] for x in links if not x["fact"]))
    )
    yield from columns(rows, right=frozenset({1}))


def _themes(tables: Mapping[str, pa.Table]) -> Iterator[str]:
    """The first themes of the report's figure, in its order and with the report's own counts."""
    # Here and not above, as in papers.py: only a summary needs this room.
    from pipeline.report.counts import ADVICE, DECISIONS, ELABORATIONS, STORIES, count_themes

    shown = (STORIES, ADVICE, ELABORATIONS, DECISIONS)
    found = [theme for theme in count_themes(tables).leaves if any(theme.counts[kind] for kind in shown)]
    order = sorted(found, key=lambda t: (-t.counts[STORIES], -t.counts[ADVICE] - t.counts[ELABORATIONS], t.label))
    rows = [(f"  {theme.label}", *(str(theme.counts[kind]) for kind in shown)) for theme in order[:_TOP]]
    if rows:
        yield from columns([(f"Themes, {len(rows)} of {len(found)}", *shown), *rows], right=frozenset({1, 2, 3, 4}))


def _unread(tables: Mapping[str, pa.Table], out: Path) -> Iterator[str]:
    documents = sorted(tables["documents"].to_pylist(), key=lambda d: str(d["path"]))
    unread = [d for d in documents if d["status"] in _UNREAD]
    if not unread:
        return
    yield "Not read, or in part only"
    rows = [(f"  {d['status']}", safe(d["path"]), safe(d["reason"] or "")) for d in unread[:_SHOWN]]
    yield from columns(rows)
    if len(unread) > _SHOWN:
        yield f"  and {len(unread) - _SHOWN} more: raadspor ledger --in {out} --failed"


def _paths(out: Path) -> Iterator[str]:
    found = [path for folder, pattern in _OPEN for path in _matching(out / folder, pattern)]
    if found:
        yield "Open"
        yield from (f"  {path}{'/' if path.is_dir() else ''}" for path in found)


def _matching(folder: Path, pattern: str) -> list[Path]:
    if not pattern:
        return [folder] if folder.is_dir() else []
    return sorted(folder.glob(pattern))
