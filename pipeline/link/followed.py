"""Which recommendations a decision follows up: all of a body's together, one by number, or by what it is about."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from pipeline.link.corpus import Advice, Corpus, first_day, located
from pipeline.link.likeness import lemmas
from pipeline.link.making import End, Ground, make_link
from pipeline.link.supports import Profile, Scorer, recommendation_end
from pipeline.model.findings import Decision
from pipeline.model.ids import fold
from pipeline.model.structure import PaperKind
from pipeline.model.trail import Link

SINGLED_OUT = 0.6
"""From which score a part of a sentence singles a recommendation out, in an item about the recommendations."""
_SAME_NAME = 85.0
_GENERIC = frozenset({"rådet", "udvalget", "forummet", "panelet", "foreningerne"})
_SEGMENTS = re.compile(r",| og | samt |;|:|\. ")
_WORTH_KEEPING = 0.1


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


def find_follow_ups(
    corpus: Corpus, known: Sequence[Profile], scorer: Scorer, themes: Mapping[str, frozenset[str]]
) -> Iterator[Link]:
    """Links from decisions to earlier recommendations; one collective sentence gives a `samlet` row for each."""
    sets = advice_sets(corpus)
    by_advice = {profile.advice.id: profile for profile in known}
    for document_id, decision in corpus.decisions():
        earlier = [s for s in sets if _is_later(corpus, document_id, decision, s)]
        source = End("decision", decision.id, located(document_id, decision.proof))
        meant = _meant(corpus, document_id, decision.proof.span.quote, earlier)
        grounds = dict(_collective(decision, meant)) | dict(_numbered(corpus, decision, meant, earlier, document_id))
        spoken_of = meant or _meant_in_item(corpus, document_id, decision, earlier)
        if not grounds:
            around = [by_advice[a.id] for s in earlier for a in s.top]
            settled = spoken_of is not None
            grounds = dict(_about(corpus, decision, around, scorer, themes, settled=settled))
        advice = {a.id: a for s in earlier for a in s.top}
        for advice_id, ground in sorted(grounds.items()):
            yield make_link(source, "follows_up", recommendation_end(advice[advice_id]), ground)


def _is_later(corpus: Corpus, document_id: str, decision: Decision, advice: AdviceSet) -> bool:
    """Neither the paper nor what it tells may be older than the recommendations, nor be the paper that holds them."""
    told = corpus.date(document_id)
    when = decision.date or told
    if told is None or when is None or document_id == advice.document_id:
        return False
    issued = first_day(advice.issued)
    length = min(len(issued), len(first_day(when)))
    return told >= issued and first_day(when)[:length] >= issued[:length]


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
    same_area = issuer.authority is None or issuer.authority in (front.authority, front.region) or issuer.authority in owner
    names = (issuer.name, *issuer.aliases)
    return same_area and any(fuzz.ratio(fold(owner), fold(name)) >= _SAME_NAME for name in names)


def _collective(decision: Decision, meant: AdviceSet | None) -> Iterator[tuple[str, Ground]]:
    if meant is not None:
        reason = "anbefalingerne omtales samlet"
        for advice in meant.top:
            yield advice.id, Ground(0.9, True, "follows_up.collective", reason, "samlet")


def _numbered(
    corpus: Corpus, decision: Decision, meant: AdviceSet | None, earlier: Sequence[AdviceSet], document_id: str
) -> Iterator[tuple[str, Ground]]:
    own = [s for s in earlier if s.issuer == corpus.body_id(document_id)]
    home = meant if meant is not None else (own[-1] if own else None)
    for found in corpus.book.every("numbered", decision.proof.span.quote):
        for advice in () if home is None else home.top:
            if advice.mention.number == found.match["number"]:
                reason = f"anbefaling {advice.mention.number} er nævnt"
                yield advice.id, Ground(0.95, True, "follows_up.number", reason, "særskilt")


def _meant_in_item(
    corpus: Corpus, document_id: str, decision: Decision, earlier: Sequence[AdviceSet]
) -> AdviceSet | None:
    """The set that the item of a decision is about, by its title, proposals and other decisions."""
    if decision.item_id is None:
        return None
    findings, structure = corpus.findings[document_id], corpus.by_id[document_id].structure
    texts = [
        *(i.title for i in structure.items if i.item_id == decision.item_id and i.title is not None),
        *(p.text for p in findings.proposals if p.item_id == decision.item_id),
        *(d.proof.span.quote for d in findings.decisions if d.item_id == decision.item_id),
    ]
    return next((s for text in texts if (s := _meant(corpus, document_id, text, earlier)) is not None), None)


def _about(
    corpus: Corpus,
    decision: Decision,
    around: Sequence[Profile],
    scorer: Scorer,
    themes: Mapping[str, frozenset[str]],
    *,
    settled: bool,
) -> Iterator[tuple[str, Ground]]:
    """By what it is about: in an item about the recommendations each part of the sentence may single one out."""
    text, about = decision.proof.span.quote, themes.get(decision.id, frozenset())
    parts = [lemmas(part) for part in _SEGMENTS.split(text)] if settled else []
    scored = []
    for profile in around:
        whole = scorer.score(lemmas(text), about, profile)
        score = max([whole, *(scorer.score(part, about, profile) for part in parts if len(part) > 1)])
        scored.append((score, profile))
    kept = sorted((s for s in scored if s[0] >= _WORTH_KEEPING), key=lambda s: (-s[0], s[1].advice.id))
    for score, profile in kept[: corpus.context.config.link.candidates]:
        fact = settled and score >= SINGLED_OUT
        reference = "særskilt" if fact else "tematisk"
        reason = scorer.reason(lemmas(text), about, profile)
        yield profile.advice.id, Ground(score, fact, "follows_up.themes_words", reason or "beslægtede ord", reference)
