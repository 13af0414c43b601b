"""The graph in the forms other programs read: GraphML, JSON-LD, node and edge CSV, Parquet."""

import re
from collections.abc import Mapping
from io import BytesIO

import networkx as nx
import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.graph.columns import STATEMENT_SCHEMA, statement_row
from pipeline.graph.edges import find_statements
from pipeline.graph.linked import render_linked
from pipeline.graph.network import build_graph
from pipeline.graph.nodes import find_nodes
from pipeline.graph.rows import Tables
from pipeline.graph.statements import Node, Statement
from pipeline.model.cells import csv_text
from pipeline.model.origin import origin_of

# Letters that XML 1.0 forbids: a paper may hold them, a GraphML file may not.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render_exports(tables: Tables) -> dict[str, bytes]:
    """Every export by file name, the same bytes from run to run."""
    nodes, statements = find_nodes(tables), find_statements(tables)
    return {
        "edges.csv": _edges_csv(statements).encode(),
        "graph.graphml": _graphml(build_graph(tables)).encode(),
        "graph.jsonld": render_linked(tables, nodes, statements).encode(),
        "nodes.csv": _nodes_csv(nodes).encode(),
        "statements.parquet": _parquet(statements, origin_of(tables["documents"].schema.metadata)),
    }


def _nodes_csv(nodes: Mapping[str, Node]) -> str:
    """The heads are those that graph databases import by: `:ID`, `:LABEL`."""
    return csv_text((":ID", "id", ":LABEL", "navn"), ((key, n.id, str(n.kind), n.label) for key, n in nodes.items()))


def _edges_csv(statements: tuple[Statement, ...]) -> str:
    """`:START_ID`, `:END_ID` and `:TYPE`, then the rest of the statement."""
    rest = [name for name in STATEMENT_SCHEMA.names if name not in ("subject", "predicate", "object")]
    rows = (statement_row(statement) for statement in statements)
    lines = ([row["subject"], row["object"], row["predicate"], *(row[name] for name in rest)] for row in rows)
    return csv_text((":START_ID", ":END_ID", ":TYPE", *rest), lines)


def _graphml(graph: "nx.MultiDiGraph[str]") -> str:
    clean: nx.MultiDiGraph[str] = nx.MultiDiGraph(**graph.graph)
    for key, values in graph.nodes(data=True):
        clean.add_node(key, **_allowed(values))
    for start, end, key, values in graph.edges(keys=True, data=True):
        clean.add_edge(start, end, key=key, **_allowed(values))
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', *nx.generate_graphml(clean, prettyprint=True)]) + "\n"


def _allowed(values: Mapping[str, object]) -> dict[str, object]:
    return {k: _FORBIDDEN.sub("\ufffd", v) if isinstance(v, str) else v for k, v in values.items()}


def _parquet(statements: tuple[Statement, ...], origin: Mapping[str, str]) -> bytes:
    rows = [statement_row(statement) for statement in statements]
    columns = [pa.array([row[field.name] for row in rows], type=field.type) for field in STATEMENT_SCHEMA]
    out = BytesIO()
    pq.write_table(pa.table(columns, schema=STATEMENT_SCHEMA.with_metadata(dict(origin))), out)
    return out.getvalue()
