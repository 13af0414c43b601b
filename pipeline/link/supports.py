"""Which recommendation a story supports: shared themes and shared words."""

from collections.abc import Iterator, Mapping

from pipeline.link.corpus import Advice, Corpus, located
from pipeline.link.making import End, Ground, make_link
from pipeline.link.scoring import Scorer, Themes
from pipeline.model.trail import Link

WORTH_KEEPING = 0.25
"""From which score a candidate is kept; with nothing in common it is 0.17."""


def find_supports(corpus: Corpus, scorer: Scorer, themes: Mapping[str, Themes]) -> Iterator[Link]:
    """Links from stories to recommendations of the body that heard them: facts, and the best candidates."""
    settings = corpus.context.config.link
    for document_id, story in corpus.stories():
        text = scorer.text(story.text, themes.get(story.id, frozenset()))
        heard_by = corpus.body_id(document_id)
        fits = [p for p in scorer.profiles if heard_by is not None and p.advice.issuer == heard_by]
        scored = sorted(((scorer.score(text, p), p) for p in fits), key=lambda s: (-s[0], s[1].advice.id))
        facts = [s for s in scored if s[0] >= settings.threshold]
        candidates = [s for s in scored if WORTH_KEEPING <= s[0] < settings.threshold][: settings.candidates]
        for score, profile in (*facts, *candidates):
            fact = score >= settings.threshold
            ground = Ground(score, fact, "supports.themes_words", scorer.reason(text, profile), "tematisk")
            source = End("story", story.id, located(document_id, story.proof))
            yield make_link(source, "supports", recommendation_end(profile.advice), ground)


def recommendation_end(advice: Advice) -> End:
    """The end of a link that is a recommendation."""
    return End("recommendation", advice.id, located(advice.document_id, advice.mention.proof))
