"""The links: which decision answers which proposal or recommendation, which story supports which recommendation."""

from dataclasses import replace

import pytest

from pipeline.context import Config, Context
from pipeline.lexicons import load
from pipeline.link import link_corpus
from pipeline.link.likeness import Vocabulary, likeness
from pipeline.model import findings as f
from pipeline.model.ids import digest
from pipeline.resolve import resolve_corpus
from tests.unit.tables import corpus as c
from tests.unit.tables.factory import P, item_id, make_paper, proof_of

CONTEXT = Context(Config(), load())
ITEM = "Opfølgning på Borgerrådets anbefalinger"


def minutes(
    clause, *, date="2025-03-04", title="Opfølgning", proposals=(), type="drøftet", body="Borgerrådet", own=None, **more
):
    """Minutes of one item with one decision, and its proposals."""
    rows = [*(P(text, "indstilling", "4") for text in proposals), P(clause, "beslutning", "4")]
    paper = make_paper("minutes.pdf", *rows, body=own or "Borgerrådet", date=date, items=(("4", title),))
    item = item_id(paper, "4")
    given = tuple(
        f.Proposal(digest("p", str(n)), "4", item, str(n), text, proof_of(paper, text))
        for n, text in enumerate(proposals, 1)
    )
    decision = replace(
        c.decision("x", c.TALKED),
        id=digest("d", clause),
        text=clause,
        type=type,
        body=body,
        date=date,
        item_id=item,
        meeting_id=paper.structure.meetings[0].meeting_id,
        proof=proof_of(paper, clause),
        **more,
    )
    return paper, f.Findings(paper.document_id, proposals=given, decisions=(decision,))


def trail(*pairs):
    papers, findings = [p for p, _ in pairs], [g for _, g in pairs]
    return link_corpus(papers, findings, resolve_corpus(papers, findings, context=CONTEXT), context=CONTEXT)


ADVICE = (c.ADVICE, c.ADVICE_FINDINGS)


def links(found, relation, *, fact=True):
    return [link for link in found.links if link.relation == relation and link.fact is fact]


PROPOSALS = (
    "at orienteringen om digital post tages til efterretning",
    "at Borgerrådet drøfter, hvordan rådet bruger sit budget",
)


@pytest.mark.parametrize(
    ("clause", "decided"),
    [
        ("Indstillingen blev godkendt.", {"1", "2"}),
        ("Godkendt.", {"1", "2"}),
        ("Borgerrådet drøftede, hvordan rådet bruger sit budget.", {"2"}),
        ("Borgerrådet udpegede Anna Prøve til styregruppen.", set()),
        ("Punktet blev udsat til næste møde.", {"1", "2"}),
        ("Indstillingen blev ikke godkendt.", set()),
    ],
)
def test_a_decision_decides_proposals_of_its_item(clause, decided):
    found = links(trail(minutes(clause, proposals=PROPOSALS)), "decides")
    assert {str(n) for n in (1, 2) if digest("p", str(n)) in {link.target_id for link in found}} == decided


def test_a_decision_by_points_decides_those_points_alone():
    found = links(trail(minutes("Punkt 2 blev godkendt.", proposals=PROPOSALS, points=("2",))), "decides")
    assert [link.target_id for link in found] == [digest("p", "2")]


@pytest.mark.parametrize(
    ("clause", "title", "followed"),
    [
        ("Borgerrådet drøftede det videre arbejde med anbefalingerne.", "Opfølgning", 2),
        ("Borgerrådets anbefalinger skal sendes til Socialudvalget.", "Opfølgning", 2),
        ("Borgerådets anbefalinger skal sendes til Socialudvalget.", "Opfølgning", 2),
        ("Rådet talte om de to anbefalinger.", "Opfølgning", 2),
        # Advice to come is no follow-up of advice given, nor is that of others.
        ("Det blev aftalt, at der skal udarbejdes en anbefaling til byrådet.", "Opfølgning", 0),
        ("Rådet vil fremsætte nye anbefalinger.", "Opfølgning", 0),
        ("Ældrerådets anbefalinger blev nævnt.", "Opfølgning", 0),
        ("Sundhedsstyrelsens anbefalinger blev nævnt.", "Opfølgning", 0),
        ("Mødeplanen blev godkendt.", ITEM, 0),
    ],
)
def test_the_recommendations_together(clause, title, followed):
    found = links(trail(ADVICE, minutes(clause, title=title)), "follows_up")
    assert [link.reference for link in found] == ["samlet"] * followed


