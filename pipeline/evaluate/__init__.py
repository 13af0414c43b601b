"""Findings held against references: precision, recall and F1 of each kind, and every error with its proof."""

from collections.abc import Iterator, Mapping

import pandas as pd

from pipeline.errors import InvalidGold
from pipeline.evaluate.advised import pair_advice, score_mentions, score_recommendations, score_sub_recommendations
from pipeline.evaluate.agreed import score_agreed, score_conflicts
from pipeline.evaluate.checks import check_gold, check_quotes
from pipeline.evaluate.decided import pair_decisions, score_dates, score_decisions, score_proposals
from pipeline.evaluate.floors import compare_floors, raise_floors, render_floors
from pipeline.evaluate.judging import Outcome, Sheet, Verdict
from pipeline.evaluate.layout import (
    score_cells,
    score_furniture,
    score_headings,
    score_letterhead,
    score_list_items,
    score_quotes,
)
from pipeline.evaluate.papers import score_documents, score_items, score_meetings
from pipeline.evaluate.passages import read_lines
from pipeline.evaluate.people import (
    read_names,
    score_aliases,
    score_attendance,
    score_memberships,
    score_non_members,
)
from pipeline.evaluate.render import render_errors, render_scores
from pipeline.evaluate.rows import Corpus, read_corpus
from pipeline.evaluate.scores import Measure, Score, Scores, count_scores
from pipeline.evaluate.sections import score_sections
from pipeline.evaluate.told import pair_stories, score_stories, score_supports
from pipeline.evaluate.trail import score_followed, score_statuses

__all__ = [
    "Measure",
    "Outcome",
    "Score",
    "Scores",
    "Verdict",
    "compare_floors",
    "raise_floors",
    "render_errors",
    "render_floors",
    "render_scores",
    "score_corpus",
]


def score_corpus(tables: Mapping[str, pd.DataFrame], gold: Mapping[str, pd.DataFrame], *, seed: int = 0) -> Scores:
    """The scores of the tables against the references, keyed by file name; what has no reference has no score.

    A paper of the reference that was not read counts as missed in full. `InvalidGold` when a reference does not fit
    its paper, or when none of its papers are there.
    """
    documents = check_gold(gold)
    corpus = read_corpus(tables, documents)
    if not corpus.stems:
        raise InvalidGold(f"expected at least one of the papers {', '.join(documents)}, found none; run them first")
    check_quotes(corpus, gold)
    sheets = (sheet for of in (_layout, _papers, _people, _decided, _agreed, _advised) for sheet in of(corpus, gold))
    return count_scores(sheets, seed=seed)


def _layout(corpus: Corpus, gold: Mapping[str, pd.DataFrame]) -> Iterator[Sheet]:
    lines = read_lines(corpus, gold)
    if "headings" in gold:
        yield from score_headings(corpus, gold, lines)
    if "list_items" in gold:
        yield from score_list_items(corpus, gold, lines)
    if "sections" in gold:
        yield from score_sections(corpus, gold, lines)
    if "furniture" in gold:
        yield from score_furniture(corpus, gold, lines)
    if "letterhead" in gold:
        yield from score_letterhead(corpus, gold, lines)
    if "tables" in gold:
        yield from score_cells(corpus, gold)
    if "quotes" in gold:
        yield from score_quotes(corpus, gold, lines)


def _papers(corpus: Corpus, gold: Mapping[str, pd.DataFrame]) -> Iterator[Sheet]:
    if "documents" in gold:
        yield from score_documents(corpus, gold)
    if "meetings" in gold:
        yield from score_meetings(corpus, gold)
    if "agenda_items" in gold:
        yield from score_items(corpus, gold)


def _people(corpus: Corpus, gold: Mapping[str, pd.DataFrame]) -> Iterator[Sheet]:
    names = read_names(corpus, gold)
    if "memberships" in gold:
        yield from score_memberships(corpus, gold, names)
    if "non_members" in gold:
        yield from score_non_members(corpus, gold)
    if "attendance" in gold:
        yield from score_attendance(corpus, gold)
    if "organisation_aliases" in gold:
        yield from score_aliases(corpus, gold, names)


def _decided(corpus: Corpus, gold: Mapping[str, pd.DataFrame]) -> Iterator[Sheet]:
    if "indstillinger" in gold:
        yield from score_proposals(corpus, gold)
    if "decisions" in gold:
        yield from score_decisions(corpus, pair_decisions(corpus, gold), read_names(corpus, gold))
    if "dates" in gold:
        yield from score_dates(corpus, gold)


def _agreed(corpus: Corpus, gold: Mapping[str, pd.DataFrame]) -> Iterator[Sheet]:
    yield from score_agreed(corpus, gold)
    if "conflicts" in gold:
        yield score_conflicts(corpus, gold)


def _advised(corpus: Corpus, gold: Mapping[str, pd.DataFrame]) -> Iterator[Sheet]:
    advice = pair_advice(corpus, gold)
    numbers = advice.numbers()
    if "recommendations" in gold:
        yield from score_recommendations(corpus, advice)
    if "sub_recommendations" in gold:
        yield from score_sub_recommendations(corpus, advice)
    if "recommendation_mentions" in gold:
        yield from score_mentions(corpus, gold, advice)
    if "stories" in gold:
        stories = pair_stories(corpus, gold)
        yield from score_stories(corpus, stories)
        yield from score_supports(corpus, stories, numbers)
    if "decision_recommendations" in gold:
        yield from score_followed(corpus, gold, pair_decisions(corpus, gold), numbers)
    if "statuses" in gold:
        yield from score_statuses(corpus, gold, numbers)
