"""Contents that name another page than a heading's, seats counted differently, sums that their parts do not make."""

import pytest

from pipeline.model import findings as f
from tests.unit.link.test_conflicts import conflicts
from tests.unit.link.test_links import trail
from tests.unit.tables.factory import P, make_paper, proof_of


def report(*lines, headings):
    """A report with lines of contents on page 1, and headings each on its page."""
    rows = [P(text, kind="heading", page=page) for text, page in headings]
    return make_paper("r.pdf", *(P(line, kind="furniture") for line in lines), *rows, kind="anbefalinger")


HEADINGS = (("KAPITEL 1", 3), ("1.1 Unge uden bolig", 4), ("1.2 Samarbejde mellem sygehuse og væresteder", 6))


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (("KAPITEL 1 3", "1.1 Unge uden bolig ..... 5"), [("side 5", "side 4")]),
        (("KAPITEL 1 2", "1.1 Unge uden bolig 4"), [("side 2", "side 3")]),
        # shortened in the contents
        (("KAPITEL 1 3", "1.2 Samarbejde mellem sygehuse 7"), [("side 7", "side 6")]),
        # all agree; another number, or another title
        (("KAPITEL 1 3", "1.1 Unge uden bolig 4"), []),
        (("KAPITEL 1 3", "1.3 Unge uden bolig 5"), []),
        (("KAPITEL 1 3", "1.1 Ældre uden bolig i Testby 5"), []),
        # pages counted from behind the cover
        (("KAPITEL 1 2", "1.1 Unge uden bolig 3"), []),
    ],
)
def test_pages_of_headings(lines, found):
    assert [(left, right) for _, left, right in conflicts(report(*lines, headings=HEADINGS))] == found


def test_a_heading_that_stands_twice_is_not_one_place():
    twice = (("KAPITEL 1", 3), ("Økonomi", 4), ("Økonomi", 7))
    assert conflicts(report("KAPITEL 1 3", "Økonomi 5", headings=twice)) == []


def told(path, date, *seats, text="Seks medlemmer. Fem medlemmer. To medlemmer."):
    """Terms of a year with seats: organisation, number, vacant."""
    paper = make_paper(path, P(text), kind="kommissorium", date=date)
    proof = proof_of(paper, "Fem medlemmer")
    found = tuple(f.Seat(f"{path}{n}", "Borgerrådet", org, number, vacant, None, proof)
                  for n, (org, number, vacant) in enumerate(seats))  # fmt: skip
    return paper, f.Findings(paper.document_id, seats=found)


@pytest.mark.parametrize(
    ("older", "newer", "found"),
    [
        ([("foreninger", 10, False)], [("foreninger", 11, False)], [("10", "11")]),
        ([("Byrådet", 4, False), ("SIND", 1, False)], [("Byrådet", 3, False)], [("4", "3")]),
        ([("foreninger", 10, False)], [("foreninger", 10, False)], []),
        ([("SIND", 1, False)], [("LAP", 2, False)], []),
        # counted in two places: what adds up is not known
        ([("Byrådet", 4, False)], [("Byrådet", 2, False), ("Byrådet", 2, False)], []),
        ([("SIND", 2, False)], [("SIND", 1, True)], []),
        ([(None, 2, False)], [(None, 3, False)], []),
    ],
)
def test_seats_of_an_organisation(older, newer, found):
    made = trail(told("a.pdf", "2022-01-01", *older), told("b.pdf", "2025-01-01", *newer)).conflicts
    assert [(c.left, c.right) for c in made] == found


def test_each_paper_that_says_a_number_stands_against_the_oldest_with_another():
    texts = ("består af 14 medlemmer", "består af 14 medlemmer", "består af 15 medlemmer")
    papers = [make_paper(f"{n}.pdf", P(f"Rådet {t}."), kind="kommissorium", date=f"202{n}-01-01")
              for n, t in enumerate(texts)]  # fmt: skip
    assert [(left, right) for _, left, right in conflicts(*papers)] == [("14", "15"), ("14", "15")]


def shared(text, *sums):
    """The contradictions of a text with its sums: the words, the value."""
    paper = make_paper("n.pdf", P(text), kind="notat")
    amounts = tuple(f.Amount(f"a{n}", value, "mio. kr.", None, None, words, proof_of(paper, words))
                    for n, (words, value) in enumerate(sums))  # fmt: skip
    return [(c.left, c.right) for c in trail((paper, f.Findings(paper.document_id, amounts=amounts))).conflicts]


@pytest.mark.parametrize(
    ("text", "values", "found"),
    [
        ("Der er 12 mio. kr. fordelt med hhv. 4 mio. kr. til Nord, 3,5 mio. kr. til Syd, herunder Øst, og 1 mio. kr. "
         "til Vest.", (12, 4, 3.5, 1), [("12 mio. kr", "delene giver 8,5 mio. kr.")]),
        ("Der er 9 mio. kr. med henholdsvis 4 mio. kr. til drift og 6 mio. kr. til anlæg.", (9, 4, 6),
         [("9 mio. kr", "delene giver 10 mio. kr.")]),
        ("Der er 10 mio. kr. med henholdsvis 4 mio. kr. til drift og 6 mio. kr. til anlæg.", (10, 4, 6), []),
        # no list of all parts
        ("Der er 9 mio. kr. fordelt på 4 mio. kr. til drift og 3 mio. kr. til løn. Resten går til mad.", (9, 4, 3), []),
        ("Der er 9 mio. kr., heraf 4 mio. kr. til drift og 3 mio. kr. til anlæg.", (9, 4, 3), []),
        ("Der søges 9 mio. kr. til huset, 4 mio. kr. til drift og 3 mio. kr. til anlæg.", (9, 4, 3), []),
        ("Der er 9 mio. kr. fordelt med hhv. 4 mio. kr. til drift, heraf 3 mio. kr. til løn.", (9, 4, 3), []),
        # rounded
        ("Der er 1,1 mio. kr. med hhv. 0,6 mio. kr. til drift og 0,6 mio. kr. til løn.", (1.1, 0.6), []),
    ],
)  # fmt: skip
def test_sums_told_with_their_parts(text, values, found):
    sums = [(f"{value:g}".replace(".", ",") + " mio. kr", value) for value in values]
    assert shared(text, *sums) == found
