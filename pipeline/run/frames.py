"""The tables as pandas DataFrames: unknown stays unknown, whole numbers stay whole, lists are Python lists."""

from typing import Any

import pandas as pd
import pyarrow as pa

# pandas' own types would turn a page that is not known into NaN, and every other page of that column into a float.
_TYPES: dict[pa.DataType, pd.api.extensions.ExtensionDtype] = {
    pa.string(): pd.StringDtype(),
    pa.int64(): pd.Int64Dtype(),
    pa.float64(): pd.Float64Dtype(),
    pa.bool_(): pd.BooleanDtype(),
}


def to_frame(table: pa.Table) -> pd.DataFrame:
    """A table as a DataFrame with a column for each of its own, in their order."""
    columns = {name: _column(table.column(name)) for name in table.column_names}
    return pd.DataFrame(columns, columns=table.column_names)


def _column(column: pa.ChunkedArray) -> "pd.Series[Any]":
    if column.type in _TYPES:
        found: pd.Series[Any] = column.to_pandas(types_mapper=_TYPES.get)
        return found
    return pd.Series(column.to_pylist(), dtype="object")
