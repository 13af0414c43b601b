"""Totals that are not the sums of their figures: in tables, and in sentences that count people."""

from dataclasses import replace
from decimal import Decimal

import pytest

from pipeline.link.conflicts.counts import danish_number, read_figure
from pipeline.model import findings as f
from pipeline.model.document import Cell
from tests.unit.link.test_conflicts import conflicts
from tests.unit.link.test_links import trail
from tests.unit.tables.factory import P, make_paper


def with_tables(*tables):
    """A paper of tables: rows parted by line, cells by |."""
    paper = make_paper("m.pdf", *(P(table.replace("|", "\t"), kind="table") for table in tables))
    passages = tuple(replace(p, cells=_cells(p)) for p in paper.document.passages)
    return replace(paper, document=replace(paper.document, passages=passages))


def _cells(passage):
    cells, start = [], 0
    for r, line in enumerate(passage.text.split("\n")):
        for c, text in enumerate(line.split("\t")):
            cells.append(Cell(r, c, start, start + len(text), passage.boxes[0]))
            start += len(text) + 1
    return tuple(cells)


def found(*tables):
    return [(left, right) for _, left, right in conflicts(with_tables(*tables))]


MEALS = "Sted|Antal\nSkive|12\nViborg|30"
MONEY = "Post|Budget (1.000 kr.)|Forbrug\nMøder|120|80,4\nKurser|75|40,2"


@pytest.mark.parametrize(
    ("table", "wrong"),
    [
        (f"{MEALS}\nI alt|52", [("52", "tallene giver 42")]),
        (f"{MEALS}\nI alt|41", [("41", "tallene giver 42")]),
        (f"{MONEY}\nTotal|205|120,6", [("205", "tallene giver 195")]),
        (f"{MONEY}\nUdgifter i alt|195|130,6", [("130,6", "tallene giver 120,6")]),
        ("Post|Kr.\nHusleje|1.250.000\nLøn|3.400.000\nSum|4.560.000", [("4.560.000", "tallene giver 4.650.000")]),
        ("Løn|500 kr.\nKørsel|300 kr.\nI alt|900 kr.", [("900 kr.", "tallene giver 800")]),
        # a grand total over subtotals
        (
            "Post|Antal\nA|10\nB|20\nA og B i alt|30\nC|40\nD|50\nC og D i alt|90\nI alt|130",
            [("130", "tallene giver 120")],
        ),
        # a wrong subtotal
        (
            "Post|Antal\nA|10\nB|20\nSubtotal|33\nC|40\nD|50\nSubtotal|90\nI alt|120",
            [("33", "tallene giver 30")],
        ),
        # a total column
        (
            "Sted|Kvinder|Mænd|I alt\nSkive|4|5|9\nViborg|7|8|16\nHorsens|3|3|6\nRanders|2|2|4",
            [("16", "tallene giver 15")],
        ),
    ],
)
def test_totals_that_do_not_add_up(table, wrong):
    assert found(table) == wrong


@pytest.mark.parametrize(
    ("why", "table"),
    [
        ("it adds up", f"{MEALS}\nI alt|42"),
        ("rounding of decimals", "Post|Mio. kr.\nA|1,4\nB|1,4\nC|1,4\nI alt|4,3"),
        ("rounding of thousands", "Post|1.000 kr.\nA|120\nB|75\nC|60\nI alt|256"),
        ("no total", MEALS),
        ("shares", "Sted|Andel (%)\nSkive|42\nViborg|55\nI alt|48"),
        ("per cent in the cells", "Sted|Fremmøde\nSkive|42 %\nViborg|55 %\nI alt|48 %"),
        ("prices", "Vare|Pris pr. stk.\nKaffe|10\nKage|20\nI alt|55"),
        ("an average", "Sted|Alder\nSkive|62\nViborg|70\nI alt|66"),
        ("the greatest", "Sted|Ventetid\nSkive|62\nViborg|70\nI alt|70"),
        ("a figure is held back", "Sted|Antal\nSkive|<5\nViborg|30\nI alt|34"),
        ("a part of the row above", "Post|Antal\nLøn|100\nHeraf ferie|20\nDrift|50\nI alt|150"),
        ("parts with a dash", "Post|Antal\nLøn|100\n- ferie|20\nDrift|50\nI alt|150"),
        ("parts that make the row above", "Post|Antal\nPsykiatri|100\nVoksne|60\nBørn|40\nSomatik|200\nI alt|300"),
        ("parts that make the row below", "Post|Antal\nVoksne|60\nBørn|40\nPsykiatri|100\nSomatik|200\nI alt|300"),
        ("subtotals", "Post|Antal\nA|10\nB|20\nSubtotal|30\nC|40\nD|50\nSubtotal|90\nI alt|120"),
        ("income taken off", "Post|Kr.\nUdgifter|500\nLokaler|200\nIndtægter|450\nI alt|250"),
        ("below naught", "Post|Kr.\nA|500\nB|-200\nI alt|300"),
        ("several units", "Post|Beløb\nA|2 mio. kr.\nB|500 kr.\nI alt|900 kr."),
        ("no column adds up", "Post|Budget|Forbrug\nA|100|50\nB|200|60\nI alt|783|594"),
        ("far more than the rows", "Post|Antal\nA|100\nB|200\nI alt|783"),
        ("years above the figures", "Post|2024|2025\nA|10|20\nB|30|40\nI alt|40|60"),
        ("another custom of figures", "Post|Antal\nA|1.5\nB|2.5\nI alt|5.0"),
        ("a total column that is none", "Sted|Antal|Pris|Total\nA|2|10|20\nB|3|10|30\nC|4|5|20"),
        ("totals above their parts", "Post|Antal\nI alt|100\nA|60\nB|40\nI alt|50\nC|30\nD|20"),
        ("nothing but naught", "Post|Antal\nA|0\nB|0\nI alt|0"),
    ],
)
def test_no_contradiction(why, table):
    assert found(table) == [], why


