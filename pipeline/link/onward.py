"""Which decision carries out or puts off an earlier one on the same recommendation."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.link.corpus import Corpus, first_day, located
from pipeline.link.making import End, Ground, make_link
from pipeline.link.status import ADOPTED, DONE, PARTLY, RECIPIENT
from pipeline.model.findings import Decision
from pipeline.model.trail import Link, StatusEvent

_CARRIES_OUT, _POSTPONES = "carries_out", "postpones"


def find_onward(corpus: Corpus, follow_ups: Sequence[Link], events: Sequence[StatusEvent]) -> Iterator[Link]:
    """Links from a decision to the recipient's latest earlier one on the same recommendation, meant in particular."""
    decisions = {decision.id: (d, decision) for d, decision in corpus.decisions()}
    steps = {(e.decision_id, e.recommendation_id): e for e in events if e.decision_id is not None}
    rows: dict[str, list[tuple[str, Decision]]] = defaultdict(list)
    for link in follow_ups:
        if link.fact and link.reference == "særskilt":
            rows[link.target_id].append(decisions[link.source_id])
    found: dict[str, Link] = {}
    for advice_id, own in sorted(rows.items()):
        own.sort(key=lambda r: (_day(corpus, *r), r[1].id))
        for n, (document_id, decision) in enumerate(own):
            step = steps.get((decision.id, advice_id))
            earlier = [r for r in own[:n] if _day(corpus, *r) < _day(corpus, document_id, decision)]
            onward = _onward(corpus, document_id, decision, step, earlier, advice_id, steps)
            if onward is not None:
                found[onward.link_id] = onward
    yield from (found[key] for key in sorted(found))


def _onward(
    corpus: Corpus,
    document_id: str,
    decision: Decision,
    step: StatusEvent | None,
    earlier: Sequence[tuple[str, Decision]],
    advice_id: str,
    steps: dict[tuple[str, str], StatusEvent],
) -> Link | None:
    relation, older = None, None
    if step is not None and step.what in (DONE, PARTLY) and step.actor_role == RECIPIENT:
        relation = _CARRIES_OUT
        older = next((r for r in reversed(earlier) if _adopts(steps.get((r[1].id, advice_id)))), None)
    elif decision.type == "udsat" or corpus.book.holds("put_off", decision.proof.span.quote):
        relation = _POSTPONES
        body = corpus.organisation_id(document_id, decision.body)
        older = next((r for r in reversed(earlier) if corpus.organisation_id(r[0], r[1].body) == body), None)
    if relation is None or older is None:
        return None
    source = End("decision", decision.id, located(document_id, decision.proof))
    target = End("decision", older[1].id, located(older[0], older[1].proof))
    told = "er gennemført" if relation == _CARRIES_OUT else "udsættes"
    reason = f"begge gælder samme anbefaling, og det besluttede {told}"
    return make_link(source, relation, target, Ground(0.8, True, f"{relation}.recommendation", reason))


def _adopts(step: StatusEvent | None) -> bool:
    return step is not None and step.what == ADOPTED and step.actor_role == RECIPIENT


def _day(corpus: Corpus, document_id: str, decision: Decision) -> str:
    return first_day(decision.date or corpus.date(document_id) or "~")
