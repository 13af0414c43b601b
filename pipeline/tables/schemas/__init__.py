"""One Arrow schema for each table of the contract."""

import pyarrow as pa

from pipeline.tables.schemas import decided, papers, people, trail
from pipeline.tables.schemas.columns import VERSION, Column, TableSpec

TABLES: tuple[TableSpec, ...] = (*papers.TABLES, *people.TABLES, *decided.TABLES, *trail.TABLES)
"""Every table of the contract, in its order."""

SCHEMAS: dict[str, pa.Schema] = {spec.name: spec.schema() for spec in TABLES}
"""The Arrow schema of every table, by name."""

__all__ = ["SCHEMAS", "TABLES", "VERSION", "Column", "TableSpec"]