@pytest.mark.parametrize("date", ["2025-01-14", "2024-12-01", None])
def test_a_paper_older_than_the_recommendations_follows_up_none(date):
    found = trail(ADVICE, minutes("Borgerrådet drøftede anbefalingerne.", date=date))
    assert links(found, "follows_up") + links(found, "follows_up", fact=False) == []


def test_what_is_told_of_a_day_before_the_recommendations_follows_up_none():
    paper, findings = minutes("Borgerrådet drøftede anbefalingerne.", status="reported")
    early = replace(findings, decisions=(replace(findings.decisions[0], date="2024-10"),))
    assert links(trail(ADVICE, (paper, early)), "follows_up") == []


def test_one_recommendation_by_its_number():
    (link,) = links(trail(ADVICE, minutes("Borgerrådet drøftede anbefaling 2.")), "follows_up")
    assert (link.reference, link.target_proof.proof.span.quote) == ("særskilt", c.STOVE)


def test_one_recommendation_by_what_it_is_about_in_an_item_about_them():
    clause = "Det blev foreslået at arbejde med en varmestue, som kommunen åbner."
    (link,) = links(trail(ADVICE, minutes(clause, title=ITEM, type="forslag")), "follows_up")
    assert (link.reference, link.target_proof.proof.span.quote) == ("særskilt", c.STOVE)
    assert "varmestue" in link.reason


def test_outside_such_an_item_it_is_a_candidate_at_most():
    clause = "Det blev foreslået at arbejde med en varmestue, som kommunen åbner."
    found = trail(ADVICE, minutes(clause, title="Eventuelt", type="forslag", own="Byrådet", body="Byrådet"))
    assert links(found, "follows_up") == []
    assert [link.reference for link in links(found, "follows_up", fact=False)] == ["tematisk"]


def test_a_story_supports_the_recommendation_it_shares_themes_and_words_with():
    found = links(trail(ADVICE), "supports")
    assert [(link.source_id, link.target_proof.proof.span.quote) for link in found] == [(c.IDS.story, c.POST)]


def test_a_story_of_another_council_supports_none():
    paper = make_paper("s.pdf", P(c.STORY, "historier"), kind="andet", body="Ældrerådet")
    story = f.Story("s", "udsagn", None, None, None, c.STORY, proof_of(paper, c.STORY))
    themes = (f.ThemeAssignment("a", "story", "s", "digital", 1.0),)
    found = trail(ADVICE, (paper, f.Findings(paper.document_id, stories=(story,), theme_assignments=themes)))
    assert "s" not in {link.source_id for link in found.links}


def test_no_more_than_ten_candidates_for_a_story():
    towns = "Greve Køge Faxe Lejre Stevns Sorø Ringsted Holbæk Lolland Odder Skive Viborg Herning Struer Lemvig"
    texts = [f"{town} får {word}." for word in ("digital post", "cykler") for town in towns.split()]
    paper = make_paper("mange.pdf", *(P(text) for text in [*texts, c.STORY]), kind="anbefalinger")
    mentions = tuple(c.recommendation(paper, text, text, issued="2025-03-04") for text in texts)
    story = f.Story("s", "udsagn", None, None, None, c.STORY, proof_of(paper, c.STORY))
    themes = [f.ThemeAssignment(digest("ta", m.id), "recommendation", m.id, "digital", 1.0) for m in mentions[:15]]
    themes.append(f.ThemeAssignment("ta", "story", "s", "digital", 1.0))
    findings = f.Findings(
        paper.document_id, recommendations=mentions, stories=(story,), theme_assignments=tuple(themes)
    )
    told = [link.target_proof.proof.span.quote for link in trail((paper, findings)).links if link.source_id == "s"]
    assert len(told) == 10
    assert all("digital post" in quote for quote in told)


