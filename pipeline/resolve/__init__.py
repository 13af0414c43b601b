"""From the mentions of many papers to who is who, which recommendation is which, and which papers count."""

from collections.abc import Sequence

from pipeline.context import Context
from pipeline.model.document import PaperStatus
from pipeline.model.entities import Entities
from pipeline.model.findings import Findings
from pipeline.model.paper import Paper
from pipeline.resolve.meetings import merge_items, merge_meetings
from pipeline.resolve.organisations import Organisations, resolve_organisations
from pipeline.resolve.people import resolve_people
from pipeline.resolve.recommendations import resolve_recommendations
from pipeline.resolve.sightings import Sighted
from pipeline.resolve.versions import find_versions
from pipeline.resolve.written import letters

__all__ = ["resolve_corpus"]

_READ = (PaperStatus.OK, PaperStatus.PARTIAL)


def resolve_corpus(papers: Sequence[Paper], findings: Sequence[Findings], *, context: Context) -> Entities:
    """The registers of a corpus; the order of the papers does not matter."""
    read = sorted((p for p in papers if p.document.status in _READ), key=lambda p: p.document_id)
    found = {p.document_id: Findings(p.document_id) for p in read} | {f.document_id: f for f in findings}
    organisations = resolve_organisations(read, found, context=context)
    bodies = {(n.document_id, n.name): n.entity_id for n in organisations.names}
    versions = find_versions(read, bodies, context=context)
    gone = frozenset(version.older for version in versions)
    counted = [paper for paper in read if paper.document_id not in gone]
    lexicons = context.lexicons
    given_names = frozenset(map(letters, lexicons.facts.given_names)) - lexicons.identity.particles
    sightings = (
        sighting
        for paper in counted
        for sighting in Sighted(
            paper, lexicons.identity, organisations.meant, _body(paper, organisations), given_names
        ).people(found[paper.document_id])
    )
    people = resolve_people(sightings, lexicons.identity, given_names=given_names)
    advised = resolve_recommendations(counted, found, bodies, lexicon=context.lexicons.rewording)
    return Entities(
        people=people.register,
        organisations=organisations.register,
        recommendations=advised.recommendations,
        versions=versions,
        people_names=people.names,
        organisation_names=organisations.names,
        meetings=merge_meetings(read, bodies, gone),
        items=merge_items(read, versions),
        identities=(*people.identities, *organisations.identities, *advised.identities),
        relations=advised.relations,
    )


def _body(paper: Paper, organisations: Organisations) -> str | None:
    """One spelling of the body the paper is about."""
    body = paper.structure.front.body
    return None if body is None else organisations.meant(paper, body)
