"""The graph says what the tables say, and its exports are read by the programs they are for."""

import csv
from io import BytesIO, StringIO
from pathlib import Path

import igraph
import networkx as nx
import pyarrow.parquet as pq
import pytest

from pipeline.graph import build_graph, render_exports
from pipeline.graph.ends import ENDS
from pipeline.graph.statements import NodeKind, Predicate
from pipeline.graph.terms import edge_name, term
from pipeline.model.danish import danish_date
from tests.unit.graph.made import make_tables, status, with_rows
from tests.unit.tables import corpus as c


def said(graph):
    """Statements as three words: the labels of the ends and the predicate between."""
    names = nx.get_node_attributes(graph, "label")
    return {(names[a], values["predicate"], names[b]) for a, b, values in graph.edges(data=True)}


@pytest.mark.parametrize(
    "statement",
    [
        ("Anbefalinger fra Borgerrådet", "er fra", "Borgerrådet (Testby Kommune)"),
        ("Borgerrådet, 4. marts 2025", "holdes af", "Borgerrådet (Testby Kommune)"),
        ("Borgerrådet, 3. juni 2025", "er dateret", "3. juni 2025"),
        ("Punkt 4: Opfølgning", "er del af", "Borgerrådet, 4. marts 2025"),
        ("Anna Prøve, formand, Borgerrådet", "har medlem", "Anna Prøve"),
        ("Anna Prøve, formand, Borgerrådet", "er plads i", "Borgerrådet (Testby Kommune)"),
        ("Bo Eksempel, medlem, Borgerrådet", "er plads for", "Testby Venner"),
        ("Anna Prøve", "til stede ved", "Borgerrådet, 4. marts 2025"),
        (c.TALKED, "er truffet af", "Borgerrådet (Testby Kommune)"),
        (c.TALKED, "er del af", "Punkt 4: Opfølgning"),
        (c.REPORTED, "er dateret", "februar 2025"),
        (f"1. {c.POST}", "er fremsat af", "Borgerrådet (Testby Kommune)"),
        (c.EXAMPLE, "er del af", c.STORY),
        (c.STORY, "handler om", "Digital adgang"),
        ("Digital adgang", "hører under", "Adgang"),
        (c.STORY, "underbygger", f"1. {c.POST}"),
        (c.STORY, "er muligt spor til", f"2. {c.STOVE}"),
        (f"1. {c.POST}", "drøftet (samlet)", "Byrådet (Testby Kommune)"),
        (f"1. {c.POST}", "har status", "drøftet"),
    ],
)
def test_the_graph_says(graph, statement):
    assert statement in said(graph)


def test_a_candidate_is_never_said_as_a_fact(graph):
    assert (c.STORY, "underbygger", f"2. {c.STOVE}") not in said(graph)


def link_of(graph):
    advice = next(n for n, d in graph.nodes(data=True) if d["label"] == f"1. {c.POST}")
    (edge,) = graph[f"historie:{c.IDS.story}"][advice].values()
    return edge


def test_a_link_carries_the_two_quotes_and_why(graph):
    edge = link_of(graph)
    assert (edge["quote"], edge["page"], edge["score"], edge["rule"]) == (c.STORY, 1, 0.612, "link.test")
    assert (edge["to_quote"], edge["to_page"], edge["reason"]) == (c.POST, 1, "fordi")


def test_an_edge_prints_words_and_no_names_of_code(graph):
    assert "'predicate': 'underbygger'" in str(link_of(graph))
    assert {type(v) for *_, d in graph.edges(data=True) for v in d.values()} <= {str, int, float}
    assert {type(v) for _, d in graph.nodes(data=True) for v in d.values()} == {str}


def test_what_no_row_proves_has_its_place_too(graph):
    """The table of items says in which meeting one is; the statement says where it begins."""
    (begins,) = (d for start, _, d in graph.edges(data=True) if start.startswith("punkt:"))
    assert (begins["quote"], begins["page"]) == (c.ASKED, 1)
    from_body = {d["document_id"]: d["quote"] for *_, d in graph.edges(data=True) if d["predicate"] == "er fra"}
    assert from_body[c.ADVICE.document_id] == "Borgerrådet", "no mention of its own: its name as it is written"
    about = [d for *_, d in graph.edges(data=True) if d["predicate"] == "handler om"]
    assert {d["quote"] for d in about} == {"digital post", c.LIBRARY, c.POST}
    assert all(d["place"].startswith("page=") for d in about)


def turns(tables, *statuses):
    """The statuses of the first recommendation in turn, with the time in which they held."""
    advice = tables["recommendations"]["recommendation_id"][0].as_py()
    rows = [row for row in tables["statuses"].to_pylist()[:1] for _ in statuses]
    made = (status(advice, *one) for one in statuses)
    told = [{**r, **{f: getattr(s, f) for f in r if hasattr(s, f)}} for r, s in zip(rows, made, strict=True)]
    graph = build_graph(with_rows(tables, "statuses", told))
    edges = [(end, d) for _, end, d in graph.edges(data=True) if d["predicate"] == "har status"]
    held = [(d["valid_from"], d.get("valid_to"), graph.nodes[end]["label"]) for end, d in edges]
    return sorted(held)


def test_a_status_holds_until_the_next_one_begins(tables):
    found = turns(
        tables,
        ("2025-01-15", "fremsat", "2025-01-15"),
        ("2025-02", "drøftet", "2025-02"),
        ("2025-03-04", "drøftet", "2025-02"),
        ("2025-09-01", "vedtaget", "2025-08"),
    )
    assert found == [
        ("2025-01-15", "2025-02", "fremsat"),
        ("2025-02", "2025-08", "drøftet"),
        ("2025-08", None, "vedtaget"),
    ]


