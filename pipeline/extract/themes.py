"""What the passages, stories, decisions and recommendations of a paper are about."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.extract.reading import Reading
from pipeline.extract.theme_words import Found, Hits
from pipeline.lexicons.terms import Hit
from pipeline.model.findings import Decision, RecommendationMention, Story, ThemeAssignment
from pipeline.model.ids import digest
from pipeline.model.place import Span

_WEAK, _NEAREST, _ABOVE = 0.4, 1.0, 0.6
_HOLDS = 1.0
_LEAST_WORDS = 5
_NONE = Hits()


@dataclass(frozen=True, slots=True)
class Target:
    """A text to be classed: what it is, its place, and how much the headings above it count (nearest, others)."""

    kind: str
    target_id: str
    span: Span
    nearest: float
    above: float


def assign_themes(
    reading: Reading,
    terms: Found,
    stories: Sequence[Story],
    decisions: Sequence[Decision],
    recommendations: Sequence[RecommendationMention],
) -> tuple[ThemeAssignment, ...]:
    """The leaf themes that hold for each passage and finding, with a score."""
    sections = {p.passage.passage_id: p.context.section for p in reading.passages}
    rows = [
        (target, theme, score)
        for target in (*_passages(reading), *_findings(stories, decisions, recommendations))
        for theme, score in _about(target, terms, sections[target.span.passage_id])
    ]
    document_id = reading.paper.document_id
    return tuple(
        ThemeAssignment(
            digest("theme_assignments", document_id, t.kind, t.target_id, theme), t.kind, t.target_id, theme, score
        )
        for t, theme, score in rows
    )


def _passages(reading: Reading) -> Iterator[Target]:
    for placed in reading.prose():
        if len(placed.passage.text.split()) >= _LEAST_WORDS:
            yield Target("passage", placed.passage.passage_id, placed.passage.span(), 0.5, 0.0)


def _findings(
    stories: Sequence[Story], decisions: Sequence[Decision], recommendations: Sequence[RecommendationMention]
) -> Iterator[Target]:
    """Stories lean on the headings they stand under; a decision or a recommendation says itself what it is about."""
    yield from (Target("story", s.id, s.proof.span, _NEAREST, _ABOVE) for s in stories)
    yield from (Target("recommendation", r.id, r.proof.span, 0.0, 0.0) for r in recommendations if r.how == "full")
    yield from (Target("decision", d.id, d.proof.span, 0.5, 0.0) for d in decisions)


def _about(target: Target, terms: Found, section: Sequence[str]) -> Iterator[tuple[str, float]]:
    hits = terms.hits.get(target.span.passage_id, {})
    nearest = terms.headings[section[-1]] if section and target.nearest else frozenset()
    above = frozenset[str]().union(*(terms.headings[h] for h in section[:-1])) if target.above else frozenset()
    for theme in sorted({*hits, *nearest, *above}):
        weight = _weight(hits.get(theme, _NONE), target)
        weight += target.nearest * (theme in nearest) + target.above * (theme in above)
        if weight >= _HOLDS:
            yield theme, round(weight / (weight + 1), 3)


def _weight(hits: Hits, target: Target) -> float:
    """Different strong terms in the target count one each, weak ones less; a term said twice counts once."""
    return len(_said(hits.strong, target)) + _WEAK * len(_said(hits.weak, target))


def _said(hits: Sequence[Hit], target: Target) -> set[str]:
    return {hit.term.source for hit in hits if target.span.start <= hit.start and hit.end <= target.span.end}
