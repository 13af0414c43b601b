"""Tables held against the truth of made papers: what is found, what is one recommendation, and what became of it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

Rows = Sequence[Mapping[str, Any]]
Place = tuple[str, str]
"""A paper's path and a quote in it: what the truth has in place of an id."""

_OF_ALL = 0.6
"""A finding within a quote is the same one when it has at least this share of its letters."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A count of a count, or a score; `note` tells what it is of."""

    name: str
    right: float
    of: float | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Matched:
    """Which id of the tables each quote of the truth is; what is not found is not in them."""

    documents: Mapping[str, str]
    decisions: Mapping[Place, str]
    mentions: Mapping[Place, str]


def measure(truth: Mapping[str, Rows], tables: Mapping[str, Rows]) -> list[Figure]:
    """Every figure, in the order they are printed."""
    documents = {row["path"]: row["document_id"] for row in tables["documents"]}
    matched = Matched(documents, _match_decisions(truth, tables, documents), _match_mentions(truth, tables, documents))
    return [
        *_papers(truth, tables),
        *_decisions(truth, tables, matched),
        *_identity(truth, tables, matched),
        *_links(truth, tables, matched),
        *_statuses(truth, tables, matched),
        *_silences(truth, tables, matched),
    ]


def render(figures: Iterable[Figure]) -> str:
    """A line for each figure: name, count of count with share, or score."""
    lines = []
    for figure in figures:
        if figure.of is None:
            value = f"{figure.right:.2f}" if isinstance(figure.right, float) else f"{figure.right}"
        else:
            share = f"{figure.right / figure.of:.0%}" if figure.of else "-"
            value = f"{share:>5}  ({figure.right:g} of {figure.of:g})"
        lines.append(f"{figure.name:<52} {value}{'  ' + figure.note if figure.note else ''}")
    return "\n".join(lines)


def _papers(truth: Mapping[str, Rows], tables: Mapping[str, Rows]) -> list[Figure]:
    states: dict[str, set[str]] = {}
    for page in tables["pages"]:
        states.setdefault(page["document_id"], set()).add(page["state"])
    found = {row["path"]: row for row in tables["documents"]}
    rows = [(row, found.get(row["document"])) for row in truth["documents"]]
    whole = sum(f is not None and f["status"] == "ok" and states[f["document_id"]] == {"text"} for _, f in rows)
    heads = [
        Figure(
            f"papers with the right {field}",
            sum(f is not None and f[field] == row[field] for row, f in rows),
            len(rows),
        )
        for field in ("kind", "body", "authority", "date")
    ]
    return [Figure("papers with everything read", whole, len(rows)), *heads]


def _decisions(truth: Mapping[str, Rows], tables: Mapping[str, Rows], matched: Matched) -> list[Figure]:
    rows, found = truth["decisions"], {row["decision_id"]: row for row in tables["decisions"]}
    pairs = [(r, found[i]) for r in rows if (i := matched.decisions.get((r["document"], r["decision"]))) is not None]
    typed = [(r, f) for r, f in pairs if r["type"]]
    told = [(r, f) for r, f in pairs if r["status"] == "reported"]
    return [
        Figure("decisions found", len(pairs), len(rows)),
        Figure("decisions found that are in the truth", len(pairs), len(found)),
        Figure("decisions found: right type", sum(r["type"] == f["type"] for r, f in typed), len(typed)),
        Figure("decisions found: made or reported", sum(r["status"] == f["status"] for r, f in pairs), len(pairs)),
        Figure("reported decisions found: body", sum(r["body"] == f["body"] for r, f in told), len(told)),
    ]


