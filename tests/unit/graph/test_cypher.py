"""Questions in Cypher about the graph of the made papers."""

import sys

import pytest

from pipeline.errors import InvalidConfig
from pipeline.graph import build_graph
from pipeline.run.cypher import render_cypher
from tests.unit.tables import corpus as c


@pytest.mark.parametrize(
    ("query", "lines"),
    [
        (
            "MATCH (h:historie)-[r:underbygger]->(a:anbefaling) RETURN h.label, r.page, r.score, a.label",
            [["h.label", "r.page", "r.score", "a.label"], [c.STORY, "1", "0.612", f"1. {c.POST}"]],
        ),
        (
            "MATCH (a)-[r:drøftet_samlet]->(b:råd) RETURN r.valid_from AS hvornår, b AS hvem, r AS hvad",
            [["hvornår", "hvem", "hvad"], ["2025-02", "Byrådet (Testby Kommune)", "drøftet (samlet)"]],
        ),
        (
            "MATCH p=(m:medlemskab)-[:har_medlem]->(:person {label: 'Bo Eksempel'}) RETURN p",
            [["p"], ["Bo Eksempel, medlem, Borgerrådet → har medlem → Bo Eksempel"]],
        ),
        ("MATCH (:anbefaling)-[r:har_status]->(s) WHERE r.valid_to IS NULL RETURN s, [1, 2] AS tal, NULL AS intet",
         [["s", "tal", "intet"], ["drøftet", "1, 2"]]),
        ("MATCH (p:person) RETURN count(p) AS n;", [["n"], ["2"]]),
        ("MATCH (p:person) WHERE p.label = ';' RETURN p", [["no rows"]]),
        # What there may be in other papers is no error in these.
        ("MATCH (:beslutning)-[:udsætter]->(b) RETURN b", [["no rows"]]),
        ("MATCH (:historie)-[:tages_op_i]->(i:input) RETURN i", [["no rows"]]),
    ],
)  # fmt: skip
def test_the_answer(tables, query, lines):
    printed = render_cypher(tables, query).splitlines()
    assert [[cell.strip() for cell in line.split("  ") if cell] for line in printed] == lines


def test_the_database_holds_the_whole_graph(tables):
    graph = build_graph(tables)
    assert render_cypher(tables, "MATCH (n) RETURN count(n) AS n") == f"n\n{graph.number_of_nodes()}"
    assert render_cypher(tables, "MATCH ()-[r]->() RETURN count(r) AS n") == f"n\n{graph.number_of_edges()}"


def test_a_corpus_without_papers_has_no_rows(tables):
    empty = {name: table.slice(0, 0) for name, table in tables.items()}
    assert render_cypher(empty, "MATCH (h:historie)-[:underbygger]->(a:anbefaling) RETURN h, a") == "no rows"


def test_the_same_question_has_the_same_answer(tables):
    query = "MATCH (a)-[r]->(b) RETURN a, r, b, r.quote"
    assert render_cypher(tables, query) == render_cypher(tables, query)


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("MATCH (h:hund) RETURN h", "Table hund does not exist"),
        ("MATCH (p:person) RETRN p", "Parser exception"),
        ("MATCH (p:person) RETURN p.alder", "Cannot find property alder"),
        ("", "expected one that begins with MATCH"),
        ("CREATE (n:person {key: 'x'})", "expected one that begins with MATCH"),
        ("COPY (MATCH (n) RETURN n.label) TO 'x.csv'", "expected one that begins with MATCH"),
        ("MATCH (n) RETURN n; COPY (MATCH (n) RETURN n.label) TO 'x.csv'", "ask them one at a time"),
        ("MATCH (n) WHERE n.label = 'it\\'s' RETURN n; RETURN 1", "ask them one at a time"),
    ],
)
def test_what_is_no_question_is_told(tables, query, told, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InvalidConfig, match=told):
        render_cypher(tables, query)
    assert list(tmp_path.iterdir()) == []


def test_without_the_package_it_says_how_to_get_it(tables, monkeypatch):
    monkeypatch.setitem(sys.modules, "ladybug", None)
    with pytest.raises(InvalidConfig, match=r"pip install 'raadspor\[cypher\]'"):
        render_cypher(tables, "MATCH (n) RETURN n")
