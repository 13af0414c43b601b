"""From the tables to statements, and from those to a graph and the exports."""

from pipeline.graph.exports import render_exports
from pipeline.graph.network import build_graph

__all__ = ["build_graph", "render_exports"]
