"""What a made paper holds before it is set, and the truth that is told of it."""

import re
from dataclasses import dataclass, field

TABLES: dict[str, tuple[str, ...]] = {
    "documents": ("document", "kind", "title", "body", "authority", "date", "layout"),
    "recommendations": (
        "recommendation", "document", "quote", "number", "name", "issued_by", "addressed_to", "issued",
    ),
    "recommendation_mentions": ("recommendation", "document", "quote", "how"),
    "stories": ("document", "quote"),
    "decisions": ("decision", "document", "agenda_item", "status", "type", "body", "date", "quote"),
    "links": (
        "source_kind", "source_document", "source_quote", "relation",
        "target_kind", "target_document", "target_quote", "reference", "required",
    ),
    "status_events": ("recommendation", "document", "date", "body", "actor_role", "what", "basis", "reference"),
    "statuses": ("recommendation", "as_of", "status", "since", "follow_up", "missing"),
    "expected_papers": ("document", "body", "date", "quote"),
}  # fmt: skip
"""The tables of the truth and their columns: those of docs/tables.md, with paper and quote in place of ids.

A link with `required` 0 is neither right nor wrong. A recommendation that was split or merged has no status
after that."""

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Setting:
    """A council, whom it advises, where, and how the papers of both look."""

    council: str
    addressee: str
    body: str
    authority: str
    field: str
    prefix: str
    gaps: bool
    layouts: dict[str, str]


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a meeting; `text` is what its layout prints under the case, `decision` what was decided."""

    title: str
    account: tuple[str, ...]
    proposal: str | None
    decision: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """A numbered recommendation of a report or an answer, with what elaborates it."""

    title: str
    text: str
    more: tuple[str, ...] = ()
    before: str | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper ready to be set in its layout; minutes have items, advice has points."""

    path: str
    layout: str
    kind: str
    title: str
    body: str
    authority: str
    day: str
    addressee: str
    people: tuple[str, ...]
    case: str
    items: tuple[Item, ...] = ()
    intro: tuple[str, ...] = ()
    stories: tuple[str, ...] = ()
    points: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class Corpus:
    """Papers and the rows of every table of their truth."""

    papers: list[Paper] = field(default_factory=list)
    truth: dict[str, list[Row]] = field(default_factory=lambda: {name: [] for name in TABLES})

    def tell(self, table: str, **row: str) -> None:
        """Add a row; `KeyError` where a column is missing."""
        self.truth[table].append({column: row[column] for column in TABLES[table]})


def slug(name: str) -> str:
    """A name as that of a folder: `Sorø Kommune` is `soroe-kommune`."""
    folded = name.lower().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    return re.sub(r"[^a-z]+", "-", folded)
