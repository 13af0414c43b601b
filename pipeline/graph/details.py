"""What the vocabularies say of a node beside its statements: names, roles, terms, dates, labels."""

from collections import defaultdict

from pipeline.graph.concepts import concepts
from pipeline.graph.nodes import organisation_kind
from pipeline.graph.rows import Row, Tables, rows
from pipeline.graph.statements import NodeKind
from pipeline.graph.terms import iri
from pipeline.graph.times import interval, position

_Details = dict[str, dict[str, object]]


def find_details(tables: Tables) -> _Details:
    """What is told of each node, by its key."""
    return {
        **concepts(tables),
        **_people(tables),
        **_organisations(tables),
        **{
            f"{NodeKind.MEMBERSHIP}:{row.text('membership_id')}": _membership(row)
            for row in rows(tables, "memberships")
        },
        **{f"{NodeKind.MEETING}:{row.text('meeting_id')}": _meeting(row) for row in rows(tables, "meetings")},
        **{f"{NodeKind.PAPER}:{row.text('document_id')}": _paper(row) for row in rows(tables, "documents")},
    }


def date_details(edtf: str) -> dict[str, object]:
    """What is told of a date."""
    return {"rs:edtf": edtf, **position(edtf)}


def roles(tables: Tables) -> list[dict[str, object]]:
    """The roles of members: `formand`, `medlem`."""
    found = sorted({row.text("role") for row in rows(tables, "memberships")})
    label = ({"@value": role, "@language": "da"} for role in found)
    return [
        {"@id": _role(role), "@type": ["org:Role"], "skos:prefLabel": text}
        for role, text in zip(found, label, strict=True)
    ]


def _people(tables: Tables) -> _Details:
    seats: dict[str, list[str]] = defaultdict(list)
    for row in rows(tables, "memberships"):
        person = row.known("person_id")
        if person is not None:
            seats[person].append(iri(f"{NodeKind.MEMBERSHIP}:{row.text('membership_id')}"))
    return {
        f"{NodeKind.PERSON}:{row.text('person_id')}": _known(
            {
                "schema:name": row.text("name"),
                "schema:alternateName": sorted(row.texts("aliases")),
                "org:hasMembership": [{"@id": seat} for seat in sorted(seats[row.text("person_id")])],
            }
        )
        for row in rows(tables, "people")
    }


def _organisations(tables: Tables) -> _Details:
    return {
        f"{organisation_kind(row.text('kind'))}:{row.text('organisation_id')}": _known(
            {
                "skos:prefLabel": {"@value": row.text("name"), "@language": "da"},
                "skos:altLabel": [{"@value": alias, "@language": "da"} for alias in sorted(row.texts("aliases"))],
                "rs:art": row.text("kind"),
                "rs:myndighed": row.known("authority"),
            }
        )
        for row in rows(tables, "organisations")
    }


def _membership(row: Row) -> dict[str, object]:
    """ORG and OWL-Time for the term, schema.org's words of Popolo beside; each membership has its own, gaps and all."""
    start, end = row.known("term_start"), row.known("term_end")
    during = None if start is None and end is None else interval(start, end)
    return _known(
        {
            "org:role": {"@id": _role(row.text("role"))},
            "org:memberDuring": during,
            "schema:validFrom": start,
            "schema:validThrough": end,
            "rs:pr": row.known("as_of"),
            "rs:parti": row.known("party"),
        }
    )


def _meeting(row: Row) -> dict[str, object]:
    return _known({"schema:startDate": row.known("date"), "schema:location": row.known("place")})


def _paper(row: Row) -> dict[str, object]:
    return _known(
        {
            "schema:sha256": row.known("sha256"),
            "schema:name": row.known("title"),
            "schema:encodingFormat": "application/pdf",
        }
    )


def _role(role: str) -> str:
    return iri(f"rolle:{role}")


def _known(values: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in values.items() if value is not None and value != []}
