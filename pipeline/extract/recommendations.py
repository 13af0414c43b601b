"""What a council advises: recommendations in full, those that elaborate them, and places that speak of them."""

from pipeline.extract.reading import Reading
from pipeline.extract.recommendations_drafts import to_mention, with_known_numbers
from pipeline.extract.recommendations_walk import Walk
from pipeline.lexicons.facts import FactsLexicon
from pipeline.model.findings import RecommendationMention
from pipeline.model.ids import finding_ids


def find_recommendations(
    reading: Reading, stories: frozenset[str], facts: FactsLexicon
) -> tuple[RecommendationMention, ...]:
    """Every mention of advice, in reading order; wishes in a section of stories are part of the stories."""
    numbered = with_known_numbers(Walk(reading, stories, facts).drafts())
    document_id = reading.paper.document_id
    ids = list(finding_ids("recommendations", document_id, (f"{d.how} {d.text}" for d in numbered)))
    return tuple(to_mention(key, draft, ids, reading) for key, draft in zip(ids, numbered, strict=True))
