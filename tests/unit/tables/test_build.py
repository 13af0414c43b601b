"""What stands in the rows: unread papers, merged meetings, papers that give way, identities of recommendations."""

from dataclasses import replace

import pytest

from pipeline.context import Config, Context
from pipeline.lexicons import load
from pipeline.model.entities import Entities, Merge, Naming, Organisation, Person, Recommendation, Version
from pipeline.model.ids import digest
from pipeline.model.structure import MeetingStatus
from pipeline.model.trail import CommitmentState, Trail
from pipeline.tables import build_tables
from tests.unit.tables import corpus as c
from tests.unit.tables.factory import proof_of

CONTEXT = Context(Config(), load())


NOBODY = Entities()
NOTHING = Trail()


def rows(table, *, entities=NOBODY, trail=NOTHING):
    return build_tables(c.DOCUMENTS, c.STRUCTURES, c.FINDINGS, entities, trail, context=CONTEXT)[table].to_pylist()


def test_a_paper_that_could_not_be_read_is_a_row_with_its_reason():
    row = next(r for r in rows("documents") if r["path"] == "raad/7003.pdf")
    assert (row["status"], row["reason"], row["kind"], row["pages"]) == ("failed", "filen er tom", None, None)


def test_pages_count_the_words_of_the_paper():
    words = [(r["page"], r["words"]) for r in rows("pages") if r["document_id"] == c.ADVICE.document_id]
    assert words == [(1, 37), (2, 17)]


def test_a_passage_knows_item_section_and_meeting():
    row = next(r for r in rows("passages") if r["text"] == c.TALKED)
    assert (row["section_role"], row["agenda_item"]) == ("beslutning", "4")
    assert row["meeting_id"] == c.MINUTES.structure.meetings[0].meeting_id


def test_a_planned_meeting_has_no_paper():
    found = {r["date"]: (r["status"], r["document_id"]) for r in rows("meetings")}
    assert found == {"2025-03-04": ("afholdt", c.MINUTES.document_id), "2025-06-03": ("planlagt", None)}


def test_a_merged_meeting_stands_once():
    old, new = (m.meeting_id for m in c.MINUTES.structure.meetings)
    merged = rows("meetings", entities=Entities(meetings=(Merge(old, new),)))
    assert [r["meeting_id"] for r in merged] == [new]


def test_a_meeting_that_two_papers_tell_of_stands_once_as_its_own_paper_tells_it():
    own = c.MINUTES.structure.meetings[0]
    plan = replace(own, status=MeetingStatus.PLANNED, proof=proof_of(c.ADVICE, c.POST))
    structures = (replace(c.ADVICE.structure, meetings=(plan,)), c.MINUTES.structure)
    tables = build_tables(c.DOCUMENTS, structures, c.FINDINGS, NOBODY, NOTHING, context=CONTEXT)
    found = [(r["date"], r["status"], r["document_id"]) for r in tables["meetings"].to_pylist()]
    assert sorted(found, key=str) == [
        ("2025-03-04", "afholdt", c.MINUTES.document_id),
        ("2025-06-03", "planlagt", None),
    ]


def test_findings_of_a_superseded_paper_do_not_count():
    version = Version(c.MINUTES.document_id, c.ADVICE.document_id, "en nyere udgave: raad/7001.pdf")
    entities = Entities(versions=(version,))
    row = next(r for r in rows("documents", entities=entities) if r["path"] == "raad/7002.pdf")
    assert (row["status"], row["version_of"], row["reason"]) == ("superseded", version.newer, version.reason)
    assert rows("decisions", entities=entities) == []
    assert any(r["document_id"] == c.MINUTES.document_id for r in rows("passages", entities=entities))


def test_names_become_people_and_bodies():
    entities = Entities(
        people=(Person("p1", "Anna Prøve", ()),),
        organisations=(Organisation("o1", "Borgerrådet", ("Testby Borgerråd",), "Testby Kommune", "råd"),),
        people_names=(Naming(c.MINUTES.document_id, "Anna Prøve", "p1"),),
        organisation_names=(Naming(c.MINUTES.document_id, "Borgerrådet", "o1"),),
    )
    found = {r["person"]: (r["person_id"], r["body_id"]) for r in rows("memberships", entities=entities)}
    assert found == {"Anna Prøve": ("p1", "o1"), "Bo Eksempel": (None, "o1")}
    talked = next(r for r in rows("decisions", entities=entities) if r["text"] == c.TALKED)
    assert talked["actors"] == [{"kind": "råd", "id": "o1"}]


def test_a_recommendation_is_a_row_of_its_earliest_full_text():
    identity = Recommendation("r1", c.IDS.library, (c.IDS.library,), ("r0",))
    (row,) = rows("recommendations", entities=Entities(recommendations=(identity,)))
    assert (row["recommendation_id"], row["text"], row["parents"]) == ("r1", c.LIBRARY, ["r0"])
    assert (row["page"], row["start"]) == (2, 2)  # an item's span is the item less its bullet


def test_themes_of_a_recommendation_are_told_of_the_identity():
    identity = Recommendation("r1", c.IDS.library, (c.IDS.library,), ())
    found = rows("theme_assignments", entities=Entities(recommendations=(identity,)))
    assert ("r1", 0.667) in [(r["target_id"], r["score"]) for r in found]


@pytest.mark.parametrize(
    ("states", "expected"),
    [((), "kan ikke afgøres"), ((CommitmentState(digest("c", "1"), "åben", None),), "åben")],
)
def test_a_commitment_is_unknown_until_the_trail_says_more(states, expected):
    assert [r["state"] for r in rows("commitments", trail=Trail(commitments=states))] == [expected]


def test_rows_of_a_paper_come_in_the_order_of_its_pages():
    found = [r["quote"] for r in rows("decisions")]
    assert found == [c.REPORTED, c.TALKED, c.FOLLOWED]
