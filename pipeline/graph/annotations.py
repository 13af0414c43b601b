"""The evidence of a statement as a Web Annotation, and by which rule of the program it was derived (PROV-O)."""

from collections.abc import Iterable, Mapping

from pipeline.graph.statements import Evidence, NodeKind, Statement
from pipeline.graph.terms import BASE, iri, term
from pipeline.graph.times import interval

PROGRAM = f"{BASE}program"
_AROUND = 32
"""So many letters before and after a quote: enough to find it again, the number the field uses."""
# The standard that Web Annotation names for fragments of PDF; `viewrect` is in points from the top left of the page.
_PDF_FRAGMENTS = "http://tools.ietf.org/rfc/rfc3778"


def annotation(statement: Statement, texts: Mapping[str, str]) -> dict[str, object]:
    """Its body is the statement, its targets the places in the papers; `texts` are those of the passages."""
    places = [place for place in (statement.evidence, statement.to) if place is not None]
    papers = sorted({iri(f"{NodeKind.PAPER}:{place.document_id}") for place in places if place.document_id is not None})
    return {
        "@id": f"{BASE}udsagn:{statement.id}",
        "@type": ["oa:Annotation", "prov:Entity"],
        "oa:hasBody": _body(statement),
        "oa:hasTarget": [_target(place, texts) for place in places],
        "prov:wasDerivedFrom": [{"@id": paper} for paper in papers],
        "prov:wasGeneratedBy": {"@id": _use(statement.rule)},
    }


def rules(statements: Iterable[Statement]) -> list[dict[str, object]]:
    """Each rule as a plan, and its use by the program as the activity that made the statements."""
    found: list[dict[str, object]] = []
    for rule in sorted({statement.rule for statement in statements}):
        plan = iri(f"regel:{rule}")
        carried_out = {"@type": ["prov:Association"], "prov:agent": {"@id": PROGRAM}, "prov:hadPlan": {"@id": plan}}
        found += [
            {"@id": plan, "@type": ["prov:Plan", "prov:Entity"], "rdfs:label": rule},
            {"@id": _use(rule), "@type": ["prov:Activity"], "prov:qualifiedAssociation": carried_out},
        ]
    return found


def _use(rule: str) -> str:
    return iri(f"brug:{rule}")


def _body(statement: Statement) -> dict[str, object]:
    body: dict[str, object] = {
        "@type": ["rdf:Statement"],
        "rdf:subject": {"@id": iri(statement.subject)},
        "rdf:predicate": {"@id": term(statement.predicate, statement.subject)},
        "rdf:object": {"@id": iri(statement.object)},
        "rs:score": {"@value": str(statement.score), "@type": "xsd:decimal"},
        "rs:regel": statement.rule,
    }
    if statement.reason is not None:
        body["rs:begrundelse"] = statement.reason
    if statement.valid_from is not None or statement.valid_to is not None:
        body["time:hasTime"] = interval(statement.valid_from, statement.valid_to)
    return body


def _target(evidence: Evidence, texts: Mapping[str, str]) -> dict[str, object]:
    source: dict[str, object] = {"@id": iri(f"{NodeKind.PAPER}:{evidence.document_id}")}
    if evidence.quote is None:
        return source
    boxes = [_fragment(value) for value in evidence.fragments]
    return {
        "@type": ["oa:SpecificResource"],
        "oa:hasSource": source,
        "oa:hasSelector": [_quote(evidence.quote, evidence, texts[evidence.passage_id or ""]), *boxes],
    }


def _quote(exact: str, evidence: Evidence, text: str) -> dict[str, object]:
    start, end = evidence.start or 0, evidence.end or 0
    return {
        "@type": ["oa:TextQuoteSelector"],
        "oa:exact": exact,
        "oa:prefix": text[max(0, start - _AROUND) : start],
        "oa:suffix": text[end : end + _AROUND],
    }


def _fragment(value: str) -> dict[str, object]:
    return {"@type": ["oa:FragmentSelector"], "dcterms:conformsTo": {"@id": _PDF_FRAGMENTS}, "rdf:value": value}
