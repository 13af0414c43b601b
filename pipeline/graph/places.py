"""Where a statement stands that no row of its own proves: the body's name, the date, the case number, the heading."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from pipeline.graph.nodes import organisation_kind
from pipeline.graph.rows import Row, Tables, rows
from pipeline.graph.statements import Evidence, NodeKind

FINDINGS = {
    "story": ("stories", NodeKind.STORY),
    "recommendation": ("recommendations", NodeKind.RECOMMENDATION),
    "decision": ("decisions", NodeKind.DECISION),
    "proposal": ("proposals", NodeKind.PROPOSAL),
    "contribution": ("contributions", NodeKind.CONTRIBUTION),
}
"""The table and the kind of node of what links and themes point at; its ids stand in the table's first column."""

K = TypeVar("K")
# A finding, a name or a date by what it is of: (paper or passage, what stands there).
_Places = Mapping[tuple[str, str], Evidence]


@dataclass(frozen=True, slots=True)
class Places:
    """What statements of several tables need: the papers of passages, the kinds of bodies, and where things stand."""

    papers: Mapping[str, str]
    passages: Mapping[str, Sequence[Row]]
    organisations: Mapping[str, NodeKind]
    names: _Places
    dates: _Places
    headings: Mapping[str, Evidence]
    terms: _Places
    findings: _Places

    def paper(self, passage_id: str) -> str:
        """The paper of a passage."""
        return self.papers[passage_id]

    def evidence(self, row: Row) -> Evidence:
        """The place of a row's proof."""
        return row.evidence(self.paper(row.text("passage_id")))

    def organisation(self, organisation_id: str) -> str:
        """The key of a body's or organisation's node."""
        return f"{self.organisations[organisation_id]}:{organisation_id}"

    def name(self, paper: str, organisation_id: str, written: str | None) -> Evidence:
        """The first place in a paper where the body is named, as a mention or as written; the paper when nowhere."""
        mentioned = self.names.get((paper, organisation_id))
        if mentioned is not None or written is None:
            return mentioned or Evidence(paper)
        found = (row for row in self.passages.get(paper, ()) if written in row.text("text"))
        return next((_in_passage(row, written) for row in found), Evidence(paper))

    def date(self, paper: str, edtf: str) -> Evidence:
        """The first place in a paper where the date stands; the paper when nowhere."""
        return self.dates.get((paper, edtf), Evidence(paper))

    def case(self, paper: str, number: str, item_id: str | None = None) -> Evidence:
        """The first place where the case number stands, in the item if there; the paper when nowhere."""
        found = [row for row in self.passages.get(paper, ()) if number in row.text("text")]
        own = [row for row in found if item_id is not None and row.known("item_id") == item_id]
        return next((_in_passage(row, number) for row in (*own, *found)), Evidence(paper))

    def heading(self, item: Row) -> Evidence:
        """The heading of an agenda item, else the first words of it; its page when nothing is known to stand in it."""
        plain = Evidence(item.text("document_id"), page=item.whole("page"))
        return self.headings.get(item.text("item_id"), plain)

    def theme(self, kind: str, finding_id: str, theme_id: str) -> Evidence:
        """A term of the theme in the words of the finding, else the words themselves."""
        whole = self.findings[kind, finding_id]
        term = self.terms.get((whole.passage_id or "", theme_id))
        return whole if term is None or not _within(term, whole) else term


def find_places(tables: Tables) -> Places:
    """The places of a corpus."""
    passages: dict[str, list[Row]] = defaultdict(list)
    for row in rows(tables, "passages"):
        passages[row.text("document_id")].append(row)
    papers = {row.text("passage_id"): paper for paper, found in passages.items() for row in found}

    def first(found: Iterable[Row], column: str, *, by: str = "document_id") -> dict[tuple[str, str], Evidence]:
        known = (row for row in found if row.known(column) is not None)
        return _first(((r.text(by), r.text(column)), r.evidence(papers[r.text("passage_id")])) for r in known)

    meetings = (row for row in rows(tables, "meetings") if row.known("document_id") is not None)
    return Places(
        papers,
        passages,
        {r.text("organisation_id"): organisation_kind(r.text("kind")) for r in rows(tables, "organisations")},
        first(rows(tables, "entity_mentions"), "entity_id"),
        first(meetings, "date") | first(rows(tables, "dates"), "edtf"),
        _headings(row for found in passages.values() for row in found),
        first(rows(tables, "theme_mentions"), "theme_id", by="passage_id"),
        {
            (kind, row.text(f"{kind}_id")): row.evidence(papers[row.text("passage_id")])
            for kind, (table, _) in FINDINGS.items()
            for row in rows(tables, table)
        },
    )


def _first(found: Iterable[tuple[K, Evidence]]) -> dict[K, Evidence]:
    """The first place of each, in the order of the rows: the tables are sorted by paper and place."""
    places: dict[K, Evidence] = {}
    for key, evidence in found:
        places.setdefault(key, evidence)
    return places


def _headings(passages: Iterable[Row]) -> dict[str, Evidence]:
    known = ((row.known("item_id"), row) for row in passages)
    own = [(item, row) for item, row in known if item is not None]
    # A stable sort: headings first, and within both the order of the paper.
    own.sort(key=lambda one: one[1].text("kind") != "heading")
    return _first((item, _in_passage(row, row.text("text"))) for item, row in own)


def _in_passage(row: Row, words: str) -> Evidence:
    """The words where they first stand in a passage; the boxes are those of the passage."""
    start = row.text("text").index(words)
    place = row.text("passage_id"), start, start + len(words), words, row.whole("page")
    return Evidence(row.text("document_id"), *place, row.boxes())


def _within(inner: Evidence, outer: Evidence) -> bool:
    if inner.start is None or inner.end is None or outer.start is None or outer.end is None:
        return False
    return outer.start <= inner.start and inner.end <= outer.end
