"""Which themes the words of a text name, and what its passages, stories, decisions and recommendations are about."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.extract.reading import Reading
from pipeline.lexicons.themes import ThemeLexicon, ThemeTerms
from pipeline.model.document import PassageKind
from pipeline.model.findings import Decision, EntityMention, RecommendationMention, Story, ThemeAssignment, ThemeMention
from pipeline.model.ids import digest, finding_ids
from pipeline.model.paper import Placed
from pipeline.model.place import Proof, Span

_MENTIONED_IN = frozenset({
    PassageKind.TITLE, PassageKind.HEADING, PassageKind.PARAGRAPH, PassageKind.ITEM, PassageKind.QUOTE,
    PassageKind.CAPTION,
})  # fmt: skip
_WEAK, _NEAREST, _ABOVE = 0.4, 1.0, 0.6
_HOLDS = 1.0
_LEAST_WORDS = 5


@dataclass(frozen=True, slots=True)
class Hits:
    """Where strong and weak words of a theme stand in a passage."""

    strong: tuple[tuple[int, int], ...]
    weak: tuple[tuple[int, int], ...]


_NONE = Hits((), ())


@dataclass(frozen=True, slots=True)
class Terms:
    """The words of themes by passage id and theme, and the themes that each heading names."""

    hits: Mapping[str, Mapping[str, Hits]]
    headings: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Target:
    """A text to be classed: what it is, its place, and how much the headings above it count (nearest, others)."""

    kind: str
    target_id: str
    span: Span
    nearest: float
    above: float


def find_terms(reading: Reading, names: Sequence[EntityMention], themes: ThemeLexicon) -> Terms:
    """The words of every theme in every passage; a word inside the name of an organisation is none."""
    taken = _name_places(names)
    found = {}
    for placed in reading.passages:
        if placed.passage.kind in _MENTIONED_IN:
            places = taken.get(placed.passage.passage_id, ())
            hits = (
                (t.theme_id, _hits(t, placed.passage.text, places)) for t in themes.terms if _needed(t, placed, reading)
            )
            found[placed.passage.passage_id] = {theme: hit for theme, hit in hits if hit.strong or hit.weak}
    headings = {heading for placed in reading.passages for heading in placed.context.section}
    about = {heading: frozenset(t.theme_id for t in themes.terms if t.strong.search(heading)) for heading in headings}
    return Terms(found, about)


def find_theme_mentions(reading: Reading, terms: Terms) -> tuple[ThemeMention, ...]:
    """Each strong term of a theme, with its place."""
    rows = [
        (theme, placed.passage.span(start, end))
        for placed in reading.passages
        for theme, hits in terms.hits.get(placed.passage.passage_id, {}).items()
        for start, end in hits.strong
    ]
    rows.sort(key=lambda row: (reading.places[row[1].passage_id], row[1].start, row[0]))
    ids = finding_ids("theme_mentions", reading.paper.document_id, (f"{theme} {span.quote}" for theme, span in rows))
    return tuple(
        ThemeMention(key, theme, span.quote.casefold(), Proof(span, f"theme_terms.{theme}"))
        for key, (theme, span) in zip(ids, rows, strict=True)
    )


def assign_themes(
    reading: Reading,
    terms: Terms,
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


def _about(target: Target, terms: Terms, section: Sequence[str]) -> Iterator[tuple[str, float]]:
    hits = terms.hits.get(target.span.passage_id, {})
    nearest = terms.headings[section[-1]] if section and target.nearest else frozenset()
    above = frozenset[str]().union(*(terms.headings[h] for h in section[:-1])) if target.above else frozenset()
    for theme in sorted({*hits, *nearest, *above}):
        weight = _weight(hits.get(theme, _NONE), target)
        weight += target.nearest * (theme in nearest) + target.above * (theme in above)
        if weight >= _HOLDS:
            yield theme, round(weight / (weight + 1), 3)


def _weight(hits: Hits, target: Target) -> float:
    """Different strong words of the target count one each, weak ones less."""
    strong = set(_words(hits.strong, target, 8))
    weak = set(_words(hits.weak, target, 6))
    return len(strong) + _WEAK * len(weak)


def _words(places: Sequence[tuple[int, int]], target: Target, letters: int) -> Iterator[str]:
    """The beginnings of the words at these places that lie in the target: one word in two forms counts once."""
    for start, end in places:
        if target.span.start <= start and end <= target.span.end:
            yield target.span.quote[start - target.span.start : end - target.span.start].casefold()[:letters]


def _hits(terms: ThemeTerms, text: str, names: Sequence[Span]) -> Hits:
    strong = tuple(_free(terms.strong, text, names))
    weak = tuple(_free(terms.weak, text, names)) if terms.weak is not None else ()
    return Hits(strong, tuple(w for w in weak if not any(w[0] < b and a < w[1] for a, b in strong)))


def _free(pattern: re.Pattern[str], text: str, names: Sequence[Span]) -> Iterator[tuple[int, int]]:
    for match in pattern.finditer(text):
        if not any(match.start() < name.end and name.start < match.end() for name in names):
            yield match.span()


def _needed(terms: ThemeTerms, placed: Placed, reading: Reading) -> bool:
    if terms.needs is None:
        return True
    title = reading.front.title or ""
    return any(terms.needs.search(text) for text in (placed.passage.text, *placed.context.section, title))


def _name_places(names: Sequence[EntityMention]) -> dict[str, list[Span]]:
    found: dict[str, list[Span]] = {}
    for mention in names:
        if mention.entity_kind == "organisation":
            found.setdefault(mention.proof.span.passage_id, []).append(mention.proof.span)
    return found
