"""Words that a line end cuts: rejoined when the hyphen is the line's, kept when it is the word's own."""

import pytest

from tests.unit.read.sheets import PROSE, at, ending, gap, line, page, para


def passage(read, before, after, *, elsewhere=""):
    """The paragraph whose first line ends in `before` and whose second begins with `after`."""
    first = ending(before)
    sheet = page(para(PROSE), gap(), first, line(f"{after} i den kommende tid."), gap(), para(elsewhere or PROSE))
    (found,) = [p.text for p in read(sheet).passages if p.text.startswith("Formanden lagde på sit")]
    return found.removeprefix(first.pieces[0][1].removesuffix(before)).removesuffix(" i den kommende tid.")


REJOINED = [
    # formats.md 10: a memo of Ballerup
    ("Administratio-", "nen", "Administrationen"),
    ("sundheds-", "planen", "sundhedsplanen"),
    ("re-", "præsentant", "repræsentant"),
    ("borgere i udsatte posi-", "tioner", "borgere i udsatte positioner"),
    ("økono-", "mien.", "økonomien."),
    ("(kommunalbe-", "styrelsen)", "(kommunalbestyrelsen)"),
    # a capital only because the sentence begins there
    ("Med-", "lemmerne", "Medlemmerne"),
    # a soft hyphen is never the word's own
    ("sundheds\u00ad", "planen", "sundhedsplanen"),
    ("SOSU\u00ad", "assistenter", "SOSUassistenter"),
    # a compound that no dictionary has
    ("brobygnings-", "medarbejderen", "brobygningsmedarbejderen"),
]
KEPT = [
    ("SOSU-", "assistenter", "SOSU-assistenter"),
    ("2-", "3 gange", "2-3 gange"),
    ("2025-", "2026", "2025-2026"),
    ("Nordisk-", "Baltisk", "Nordisk-Baltisk"),
    ("Faaborg-", "Midtfyn", "Faaborg-Midtfyn"),
    ("no-", "wrong-door-princippet", "no-wrong-door-princippet"),
    ("no-wrong-", "door-princippet", "no-wrong-door-princippet"),
    ("tv-", "overvågning", "tv-overvågning"),
    ("§ 17-", "udvalget", "§ 17-udvalget"),
]
HANGING = [
    ("kan-", "og skal-opgaver", "kan- og skal-opgaver"),
    ("ergo-", "og fysioterapeuter", "ergo- og fysioterapeuter"),
    ("børne-", "eller ungeområdet", "børne- eller ungeområdet"),
    ("social-,", "sundheds- og ældreområdet", "social-, sundheds- og ældreområdet"),
    ("kultur-", "samt fritidsområdet", "kultur- samt fritidsområdet"),
    # a dash between words is no hyphen
    ("et ønske -", "og et behov", "et ønske - og et behov"),
    ("et ønske –", "og et behov", "et ønske – og et behov"),
]


@pytest.mark.parametrize(("before", "after", "whole"), REJOINED)
def test_a_word_that_the_line_cuts_is_whole_again(read, before, after, whole):
    assert passage(read, before, after) == whole


@pytest.mark.parametrize(("before", "after", "whole"), KEPT)
def test_a_hyphen_of_the_words_own_stays(read, before, after, whole):
    assert passage(read, before, after) == whole


@pytest.mark.parametrize(("before", "after", "whole"), HANGING)
def test_a_hanging_hyphen_stays_with_its_space(read, before, after, whole):
    assert passage(read, before, after) == whole


def test_a_word_that_stands_elsewhere_with_its_hyphen_keeps_it(read):
    elsewhere = "Rådet talte om skal-opgaver og om, hvad der følger af loven."
    assert passage(read, "skal-", "opgaver", elsewhere=elsewhere) == "skal-opgaver"


def test_a_word_that_stands_elsewhere_whole_is_whole(read):
    elsewhere = "Rådet talte om patientvejlederordningen og om, hvad der følger af loven."
    assert passage(read, "patientvejleder-", "ordningen", elsewhere=elsewhere) == "patientvejlederordningen"


def test_a_name_before_a_whole_word_keeps_its_hyphen(read):
    elsewhere = "Rådet talte om Covid-19 og om, hvad der følger af loven."
    assert passage(read, "Covid-", "situationen", elsewhere=elsewhere) == "Covid-situationen"


def test_a_slash_at_a_line_end_goes_on_without_a_space(read):
    assert passage(read, "aktører/", "sektorer") == "aktører/sektorer"


def test_the_hyphen_that_goes_takes_its_place_with_it(read):
    sheet = page(para(PROSE), gap(), ending("Administratio-"), line("nen i den nye plan."))
    (cut,) = [p for p in read(sheet).passages if "Administrationen" in p.text]
    start = cut.text.index("Administrationen")
    boxes = cut.boxes_of(start, start + len("Administrationen"))
    assert len(boxes) == 2
    assert boxes[1].x0 == 70.0
    assert sum(p.end - p.start for p in cut.places) == len(cut.text.replace(" ", ""))


def test_a_word_that_two_pages_share_is_whole(read):
    top = page(para(PROSE), gap(), ending("Administratio-"))
    below = page(line("nen i den kommende tid."), gap(), para(PROSE))
    (cut,) = [p for p in read(top, below).passages if "Administrationen" in p.text]
    assert [b.page for b in cut.boxes] == [1, 2]


def test_words_of_two_columns_are_not_joined_across_the_gutter(read):
    left = para(PROSE, right=280)
    right = para(PROSE, x=310)
    rows = [at(90 + 13.75 * n, printed) for n, printed in enumerate(left)]
    rows += [at(90 + 13.75 * n, printed) for n, printed in enumerate(right)]
    assert [p.text for p in read(page(rows)).passages] == [PROSE, PROSE]
