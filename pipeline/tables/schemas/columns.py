"""What a table of the contract is made of: columns with a type and a description in Danish and English."""

from dataclasses import dataclass

import pyarrow as pa

VERSION = "1"
"""Goes up when a name, a type or a meaning of a column changes."""

TEXT = pa.string()
WHOLE = pa.int64()
REAL = pa.float64()
FLAG = pa.bool_()
TEXTS = pa.list_(pa.string())
BOX = pa.struct([("page", WHOLE), ("x0", REAL), ("top", REAL), ("x1", REAL), ("bottom", REAL)])
BOXES = pa.list_(BOX)
SPANS = pa.list_(pa.struct([("passage_id", TEXT), ("start", WHOLE), ("end", WHOLE), ("quote", TEXT)]))
ACTORS = pa.list_(pa.struct([("kind", TEXT), ("id", TEXT)]))
_PLACE = [
    ("document_id", TEXT),
    ("passage_id", TEXT),
    ("start", WHOLE),
    ("end", WHOLE),
    ("quote", TEXT),
    ("page", WHOLE),
    ("boxes", BOXES),
]
PLACE = pa.struct(_PLACE)
VALUE = pa.struct([("value", TEXT), *_PLACE])


@dataclass(frozen=True, slots=True)
class Column:
    """A column; `required` means never null. Lists are always required: empty, never null."""

    name: str
    type: pa.DataType
    da: str
    en: str
    required: bool = False

    def field(self) -> pa.Field:
        """The Arrow field, with the descriptions as its metadata."""
        nullable = not (self.required or pa.types.is_list(self.type))
        return pa.field(self.name, self.type, nullable=nullable, metadata={"da": self.da, "en": self.en})


@dataclass(frozen=True, slots=True)
class TableSpec:
    """A table of the contract: what a row is, and its columns in order; the first is the id."""

    name: str
    da: str
    en: str
    columns: tuple[Column, ...]

    def schema(self) -> pa.Schema:
        """The Arrow schema, with name, version and descriptions as its metadata."""
        metadata = {"table": self.name, "version": VERSION, "da": self.da, "en": self.en}
        return pa.schema([column.field() for column in self.columns], metadata=metadata)


def key(name: str, da: str, en: str) -> Column:
    """A column that is never null."""
    return Column(name, TEXT, da, en, required=True)


def text(name: str, da: str, en: str) -> Column:
    """A string, null when not known."""
    return Column(name, TEXT, da, en)


def whole(name: str, da: str, en: str) -> Column:
    """A whole number, null when not known."""
    return Column(name, WHOLE, da, en)


DOCUMENT = key("document_id", "Papiret, det står i", "The paper it stands in")
AGENDA_ITEM = text("agenda_item", "Punktets nummer på dagsordenen, som trykt", "Number of the agenda item, as printed")
ITEM = text("item_id", "Punktet på dagsordenen", "The agenda item")
MEETING = text("meeting_id", "Mødet", "The meeting")
PROOF = (
    key("passage_id", "Belæg: tekststykket", "Evidence: the passage"),
    Column("start", WHOLE, "Belæg: første tegn i tekststykket", "Evidence: first character in the passage", True),
    Column("end", WHOLE, "Belæg: tegnet efter det sidste", "Evidence: the character after the last", True),
    key("quote", "Belæg: ordene selv", "Evidence: the very words"),
    Column("page", WHOLE, "Belæg: side i PDF'en, fra 1", "Evidence: page of the PDF, from 1", True),
    Column("boxes", BOXES, "Belæg: rammer om citatet, PDF-punkter fra øverste venstre hjørne",
           "Evidence: boxes of the quote, PDF points from the top left"),
    key("rule", "Reglen eller modellen, der fandt det", "The rule or model that found it"),
    Column("score", REAL, "Reglens sikkerhed, 0-1", "How sure the rule is, 0 to 1", True),
    Column("more", SPANS, "Flere belæg: hvad der afgør fundet", "Further evidence: what resolves the finding"),
)  # fmt: skip
