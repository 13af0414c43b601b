"""Rows of the themes and the trail."""

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.model.entities import Entities
from pipeline.model.trail import Link, LocatedProof, StatusEvent, Trail
from pipeline.tables.clauses import UNKNOWN
from pipeline.tables.counted import Counted
from pipeline.tables.places import Places, Row


def theme_rows(context: Context) -> Iterator[Row]:
    """A row for every theme of the lexicon."""
    for theme in context.lexicons.themes.themes:
        yield {
            "theme_id": theme.theme_id,
            "label_da": theme.label_da,
            "label_en": theme.label_en,
            "broader": theme.broader,
            "scope_da": theme.scope or None,
            "taxonomy": theme.taxonomy,
        }


def theme_mention_rows(counted: Counted) -> Iterator[Row]:
    """A row for every term of a theme."""
    for document_id, mention in counted.each(lambda f: f.theme_mentions):
        yield {
            "mention_id": mention.id,
            "document_id": document_id,
            "theme_id": mention.theme_id,
            "term": mention.term,
            "entry": mention.entry,
            **counted.places.proof(mention.proof),
        }


def theme_assignment_rows(counted: Counted, entities: Entities) -> Iterator[Row]:
    """A row for every target and theme; of a recommendation in several places, its earliest full text speaks."""
    firsts = {r.first: r.recommendation_id for r in entities.recommendations}
    mentions = {mention for r in entities.recommendations for mention in r.mentions}
    for document_id, assignment in counted.each(lambda f: f.theme_assignments):
        target_id = firsts.get(assignment.target_id, assignment.target_id)
        if target_id in mentions:
            continue
        yield {
            "assignment_id": assignment.id,
            "document_id": document_id,
            "target_kind": assignment.target_kind,
            "target_id": target_id,
            "theme_id": assignment.theme_id,
            "score": round(assignment.score, 3),
        }


def unclaimed_rows(counted: Counted) -> Iterator[Row]:
    """A row for every sentence that some rule ought to claim and none did."""
    for document_id, sentence in counted.each(lambda f: f.unclaimed):
        yield {
            "unclaimed_id": sentence.id,
            "document_id": document_id,
            "kind": sentence.kind,
            "form": sentence.form,
            **counted.places.proof(sentence.proof),
        }


def unclaimed_term_rows(counted: Counted) -> Iterator[Row]:
    """A row for every noun of a paper that no theme has."""
    for document_id, term in counted.each(lambda f: f.unclaimed_terms):
        yield {
            "term_id": term.id,
            "document_id": document_id,
            "term": term.term,
            "passages": term.passages,
            **counted.places.proof(term.proof),
        }


def contribution_rows(counted: Counted) -> Iterator[Row]:
    """A row for every input, proposal or wish."""
    for document_id, contribution in counted.each(lambda f: f.contributions):
        yield {
            "contribution_id": contribution.id,
            "document_id": document_id,
            "agenda_item": contribution.agenda_item,
            "item_id": counted.merged_id(contribution.item_id),
            "kind": contribution.kind,
            "said_by": contribution.said_by,
            "text": contribution.text,
            **counted.places.proof(contribution.proof),
        }


def commitment_rows(counted: Counted, trail: Trail) -> Iterator[Row]:
    """A row for every agreement, with what became of it."""
    states = {c.commitment_id: c for c in trail.commitments}
    for document_id, commitment in counted.each(lambda f: f.commitments):
        state = states.get(commitment.id)
        yield {
            "commitment_id": commitment.id,
            "document_id": document_id,
            "decision_id": commitment.decision_id,
            "what": commitment.what,
            "responsible": commitment.responsible,
            "recipient": commitment.recipient,
            "due": commitment.due,
            "state": UNKNOWN if state is None else state.state,
            "closed_by": None if state is None else state.closed_by,
            **counted.places.proof(commitment.proof),
        }


def link_rows(trail: Trail, places: Places) -> Iterator[Row]:
    """A row for every link, facts and candidates."""
    for link in trail.links:
        yield {
            **_link(link),
            "source_proof": places.located(link.source_proof),
            "target_proof": places.located(link.target_proof),
        }


def _link(link: Link) -> Row:
    return {
        "link_id": link.link_id,
        "source_kind": link.source_kind,
        "source_id": link.source_id,
        "relation": link.relation,
        "target_kind": link.target_kind,
        "target_id": link.target_id,
        "score": round(link.score, 3),
        "fact": link.fact,
        "reference": link.reference,
        "method": link.method,
        "reason": link.reason,
    }


def status_event_rows(counted: Counted, trail: Trail) -> Iterator[Row]:
    """A row for everything that happened to a recommendation."""
    for event in trail.status_events:
        document_id = event.located.document_id
        yield {
            **_event(event),
            "body_id": counted.organisation_id(document_id, event.body),
            **counted.places.proof(event.located.proof),
            "document_id": document_id,
        }


def _event(event: StatusEvent) -> Row:
    return {
        "event_id": event.event_id,
        "recommendation_id": event.recommendation_id,
        "date": event.date,
        "body": event.body,
        "actor_role": event.actor_role,
        "what": event.what,
        "basis": event.basis,
        "reference": event.reference,
        "decision_id": event.decision_id,
    }


def status_rows(trail: Trail) -> Iterator[Row]:
    """A row for each recommendation and each date of one of its events."""
    for status in trail.statuses:
        yield {
            "status_id": status.status_id,
            "recommendation_id": status.recommendation_id,
            "as_of": status.as_of,
            "status": status.status,
            "since": status.since,
            "follow_up": status.follow_up,
            "searched": list(status.searched),
            "missing": list(status.missing),
            "own_follow_up": status.own_follow_up,
            "due": status.due,
            "reason": status.reason,
        }


def conflict_rows(trail: Trail, places: Places) -> Iterator[Row]:
    """A row for every contradiction."""
    for conflict in trail.conflicts:
        yield {
            "conflict_id": conflict.conflict_id,
            "about": conflict.about,
            "left": _value(conflict.left, conflict.left_proof, places),
            "right": _value(conflict.right, conflict.right_proof, places),
        }


def _value(value: str, proof: LocatedProof, places: Places) -> Row:
    return {"value": value, **places.located(proof)}
