"""Taxonomies: which body's papers are sorted by which, and files that do not hold are refused with their name."""

import re

import pytest

from pipeline.errors import InvalidLexicon
from pipeline.lexicons import load
from pipeline.lexicons.themes import load_themes

HEAD = "id,label_da,label_en,broader,scope_da\n"
TEXTS = {
    "taxonomies.yaml": "gade:\n  themes: gade.csv\n  terms: gade.yaml\n  bodies: [udsat, hjemløs]\n"
    "by:\n  themes: by.csv\n  terms: by.yaml\n",
    "gade.csv": f"{HEAD}liv,Liv,Life,,Alt\nbolig,Bolig,Housing,liv,Et sted at bo\n",
    "gade.yaml": "bolig:\n  strong: [bolig+]\n  weak: [nøgle]\n  never: [boligminister]\n  needs: [leje]\n",
    "by.csv": f"{HEAD}vej,Veje,Roads,,Asfalt\npark,Parker,Parks,,Træer\n",
    "by.yaml": "vej:\n  strong: [+vej]\npark:\n  strong: [+park]\n",
}


def test_themes_and_the_terms_of_leaves():
    lexicon = load_themes(TEXTS)
    assert [(t.theme_id, t.broader, t.taxonomy) for t in lexicon.themes] == [
        ("liv", None, "gade"),
        ("bolig", "liv", "gade"),
        ("vej", None, "by"),
        ("park", None, "by"),
    ]
    (bolig,) = lexicon.taxonomies[0].terms
    told = [[t.source for t in terms.terms] for terms in (bolig.strong, bolig.weak, bolig.never, bolig.needs)]
    assert told == [["bolig+"], ["nøgle"], ["boligminister"], ["leje"]]
    assert [t.theme_id for t in lexicon.taxonomies[1].terms] == ["park", "vej"]


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("Udsatterådet", "gade"),
        ("Rådet for Socialt Udsatte", "gade"),
        ("UDSATTERÅDET", "gade"),
        ("Dialogforum for hjemløse", "gade"),
        ("Ældrerådet", "by"),
        ("", "by"),
        (None, "by"),
    ],
)
def test_the_taxonomy_of_a_body(body, name):
    assert load_themes(TEXTS).of_body(body).name == name


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("Udsatterådet", "udsatte"),
        ("Rådet for Socialt Udsatte", "udsatte"),
        ("Hjemløserådet", "udsatte"),
        ("Patientinddragelsesudvalget", "udsatte"),
        ("Ældrerådet", "almen"),
        ("Handicaprådet", "almen"),
        ("Social- og Sundhedsudvalget", "almen"),
        (None, "almen"),
    ],
)
def test_the_taxonomies_that_come_with_the_package(body, name):
    assert load().themes.of_body(body).name == name


WRONG = [
    # (file, what stands there, what is written instead, what the complaint says)
    ("gade.yaml", "[bolig+]", "[bolig+, 'bo+lig']", r"gade\.yaml, bolig: expected words, .*, found 'bo\+lig'"),
    ("gade.yaml", "[nøgle]", "['... nøgle']", r"gade\.yaml, bolig: expected a term to begin and end with a word"),
    ("gade.yaml", "[boligminister]", "['(a|b']", r"gade\.yaml, bolig: expected words"),
    ("gade.yaml", "[leje]", "['*']", r"gade\.yaml, bolig: expected words"),
    ("gade.yaml", "  weak:", "  svage:", r"gade\.yaml, line 3: .*Extra inputs"),
    ("gade.yaml", "  strong: [bolig+]\n", "", r"gade\.yaml, line \d+: .*strong: Field required"),
    ("gade.yaml", "strong: [bolig+]", "strong: bolig", r"gade\.yaml, line 2: "),
    ("gade.yaml", "bolig:", "bolig: [", r"gade\.yaml.*not YAML"),
    ("by.yaml", "park:\n  strong: [+park]\n", "", r"by\.yaml: expected terms for each leaf of by\.csv .* \['park'\]"),
    ("gade.yaml", "bolig:", "liv:\n  strong: [liv]\nbolig:", r"gade\.yaml: .* \['liv'\]"),
    ("by.csv", "park,Parker", "bolig,Parker", r"by\.yaml: .* \['bolig', 'park'\]"),
    ("by.csv", HEAD, "id,navn\n", r"by\.csv, line 1: expected the columns"),
    ("by.csv", "Parks,,", "Parks,by,", r"by\.csv, line 3: broader should be an id of the file, found 'by'"),
    ("taxonomies.yaml", "by.csv", "land.csv", r"taxonomies\.yaml: by: expected a file of the lexicons, .*'land\.csv'"),
    ("taxonomies.yaml", "by.yaml", "land.yaml", r"taxonomies\.yaml: by: expected a file .* found 'land\.yaml'"),
    ("taxonomies.yaml", "by.csv\n  terms: by.yaml", "gade.csv\n  terms: gade.yaml",
     r"taxonomies\.yaml: expected each theme in one taxonomy once, found again \['bolig', 'liv'\]"),
    ("taxonomies.yaml", "by.yaml\n", "by.yaml\n  bodies: [park]\n", r"taxonomies\.yaml: expected the last taxonomy"),
    ("taxonomies.yaml", "  bodies: [udsat, hjemløs]\n", "", r"taxonomies\.yaml: expected the last taxonomy, and no"),
    ("taxonomies.yaml", "bodies:", "råd:", r"taxonomies\.yaml, line 4: .*Extra inputs"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new", "says"), WRONG)
def test_a_file_that_does_not_hold_is_told_by_its_name(name, old, new, says):
    assert old in TEXTS[name]
    with pytest.raises(InvalidLexicon, match=re.compile(f"^{says}", re.DOTALL)):
        load_themes({**TEXTS, name: TEXTS[name].replace(old, new, 1)})


@pytest.mark.parametrize("text", ["", "{}", "3", "- en liste"])
def test_a_file_without_taxonomies_is_told_by_its_name(text):
    with pytest.raises(InvalidLexicon, match=r"^taxonomies\.yaml"):
        load_themes({**TEXTS, "taxonomies.yaml": text})


def test_an_id_that_stands_twice_in_its_own_taxonomy_is_told():
    twice = TEXTS["by.csv"] + "park,Parker,Parks,,Træer igen\n"
    with pytest.raises(InvalidLexicon, match=r"found again \['park'\]"):
        load_themes({**TEXTS, "by.csv": twice})
