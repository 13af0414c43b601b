"""The graph as JSON-LD, in the vocabularies of the field: ORG, PROV-O, SKOS, OWL-Time, Web Annotation, schema.org."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping

from pipeline.graph.annotations import PROGRAM, annotation, rules
from pipeline.graph.concepts import schemes
from pipeline.graph.details import date_details, find_details, roles
from pipeline.graph.rows import Tables, rows
from pipeline.graph.statements import Node, NodeKind, Predicate, Statement
from pipeline.graph.terms import BASE, CONTEXT, TYPES, iri, term
from pipeline.model.origin import origin_of

_CONCEPTS = (NodeKind.THEME, NodeKind.STATUS)


def render_linked(tables: Tables, nodes: Mapping[str, Node], statements: Iterable[Statement]) -> str:
    """The JSON-LD text: the nodes with what is said of them, then an annotation for each statement of a paper."""
    said = list(statements)
    outgoing: dict[str, list[Statement]] = defaultdict(list)
    for statement in said:
        outgoing[statement.subject].append(statement)
    details = find_details(tables)
    texts = {row.text("passage_id"): row.text("text") for row in rows(tables, "passages")}
    proven = [statement for statement in said if statement.evidence.document_id is not None]
    graph: list[dict[str, object]] = [*_edition(tables), *schemes(tables, nodes), *roles(tables), *rules(proven)]
    graph += [_node(key, node, outgoing[key], details.get(key, {})) for key, node in nodes.items()]
    graph += [annotation(statement, texts) for statement in proven]
    return json.dumps({"@context": CONTEXT, "@graph": graph}, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _edition(tables: Tables) -> list[dict[str, object]]:
    """What made the graph: program, language model, lexicons."""
    told = {f"rs:{key}": value for key, value in origin_of(tables["documents"].schema.metadata).items()}
    made = {"prov:wasAttributedTo": {"@id": PROGRAM}}
    return [
        {"@id": f"{BASE}udgave", "@type": ["prov:Entity", "schema:Dataset"], **made, **told},
        {"@id": PROGRAM, "@type": ["prov:SoftwareAgent", "prov:Agent"], "rdfs:label": "Rådspor"},
    ]


def _node(key: str, node: Node, statements: Iterable[Statement], details: Mapping[str, object]) -> dict[str, object]:
    value: dict[str, object] = {"@id": iri(key), "@type": [f"rs:{node.kind}", *TYPES[NodeKind(node.kind)]], **details}
    if node.kind not in _CONCEPTS:
        value |= {"rdfs:label": {"@value": node.label, "@language": "da"}}
    if node.kind == NodeKind.DATE:
        value |= date_details(node.id)
    targets: dict[str, set[str]] = defaultdict(set)
    for statement in statements:
        # A status that was is told in its annotation, with its time: a bare triple would say that it still is.
        if statement.predicate != Predicate.HAS_STATUS or statement.valid_to is None:
            targets[term(statement.predicate, key)].add(iri(statement.object))
    return value | {name: [{"@id": target} for target in sorted(found)] for name, found in sorted(targets.items())}
