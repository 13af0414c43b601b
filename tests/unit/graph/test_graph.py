"""The graph says what the tables say, and its exports are read by the programs they are for."""

import csv
import json
from io import BytesIO, StringIO

import networkx as nx
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import rdflib

from pipeline.context import Config, Context
from pipeline.graph import build_graph, render_exports
from pipeline.graph.statements import NodeKind
from pipeline.lexicons import load
from pipeline.model.danish import danish_date
from pipeline.model.ids import digest
from pipeline.model.trail import Link, LocatedProof, StatusEvent, Trail
from pipeline.resolve import resolve_corpus
from pipeline.tables import SCHEMAS, build_tables
from tests.unit.tables import corpus as c
from tests.unit.tables.factory import proof_of

CONTEXT = Context(Config(), load())
THEMES = [
    {"theme_id": "adgang", "label_da": "Adgang", "label_en": "Access", "broader": None},
    {"theme_id": "digital", "label_da": "Digital adgang", "label_en": "Digital inclusion", "broader": "adgang"},
]


def make_tables(*, documents=c.DOCUMENTS, structures=c.STRUCTURES, findings=c.FINDINGS):
    entities = resolve_corpus(c.PAPERS, c.FINDINGS, context=CONTEXT)
    by_first = {r.first: r.recommendation_id for r in entities.recommendations}
    told = LocatedProof(c.ADVICE.document_id, proof_of(c.ADVICE, c.STORY))

    def link(first, *, fact):
        ends = "story", c.IDS.story, "supports", "recommendation", by_first[first]
        return Link(digest("l", first), *ends, 0.61234, fact, "særskilt", "link.test", "fordi", told, told)

    ends = digest("ev"), by_first[c.IDS.post], "2025-02", "Byrådet", "modtager", "drøftet", "andenhånds", "samlet", None
    event = StatusEvent(*ends, LocatedProof(c.MINUTES.document_id, proof_of(c.MINUTES, c.REPORTED)))
    links = (link(c.IDS.post, fact=True), link(c.IDS.stove, fact=False))
    trail = Trail(links=links, status_events=(event,))
    tables = build_tables(documents, structures, findings, entities, trail, context=CONTEXT)
    return tables | {"themes": pa.Table.from_pylist(THEMES, schema=SCHEMAS["themes"])}


@pytest.fixture(scope="module")
def tables():
    return make_tables()


@pytest.fixture(scope="module")
def graph(tables):
    return build_graph(tables)


@pytest.fixture(scope="module")
def exports(tables):
    return render_exports(tables)


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
    ],
)
def test_the_graph_says(graph, statement):
    assert statement in said(graph)


def test_a_candidate_is_never_said_as_a_fact(graph):
    assert (c.STORY, "underbygger", f"2. {c.STOVE}") not in said(graph)


def test_a_statement_carries_its_evidence(graph):
    story, advice = (
        f"historie:{c.IDS.story}",
        next(n for n, d in graph.nodes(data=True) if d["label"] == f"1. {c.POST}"),
    )
    (edge,) = graph[story][advice].values()
    assert (edge["quote"], edge["page"], edge["score"], edge["rule"]) == (c.STORY, 1, 0.612, "link.test")


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


@pytest.fixture(scope="module")
def linked(exports):
    return rdflib.Graph().parse(data=exports["graph.jsonld"].decode(), format="json-ld")


@pytest.mark.parametrize(
    ("pattern", "count"),
    [
        (
            "?m a org:Membership ; org:member ?p ; org:organization ?b . ?p a schema:Person ; schema:name 'Anna Prøve'",
            1,
        ),
        ("?b a org:FormalOrganization ; rdfs:label 'Borgerrådet (Testby Kommune)'@da", 1),
        ("?d a prov:Activity ; prov:wasAssociatedWith ?b . ?b a org:FormalOrganization", 3),
        ("?a a oa:Annotation ; oa:hasBody/rdf:predicate rs:underbygger ; oa:hasTarget/oa:hasSelector/oa:exact ?q", 1),
        ("?r prov:wasAttributedTo ?b ; a rs:anbefaling", 3),
        ("?t rs:edtf '2025-02'", 1),
        ("?t a skos:Concept ; skos:prefLabel 'Digital adgang'@da ; skos:broader/skos:prefLabel 'Access'@en", 1),
    ],
)
def test_rdflib_finds_in_the_json_ld(linked, pattern, count):
    context = json.loads(json.dumps(dict(linked.namespaces())))
    found = linked.query(f"SELECT * WHERE {{ {pattern} }}", initNs={k: rdflib.Namespace(v) for k, v in context.items()})
    assert len(list(found)) == count


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
