"""The rule books: every rule is reached, and a wrong entry is told with file and rule."""

import pytest

from pipeline.errors import InvalidLexicon
from pipeline.lexicons import load, package_texts
from pipeline.lexicons.rules import Rule, RuleBook, load_book
from pipeline.lexicons.themes import load_themes

EXAMPLES = [
    pytest.param(book, group, rule, example, id=f"{rule.name}: {example[:40]}")
    for book in load().facts.books()
    for group, rules in book.groups.items()
    for rule in rules
    for example in rule.examples
]
ALL_RULES = [rule for book in load().facts.books() for rules in book.groups.values() for rule in rules]


@pytest.mark.parametrize(("book", "group", "rule", "example"), EXAMPLES)
def test_no_rule_is_shadowed_by_one_above_it(book: RuleBook, group: str, rule: Rule, example: str):
    found = book.first(group, example)
    assert found is not None
    assert found.rule.name == rule.name


def test_every_rule_has_an_example():
    assert [rule.name for rule in ALL_RULES if not rule.examples] == []


def test_rule_names_are_file_and_id():
    names = [rule.name for rule in ALL_RULES]
    assert len(names) == len(set(names))
    assert "decisions.noted" in names


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("groups: {a: [{id: x, match: '(', value: rød}]}", "book.yaml, rule x: not a regular expression"),
        ("groups: {a: [{id: x, match: '<<nobody>>', value: rød}]}", "no word 'nobody'"),
        ("groups: {a: [{id: x, match: y, value: rød}, {id: x, match: z, value: rød}]}", "rule x: the id stands twice"),
        ("groups: {a: [{id: x, match: y, value: grøn}]}", r"value should be one of \['rød'\], found 'grøn'"),
        ("groups: {b: [{id: x, match: y, value: rød}]}", r"expected the groups \['a'\], found \['b'\]"),
        ("groups:\n  a:\n    - {id: x, match: y, colour: rød}", "book.yaml, line 3"),
        ("groups: {a: [{id: 'Æ', match: y}]}", "book.yaml, line 1"),
        ("groups: [", "not YAML"),
    ],
)
def test_a_wrong_book_is_told_with_file_and_rule(text: str, told: str):
    with pytest.raises(InvalidLexicon, match=told):
        load_book({"words.yaml": "{}", "book.yaml": text}, "book.yaml", {"a": frozenset({"rød"})})


def test_first_match_wins_a_place_and_unless_takes_it_back():
    text = "groups: {a: [{id: long, match: 'nat hus'}, {id: short, match: nat, unless: natten}]}"
    book = load_book({"words.yaml": "{}", "book.yaml": text}, "book.yaml", {"a": frozenset()})
    found = [(f.rule.name, f.start) for f in book.every("a", "nat hus, nat og natten")]
    assert found == [("book.long", 0), ("book.short", 9)]


def test_a_theme_under_a_theme_that_is_not_there_is_told_with_its_line():
    texts = package_texts()
    with pytest.raises(InvalidLexicon, match=r"themes.csv, line 3: broader"):
        load_themes(
            {**texts, "themes.csv": texts["themes.csv"].replace("No wrong door,adgang", "No wrong door,adgeng")}
        )
