"""The tables as DataFrames, the trail of a recommendation, and the way from an id back to the page."""

import pyarrow as pa
import pytest

import pipeline
from pipeline.errors import StaleOutput
from pipeline.run.frames import to_frame
from pipeline.run.lookup import Lookup
from pipeline.run.traces import find_trace
from pipeline.tables import SCHEMAS
from tests.unit.run.made import CONFLICT_ID, LIBRARY_ID, LINK_ID, POST_ID, made_tables, write_tables
from tests.unit.tables.corpus import FOLLOWED, IDS, POST, STORY, STOVE, TALKED


@pytest.fixture
def corpus(tmp_path):
    return pipeline.load(write_tables(tmp_path))


def test_every_table_of_the_contract_is_an_attribute(corpus):
    assert list(corpus.tables) == list(SCHEMAS)
    assert corpus.decisions is corpus.tables["decisions"]
    assert len(corpus.decisions) == 3


def test_a_corpus_tells_its_sizes(corpus):
    assert repr(corpus).startswith("Corpus(documents: 3, pages: 3, passages: ")


def test_what_is_unknown_stays_unknown_and_whole_numbers_whole():
    frame = to_frame(pa.table({"page": [1, None], "number": ["4", None], "fact": [True, None], "score": [0.5, None]}))
    assert [str(kind) for kind in frame.dtypes] == ["Int64", "string", "boolean", "Float64"]
    assert frame.isna().iloc[1].all()
    assert frame["page"].iloc[0] == 1


def test_lists_are_lists():
    table = pa.table({"parents": pa.array([["a", "b"], []], pa.list_(pa.string())), "n": [1, 2]})
    assert to_frame(table)["parents"].tolist() == [["a", "b"], []]
    assert to_frame(table).explode("parents")["parents"].iloc[:2].tolist() == ["a", "b"]


def test_an_empty_table_has_its_columns(corpus):
    assert list(corpus.redirects.columns) == ["old_id", "new_id"]
    assert len(corpus.redirects) == 0


@pytest.mark.parametrize("wanted", [POST_ID, "1", 1])
def test_the_trail_of_a_recommendation(corpus, wanted):
    trace = corpus.trace(wanted)
    assert trace.recommendation["text"] == POST
    assert trace.stories["text"].tolist() == [STORY]
    assert trace.decisions[["text", "fact", "reference"]].values.tolist() == [
        [FOLLOWED, True, "særskilt"],
        [TALKED, False, "samlet"],
    ]
    assert trace.events["what"].tolist() == ["fremsat"]
    assert trace.statuses["status"].tolist() == ["fremsat"]
    assert trace.mentions["how"].tolist() == ["full"]


def test_a_recommendation_nobody_took_up_has_an_empty_trail(corpus):
    trace = corpus.trace(LIBRARY_ID)
    assert (len(trace.stories), len(trace.decisions), len(trace.events)) == (0, 0, 0)


def test_a_recommendation_that_is_not_there_is_told(corpus):
    with pytest.raises(LookupError, match="expected a text, number or id in the findings, found '99' in none"):
        corpus.trace(99)


def test_a_number_that_several_have_is_told(tmp_path):
    tables = made_tables()
    twice = {**tables, "recommendations": pa.concat_tables([tables["recommendations"], other_number_one(tables)])}
    with pytest.raises(LookupError, match=f"expected one finding, found 2 for '1'; name one by its id: {POST_ID}, f"):
        find_trace(Lookup(twice), "1")


def other_number_one(tables):
    row = {**tables["recommendations"].to_pylist()[0], "recommendation_id": "f" * 16, "number": "1"}
    return tables["recommendations"].from_pylist([row], schema=SCHEMAS["recommendations"])


def test_the_trail_of_a_story_passes_the_recommendation_and_what_came_of_it(corpus):
    trace = corpus.trace(IDS.story)
    assert trace.recommendation is None
    assert trace.recommendations["text"].tolist() == [POST]
    assert trace.decisions["text"].tolist() == [FOLLOWED, TALKED]
    assert trace.statuses["status"].tolist() == ["fremsat"]


def test_a_corpus_can_be_searched_and_tells_its_gaps(corpus):
    assert [hit.found.text for hit in corpus.search("varmestuer").hits] == [STOVE]
    assert corpus.gaps()[0].gaps[0].id == POST_ID


def test_a_finding_explains_itself(corpus):
    decision = corpus.decisions[corpus.decisions["text"] == FOLLOWED].iloc[0]
    explanation = corpus.explain(decision["decision_id"])
    (evidence,) = explanation.evidence
    assert (explanation.table, explanation.rule) == ("decisions", "test.rule")
    assert (evidence.path, evidence.page, evidence.quote) == ("raad/7002.pdf", 1, FOLLOWED)
    assert evidence.quote in evidence.passage
    assert evidence.boxes[0]["page"] == 1
    assert str(explanation).splitlines()[-1] == f"  »{FOLLOWED}« Referat, s. 1"


@pytest.mark.parametrize(("row_id", "quotes"), [(LINK_ID, [STORY, POST]), (CONFLICT_ID, [POST, TALKED])])
def test_a_link_and_a_conflict_rest_on_two_proofs(corpus, row_id, quotes):
    assert [one.quote for one in corpus.explain(row_id).evidence] == quotes


def test_a_row_without_a_proof_explains_itself_by_its_values(corpus):
    document_id = corpus.documents["document_id"].iloc[0]
    explanation = corpus.explain(document_id)
    assert (explanation.table, explanation.evidence, explanation.rule) == ("documents", (), None)


def test_an_id_that_is_not_there_is_told(corpus):
    with pytest.raises(LookupError, match="expected the id of a row"):
        corpus.explain("0000")


def test_no_results_no_corpus(tmp_path):
    with pytest.raises(StaleOutput, match="expected the results of the stage tables, found none"):
        pipeline.load(tmp_path)
