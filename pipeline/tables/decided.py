"""Rows of what was proposed, decided, advised and told."""

from collections.abc import Iterator, Mapping

from pipeline.model.entities import Entities
from pipeline.model.findings import Actor, Decision, RecommendationMention
from pipeline.tables.counted import Counted
from pipeline.tables.places import Row


def proposal_rows(counted: Counted) -> Iterator[Row]:
    """A row for every point of a proposal put to the meeting."""
    for document_id, proposal in counted.each(lambda f: f.proposals):
        yield {
            "proposal_id": proposal.id,
            "document_id": document_id,
            "agenda_item": proposal.agenda_item,
            "item_id": counted.merged_id(proposal.item_id),
            "number": proposal.number,
            "text": proposal.text,
            **counted.places.proof(proposal.proof),
        }


def decision_rows(counted: Counted) -> Iterator[Row]:
    """A row for every decision."""
    for document_id, decision in counted.each(lambda f: f.decisions):
        yield {
            **_decision(decision),
            "document_id": document_id,
            "item_id": counted.merged_id(decision.item_id),
            "meeting_id": counted.merged_id(decision.meeting_id),
            "body_id": counted.organisation_id(document_id, decision.body),
            "actors": [_actor(counted, document_id, actor) for actor in decision.actors],
            **counted.places.proof(decision.proof),
        }


def _decision(decision: Decision) -> Row:
    return {
        "decision_id": decision.id,
        "agenda_item": decision.agenda_item,
        "status": decision.status,
        "type": decision.type,
        "body": decision.body,
        "date": decision.date,
        "due": decision.due,
        "points": list(decision.points),
        "votes_for": decision.votes_for,
        "votes_against": decision.votes_against,
        "votes_abstained": decision.votes_abstained,
        "dissent": decision.dissent,
        "text": decision.text,
    }


def _actor(counted: Counted, document_id: str, actor: Actor) -> Row:
    known = counted.organisation_id(document_id, actor.id) or counted.person_id(document_id, actor.id)
    return {"kind": actor.kind, "id": actor.id if known is None else known}


def vote_rows(counted: Counted) -> Iterator[Row]:
    """A row for every vote of a person or a party."""
    for _, decision in counted.each(lambda f: f.decisions):
        for vote in decision.votes:
            yield {
                "vote_id": vote.id,
                "decision_id": vote.decision_id,
                "voter_kind": vote.voter_kind,
                "voter": vote.voter,
                "vote": vote.vote,
            }


def recommendation_rows(counted: Counted, entities: Entities) -> Iterator[Row]:
    """A row for every recommendation, from the mention that holds its earliest full text."""
    mentions = _mentions(counted)
    for recommendation in entities.recommendations:
        document_id, mention = mentions[recommendation.first]
        yield {
            "recommendation_id": recommendation.recommendation_id,
            "document_id": document_id,
            "number": mention.number,
            "kind": mention.kind,
            "parents": sorted(recommendation.parents),
            "text": mention.text,
            "strength": mention.strength,
            "source": mention.source,
            "said_by": mention.said_by,
            "issued_by": mention.issued_by,
            "addressed_to": mention.addressed_to,
            "issued": mention.issued,
            "issued_by_id": counted.organisation_id(document_id, mention.issued_by),
            **counted.places.proof(mention.proof),
        }


def recommendation_mention_rows(counted: Counted, entities: Entities) -> Iterator[Row]:
    """A row for every place where a recommendation stands or is spoken of."""
    identities = {mention: r.recommendation_id for r in entities.recommendations for mention in r.mentions}
    for mention_id, (document_id, mention) in _mentions(counted).items():
        yield {
            "mention_id": mention_id,
            "recommendation_id": identities.get(mention_id),
            "document_id": document_id,
            "how": mention.how,
            **counted.places.proof(mention.proof),
        }


def _mentions(counted: Counted) -> Mapping[str, tuple[str, RecommendationMention]]:
    return {mention.id: (document_id, mention) for document_id, mention in counted.each(lambda f: f.recommendations)}


def story_rows(counted: Counted) -> Iterator[Row]:
    """A row for every story, example and quote."""
    for document_id, story in counted.each(lambda f: f.stories):
        yield {
            "story_id": story.id,
            "document_id": document_id,
            "kind": story.kind,
            "part_of": story.part_of,
            "heading": story.heading,
            "told_by": story.told_by,
            "text": story.text,
            **counted.places.proof(story.proof),
        }


def date_rows(counted: Counted) -> Iterator[Row]:
    """A row for every expression of time."""
    for document_id, date in counted.each(lambda f: f.dates):
        yield {
            "date_id": date.id,
            "document_id": document_id,
            "text": date.text,
            "edtf": date.edtf,
            "time_start": date.time_start,
            "time_end": date.time_end,
            "role": date.role,
            **counted.places.proof(date.proof),
        }
