"""The graph in an embedded database that understands Cypher: held in memory, filled anew for each question."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from pipeline.errors import InvalidConfig
from pipeline.run.words import columns, safe

if TYPE_CHECKING:
    import networkx as nx
    from ladybug import Connection

# A question reads. What would write, or fetch from elsewhere, is no question.
_READS = ("match", "optional", "unwind", "with", "return")
_QUOTED = re.compile(r"""'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`[^`]*`""")
_NODE = pa.schema([("key", pa.string()), ("id", pa.string()), ("label", pa.string())])
_ByEnds = dict[tuple[str, str], list[dict[str, Any]]]
_TYPES = {pa.string(): "STRING", pa.int64(): "INT64", pa.float64(): "DOUBLE"}


def render_cypher(tables: Mapping[str, pa.Table], query: str) -> str:
    """The answer to a question in Cypher as lines of columns; `InvalidConfig` when it is none or cannot be asked."""
    _check(query)
    heads, rows = _ask(_connection(tables), query)
    if not rows:
        return "no rows"
    return "\n".join(columns([heads, *([_cell(value) for value in row] for row in rows)]))


def _check(query: str) -> None:
    if not query.lower().lstrip().startswith(_READS):
        raise InvalidConfig(f"the query: expected one that begins with {', '.join(_READS).upper()}, found {query!r}")
    # Before any is carried out: the second could be one that writes.
    if ";" in _QUOTED.sub("", query).rstrip().removesuffix(";"):
        raise InvalidConfig("the query: expected one query, found several; ask them one at a time")


def _ask(connection: "Connection", query: str) -> tuple[list[str], list[list[Any]]]:
    try:
        found = connection.execute(query)
    except RuntimeError as problem:
        raise InvalidConfig(
            f"the query: expected Cypher in the names of docs/graph.md, found something else: {problem}"
        ) from None
    answer = found[0] if isinstance(found, list) else found
    return answer.get_column_names(), [list(row) for row in answer]


def _connection(tables: Mapping[str, pa.Table]) -> "Connection":
    try:
        from ladybug import Connection, Database
    except ImportError:
        raise InvalidConfig(
            "the package ladybug: expected it for Cypher, found none; "
            "`pip install 'raadspor[cypher]'` installs it. The other forms of the graph need nothing more"
        ) from None
    from pipeline.graph import build_graph

    # One thread: rows that no ORDER BY sorts come in the same order each time.
    connection = Connection(Database(":memory:", max_num_threads=1), num_threads=1)
    _fill(connection, build_graph(tables))
    return connection


def _fill(connection: "Connection", graph: "nx.MultiDiGraph[str]") -> None:
    from pipeline.graph import NodeKind

    kinds = {key: values["kind"] for key, values in graph.nodes(data=True)}
    # A question about what no paper has is answered by no rows, not by an error.
    for kind in NodeKind:
        found = [{"key": key, "id": key.partition(":")[2], **graph.nodes[key]} for key in graph if kinds[key] == kind]
        connection.execute(f"CREATE NODE TABLE `{kind}`({_columns(_NODE)}, PRIMARY KEY(key))")
        _copy(connection, str(kind), pa.Table.from_pylist(found, _NODE))
    for name, by_ends in sorted(_edges(graph, kinds).items()):
        _fill_edges(connection, name, by_ends)


def _edges(graph: "nx.MultiDiGraph[str]", kinds: Mapping[str, str]) -> dict[str, _ByEnds]:
    """The edges by the name of their table, then by the kinds of their ends; empty for what may be and is not."""
    from pipeline.graph import ENDS, edge_name

    found: dict[str, _ByEnds] = defaultdict(lambda: defaultdict(list))
    for predicate, ends in ENDS.items():
        found[edge_name(predicate)].update({(str(start), str(end)): [] for start, end in ends})
    for start, end, key, values in graph.edges(keys=True, data=True):
        row = {"from": start, "to": end, "statement_id": key, **values}
        found[edge_name(values["predicate"])][kinds[start], kinds[end]].append(row)
    return found


def _fill_edges(connection: "Connection", name: str, by_ends: _ByEnds) -> None:
    from pipeline.graph import STATEMENT_SCHEMA

    told = pa.schema([pa.field(f.name, f.type) for f in STATEMENT_SCHEMA if f.name not in ("subject", "object")])
    rows = pa.schema([("from", pa.string()), ("to", pa.string()), *told])
    ends = ", ".join(f"FROM `{start}` TO `{end}`" for start, end in sorted(by_ends))
    connection.execute(f"CREATE REL TABLE `{name}`({ends}, {_columns(told)})")
    for (start, end), edges in sorted(by_ends.items()):
        options = f"(from='{start}', to='{end}')"
        _copy(connection, name, pa.Table.from_pylist(edges, rows), options)


def _copy(connection: "Connection", name: str, rows: pa.Table, options: str = "") -> None:
    if rows.num_rows > 0:
        connection.execute(f"COPY `{name}` FROM $rows {options}", parameters={"rows": rows})


def _columns(schema: pa.Schema) -> str:
    return ", ".join(f"`{field.name}` {_TYPES[field.type]}" for field in schema)


def _cell(value: Any) -> str:
    """A value of the answer on one line: a node by its label, an edge by its predicate, a path by its steps."""
    if isinstance(value, dict):
        return " ".join(_steps(value)) if "_NODES" in value else _cell(value.get("predicate", value.get("label")))
    if isinstance(value, list):
        return ", ".join(_cell(part) for part in value)
    return "" if value is None else safe(str(value))


def _steps(path: Mapping[str, Any]) -> Iterator[str]:
    first, *nodes = path["_NODES"]
    yield _cell(first)
    for edge, node in zip(path["_RELS"], nodes, strict=True):
        yield f"→ {_cell(edge)} → {_cell(node)}"
