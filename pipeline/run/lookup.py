"""The findings of a corpus by id: where each stands, what it is linked with, and what it is about."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pyarrow as pa

from pipeline.errors import InvalidConfig

Row = Mapping[str, Any]

STORY, ADVICE, INPUT, PROPOSAL, DECISION, AGREEMENT, PAPER = (
    "story", "recommendation", "contribution", "proposal", "decision", "commitment", "document",
)  # fmt: skip

_TABLES = {
    STORY: ("stories", "text"),
    ADVICE: ("recommendations", "text"),
    INPUT: ("contributions", "text"),
    PROPOSAL: ("proposals", "text"),
    DECISION: ("decisions", "text"),
    AGREEMENT: ("commitments", "what"),
}
DOCUMENTED, LIKELY, CANDIDATE = "Dokumenteret", "Sandsynligt spor", "Muligt spor"
# What methods end in that rest on likeness, not on words that point to the other end.
_BY_LIKENESS = (".themes_words", ".evidence")
_THEME_LIST = re.compile(r"(fælles tema[^:;]*: )([^;]+)")
SEARCHED = tuple(_TABLES)
PLURALS = {
    STORY: ("borgerhistorie", "borgerhistorier"),
    ADVICE: ("anbefaling", "anbefalinger"),
    INPUT: ("input eller forslag", "input og forslag"),
    PROPOSAL: ("indstilling", "indstillinger"),
    DECISION: ("beslutning", "beslutninger"),
    AGREEMENT: ("aftale", "aftaler"),
    PAPER: ("papir", "papirer"),
}


class NotOneFound(InvalidConfig, LookupError):
    """What was asked for leads to nothing, or to several things: of the command line a wrong word, in Python a key."""


@dataclass(frozen=True, slots=True)
class Found:
    """A finding where it stands. `name` is what a reader calls it: `Anbefaling 2`, `Beslutning (drøftet)`."""

    kind: str
    id: str
    name: str
    text: str
    source: str
    document_id: str
    passage_id: str | None
    start: int
    end: int


@dataclass(frozen=True)
class Lookup:
    """The tables as one looks things up in them."""

    tables: Mapping[str, pa.Table]

    def rows(self, table: str) -> list[dict[str, Any]]:
        """The rows of a table, read once."""
        if table not in self._rows:
            self._rows[table] = self.tables[table].to_pylist()
        return self._rows[table]

    @cached_property
    def _rows(self) -> dict[str, list[dict[str, Any]]]:
        return {}

    @cached_property
    def found(self) -> dict[str, Found]:
        """Every finding by its id, in the order of the trail."""
        return {
            one.id: one
            for kind, (table, words) in _TABLES.items()
            for one in (self._found(kind, row, str(row[words])) for row in self.rows(table))
        }

    def of(self, kind: str) -> list[Found]:
        """All findings of a kind."""
        return [one for one in self.found.values() if one.kind == kind]

    def row(self, found: Found) -> dict[str, Any]:
        """The row a finding was made from."""
        return self._by_id[found.id]

    def end(self, kind: str, row_id: str) -> Found | None:
        """One end of a link; a paper is an end too."""
        paper = self.papers.get(row_id)
        if kind != PAPER or paper is None:
            return self.found.get(row_id)
        title = str(paper["title"] or paper["path"])
        return Found(PAPER, row_id, "Papir", title, self.cite(row_id, None, None), row_id, None, 0, 0)

    @cached_property
    def papers(self) -> dict[str, dict[str, Any]]:
        """The papers by id."""
        return {row["document_id"]: row for row in self.rows("documents")}

    @cached_property
    def links(self) -> dict[str, list[dict[str, Any]]]:
        """From a finding to the links it is an end of: facts first, then the surest."""
        found: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for link in sorted(self.rows("links"), key=rank):
            for end in {link["source_id"], link["target_id"]}:
                found[end].append(link)
        return found

    @cached_property
    def labels(self) -> dict[str, str]:
        """The themes' Danish names."""
        return {row["theme_id"]: row["label_da"] for row in self.rows("themes")}

    def themes(self, found: Found) -> frozenset[str]:
        """What a finding is about: as assigned, else by the words for themes within its quote."""
        assigned = self._assigned.get(found.id)
        return frozenset(assigned or (row["theme_id"] for row in self.terms(found)))

    def terms(self, found: Found) -> Iterator[dict[str, Any]]:
        """The words for themes that stand within a finding's quote."""
        for row in self._terms.get(found.passage_id or "", ()):
            if found.start <= row["start"] and row["end"] <= found.end:
                yield row

    def shared(self, themes: frozenset[str], found: Found) -> list[str]:
        """Which of these themes a finding has, the rarest among findings of its kind first."""
        return sorted(themes & self.themes(found), key=lambda theme: (self.rarity([theme], found.kind), theme))

    def rarity(self, themes: Sequence[str], kind: str) -> int:
        """How many findings of a kind have the first of these themes."""
        return self._theme_counts[kind][themes[0]] if themes else 0

    def same_authority(self, left: Found, right: Found) -> bool:
        """Whether two findings are from papers of one authority."""
        home, other = (self.papers[one.document_id]["authority"] for one in (left, right))
        return home is not None and home == other

    def newest(self) -> str | None:
        """The date of the newest paper."""
        return max((row["date"] for row in self.rows("documents") if row["date"] is not None), default=None)

    def status(self, advice: Found) -> dict[str, Any] | None:
        """How far a recommendation has come by the newest papers."""
        return max(self._of_advice["statuses"][advice.id], key=lambda row: str(row["as_of"]), default=None)

    def events(self, advice: Found) -> list[dict[str, Any]]:
        """What happened to a recommendation, in the order of time."""
        return sorted(
            self._of_advice["status_events"][advice.id], key=lambda row: (row["date"] or "~", row["event_id"])
        )

    def cite(self, document_id: str, page: int | None, item: str | None) -> str:
        """`Referat, Udsatterådet, 30.04.2026, pkt. 4, s. 7`."""
        paper = self.papers[document_id]
        kind = str(paper["kind"] or "papir").capitalize()
        parts = (kind, paper["body"], day(paper["date"]), item and f"pkt. {item}", page and f"s. {page}")
        return ", ".join(str(part) for part in parts if part)

    def cite_row(self, row: Row) -> str:
        """Where a row with a proof stands."""
        passage = self._passages.get(row["passage_id"], {})
        document_id = row.get("document_id") or passage.get("document_id")
        return self.cite(str(document_id), row["page"], passage.get("agenda_item"))

    @cached_property
    def _passages(self) -> dict[str, dict[str, Any]]:
        return {row["passage_id"]: row for row in self.rows("passages")}

    @cached_property
    def _by_id(self) -> dict[str, dict[str, Any]]:
        return {_id(row): row for table, _ in _TABLES.values() for row in self.rows(table)}

    @cached_property
    def _of_advice(self) -> dict[str, dict[str, list[dict[str, Any]]]]:
        found: dict[str, dict[str, list[dict[str, Any]]]] = {}
        for table in ("statuses", "status_events"):
            found[table] = defaultdict(list)
            for row in self.rows(table):
                found[table][row["recommendation_id"]].append(row)
        return found

    @cached_property
    def _assigned(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for row in self.rows("theme_assignments"):
            found[row["target_id"]].add(row["theme_id"])
        return found

    @cached_property
    def _terms(self) -> dict[str, list[dict[str, Any]]]:
        found: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for row in self.rows("theme_mentions"):
            found[row["passage_id"]].append(row)
        return found

    @cached_property
    def _theme_counts(self) -> dict[str, Counter[str]]:
        return {kind: Counter(t for one in self.of(kind) for t in self.themes(one)) for kind in SEARCHED}

    def _found(self, kind: str, row: Row, text: str) -> Found:
        place = (str(row["document_id"]), row["passage_id"], int(row["start"]), int(row["end"]))
        return Found(kind, _id(row), _name(kind, row), text, self.cite_row(row), *place)


def rank(link: Row) -> tuple[object, ...]:
    """Facts first, what is named before what is told of all together, then the surest."""
    return (not link["fact"], link["reference"] == "samlet", -link["score"], link["link_id"])


def strength(link: Row) -> str:
    """How sure a link is, in words: what rests on likeness alone is never called documented."""
    if not link["fact"]:
        return CANDIDATE
    alike = link["reference"] == "tematisk" or str(link["method"]).endswith(_BY_LIKENESS)
    return LIKELY if alike else DOCUMENTED


def reason_of(lookup: Lookup, link: Row) -> str:
    """The reason of a link with the themes by their names."""
    return _THEME_LIST.sub(
        lambda told: told[1] + ", ".join(lookup.labels.get(theme, theme) for theme in told[2].split(", ")),
        str(link["reason"]),
    )


def count(number: int, kind: str) -> str:
    """`1 anbefaling`, `9 anbefalinger`."""
    return f"{number} {PLURALS[kind][number != 1]}"


def day(edtf: str | None) -> str | None:
    """A date as it is written in Danish: `30.04.2026`, `10.2025`; what is no plain date stays as it is."""
    if edtf is None:
        return None
    parts = edtf.split("-")
    return ".".join(reversed(parts)) if all(part.isdigit() for part in parts) else edtf


def together(names: Sequence[str]) -> str:
    """`a, b og c`; with `samt` where one of the names has an `og` of its own."""
    last = " samt " if any(" og " in name for name in names) else " og "
    return last.join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)


def _id(row: Row) -> str:
    return str(next(iter(row.values())))


def _name(kind: str, row: Row) -> str:
    if kind == ADVICE:
        word = "Uddybning" if row["kind"] == "uddybende" else "Anbefaling"
        return f"{word} {row['number']}" if row["number"] else word
    if kind == STORY:
        return str(row["kind"]).capitalize() if row["kind"] != "udsagn" else "Udsagn"
    if kind == DECISION:
        return f"Beslutning ({row['type']}{'' if row['status'] == 'made' else ', omtalt'})"
    return str(row["kind"]).capitalize() if kind == INPUT else PLURALS[kind][0].capitalize()
