"""A lexicon entry that does not hold is refused with file, line, and what is allowed."""

import re

import pytest
import yaml

from pipeline.context import parse_config
from pipeline.errors import InvalidConfig, InvalidLexicon
from pipeline.lexicons import build, package_texts
from pipeline.lexicons.front import load_front
from pipeline.lexicons.layout import load_layout
from pipeline.lexicons.sections import load_sections

TEXTS = package_texts()
LOADERS = {"sections.yaml": load_sections, "layout.yaml": load_layout, "front.yaml": load_front}


def line_of(text, found):
    """The line on which some letters stand first."""
    assert found in text
    return text[: text.index(found)].count("\n") + 1


def refused(name, old, new):
    """The complaint about a lexicon file in which `old` is changed to `new`."""
    assert TEXTS[name].count(old) >= 1
    with pytest.raises(InvalidLexicon) as caught:
        LOADERS[name]({name: TEXTS[name].replace(old, new, 1)})
    return str(caught.value)


EXTRA = "Extra inputs are not permitted"
WRONG = [
    # (file, what stands there, what is written instead, where the complaint points, what it says)
    ("sections.yaml", "[Kommunikation, Information]", "[Kommunikation, Høring]", "Høring", "stands under both"),
    ("sections.yaml", "[Kommunikation, Information]", "[Kommunikation, Aftale]", "    - Aftale\n", "stands under both"),
    ("sections.yaml", "tidsplan:", "tidsplanen:", "tidsplanen:", "allowed: resume, beslutningstema"),
    ("sections.yaml", "tidsplan:\n  headings:", "tidsplan:\n  overskrifter:", "overskrifter:", EXTRA),
    ("sections.yaml", "'baggrund for .{3,60}'", "'baggrund (for .{3,60}'", "baggrund (for", "unterminated"),
    ("sections.yaml", "tidsplan:\n  headings: [", "tidsplan:\n  headings: [[", None, "not YAML"),
    ("layout.yaml", "captions: [", "billedtekster: [", None, "captions: Field required"),
    ("layout.yaml", "captions: [", "navne: []\ncaptions: [", "navne: []", EXTRA),
    ("layout.yaml", "captions: [Figur", "captions: [{a: b}", "captions: [{a", "valid string"),
    ("front.yaml", "kind: notat,", "kind: memo,", "kind: memo,", "'referat', 'dagsorden'"),
    ("front.yaml", "form: 'EMN-", "form: '(EMN-", "form: '(EMN-", "not a regular expression"),
    ("front.yaml", "  place: [", "  steder: [", None, "labels.place: Field required"),
    ("front.yaml", "  endings: [", "  endings: 3\n  more: [", "endings: 3", "valid tuple"),
]


@pytest.mark.parametrize(("name", "old", "new", "where", "says"), WRONG)
def test_the_complaint_names_file_and_line_and_what_is_wrong(name, old, new, where, says):
    complaint = refused(name, old, new)
    assert re.match(rf"{name}, line \d+: ", complaint)
    assert says in complaint
    if where is not None:
        changed = TEXTS[name].replace(old, new, 1)
        lines = {int(n) for n in re.findall(rf"{name}, line (\d+)", complaint)}
        assert line_of(changed, where) in lines


@pytest.mark.parametrize("name", ["sections.yaml", "layout.yaml", "front.yaml"])
@pytest.mark.parametrize("text", ["", "3", "- en liste", "a: [1"], ids=["empty", "number", "list", "broken"])
def test_a_file_that_is_another_thing_is_refused(name, text):
    with pytest.raises(InvalidLexicon, match=name):
        LOADERS[name]({name: text})


def test_every_complaint_is_told_not_only_the_first():
    text = (
        TEXTS["front.yaml"].replace("kind: notat,", "kind: memo,", 1).replace("kind: kommissorium,", "kind: terms,", 1)
    )
    with pytest.raises(InvalidLexicon) as caught:
        load_front({"front.yaml": text})
    assert len(str(caught.value).splitlines()) == 2


def test_the_digest_changes_with_any_text():
    digest = build(TEXTS).digest
    assert len(digest) == 16
    assert build(dict(reversed(TEXTS.items()))).digest == digest
    commented = {**TEXTS, "layout.yaml": TEXTS["layout.yaml"] + "\n# a comment\n"}
    assert build(commented).digest != digest


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("read:\n  heading_ration: 2\n", 2, "Extra inputs are not permitted"),
        ("read:\n  max_pages: 0\n", 2, "greater than or equal to 1"),
        ("read:\n  max_pages: mange\n", 2, "valid integer"),
        ("link:\n  threshold: 1.5\n", 2, "less than or equal to 1"),
        ("leseren: {}\n", 1, "Extra inputs are not permitted"),
        ("read: [\n", 2, "not YAML"),
    ],
)
def test_a_wrong_setting_is_refused_in_the_same_way(text, line, says):
    with pytest.raises(InvalidConfig) as caught:
        parse_config(text)
    assert str(caught.value).startswith(f"params.yaml, line {line}: ")
    assert says in str(caught.value)


def test_no_settings_are_the_settings_as_they_come():
    assert parse_config("") == parse_config("{}")


@pytest.mark.parametrize("name", ["sections.yaml", "layout.yaml", "front.yaml"])
def test_a_lexicon_says_where_its_words_come_from(name):
    assert "formats.md" in TEXTS[name]
    assert isinstance(yaml.safe_load(TEXTS[name]), dict)
