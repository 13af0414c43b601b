"""Decisions that tell again what was decided: a recap at the end of a meeting, a later paper on an earlier decision."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from pipeline.link.corpus import Corpus, first_day, located
from pipeline.link.likeness import Vocabulary, Words, likeness, shared_words
from pipeline.link.making import End, Ground, make_link
from pipeline.model.findings import Decision
from pipeline.model.ids import fold
from pipeline.model.trail import Link

SAME = 0.5
"""From which likeness of wording a telling is of that decision."""
_WORDS = 85.0


@dataclass(frozen=True, slots=True)
class _Made:
    """A decision that was made, its paper and its words."""

    document_id: str
    decision: Decision
    words: Words


def find_restates(corpus: Corpus, vocabulary: Vocabulary) -> Iterator[Link]:
    """One link from each decision that is reported to the one made that it tells of most alike."""
    made = _made(corpus, vocabulary)
    for document_id, told in corpus.decisions():
        if told.status != "reported":
            continue
        words = vocabulary.words(told.text)
        fits = [m for key in _keys(corpus, document_id, told) for m in made[key] if _fits(corpus, document_id, told, m)]
        scored = [(likeness(words, m.words, vocabulary.weight), m) for m in fits]
        best = max(scored, key=lambda fit: (fit[0], fit[1].decision.id), default=None)
        if best is None or (best[0] < SAME and _wording(told, best[1].decision) < _WORDS):
            continue
        score, first = best
        reason = f"samme ord: {', '.join(shared_words(words, first.words, vocabulary.weight))}"
        source = End("decision", told.id, located(document_id, told.proof))
        target = End("decision", first.decision.id, located(first.document_id, first.decision.proof))
        yield make_link(source, "restates", target, Ground(max(score, SAME), True, "restates.wording", reason))


def _made(corpus: Corpus, vocabulary: Vocabulary) -> dict[tuple[str, str], list[_Made]]:
    """Decisions made, by type and by what a telling would share with them: the paper or the body."""
    found: dict[tuple[str, str], list[_Made]] = defaultdict(list)
    for document_id, decision in corpus.decisions():
        if decision.status == "made":
            made = _Made(document_id, decision, vocabulary.words(decision.text))
            for key in _keys(corpus, document_id, decision):
                found[key].append(made)
    return found


def _keys(corpus: Corpus, document_id: str, decision: Decision) -> Iterator[tuple[str, str]]:
    yield (document_id, decision.type)
    body = corpus.organisation_id(document_id, decision.body)
    if body is not None:
        yield (body, decision.type)


def _fits(corpus: Corpus, told_in: str, told: Decision, made: _Made) -> bool:
    """Earlier in the paper under another item, or in another paper on the day that is told of."""
    if told_in == made.document_id:
        return told.item_id != made.decision.item_id and corpus.place(made.decision.proof) < corpus.place(told.proof)
    if told.date is None or made.decision.date is None:
        return False
    return first_day(made.decision.date).startswith(first_day(told.date))


def _wording(told: Decision, made: Decision) -> float:
    return float(fuzz.token_set_ratio(fold(told.text), fold(made.text)))
