"""What became of the recommendations: events, the status of a day, and what could not be seen."""

from dataclasses import replace

import pytest

from pipeline.context import Config, Context
from pipeline.lexicons import load
from pipeline.link import link_corpus
from pipeline.model import findings as f
from pipeline.resolve import resolve_corpus
from tests.unit.link.test_links import ADVICE, minutes, trail
from tests.unit.tables import corpus as c
from tests.unit.tables.factory import P, make_paper, proof_of

CONTEXT = Context(Config(), load())
TALK = "Byrådet drøftede Borgerrådets anbefalinger."
BYRAAD = (make_paper("b.pdf", P("Byrådets møde"), body="Byrådet", date="2025-05-05"), None)


def told(clause, **more):
    """The council's minutes of 4 March tell what the municipal council did in February."""
    values = {"status": "reported", "body": "Byrådet", "type": "drøftet", **more}
    paper, findings = minutes(clause, **{k: v for k, v in values.items() if k != "told"})
    decision = replace(findings.decisions[0], date=more.get("told", "2025-02"), actors=())
    return paper, replace(findings, decisions=(decision,))


def events(found):
    return {(e.date, e.actor_role, e.what, e.basis, e.reference) for e in found.status_events if e.what != "fremsat"}


@pytest.mark.parametrize(
    ("clause", "type", "what"),
    [
        (TALK, "drøftet", "drøftet"),
        (
            "Byrådet besluttede, at Borgerrådets anbefalinger skal overbringes til udvalgene til inspiration.",
            "besluttet",
            "besluttet oversendt",
        ),
        ("Borgerrådets anbefalinger blev oversendt til Socialudvalget.", "oversendt", "oversendt"),
        ("Byrådet tog Borgerrådets anbefalinger til inspiration.", "besluttet", "taget til inspiration"),
        ("Byrådet vedtog Borgerrådets anbefalinger.", "godkendt", "vedtaget"),
        ("Byrådet afviste Borgerrådets anbefalinger.", "forkastet", "afvist"),
        ("Byrådet tog Borgerrådets anbefalinger til efterretning.", "taget til efterretning", None),
    ],
)
def test_what_the_recipient_did(clause, type, what):
    found = events(trail(ADVICE, told(clause, type=type)))
    assert found == (set() if what is None else {("2025-02", "modtager", what, "andenhånd", "samlet")})


def test_the_councils_own_talk_is_its_own():
    found = trail(ADVICE, minutes("Borgerrådet drøftede anbefalingerne.", actors=(f.Actor("råd", "Borgerrådet"),)))
    assert events(found) == {("2025-03-04", "rådet selv", "drøftet", "førstehånd", "samlet")}
    last = max(found.statuses, key=lambda s: s.as_of)
    assert (last.status, last.own_follow_up, last.follow_up) == ("fremsat", "2025-03-04", "kan ikke afgøres")


def test_the_council_cannot_adopt_its_advice_for_the_recipient():
    assert events(trail(ADVICE, minutes("Borgerrådet godkendte anbefalingerne.", type="godkendt"))) == set()


def test_a_body_that_the_advice_is_not_for_is_no_recipient():
    assert events(trail(ADVICE, told(TALK, body="Sundhedsstyrelsen"))) == set()


@pytest.mark.parametrize(
    ("day", "status", "since"),
    [
        ("2025-01-20", "fremsat", "2025-01-15"),
        ("2025-02-28", "drøftet", "2025-02"),
        ("2025-12-31", "drøftet", "2025-02"),
    ],
)
def test_the_status_of_a_day_is_the_last_row_up_to_it(day, status, since):
    rows = trail(ADVICE, told(TALK)).statuses
    for advice in {s.recommendation_id for s in rows}:
        last = max((s for s in rows if s.recommendation_id == advice and s.as_of <= day), key=lambda s: s.as_of)
        assert (last.status, last.since) == (status, since)


def test_a_row_for_each_recommendation_and_each_date_of_its_events():
    rows = trail(ADVICE, told(TALK)).statuses
    assert sorted(s.as_of for s in rows) == ["2025-01-15"] * 2 + ["2025-02"] * 2


def own_paper(path="b.pdf", *, body="Byrådet", date="2025-05-05", text="Byrådet drøftede budgettet."):
    """Minutes of the recipient that say nothing of the recommendations, on the day the council meets too."""
    paper = make_paper(path, P(text), body=body, date=date)
    return paper, f.Findings(paper.document_id)


def later_talk(date="2025-06-01"):
    return minutes("Borgerrådet drøftede anbefalingerne.", date=date, actors=(f.Actor("råd", "Borgerrådet"),))


