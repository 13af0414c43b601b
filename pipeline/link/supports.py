"""Which recommendation a story supports: shared words and themes, what both mean, chapters that mirror each other."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from pipeline.embed import load
from pipeline.link.corpus import Advice, Corpus, located
from pipeline.link.evidence import Judge, Told, chapters_of
from pipeline.link.making import End, Ground, make_link
from pipeline.link.scoring import Profile, Scorer, Themes
from pipeline.model.findings import Story
from pipeline.model.trail import Link

WORTH_KEEPING = 0.25
"""From which score a follow-up is worth keeping as a candidate."""
_LEAST = 0.02
"""From which score a recommendation is a candidate for a story."""


def find_supports(corpus: Corpus, scorer: Scorer, themes: Mapping[str, Themes]) -> Iterator[Link]:
    """Links from stories to recommendations of the body that heard them: facts, and the best candidates."""
    settings = corpus.context.config.link
    judge = Judge(scorer, load(settings.embeddings))
    papers: dict[str, list[Profile]] = defaultdict(list)
    for profile in scorer.profiles:
        papers[profile.advice.document_id].append(profile)
    for document_id, story in corpus.stories():
        heard_by = corpus.body_id(document_id)
        found = [
            scored
            for profiles in papers.values()
            if heard_by is not None and profiles[0].advice.issuer == heard_by
            for scored in _scored(story, profiles, judge, corpus, themes)
        ]
        ranked = sorted(found, key=lambda s: (-s[0], s[1].advice.id))
        facts = [s for s in ranked if s[0] >= settings.threshold]
        candidates = [s for s in ranked if _LEAST <= s[0] < settings.threshold][: settings.candidates]
        for score, profile in (*facts, *candidates):
            text = scorer.text(story.text, themes.get(story.id, frozenset()))
            ground = Ground(
                score, score >= settings.threshold, "supports.evidence", scorer.reason(text, profile), "tematisk"
            )
            source = End("story", story.id, located(document_id, story.proof))
            yield make_link(source, "supports", recommendation_end(profile.advice), ground)


def _scored(
    story: Story, profiles: list[Profile], judge: Judge, corpus: Corpus, themes: Mapping[str, Themes]
) -> Iterator[tuple[float, Profile]]:
    """The recommendations of one paper, each with its score."""
    chapters = chapters_of(corpus, profiles)
    features = judge.features(told_of(story, judge.scorer, corpus, themes), profiles, chapters)
    whole = corpus.stories_by_id.get(story.part_of or "")
    if whole is not None:
        # An example is told to show what the statement around it says.
        features = (features + judge.features(told_of(whole, judge.scorer, corpus, themes), profiles, chapters)) / 2
    return zip(judge.scores(features), profiles, strict=True)


def told_of(story: Story, scorer: Scorer, corpus: Corpus, themes: Mapping[str, Themes]) -> Told:
    """A story as a text that is to find its recommendation."""
    about = scorer.text(story.text, themes.get(story.id, frozenset()))
    headings = corpus.section(story.proof.span.passage_id)
    return Told(about, ". ".join((*headings[-1:], story.text)), headings)


def recommendation_end(advice: Advice) -> End:
    """The end of a link that is a recommendation."""
    return End("recommendation", advice.id, located(advice.document_id, advice.mention.proof))
