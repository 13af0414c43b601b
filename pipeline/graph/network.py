"""From statements to a networkx graph."""

import networkx as nx

from pipeline.graph.columns import statement_row
from pipeline.graph.edges import find_statements
from pipeline.graph.nodes import find_nodes
from pipeline.graph.rows import Tables
from pipeline.graph.statements import Node, Statement
from pipeline.model.origin import origin_of


def build_graph(tables: Tables) -> "nx.MultiDiGraph[str]":
    """The graph: nodes with kind and label, edges are statements by id; what made it is on the graph."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(**origin_of(tables["documents"].schema.metadata))
    nodes = find_nodes(tables)
    for key, node in nodes.items():
        graph.add_node(key, kind=str(node.kind), label=node.label)
    for statement in find_statements(tables):
        _check(statement, nodes)
        row = statement_row(statement)
        values = {k: v for k, v in row.items() if k not in ("subject", "object", "statement_id") and v is not None}
        graph.add_edge(statement.subject, statement.object, key=statement.id, **values)
    return graph


def _check(statement: Statement, nodes: dict[str, Node]) -> None:
    for end in (statement.subject, statement.object):
        if end not in nodes:
            raise ValueError(f"statement {statement.id} ({statement.predicate}): no node {end}; the tables do not fit")
