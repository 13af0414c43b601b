"""The graph as JSON-LD, in the vocabularies of the field: W3C ORG, PROV-O, SKOS, Web Annotation, schema.org."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from urllib.parse import quote

from pipeline.graph.rows import Row, Tables, rows
from pipeline.graph.statements import Evidence, Node, NodeKind, Predicate, Statement
from pipeline.model.origin import origin_of

_BASE = "urn:raadspor:"
_CONTEXT = {
    "rs": f"{_BASE}ord:",
    "dcterms": "http://purl.org/dc/terms/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_TYPES = {
    NodeKind.PAPER: ["schema:DigitalDocument", "prov:Entity"],
    NodeKind.MEETING: ["schema:Event", "prov:Activity"],
    NodeKind.ITEM: ["schema:Event"],
    NodeKind.CASE: ["schema:CreativeWork"],
    NodeKind.PERSON: ["schema:Person", "prov:Agent"],
    NodeKind.ORGANISATION: ["org:Organization", "prov:Agent"],
    NodeKind.BODY: ["org:FormalOrganization", "prov:Agent"],
    NodeKind.MEMBERSHIP: ["org:Membership"],
    NodeKind.DECISION: ["prov:Activity"],
    NodeKind.PROPOSAL: ["prov:Entity"],
    NodeKind.RECOMMENDATION: ["prov:Entity"],
    NodeKind.CONTRIBUTION: ["prov:Entity"],
    NodeKind.STORY: ["prov:Entity"],
    NodeKind.THEME: ["skos:Concept"],
    NodeKind.DATE: [],
}
# Where the field has a term that says just this; every other predicate is one of our own, under rs:.
_TERMS = {
    Predicate.FROM_BODY: "schema:publisher",
    Predicate.REPLACED_BY: "schema:supersededBy",
    Predicate.HELD_BY: "schema:organizer",
    Predicate.PART_OF: "dcterms:isPartOf",
    Predicate.DOCUMENTED_BY: "prov:hadPrimarySource",
    Predicate.MEMBER: "org:member",
    Predicate.SEAT_IN: "org:organization",
    Predicate.DECIDED_BY: "prov:wasAssociatedWith",
    Predicate.ISSUED_BY: "prov:wasAttributedTo",
    Predicate.ABOUT: "schema:about",
    Predicate.BROADER: "skos:broader",
    Predicate.ELABORATES: "prov:wasDerivedFrom",
    Predicate.REFERS_TO: "schema:citation",
}
_NOT_WORD = re.compile(r"[^\w]+")


def render_linked(tables: Tables, nodes: Mapping[str, Node], statements: Iterable[Statement]) -> str:
    """The JSON-LD text: the nodes with what is said of them, then an annotation for each statement with a place."""
    said = list(statements)
    outgoing: dict[str, list[Statement]] = defaultdict(list)
    for statement in said:
        outgoing[statement.subject].append(statement)
    details = _details(tables)
    graph: list[dict[str, object]] = [_edition(tables), _scheme()]
    graph += [_node(key, node, outgoing[key], details.get(key, {})) for key, node in nodes.items()]
    graph += [_annotation(statement) for statement in said]
    return json.dumps({"@context": _CONTEXT, "@graph": graph}, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def iri(key: str) -> str:
    """The IRI of a node: `urn:raadspor:anbefaling:…`."""
    return _BASE + quote(key, safe=":")


def term(predicate: str) -> str:
    """The term of a predicate, the field's where there is one."""
    own = "rs:" + _NOT_WORD.sub("-", predicate).strip("-")
    return next((known for p, known in _TERMS.items() if p == predicate), own)


def _edition(tables: Tables) -> dict[str, object]:
    """What made the graph: program, language model, lexicons."""
    told = {f"rs:{key}": value for key, value in origin_of(tables["documents"].schema.metadata).items()}
    return {"@id": f"{_BASE}udgave", "@type": ["prov:Entity", "schema:Dataset"], **told}


def _scheme() -> dict[str, object]:
    label = {"@value": "Temaer", "@language": "da"}
    return {"@id": f"{_BASE}temaer", "@type": ["skos:ConceptScheme"], "skos:prefLabel": label}


