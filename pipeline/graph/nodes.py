"""The nodes of the graph, one for each thing the tables hold, with Danish labels."""

from collections.abc import Iterator

from pipeline.graph.rows import Tables, rows
from pipeline.graph.statements import Node, NodeKind
from pipeline.model.danish import danish_date

_LABEL = 90
BODY_KINDS = ("råd", "udvalg")
_KIND_LABELS = {
    "referat": "Referat",
    "dagsorden": "Dagsorden",
    "notat": "Notat",
    "anbefalinger": "Anbefalinger",
    "kommissorium": "Kommissorium",
    "praesentation": "Præsentation",
    "andet": "Andet",
}


def find_nodes(tables: Tables) -> dict[str, Node]:
    """All nodes by their key in the graph, sorted."""
    found = (
        *_papers(tables),
        *_meetings(tables),
        *_items(tables),
        *_entities(tables),
        *_memberships(tables),
        *_texts(tables),
        *(Node(NodeKind.THEME, row.text("theme_id"), row.text("label_da")) for row in rows(tables, "themes")),
        *(Node(NodeKind.STATUS, row.text("status"), row.text("status")) for row in rows(tables, "statuses")),
    )
    return {node.key: node for node in sorted(found)}


def short(text: str) -> str:
    """The text on one line, at most so long, cut between words."""
    line = " ".join(text.split())
    return line if len(line) <= _LABEL else line[:_LABEL].rsplit(" ", 1)[0] + " …"


def _papers(tables: Tables) -> Iterator[Node]:
    for row in rows(tables, "documents"):
        kind, date = row.known("kind"), row.known("date")
        title = row.known("title")
        words = [_KIND_LABELS.get(kind or "", row.text("path")), row.known("body"), date and danish_date(date)]
        label = title if title is not None else ", ".join(word for word in words if word is not None)
        yield Node(NodeKind.PAPER, row.text("document_id"), short(label))
        for number in row.texts("case_numbers"):
            yield Node(NodeKind.CASE, number, f"Sag {number}")
        if date is not None:
            yield date_node(date)


def date_node(edtf: str) -> Node:
    """The node of a date."""
    return Node(NodeKind.DATE, edtf, danish_date(edtf))


def _meetings(tables: Tables) -> Iterator[Node]:
    for row in rows(tables, "meetings"):
        date = row.known("date")
        when = "uden dato" if date is None else danish_date(date)
        yield Node(NodeKind.MEETING, row.text("meeting_id"), f"{row.known('body') or 'Møde'}, {when}")
        if date is not None:
            yield date_node(date)


def _items(tables: Tables) -> Iterator[Node]:
    for row in rows(tables, "agenda_items"):
        number, title = row.known("number"), row.known("title")
        words = [None if number is None else f"Punkt {number}", title]
        yield Node(NodeKind.ITEM, row.text("item_id"), short(": ".join(w for w in words if w is not None) or "Punkt"))
        case = row.known("case_number")
        if case is not None:
            yield Node(NodeKind.CASE, case, f"Sag {case}")


def _entities(tables: Tables) -> Iterator[Node]:
    for row in rows(tables, "people"):
        yield Node(NodeKind.PERSON, row.text("person_id"), row.text("name"))
    for row in rows(tables, "organisations"):
        authority, name = row.known("authority"), row.text("name")
        kind = organisation_kind(row.text("kind"))
        label = name if authority is None else f"{name} ({authority})"
        yield Node(kind, row.text("organisation_id"), label)


def organisation_kind(kind: str) -> NodeKind:
    """Councils and committees are bodies, all others organisations."""
    return NodeKind.BODY if kind in BODY_KINDS else NodeKind.ORGANISATION


def _memberships(tables: Tables) -> Iterator[Node]:
    for row in rows(tables, "memberships"):
        words = [row.text("person"), row.text("role"), row.known("body")]
        label = ", ".join(w for w in words if w is not None)
        yield Node(NodeKind.MEMBERSHIP, row.text("membership_id"), short(label))


def _texts(tables: Tables) -> Iterator[Node]:
    """Nodes whose label is their text."""
    for table, column, kind in (
        ("decisions", "decision_id", NodeKind.DECISION),
        ("proposals", "proposal_id", NodeKind.PROPOSAL),
        ("contributions", "contribution_id", NodeKind.CONTRIBUTION),
        ("stories", "story_id", NodeKind.STORY),
    ):
        for row in rows(tables, table):
            yield Node(kind, row.text(column), short(row.text("text")))
    for row in rows(tables, "recommendations"):
        number = row.known("number")
        before = "" if number is None else f"{number}. "
        yield Node(NodeKind.RECOMMENDATION, row.text("recommendation_id"), short(before + row.text("text")))
    for table, column in (("decisions", "date"), ("status_events", "date")):
        for row in rows(tables, table):
            date = row.known(column)
            if date is not None:
                yield date_node(date)
