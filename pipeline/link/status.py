"""What became of each recommendation: its events, and how far it had come on the day of each."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.lexicons.trail import STEPS
from pipeline.link.corpus import Advice, Corpus, first_day, located
from pipeline.link.matter import Touch
from pipeline.link.spoken import AdviceSet, advice_sets
from pipeline.model.findings import Decision
from pipeline.model.ids import digest
from pipeline.model.trail import Expectation, Link, Status, StatusEvent

ISSUED, DISCUSSED, TO_PASS_ON, ADOPTED, REJECTED = "fremsat", "drøftet", "besluttet oversendt", "vedtaget", "afvist"
OWN, RECIPIENT, ADMINISTRATION, ASSOCIATION = "rådet selv", "modtager", "administration", "forening"
FOUND, NONE_FOUND, UNKNOWN = "fundet", "ingen fundet", "kan ikke afgøres"
_BY_TYPE = {
    "drøftet": DISCUSSED,
    "forslag": DISCUSSED,
    "ønske": DISCUSSED,
    "enighed": DISCUSSED,
    "oversendt": TO_PASS_ON,
    "prioriteret": "prioriteret",
    "godkendt": ADOPTED,
    "bevilget": ADOPTED,
    "forkastet": REJECTED,
}
DONE, PARTLY = "gennemført", "delvist gennemført"
# Only a recipient can adopt or reject advice, or carry it out: of the giver's own talk these words mean another thing.
_RECIPIENTS_ONLY = frozenset({ADOPTED, REJECTED, "besvaret", "taget til inspiration", PARTLY, DONE, "indgår i arbejde"})
_CLAUSES = re.compile(r"(?:;|\.|,) (?:mens|men|og at|dog|hvorimod)?\b")


def find_events(corpus: Corpus, follow_ups: Sequence[Link], restates: Sequence[Link]) -> tuple[StatusEvent, ...]:
    """Every issue and every follow-up that is a fact and says what was done, sorted by recommendation and date.

    A decision that tells again of one that is read adds no event: that one has told it already.
    """
    again = {link.source_id for link in restates if link.fact}
    decisions = {decision.id: (d, decision) for d, decision in corpus.decisions()}
    advice = {a.id: a for a in corpus.advice if a.top}
    touch = Touch.of(corpus)
    events = [_issue(corpus, one) for one in advice.values() if one.issued is not None]
    for link in follow_ups:
        if link.fact and link.reference in ("særskilt", "samlet") and link.source_id not in again:
            document_id, decision = decisions[link.source_id]
            events += _followed(corpus, advice[link.target_id], document_id, decision, link, touch)
    return tuple(sorted(events, key=lambda e: (e.recommendation_id, first_day(e.date or "~"), e.event_id)))


def _issue(corpus: Corpus, advice: Advice) -> StatusEvent:
    front = corpus.by_id[advice.document_id].structure.front
    return StatusEvent(
        event_id=digest("status_events", advice.id, ISSUED),
        recommendation_id=advice.id,
        date=advice.issued,
        body=advice.mention.issued_by or front.body,
        actor_role=OWN,
        what=ISSUED,
        basis="førstehånd",
        reference="særskilt",
        decision_id=None,
        located=located(advice.document_id, advice.mention.proof),
    )


def _followed(
    corpus: Corpus, advice: Advice, document_id: str, decision: Decision, link: Link, touch: Touch
) -> Iterator[StatusEvent]:
    role, what = _role(corpus, advice, document_id, decision), _step(corpus, decision)
    first_hand = decision.status == "made"
    if role == OWN and what in (DONE, PARTLY) and link.method == "follows_up.number":
        # That advice is carried out is the recipient's doing, whoever tells it.
        role, first_hand = RECIPIENT, False
    if role != RECIPIENT and what in _RECIPIENTS_ONLY:
        # What only a recipient can do is talk when the giver says it.
        what = _BY_TYPE.get(decision.type)
    if role is None or what is None or (role != RECIPIENT and what in _RECIPIENTS_ONLY):
        return
    if what == DONE and not _done_is_this(corpus, advice, decision, link, touch):
        return
    yield StatusEvent(
        event_id=digest("status_events", advice.id, decision.id, what),
        recommendation_id=advice.id,
        date=decision.date or (corpus.date(document_id) if decision.status == "made" else None),
        body=decision.body,
        actor_role=role,
        what=what,
        basis="førstehånd" if first_hand else "andenhånd",
        reference=str(link.reference),
        decision_id=decision.id,
        located=located(document_id, decision.proof),
    )


def _done_is_this(corpus: Corpus, advice: Advice, decision: Decision, link: Link, touch: Touch) -> bool:
    """The clause that tells that something is done must be the one that speaks of the advice, and of it alone."""
    if link.reference == "samlet":
        return False
    if link.method == "follows_up.number":
        return True
    clauses = _CLAUSES.split(decision.proof.span.quote)
    done = [n for n, c in enumerate(clauses) if corpus.book.holds("steps", c)]
    return any(touch.holds(clauses[n], advice) for n in done)


def _step(corpus: Corpus, decision: Decision) -> str | None:
    text = decision.proof.span.quote
    if corpus.book.holds("no_step", text) or decision.type == "udsat":
        return None
    found = corpus.book.first("steps", text)
    if found is not None:
        return found.rule.value
    return _BY_TYPE.get(decision.type) or (DISCUSSED if corpus.book.holds("talked", text) else None)


def _role(corpus: Corpus, advice: Advice, document_id: str, decision: Decision) -> str | None:
    """Who acts; None where the paper does not say, or where it is a body that the advice was not for."""
    if _is_recap(corpus, document_id, decision):
        return None
    kinds = {actor.kind for actor in decision.actors}
    if "forening" in kinds:
        return ASSOCIATION
    if "administration" in kinds:
        return ADMINISTRATION
    body_id = corpus.organisation_id(document_id, decision.body)
    if body_id is None:
        return None
    if body_id == advice.issuer:
        return OWN
    is_addressed = body_id in recipients(corpus, advice) or _at_home(corpus, advice, document_id, body_id)
    return RECIPIENT if is_addressed else None


def _at_home(corpus: Corpus, advice: Advice, document_id: str, body_id: str) -> bool:
    """Whether it is the body of a paper of the same authority, for advice that names nobody."""
    home = corpus.by_id[advice.document_id].structure.front.authority
    named = corpus.organisations.get(advice.addressee or "")
    return (
        (named is None or named.kind in ("region", "kommune"))
        and home is not None
        and corpus.by_id[document_id].structure.front.authority == home
        and corpus.body_id(document_id) == body_id
        and body_id not in _issuers(corpus)
    )


def _issuers(corpus: Corpus) -> frozenset[str]:
    """The bodies that give advice in papers of their own: none of them adopts what another has advised."""
    return frozenset(s.issuer for s in advice_sets(corpus) if s.whole_paper)


def _is_recap(corpus: Corpus, document_id: str, decision: Decision) -> bool:
    """A paper tells again at its end what its own body did at the same meeting: the item itself has told it."""
    own = corpus.organisation_id(document_id, decision.body) == corpus.body_id(document_id)
    return decision.status == "reported" and own and decision.date in (None, corpus.date(document_id))


def recipients(corpus: Corpus, advice: Advice) -> frozenset[str]:
    """The bodies advice is for: the addressee; where it is not said, or is the authority, its other bodies."""
    issuer = corpus.organisations.get(advice.issuer or "")
    named = corpus.organisations.get(advice.addressee or "")
    if named is not None and named.kind not in ("region", "kommune"):
        return frozenset({named.organisation_id})
    authority = None if issuer is None else issuer.authority
    bodies = (o for o in corpus.organisations.values() if o.kind in ("råd", "udvalg") and authority is not None)
    givers = _issuers(corpus) | {advice.issuer}
    return frozenset(o.organisation_id for o in bodies if o.authority == authority and o.organisation_id not in givers)


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a status is told from beside the events: follow-ups, the sets that items are about, expected papers."""

    follow_ups: Sequence[Link]
    about: Mapping[str, AdviceSet]
    expectations: Sequence[Expectation]


