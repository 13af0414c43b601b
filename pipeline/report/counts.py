"""How often each theme is what something is about, by kind of target, with the numbers it is counted out of."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa

Tables = Mapping[str, pa.Table]

STORIES, ADVICE, ELABORATIONS, DECISIONS, PASSAGES = (
    "borgerhistorier",
    "anbefalinger",
    "uddybninger",
    "beslutninger",
    "afsnit",
)
KINDS = (STORIES, ADVICE, ELABORATIONS, DECISIONS, PASSAGES)
"""The kinds of target, in the order of the columns."""

_COUNTED = ("ok", "partial")
_WORDLESS = ("furniture",)


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """A theme with the number of targets about it; a broader theme counts what is about any theme under it, once."""

    theme_id: str
    label: str
    broader: str | None
    counts: Mapping[str, int]
    papers: int


@dataclass(frozen=True, slots=True)
class ThemeCounts:
    """All themes, broader ones each followed by their own; `totals` and `without` are over all targets of a kind."""

    rows: Sequence[ThemeRow]
    totals: Mapping[str, int]
    without: Mapping[str, int]
    papers: int

    @property
    def leaves(self) -> list[ThemeRow]:
        """The themes that no other is under."""
        broader = {row.broader for row in self.rows}
        return [row for row in self.rows if row.theme_id not in broader]


@dataclass(frozen=True, slots=True)
class _Target:
    kind: str
    document_id: str


def count_themes(tables: Tables) -> ThemeCounts:
    """The counts over the papers that count; decisions are those made at the meetings, not those reported."""
    targets = _targets(tables)
    about: dict[str, set[str]] = defaultdict(set)
    for row in tables["theme_assignments"].to_pylist():
        if row["target_id"] in targets:
            about[row["theme_id"]].add(row["target_id"])
    used = {d["taxonomy"] for d in tables["documents"].to_pylist() if d["status"] in _COUNTED}
    themes = _in_order([theme for theme in tables["themes"].to_pylist() if theme["taxonomy"] in used])
    under = {t["theme_id"]: [u["theme_id"] for u in themes if u["broader"] == t["theme_id"]] for t in themes}
    rows = []
    for theme in themes:
        own = about[theme["theme_id"]].union(*(about[leaf] for leaf in under[theme["theme_id"]]))
        papers = len({targets[target].document_id for target in own})
        counts = _by_kind(targets[target] for target in own)
        rows.append(ThemeRow(theme["theme_id"], theme["label_da"], theme["broader"], counts, papers))
    silent = targets.keys() - set().union(*about.values())
    totals, without = _by_kind(targets.values()), _by_kind(targets[target] for target in silent)
    return ThemeCounts(rows, totals, without, len({target.document_id for target in targets.values()}))


def _by_kind(targets: Iterable[_Target]) -> dict[str, int]:
    counts = dict.fromkeys(KINDS, 0)
    for target in targets:
        counts[target.kind] += 1
    return counts


def _targets(tables: Tables) -> dict[str, _Target]:
    """Everything a theme can be told of, by id."""
    counted = {row["document_id"] for row in tables["documents"].to_pylist() if row["status"] in _COUNTED}
    found: dict[str, _Target] = {}
    for row in tables["passages"].to_pylist():
        if row["document_id"] in counted and row["kind"] not in _WORDLESS and row["repeats"] is None:
            found[row["passage_id"]] = _Target(PASSAGES, row["document_id"])
    for row in tables["stories"].to_pylist():
        found[row["story_id"]] = _Target(STORIES, row["document_id"])
    for row in tables["recommendations"].to_pylist():
        kind = ADVICE if row["kind"] == "overordnet" else ELABORATIONS
        found[row["recommendation_id"]] = _Target(kind, row["document_id"])
    for row in tables["decisions"].to_pylist():
        if row["status"] == "made":
            found[row["decision_id"]] = _Target(DECISIONS, row["document_id"])
    return found


def _in_order(themes: Sequence[Mapping[str, str]]) -> list[Mapping[str, str]]:
    """Broader themes by label, each followed by those under it, by label."""
    labels = {theme["theme_id"]: theme["label_da"] for theme in themes}

    def place(theme: Mapping[str, str]) -> tuple[str, bool, str]:
        head = labels.get(theme["broader"], theme["label_da"])
        return (head, theme["broader"] is not None, theme["label_da"])

    return sorted(themes, key=place)
