"""The statements of the trail: recommendations and what became of them, stories, themes, links."""

from collections.abc import Iterator

from pipeline.graph.places import FINDINGS, Places
from pipeline.graph.rows import Row, Tables, rows
from pipeline.graph.statements import Evidence, NodeKind, Predicate, Statement
from pipeline.graph.statuses import find_statuses

_RELATIONS = {
    "supports": Predicate.SUPPORTS,
    "follows_up": Predicate.FOLLOWS_UP,
    "decides": Predicate.DECIDES,
    "taken_up_in": Predicate.TAKEN_UP_IN,
    "restates": Predicate.RESTATES,
    "postpones": Predicate.POSTPONES,
    "carries_out": Predicate.CARRIES_OUT,
    "elaborates": Predicate.ELABORATES,
    "splits": Predicate.SPLITS,
    "merges": Predicate.MERGES,
    "refers_to": Predicate.REFERS_TO,
}


def find_trail(tables: Tables, known: Places) -> Iterator[Statement]:
    """The statements of the trail, in the order of the tables."""
    yield from _recommendations(tables, known)
    yield from _stories(tables, known)
    yield from _status_events(tables, known)
    yield from find_statuses(tables, known)
    yield from _themes(tables, known)
    yield from _links(tables)


def _recommendations(tables: Tables, known: Places) -> Iterator[Statement]:
    for row in rows(tables, "recommendations"):
        advice, issuer = f"{NodeKind.RECOMMENDATION}:{row.text('recommendation_id')}", row.known("issued_by_id")
        if issuer is not None:
            basis = known.evidence(row), row.text("rule"), row.score()
            by = known.organisation(issuer)
            yield Statement(advice, Predicate.ISSUED_BY, by, *basis, valid_from=row.known("issued"))
    for row in rows(tables, "recommendation_mentions"):
        advice_id, paper = row.known("recommendation_id"), f"{NodeKind.PAPER}:{row.text('document_id')}"
        if advice_id is not None:
            advice, evidence = f"{NodeKind.RECOMMENDATION}:{advice_id}", known.evidence(row)
            yield Statement(advice, Predicate.DOCUMENTED_BY, paper, evidence, row.text("rule"), row.score())


def _stories(tables: Tables, known: Places) -> Iterator[Statement]:
    for row in rows(tables, "stories"):
        story, whole = f"{NodeKind.STORY}:{row.text('story_id')}", row.known("part_of")
        what = Predicate.DOCUMENTED_BY if whole is None else Predicate.PART_OF
        target = f"{NodeKind.PAPER}:{row.text('document_id')}" if whole is None else f"{NodeKind.STORY}:{whole}"
        yield Statement(story, what, target, known.evidence(row), row.text("rule"), row.score())


def _status_events(tables: Tables, known: Places) -> Iterator[Statement]:
    for row in rows(tables, "status_events"):
        advice, body = f"{NodeKind.RECOMMENDATION}:{row.text('recommendation_id')}", row.known("body_id")
        by = f"{NodeKind.PAPER}:{row.text('document_id')}" if body is None else known.organisation(body)
        what, basis = f"{row.text('what')} ({row.text('reference')})", (known.evidence(row), row.text("rule"))
        yield Statement(advice, what, by, *basis, row.score(), valid_from=row.known("date"))


def _themes(tables: Tables, known: Places) -> Iterator[Statement]:
    for row in rows(tables, "themes"):
        broader = row.known("broader")
        if broader is not None:
            ends = f"{NodeKind.THEME}:{row.text('theme_id')}", Predicate.BROADER, f"{NodeKind.THEME}:{broader}"
            yield Statement(*ends, Evidence(), "themes.broader", 1.0)
    for row in rows(tables, "theme_assignments"):
        kind, target, theme = row.text("target_kind"), row.text("target_id"), row.text("theme_id")
        if kind in FINDINGS:  # passages have themes too, and are no nodes
            ends = _end(row, "target"), Predicate.ABOUT, f"{NodeKind.THEME}:{theme}"
            yield Statement(*ends, known.theme(kind, target, theme), "themes.assigned", row.score())


def _links(tables: Tables) -> Iterator[Statement]:
    for row in rows(tables, "links"):
        predicate = _RELATIONS[row.text("relation")] if row.flag("fact") else Predicate.CANDIDATE
        yield Statement(
            _end(row, "source"),
            predicate,
            _end(row, "target"),
            _place(row.part("source_proof")),
            row.text("method"),
            row.score(),
            reason=row.text("reason"),
            to=_place(row.part("target_proof")),
        )


def _end(row: Row, side: str) -> str:
    kind, row_id = row.text(f"{side}_kind"), row.text(f"{side}_id")
    return f"{NodeKind.PAPER if kind == 'document' else FINDINGS[kind][1]}:{row_id}"


def _place(proof: Row) -> Evidence:
    return proof.evidence(proof.known("document_id"))
