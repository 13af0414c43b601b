"""Every rule of `trail.yaml` finds its own examples, and none of what its neighbours must find."""

import pytest

from pipeline.lexicons import load

BOOK = load().trail
EXAMPLES = [(group, rule, text) for group, rules in BOOK.groups.items() for rule in rules for text in rule.examples]


@pytest.mark.parametrize(("group", "rule", "text"), EXAMPLES, ids=lambda v: getattr(v, "name", v))
def test_a_rule_is_the_first_to_find_its_examples(group, rule, text):
    found = BOOK.first(group, text)
    assert found is not None
    assert found.rule.name == rule.name


@pytest.mark.parametrize(
    ("group", "text"),
    [
        ("steps", "Rådet drøftede anbefalingerne."),
        ("steps", "Anbefalingerne vil også indgå i arbejdet med planen."),
        ("steps", "Anbefaling 3 er ikke gennemført."),
        ("collective", "Der udarbejdes en anbefaling til byrådet."),
        ("collective", "Rådet fremsætter nye anbefalinger."),
        ("collective", "Sundhedsstyrelsens anbefalinger følges."),
        ("collective", "en række anbefalinger"),
        ("collective", "Der skal udarbejdes et papir med rådets anbefalinger til en ny politik."),
        ("as_proposed", "Indstillingen blev ikke godkendt."),
        ("as_proposed", "Godkendt, idet punkt 3 udgår."),
        ("as_proposed", "Rådet godkendte mødeplanen."),
        ("member_counts", "Udvalget består af formanden og tre medlemmer."),
        ("contents_lines", "Mødet varede 3 timer ... og 20 minutter"),
        ("contents_lines", "14"),
    ],
)
def test_no_rule_finds(group, text):
    assert not BOOK.holds(group, text)
