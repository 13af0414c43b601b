"""What became of agreements and duties, as far as later papers of the body tell."""

from collections.abc import Iterator, Sequence

from pipeline.link.corpus import Corpus
from pipeline.model.findings import Commitment
from pipeline.model.trail import CommitmentState, DutyState, Link

OPEN, CLOSED, OVERDUE, UNKNOWN = "åben", "lukket", "overskredet", "kan ikke afgøres"


def find_commitment_states(corpus: Corpus, links: Sequence[Link]) -> Iterator[CommitmentState]:
    """Open while no later minutes of the body are read; closed by a later decision that carries it out."""
    closing = {link.target_id: link.source_id for link in links if link.fact and link.relation == "carries_out"}
    for document_id, findings in corpus.findings.items():
        for commitment in findings.commitments:
            closed_by = closing.get(commitment.decision_id or "")
            state = CLOSED if closed_by is not None else _state(corpus, document_id, commitment)
            yield CommitmentState(commitment.id, state, closed_by)


def _state(corpus: Corpus, document_id: str, commitment: Commitment) -> str:
    """Without a later paper of the body it stood open on the day of the last; with one nobody says what became of it.

    Never overdue by a clock: only papers tell that a day has passed, and those that are read say nothing of this.
    """
    body, date = corpus.body_id(document_id), corpus.date(document_id)
    if body is None or date is None:
        return UNKNOWN
    later = [
        p for p in corpus.papers if corpus.body_id(p.document_id) == body and (p.structure.front.date or "") > date
    ]
    return UNKNOWN if later else OPEN


def find_duty_states(corpus: Corpus) -> Iterator[DutyState]:
    """Whether duties were met cannot be told before the papers that would show it are known by kind."""
    for findings in corpus.findings.values():
        for duty in findings.duties:
            yield DutyState(duty.id, UNKNOWN, None)
