"""Everything that is known of the papers, as the tables of the contract."""

from pipeline.tables.build import Tables, build_tables
from pipeline.tables.docs import render_docs
from pipeline.tables.schemas import SCHEMAS

__all__ = ["SCHEMAS", "Tables", "build_tables", "render_docs"]
