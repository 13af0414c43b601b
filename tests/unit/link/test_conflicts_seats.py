"""Two names on one seat contradict a member list of the same body and term that has one of them alone."""

from dataclasses import replace

import pytest

from pipeline.model import findings as f
from pipeline.model.ids import digest
from tests.unit.link.test_links import trail
from tests.unit.tables.factory import P, make_paper, proof_of

SHARED = "• Anne Bech / Kim Lund"
LEAD = "Rådet har følgende medlemmer:"


def listed(path, *lines, members, lead=LEAD, left=(), place=None, **more):
    """A paper that lists these lines, of which those of `members` are known to be members."""
    paper = make_paper(path, P(lead), *(P(line, kind="item") for line in lines), **more)
    seats = [
        f.Membership(
            digest("memberships", path, name), name, place, None, "medlem", None, None,
            "2025-01-31" if name in left else None, None, paper.structure.front.body, proof_of(paper, name),
        )
        for name in members
    ]  # fmt: skip
    return paper, f.Findings(paper.document_id, memberships=tuple(seats))


def seats(*pairs):
    return [(c.about, c.left, c.right) for c in trail(*pairs).conflicts if c.about.startswith("plads")]


def minutes(*lines, **more):
    return listed("m.pdf", *(lines or (SHARED, "• Eva Krog")), **{"members": ("Eva Krog",), **more})


def roster(*names, **more):
    return listed("r.pdf", *(f"• {name}" for name in names), members=names, **{"date": "2024-05-02", **more})


FOUND = [("plads: Anne Bech / Kim Lund", "Anne Bech / Kim Lund", "Kim Lund")]


def test_another_paper_names_one_of_them():
    assert seats(minutes(), roster("Kim Lund", "Eva Krog")) == FOUND


def test_the_same_paper_names_one_of_them():
    assert seats(minutes(SHARED, "• Eva Krog", "• Kim Lund", members=("Eva Krog", "Kim Lund"))) == FOUND


@pytest.mark.parametrize("line", [
    "• Anne Bech/Kim Lund, Røde Kors", "• Anne Bech (A) / Kim Lund (V)", "• Anne Bech eller Kim Lund", SHARED[2:],
])  # fmt: skip
def test_forms_of_alternatives(line):
    assert seats(minutes(line, "• Eva Krog"), roster("Kim Lund")) == FOUND


def test_the_proof_of_the_item_is_the_two_names():
    (found,) = (c for c in trail(minutes(), roster("Kim Lund")).conflicts if c.about.startswith("plads"))
    assert found.left_proof.proof.span.quote == "Anne Bech / Kim Lund"
    assert found.right_proof.proof.span.quote == "Kim Lund"


@pytest.mark.parametrize(
    ("why", "pairs"),
    [
        ("no list names either", (minutes(), roster("Ole Juul"))),
        ("the list names both", (minutes(), roster("Anne Bech", "Kim Lund"))),
        ("of another body", (minutes(), roster("Kim Lund", body="Ældrerådet"))),
        ("of another term", (minutes(), roster("Kim Lund", date="2020-05-02"))),
        ("of no known day", (minutes(), roster("Kim Lund", date=None))),
        ("who left", (minutes(), roster("Kim Lund", left=("Kim Lund",)))),
        ("no list of this body's members", (minutes(members=()), roster("Kim Lund"))),
        (
            "of another place",
            (minutes("• Anne Bech / Kim Lund, Lev", "• Eva Krog"), roster("Kim Lund", place="Blå Kors")),
        ),
        ("they share it", (minutes("• Anne Bech / Kim Lund (deler pladsen)", "• Eva Krog"), roster("Kim Lund"))),
        ("the second stands in", (minutes(lead="Medlemmer / suppleanter:"), roster("Kim Lund"))),
        ("a sentence", (minutes("• Anne Bech / Kim Lund fortæller om mødet", "• Eva Krog"), roster("Kim Lund"))),
    ],
)
def test_no_contradiction(why, pairs):
    assert seats(*pairs) == [], why


def test_names_in_another_section_than_the_members_are_no_seat():
    paper, findings = minutes("• Eva Krog", SHARED)
    *first, last = paper.structure.contexts
    contexts = (*first, replace(last, section=("Arbejdsgruppe",)))
    other = replace(paper, structure=replace(paper.structure, contexts=contexts))
    assert seats((other, findings), roster("Kim Lund")) == []


def test_the_newest_list_of_the_term_is_shown():
    older, newer = roster("Kim Lund"), listed("n.pdf", "• Kim Lund", members=("Kim Lund",), date="2025-02-03")
    (found,) = (c for c in trail(minutes(), older, newer).conflicts if c.about.startswith("plads"))
    assert found.right_proof.document_id == newer[0].document_id
