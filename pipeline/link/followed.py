"""Which recommendations a decision follows up: all of a body's together, one by number, or by what it is about."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from pipeline.link.corpus import Advice, Corpus, first_day, located
from pipeline.link.making import End, Ground, make_link
from pipeline.link.scoring import Profile, Scorer, Text
from pipeline.link.supports import WORTH_KEEPING, recommendation_end
from pipeline.model.findings import Decision
from pipeline.model.ids import fold
from pipeline.model.place import Span
from pipeline.model.structure import PaperKind
from pipeline.model.trail import Link

SINGLED_OUT = 0.8
"""From which score a part of a sentence singles a recommendation out, in an item about the recommendations."""
_SAME_NAME = 85.0
_GENERIC = frozenset({"rådet", "udvalget", "forummet", "panelet", "foreningerne"})
_SEGMENTS = re.compile(r",| og | samt |;|:|\. ")


@dataclass(frozen=True, slots=True)
class AdviceSet:
    """The recommendations one body issued in one paper."""

    issuer: str
    document_id: str
    issued: str
    top: tuple[Advice, ...]


def advice_sets(corpus: Corpus) -> tuple[AdviceSet, ...]:
    """The sets that can be spoken of together: a paper of recommendations, or two or more in another paper."""
    found: dict[tuple[str, str], list[Advice]] = defaultdict(list)
    for advice in corpus.advice:
        if advice.top and advice.issuer is not None and advice.issued is not None:
            found[(advice.issuer, advice.document_id)].append(advice)
    sets = [
        AdviceSet(issuer, document_id, min(str(a.issued) for a in advice), tuple(advice))
        for (issuer, document_id), advice in found.items()
        if len(advice) > 1 or corpus.by_id[document_id].structure.front.kind is PaperKind.RECOMMENDATIONS
    ]
    return tuple(sorted(sets, key=lambda s: (s.issued, s.document_id)))


def find_follow_ups(corpus: Corpus, scorer: Scorer, about: Mapping[str, AdviceSet]) -> Iterator[Link]:
    """Links from decisions to earlier recommendations; one collective sentence gives a `samlet` row for each.

    `about`: the set that an agenda item is about, by the item's id.
    """
    sets = advice_sets(corpus)
    for document_id, decision in corpus.decisions():
        earlier = [s for s in sets if _is_later(corpus, document_id, decision.date, s)]
        advice = {a.id: a for s in earlier for a in s.top}
        source = End("decision", decision.id, located(document_id, decision.proof))
        meant = _meant(corpus, document_id, decision.proof.span.quote, earlier)
        grounds = {**_collective(meant), **_numbered(corpus, decision, meant, earlier, document_id)}
        if not grounds:
            single = about.get(decision.item_id or "")
            near = [s for s in earlier if s is single or _same_area(corpus, document_id, s)]
            grounds = dict(_about(corpus, decision, near, single if single in earlier else None, scorer))
        for advice_id, ground in sorted(grounds.items()):
            yield make_link(source, "follows_up", recommendation_end(advice[advice_id]), ground)


def items_about(corpus: Corpus) -> dict[str, AdviceSet]:
    """From an agenda item whose title or proposals speak of a body's recommendations to these."""
    sets = advice_sets(corpus)
    found: dict[str, AdviceSet] = {}
    for document_id, findings in corpus.findings.items():
        earlier = [s for s in sets if _is_later(corpus, document_id, None, s)]
        titles = ((i.item_id, i.title) for i in corpus.by_id[document_id].structure.items if i.title is not None)
        asked = ((p.item_id, p.text) for p in findings.proposals if p.item_id is not None)
        for item_id, text in (*titles, *asked):
            meant = _meant(corpus, document_id, text, earlier)
            if item_id is not None and meant is not None:
                found.setdefault(item_id, meant)
    return found


def _is_later(corpus: Corpus, document_id: str, told_of: str | None, advice: AdviceSet) -> bool:
    """Neither the paper nor the day it tells of may be before the recommendations, nor may it be the paper of them."""
    written = corpus.date(document_id)
    if written is None or document_id == advice.document_id:
        return False
    issued, day = first_day(advice.issued), first_day(told_of or written)
    length = min(len(issued), len(day))
    return written >= issued and day[:length] >= issued[:length]


