"""Names in a text, and the themes its words name."""

from collections.abc import Iterable
from types import SimpleNamespace

import pytest

from pipeline.extract.memberships import find_memberships
from pipeline.extract.names import find_names
from pipeline.extract.presence import find_lists
from pipeline.extract.stories import find_stories
from pipeline.extract.theme_words import find_terms, find_theme_mentions, read_words
from pipeline.extract.themes import assign_themes
from pipeline.lexicons import load
from pipeline.model.language import NamedSpan
from tests.unit.extract.papers import FACTS, NLP, reading

THEMES = load().themes.of_body("Udsatterådet")


class Sees:
    """A language model that sees just these people and places."""

    def __init__(self, **names: str) -> None:
        self.seen = names

    def names(self, texts: Iterable[str], *, ruled: object) -> tuple[tuple[NamedSpan, ...], ...]:
        """Where the given names stand in each text; what rules see is not looked at."""
        return tuple(
            tuple(
                NamedSpan(text.index(name), text.index(name) + len(name), name, label)
                for label, name in self.seen.items()
                if name in text
            )
            for text in texts
        )


def names(*lines: str, seen: Sees | None = None, **options: object):
    made = reading(*lines, **options)
    listed = find_lists(made, FACTS)
    members = find_memberships(made, listed, FACTS)
    found = find_names(made, members, listed, lexicons=load(), nlp=seen or Sees())  # type: ignore[arg-type] # a stand-in sees fixed names
    return [(e.entity_kind, e.text, e.role) for e in found]


@pytest.mark.parametrize(
    ("line", "seen", "row"),
    [
        ("Chefkonsulent Anne Bech gav et oplæg.", "Anne Bech", ("person", "Anne Bech", "Chefkonsulent")),
        ("Professor og praktiserende læge Anne Bech kom.", "Anne Bech",
         ("person", "Anne Bech", "Professor og praktiserende læge")),
        ("Anne Bech, formand for Rådet for Socialt Udsatte, kom.", "Anne Bech",
         ("person", "Anne Bech", "formand for Rådet for Socialt Udsatte")),
        ("Vi talte med Anne Bech.", "Anne Bech", ("person", "Anne Bech", None)),
        ("Mødet er på Ballerup Rådhus.", "", ("sted", "Ballerup Rådhus", None)),
        ("Vi samarbejder med Kirkens Korshær.", "", ("organisation", "Kirkens Korshær", None)),
        ("Det siger Sundhedsstyrelsen.", "", ("organisation", "Sundhedsstyrelsen", None)),
        ("Svaret er fra Danmarks Naturfredningsforening.", "",
         ("organisation", "Danmarks Naturfredningsforening", None)),
        ("Dansk Handicap Forbund var inviteret.", "", ("organisation", "Dansk Handicap Forbund", None)),
        ("Hjerteforeningen holder oplæg.", "", ("organisation", "Hjerteforeningen", None)),
        ("Skole, Dagtilbud og Natur har ingen bemærkninger.", "", ("organisation", "Skole, Dagtilbud og Natur", None)),
        ("Sagen kommer fra Center for Sundhed og Omsorg.", "", ("organisation", "Center for Sundhed og Omsorg", None)),
        ("Psykiatri- og socialudvalget mødes.", "", ("organisation", "Psykiatri- og socialudvalget", None)),
        ("Region Sjælland betaler.", "", ("organisation", "Region Sjælland", None)),
        ("SF foreslår en plan.", "", ("organisation", "SF", None)),
    ],
)  # fmt: skip
def test_names(line: str, seen: str, row: tuple[str, str, str | None]):
    assert row in names(line, seen=Sees(PER=seen) if seen else None)


@pytest.mark.parametrize("name", ["Åben Dialog", "B. Notat", "Blå Kors", "Drift", "Region Midtjylland"])
def test_what_the_model_takes_for_a_person_and_is_none(name: str):
    assert "person" not in [kind for kind, *_ in names(f"Her står {name} igen.", seen=Sees(PER=name))]


def test_names_of_the_paper_s_own_lists_are_found_everywhere():
    found = names("## Medlemmer", "- Anne Bech, Testklubben", "Anne Bech talte for Testklubben.")
    assert found == [
        ("person", "Anne Bech", None),
        ("organisation", "Testklubben", None),
        ("person", "Anne Bech", None),
        ("organisation", "Testklubben", None),
    ]


def terms(*lines: str, **options: object):
    made = reading(*lines, **options)
    listed = find_lists(made, FACTS)
    found = find_names(made, find_memberships(made, listed, FACTS), listed, lexicons=load(), nlp=Sees())  # type: ignore[arg-type] # a stand-in sees fixed names
    return SimpleNamespace(reading=made, terms=find_terms(made, read_words(made, nlp=NLP), found, THEMES))


@pytest.mark.parametrize(
    ("line", "theme", "term"),
    [
        ("Mange hjemløse mangler hjælp.", "hjemloeshed", "hjemløse"),
        ("Vi følger no-wrong-door-princippet.", "indgang", "no-wrong-door-princippet"),
        ("De skriver en på rørendepolitik.", "paaroerende", "på rørendepolitik"),
        ("Det kræver MitID.", "digital", "mitid"),
        ("Alkoholmisbrug er udbredt.", "misbrug", "alkoholmisbrug"),
        ("Der er senfølger efter seksuelt misbrug.", "traumer", "seksuelt misbrug"),
        ("De praktiserende læger har travlt.", "praktiserende-laeger", "praktiserende læger"),
        ("Psykiatrien mangler speciallæger.", "psykiatri-kapacitet", "mangler speciallæger"),
    ],
)
def test_terms(line: str, theme: str, term: str):
    made = terms(line)
    assert (theme, term) in [(m.theme_id, m.term) for m in find_theme_mentions(made.reading, made.terms)]


@pytest.mark.parametrize(
    ("line", "theme"),
    [
        ("SAND – De hjemløses landsorganisation deltog.", "hjemloeshed"),
        ("Der er senfølger efter seksuelt misbrug.", "misbrug"),
        ("Patientinddragelsesudvalget holdt møde.", "inddragelse"),
        ("Han fik en medicinsk undersøgelse.", "medicin"),
        ("Børnehaven mangler lærere og kapacitet.", "psykiatri-kapacitet"),
    ],
)
def test_what_names_no_theme(line: str, theme: str):
    made = terms(line)
    assert theme not in [m.theme_id for m in find_theme_mentions(made.reading, made.terms)]


def test_a_story_is_about_what_it_says_and_what_it_stands_under():
    made = terms(
        "## Borgerhistorier / Unge i udsatte positioner [historier]", "Det er svært at blive indlagt for mange."
    )
    stories = find_stories(made.reading, FACTS)
    about = assign_themes(made.reading, made.terms, stories, (), ())
    assert {(a.target_kind, a.theme_id) for a in about if a.target_kind == "story"} == {
        ("story", "indgang"),
        ("story", "unge"),
    }
    assert {a.target_id for a in about if a.target_kind == "story"} == {stories[0].id}
    assert all(0.5 <= a.score < 1 for a in about)


def test_weak_words_alone_assign_nothing():
    made = terms("Der er mange gode tilbud og en bolig i byen til dem.")
    assert assign_themes(made.reading, made.terms, (), (), ()) == ()


def test_only_leaves_are_assigned():
    broader = {theme.broader for theme in THEMES.themes}
    assert not broader & {terms_.theme_id for terms_ in THEMES.terms}
