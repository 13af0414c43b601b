"""Which recommendation of a later paper is part of an older one, and which takes in older ones with others."""

from collections.abc import Iterator

from pipeline.link.corpus import Corpus
from pipeline.link.making import Ground, make_link
from pipeline.link.supports import recommendation_end
from pipeline.model.trail import Link


def find_related(corpus: Corpus) -> Iterator[Link]:
    """A link from each newer recommendation to each older one that it splits off from or merges."""
    by_id = {advice.id: advice for advice in corpus.advice}
    for found in corpus.entities.relations:
        if found.newer in by_id and found.older in by_id:
            source, target = recommendation_end(by_id[found.newer]), recommendation_end(by_id[found.older])
            ground = Ground(found.score, True, f"{found.relation}.wording", found.reason)
            yield make_link(source, found.relation, target, ground)