def _identity(truth: Mapping[str, Rows], tables: Mapping[str, Rows], matched: Matched) -> list[Figure]:
    full = [row for row in truth["recommendation_mentions"] if row["how"] == "full"]
    first = {(row["document"], row["quote"]) for row in truth["recommendations"]}
    known = [(row["recommendation"], matched.mentions.get(_place(row))) for row in full]
    same = {pair for pair in combinations(range(len(known)), 2) if _alike(known, pair, 0)}
    said = {pair for pair in combinations(range(len(known)), 2) if _alike(known, pair, 1)}
    top = [row for row in tables["recommendations"] if row["kind"] == "overordnet"]
    return [
        Figure("recommendations found", len(first & set(matched.mentions)), len(first)),
        Figure("recommendations of the tables, elaborations apart", len(top), None),
        Figure("mentions in full found", sum(i is not None for _, i in known), len(known)),
        Figure("one identity: pairs right of those told", len(same & said), len(said)),
        Figure("one identity: pairs right of those to tell", len(same & said), len(same)),
        Figure("one identity: F1 over pairs", _f1(len(same & said), len(said), len(same)), None),
    ]


def _alike(known: Sequence[tuple[str, str | None]], pair: tuple[int, int], side: int) -> bool:
    left, right = (known[place][side] for place in pair)
    return left is not None and left == right


def _links(truth: Mapping[str, Rows], tables: Mapping[str, Rows], matched: Matched) -> list[Figure]:
    return [
        figure
        for name, relations in (("follow-ups", ("follows_up",)), ("splits and merges", ("splits", "merges")))
        for figure in _linked(name, relations, truth, tables, matched)
    ]


def _linked(
    name: str, relations: tuple[str, ...], truth: Mapping[str, Rows], tables: Mapping[str, Rows], matched: Matched
) -> list[Figure]:
    keys = {(row["document"], row["quote"]): row["decision"] for row in truth["decisions"]}
    wanted: set[tuple[str, str, str]] = set()
    allowed: set[tuple[str, str, str]] = set()
    for row in truth["links"]:
        if row["relation"] in relations:
            source = (row["source_document"], row["source_quote"])
            decision = row["source_kind"] == "decision"
            # A decision is known by its key: the same words may stand in a paper twice.
            left = matched.decisions.get((source[0], keys[source])) if decision else matched.mentions.get(source)
            right = matched.mentions.get((row["target_document"], row["target_quote"]))
            link = (
                left or f"? {source}",
                right or f"? {row['target_document']} {row['target_quote']}",
                row["relation"],
            )
            (wanted if row["required"] == "1" else allowed).add(link)
    said = {
        (row["source_id"], row["target_id"], row["relation"])
        for row in tables["links"]
        if row["fact"] and row["relation"] in relations and row["target_kind"] == "recommendation"
    } - (allowed - wanted)
    hit = len(wanted & said)
    return [Figure(f"{name}: links right of those told", hit, len(said)), Figure(f"{name}: found", hit, len(wanted))]


def _statuses(truth: Mapping[str, Rows], tables: Mapping[str, Rows], matched: Matched) -> list[Figure]:
    pairs = _last(truth, tables, matched)
    kinds = sorted({row["status"] for row, _ in pairs})
    scores = {kind: _score_of(kind, pairs) for kind in kinds}
    right = sum(f is not None and f["status"] == row["status"] for row, f in pairs)
    done = {f["status_id"] for row, f in pairs if f is not None and f["status"] == "gennemført" != row["status"]}
    note = " ".join(f"{kind} {score:.2f}" for kind, score in scores.items())
    return [
        Figure("status as of the last day right", right, len(pairs)),
        Figure("status as of the last day: macro-F1", sum(scores.values()) / max(1, len(scores)), None, f"({note})"),
        Figure("false gennemført", len(done) + _strangers(tables, matched), None),
    ]


def _strangers(tables: Mapping[str, Rows], matched: Matched) -> int:
    """Findings that are no recommendation of the truth, or a part of one, and are said to be carried out."""
    known = set(matched.mentions.values())
    return len({r["recommendation_id"] for r in tables["statuses"] if r["status"] == "gennemført"} - known)


