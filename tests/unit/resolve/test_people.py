"""How people's names are read, which can be one person's, and what keeps two of one name apart."""

import pytest

from pipeline.lexicons import load
from pipeline.lexicons.identity import IdentityLexicon
from pipeline.resolve.fitting import shortened, spelt_alike
from pipeline.resolve.people import resolve_people
from pipeline.resolve.sightings import Clues, Sighting
from pipeline.resolve.written import letters, read_name

LEXICONS = load()
LEXICON: IdentityLexicon = LEXICONS.identity
GIVEN = frozenset(map(letters, LEXICONS.facts.given_names)) - LEXICON.particles


def words(text: str) -> str:
    return " ".join(read_name(text, LEXICON, GIVEN).words)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Lise Prøve", "lise prøve"),
        ("Prøve, Lise", "lise prøve"),
        ("borgmester Lise Prøve", "lise prøve"),
        ("Borgmesteren, Lise Prøve", "lise prøve"),
        ("tidligere formand Lise Prøve", "lise prøve"),
        ("aktivitetsmedarbejder Lise Prøve", "lise prøve"),
        ("Li se Prøve", "lise prøve"),
        ("Lise Prø- ve", "lise prøve"),
        ("Lise-Marie Prøve", "lise marie prøve"),
        ("LisePrøve", "lise prøve"),
        ("Aase Gaarde", "åse gårde"),
        ("René Ünal", "rene unal"),
        ("L.M. Prøve", "l. m. prøve"),
        ("LM Prøve", "l. m. prøve"),
        ("Th. Prøve", "th. prøve"),
        ("Lise P.", "lise p."),
        ("LP", "lp."),
        ("Lise van der Prøve", "lise van der prøve"),
        ("Lise fra Testby Venner", "lise"),
        ("Lise Prøve (A)", "lise prøve"),
        ("Jens Prøves'", "jens prøves"),
        ("Lise Prøve, Testby Venner", "lise prøve"),
    ],
)
def test_a_name_is_read_without_titles_damage_and_layout(text, read):
    assert words(text) == read


@pytest.mark.parametrize(
    ("short", "full", "rule"),
    [
        ("Lise Prøve", "Lise Bang Prøve", "mellemnavn"),
        ("Lise B. Prøve", "Lise Bang Prøve", "mellemnavn"),
        ("Lise B. Prøve", "Lise Prøve", None),
        ("L. Prøve", "Lise Bang Prøve", "forbogstav"),
        ("Lise P.", "Lise Bang Prøve", "forbogstav"),
        ("Lise", "Lise Prøve", "fornavn"),
        ("Prøve", "Lise Prøve", "efternavn"),
        ("Bang Prøve", "Lise Bang Prøve", "efternavn"),
        ("Lise Bang", "Lise Bang Prøve", "nyt_efternavn"),
        ("Lise Berg (tidl. Prøve)", "Lise Prøve", "navneskift"),
        ("Annelise Prøve", "Anne Lise Bang Prøve", "mellemnavn"),
        ("Lise Vest", "Karen Vest", None),
        ("Lise B. Prøve", "Lise Dahl Prøve", None),
        ("Lise Prøve", "Karen Lise Vest", None),
        ("Per Prøve", "Per Prøve sen.", None),
    ],
)
def test_a_name_may_be_another_one_shortened(short, full, rule):
    assert shortened(*(read_name(text, LEXICON, GIVEN) for text in (short, full))) == rule


@pytest.mark.parametrize(
    ("a", "b", "rule"),
    [
        ("Kristian Prøve", "Christian Prøve", "udtale"),
        ("Birthe Prøve", "Birte Prøve", "udtale"),
        ("So e Prøve", "Sofie Prøve", "beskadiget"),
        ("Prøve Lise", "Lise Prøve", "samme_bogstaver"),
        ("Lise Klarskov", "Lise Klaskov", "tastefejl"),
        ("Lise Petersen", "Lise Pedersen", None),
        ("Steen Prøve", "Steffen Prøve", None),
        ("Lise Prøve", "Lone Prøve", None),
    ],
)
def test_two_names_may_be_one_in_two_spellings(a, b, rule):
    assert spelt_alike(read_name(a, LEXICON, GIVEN), read_name(b, LEXICON, GIVEN), GIVEN) == rule


def sighting(name: str, paper: str = "1", *, listed: str | None = "medlem", **clues: object) -> Sighting:
    """A name on the list of one council; `paper` is the year, too."""
    found = Clues(**clues)  # type: ignore[arg-type]  # the rows below give each clue its type
    return Sighting(
        f"{name}{paper}{found}", paper, f"202{paper}-01-01", 0, name, read_name(name, LEXICON, GIVEN), "Testby Kommune",
        "borgerråd", listed, (f"{name}{paper}{found}", 0), found,
    )  # fmt: skip


