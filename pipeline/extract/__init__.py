"""3 · A paper and its structure to `Findings`: every finding with an id and a proof on the page."""

from dataclasses import replace

from pipeline.context import Context
from pipeline.extract.amounts import find_amounts
from pipeline.extract.attendance import find_attendance
from pipeline.extract.commitments import find_commitments
from pipeline.extract.contributions import find_contributions
from pipeline.extract.date_mentions import find_dates
from pipeline.extract.decisions import find_decisions
from pipeline.extract.expected import find_expected
from pipeline.extract.memberships import find_memberships
from pipeline.extract.names import find_names
from pipeline.extract.presence import find_lists
from pipeline.extract.proposals import find_proposals
from pipeline.extract.reading import build_reading
from pipeline.extract.recommendations import find_recommendations
from pipeline.extract.references import find_references
from pipeline.extract.stories import find_stories, story_passages
from pipeline.extract.terms import find_clauses_of_terms, find_duties
from pipeline.extract.terms_seats import find_seats
from pipeline.extract.theme_words import find_terms, find_theme_mentions, read_words
from pipeline.extract.themes import assign_themes
from pipeline.extract.unclaimed import find_unclaimed, find_unclaimed_terms
from pipeline.model.findings import Findings
from pipeline.model.paper import Paper
from pipeline.nlp import Nlp


def extract_findings(paper: Paper, *, context: Context, nlp: Nlp) -> Findings:
    """All that one paper says; a paper without passages says nothing."""
    facts, themes = context.lexicons.facts, context.lexicons.themes.of_body(paper.structure.front.body)
    reading = build_reading(paper, nlp=nlp)
    listed = find_lists(reading, facts)
    memberships = find_memberships(reading, listed, facts)
    decisions = find_decisions(reading, facts)
    stories = find_stories(reading, facts)
    recommendations = find_recommendations(reading, story_passages(reading, facts), facts)
    references = find_references(reading, facts)
    names = find_names(reading, memberships, listed, lexicons=context.lexicons, nlp=nlp)
    words = read_words(reading, nlp=nlp)
    terms = find_terms(reading, words, names, themes)
    found = Findings(
        document_id=paper.document_id,
        entity_mentions=names,
        memberships=memberships,
        seats=find_seats(reading, facts),
        attendance=find_attendance(reading, listed, memberships, facts),
        proposals=find_proposals(reading),
        decisions=decisions,
        recommendations=recommendations,
        stories=stories,
        contributions=find_contributions(reading, decisions, facts),
        commitments=find_commitments(reading, decisions, facts),
        dates=find_dates(reading, facts.dates),
        references=references,
        amounts=find_amounts(reading, facts),
        clauses=find_clauses_of_terms(reading, facts),
        duties=find_duties(reading, facts),
        expected_papers=find_expected(reading, decisions, references, facts),
        theme_mentions=find_theme_mentions(reading, terms),
        theme_assignments=assign_themes(reading, terms, stories, decisions, recommendations),
    )
    return replace(
        found,
        unclaimed=find_unclaimed(reading, words, found, context.lexicons.unclaimed),
        unclaimed_terms=find_unclaimed_terms(reading, words, terms, names, context.lexicons.silent_words),
    )