@dataclass(frozen=True, slots=True)
class _Looked:
    """What was looked at up to a day."""

    searched: tuple[str, ...]
    missing: tuple[str, ...]
    recipients_read: bool


def find_statuses(corpus: Corpus, events: Sequence[StatusEvent], grounds: Grounds) -> tuple[Status, ...]:
    """A row for each recommendation and each date of one of its events, from its issue on."""
    advice = {a.id: a for a in corpus.advice}
    by_advice: dict[str, list[StatusEvent]] = defaultdict(list)
    for event in events:
        by_advice[event.recommendation_id].append(event)
    found = []
    for advice_id, own in by_advice.items():
        issued = next((e.date for e in own if e.what == ISSUED), None)
        days = sorted({e.date for e in own if e.date is not None and issued is not None and e.date >= issued})
        found += [_status(corpus, advice[advice_id], own, day, grounds) for day in days]
    return tuple(sorted(found, key=lambda s: s.status_id))


def _status(corpus: Corpus, advice: Advice, events: Sequence[StatusEvent], day: str, grounds: Grounds) -> Status:
    until = [e for e in events if e.date is not None and e.date <= day]
    acts = [e for e in until if e.actor_role == RECIPIENT]
    step = max((e.what for e in _standing(acts)), key=STEPS.index, default=ISSUED)
    since = min((e.date for e in (acts or until) if e.what == step and e.date is not None), default=None)
    looked = _looked(corpus, advice, day, grounds.expectations)
    follow_up = _follow_up(acts, looked)
    return Status(
        status_id=digest("statuses", advice.id, day),
        recommendation_id=advice.id,
        as_of=day,
        status=step,
        since=since,
        follow_up=follow_up,
        searched=looked.searched,
        missing=looked.missing,
        own_follow_up=max((e.date for e in until if _own_talk(e) and e.date is not None), default=None),
        due=_due(corpus, advice, day, grounds),
        reason=_reason(step, follow_up, acts, looked),
    )


