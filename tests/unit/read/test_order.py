"""The order in which a page is read: columns, side blocks, and lines that cross the page."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from pipeline.read.order import read_order
from pipeline.read.rows import find_rows
from tests.unit.read.sheets import PROSE, Gap, Line, at, big, bold, gap, line, page, para, words


def placed(elements: Sequence[Line | Gap | Sequence[Line]], top: float) -> list[Line]:
    """A column of lines from its own top."""
    return list(page(*elements, top=top).lines)


def read_lines(bullets, *lines):
    rows = find_rows([w for printed in lines for w in words(printed)], bullets=bullets)
    return read_order(rows, page=1, width=595.0, bullets=bullets)


def texts(bullets, *lines):
    return [found.text for found in read_lines(bullets, *lines)]


LEFT_TEXT = (
    "Venstre spalte handler om de borgere, der har svært ved at finde vej til hjælpen, og om hvad rådet har hørt. "
    "Mange af dem nævner, at de bliver sendt videre fra den ene dør til den næste, og at ingen har ansvar for det hele."
)
RIGHT_TEXT = (
    "Højre spalte handler om de pårørende, og om de tilbud, som kommunerne har åbnet i de seneste to år i byerne. "
    "Flere af tilbuddene drives sammen med frivillige foreninger, som også står for åbningstiden i weekenden."
)


def test_two_columns_are_read_one_after_the_other(bullets):
    left, right = para(LEFT_TEXT, right=280), para(RIGHT_TEXT, x=310)
    found = texts(bullets, *placed(left, 100), *placed(right, 100))
    assert " ".join(found) == f"{LEFT_TEXT} {RIGHT_TEXT}"


def test_columns_whose_lines_stand_at_different_heights_are_too(bullets):
    left, right = para(LEFT_TEXT, right=280), para(RIGHT_TEXT, x=310)
    found = texts(bullets, *placed(left, 100), *placed(right, 104))
    assert " ".join(found) == f"{LEFT_TEXT} {RIGHT_TEXT}"


def test_a_line_that_crosses_the_page_parts_the_columns(bullets):
    above = placed([big("Anbefalinger til regionsrådet og de nye sundhedsråd")], 70)
    below = placed(para(PROSE), 330)
    columns = placed(para(LEFT_TEXT, right=280), 120) + placed(para(RIGHT_TEXT, x=310), 120)
    found = " ".join(texts(bullets, *above, *columns, *below))
    assert found == f"Anbefalinger til regionsrådet og de nye sundhedsråd {LEFT_TEXT} {RIGHT_TEXT} {PROSE}"


@pytest.mark.parametrize(
    "short",
    [
        "Højre spalte er kort. Den handler kun om de pårørende, og om de tilbud, som er åbnet i år. Der er ét tilbud i "
        "hver af de fire byer, og de er alle åbne om lørdagen.",
        "Højre spalte er kort. Den handler kun om de pårørende, og om de tilbud, som er åbnet i år.",
    ],
    ids=["four lines", "three lines"],
)
def test_columns_of_different_length(bullets, short):
    found = texts(bullets, *placed(para(PROSE, right=280), 100), *placed(para(short, x=310), 100))
    assert " ".join(found) == f"{PROSE} {short}"


SIDE = ["Sundhedsstaben", "Rådhustorvet 4", "8400 Ebeltoft", "Dato: 19. november 2012", "Sagsnr. 2012-12345"]


@pytest.mark.parametrize("x", [400.0, 430.0])
def test_a_side_block_with_date_and_case_number_stands_apart(bullets, x):
    main = placed(para(PROSE, right=370), 150)
    block = placed([line(t, x, size=8) for t in SIDE], 152)
    found = read_lines(bullets, *main, *block)
    assert [f.text for f in found if f.side] == SIDE
    assert " ".join(f.text for f in found if not f.side) == PROSE


def test_a_side_block_may_stand_left_of_the_text(bullets):
    main = placed(para(PROSE, x=230), 150)
    block = placed([line(t, 50, size=8) for t in SIDE], 152)
    found = read_lines(bullets, *main, *block)
    assert [f.text for f in found if f.side] == SIDE
    assert " ".join(f.text for f in found if not f.side) == PROSE


def test_the_text_beside_a_side_block_goes_on_below_it(bullets):
    upper = para(PROSE, right=370)
    lower = para("Rådet ser gerne, at planen også omtaler de frivillige, og at den gøres færdig inden sommeren i år.")
    main = placed([upper, lower], 150)
    block = placed([line(t, 420, size=8) for t in SIDE], 152)
    found = [f.text for f in read_lines(bullets, *main, *block) if not f.side]
    assert found == [p.pieces[0][1] for p in (*upper, *lower)]


def test_labels_and_values_are_no_columns(bullets):
    head = [
        "Mødedato:   4. december 2012",
        "Mødested:   Rådhuset, lokale 3",
        "Deltagere:   Anna Jensen",
        "Afbud:   Bo Hansen",
    ]
    found = texts(bullets, *placed([line(t) for t in head], 100))
    assert found == [t.replace("   ", " ") for t in head]


def test_a_roll_of_names_in_two_columns_is_read_down(bullets):
    left = ["Anna Jensen (A)", "Bo Hansen (V)", "Carl Lund (F)", "Ditte Krogh (Ø)"]
    right = ["Erik Friis (C)", "Fie Bruun (B)", "Gerda Holm (O)", "Hans Skov (I)"]
    found = texts(bullets, *placed([line(t) for t in left], 100), *placed([line(t, 320) for t in right], 100))
    assert found == left + right


def test_numbers_below_each_other_are_no_column(bullets):
    budget = ["Drift   1.200   1.300", "Anlæg   400   500", "Løn   3.000   3.100", "I alt   4.600   4.900"]
    found = texts(bullets, *placed([line(t) for t in budget], 100))
    assert found == [t.replace("   ", " ") for t in budget]


def test_a_plain_page_is_read_from_the_top(bullets):
    lines = placed([bold("Beslutning"), gap(), para(PROSE)], 100)
    assert texts(bullets, *lines) == [p.pieces[0][1] for p in lines]


def test_every_line_comes_out_once(bullets):
    lines = [
        *placed(para(LEFT_TEXT, right=280), 100),
        *placed(para(RIGHT_TEXT, x=310), 100),
        *placed([line(t, 440, size=8) for t in SIDE], 400),
        *placed(para(PROSE, right=400), 402),
        replace(at(700, line("Side 1 af 3")), size=8),
    ]
    found = texts(bullets, *lines)
    assert sorted(" ".join(found).split()) == sorted(w.text for printed in lines for w in words(printed))


def test_no_rows_have_no_lines(bullets):
    assert read_order([], page=1, width=595.0, bullets=bullets) == []


@pytest.mark.parametrize("lower", [0.0, 4.0, 7.0])
def test_a_box_in_other_type_does_not_part_the_text_it_stands_beside(read, lower):
    told = f"{LEFT_TEXT} {PROSE}"
    boxed = "Rådet har ti medlemmer og holder fire møder om året, og alle kan komme og høre på, hvad der bliver sagt."
    box = placed(para(boxed, x=390, right=525, size=9), 200 + lower)
    above = [big("Årsberetning"), gap(), para(PROSE)]
    found = {p.text for p in read(page(above, placed(para(told, right=360), 200), box)).passages}
    assert {told, boxed} <= found


def test_two_lists_beside_each_other_are_read_one_after_the_other(bullets):
    left, right = ["• Værestederne", "• Transporten", "• Tandplejen"], ["• De unge", "• De ældste", "• De pårørende"]
    found = texts(bullets, *placed([line(t) for t in left], 100), *placed([line(t, 320) for t in right], 100))
    assert found == left + right
