"""Which recommendation a later decision is about: by number, by matter, by what the item tells; and other business."""

from dataclasses import replace

import pytest

from pipeline.link.matter import sameness, term_of
from pipeline.link.spoken import numbers_in
from pipeline.model import findings as f
from tests.unit.link.test_lexicon import BOOK
from tests.unit.link.test_links import ADVICE, links, minutes, trail
from tests.unit.tables import corpus as c
from tests.unit.tables.factory import P, item_id, make_paper, proof_of


class _Corpus:
    book = BOOK


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("anbefaling 3", ["3"]),
        ("anbefaling nr. 3 og 5", ["3", "5"]),
        ("anbefalingerne 2, 5 og 7", ["2", "5", "7"]),
        ("anbefaling A-C", ["A", "B", "C"]),
        ("rådets syvende anbefaling", ["7"]),
        ("ønske nr. 8", ["8"]),
        ("anbefaling 12. maj", []),
        ("anbefalinger 2024", []),
        ("anbefalinger i 3 mio. kr.", []),
    ],
)
def test_numbers_of_recommendations(text, numbers):
    assert [n for _, listed in numbers_in(_Corpus(), text) for n in listed] == numbers  # type: ignore[arg-type] # a stand-in that has a lexicon and nothing else


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        ("telebussen", "telebus", 1.0, 1.0),
        ("produktionskøkkener", "køkken", 0.5, 0.6),
        ("udskrivelse", "udskrives", 0.7, 1.0),
        ("taletid", "taleret", 0.3, 0.3),
        ("buslomme", "lægehus", 0.0, 0.0),
    ],
)
def test_words_are_the_same_in_all_forms_and_compounds_in_part(one, other, least, most):
    assert least <= sameness(term_of(one), term_of(other)) <= most


def followed(clause, **more):
    told = minutes(clause, own="Byrådet", body="Byrådet", date="2025-05-05", **more)
    found = links(trail(ADVICE, told), "follows_up")
    return [(link.reference, link.target_proof.proof.span.quote) for link in found]


@pytest.mark.parametrize(
    ("clause", "title"),
    [
        ("Byrådet besluttede at åbne varmestuen, som Borgerrådet har foreslået.", "Budget"),
        ("Byrådet fulgte Borgerrådets ønske om en varmestue.", "Budget"),
        ("Byrådet afviste at åbne en varmestue.", "Henvendelse fra Borgerrådet"),
    ],
)
def test_what_the_recipient_decides_is_told_by_its_matter_and_whose_it_is(clause, title):
    assert followed(clause, title=title, type="besluttet") == [("særskilt", c.STOVE)]


@pytest.mark.parametrize(
    ("clause", "title"),
    [
        ("Byrådet godkendte regnskabet for varmestuen.", "Regnskab"),
        ("Byrådet tilsluttede sig Ankestyrelsens anbefaling om varmestuer.", "Tilsyn"),
        ("Byrådet godkendte mødeplanen.", "Anbefalinger fra Borgerrådet"),
    ],
)
def test_other_business_with_the_same_words_follows_up_nothing(clause, title):
    assert followed(clause, title=title, type="godkendt") == []


@pytest.mark.parametrize(
    ("clause", "type", "step"),
    [
        ("Udvalget konstaterede, at Borgerrådets ønske om en varmestue er gennemført.", "besluttet", "gennemført"),
        ("Borgerrådets ønske om en varmestue er ikke gennemført.", "besluttet", None),
        ("Borgerrådets ønske om en varmestue skal gennemføres senere.", "besluttet", None),
        ("Byrådet følger ikke Borgerrådets ønske om en varmestue.", "besluttet", "afvist"),
        ("Byrådet besluttede at udskyde Borgerrådets ønske om en varmestue.", "besluttet", None),
        ("Byrådet godkendte, at Borgerrådets ønske om en varmestue indføres.", "godkendt", "vedtaget"),
        (
            "Borgerrådets ønske om en varmestue er gennemført i byen, mens resten ikke er i gang.",
            "besluttet",
            "delvist gennemført",
        ),
    ],
)
def test_how_far_a_decision_brings_a_recommendation(clause, type, step):
    found = trail(ADVICE, minutes(clause, own="Byrådet", body="Byrådet", date="2025-05-05", title="Budget", type=type))
    assert {e.what for e in found.status_events if e.what != "fremsat"} == ({step} if step is not None else set())


def test_what_carries_out_an_earlier_decision_points_to_it():
    adopted = "Byrådet vedtog Borgerrådets ønske om en varmestue."
    done = "Byrådet konstaterede, at Borgerrådets ønske om en varmestue er gennemført."
    rows = (P(adopted, "beslutning", "4"), P(done, "beslutning", "9"))
    paper = make_paper("m.pdf", *rows, body="Byrådet", date="2025-09-05", items=(("4", "Budget"), ("9", "Status")))
    first = replace(
        c.decision("1", c.TALKED), status="made", type="godkendt", body="Byrådet", meeting_id=None, actors=()
    )
    decisions = tuple(
        replace(first, id=key, date=day, item_id=item_id(paper, n), text=text, proof=proof_of(paper, text), type=type)
        for key, day, n, text, type in (
            ("first", "2025-03-05", "4", adopted, "godkendt"),
            ("done", "2025-09-05", "9", done, "besluttet"),
        )
    )
    found = links(trail(ADVICE, (paper, f.Findings(paper.document_id, decisions=decisions))), "carries_out")
    assert [(link.source_id, link.target_id) for link in found] == [("done", "first")]
