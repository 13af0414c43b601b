"""`docs/tables.md`: the tables in words, from their schemas."""

import pyarrow as pa

from pipeline.tables.schemas import TABLES, VERSION
from pipeline.tables.schemas.columns import PROOF, Column, TableSpec

_HEAD = f"""# Tabeller / Tables

Made from the schemas in `pipeline/tables/schemas` (version {VERSION}) by `pipeline.tables.render_docs`; a test
compares.

Every table is written to `DIR/tables/<name>.parquet`, also when it is empty. Rows are sorted by paper and place, or by
id. What is not known is null; lists are empty, never null. Dates are EDTF. The same descriptions stand in the Parquet
files, as metadata of the columns (`da`, `en`).

A table with **belæg / evidence** also has these columns:
"""


def render_docs() -> str:
    """The Markdown text of `docs/tables.md`."""
    parts = [_HEAD, _rows(PROOF), *(_table(spec) for spec in TABLES)]
    return "\n".join(parts)


def _table(spec: TableSpec) -> str:
    own = tuple(column for column in spec.columns if column not in PROOF)
    more = "\nPlus belæg / evidence.\n" if len(own) < len(spec.columns) else ""
    return f"\n## {spec.name}\n\n{spec.da}. {spec.en}.\n\n{_rows(own)}{more}"


def _rows(columns: tuple[Column, ...]) -> str:
    head = "| column | type | dansk | English |\n| --- | --- | --- | --- |\n"
    return head + "".join(f"| `{c.name}` | {type_name(c.type)} | {c.da} | {c.en} |\n" for c in columns)


def type_name(kind: pa.DataType) -> str:
    """A type as the documentation writes it: `list<string>`, `struct {page, x0 …}`."""
    if pa.types.is_list(kind):
        return f"list<{type_name(kind.value_type)}>"
    if pa.types.is_struct(kind):
        return "{" + ", ".join(kind.field(i).name for i in range(kind.num_fields)) + "}"
    return {"double": "float64"}.get(str(kind), str(kind))
