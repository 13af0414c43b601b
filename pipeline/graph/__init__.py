"""From the tables to statements, and from those to a graph and the exports."""

from pipeline.graph.columns import STATEMENT_SCHEMA
from pipeline.graph.ends import ENDS
from pipeline.graph.exports import render_exports
from pipeline.graph.network import build_graph
from pipeline.graph.statements import NodeKind
from pipeline.graph.terms import edge_name

__all__ = ["ENDS", "STATEMENT_SCHEMA", "NodeKind", "build_graph", "edge_name", "render_exports"]
