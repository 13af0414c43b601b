"""Rows of tables with their types told: the one place where a cell of unknown type is looked at."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa

from pipeline.graph.statements import Evidence
from pipeline.model.place import Box

Tables = Mapping[str, pa.Table]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table."""

    values: Mapping[str, object]

    def text(self, name: str) -> str:
        """A string that is there."""
        value = self.values[name]
        if not isinstance(value, str):
            raise TypeError(f"{name}: expected a string, found {value!r}")
        return value

    def known(self, name: str) -> str | None:
        """A string, or None."""
        return None if self.values[name] is None else self.text(name)

    def whole(self, name: str) -> int | None:
        """A whole number, or None."""
        value = self.values[name]
        return value if isinstance(value, int) else None

    def score(self) -> float:
        """The score."""
        value = self.values["score"]
        return value if isinstance(value, float) else 1.0

    def flag(self, name: str) -> bool:
        """Whether it is so."""
        return self.values[name] is True

    def texts(self, name: str) -> Sequence[str]:
        """A list of strings."""
        value = self.values[name]
        return [str(v) for v in value] if isinstance(value, list) else []

    def part(self, name: str) -> "Row":
        """A struct."""
        value = self.values[name]
        return Row(value) if isinstance(value, dict) else Row({})

    def evidence(self, document_id: str | None) -> Evidence:
        """The place the row rests on, in this paper."""
        place = (
            self.known("passage_id"),
            self.whole("start"),
            self.whole("end"),
            self.known("quote"),
            self.whole("page"),
        )
        return Evidence(document_id, *place, self.boxes())

    def boxes(self) -> tuple[Box, ...]:
        """The boxes of the row's place."""
        value = self.values["boxes"]
        return tuple(Box(**box) for box in value) if isinstance(value, list) else ()


def rows(tables: Tables, name: str) -> Iterator[Row]:
    """The rows of a table."""
    return (Row(values) for values in tables[name].to_pylist())
