"""Rows of what papers point to, cost and require: clauses, references, amounts, expected papers, duties."""

from collections.abc import Iterator, Mapping

from pipeline.model.structure import Structure
from pipeline.model.trail import Trail
from pipeline.tables.counted import Counted
from pipeline.tables.places import Row

MISSING = "mangler"
UNKNOWN = "kan ikke afgøres"


def clause_rows(counted: Counted) -> Iterator[Row]:
    """A row for every clause of terms of reference or a presentation."""
    for document_id, clause in counted.each(lambda f: f.clauses):
        yield {
            "clause_id": clause.id,
            "document_id": document_id,
            "kind": clause.kind,
            "text": clause.text,
            **counted.places.proof(clause.proof),
        }


def reference_rows(counted: Counted, trail: Trail) -> Iterator[Row]:
    """A row for every reference, with what it points to where that is read."""
    targets = {target.finding_id: target.target_id for target in trail.targets}
    for document_id, reference in counted.each(lambda f: f.references):
        yield {
            "reference_id": reference.id,
            "document_id": document_id,
            "kind": reference.kind,
            "text": reference.text,
            "target_id": counted.merged_id(targets.get(reference.id)),
            **counted.places.proof(reference.proof),
        }


def amount_rows(counted: Counted) -> Iterator[Row]:
    """A row for every amount of money."""
    for document_id, amount in counted.each(lambda f: f.amounts):
        yield {
            "amount_id": amount.id,
            "document_id": document_id,
            "value": amount.value,
            "unit": amount.unit,
            "year": amount.year,
            "purpose": amount.purpose,
            "text": amount.text,
            **counted.places.proof(amount.proof),
        }


def expected_paper_rows(counted: Counted, trail: Trail) -> Iterator[Row]:
    """A row for every paper that is spoken of, with the paper itself where it is read."""
    states = {e.expected_id: e for e in trail.expectations}
    for _, expected in counted.each(lambda f: f.expected_papers):
        state = states.get(expected.id)
        yield {
            "expected_id": expected.id,
            "what": expected.what,
            "body": expected.body,
            "date": expected.date,
            "state": MISSING if state is None else state.state,
            "document_id": None if state is None else state.document_id,
            **counted.places.proof(expected.proof),
        }


def duty_rows(counted: Counted, trail: Trail, structures: Mapping[str, Structure]) -> Iterator[Row]:
    """A row for every duty; it binds the body its paper is about."""
    states = {d.duty_id: d for d in trail.duties}
    for document_id, duty in counted.each(lambda f: f.duties):
        state = states.get(duty.id)
        yield {
            "duty_id": duty.id,
            "body_id": counted.organisation_id(document_id, structures[document_id].front.body),
            "text": duty.rule,
            "every": duty.every,
            "last_evidence": None if state is None else state.last_evidence,
            "state": UNKNOWN if state is None else state.state,
            **counted.places.proof(duty.proof),
        }
