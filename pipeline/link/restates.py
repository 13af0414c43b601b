"""Decisions that tell again what was decided: a recap at the end of a meeting, a later paper on an earlier decision."""

from collections.abc import Iterator

from rapidfuzz import fuzz

from pipeline.link.corpus import Corpus, first_day, located
from pipeline.link.likeness import Weights, lemmas, likeness, shared_words
from pipeline.link.making import End, Ground, make_link
from pipeline.model.findings import Decision
from pipeline.model.ids import fold
from pipeline.model.trail import Link

SAME = 0.5
"""From which likeness of wording a telling is of that decision."""
_WORDS = 85.0


def find_restates(corpus: Corpus, weights: Weights) -> Iterator[Link]:
    """One link from each decision that is reported to the one made that it tells of most alike."""
    made = [(d, decision, lemmas(decision.text)) for d, decision in corpus.decisions() if decision.status == "made"]
    for document_id, told in corpus.decisions():
        if told.status != "reported":
            continue
        words = lemmas(told.text)
        fits = [
            (likeness(words, other_words, weights), d, decision, other_words)
            for d, decision, other_words in made
            if _may_restate(corpus, document_id, told, d, decision)
        ]
        best = max(fits, key=lambda fit: (fit[0], fit[2].id), default=None)
        if best is None or (best[0] < SAME and fuzz.token_set_ratio(fold(told.text), fold(best[2].text)) < _WORDS):
            continue
        score, home, decision, other_words = best
        reason = f"samme ord: {', '.join(shared_words(words, other_words, weights))}"
        source = End("decision", told.id, located(document_id, told.proof))
        target = End("decision", decision.id, located(home, decision.proof))
        yield make_link(source, "restates", target, Ground(max(score, SAME), True, "restates.wording", reason))


def _may_restate(corpus: Corpus, told_in: str, told: Decision, made_in: str, made: Decision) -> bool:
    """The same type; earlier in the paper under another item, or in an older paper of the body that is told to decide."""
    if told.type != made.type:
        return False
    if told_in == made_in:
        return told.item_id != made.item_id and corpus.place(made.proof) < corpus.place(told.proof)
    body = corpus.organisation_id(told_in, told.body)
    dates = told.date, made.date
    same_body = body is not None and body == corpus.organisation_id(made_in, made.body)
    return same_body and None not in dates and first_day(str(made.date)).startswith(first_day(str(told.date)))
