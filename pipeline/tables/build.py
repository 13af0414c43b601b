"""All rows of all tables, in the order and types of the contract."""

from collections.abc import Iterable, Mapping, Sequence

import pyarrow as pa

from pipeline.context import Context
from pipeline.model.document import Document
from pipeline.model.entities import Entities
from pipeline.model.findings import Findings
from pipeline.model.structure import Structure
from pipeline.model.trail import Trail
from pipeline.tables import clauses, decided, papers, people
from pipeline.tables import trail as trails
from pipeline.tables.counted import Counted
from pipeline.tables.papers import Read
from pipeline.tables.places import Places, Row, by_id, by_place
from pipeline.tables.schemas import SCHEMAS

Tables = dict[str, pa.Table]


def build_tables(
    documents: Sequence[Document],
    structures: Sequence[Structure],
    findings: Sequence[Findings],
    entities: Entities,
    trail: Trail,
    *,
    context: Context,
) -> Tables:
    """Every table of the contract by name, the empty ones too; the order of the papers does not matter."""
    places = Places.of(documents)
    ordered = sorted(documents, key=lambda d: d.document_id)
    read = Read(ordered, {s.document_id: s for s in structures}, entities, places)
    counted = Counted.of(findings, entities, places)
    rows = {
        **_paper_rows(read, context),
        **_placed_rows(read, counted, trail),
        **_registered_rows(counted, entities, trail, context),
    }
    return {name: _table(name, rows.get(name, [])) for name in SCHEMAS}


def _paper_rows(read: Read, context: Context) -> dict[str, list[Row]]:
    """Tables whose rows come in the order of the papers and their pages."""
    order = {p: (d, passage.order) for p, (d, passage) in read.places.passages.items()}
    return {
        "documents": list(papers.document_rows(read, context.lexicons.themes)),
        "pages": list(papers.page_rows(read)),
        "passages": list(papers.passage_rows(read)),
        "cells": sorted(papers.cell_rows(read), key=lambda c: (order[str(c["passage_id"])], str(c["cell_id"]))),
        "agenda_items": list(papers.agenda_item_rows(read)),
    }


def _placed_rows(read: Read, counted: Counted, found: Trail) -> dict[str, list[Row]]:
    """Tables whose rows carry a proof, sorted by its place."""
    entities = read.entities
    rows: dict[str, Iterable[Row]] = {
        "meetings": papers.meeting_rows(read),
        "clauses": clauses.clause_rows(counted),
        "references": clauses.reference_rows(counted, found),
        "amounts": clauses.amount_rows(counted),
        "entity_mentions": people.entity_mention_rows(counted),
        "memberships": people.membership_rows(counted),
        "seats": people.seat_rows(counted),
        "attendance": people.attendance_rows(counted),
        "proposals": decided.proposal_rows(counted),
        "decisions": decided.decision_rows(counted),
        "recommendations": decided.recommendation_rows(counted, entities),
        "recommendation_mentions": decided.recommendation_mention_rows(counted, entities),
        "stories": decided.story_rows(counted),
        "dates": decided.date_rows(counted),
        "theme_mentions": trails.theme_mention_rows(counted),
        "unclaimed": trails.unclaimed_rows(counted),
        "unclaimed_terms": trails.unclaimed_term_rows(counted),
        "contributions": trails.contribution_rows(counted),
        "commitments": trails.commitment_rows(counted, found),
        "status_events": trails.status_event_rows(counted, found),
        "expected_papers": clauses.expected_paper_rows(counted, found),
        "duties": clauses.duty_rows(counted, found, read.structures),
    }
    return {name: by_place(found, read.places, id_name=_id_name(name)) for name, found in rows.items()}


def _registered_rows(counted: Counted, entities: Entities, found: Trail, context: Context) -> dict[str, list[Row]]:
    """Tables whose rows are sorted by id."""
    rows: dict[str, Iterable[Row]] = {
        "people": people.person_rows(entities),
        "organisations": people.organisation_rows(entities),
        "identities": people.identity_rows(entities),
        "votes": decided.vote_rows(counted),
        "themes": trails.theme_rows(context),
        "theme_assignments": trails.theme_assignment_rows(counted, entities),
        "links": trails.link_rows(found, counted.places),
        "statuses": trails.status_rows(found),
        "conflicts": trails.conflict_rows(found, counted.places),
    }
    return {name: by_id(found, id_name=_id_name(name)) for name, found in rows.items()}


def _id_name(table: str) -> str:
    name: str = SCHEMAS[table].names[0]
    return name


def _table(name: str, rows: Sequence[Mapping[str, object]]) -> pa.Table:
    """The Arrow table; a row without one of the columns is a bug and crashes."""
    schema = SCHEMAS[name]
    return pa.table([pa.array([row[f.name] for row in rows], type=f.type) for f in schema], schema=schema)
