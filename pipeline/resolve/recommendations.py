"""From mentions to recommendations: one for each wording of one issuing body, in however many papers it stands."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from pipeline.model.entities import Recommendation
from pipeline.model.findings import Findings, RecommendationMention
from pipeline.model.ids import entity_id, fold
from pipeline.model.paper import Paper
from pipeline.resolve.uses import paper_date

SAME = 92.0
"""From which likeness (rapidfuzz ratio of the folded texts) two wordings are one recommendation."""

SPOKEN_OF = 0.6
"""From which share of its words a mention speaks of a recommendation, so much ahead of any other."""
_AHEAD, _ENOUGH = 0.2, 3


@dataclass(frozen=True, slots=True)
class _Stated:
    """A mention with its paper, and the issuer that tells bodies with like wordings apart."""

    mention: RecommendationMention
    document_id: str
    date: str
    place: int
    issuer: str


def resolve_recommendations(
    papers: Sequence[Paper], findings: Mapping[str, Findings], bodies: Mapping[tuple[str, str], str]
) -> tuple[Recommendation, ...]:
    """All recommendations, sorted by id; the mentions that only name one follow its number or wording."""
    stated = _stated(papers, findings, bodies)
    groups = _groups([s for s in stated if s.mention.how == "full"])
    ids = {g[0].mention.id: entity_id("recommendation", g[0].issuer, g[0].mention.text) for g in groups}
    home = {s.mention.id: ids[g[0].mention.id] for g in groups for s in g}
    spoken = _spoken_of([s for s in stated if s.mention.how not in ("full", "collective")], groups)
    found = [_recommendation(group, spoken.get(group[0].mention.id, []), home) for group in groups]
    return tuple(sorted(found, key=lambda r: r.recommendation_id))


def _stated(
    papers: Sequence[Paper], findings: Mapping[str, Findings], bodies: Mapping[tuple[str, str], str]
) -> list[_Stated]:
    """Every mention, the earliest first."""
    found = []
    for paper in papers:
        for place, mention in enumerate(findings[paper.document_id].recommendations):
            name = mention.issued_by if mention.source == "citeret" else mention.issued_by or paper.structure.front.body
            issuer = "" if name is None else bodies.get((paper.document_id, name), fold(name))
            found.append(_Stated(mention, paper.document_id, paper_date(paper), place, issuer))
    return sorted(found, key=lambda s: (s.date, s.document_id, s.place))


def _groups(full: Sequence[_Stated]) -> list[list[_Stated]]:
    """Full mentions by wording and issuer; the first of a group holds the earliest full text."""
    groups: list[list[_Stated]] = []
    texts: dict[str, list[str]] = defaultdict(list)
    members: dict[str, list[int]] = defaultdict(list)
    for stated in full:
        text = fold(stated.mention.text)
        best = process.extractOne(text, texts[stated.issuer], scorer=fuzz.ratio, score_cutoff=SAME)
        if best is None:
            texts[stated.issuer].append(text)
            members[stated.issuer].append(len(groups))
            groups.append([stated])
        else:
            groups[members[stated.issuer][best[2]]].append(stated)
    return groups


def _spoken_of(others: Sequence[_Stated], groups: Sequence[Sequence[_Stated]]) -> dict[str, list[str]]:
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


def _score(scored: tuple[float, Sequence[_Stated]]) -> tuple[float, str]:
    return (scored[0], scored[1][0].mention.id)


def _speaks_of(mention: RecommendationMention, group: Sequence[_Stated]) -> float:
    """By its number, or else the share of the mention's own words that the recommendation holds, 0..1."""
    if mention.how == "named" and mention.number is not None:
        return float(any(s.mention.number == mention.number for s in group))
    words, theirs = _stems(mention.text), _stems(group[0].mention.text)
    return len(words & theirs) / len(words) if len(words) >= _ENOUGH else 0.0


def _stems(text: str) -> set[str]:
    """Words of four letters or more by their first five: enough to see that `slippe` is `slipper`."""
    return {word[:5] for word in fold(text).split() if len(word) > 3 and not word.startswith("anbefal")}


def _recommendation(group: Sequence[_Stated], spoken: Sequence[str], home: Mapping[str, str]) -> Recommendation:
    own = home[group[0].mention.id]
    parents = {home[parent] for s in group for parent in s.mention.parents if parent in home} - {own}
    mentions = (*(s.mention.id for s in group), *spoken)
    return Recommendation(own, group[0].mention.id, mentions, tuple(sorted(parents)))
