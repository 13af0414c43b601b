"""How well the taxonomies fit the papers: what has no theme, which words no theme has, which entries do nothing."""

from collections import defaultdict
from collections.abc import Mapping

import pyarrow as pa

from pipeline.lexicons.theme_check import Doubt, check_taxonomy
from pipeline.lexicons.themes import ThemeLexicon
from pipeline.report.shares import council_shares
from pipeline.run.words import columns, plural, safe

_SAYS = {
    "dækket": "finds nothing that {by} does not find",
    "spærret": "is blocked by never: {by}",
    "fælles": "stands in {by} too",
}


def render_shares(tables: Mapping[str, pa.Table]) -> str:
    """For each council the taxonomy of its papers, its passages, and the share of them without a theme."""
    rows = [
        (safe(s.council), s.taxonomy, plural(s.passages, "passage"), f"{s.without} without a theme", f"{s.share:.1%}")
        for s in council_shares(tables)
    ]
    return "\n".join(columns(rows, right=frozenset({2, 3, 4})) or ["no passages were read"])


def render_unclaimed_terms(tables: Mapping[str, pa.Table], *, limit: int = 40, least: int = 2) -> str:
    """The nouns that no theme has and that recur, by taxonomy: in how many passages and papers, most frequent first."""
    taxonomies = {d["document_id"]: d["taxonomy"] for d in tables["documents"].to_pylist()}
    found: dict[tuple[str, str], list[tuple[str, int]]] = defaultdict(list)
    for row in tables["unclaimed_terms"].select(["document_id", "term", "passages"]).to_pylist():
        key = (taxonomies[row["document_id"]], row["term"])
        found[key].append((row["document_id"], row["passages"]))
    sums = {key: sum(n for _, n in places) for key, places in found.items()}
    recurring = sorted((key for key in found if sums[key] >= least), key=lambda key: (-sums[key], key))
    lines = [
        (str(sums[key]), plural(len(found[key]), "paper"), key[0], safe(key[1])) for key in recurring[:limit]
    ]  # fmt: skip
    verdict = f"{plural(len(recurring), 'noun')} in {least} passages or more belong to no theme"
    return "\n".join([*columns(lines, right=frozenset({0})), verdict])


def check_themes(themes: ThemeLexicon, tables: Mapping[str, pa.Table] | None) -> tuple[str, list[str]]:
    """The doubts about the entries as text, and what is wrong; with tables also the words no paper holds."""
    doubts = [(taxonomy.name, doubt) for taxonomy in themes.taxonomies for doubt in check_taxonomy(taxonomy)]
    lines = [(name, d.theme_id, d.term, _SAYS[d.kind].format(by=d.by)) for name, d in doubts]
    unmet = [] if tables is None else [row for t in themes.taxonomies for row in _unmet(t.name, themes, tables)]
    words = sum(len(theme.strong.terms) for taxonomy in themes.taxonomies for theme in taxonomy.terms)
    verdict = f"{plural(words, 'strong term')}, {plural(len(doubts), 'doubt')}"
    told = [verdict] if tables is None else [f"{verdict}; {len(unmet)} stand in none of the papers"]
    return "\n".join([*columns(lines), *columns(unmet), *told]), [_wrong(d) for _, d in doubts if d.kind != "fælles"]


def _unmet(name: str, themes: ThemeLexicon, tables: Mapping[str, pa.Table]) -> list[tuple[str, str, str, str]]:
    """Strong terms of a taxonomy in use that no paper holds."""
    if name not in set(tables["documents"].column("taxonomy").to_pylist()):
        return []
    mentions = tables["theme_mentions"].select(["theme_id", "entry"]).to_pylist()
    met = {(row["theme_id"], row["entry"]) for row in mentions}
    terms = [t for taxonomy in themes.taxonomies if taxonomy.name == name for t in taxonomy.terms]
    return [
        (name, theme.theme_id, term.source, "stands in none of the papers")
        for theme in terms
        for term in theme.strong.terms
        if (theme.theme_id, term.source) not in met
    ]


def _wrong(doubt: Doubt) -> str:
    return f"{doubt.theme_id}: {doubt.term!r} {_SAYS[doubt.kind].format(by=doubt.by)}"