def test_a_status_that_comes_back_has_two_times_and_the_gap_stays(tables):
    found = turns(
        tables,
        ("2024-01", "drøftet", "2024-01"),
        ("2024-06", "udsat", "2024-06"),
        ("2025-01", "drøftet", "2025-01"),
    )
    assert [(start, end) for start, end, what in found if what == "drøftet"] == [
        ("2024-01", "2024-06"),
        ("2025-01", None),
    ]


def test_no_status_ends_before_it_begins(tables):
    """What is told later may have happened earlier: the first then holds until it was told."""
    found = turns(tables, ("2025-03", "drøftet", "2025-03"), ("2025-09", "oversendt", "2025-01"))
    assert ("2025-03", "2025-09", "drøftet") in found


def test_every_predicate_has_its_ends():
    assert set(ENDS) == set(Predicate)


@pytest.mark.parametrize("predicate", Predicate)
def test_every_predicate_is_described_with_its_ends_and_its_term(predicate):
    rows = (Path(__file__).parents[3] / "docs" / "graph.md").read_text(encoding="utf-8").splitlines()
    (row,) = (row for row in rows if row.startswith(f"| `{edge_name(predicate)}` |"))
    _, _, ends, terms, _ = row.split("|")
    told = [half.split(" → ") for half in ends.split(";")]
    pairs = {(a.strip(), b.strip()) for left, right in told for a in left.split(",") for b in right.split(",")}
    assert pairs == {(str(a), str(b)) for a, b in ENDS[predicate]}
    assert set(terms.strip().split(", ")) == {f"`{term(predicate, start)}`" for start, _ in ENDS[predicate]}


def test_a_corpus_without_papers_is_a_graph_without_papers(tables):
    empty = {name: table.slice(0, 0) for name, table in tables.items()}
    assert build_graph(empty).number_of_nodes() == 0
    assert set(render_exports(empty)) == {
        "edges.csv",
        "graph.graphml",
        "graph.jsonld",
        "nodes.csv",
        "statements.parquet",
    }


def test_every_node_has_a_kind_and_a_label(graph):
    kinds = {str(kind) for kind in NodeKind}
    assert all(values["kind"] in kinds and values["label"] for _, values in graph.nodes(data=True))


def test_exports_are_the_same_bytes_whatever_the_order_of_the_papers(exports):
    turned = make_tables(documents=c.DOCUMENTS[::-1], structures=c.STRUCTURES[::-1], findings=c.FINDINGS[::-1])
    assert render_exports(turned) == exports


def test_graphml_is_the_graph(graph, exports):
    read = nx.read_graphml(BytesIO(exports["graph.graphml"]), force_multigraph=True)
    assert set(read.nodes) == set(graph.nodes)
    assert {(a, b, k) for a, b, k in read.edges(keys=True)} == {(a, b, k) for a, b, k in graph.edges(keys=True)}


def test_node_and_edge_csv_fit_together(graph, exports):
    nodes = list(csv.DictReader(StringIO(exports["nodes.csv"].decode())))
    edges = list(csv.DictReader(StringIO(exports["edges.csv"].decode())))
    keys = {node[":ID"] for node in nodes}
    assert len(nodes) == graph.number_of_nodes()
    assert len(edges) == graph.number_of_edges()
    assert all(edge[":START_ID"] in keys and edge[":END_ID"] in keys for edge in edges)


def test_parquet_holds_every_statement(graph, exports):
    table = pq.read_table(BytesIO(exports["statements.parquet"]))
    assert table.num_rows == graph.number_of_edges()
    assert table.column("judgement").null_count == table.num_rows


def test_igraph_loads_the_graphml(graph, exports, tmp_path):
    path = tmp_path / "graph.graphml"
    path.write_bytes(exports["graph.graphml"])
    read = igraph.Graph.Read_GraphML(str(path))
    assert (read.vcount(), read.ecount()) == (graph.number_of_nodes(), graph.number_of_edges())
    assert set(read.vs["label"]) == {values["label"] for _, values in graph.nodes(data=True)}
    assert sorted(read.es["predicate"]) == sorted(d["predicate"] for *_, d in graph.edges(data=True))


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
        ("stories", "historie"),
        ("themes", "tema"),
    ],
)
def test_each_row_is_a_node(tables, graph, table, kind):
    assert sum(d["kind"] == kind for _, d in graph.nodes(data=True)) == tables[table].num_rows > 0


@pytest.mark.parametrize(
    ("table", "predicates"),
    [
        ("links", {"underbygger", "er muligt spor til"}),
        ("status_events", {"drøftet (samlet)"}),
        ("theme_assignments", {"handler om"}),
    ],
)
def test_each_row_is_an_edge(tables, graph, table, predicates):
    found = sum(d["predicate"] in predicates for *_, d in graph.edges(data=True))
    assert found == tables[table].num_rows > 0


@pytest.mark.parametrize(
    ("edtf", "danish"),
    [
        ("2026-04-30", "30. april 2026"),
        ("2025-10", "oktober 2025"),
        ("2026", "2026"),
        ("2026-23", "2026-23"),
        ("2027/..", "2027/.."),
        ("2026~", "2026~"),
    ],
)
def test_dates_are_danish(edtf, danish):
    assert danish_date(edtf) == danish