def test_no_follow_up_is_said_only_where_the_recipients_papers_were_read():
    without, with_papers = trail(ADVICE, later_talk()), trail(ADVICE, own_paper(), later_talk())
    assert {s.follow_up for s in without.statuses} == {"kan ikke afgøres"}
    last = [s for s in with_papers.statuses if s.as_of == "2025-06-01"]
    assert {s.follow_up for s in last} == {"ingen fundet"}
    assert all(own_paper()[0].document_id in s.searched for s in last)


def test_second_hand_talk_of_all_together_leaves_the_answer_open():
    assert {s.follow_up for s in trail(ADVICE, told(TALK)).statuses} == {"kan ikke afgøres"}


def test_the_recipients_own_minutes_are_a_follow_up():
    paper, findings = minutes(
        "Byrådet drøftede Borgerrådets anbefalinger.", own="Byrådet", body="Byrådet", date="2025-05-05"
    )
    last = [s for s in trail(ADVICE, (paper, findings)).statuses if s.as_of == "2025-05-05"]
    assert {(s.status, s.follow_up) for s in last} == {("drøftet", "fundet")}


def test_what_is_missing_is_named():
    paper, findings = told(TALK)
    expected = f.ExpectedPaper("e1", "referat", "Byrådet", "2025-02", proof_of(paper, TALK))
    own = f.ExpectedPaper("e2", "referat", "Borgerrådet", "2025-02", proof_of(paper, TALK))
    found = trail(ADVICE, (paper, replace(findings, expected_papers=(expected, own))))
    assert {s.missing for s in found.statuses if s.as_of == "2025-02"} == {("e1",)}
    assert {(e.expected_id, e.state) for e in found.expectations} == {("e1", "mangler"), ("e2", "mangler")}


def test_an_expected_paper_that_is_read_is_found():
    paper, findings = told(TALK)
    expected = f.ExpectedPaper("e1", "referat", "Byrådet", "2025-02", proof_of(paper, TALK))
    other = own_paper(date="2025-02-20")
    # The register knows the body by the name in each paper.
    found = trail(ADVICE, (paper, replace(findings, expected_papers=(expected,))), other)
    assert [(e.state, e.document_id) for e in found.expectations] == [("læst", other[0].document_id)]


def test_the_next_date_due_is_that_of_what_was_agreed():
    paper, findings = later_talk()
    decision = findings.decisions[0].id
    agreed = f.Commitment("k", decision, "vælge", None, None, "2025-09-01", findings.decisions[0].proof)
    rows = trail(ADVICE, (paper, replace(findings, commitments=(agreed,)))).statuses
    assert {(s.as_of, s.due) for s in rows} == {("2025-01-15", None), ("2025-06-01", "2025-09-01")}


@pytest.mark.parametrize(("later", "state"), [(False, "åben"), (True, "kan ikke afgøres")])
def test_an_agreement_stands_open_until_later_papers_of_the_body_are_silent(later, state):
    paper, findings = later_talk("2025-03-04")
    agreed = f.Commitment("k", findings.decisions[0].id, "vælge", None, None, None, findings.decisions[0].proof)
    pairs = [ADVICE, (paper, replace(findings, commitments=(agreed,)))]
    pairs += [own_paper("n.pdf", body="Borgerrådet")] if later else []
    assert [s.state for s in trail(*pairs).commitments] == [state]


def test_a_quoted_recommendation_has_no_status():
    quoted = replace(c.ADVICE_FINDINGS.recommendations[0], source="citeret", issued_by="Sundhedsstyrelsen")
    paper = (c.ADVICE, replace(c.ADVICE_FINDINGS, recommendations=(quoted,)))
    assert trail(paper).statuses == ()


def test_no_recommendations_no_trail():
    papers, findings = (BYRAAD[0],), (f.Findings(BYRAAD[0].document_id),)
    entities = resolve_corpus(papers, findings, context=CONTEXT)
    found = link_corpus(papers, findings, entities, context=CONTEXT)
    assert (found.links, found.status_events, found.statuses) == ((), (), ())


@pytest.mark.parametrize(
    ("clause", "postponed"),
    [
        ("Byrådet udsatte sagen til maj.", True),
        ("Udvalget udsatte behandlingen af anbefaling 3.", True),
        ("Der var forslag om bedre hjælp til de udsatte og sårbare borgere.", False),
        ("Rådet drøftede udsatte borgeres adgang til tandlæge.", False),
    ],
)
def test_people_at_risk_are_not_a_matter_put_off(clause, postponed):
    """`udsatte` is a verb and a people."""
    assert load().trail.holds("no_step", clause) is postponed