def people(*sightings: Sighting) -> int:
    return len(resolve_people(sightings, LEXICON, given_names=GIVEN).register)


VENNER, ANDRE = frozenset({"venner"}), frozenset({"andre"})
A, V = frozenset({"Socialdemokratiet"}), frozenset({"Venstre"})


@pytest.mark.parametrize(
    ("found", "number"),
    [
        ((sighting("Lise Prøve", organisations=VENNER), sighting("Lise Prøve", "2", organisations=ANDRE)), 2),
        ((sighting("Lise Prøve", parties=A), sighting("Lise Prøve", "2", parties=V)), 2),
        ((sighting("Lise Prøve", parties=A), sighting("Lise Prøve", "2", organisations=ANDRE)), 2),
        ((sighting("Lise Prøve"), sighting("Lise Prøve", "2", listed=None, function="ansat", title="chef")), 2),
        ((sighting("Lise Prøve", years=(2010, 2013)), sighting("Lise Prøve", "2", years=(2022, None))), 2),
        ((sighting("Lise Prøve", years=(2018, 2021)), sighting("Lise Prøve", "2", years=(2022, None))), 1),
        ((sighting("Lise Prøve", elsewhere="nabo"), sighting("Lise Prøve", "2")), 2),
        ((sighting("Lise Prøve"), sighting("Lise Bang Prøve")), 2),  # both on one list
        ((sighting("Lise Prøve"), sighting("Lise Bang Prøve", "2")), 1),
        ((sighting("Lise Prøve", organisations=VENNER), sighting("Lise Bang", "2", organisations=VENNER)), 2),
        (
            (
                sighting("Lise Prøve", organisations=VENNER),
                sighting("Lise Prøve Bang", "2", organisations=VENNER),
                sighting("Lise Bang", "3", listed="fremmøde"),
            ),
            1,
        ),
        ((sighting("Lise Prøve"), sighting("Karen Prøve"), sighting("Prøve", listed=None)), 3),
        ((sighting("Lise Prøve"), sighting("Karen Prøve"), sighting("K. Prøve", "2", listed="fremmøde")), 2),
        ((sighting("Lise Prøve", office="formand"), sighting("Karen Prøve"),
          sighting("formand Prøve", listed=None, office="formand")), 2),
        ((sighting("Mia Prøve (MP)"), sighting("MP", "2", listed="fremmøde")), 1),
        ((sighting("Mia Prøve"), sighting("MP", "2", listed="fremmøde")), 2),
    ],
)  # fmt: skip
def test_how_many_people_these_are(found, number):
    assert people(*found) == number


def test_every_merge_and_every_doubt_has_its_reason():
    found = resolve_people(
        (
            sighting("Lise Prøve", organisations=VENNER),
            sighting("L. Prøve", "2", organisations=VENNER, listed="fremmøde"),
            sighting("Lise Prøve", "3", organisations=ANDRE),
        ),
        LEXICON,
    )
    told = {(i.text, i.state, i.other_id is None): i.rule for i in found.identities}
    assert told == {
        ("L. Prøve", "samme", True): "identity.forbogstav",
        ("Lise Prøve", "usikker", False): "identity.imod_forening",
    }
    assert all(i.reason == LEXICON.reasons[i.rule.removeprefix("identity.")] for i in found.identities)


def test_one_name_of_two_people_in_a_paper_leads_from_each_place_to_its_own():
    found = resolve_people(
        (sighting("Lise Prøve", organisations=VENNER), sighting("Lise Prøve", organisations=ANDRE)), LEXICON
    )
    assert all(naming.finding_id is not None for naming in found.names)
    assert len({naming.entity_id for naming in found.names}) == 2


SYLLABLES = [f"{a}{b}" for a in "bdfgklmnprstvhj" for b in "aeouyiæø"][:17]
FIRST = ("Lise", "Karen", "Bo", "Ulla", "Erik", "Mona", "Tage", "Vera", "Ib", "Nora")


def test_the_pairs_looked_at_grow_with_the_mentions():
    def compared(times: int) -> int:
        lasts = ("".join(SYLLABLES[n // 17**k % 17] for k in range(3)).title() for n in range(0, 400 * times, 11))
        made = [
            sighting(form.format(first=first, last=last), str(n), listed="fremmøde")
            for last in lasts
            for first in FIRST[::4]
            for n, form in enumerate(("{first} {last}", "{first} K. {last}", "{first[0]}. {last}", "{first} {last}s"))
        ]
        return resolve_people(made, LEXICON, given_names=GIVEN).compared

    assert compared(10) < 15 * compared(1)
