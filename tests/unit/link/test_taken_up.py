"""What citizens told and members later put in: joined by a theme that hardly anything else is about."""

from dataclasses import replace

import pytest

from pipeline.model import findings as f
from pipeline.model.ids import digest
from tests.unit.link.test_links import links, trail
from tests.unit.tables import corpus as c
from tests.unit.tables.factory import P, make_paper, proof_of

SAID = "Der er særlige udfordringer med digital post for de ældste."
OTHER = "Bussen til sygehuset kører for sjældent."


def later(text, *, theme="digital", term="digital post", date="2025-03-04", body="Borgerrådet"):
    """Minutes of a later meeting in which members put something in."""
    paper = make_paper("minutes.pdf", P(text, "beslutning", "4"), body=body, date=date, items=(("4", "Input"),))
    said = f.Contribution(digest("c", text), "4", None, "input", None, text, proof_of(paper, text))
    mention = f.ThemeMention(digest("t", text), theme, term, term, proof_of(paper, term))
    return paper, f.Findings(paper.document_id, contributions=(said,), theme_mentions=(mention,))


def taken_up(*pairs, fact=True):
    return links(trail((c.ADVICE, c.ADVICE_FINDINGS), *pairs), "taken_up_in", fact=fact)


def test_a_story_is_taken_up_by_the_only_contribution_about_its_theme():
    (link,) = taken_up(later(SAID))
    assert (link.source_kind, link.target_kind, link.reference) == ("story", "contribution", "tematisk")
    assert link.target_proof.proof.span.quote == SAID
    assert "digital" in link.reason


@pytest.mark.parametrize(
    "pair",
    [
        later(OTHER, theme="transport", term="sygehuset"),
        later(SAID, date="2020-01-07"),
        later(SAID, body="Handicaprådet"),
    ],
    ids=["another theme", "told before the story", "another council"],
)
def test_what_is_no_answer_to_the_story(pair):
    assert taken_up(pair) == []
    assert taken_up(pair, fact=False) == []


def test_a_theme_that_several_contributions_share_gives_candidates():
    paper, found = later(SAID)
    again = replace(found.contributions[0], id=digest("c", "again"))
    both = replace(found, contributions=(*found.contributions, again))
    assert taken_up((paper, both)) == []
    assert len(taken_up((paper, both), fact=False)) == 2