def _meant(corpus: Corpus, document_id: str, text: str, earlier: Sequence[AdviceSet]) -> AdviceSet | None:
    """The latest set of the body whose recommendations the text speaks of."""
    for found in corpus.book.every("collective", text):
        owner = found.match.groupdict().get("owner")
        fits = [s for s in earlier if _owns(corpus, document_id, owner, s)]
        if fits:
            return fits[-1]
    return None


def _owns(corpus: Corpus, document_id: str, owner: str | None, advice: AdviceSet) -> bool:
    """Whether a body is the owner named: by its name, or as the paper's own body where none is named."""
    if owner is None or fold(owner) in _GENERIC:
        return corpus.body_id(document_id) == advice.issuer
    issuer = corpus.organisations[advice.issuer]
    front = corpus.by_id[document_id].structure.front
    same_area = (
        issuer.authority is None or issuer.authority in (front.authority, front.region) or issuer.authority in owner
    )
    names = (issuer.name, *issuer.aliases)
    return same_area and any(fuzz.ratio(fold(owner), fold(name)) >= _SAME_NAME for name in names)


def _same_area(corpus: Corpus, document_id: str, advice: AdviceSet) -> bool:
    """Whether a paper is of the authority whose body gave the advice."""
    home = corpus.by_id[advice.document_id].structure.front.authority
    return home is not None and corpus.by_id[document_id].structure.front.authority == home


def _collective(meant: AdviceSet | None) -> dict[str, Ground]:
    ground = Ground(0.9, True, "follows_up.collective", "anbefalingerne omtales samlet", "samlet")
    return {} if meant is None else {advice.id: ground for advice in meant.top}


def _numbered(
    corpus: Corpus, decision: Decision, meant: AdviceSet | None, earlier: Sequence[AdviceSet], document_id: str
) -> dict[str, Ground]:
    own = [s for s in earlier if s.issuer == corpus.body_id(document_id)]
    home = meant if meant is not None else (own[-1] if own else None)
    numbers = {found.match["number"] for found in corpus.book.every("numbered", decision.proof.span.quote)}
    return {
        advice.id: Ground(0.95, True, "follows_up.number", f"anbefaling {advice.mention.number} er nævnt", "særskilt")
        for advice in (() if home is None else home.top)
        if advice.mention.number in numbers
    }


def _about(
    corpus: Corpus, decision: Decision, near: Sequence[AdviceSet], about: AdviceSet | None, scorer: Scorer
) -> Iterator[tuple[str, Ground]]:
    """By what it is about: in an item about the recommendations, a part of the sentence may single one out."""
    settings, span = corpus.context.config.link, decision.proof.span
    single = {a.id for a in about.top} if about is not None else set()
    parts = [scorer.text(span.quote, corpus.themes_within(span)), *(_parts(corpus, span, scorer) if single else ())]
    scored = [(*_best(parts, scorer.by_id[a.id], scorer), a) for s in near for a in s.top]
    kept = sorted((s for s in scored if s[0] >= WORTH_KEEPING), key=lambda s: (-s[0], s[2].id))
    for score, part, advice in kept[: settings.candidates]:
        fact = advice.id in single and score >= SINGLED_OUT
        reason = scorer.reason(part, scorer.by_id[advice.id])
        reference = "særskilt" if fact else "tematisk"
        yield advice.id, Ground(score, fact, "follows_up.themes_words", reason, reference)


def _best(parts: Sequence[Text], profile: Profile, scorer: Scorer) -> tuple[float, Text]:
    return max(((scorer.score(part, profile), part) for part in parts), key=lambda found: found[0])


def _parts(corpus: Corpus, span: Span, scorer: Scorer) -> Iterator[Text]:
    """The parts of an enumeration."""
    bounds = [0, *(n for m in _SEGMENTS.finditer(span.quote) for n in m.span()), len(span.quote)]
    for start, end in zip(bounds[::2], bounds[1::2], strict=True):
        part = Span(span.passage_id, span.start + start, span.start + end, span.quote[start:end])
        yield scorer.text(part.quote, corpus.themes_within(part))
