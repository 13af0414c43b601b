"""The statement: subject, predicate, object, and what it rests on; and the nodes that statements are about."""

from dataclasses import dataclass
from enum import StrEnum

import pyarrow as pa

from pipeline.model.ids import digest


class NodeKind(StrEnum):
    """The kinds of node."""

    PAPER = "papir"
    MEETING = "møde"
    ITEM = "punkt"
    CASE = "sag"
    PERSON = "person"
    ORGANISATION = "organisation"
    BODY = "råd"
    MEMBERSHIP = "medlemskab"
    DECISION = "beslutning"
    PROPOSAL = "indstilling"
    RECOMMENDATION = "anbefaling"
    CONTRIBUTION = "input"
    STORY = "historie"
    THEME = "tema"
    DATE = "dato"


class Predicate(StrEnum):
    """What a statement says; status events and candidates have further ones."""

    FROM_BODY = "er fra"
    DATED = "er dateret"
    ABOUT_CASE = "vedrører sag"
    REPLACED_BY = "erstattes af"
    COPY_OF = "er kopi af"
    HELD_BY = "holdes af"
    DOCUMENTED_BY = "står i papiret"
    PART_OF = "er del af"
    MEMBER = "har medlem"
    SEAT_IN = "er plads i"
    SEAT_FOR = "er plads for"
    PRESENT = "til stede ved"
    DECIDED_BY = "er truffet af"
    ISSUED_BY = "er fremsat af"
    ABOUT = "handler om"
    BROADER = "hører under"
    SUPPORTS = "underbygger"
    FOLLOWS_UP = "følger op på"
    DECIDES = "afgør"
    TAKEN_UP_IN = "tages op i"
    RESTATES = "gentager"
    POSTPONES = "udsætter"
    CARRIES_OUT = "gennemfører"
    ELABORATES = "uddyber"
    SPLITS = "deler"
    MERGES = "samler"
    REFERS_TO = "henviser til"
    CANDIDATE = "er muligt spor til"


@dataclass(frozen=True, slots=True, order=True)
class Node:
    """A node: its kind, the id of its row in the tables, and a Danish label."""

    kind: str
    id: str
    label: str

    @property
    def key(self) -> str:
        """The id of the node in the graph: ids of two tables may be alike."""
        return f"{self.kind}:{self.id}"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a statement stands: a paper, or a span of a passage of it."""

    document_id: str | None = None
    passage_id: str | None = None
    start: int | None = None
    end: int | None = None
    quote: str | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement. `judgement` is a person's: None until one is given."""

    subject: str
    predicate: str
    object: str
    evidence: Evidence
    rule: str
    score: float
    judgement: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None

    @property
    def id(self) -> str:
        """The id, from what makes it the same statement."""
        place = (self.evidence.passage_id or "", str(self.evidence.start), str(self.evidence.end))
        parts = (self.subject, self.predicate, self.object, self.evidence.document_id or "", *place, self.rule)
        return digest("statements", *parts, self.valid_from or "", self.valid_to or "")


STATEMENT_SCHEMA = pa.schema(
    [
        pa.field("statement_id", pa.string(), nullable=False),
        pa.field("subject", pa.string(), nullable=False),
        pa.field("predicate", pa.string(), nullable=False),
        pa.field("object", pa.string(), nullable=False),
        pa.field("document_id", pa.string()),
        pa.field("passage_id", pa.string()),
        pa.field("start", pa.int64()),
        pa.field("end", pa.int64()),
        pa.field("quote", pa.string()),
        pa.field("page", pa.int64()),
        pa.field("rule", pa.string(), nullable=False),
        pa.field("score", pa.float64(), nullable=False),
        pa.field("judgement", pa.string()),
        pa.field("valid_from", pa.string()),
        pa.field("valid_to", pa.string()),
    ]
)


def statement_row(statement: Statement) -> dict[str, str | int | float | None]:
    """The columns of a statement, in the order of the schema."""
    evidence = statement.evidence
    return {
        "statement_id": statement.id,
        "subject": statement.subject,
        "predicate": statement.predicate,
        "object": statement.object,
        "document_id": evidence.document_id,
        "passage_id": evidence.passage_id,
        "start": evidence.start,
        "end": evidence.end,
        "quote": evidence.quote,
        "page": evidence.page,
        "rule": statement.rule,
        "score": statement.score,
        "judgement": statement.judgement,
        "valid_from": statement.valid_from,
        "valid_to": statement.valid_to,
    }