def test_a_table_over_two_pages_is_one():
    assert found(MEALS, "Sted|Antal\nHorsens|8\nI alt|50") == []
    assert found(MEALS, "Sted|Antal\nHorsens|8\nI alt|51") == [("51", "tallene giver 50")]


def test_rows_set_in_are_parts():
    """The letters of the third line stand to the right of the others."""
    paper = with_tables("Post|Antal\nLøn|100\nFerie|20\nDrift|50\nI alt|150")
    passage = paper.document.passages[0]
    lines, start = [], 0
    for n, line in enumerate(passage.text.split("\n")):
        x = 80.0 if n == 2 else 56.0
        edges = tuple(x + 5 * i for i in range(len(line) + 1))
        lines.append(replace(passage.places[0], start=start, end=start + len(line), edges=edges))
        start += len(line) + 1
    inset = replace(passage, places=tuple(lines))
    assert conflicts(paper) != []
    assert conflicts(replace(paper, document=replace(paper.document, passages=(inset,)))) == []


def test_both_sides_are_shown_in_the_table():
    paper = with_tables(f"{MEALS}\nI alt|52")
    (one,) = trail((paper, f.Findings(paper.document_id))).conflicts
    assert one.about == "sum i tabel: I alt, Antal"
    assert one.left_proof.proof.span.quote == "52"
    assert one.right_proof.proof.span.quote == "12\nViborg\t30"


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Der mødte 12 kvinder og 8 mænd, i alt 21 personer.", [("21", "delene giver 20")]),
        ("Rådet har ti repræsentanter fra foreninger og fire medlemmer fra regionsrådet, i alt 15 medlemmer.",
         [("15", "delene giver 14")]),
        ("Der kom 3 børn, 4 unge og 5 voksne, tilsammen 13.", [("13", "delene giver 12")]),
        ("Der mødte 12 kvinder og 8 mænd, i alt 20 personer.", []),
        ("Der kom 3 børn, 4 unge og 5 voksne, i alt tolv.", []),
        ("Der var 3 hunde, 12 kvinder og 8 mænd, i alt 23.", []),
        ("Der var 2 medlemmer og 3 borgere, i alt 40 møder.", []),
        ("Der kom 2 medlemmer og 3 borgere, i alt 5,5 timer.", []),
        ("Der var 10 medlemmer og 3 borgere, heraf i alt 4 kvinder.", []),
        ("Der holdes 2 møder og 3 workshops, i alt 40 deltagere.", []),
    ],
)  # fmt: skip
def test_people_counted_in_a_sentence(text, wrong):
    assert [(left, right) for _, left, right in conflicts(make_paper("m.pdf", P(text)))] == wrong


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.234,5", "1234.5"),
        ("12 500 kr.", "12500"),
        ("−60", "-60"),
        ("500,-", "500"),
        ("–", "0"),
        ("1.5", None),
        ("0.123", None),
        ("(120)", None),
        ("12 %", None),
        ("30.9.2025", None),
        ("ca. 50", None),
    ],
)
def test_figures(text, value):
    figure = read_figure(text)
    assert (None if figure is None else str(figure.value)) == value


def test_figures_are_written_as_they_are_in_danish():
    assert danish_number(Decimal("1234567.5")) == "1.234.567,5"
