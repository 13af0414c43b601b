"""One finding serves one row, and as many rows as can be are served."""

import pytest

from pipeline.evaluate.pairing import LONGEST, pair, quoted
from pipeline.evaluate.rows import Found, Reference


def row(quote, *, document="referat", required=True, kind=""):
    return Reference(document, quote, None, required, {"kind": kind})


def finding(text, *, quote="", document="referat", kind=""):
    return Found(document, text, 1, quote or text, "prøve", {"kind": kind})


def served(references, found, *better):
    pairs = pair(references, found, quoted(*better))
    return [(p.reference.text if p.reference else None, p.found.text if p.found else None) for p in pairs]


def test_a_finding_serves_the_row_whose_quote_it_holds():
    found = [finding("Rådet drøftede sagen."), finding("Rådet godkendte planen.")]
    assert served([row("godkendte planen"), row("valgte formand")], found) == [
        ("godkendte planen", "Rådet godkendte planen."),
        ("valgte formand", None),
        (None, "Rådet drøftede sagen."),
    ]


def test_one_finding_serves_one_row_only():
    both = "Rådet godkendte planen og valgte formand."
    rows = served([row("godkendte planen"), row("valgte formand")], [finding(both)])
    assert sorted(text for _, text in rows if text) == [both]
    assert len(rows) == 2


def test_a_finding_is_left_to_the_row_that_has_no_other():
    wide, narrow = "Rådet godkendte planen og valgte formand.", "Rådet godkendte planen."
    assert served([row("godkendte planen"), row("valgte formand")], [finding(wide), finding(narrow)]) == [
        ("godkendte planen", narrow),
        ("valgte formand", wide),
    ]


def test_a_required_row_comes_before_any_that_need_not_be_found():
    pairs = served([row("godkendte", required=False), row("planen")], [finding("Rådet godkendte planen.")])
    assert pairs == [("godkendte", None), ("planen", "Rådet godkendte planen.")]


def test_two_clauses_of_one_sentence_are_told_apart_by_their_proof():
    text = "Rådet godkendte planen og valgte formand."
    found = [finding(text, quote="valgte formand"), finding(text, quote="Rådet godkendte planen")]
    pairs = pair([row("godkendte planen"), row("valgte formand")], found, quoted())
    assert [p.found.quote for p in pairs if p.found] == ["Rådet godkendte planen", "valgte formand"]


def test_the_finding_with_the_right_kind_is_preferred():
    found = [finding("Rådet drøftede sagen.", kind="b"), finding("Rådet drøftede sagen.", kind="a")]
    pairs = pair([row("drøftede sagen", kind="a")], found, quoted(lambda r, f: r.cell("kind") == f.value("kind")))
    assert [p.found.value("kind") for p in pairs if p.reference and p.found] == ["a"]


@pytest.mark.parametrize(("letters", "fits"), [(LONGEST, True), (LONGEST + 1, False)])
def test_a_finding_of_a_page_is_none(letters, fits):
    text = "godkendt".ljust(letters, "x")
    assert (served([row("godkendt")], [finding(text)])[0][1] is not None) is fits


def test_the_paper_must_be_the_same_where_the_reference_names_one():
    found = [finding("Rådet anbefaler mere.", document="rapport")]
    assert served([row("anbefaler mere")], found)[0][1] is None
    assert served([row("anbefaler mere", document=None)], found)[0][1] is not None
