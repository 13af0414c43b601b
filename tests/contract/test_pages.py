"""The reader of the pages: a test of the documentation that could not fail would prove nothing."""

import pytest

from tests.contract.pages import GAP, agree, find_steps, renewed

PAGE = """Text.

```console
$ raadspor a
one
two

$ raadspor b
```

```sh
$ not run
```

```pycon
>>> for n in range(2):
...     print(n)
0
1
```

```diff
+++ ord/x.yaml
-old
+new
```
"""


def test_the_steps_of_a_page_are_its_marked_blocks():
    steps = [(step.kind, step.source, step.shown) for step in find_steps(PAGE)]
    assert steps == [
        ("console", "raadspor a", ("one", "two")),
        ("console", "raadspor b", ()),
        ("pycon", "for n in range(2):\n    print(n)", ("0", "1")),
        ("diff", "+++ ord/x.yaml\n-old\n+new", ()),
    ]


@pytest.mark.parametrize(
    ("shown", "found", "same"),
    [
        ("", "", True),
        ("a b", "a b", True),
        ("a b", "a", False),
        ("a", "a b", False),
        (f"{GAP}", "a b", True),
        (f"{GAP}", "", True),
        (f"a {GAP}", "a", True),
        (f"a {GAP}", "b a", False),
        (f"{GAP} b", "a b", True),
        (f"{GAP} a", "a b", False),
        (f"a {GAP} a", "a", False),
        (f"a {GAP} c {GAP} e", "a b c d e", True),
        (f"a {GAP} c {GAP} b {GAP} e", "a b c d e", False),
        (f"a {GAP} c d {GAP}", "a b c d e", True),
        (f"a {GAP} b d {GAP}", "a b c d e", False),
    ],
)
def test_a_gap_stands_for_any_lines(shown, found, same):
    assert agree(shown.split(), found.split()) is same


@pytest.mark.parametrize(
    ("shown", "found", "page"),
    [
        ("a b", "a c", "a c"),
        (f"a {GAP}", "a b", f"a {GAP}"),
        (f"a {GAP}", "x b", f"x {GAP}"),
        (f"a {GAP} e", "a b f", f"a {GAP} f"),
        (f"a {GAP} c {GAP} e", "x b c d e", f"x {GAP} c {GAP} e"),
    ],
)
def test_a_page_is_renewed_with_its_gaps(shown, found, page):
    assert renewed(shown.split(), found.split()) == page.split()


def test_what_stands_between_gaps_is_chosen_by_hand():
    with pytest.raises(AssertionError, match="choose by hand"):
        renewed(["a", GAP, "c", GAP], ["a", "b", "d"])
