"""The statement: subject, predicate, object, and what it rests on; and the nodes that statements are about."""

from dataclasses import dataclass
from enum import StrEnum

from pipeline.model.ids import digest
from pipeline.model.place import Box


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
    STATUS = "status"
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
    HAS_STATUS = "har status"
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
    """Where a statement stands: a paper, or a span of a passage of it with its boxes on the page."""

    document_id: str | None = None
    passage_id: str | None = None
    start: int | None = None
    end: int | None = None
    quote: str | None = None
    page: int | None = None
    boxes: tuple[Box, ...] = ()

    @property
    def fragments(self) -> tuple[str, ...]:
        """The boxes as fragment identifiers of PDF, in points from the top left; without boxes the page alone."""
        if not self.boxes:
            return () if self.page is None else (f"page={self.page}",)
        return tuple(_fragment(box) for box in self.boxes)


def _fragment(box: Box) -> str:
    corner_and_size = (box.x0, box.top, box.x1 - box.x0, box.bottom - box.top)
    return f"page={box.page}&viewrect={','.join(f'{round(n, 2):g}' for n in corner_and_size)}"


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement; `judgement` is a person's: None until one is given.

    A link has its reason in words, and in `to` the place of what it leads to. `valid_from` and `valid_to` are EDTF.
    """

    subject: str
    predicate: str
    object: str
    evidence: Evidence
    rule: str
    score: float
    judgement: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    reason: str | None = None
    to: Evidence | None = None

    @property
    def id(self) -> str:
        """The id, from what makes it the same statement."""
        places = (*_span(self.evidence), *(() if self.to is None else _span(self.to)))
        parts = (self.subject, self.predicate, self.object, *places, self.rule)
        return digest("statements", *parts, self.valid_from or "", self.valid_to or "")


def _span(evidence: Evidence) -> tuple[str, ...]:
    return evidence.document_id or "", evidence.passage_id or "", str(evidence.start), str(evidence.end)
