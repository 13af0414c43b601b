"""Every rule finds its own examples, before any rule below it: none is hidden behind another."""

import pytest

from pipeline.lexicons import load

LEXICONS = load()
BOOKS = (*LEXICONS.facts.books(), LEXICONS.trail)
RULES = [(book, group, rule) for book in BOOKS for group, rules in book.groups.items() for rule in rules]


@pytest.mark.parametrize(("book", "group", "rule"), RULES, ids=[f"{rule.name}-{group}" for _, group, rule in RULES])
def test_a_rule_finds_its_examples(book, group, rule):
    assert rule.examples
    for example in rule.examples:
        claimed = [found.rule for found in book.every(group, example)]
        # An empty place, such as that of nobody behind a label, is found by `first` alone.
        first = book.first(group, example)
        assert rule in claimed or (first is not None and first.rule is rule)
