"""The tables keep the contract: every table there, its names, types, order, and the rules that hold for all."""

from pathlib import Path

import pyarrow as pa
import pytest

from pipeline.context import Config, Context
from pipeline.lexicons import load
from pipeline.model.entities import Entities
from pipeline.model.trail import Trail
from pipeline.tables import SCHEMAS, Tables, build_tables, render_docs
from tests.unit.tables.corpus import DOCUMENTS, FINDINGS, STRUCTURES

CONTEXT = Context(Config(), load())
PROOF = ("passage_id", "start", "end", "quote", "page", "boxes", "rule", "score", "more")
CONTRACT = {
    "documents": "document_id path sha256 kind title body body_id authority region date case_numbers pages status "
    "reason duplicate_of version_of",
    "pages": "page_id document_id page state reason words",
    "passages": "passage_id document_id order kind level section section_role agenda_item item_id meeting_id text "
    "page boxes",
    "cells": "cell_id passage_id row col start end page box",
    "meetings": "meeting_id document_id body body_id date time_start time_end place status +",
    "agenda_items": "item_id document_id meeting_id number title case_number page closed",
    "clauses": "clause_id document_id kind text +",
    "references": "reference_id document_id kind text target_id +",
    "amounts": "amount_id document_id value unit year purpose text +",
    "people": "person_id name aliases",
    "organisations": "organisation_id name aliases authority kind",
    "entity_mentions": "mention_id document_id entity_kind entity_id text role +",
    "memberships": "membership_id document_id person_id person organisation_id organisation party role seat "
    "term_start term_end as_of body body_id +",
    "seats": "seat_id document_id body_id organisation number vacant appointed_by +",
    "attendance": "attendance_id document_id meeting_id person_id person capacity status agenda_item item_id +",
    "proposals": "proposal_id document_id agenda_item item_id number text +",
    "decisions": "decision_id document_id agenda_item item_id meeting_id status type body body_id date due actors "
    "points votes_for votes_against votes_abstained dissent text +",
    "votes": "vote_id decision_id voter_kind voter vote",
    "recommendations": "recommendation_id document_id number kind parents text strength source said_by issued_by "
    "addressed_to issued +",
    "recommendation_mentions": "mention_id recommendation_id document_id how +",
    "stories": "story_id document_id kind part_of heading told_by text +",
    "dates": "date_id document_id text edtf time_start time_end role +",
    "themes": "theme_id label_da label_en broader",
    "theme_mentions": "mention_id document_id theme_id term +",
    "theme_assignments": "assignment_id document_id target_kind target_id theme_id score",
    "links": "link_id source_kind source_id relation target_kind target_id score fact reference method reason "
    "source_proof target_proof",
    "contributions": "contribution_id document_id agenda_item item_id kind said_by text +",
    "commitments": "commitment_id document_id decision_id what responsible recipient due state closed_by +",
    "status_events": "event_id recommendation_id date body body_id actor_role what basis reference decision_id +",
    "statuses": "status_id recommendation_id as_of status since follow_up searched missing own_follow_up due reason",
    "expected_papers": "expected_id what body date state document_id +",
    "duties": "duty_id body_id every last_evidence state +",
    "conflicts": "conflict_id about left right",
    "redirects": "old_id new_id",
}

# What nobody claimed, and why names and wordings are one: tables beside the contract.
MORE = {"unclaimed", "unclaimed_terms", "identities"}


def names(table: str) -> list[str]:
    """The columns the contract asks for."""
    words = CONTRACT[table].split()
    return [*words[:-1], *PROOF] if words[-1] == "+" else words


@pytest.fixture(scope="module")
def tables() -> Tables:
    return build_tables(DOCUMENTS, STRUCTURES, FINDINGS, Entities(), Trail(), context=CONTEXT)


def test_every_table_of_the_contract_is_there_and_what_is_more_is_known():
    assert [name for name in SCHEMAS if name in CONTRACT] == list(CONTRACT)
    assert set(SCHEMAS) - set(CONTRACT) == MORE


@pytest.mark.parametrize("table", CONTRACT)
def test_the_columns_come_in_the_order_of_the_contract(table):
    assert [c for c in SCHEMAS[table].names if c in names(table)] == names(table)


@pytest.mark.parametrize(
    ("column", "kind"),
    [
        ("start", pa.int64()),
        ("end", pa.int64()),
        ("page", pa.int64()),
        ("pages", pa.int64()),
        ("votes_for", pa.int64()),
        ("score", pa.float64()),
        ("number", pa.string()),
        ("agenda_item", pa.string()),
        ("document_id", pa.string()),
        ("case_numbers", pa.list_(pa.string())),
        ("aliases", pa.list_(pa.string())),
    ],
)
def test_a_column_has_one_type_in_all_tables(column, kind):
    other = {"number": ("seats",)}
    found = {s.field(column).type for t, s in SCHEMAS.items() if column in s.names and t not in other.get(column, ())}
    assert found == {kind}


@pytest.mark.parametrize("table", CONTRACT)
def test_schema_names_its_version_and_describes_every_column_in_both_languages(table):
    schema = SCHEMAS[table]
    assert schema.metadata[b"version"] == b"1"
    assert all(field.metadata[b"da"] and field.metadata[b"en"] for field in schema)


@pytest.mark.parametrize("table", CONTRACT)
def test_a_table_has_the_types_of_its_schema_without_a_single_paper(table):
    empty = build_tables((), (), (), Entities(), Trail(), context=CONTEXT)
    assert empty[table].schema.equals(SCHEMAS[table], check_metadata=True)
    assert table == "themes" or empty[table].num_rows == 0


def test_ids_are_there_and_unique(tables):
    for name, table in tables.items():
        ids = table.column(0).to_pylist()
        assert None not in ids, name
        assert len(set(ids)) == len(ids), name


def test_lists_are_empty_rather_than_null(tables):
    for name, table in tables.items():
        for field in table.schema:
            if pa.types.is_list(field.type):
                assert table.column(field.name).null_count == 0, (name, field.name)


def test_columns_that_are_required_are_never_null(tables):
    for name, table in tables.items():
        for field in table.schema:
            assert field.nullable or table.column(field.name).null_count == 0, (name, field.name)


def test_a_quote_is_the_text_of_its_passage(tables):
    texts = {row["passage_id"]: row["text"] for row in tables["passages"].to_pylist()}
    proofs = [row for t in tables.values() if "quote" in t.column_names for row in t.to_pylist()]
    assert len(proofs) > 15
    for row in proofs:
        assert texts[row["passage_id"]][row["start"] : row["end"]] == row["quote"]
        assert row["boxes"]


def test_no_string_is_empty(tables):
    for name, table in tables.items():
        for field in table.schema:
            if pa.types.is_string(field.type):
                assert "" not in table.column(field.name).to_pylist(), (name, field.name)


def test_rows_are_the_same_whatever_the_order_of_the_papers(tables):
    turned = build_tables(DOCUMENTS[::-1], STRUCTURES[::-1], FINDINGS[::-1], Entities(), Trail(), context=CONTEXT)
    for name, table in tables.items():
        assert table.equals(turned[name]), name


def test_docs_are_made_from_the_schemas():
    text = Path(__file__, "..", "..", "..", "docs", "tables.md").resolve().read_text(encoding="utf-8")
    assert text == render_docs(), "docs/tables.md is stale: write the text of pipeline.tables.render_docs() to it"
