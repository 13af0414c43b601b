"""The graph of the five papers: the shapes hold for all of it, other programs load it, each statement has its place."""

import csv
from importlib.resources import files
from io import BytesIO

import igraph
import networkx as nx
import pyarrow.parquet as pq
import pyshacl
import pytest
import rdflib

from pipeline.graph import ENDS, build_graph, render_exports
from pipeline.run.results import open_results


@pytest.fixture(scope="module")
def tables(whole):
    return open_results(whole / "data" / "processed", ("tables",)).tables()


@pytest.fixture(scope="module")
def folder(whole):
    return whole / "data" / "processed" / "graph"


@pytest.fixture(scope="module")
def graph(tables):
    return build_graph(tables)


def test_two_makings_give_the_same_bytes(tables, folder):
    """Those of the run, in a process of its own, and those made here."""
    assert render_exports(tables) == {
        path.name: path.read_bytes() for path in folder.iterdir() if path.suffix != ".json"
    }


def test_the_shapes_hold(folder):
    shapes = rdflib.Graph().parse(data=(files("pipeline.graph") / "shapes.ttl").read_text(encoding="utf-8"))
    data = rdflib.Graph().parse(folder / "graph.jsonld", format="json-ld")
    assert len(data) > 10_000
    conforms, _, report = pyshacl.validate(data, shacl_graph=shapes)
    assert conforms, report[:2000]


def test_networkx_igraph_and_the_files_agree(graph, folder):
    counts = graph.number_of_nodes(), graph.number_of_edges()
    read = nx.read_graphml(BytesIO((folder / "graph.graphml").read_bytes()), force_multigraph=True)
    loaded = igraph.Graph.Read_GraphML(str(folder / "graph.graphml"))
    assert (read.number_of_nodes(), read.number_of_edges()) == counts
    assert (loaded.vcount(), loaded.ecount()) == counts
    assert pq.read_table(folder / "statements.parquet").num_rows == counts[1]
    for name, count in zip(("nodes.csv", "edges.csv"), counts, strict=True):
        with (folder / name).open(encoding="utf-8", newline="") as lines:
            assert sum(1 for _ in csv.DictReader(lines)) == count


@pytest.mark.parametrize(
    ("table", "kind"),
    [
        ("documents", "papir"),
        ("meetings", "møde"),
        ("agenda_items", "punkt"),
        ("people", "person"),
        ("memberships", "medlemskab"),
        ("decisions", "beslutning"),
        ("proposals", "indstilling"),
        ("recommendations", "anbefaling"),
        ("contributions", "input"),
        ("stories", "historie"),
        ("themes", "tema"),
    ],
)
def test_each_row_is_a_node(tables, graph, table, kind):
    assert sum(d["kind"] == kind for _, d in graph.nodes(data=True)) == tables[table].num_rows > 0


def test_each_link_is_an_edge_with_both_quotes(tables, graph):
    linked = [d for *_, d in graph.edges(data=True) if "to_quote" in d]
    assert len(linked) == tables["links"].num_rows
    assert sum(d["predicate"] != "er muligt spor til" for d in linked) == sum(tables["links"]["fact"].to_pylist())


def test_a_predicate_stands_between_the_kinds_that_are_told(graph):
    told = {(str(p), str(a), str(b)) for p, ends in ENDS.items() for a, b in ends}
    kinds = nx.get_node_attributes(graph, "kind")
    found = {(d["predicate"], kinds[a], kinds[b]) for a, b, d in graph.edges(data=True)}
    events = {one for one in found if one[0] not in {str(p) for p in ENDS}}
    assert found - events <= told
    assert {(a, b) for _, a, b in events} <= {
        ("anbefaling", "råd"), ("anbefaling", "organisation"), ("anbefaling", "papir"), ("person", "møde"),
    }  # fmt: skip


def test_each_statement_of_a_paper_has_span_page_and_box(tables, graph):
    """Those of the lexicons, which theme lies below which, stand in no paper; of copies the whole paper says it."""
    texts = dict(zip(*(tables["passages"][name].to_pylist() for name in ("passage_id", "text")), strict=True))
    told = [
        d for *_, d in graph.edges(data=True) if d["predicate"] not in {"hører under", "erstattes af", "er kopi af"}
    ]
    assert told
    for edge in told:
        assert texts[edge["passage_id"]][edge["start"] : edge["end"]] == edge["quote"]
        assert edge["place"].startswith(f"page={edge['page']}&viewrect=")
