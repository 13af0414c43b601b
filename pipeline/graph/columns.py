"""A statement as a row: the columns of the Parquet file, of `edges.csv` and of the edges of the graph."""

import pyarrow as pa

from pipeline.graph.statements import Evidence, Statement

_PLACE = (
    ("document_id", pa.string()),
    ("passage_id", pa.string()),
    ("start", pa.int64()),
    ("end", pa.int64()),
    ("quote", pa.string()),
    ("page", pa.int64()),
    ("place", pa.string()),
)
STATEMENT_SCHEMA = pa.schema(
    [
        pa.field("statement_id", pa.string(), nullable=False),
        pa.field("subject", pa.string(), nullable=False),
        pa.field("predicate", pa.string(), nullable=False),
        pa.field("object", pa.string(), nullable=False),
        *(pa.field(name, kind) for name, kind in _PLACE),
        pa.field("rule", pa.string(), nullable=False),
        pa.field("score", pa.float64(), nullable=False),
        pa.field("judgement", pa.string()),
        pa.field("valid_from", pa.string()),
        pa.field("valid_to", pa.string()),
        pa.field("reason", pa.string()),
        *(pa.field(f"to_{name}", kind) for name, kind in _PLACE),
    ]
)


def statement_row(statement: Statement) -> dict[str, str | int | float | None]:
    """The columns of a statement, in the order of the schema."""
    to = Evidence() if statement.to is None else statement.to
    return {
        "statement_id": statement.id,
        "subject": statement.subject,
        "predicate": str(statement.predicate),  # a member of an enum would print as one
        "object": statement.object,
        **_place_row(statement.evidence, ""),
        "rule": statement.rule,
        "score": statement.score,
        "judgement": statement.judgement,
        "valid_from": statement.valid_from,
        "valid_to": statement.valid_to,
        "reason": statement.reason,
        **_place_row(to, "to_"),
    }


def _place_row(evidence: Evidence, before: str) -> dict[str, str | int | float | None]:
    return {
        f"{before}document_id": evidence.document_id,
        f"{before}passage_id": evidence.passage_id,
        f"{before}start": evidence.start,
        f"{before}end": evidence.end,
        f"{before}quote": evidence.quote,
        f"{before}page": evidence.page,
        f"{before}place": " ".join(evidence.fragments) or None,
    }
