"""Papers of one body give an organisation different numbers of seats in it."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from pipeline.link.conflicts.sides import conflict, side
from pipeline.link.conflicts.told_twice import Told, against
from pipeline.link.corpus import Corpus
from pipeline.model.findings import Findings, Seat
from pipeline.model.ids import fold
from pipeline.model.trail import Conflict


def find_shares(corpus: Corpus) -> Iterator[Conflict]:
    """One for each paper whose number of seats for an organisation differs from that of the oldest with another."""
    told: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for document_id, findings in corpus.findings.items():
        body_id = corpus.body_id(document_id)
        for seat in () if body_id is None else _counted(findings):
            said = side(str(seat.number), document_id, seat.proof)
            told[body_id or "", fold(seat.organisation or "")].append(Told(corpus.date(document_id), said))
    names = {fold(s.organisation): s.organisation for f in corpus.findings.values() for s in f.seats if s.organisation}
    for (body_id, organisation), counts in sorted(told.items()):
        for left, right in against(counts):
            body = corpus.organisations[body_id].name
            yield conflict(f"antal medlemmer af {body}: {names[organisation]}", left, right)


def _counted(findings: Findings) -> Iterator[Seat]:
    """The seats of organisations that the paper counts in one place only; elsewhere one cannot say what adds up."""
    times = Counter(fold(seat.organisation or "") for seat in findings.seats)
    for seat in findings.seats:
        if seat.organisation and seat.number is not None and not seat.vacant and times[fold(seat.organisation)] == 1:
            yield seat
