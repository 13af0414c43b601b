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
        *_agenda_items(tables),
        *_memberships(tables, known),
        *_attendance(tables, known),
        *_in_items(tables, known),
        *_decisions(tables, known),
        *_recommendations(tables, known),
        *_stories(tables, known),
        *_status_events(tables, known),
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


def _agenda_items(tables: Tables) -> Iterator[Statement]:
    for row in rows(tables, "agenda_items"):
        item = f"{NodeKind.ITEM}:{row.text('item_id')}"
        evidence = Evidence(row.text("document_id"), page=row.whole("page"))
        meeting_id, case = row.known("meeting_id"), row.known("case_number")
        if meeting_id is not None:
            yield Statement(item, Predicate.PART_OF, f"{NodeKind.MEETING}:{meeting_id}", evidence, _READ, 1.0)
        if case is not None:
            yield Statement(item, Predicate.ABOUT_CASE, f"{NodeKind.CASE}:{case}", evidence, _READ, 1.0)


def _memberships(tables: Tables, known: _Known) -> Iterator[Statement]:
    for row in rows(tables, "memberships"):
        seat, evidence = f"{NodeKind.MEMBERSHIP}:{row.text('membership_id')}", known.evidence(row)
        person, body, behind = row.known("person_id"), row.known("body_id"), row.known("organisation_id")
        ends = (
            (Predicate.MEMBER, None if person is None else f"{NodeKind.PERSON}:{person}"),
            (Predicate.SEAT_IN, None if body is None else known.organisation(body)),
            (Predicate.SEAT_FOR, None if behind is None else known.organisation(behind)),
        )
        for predicate, target in ends:
            if target is not None:
                yield Statement(
                    seat,
                    predicate,
                    target,
                    evidence,
                    row.text("rule"),
                    row.score(),
                    valid_from=row.known("term_start"),
                    valid_to=row.known("term_end"),
                )


def _attendance(tables: Tables, known: _Known) -> Iterator[Statement]:
    for row in rows(tables, "attendance"):
        person_id, meeting_id = row.known("person_id"), row.known("meeting_id")
        if person_id is None or meeting_id is None or row.known("item_id") is not None:
            continue
        person, meeting = f"{NodeKind.PERSON}:{person_id}", f"{NodeKind.MEETING}:{meeting_id}"
        what = Predicate.PRESENT if row.text("status") == "til stede" else f"{row.text('status')} ved"
        yield Statement(person, what, meeting, known.evidence(row), row.text("rule"), row.score())


def _in_items(tables: Tables, known: _Known) -> Iterator[Statement]:
    """Decisions, proposals and contributions are part of their item, or stand in their paper."""
    for table, column, kind in (
        ("decisions", "decision_id", NodeKind.DECISION),
        ("proposals", "proposal_id", NodeKind.PROPOSAL),
        ("contributions", "contribution_id", NodeKind.CONTRIBUTION),
    ):
        for row in rows(tables, table):
            item = row.known("item_id")
            place = f"{NodeKind.PAPER}:{row.text('document_id')}" if item is None else f"{NodeKind.ITEM}:{item}"
            what = Predicate.DOCUMENTED_BY if item is None else Predicate.PART_OF
            subject = f"{kind}:{row.text(column)}"
            yield Statement(subject, what, place, known.evidence(row), row.text("rule"), row.score())


def _decisions(tables: Tables, known: _Known) -> Iterator[Statement]:
    for row in rows(tables, "decisions"):
        decision, evidence = f"{NodeKind.DECISION}:{row.text('decision_id')}", known.evidence(row)
        body, date, rule = row.known("body_id"), row.known("date"), row.text("rule")
        if body is not None:
            yield Statement(decision, Predicate.DECIDED_BY, known.organisation(body), evidence, rule, row.score())
        if date is not None:
            yield Statement(decision, Predicate.DATED, f"{NodeKind.DATE}:{date}", evidence, rule, row.score())


def _recommendations(tables: Tables, known: _Known) -> Iterator[Statement]:
    for row in rows(tables, "recommendations"):
        advice, issuer = f"{NodeKind.RECOMMENDATION}:{row.text('recommendation_id')}", row.known("issued_by_id")
        if issuer is not None:
            basis = known.evidence(row), row.text("rule"), row.score()
            by = known.organisation(issuer)
            yield Statement(advice, Predicate.ISSUED_BY, by, *basis, valid_from=row.known("issued"))
    for row in rows(tables, "recommendation_mentions"):
        advice_id, paper = row.known("recommendation_id"), f"{NodeKind.PAPER}:{row.text('document_id')}"
        if advice_id is not None:
            advice, evidence = f"{NodeKind.RECOMMENDATION}:{advice_id}", known.evidence(row)
            yield Statement(advice, Predicate.DOCUMENTED_BY, paper, evidence, row.text("rule"), row.score())


def _stories(tables: Tables, known: _Known) -> Iterator[Statement]:
    for row in rows(tables, "stories"):
        story, whole = f"{NodeKind.STORY}:{row.text('story_id')}", row.known("part_of")
        what = Predicate.DOCUMENTED_BY if whole is None else Predicate.PART_OF
        target = f"{NodeKind.PAPER}:{row.text('document_id')}" if whole is None else f"{NodeKind.STORY}:{whole}"
        yield Statement(story, what, target, known.evidence(row), row.text("rule"), row.score())


def _status_events(tables: Tables, known: _Known) -> Iterator[Statement]:
    for row in rows(tables, "status_events"):
        advice, body = f"{NodeKind.RECOMMENDATION}:{row.text('recommendation_id')}", row.known("body_id")
        by = f"{NodeKind.PAPER}:{row.text('document_id')}" if body is None else known.organisation(body)
        what, basis = f"{row.text('what')} ({row.text('reference')})", (known.evidence(row), row.text("rule"))
        yield Statement(advice, what, by, *basis, row.score(), valid_from=row.known("date"))


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
