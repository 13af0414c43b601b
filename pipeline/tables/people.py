"""Rows of people and bodies."""

from collections.abc import Iterator

from pipeline.model.entities import Entities, Identity
from pipeline.model.ids import digest
from pipeline.tables.counted import Counted
from pipeline.tables.places import Row


def person_rows(entities: Entities) -> Iterator[Row]:
    """A row for every person."""
    for person in entities.people:
        yield {"person_id": person.person_id, "name": person.name, "aliases": sorted(person.aliases)}


def organisation_rows(entities: Entities) -> Iterator[Row]:
    """A row for every body, association, party and authority."""
    for organisation in entities.organisations:
        yield {
            "organisation_id": organisation.organisation_id,
            "name": organisation.name,
            "aliases": sorted(organisation.aliases),
            "authority": organisation.authority,
            "kind": organisation.kind,
        }


def identity_rows(entities: Entities) -> Iterator[Row]:
    """A row for every form that was joined, and for every pair that is kept apart but may be one."""
    for identity in sorted(set(entities.identities), key=lambda i: tuple(str(v) for v in _identity(i).values())):
        row = _identity(identity)
        yield {"identity_id": digest("identities", *(str(value) for value in row.values())), **row}


def _identity(identity: Identity) -> Row:
    return {
        "entity_kind": identity.entity_kind,
        "entity_id": identity.entity_id,
        "text": identity.text,
        "other_id": identity.other_id,
        "state": identity.state,
        "reason": identity.reason,
        "rule": identity.rule,
    }


def entity_mention_rows(counted: Counted) -> Iterator[Row]:
    """A row for every name in a text."""
    for document_id, mention in counted.each(lambda f: f.entity_mentions):
        entity_id = {
            "person": counted.person_id(document_id, mention.text, mention.id),
            "organisation": counted.organisation_id(document_id, mention.text),
        }.get(mention.entity_kind)
        yield {
            "mention_id": mention.id,
            "document_id": document_id,
            "entity_kind": mention.entity_kind,
            "entity_id": entity_id,
            "text": mention.text,
            "role": mention.role,
            **counted.places.proof(mention.proof),
        }


def membership_rows(counted: Counted) -> Iterator[Row]:
    """A row for every membership."""
    for document_id, membership in counted.each(lambda f: f.memberships):
        yield {
            "membership_id": membership.id,
            "document_id": document_id,
            "person_id": counted.person_id(document_id, membership.person, membership.id),
            "person": membership.person,
            "organisation_id": counted.organisation_id(document_id, membership.organisation),
            "organisation": membership.organisation,
            "party": membership.party,
            "role": membership.role,
            "seat": membership.seat,
            "term_start": membership.term_start,
            "term_end": membership.term_end,
            "as_of": membership.as_of,
            "body": membership.body,
            "body_id": counted.organisation_id(document_id, membership.body),
            **counted.places.proof(membership.proof),
        }


def seat_rows(counted: Counted) -> Iterator[Row]:
    """A row for every seat."""
    for document_id, seat in counted.each(lambda f: f.seats):
        yield {
            "seat_id": seat.id,
            "document_id": document_id,
            "body_id": counted.organisation_id(document_id, seat.body),
            "organisation": seat.organisation,
            "number": seat.number,
            "vacant": seat.vacant,
            "appointed_by": seat.appointed_by,
            **counted.places.proof(seat.proof),
        }


def attendance_rows(counted: Counted) -> Iterator[Row]:
    """A row for every person at a meeting or item."""
    for document_id, attendance in counted.each(lambda f: f.attendance):
        yield {
            "attendance_id": attendance.id,
            "document_id": document_id,
            "meeting_id": counted.merged_id(attendance.meeting_id),
            "person_id": counted.person_id(document_id, attendance.person, attendance.id),
            "person": attendance.person,
            "capacity": attendance.capacity,
            "status": attendance.status,
            "agenda_item": attendance.agenda_item,
            "item_id": counted.merged_id(attendance.item_id),
            **counted.places.proof(attendance.proof),
        }