def _node(key: str, node: Node, statements: Iterable[Statement], details: Mapping[str, object]) -> dict[str, object]:
    value: dict[str, object] = {"@id": iri(key), "@type": [f"rs:{node.kind}", *_TYPES[NodeKind(node.kind)]], **details}
    if node.kind == NodeKind.THEME:
        value |= {"skos:inScheme": {"@id": f"{_BASE}temaer"}}
    else:
        value |= {"rdfs:label": {"@value": node.label, "@language": "da"}}
    if node.kind == NodeKind.DATE:
        value |= {"rs:edtf": node.id}
    targets: dict[str, set[str]] = defaultdict(set)
    for statement in statements:
        targets[term(statement.predicate)].add(iri(statement.object))
    return value | {name: [{"@id": target} for target in sorted(found)] for name, found in sorted(targets.items())}


def _annotation(statement: Statement) -> dict[str, object]:
    """Web Annotation: its body is the statement, its target the place in the paper."""
    body: dict[str, object] = {
        "@type": ["rdf:Statement"],
        "rdf:subject": {"@id": iri(statement.subject)},
        "rdf:predicate": {"@id": term(statement.predicate)},
        "rdf:object": {"@id": iri(statement.object)},
        "rs:score": {"@value": str(statement.score), "@type": "xsd:decimal"},
        "rs:regel": statement.rule,
    }
    terms = (("schema:startDate", statement.valid_from), ("schema:endDate", statement.valid_to))
    body |= {name: value for name, value in terms if value is not None}
    annotation: dict[str, object] = {
        "@id": f"{_BASE}udsagn:{statement.id}",
        "@type": ["oa:Annotation"],
        "oa:hasBody": body,
    }
    target = _target(statement.evidence)
    return annotation | ({} if target is None else {"oa:hasTarget": target})


def _target(evidence: Evidence) -> dict[str, object] | None:
    if evidence.document_id is None:
        return None
    source: dict[str, object] = {"@id": iri(f"{NodeKind.PAPER}:{evidence.document_id}")}
    if evidence.quote is None:
        return source
    quoted = {"@type": ["oa:TextQuoteSelector"], "oa:exact": evidence.quote}
    page = {"@type": ["oa:FragmentSelector"], "rdf:value": f"page={evidence.page}"}
    return {"@type": ["oa:SpecificResource"], "oa:hasSource": source, "oa:hasSelector": [quoted, page]}


def _details(tables: Tables) -> dict[str, dict[str, object]]:
    """What the vocabularies say beside the statements: names, dates, terms, labels."""
    details: dict[str, dict[str, object]] = {}
    for row in rows(tables, "people"):
        details[f"{NodeKind.PERSON}:{row.text('person_id')}"] = {"schema:name": row.text("name")}
    for row in rows(tables, "memberships"):
        details[f"{NodeKind.MEMBERSHIP}:{row.text('membership_id')}"] = _membership(row)
    for row in rows(tables, "themes"):
        labels = [{"@value": row.text(f"label_{code}"), "@language": code} for code in ("da", "en")]
        details[f"{NodeKind.THEME}:{row.text('theme_id')}"] = {"skos:prefLabel": labels}
    for row in rows(tables, "meetings"):
        date = row.known("date")
        details[f"{NodeKind.MEETING}:{row.text('meeting_id')}"] = {} if date is None else {"schema:startDate": date}
    for row in rows(tables, "documents"):
        found = {"schema:sha256": row.known("sha256"), "schema:name": row.known("title")}
        key = f"{NodeKind.PAPER}:{row.text('document_id')}"
        details[key] = {name: value for name, value in found.items() if value is not None}
    return details


def _membership(row: Row) -> dict[str, object]:
    known = {"schema:startDate": row.known("term_start"), "schema:endDate": row.known("term_end")}
    role = {"@type": ["org:Role"], "skos:prefLabel": {"@value": row.text("role"), "@language": "da"}}
    return {"org:role": role} | {name: value for name, value in known.items() if value is not None}
