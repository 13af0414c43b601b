"""The taxonomies, and the statuses a recommendation goes through, as SKOS concept schemes."""

from collections import defaultdict
from collections.abc import Mapping

from pipeline.graph.rows import Row, Tables, rows
from pipeline.graph.statements import Node, NodeKind
from pipeline.graph.terms import iri

_STATUSES = iri("trin")


def schemes(tables: Tables, nodes: Mapping[str, Node]) -> list[dict[str, object]]:
    """One scheme for each taxonomy, with the themes at its top, and one of the statuses."""
    tops: dict[str, list[str]] = defaultdict(list)
    for row in rows(tables, "themes"):
        top = [] if row.known("broader") is not None else [iri(f"{NodeKind.THEME}:{row.text('theme_id')}")]
        tops[row.text("taxonomy")] += top
    found = [_scheme(_taxonomy(name), f"Temaer: {name}", members) for name, members in sorted(tops.items())]
    statuses = [iri(key) for key, node in nodes.items() if node.kind == NodeKind.STATUS]
    return [*found, _scheme(_STATUSES, "Hvor langt en anbefaling er kommet", statuses)]


def concepts(tables: Tables) -> dict[str, dict[str, object]]:
    """What is said of each theme and status by the key of its node."""
    found = {f"{NodeKind.THEME}:{row.text('theme_id')}": _theme(row) for row in rows(tables, "themes")}
    for row in rows(tables, "statuses"):
        found[f"{NodeKind.STATUS}:{row.text('status')}"] = {
            "skos:inScheme": {"@id": _STATUSES},
            "skos:topConceptOf": {"@id": _STATUSES},
            "skos:prefLabel": _in("da", row.text("status")),
        }
    return found


def _theme(row: Row) -> dict[str, object]:
    scheme = {"@id": _taxonomy(row.text("taxonomy"))}
    told: dict[str, object] = {
        "skos:inScheme": scheme,
        "skos:notation": row.text("theme_id"),
        "skos:prefLabel": [_in(code, row.text(f"label_{code}")) for code in ("da", "en")],
    }
    scope = row.known("scope_da")
    scoped = {} if scope is None else {"skos:scopeNote": _in("da", scope)}
    return told | scoped | ({"skos:topConceptOf": scheme} if row.known("broader") is None else {})


def _taxonomy(name: str) -> str:
    return iri(f"taksonomi:{name}")


def _in(code: str, text: str) -> dict[str, str]:
    return {"@value": text, "@language": code}


def _scheme(key: str, label: str, tops: list[str]) -> dict[str, object]:
    scheme = {"@id": key, "@type": ["skos:ConceptScheme"], "skos:prefLabel": _in("da", label)}
    return scheme | {"skos:hasTopConcept": [{"@id": top} for top in sorted(tops)]}
