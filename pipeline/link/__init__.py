"""From the findings of many papers to the trail: links, what became of things, contradictions."""

from collections.abc import Sequence

from pipeline.context import Context
from pipeline.link.agreements import find_commitment_states, find_duty_states
from pipeline.link.conflicts import find_conflicts
from pipeline.link.corpus import Corpus
from pipeline.link.decides import find_decides
from pipeline.link.elaborates import find_elaborates
from pipeline.link.followed import find_follow_ups, items_about
from pipeline.link.likeness import Vocabulary
from pipeline.link.onward import find_onward
from pipeline.link.references import find_expectations, find_references, find_targets
from pipeline.link.related import find_related
from pipeline.link.restates import find_restates
from pipeline.link.scoring import Scorer
from pipeline.link.status import Grounds, find_events, find_statuses
from pipeline.link.supports import find_supports
from pipeline.link.taken_up import find_taken_up
from pipeline.model.entities import Entities
from pipeline.model.findings import Findings
from pipeline.model.paper import Paper
from pipeline.model.trail import Trail

__all__ = ["link_corpus"]


def link_corpus(
    papers: Sequence[Paper], findings: Sequence[Findings], entities: Entities, *, context: Context
) -> Trail:
    """The trail of a corpus; the order of the papers does not matter."""
    corpus = Corpus.of(papers, findings, entities, context)
    texts = (passage.text for paper in corpus.papers for passage in paper.document.body())
    vocabulary = Vocabulary.of(texts, context.lexicons.silent_words)
    themes = corpus.themes()
    scorer = Scorer.of(corpus, vocabulary, themes)
    about = items_about(corpus)
    follow_ups = tuple(find_follow_ups(corpus, about))
    targets = tuple(find_targets(corpus))
    restates = tuple(find_restates(corpus, vocabulary))
    events = find_events(corpus, follow_ups, restates)
    links = (
        *find_decides(corpus),
        *find_elaborates(corpus),
        *find_related(corpus),
        *restates,
        *find_supports(corpus, scorer, themes),
        *find_taken_up(corpus, vocabulary, themes),
        *follow_ups,
        *find_onward(corpus, follow_ups, events),
        *find_references(corpus, targets),
    )
    expectations = tuple(find_expectations(corpus))
    # Two references to one paper are one link: the first in the paper stands for both.
    unique = {link.link_id: link for link in reversed(links)}
    return Trail(
        links=tuple(unique[key] for key in sorted(unique)),
        status_events=events,
        statuses=find_statuses(corpus, events, Grounds(follow_ups, about, expectations)),
        conflicts=find_conflicts(corpus),
        targets=tuple(sorted(targets, key=lambda t: t.finding_id)),
        expectations=tuple(sorted(expectations, key=lambda e: e.expected_id)),
        commitments=tuple(sorted(find_commitment_states(corpus, links), key=lambda c: c.commitment_id)),
        duties=tuple(sorted(find_duty_states(corpus), key=lambda d: d.duty_id)),
    )
