"""Which proposal (indstilling) a decision decides: the same item, and the same matter or the proposal as it stands."""

from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from pipeline.link.corpus import Corpus, located
from pipeline.link.making import End, Ground, make_link
from pipeline.model.findings import Decision, Proposal
from pipeline.model.ids import fold
from pipeline.model.trail import Link

SAME_MATTER = 0.6
"""From which overlap of wording a decision is on the matter of a proposal."""


def find_decides(corpus: Corpus) -> Iterator[Link]:
    """Links from decisions made to the proposals of their items."""
    for document_id, findings in corpus.findings.items():
        for decision in findings.decisions:
            if decision.status != "made" or decision.item_id is None:
                continue
            proposals = [p for p in findings.proposals if p.item_id == decision.item_id]
            source = End("decision", decision.id, located(document_id, decision.proof))
            for proposal, ground in _grounds(decision, proposals, corpus):
                target = End("proposal", proposal.id, located(document_id, proposal.proof))
                yield make_link(source, "decides", target, ground)


def _grounds(decision: Decision, proposals: Sequence[Proposal], corpus: Corpus) -> Iterator[tuple[Proposal, Ground]]:
    # CASE 1: the decision names the points: "1.-3. godkendt".
    if decision.points:
        for proposal in proposals:
            if proposal.number in decision.points:
                yield proposal, Ground(1.0, True, "decides.points", f"beslutningen nævner punkt {proposal.number}")
        return
    # CASE 2: the proposals together: "Indstillingen blev godkendt", "Godkendt", "Udsat".
    ground = _whole(decision, corpus)
    if ground is not None:
        yield from ((proposal, ground) for proposal in proposals)
        return
    # CASE 3: what the proposal asks for, in nearly its words.
    for proposal in proposals:
        score = overlap(proposal.text, decision.text)
        if score >= SAME_MATTER and _does_as_asked(decision, proposal, corpus):
            yield proposal, Ground(score, True, "decides.wording", "samme punkt og næsten samme ordlyd")


def _whole(decision: Decision, corpus: Corpus) -> Ground | None:
    texts = (decision.proof.span.quote.strip(), decision.text.strip())
    if any(corpus.book.holds("as_proposed", text) for text in texts):
        return Ground(0.95, True, "decides.as_proposed", "indstillingen følges, som den står")
    if any(corpus.book.holds("whole_item", text) for text in texts):
        return Ground(0.95, True, "decides.whole_item", "beslutningen gælder hele punktet")
    return None


def _does_as_asked(decision: Decision, proposal: Proposal, corpus: Corpus) -> bool:
    """A proposal to discuss is not decided by who was appointed; one that asks in other words may be by anything."""
    asked = corpus.book.first("asked", proposal.text)
    return asked is None or decision.type in (asked.rule.value, "besluttet")


def overlap(left: str, right: str) -> float:
    """How much of the shorter wording stands in the longer, 0..1."""
    return float(fuzz.partial_ratio(fold(left), fold(right))) / 100
