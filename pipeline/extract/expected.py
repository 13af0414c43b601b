"""Meetings, attachments and papers that the paper speaks of and that should exist."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.extract.bodies import find_bodies, is_own, plain_name
from pipeline.extract.dates import find_in
from pipeline.extract.edtf import anchor_of
from pipeline.extract.reading import Reading
from pipeline.lexicons.facts import FactsLexicon
from pipeline.model.findings import Decision, ExpectedPaper, Reference
from pipeline.model.ids import finding_ids, fold
from pipeline.model.place import Proof
from pipeline.model.structure import MeetingStatus

MINUTES = "Referat"


@dataclass(frozen=True, slots=True)
class Expected:
    """A paper that should exist: what it is, of which body, of what day or month."""

    what: str
    body: str | None
    date: str | None
    proof: Proof


def find_expected(
    reading: Reading, decisions: Sequence[Decision], references: Sequence[Reference], facts: FactsLexicon
) -> tuple[ExpectedPaper, ...]:
    """Each paper once, at its first mention."""
    found = [
        *_planned(reading),
        *_attached(references),
        *_other_bodies(reading, decisions),
        *_other_meetings(reading, references, facts),
        # What is said to be attached stands in the list of attachments, where there is one.
        *(() if any(_attached(references)) else _spoken_of(reading, facts)),
    ]
    found.sort(key=lambda e: (reading.places.get(e.proof.span.passage_id, 0), e.proof.span.start))
    rows = list({(fold(e.what), e.body, e.date): e for e in reversed(found)}.values())[::-1]
    ids = finding_ids("expected_papers", reading.paper.document_id, (f"{e.what} {e.body} {e.date}" for e in rows))
    return tuple(ExpectedPaper(key, e.what, e.body, e.date, e.proof) for key, e in zip(ids, rows, strict=True))


def _planned(reading: Reading) -> Iterator[Expected]:
    for meeting in reading.paper.structure.meetings[1:]:
        if meeting.status is MeetingStatus.PLANNED:
            yield Expected(MINUTES, meeting.body, meeting.date, meeting.proof)


def _attached(references: Sequence[Reference]) -> Iterator[Expected]:
    for reference in references:
        if reference.kind == "bilag" and reference.proof.rule == "references.attachment_list":
            yield Expected(reference.text, None, None, reference.proof)


def _other_bodies(reading: Reading, decisions: Sequence[Decision]) -> Iterator[Expected]:
    """Minutes of other bodies in which a decision was made that the paper reports with its month or day."""
    for decision in decisions:
        dated = decision.date is not None and len(decision.date) in (7, 10) and "/" not in decision.date
        if (
            decision.status == "reported"
            and dated
            and decision.body is not None
            and decision.body != reading.front.body
        ):
            yield Expected(MINUTES, decision.body, decision.date, decision.proof)


def _other_meetings(reading: Reading, references: Sequence[Reference], facts: FactsLexicon) -> Iterator[Expected]:
    """Meetings of other bodies that are spoken of with body and day."""
    anchor = anchor_of(reading.front.date)
    for reference in references:
        if reference.kind != "møde":
            continue
        bodies = [b for b in find_bodies(reference.text, facts.bodies) if not b.generic]
        days = [d.edtf for d in find_in(reference.text, anchor=anchor, dates=facts.dates) if len(d.edtf) == 10]
        if bodies and days and not is_own(bodies[0].name, reading.front):
            yield Expected(MINUTES, plain_name(bodies[0].name, reading.front), days[0], reference.proof)


def _spoken_of(reading: Reading, facts: FactsLexicon) -> Iterator[Expected]:
    """Papers that are said to be separate or attached: "(særskilt notat)"."""
    for placed in reading.prose():
        for sentence in reading.sentences[placed.passage.passage_id]:
            for found in facts.agreements.every("attached", sentence.text):
                what = found.match["what"].strip()
                proof = Proof(sentence.span(found.start, found.end), found.rule.name)
                yield Expected(what[:1].upper() + what[1:], None, None, proof)