def _silences(truth: Mapping[str, Rows], tables: Mapping[str, Rows], matched: Matched) -> list[Figure]:
    days = {row["expected_id"]: row["date"] for row in tables["expected_papers"]}
    pairs = _last(truth, tables, matched)
    none = [f for row, f in pairs if row["follow_up"] == "ingen fundet"]
    unknown = [(row, f) for row, f in pairs if row["follow_up"] == "kan ikke afgøres"]
    said = [(row, f) for row, f in unknown if f is not None and f["follow_up"] == "kan ikke afgøres"]
    named = sum({days.get(i) for i in f["missing"]} == set(row["missing"].split("|")) for row, f in said)
    right = sum(f is not None and f["follow_up"] == "ingen fundet" for f in none)
    return [
        Figure("silences rightly told", right + len(said), len(none) + len(unknown)),
        Figure("  ingen fundet", right, len(none)),
        Figure("  kan ikke afgøres", len(said), len(unknown)),
        Figure("  kan ikke afgøres, with just the papers that miss", named, len(unknown)),
    ]


def _last(
    truth: Mapping[str, Rows], tables: Mapping[str, Rows], matched: Matched
) -> list[tuple[Mapping[str, Any], Mapping[str, Any] | None]]:
    """The last row of the truth for each recommendation, and the last of the tables up to that day."""
    places = {row["recommendation"]: _place(row) for row in truth["recommendations"]}
    last = {row["recommendation"]: row for row in sorted(truth["statuses"], key=lambda r: str(r["as_of"]))}
    pairs = []
    for key, row in sorted(last.items()):
        found = [
            status
            for status in tables["statuses"]
            if status["recommendation_id"] == matched.mentions.get(places[key], "") and status["as_of"] <= row["as_of"]
        ]
        pairs.append((row, max(found, key=lambda s: str(s["as_of"]), default=None)))
    return pairs


def _score_of(kind: str, pairs: Sequence[tuple[Mapping[str, Any], Mapping[str, Any] | None]]) -> float:
    hit = sum(f is not None and row["status"] == f["status"] == kind for row, f in pairs)
    return _f1(
        hit, sum(f is not None and f["status"] == kind for _, f in pairs), sum(r["status"] == kind for r, _ in pairs)
    )


def _f1(hit: int, told: int, wanted: int) -> float:
    return 2 * hit / (told + wanted) if told + wanted else 1.0


def _match_decisions(
    truth: Mapping[str, Rows], tables: Mapping[str, Rows], documents: Mapping[str, str]
) -> dict[Place, str]:
    """By paper and key of the truth. Each finding serves one row; of several that fit, one under the same item."""
    matched: dict[Place, str] = {}
    free = {row["decision_id"]: row for row in tables["decisions"]}
    for row in truth["decisions"]:
        fitting = [f for f in free.values() if f["document_id"] == documents.get(row["document"]) and _fits(row, f)]
        best = min(
            fitting, key=lambda f: (f["agenda_item"] != row["agenda_item"], f["start"], f["decision_id"]), default=None
        )
        if best is not None:
            matched[row["document"], row["decision"]] = best["decision_id"]
            del free[best["decision_id"]]
    return matched


def _match_mentions(
    truth: Mapping[str, Rows], tables: Mapping[str, Rows], documents: Mapping[str, str]
) -> dict[Place, str]:
    """By paper and quote: the recommendation that a mention in full is told to be."""
    matched: dict[Place, str] = {}
    for row in truth["recommendation_mentions"]:
        if row["how"] == "full":
            fitting = [
                f["recommendation_id"]
                for f in sorted(tables["recommendation_mentions"], key=lambda f: (len(f["quote"]), f["mention_id"]))
                if f["document_id"] == documents.get(row["document"]) and f["how"] in ("full", "paraphrase")
                if _fits(row, f)
            ]
            matched |= {_place(row): found for found in fitting[:1]}
    return matched


def _fits(row: Mapping[str, Any], finding: Mapping[str, Any]) -> bool:
    wanted, found = _fold(row["quote"]), _fold(finding["quote"])
    whole = _fold(finding.get("text") or finding["quote"])
    return (wanted in whole and found != "") or (found in wanted and len(found) >= _OF_ALL * len(wanted))


def _place(row: Mapping[str, Any]) -> Place:
    return row["document"], row["quote"]


def _fold(text: str) -> str:
    return re.sub(r"[^\wæøå]+", " ", text.casefold()).strip()
