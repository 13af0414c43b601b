"""Which later contributions take up what a story told: by a theme that hardly any other story or contribution has."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pipeline.link.corpus import Corpus, first_day, located
from pipeline.link.likeness import Vocabulary, likeness
from pipeline.link.making import End, Ground, make_link
from pipeline.link.scoring import Themes
from pipeline.model.findings import Contribution, Story
from pipeline.model.trail import Link

MOST_STORIES, MOST_CONTRIBUTIONS = 2, 1
"""How many stories and contributions may have a theme for it alone to tell that they belong together."""
ALIKE = 0.03
"""From which likeness of words the two speak of one thing."""
_FACT, _CANDIDATE = 0.6, 0.3


@dataclass(frozen=True)
class _Said:
    """All stories and contributions, what each is about, and how many are about each theme."""

    stories: tuple[tuple[str, Story, Themes], ...]
    contributions: tuple[tuple[str, Contribution, Themes], ...]

    def told(self) -> Counter[str]:
        return Counter(theme for _, _, themes in self.stories for theme in themes)

    def put_in(self) -> Counter[str]:
        return Counter(theme for _, _, themes in self.contributions for theme in themes)


def find_taken_up(corpus: Corpus, vocabulary: Vocabulary, themes: Mapping[str, Themes]) -> Iterator[Link]:
    """Links from stories to contributions of later papers of the body that heard them; the less sure are candidates."""
    said = _said(corpus, themes)
    told, put_in = said.told(), said.put_in()
    alone = {t for t in told if told[t] <= MOST_STORIES and put_in[t] <= MOST_CONTRIBUTIONS}
    for paper, story, about in said.stories:
        found = []
        for later, contribution, its in said.contributions:
            shared = about & its
            if shared and _follows(corpus, paper, later):
                alike = likeness(vocabulary.words(story.text), vocabulary.words(contribution.text), vocabulary.weight)
                fact = bool(shared & alone) and alike >= ALIKE
                score = _FACT if fact else _CANDIDATE + min(0.15, alike)
                found.append((-score, contribution.id, later, contribution, Ground(score, fact, *_why(shared, fact))))
        candidates = corpus.context.config.link.candidates
        for _, _, later, contribution, ground in sorted(found, key=lambda f: f[:2])[: max(1, candidates)]:
            source = End("story", story.id, located(paper, story.proof))
            target = End("contribution", contribution.id, located(later, contribution.proof))
            yield make_link(source, "taken_up_in", target, ground)


def _said(corpus: Corpus, themes: Mapping[str, Themes]) -> _Said:
    stories = tuple((d, s, themes.get(s.id, frozenset())) for d, s in corpus.stories())
    found = ((d, c) for d, f in sorted(corpus.findings.items()) for c in f.contributions)
    return _Said(stories, tuple((d, c, corpus.themes_within(c.proof.span)) for d, c in found))


def _why(shared: Themes, fact: bool) -> tuple[str, str, str]:
    """Method, reason and reference."""
    rare = ", som næsten ingen andre historier og bidrag har" if fact else ""
    return "taken_up_in.shared_theme", f"fælles tema{rare}: {', '.join(sorted(shared))}", "tematisk"


def _follows(corpus: Corpus, earlier: str, later: str) -> bool:
    """Whether a paper is of the same body and of a later day."""
    before, after = corpus.date(earlier), corpus.date(later)
    known = before is not None and after is not None and corpus.body_id(earlier) is not None
    return known and corpus.body_id(earlier) == corpus.body_id(later) and first_day(str(before)) < first_day(str(after))
