"""An id in one table that points to another is there, whichever papers give way to others."""

import pytest

from pipeline.context import Config, Context
from pipeline.lexicons import load
from pipeline.link import link_corpus
from pipeline.model.findings import Findings
from pipeline.resolve import resolve_corpus
from pipeline.tables import Tables, build_tables
from tests.unit.tables.corpus import BROKEN, FINDINGS, MINUTES, PAPERS, TALKED
from tests.unit.tables.factory import P, make_paper

CONTEXT = Context(Config(), load())
TARGETS = {"passage": "passages", "story": "stories", "recommendation": "recommendations", "decision": "decisions"}
ENDS = TARGETS | {"proposal": "proposals", "contribution": "contributions", "document": "documents"}


@pytest.fixture(scope="module")
def tables() -> Tables:
    # The agenda of the meeting gives way to its minutes: its items and its meeting are theirs.
    agenda = make_paper("raad/7000.pdf", P(TALKED, None, "4"), kind="dagsorden", items=(("4", "Opfølgning"),))
    papers, findings = (agenda, *PAPERS), (Findings(agenda.document_id), *FINDINGS)
    entities = resolve_corpus(papers, findings, context=CONTEXT)
    trail = link_corpus(papers, findings, entities, context=CONTEXT)
    documents = [*(paper.document for paper in papers), BROKEN]
    return build_tables(documents, [p.structure for p in papers], findings, entities, trail, context=CONTEXT)


@pytest.mark.parametrize(
    ("table", "column", "home"),
    [
        ("pages", "document_id", "documents"),
        ("passages", "meeting_id", "meetings"),
        ("passages", "item_id", "agenda_items"),
        ("agenda_items", "meeting_id", "meetings"),
        ("documents", "body_id", "organisations"),
        ("documents", "version_of", "documents"),
        ("decisions", "meeting_id", "meetings"),
        ("decisions", "item_id", "agenda_items"),
        ("decisions", "body_id", "organisations"),
        ("proposals", "item_id", "agenda_items"),
        ("attendance", "person_id", "people"),
        ("attendance", "meeting_id", "meetings"),
        ("memberships", "person_id", "people"),
        ("memberships", "organisation_id", "organisations"),
        ("memberships", "body_id", "organisations"),
        ("commitments", "decision_id", "decisions"),
        ("votes", "decision_id", "decisions"),
        ("stories", "part_of", "stories"),
        ("recommendations", "issued_by_id", "organisations"),
        ("recommendation_mentions", "recommendation_id", "recommendations"),
        ("status_events", "recommendation_id", "recommendations"),
        ("status_events", "decision_id", "decisions"),
        ("status_events", "body_id", "organisations"),
        ("statuses", "recommendation_id", "recommendations"),
    ],
)
def test_an_id_leads_to_its_row(tables, table, column, home):
    known = set(tables[home].column(0).to_pylist())
    found = [value for value in tables[table].column(column).to_pylist() if value is not None]
    assert found, "the made corpus must try this column"
    assert set(found) <= known


def test_themes_are_told_of_rows_that_are_there(tables):
    rows = tables["theme_assignments"].to_pylist()
    assert rows
    for row in rows:
        assert row["target_id"] in tables[TARGETS[row["target_kind"]]].column(0).to_pylist()


def test_both_ends_of_a_link_are_there(tables):
    rows = tables["links"].to_pylist()
    assert {row["relation"] for row in rows} >= {"supports", "follows_up", "elaborates", "decides"}
    for row in rows:
        for end in ("source", "target"):
            assert row[f"{end}_id"] in tables[ENDS[row[f"{end}_kind"]]].column(0).to_pylist()


def test_the_agenda_gives_way_and_counts_once(tables):
    rows = {row["path"]: row for row in tables["documents"].to_pylist()}
    assert (rows["raad/7000.pdf"]["status"], rows["raad/7000.pdf"]["version_of"]) == ("superseded", MINUTES.document_id)
    assert [(r["number"], r["document_id"]) for r in tables["agenda_items"].to_pylist()] == [("4", MINUTES.document_id)]
    held = [r for r in tables["meetings"].to_pylist() if r["date"] == "2025-03-04"]
    assert [(r["status"], r["document_id"]) for r in held] == [("afholdt", MINUTES.document_id)]
