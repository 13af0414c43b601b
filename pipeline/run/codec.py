"""Values of the model to bytes and back: JSON for what passes between stages, Parquet for the tables."""

import io
from collections.abc import Mapping
from typing import TypeVar

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq

T = TypeVar("T")


def encode(value: object) -> bytes:
    """A value of the model as JSON; equal values give equal bytes."""
    return msgspec.json.encode(value, order="deterministic") + b"\n"


def decode(content: bytes, shape: type[T]) -> T:
    """The value of the type asked for; `msgspec.MsgspecError` when it is not one."""
    return msgspec.json.decode(content, type=shape)


def encode_table(table: pa.Table, *, origin: Mapping[str, str]) -> bytes:
    """A table as Parquet; `origin` (versions, digests) joins the schema's own metadata, pandas' does not."""
    metadata = {key.decode(): value.decode() for key, value in (table.schema.metadata or {}).items()}
    metadata.pop("pandas", None)
    # One batch and one row group: how the room happened to build its table must not show in the bytes.
    table = table.replace_schema_metadata(dict(sorted({**metadata, **origin}.items()))).combine_chunks()
    sink = io.BytesIO()
    pq.write_table(table, sink, compression="zstd", version="2.6", row_group_size=max(1, table.num_rows))
    return sink.getvalue()


def decode_table(content: bytes) -> pa.Table:
    """The table of a Parquet file."""
    return pq.read_table(io.BytesIO(content), use_threads=False)
