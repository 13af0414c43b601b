"""Which piece of advice is which across papers: the same in other words, a part, more than one, or something else."""

from collections import Counter

import pytest

from pipeline.context import Config, Context
from pipeline.lexicons import load
from pipeline.link import link_corpus
from pipeline.model import findings as f
from pipeline.resolve import resolve_corpus
from pipeline.resolve.advised import CANDIDATES
from pipeline.resolve.alignment import align
from pipeline.resolve.numerals import read_number
from pipeline.resolve.stems import parts, stem
from pipeline.resolve.vocabulary import words_of
from tests.unit.tables import corpus as c
from tests.unit.tables.factory import P, make_paper

CONTEXT = Context(Config(), load())
WORDS = words_of(CONTEXT.lexicons.rewording)


def advising(path, date, *texts, kind="overordnet"):
    """A paper of the council that states some pieces of advice."""
    paper = make_paper(path, *(P(text) for text in texts), kind="anbefalinger", date=date)
    mentions = tuple(
        c.recommendation(paper, f"{path}{n}", text, kind=kind, issued=None) for n, text in enumerate(texts)
    )
    return paper, f.Findings(paper.document_id, recommendations=mentions)


def resolved(*pairs):
    return resolve_corpus([p for p, _ in pairs], [g for _, g in pairs], context=CONTEXT)


def two_years(older, newer):
    """What becomes of the advice of one year and the next."""
    return resolved(advising("a.pdf", "2024-01-10", *older), advising("b.pdf", "2025-01-10", *newer))


CINEMA = "Borgerrådet anbefaler, at biografen viser film med undertekster for døve hver måned."


@pytest.mark.parametrize(
    "newer",
    [
        "Borgerrådet anbefaler at biografen viser film med undertekster for døve hver måned",
        "Borgerrådet anbefaler, at biografen viser film med undertekst for døve hver måned.",
        "Der bør en gang om måneden være film i biografen med undertekster, så døve kan være med.",
        "Biografen opfordres til månedlige film, hvor døve kan læse underteksterne.",
    ],
)
def test_the_same_advice_in_other_words_is_one(newer):
    assert len(two_years([CINEMA], [newer]).recommendations) == 1


@pytest.mark.parametrize(
    "newer",
    [
        "Borgerrådet anbefaler, at biografen viser film med undertekster for børn hver måned.",
        "Borgerrådet anbefaler, at biografen viser film med undertekster for døve hver uge.",
        "Borgerrådet anbefaler, at biblioteket viser film med undertekster for døve hver måned.",
        "Borgerrådet anbefaler, at biografen ikke viser film med undertekster for døve hver måned.",
        "Borgerrådet anbefaler, at musikskolen ansætter en lærer til kor for voksne.",
    ],
)
def test_another_group_time_place_direction_or_measure_is_other_advice(newer):
    assert len(two_years([CINEMA], [newer]).recommendations) == 2


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("mindst 12 pladser til cykler ved stationen", "mindst 20 pladser til cykler ved stationen"),
        ("ventetiden på et høreapparat højst er tre uger", "ventetiden på et høreapparat højst er tre måneder"),
        ("der er rabat til alle over 65 år", "der er rabat til alle under 65 år"),
    ],
)
def test_another_number_or_the_opposite_is_other_advice(older, newer):
    found = two_years([f"Borgerrådet anbefaler, at {older}."], [f"Borgerrådet anbefaler, at {newer}."])
    assert len(found.recommendations) == 2


BOTH = "Borgerrådet anbefaler, at svømmehallen får en rampe til kørestole, og at der undervises i svømning for voksne."
RAMP = "Svømmehallen skal have en rampe, som kørestole kan bruge."
LESSONS = "Voksne bør kunne få undervisning i svømning."


def test_the_parts_of_an_older_recommendation_split_it():
    found = two_years([BOTH], [RAMP, LESSONS])
    assert Counter(r.relation for r in found.relations) == {"splits": 2}
    assert len(found.recommendations) == 3


def test_a_recommendation_that_takes_in_two_older_ones_merges_them():
    found = two_years([RAMP, LESSONS], [BOTH])
    assert Counter(r.relation for r in found.relations) == {"merges": 2}
    assert {r.older for r in found.relations} == {r.recommendation_id for r in found.recommendations} - {
        r.newer for r in found.relations
    }


