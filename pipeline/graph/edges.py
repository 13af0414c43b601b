"""The statements of the graph, from the rows of the tables."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pipeline.graph.nodes import organisation_kind
from pipeline.graph.rows import Row, Tables, rows
from pipeline.graph.statements import Evidence, NodeKind, Predicate, Statement

_READ = "read.structure"
_RELATIONS = {
    "supports": Predicate.SUPPORTS,
    "follows_up": Predicate.FOLLOWS_UP,
    "decides": Predicate.DECIDES,
    "taken_up_in": Predicate.TAKEN_UP_IN,
    "restates": Predicate.RESTATES,
    "postpones": Predicate.POSTPONES,
    "carries_out": Predicate.CARRIES_OUT,
    "elaborates": Predicate.ELABORATES,
    "splits": Predicate.SPLITS,
    "merges": Predicate.MERGES,
    "refers_to": Predicate.REFERS_TO,
}
_TARGETS = {
    "story": NodeKind.STORY,
    "recommendation": NodeKind.RECOMMENDATION,
    "decision": NodeKind.DECISION,
    "proposal": NodeKind.PROPOSAL,
    "contribution": NodeKind.CONTRIBUTION,
    "document": NodeKind.PAPER,
}


@dataclass(frozen=True, slots=True)
class _Known:
    """What statements of several tables need: the paper of a passage, the kind of an organisation."""

    papers: Mapping[str, str]
    organisations: Mapping[str, NodeKind]

    def evidence(self, row: Row) -> Evidence:
        """The place of a row's proof."""
        return row.evidence(self.papers[row.text("passage_id")])

    def organisation(self, organisation_id: str) -> str:
        """The key of a body's or organisation's node."""
        return f"{self.organisations[organisation_id]}:{organisation_id}"


def find_statements(tables: Tables) -> tuple[Statement, ...]:
    """All statements, sorted, each once."""
    papers = {row.text("passage_id"): row.text("document_id") for row in rows(tables, "passages")}
    kinds = {r.text("organisation_id"): organisation_kind(r.text("kind")) for r in rows(tables, "organisations")}
    known = _Known(papers, kinds)
    found = (
        *_papers(tables, known),
        *_meetings(tables, known),
        *_people(tables, known),
        *_decided(tables, known),
        *_advised(tables, known),
        *_themes(tables),
        *_links(tables),
    )
    unique = {statement.id: statement for statement in found}
    return tuple(sorted(unique.values(), key=lambda s: (s.subject, s.predicate, s.object, s.id)))


def _papers(tables: Tables, known: _Known) -> Iterator[Statement]:
    for row in rows(tables, "documents"):
        paper = f"{NodeKind.PAPER}:{row.text('document_id')}"
        evidence = Evidence(row.text("document_id"))
        body_id, date = row.known("body_id"), row.known("date")
        if body_id is not None:
            yield Statement(paper, Predicate.FROM_BODY, known.organisation(body_id), evidence, _READ, 1.0)
        if date is not None:
            yield Statement(paper, Predicate.DATED, f"{NodeKind.DATE}:{date}", evidence, _READ, 1.0)
        for number in row.texts("case_numbers"):
            yield Statement(paper, Predicate.ABOUT_CASE, f"{NodeKind.CASE}:{number}", evidence, _READ, 1.0)
        for column, predicate in (("version_of", Predicate.REPLACED_BY), ("duplicate_of", Predicate.COPY_OF)):
            other = row.known(column)
            if other is not None:
                yield Statement(paper, predicate, f"{NodeKind.PAPER}:{other}", evidence, _READ, 1.0)


def _meetings(tables: Tables, known: _Known) -> Iterator[Statement]:
    for row in rows(tables, "meetings"):
        meeting, evidence, rule = f"{NodeKind.MEETING}:{row.text('meeting_id')}", known.evidence(row), row.text("rule")
        body_id, date, paper = row.known("body_id"), row.known("date"), row.known("document_id")
        if body_id is not None:
            yield Statement(meeting, Predicate.HELD_BY, known.organisation(body_id), evidence, rule, row.score())
        if date is not None:
            yield Statement(meeting, Predicate.DATED, f"{NodeKind.DATE}:{date}", evidence, rule, row.score())
        if paper is not None:
            yield Statement(meeting, Predicate.DOCUMENTED_BY, f"{NodeKind.PAPER}:{paper}", evidence, rule, row.score())
    for row in rows(tables, "agenda_items"):
        item, evidence = (
            f"{NodeKind.ITEM}:{row.text('item_id')}",
            Evidence(row.text("document_id"), page=row.whole("page")),
        )
        meeting_id, case = row.known("meeting_id"), row.known("case_number")
        if meeting_id is not None:
            yield Statement(item, Predicate.PART_OF, f"{NodeKind.MEETING}:{meeting_id}", evidence, _READ, 1.0)
        if case is not None:
            yield Statement(item, Predicate.ABOUT_CASE, f"{NodeKind.CASE}:{case}", evidence, _READ, 1.0)


