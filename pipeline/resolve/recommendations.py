"""From mentions to recommendations: one for each piece of advice of a body, in however many papers."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.lexicons.rewording import RewordingLexicon
from pipeline.model.entities import Identity, Recommendation, Relation
from pipeline.model.findings import Findings, RecommendationMention
from pipeline.model.ids import entity_id, fold
from pipeline.model.paper import Paper
from pipeline.resolve.advised import Stated
from pipeline.resolve.sameness import Joined, Outcome, Tied, find_sameness
from pipeline.resolve.uses import paper_date
from pipeline.resolve.vocabulary import words_of
from pipeline.resolve.wording import read_wording

SPOKEN_OF = 0.6
"""From which share of its words a mention speaks of a recommendation, so much ahead of any other."""
_AHEAD, _ENOUGH = 0.2, 3


_KIND = "anbefaling"
_RELATIONS = {"splits": "er en del af den tidligere anbefaling", "merges": "samler den tidligere anbefaling med andre"}


@dataclass(frozen=True, slots=True)
class Advised:
    """The recommendations of a corpus, why each wording is taken for its own, and what the later are to the earlier."""

    recommendations: tuple[Recommendation, ...]
    identities: tuple[Identity, ...]
    relations: tuple[Relation, ...]


def resolve_recommendations(
    papers: Sequence[Paper],
    findings: Mapping[str, Findings],
    bodies: Mapping[tuple[str, str], str],
    *,
    lexicon: RewordingLexicon,
) -> Advised:
    """All recommendations, sorted by id; the mentions that only name one follow its number or wording."""
    stated = _stated(papers, findings, bodies, lexicon)
    full = [s for s in stated if s.mention.how == "full"]
    outcome = find_sameness(full, words_of(lexicon))
    groups = outcome.groups
    ids = {g[0].mention.id: entity_id("recommendation", g[0].issuer, g[0].mention.text) for g in groups}
    home = {s.mention.id: ids[g[0].mention.id] for g in groups for s in g}
    spoken = _spoken_of([s for s in stated if s.mention.how not in ("full", "collective")], groups)
    found = [_recommendation(group, spoken.get(group[0].mention.id, []), home) for group in groups]
    return Advised(
        tuple(sorted(found, key=lambda r: r.recommendation_id)), _identities(outcome, home), _relations(outcome, home)
    )


def _identities(outcome: Outcome, home: Mapping[str, str]) -> tuple[Identity, ...]:
    """Why each wording joined its recommendation, and which others are not told apart for sure."""
    joined = [_joined(one, home) for one in outcome.joined]
    unsure = [_unsure(one, home) for one in outcome.unsure]
    return tuple(sorted({*joined, *unsure}, key=lambda i: (i.entity_id, i.state, i.other_id or "", i.text)))


def _joined(one: Joined, home: Mapping[str, str]) -> Identity:
    told = "samme ord" if not one.shared else f"samme råd i andre ord, fælles: {', '.join(one.shared)}"
    mention = one.stated.mention
    return Identity(_KIND, home[mention.id], mention.text, None, "samme", told, f"anbefaling.{one.rule}")


def _unsure(one: Tied, home: Mapping[str, str]) -> Identity:
    told = f"ligner, fælles: {', '.join(one.shared)}"
    newer, older = one.newer.mention, one.older.mention
    return Identity(_KIND, home[newer.id], newer.text, home[older.id], "usikker", told, "anbefaling.ligner")


def _relations(outcome: Outcome, home: Mapping[str, str]) -> tuple[Relation, ...]:
    found = {
        (home[t.newer.mention.id], home[t.older.mention.id]): Relation(
            home[t.newer.mention.id],
            home[t.older.mention.id],
            t.relation,
            t.score,
            f"{_RELATIONS[t.relation]}, fælles: {', '.join(t.shared)}",
        )
        for t in outcome.tied
    }
    return tuple(found[key] for key in sorted(found) if key[0] != key[1])


def _stated(
    papers: Sequence[Paper],
    findings: Mapping[str, Findings],
    bodies: Mapping[tuple[str, str], str],
    lexicon: RewordingLexicon,
) -> list[Stated]:
    """Every mention, the earliest first."""
    found = []
    for paper in papers:
        front = paper.structure.front
        for place, mention in enumerate(findings[paper.document_id].recommendations):
            name = mention.issued_by if mention.source == "citeret" else mention.issued_by or front.body
            issuer = "" if name is None else bodies.get((paper.document_id, name), fold(name))
            own = frozenset(fold(f"{name or ''} {front.authority or ''} {front.body or ''}").split())
            wording = read_wording(mention.text, lexicon, own=own)
            found.append(Stated(mention, paper.document_id, paper_date(paper), place, issuer, wording))
    return sorted(found, key=lambda s: (s.date, s.document_id, s.place))


def _spoken_of(others: Sequence[Stated], groups: Sequence[Sequence[Stated]]) -> dict[str, list[str]]:
    """From the first mention of a recommendation to the mentions that name or paraphrase it, where one alone fits."""
    found: dict[str, list[str]] = defaultdict(list)
    for stated in others:
        # Spoken of by content, an elaboration is hardly meant: its parent is, unless the mention is of one itself.
        known = [g for g in groups if (g[0].issuer, g[0].mention.kind) == (stated.issuer, stated.mention.kind)]
        scored = sorted(((_speaks_of(stated.mention, g), g) for g in known), key=_score)
        best, second = (scored[-1] if scored else None), (scored[-2][0] if len(scored) > 1 else 0.0)
        if best is not None and best[0] >= SPOKEN_OF and best[0] - second >= _AHEAD:
            found[best[1][0].mention.id].append(stated.mention.id)
    return found


def _score(scored: tuple[float, Sequence[Stated]]) -> tuple[float, str]:
    return (scored[0], scored[1][0].mention.id)


def _speaks_of(mention: RecommendationMention, group: Sequence[Stated]) -> float:
    """By its number, or else the share of the mention's own words that the recommendation holds, 0..1."""
    if mention.how == "named" and mention.number is not None:
        return float(any(s.mention.number == mention.number for s in group))
    words, theirs = _stems(mention.text), _stems(group[0].mention.text)
    return len(words & theirs) / len(words) if len(words) >= _ENOUGH else 0.0


def _stems(text: str) -> set[str]:
    """Words of four letters or more by their first five: enough to see that `slippe` is `slipper`."""
    return {word[:5] for word in fold(text).split() if len(word) > 3 and not word.startswith("anbefal")}


def _recommendation(group: Sequence[Stated], spoken: Sequence[str], home: Mapping[str, str]) -> Recommendation:
    own = home[group[0].mention.id]
    parents = {home[parent] for s in group for parent in s.mention.parents if parent in home} - {own}
    mentions = (*(s.mention.id for s in group), *spoken)
    return Recommendation(own, group[0].mention.id, mentions, tuple(sorted(parents)))
