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
    # CASE 2: the proposal as it stands: "Indstillingen blev godkendt", "Godkendt".
    clause = decision.proof.span.quote
    if corpus.book.holds("as_proposed", clause) or corpus.book.holds("as_proposed", decision.text.strip()):
        for proposal in proposals:
            yield proposal, Ground(0.95, True, "decides.as_proposed", "indstillingen følges, som den står")
        return
    # CASE 3: the same matter in nearly the same words.
    for proposal in proposals:
        score = overlap(proposal.text, decision.text)
        if score >= SAME_MATTER:
            yield proposal, Ground(score, True, "decides.wording", "samme punkt og næsten samme ordlyd")


def overlap(left: str, right: str) -> float:
    """How much of the shorter wording stands in the longer, 0..1."""
    return float(fuzz.partial_ratio(fold(left), fold(right))) / 100