def _people(tables: Tables, known: _Known) -> Iterator[Statement]:
    for row in rows(tables, "memberships"):
        seat = f"{NodeKind.MEMBERSHIP}:{row.text('membership_id')}"
        person, body = row.known("person_id"), row.known("body_id")
        organisation = row.known("organisation_id")
        ends = (
            (Predicate.MEMBER, None if person is None else f"{NodeKind.PERSON}:{person}"),
            (Predicate.SEAT_IN, None if body is None else known.organisation(body)),
            (Predicate.SEAT_FOR, None if organisation is None else known.organisation(organisation)),
        )
        term = row.known("term_start"), row.known("term_end")
        for predicate, target in ends:
            if target is not None:
                basis = known.evidence(row), row.text("rule"), row.score(), None
                yield Statement(seat, predicate, target, *basis, *term)
    for row in rows(tables, "attendance"):
        person, meeting = row.known("person_id"), row.known("meeting_id")
        if person is not None and meeting is not None and row.known("item_id") is None:
            what = Predicate.PRESENT if row.text("status") == "til stede" else f"{row.text('status')} ved"
            ends = f"{NodeKind.PERSON}:{person}", what, f"{NodeKind.MEETING}:{meeting}"
            yield Statement(*ends, known.evidence(row), row.text("rule"), row.score())


def _decided(tables: Tables, known: _Known) -> Iterator[Statement]:
    for table, column, kind in (
        ("decisions", "decision_id", NodeKind.DECISION),
        ("proposals", "proposal_id", NodeKind.PROPOSAL),
        ("contributions", "contribution_id", NodeKind.CONTRIBUTION),
    ):
        for row in rows(tables, table):
            item = row.known("item_id")
            place = f"{NodeKind.PAPER}:{row.text('document_id')}" if item is None else f"{NodeKind.ITEM}:{item}"
            what = Predicate.DOCUMENTED_BY if item is None else Predicate.PART_OF
            basis = known.evidence(row), row.text("rule"), row.score()
            yield Statement(f"{kind}:{row.text(column)}", what, place, *basis)
    for row in rows(tables, "decisions"):
        decision, basis = f"{NodeKind.DECISION}:{row.text('decision_id')}", (known.evidence(row), row.text("rule"))
        body, date = row.known("body_id"), row.known("date")
        if body is not None:
            yield Statement(decision, Predicate.DECIDED_BY, known.organisation(body), *basis, row.score())
        if date is not None:
            yield Statement(decision, Predicate.DATED, f"{NodeKind.DATE}:{date}", *basis, row.score())


def _advised(tables: Tables, known: _Known) -> Iterator[Statement]:
    for row in rows(tables, "recommendations"):
        basis = known.evidence(row), row.text("rule"), row.score()
        advice, issuer = f"{NodeKind.RECOMMENDATION}:{row.text('recommendation_id')}", row.known("issued_by_id")
        if issuer is not None:
            yield Statement(advice, Predicate.ISSUED_BY, known.organisation(issuer), *basis, None, row.known("issued"))
    for row in rows(tables, "recommendation_mentions"):
        advice, paper = row.known("recommendation_id"), f"{NodeKind.PAPER}:{row.text('document_id')}"
        if advice is not None:
            ends = f"{NodeKind.RECOMMENDATION}:{advice}", Predicate.DOCUMENTED_BY, paper
            yield Statement(*ends, known.evidence(row), row.text("rule"), row.score())
    for row in rows(tables, "stories"):
        story, whole = f"{NodeKind.STORY}:{row.text('story_id')}", row.known("part_of")
        what = Predicate.DOCUMENTED_BY if whole is None else Predicate.PART_OF
        target = f"{NodeKind.PAPER}:{row.text('document_id')}" if whole is None else f"{NodeKind.STORY}:{whole}"
        yield Statement(story, what, target, known.evidence(row), row.text("rule"), row.score())
    for row in rows(tables, "status_events"):
        advice, body, date = (
            f"{NodeKind.RECOMMENDATION}:{row.text('recommendation_id')}",
            row.known("body_id"),
            row.known("date"),
        )
        by = f"{NodeKind.PAPER}:{row.text('document_id')}" if body is None else known.organisation(body)
        basis = known.evidence(row), row.text("rule"), row.score(), None
        yield Statement(advice, f"{row.text('what')} ({row.text('reference')})", by, *basis, date)


def _themes(tables: Tables) -> Iterator[Statement]:
    for row in rows(tables, "themes"):
        broader = row.known("broader")
        if broader is not None:
            ends = f"{NodeKind.THEME}:{row.text('theme_id')}", Predicate.BROADER, f"{NodeKind.THEME}:{broader}"
            yield Statement(*ends, Evidence(), "themes.broader", 1.0)
    for row in rows(tables, "theme_assignments"):
        kind = _TARGETS.get(row.text("target_kind"))
        if kind is not None:
            ends = f"{kind}:{row.text('target_id')}", Predicate.ABOUT, f"{NodeKind.THEME}:{row.text('theme_id')}"
            yield Statement(*ends, Evidence(row.text("document_id")), "themes.assigned", row.score())


def _links(tables: Tables) -> Iterator[Statement]:
    for row in rows(tables, "links"):
        proof = row.part("source_proof")
        source = f"{_TARGETS[row.text('source_kind')]}:{row.text('source_id')}"
        target = f"{_TARGETS[row.text('target_kind')]}:{row.text('target_id')}"
        predicate = _RELATIONS[row.text("relation")] if row.flag("fact") else Predicate.CANDIDATE
        evidence = proof.evidence(proof.known("document_id"))
        yield Statement(source, predicate, target, evidence, row.text("method"), row.score())
