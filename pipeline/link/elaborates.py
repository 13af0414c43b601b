"""Which recommendation a narrower one elaborates: the one it stands under in its paper."""

from collections.abc import Iterator

from pipeline.link.corpus import Corpus
from pipeline.link.making import Ground, make_link
from pipeline.link.supports import recommendation_end
from pipeline.model.trail import Link


def find_elaborates(corpus: Corpus) -> Iterator[Link]:
    """A link from each recommendation to each of its parents."""
    by_id = {advice.id: advice for advice in corpus.advice}
    ground = Ground(1.0, True, "elaborates.place", "står som punkt under anbefalingen")
    for advice in corpus.advice:
        for parent in advice.identity.parents:
            if parent in by_id:
                source, target = recommendation_end(advice), recommendation_end(by_id[parent])
                yield make_link(source, "elaborates", target, ground)