def test_a_theme_that_only_one_elaboration_touches_is_no_ground_alone():
    digital = c.ADVICE_FINDINGS.theme_assignments
    beside = (digital[0], digital[2])  # of the story, and of the elaboration, not of the recommendation itself
    own = links(trail(ADVICE), "supports")[0].score
    found = trail((c.ADVICE, replace(c.ADVICE_FINDINGS, theme_assignments=beside)))
    scores = [link.score for link in found.links if (link.relation, link.source_id) == ("supports", c.IDS.story)]
    assert max(scores) < own


def test_an_elaborating_recommendation_leads_to_its_parent():
    (link,) = links(trail(ADVICE), "elaborates")
    assert (link.source_proof.proof.span.quote, link.target_proof.proof.span.quote) == (c.LIBRARY, c.POST)


def test_a_recap_restates_the_decision_of_the_item_before():
    made, told = (
        "Borgerrådet besluttede at holde åbent hus i varmestuen i juni.",
        "Åbent hus holdes i varmestuen i juni, det er besluttet.",
    )
    rows = (P(made, "beslutning", "4"), P(told, "beslutning", "9"))
    paper = make_paper("m.pdf", *rows, items=(("4", "Varmestue"), ("9", "Opsamling")))
    first = replace(c.decision("1", c.TALKED), type="besluttet", item_id=item_id(paper, "4"), text=made)
    decisions = (
        replace(first, id="first", proof=proof_of(paper, made)),
        replace(
            first, id="told", status="reported", item_id=item_id(paper, "9"), text=told, proof=proof_of(paper, told)
        ),
    )
    found = links(trail((paper, f.Findings(paper.document_id, decisions=decisions))), "restates")
    assert [(link.source_id, link.target_id) for link in found] == [("told", "first")]


@pytest.mark.parametrize(
    ("reference", "kind", "target"),
    [
        ("jf. punkt 4", "punkt", "item"),
        ("punkt 5", "punkt", None),
        ("Anbefalinger fra Borgerrådet", "papir", "paper"),
        ("lov om post", "lov", None),
    ],
)
def test_references_resolve_to_what_is_read(reference, kind, target):
    paper = make_paper("m.pdf", P(f"Se {reference}."), items=(("4", "Post"),))
    found = trail(
        ADVICE,
        (
            paper,
            f.Findings(paper.document_id, references=(f.Reference("r", kind, reference, proof_of(paper, reference)),)),
        ),
    )
    expected = {"item": item_id(paper, "4"), "paper": c.ADVICE.document_id, None: None}[target]
    assert [t.target_id for t in found.targets] == ([] if expected is None else [expected])
    assert [link.target_id for link in links(found, "refers_to")] == ([expected] if target == "paper" else [])


def test_ids_of_links_are_unique_and_the_order_of_papers_does_not_matter():
    pairs = [ADVICE, (c.MINUTES, c.MINUTES_FINDINGS)]
    found = trail(*pairs)
    assert len({link.link_id for link in found.links}) == len(found.links)
    assert found == trail(*reversed(pairs))


def test_rare_words_weigh_more_and_parts_of_compounds_count():
    texts = ["kommunen hjælper", "kommunen venter", "kommunen bygger en varmestue", "traume"]
    vocabulary = Vocabulary.of(texts, frozenset({"en"}))
    both, rare, common = (vocabulary.words(t) for t in ("kommunen bygger en varmestue", "varmestue", "kommunen"))
    assert likeness(both, rare, vocabulary.weight) > likeness(both, common, vocabulary.weight)
    assert likeness(vocabulary.words("traumebevidst"), vocabulary.words("traume"), vocabulary.weight) > 0
    assert likeness(frozenset(), both, vocabulary.weight) == 0
    assert "en" not in both