def test_a_split_is_a_link_from_the_newer_to_the_older():
    pairs = advising("a.pdf", "2024-01-10", BOTH), advising("b.pdf", "2025-01-10", RAMP, LESSONS)
    papers, findings = [p for p, _ in pairs], [g for _, g in pairs]
    entities = resolve_corpus(papers, findings, context=CONTEXT)
    links = link_corpus(papers, findings, entities, context=CONTEXT).links
    found = [link for link in links if link.relation == "splits"]
    assert {link.source_proof.document_id for link in found} == {papers[1].document_id}
    assert {link.target_proof.document_id for link in found} == {papers[0].document_id}
    assert all(link.fact and link.reason.startswith("er en del af") for link in found)


def test_an_elaboration_is_no_rewording_of_overall_advice():
    reworded = "Der bør en gang om måneden være film i biografen med undertekster, så døve kan være med."
    pairs = advising("a.pdf", "2024-01-10", CINEMA), advising("b.pdf", "2025-01-10", reworded, kind="uddybende")
    assert len(resolved(*pairs).recommendations) == 2


def test_every_wording_that_joins_says_why():
    newer = "Biografen opfordres til månedlige film, hvor døve kan læse underteksterne."
    found = two_years([CINEMA], [newer])
    (identity,) = [i for i in found.identities if i.entity_kind == "anbefaling"]
    assert (identity.entity_id, identity.text) == (found.recommendations[0].recommendation_id, newer)
    assert (identity.state, identity.rule) == ("samme", "anbefaling.andre_ord")
    assert identity.reason.startswith("samme råd i andre ord, fælles: ")


def comparisons(years, monkeypatch):
    """How many times two pieces of advice are laid side by side when each year brings three that are much alike."""
    counted: Counter[str] = Counter()
    with monkeypatch.context() as patch:
        patch.setattr("pipeline.resolve.sameness.align", lambda *sides: (counted.update(["pair"]), align(*sides))[1])
        resolved(
            *(
                advising(
                    f"{year}.pdf",
                    f"{1900 + year}-01-01",
                    *(f"Rådet ønsker en {what} ved mast {year}." for what in WHATS),
                )
                for year in range(1, years + 1)
            )
        )
    return counted["pair"]


WHATS = ("rampe til bybussen", "lampe over bænken", "port i hegnet bag skolen")


def test_a_piece_of_advice_is_held_against_few_however_many_there_are(monkeypatch):
    """Once for the same words, once for other words: in time that grows with the number of pieces, not its square."""
    assert comparisons(80, monkeypatch) <= 2 * CANDIDATES * 80 * len(WHATS)
    assert comparisons(80, monkeypatch) <= 2.5 * comparisons(40, monkeypatch)


@pytest.mark.parametrize(
    ("one", "other"),
    [("etablere", "etablering"), ("udvide", "udvidelsen"), ("bænke", "bænkene"), ("ensom", "ensomhed")],
)
def test_forms_of_a_word_have_one_stem(one, other):
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("transporttilbud", ("transport", "tilbud")),
        ("seniorbofællesskab", ("senior", "bofællesskab")),
        ("udvide", ()),
        ("skimmel", ()),
    ],
)
def test_parts(word, found):
    assert parts(word) == found


@pytest.mark.parametrize(
    ("form", "following", "number"),
    [
        ("to", ["uge"], ("14 dage", 2)),
        ("14", ["dag"], ("14 dage", 2)),
        ("67", ["år"], ("67", 1)),
        ("syvogtres", ["år"], ("67", 1)),
        ("en", ["måned"], ("30 dage", 2)),
        ("en", ["bænk"], None),
        ("1.500", ["krone"], ("1500", 1)),
        ("bænk", [], None),
    ],
)
def test_numbers(form, following, number):
    assert read_number(form, following) == number


def test_no_word_stands_for_two_things():
    """Two groups of the lexicon whose words have one stem would be one group for some readers."""
    groups = CONTEXT.lexicons.rewording.same
    homes = Counter((WORDS.stem(entry), group[0]) for group in groups for entry in group if " " not in entry)
    stems = Counter(root for root, _ in homes)
    assert [root for root, number in stems.items() if number > 1] == []
