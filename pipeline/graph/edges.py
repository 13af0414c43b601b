"""The statements of the graph, from the rows of the tables: papers, meetings, people and what stands in items."""

from collections.abc import Iterator

from pipeline.graph.edges_trail import find_trail
from pipeline.graph.places import Places, find_places
from pipeline.graph.rows import Tables, rows
from pipeline.graph.statements import Evidence, NodeKind, Predicate, Statement

_READ = "read.structure"


def find_statements(tables: Tables) -> tuple[Statement, ...]:
    """All statements, sorted, each once."""
    known = find_places(tables)
    found = (
        *_papers(tables, known),
        *_meetings(tables, known),
        *_agenda_items(tables, known),
        *_memberships(tables, known),
        *_attendance(tables, known),
        *_in_items(tables, known),
        *_decisions(tables, known),
        *find_trail(tables, known),
    )
    unique = {statement.id: statement for statement in found}
    return tuple(sorted(unique.values(), key=lambda s: (s.subject, s.predicate, s.object, s.id)))


def _papers(tables: Tables, known: Places) -> Iterator[Statement]:
    for row in rows(tables, "documents"):
        document_id = row.text("document_id")
        paper = f"{NodeKind.PAPER}:{document_id}"
        body_id, date = row.known("body_id"), row.known("date")
        if body_id is not None:
            evidence = known.name(document_id, body_id, row.known("body"))
            yield Statement(paper, Predicate.FROM_BODY, known.organisation(body_id), evidence, _READ, 1.0)
        if date is not None:
            evidence = known.date(document_id, date)
            yield Statement(paper, Predicate.DATED, f"{NodeKind.DATE}:{date}", evidence, _READ, 1.0)
        for number in row.texts("case_numbers"):
            evidence = known.case(document_id, number)
            yield Statement(paper, Predicate.ABOUT_CASE, f"{NodeKind.CASE}:{number}", evidence, _READ, 1.0)
        for column, predicate in (("version_of", Predicate.REPLACED_BY), ("duplicate_of", Predicate.COPY_OF)):
            other = row.known(column)
            if other is not None:
                # Of two papers as wholes: there is no one place where it says so.
                yield Statement(paper, predicate, f"{NodeKind.PAPER}:{other}", Evidence(document_id), _READ, 1.0)


def _meetings(tables: Tables, known: Places) -> Iterator[Statement]:
    for row in rows(tables, "meetings"):
        meeting, evidence, rule = f"{NodeKind.MEETING}:{row.text('meeting_id')}", known.evidence(row), row.text("rule")
        body_id, date, paper = row.known("body_id"), row.known("date"), row.known("document_id")
        if body_id is not None:
            yield Statement(meeting, Predicate.HELD_BY, known.organisation(body_id), evidence, rule, row.score())
        if date is not None:
            yield Statement(meeting, Predicate.DATED, f"{NodeKind.DATE}:{date}", evidence, rule, row.score())
        if paper is not None:
            yield Statement(meeting, Predicate.DOCUMENTED_BY, f"{NodeKind.PAPER}:{paper}", evidence, rule, row.score())


def _agenda_items(tables: Tables, known: Places) -> Iterator[Statement]:
    for row in rows(tables, "agenda_items"):
        item_id = row.text("item_id")
        item = f"{NodeKind.ITEM}:{item_id}"
        meeting_id, case = row.known("meeting_id"), row.known("case_number")
        if meeting_id is not None:
            evidence = known.heading(row)
            yield Statement(item, Predicate.PART_OF, f"{NodeKind.MEETING}:{meeting_id}", evidence, _READ, 1.0)
        if case is not None:
            evidence = known.case(row.text("document_id"), case, item_id)
            yield Statement(item, Predicate.ABOUT_CASE, f"{NodeKind.CASE}:{case}", evidence, _READ, 1.0)


def _memberships(tables: Tables, known: Places) -> Iterator[Statement]:
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


def _attendance(tables: Tables, known: Places) -> Iterator[Statement]:
    for row in rows(tables, "attendance"):
        person_id, meeting_id = row.known("person_id"), row.known("meeting_id")
        if person_id is None or meeting_id is None or row.known("item_id") is not None:
            continue
        person, meeting = f"{NodeKind.PERSON}:{person_id}", f"{NodeKind.MEETING}:{meeting_id}"
        what = Predicate.PRESENT if row.text("status") == "til stede" else f"{row.text('status')} ved"
        yield Statement(person, what, meeting, known.evidence(row), row.text("rule"), row.score())


def _in_items(tables: Tables, known: Places) -> Iterator[Statement]:
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


def _decisions(tables: Tables, known: Places) -> Iterator[Statement]:
    for row in rows(tables, "decisions"):
        decision, evidence = f"{NodeKind.DECISION}:{row.text('decision_id')}", known.evidence(row)
        body, date, rule = row.known("body_id"), row.known("date"), row.text("rule")
        if body is not None:
            yield Statement(decision, Predicate.DECIDED_BY, known.organisation(body), evidence, rule, row.score())
        if date is not None:
            yield Statement(decision, Predicate.DATED, f"{NodeKind.DATE}:{date}", evidence, rule, row.score())