def _standing(acts: Sequence[StatusEvent]) -> Iterator[StatusEvent]:
    """A rejection stands until a later day's adoption."""
    adopted = max((str(e.date) for e in acts if e.what == ADOPTED), default="")
    return (e for e in acts if e.what != REJECTED or str(e.date) >= adopted)


def _own_talk(event: StatusEvent) -> bool:
    return event.actor_role == OWN and event.what != ISSUED


def _looked(corpus: Corpus, advice: Advice, day: str, expectations: Sequence[Expectation]) -> _Looked:
    """The papers of the authority between issue and day, and the papers of others that are known to be missing."""
    issued, home = first_day(advice.issued or day), corpus.by_id[advice.document_id].structure.front.authority
    searched = [
        paper.document_id
        for paper in corpus.papers
        if paper.structure.front.authority == home and issued < (paper.structure.front.date or "") <= day
    ]
    absent = {e.expected_id for e in expectations if e.document_id is None}
    missing = [
        expected.id
        for document_id, findings in corpus.findings.items()
        for expected in findings.expected_papers
        if expected.id in absent
        and expected.body is not None
        and corpus.by_id[document_id].structure.front.authority == home
        and corpus.organisation_id(document_id, expected.body) != advice.issuer
        and issued <= first_day(expected.date or day) <= day
    ]
    bodies = {corpus.body_id(document_id) for document_id in searched}
    return _Looked(tuple(sorted(searched)), tuple(sorted(missing)), bool(bodies & recipients(corpus, advice)))


def _follow_up(acts: Sequence[StatusEvent], looked: _Looked) -> str:
    """Second hand that all were talked about together is no follow-up of this one."""
    if any(e.basis == "førstehånd" or e.reference == "særskilt" for e in acts):
        return FOUND
    return NONE_FOUND if looked.recipients_read and not acts else UNKNOWN


def _due(corpus: Corpus, advice: Advice, day: str, grounds: Grounds) -> str | None:
    """The next date due of what was agreed about it, or under an item about it, told by a paper up to that day."""
    followed = {link.source_id for link in grounds.follow_ups if link.fact and link.target_id == advice.id}
    decisions = {d.id for _, d in corpus.decisions() if d.id in followed or _is_about(d, advice, grounds)}
    dates = [
        commitment.due
        for document_id, findings in corpus.findings.items()
        for commitment in findings.commitments
        if commitment.due is not None and commitment.decision_id in decisions and commitment.due >= day
        if (corpus.date(document_id) or "~") <= day
    ]
    return min(dates, default=None)


def _is_about(decision: Decision, advice: Advice, grounds: Grounds) -> bool:
    about = grounds.about.get(decision.item_id or "")
    return about is not None and advice in about.top


def _reason(step: str, follow_up: str, acts: Sequence[StatusEvent], looked: _Looked) -> str:
    told = "andenhånds " if acts and all(e.basis != "førstehånd" for e in acts) else ""
    basis = f"modtagerens længste skridt: {told}{step}" if acts else "papirerne omtaler ingen handling fra en modtager"
    count = len(looked.searched)
    papers = f"søgt i {count} {'papir' if count == 1 else 'papirer'} efter fremsættelsen"
    gap = "det er ikke fra modtageren" if count == 1 else "ingen af dem er fra modtageren"
    silent = follow_up != FOUND and count > 0 and not looked.recipients_read
    return "; ".join((basis, papers, gap) if silent else (basis, papers))
