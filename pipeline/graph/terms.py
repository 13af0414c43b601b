"""The words of the vocabularies: prefixes, and which term says what a node or a predicate of ours says."""

import re
from urllib.parse import quote

from pipeline.graph.statements import NodeKind, Predicate

BASE = "urn:raadspor:"
CONTEXT = {
    "rs": f"{BASE}ord:",
    "dcterms": "http://purl.org/dc/terms/",
    "oa": "http://www.w3.org/ns/oa#",
    "opengov": "http://www.w3.org/ns/opengov#",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "time": "http://www.w3.org/2006/time#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
TYPES = {
    NodeKind.PAPER: ["schema:DigitalDocument", "prov:Entity"],
    NodeKind.MEETING: ["schema:Event", "prov:Activity"],
    NodeKind.ITEM: ["schema:Event"],
    NodeKind.CASE: ["schema:CreativeWork"],
    NodeKind.PERSON: ["schema:Person", "prov:Agent"],
    NodeKind.ORGANISATION: ["org:Organization", "prov:Agent"],
    NodeKind.BODY: ["org:Organization", "org:FormalOrganization", "prov:Agent"],
    NodeKind.MEMBERSHIP: ["org:Membership"],
    NodeKind.DECISION: ["prov:Activity"],
    NodeKind.PROPOSAL: ["prov:Entity"],
    NodeKind.RECOMMENDATION: ["prov:Entity"],
    NodeKind.CONTRIBUTION: ["prov:Entity"],
    NodeKind.STORY: ["prov:Entity"],
    NodeKind.THEME: ["skos:Concept"],
    NodeKind.STATUS: ["skos:Concept"],
    NodeKind.DATE: ["time:TemporalEntity"],
}
# What happens is no entity of PROV, and so has no source there: the paper is about it.
_HAPPENS = (NodeKind.MEETING, NodeKind.DECISION)
# Where the field has a term that says just this; every other predicate is one of our own, under rs:.
_TERMS = {
    Predicate.FROM_BODY: "schema:publisher",
    Predicate.REPLACED_BY: "schema:supersededBy",
    Predicate.HELD_BY: "schema:organizer",
    Predicate.PART_OF: "dcterms:isPartOf",
    Predicate.MEMBER: "org:member",
    Predicate.SEAT_IN: "org:organization",
    Predicate.SEAT_FOR: "opengov:onBehalfOf",
    Predicate.DECIDED_BY: "prov:wasAssociatedWith",
    Predicate.ISSUED_BY: "prov:wasAttributedTo",
    Predicate.ABOUT: "schema:about",
    Predicate.BROADER: "skos:broader",
    Predicate.REFERS_TO: "schema:citation",
}
_NOT_WORD = re.compile(r"[^\w]+")


def iri(key: str) -> str:
    """The IRI of a node: `urn:raadspor:anbefaling:…`."""
    return BASE + quote(key, safe=":")


def term(predicate: str, subject: str) -> str:
    """The term of a predicate said of this node, the field's where there is one."""
    if predicate == Predicate.DOCUMENTED_BY:
        return "schema:subjectOf" if subject.partition(":")[0] in _HAPPENS else "prov:hadPrimarySource"
    return next((known for p, known in _TERMS.items() if p == predicate), f"rs:{_one_word(predicate, '-')}")


def edge_name(predicate: str) -> str:
    """The predicate as the name of a kind of edge: `drøftet (samlet)` → `drøftet_samlet`."""
    return _one_word(predicate, "_")


def _one_word(predicate: str, joint: str) -> str:
    return _NOT_WORD.sub(joint, predicate).strip(joint)
