"""The theme count: right numbers with their denominators, honest about its basis, harmless to open."""

import csv
from dataclasses import replace
from html.parser import HTMLParser
from io import StringIO
from xml.etree import ElementTree

import pyarrow as pa
import pytest

from pipeline.context import Config, Context
from pipeline.lexicons import load
from pipeline.model import findings as f
from pipeline.model.trail import Trail
from pipeline.report import render_reports
from pipeline.report.counts import count_themes
from pipeline.report.coverage import Coverage, on_change
from pipeline.report.figure import finding, render_figure
from pipeline.resolve import resolve_corpus
from pipeline.tables import SCHEMAS, build_tables
from tests.unit.tables import corpus as c
from tests.unit.tables.factory import P, failed_document, make_paper, proof_of

CONTEXT = Context(Config(), load())
THEMES = [
    {"theme_id": "adgang", "label_da": "Adgang", "label_en": "Access", "broader": None, "taxonomy": "almen"},
    {
        "theme_id": "digital",
        "label_da": "Digital adgang",
        "label_en": "Digital inclusion",
        "broader": "adgang",
        "taxonomy": "almen",
    },
    {"theme_id": "tilbud", "label_da": "Tilbud", "label_en": "Services", "broader": "adgang", "taxonomy": "almen"},
]


def make_tables(papers=c.PAPERS, findings=c.FINDINGS, unread=(c.BROKEN,)):
    documents = [*(p.document for p in papers), *unread]
    entities = resolve_corpus(papers, findings, context=CONTEXT)
    tables = build_tables(documents, [p.structure for p in papers], findings, entities, Trail(), context=CONTEXT)
    return tables | {"themes": pa.Table.from_pylist(THEMES, schema=SCHEMAS["themes"])}


@pytest.fixture(scope="module")
def reports():
    return render_reports(make_tables())


@pytest.fixture(scope="module")
def page(reports):
    return reports["temaer.html"].decode()


def lines(reports):
    return {
        row["tema_id"] or row["slags"]: row
        for row in csv.DictReader(StringIO(reports["temaer.csv"].decode("utf-8-sig")))
    }


@pytest.mark.parametrize(
    ("row", "column", "count"),
    [
        ("digital", "borgerhistorier", "1"),
        ("digital", "anbefalinger", "1"),
        ("digital", "uddybninger", "1"),
        ("digital", "beslutninger", "0"),
        ("digital", "papirer", "1"),
        ("adgang", "borgerhistorier", "1"),
        ("tilbud", "borgerhistorier", "0"),
        ("uden tema", "borgerhistorier", "1"),
        ("uden tema", "anbefalinger", "1"),
        ("i alt (nævner)", "borgerhistorier", "2"),
        ("i alt (nævner)", "anbefalinger", "2"),
        ("i alt (nævner)", "uddybninger", "1"),
        # The decision reported from another body is none of this meeting's.
        ("i alt (nævner)", "beslutninger", "2"),
        ("i alt (nævner)", "afsnit", "11"),
    ],
)
def test_counts(reports, row, column, count):
    assert lines(reports)[row][column] == count


def test_a_broader_theme_counts_a_target_of_two_of_its_themes_once():
    twice = (*c.ADVICE_FINDINGS.theme_assignments, f.ThemeAssignment("x", "story", c.IDS.story, "tilbud", 1.0))
    findings = (replace(c.ADVICE_FINDINGS, theme_assignments=twice), c.MINUTES_FINDINGS)
    rows = {row.theme_id: row.counts["borgerhistorier"] for row in count_themes(make_tables(findings=findings)).rows}
    assert rows == {"adgang": 1, "digital": 1, "tilbud": 1}


@pytest.mark.parametrize(
    "words",
    [
        '<html lang="da">',
        "2 papirer (Borgerrådet (Testby Kommune)), dateret 15. januar 2025 til 4. marts 2025.",
        "Talt ud af 2 borgerhistorier, 2 anbefalinger, 1 uddybning, 2 beslutninger og 11 afsnit.",
        "ét møde er ikke en udvikling",
        "Flest borgerhistorier handler om »Digital adgang«: 1 af 2",
        "Grundlag og mangler",
        "2 af 3 papirer og 3 af 3 sider",
        '<th scope="row">raad/7003.pdf</th><td></td><td></td><td>Ikke læst</td><td>ukendt</td><td>filen er tom</td>',
        "I alt (nævner)",
    ],
)
def test_the_page_says(page, words):
    assert words in page.replace("&quot;", '"')


@pytest.mark.parametrize("address", ["http://", "https://", "src=", "url(", "<script", "@import"])
def test_the_page_takes_nothing_from_elsewhere(page, address):
    assert address not in page


class Tags(HTMLParser):
    """The tags of a page, to see that each that opens is closed and no other comes in."""

    def __init__(self):
        super().__init__()
        self.open, self.seen = [], set()

    def handle_starttag(self, tag, attrs):
        self.seen.add(tag)
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_startendtag(self, tag, attrs):
        self.seen.add(tag)


def test_tags_are_closed_in_their_order(page):
    tags = Tags()
    tags.feed(page)
    assert tags.open == []


def test_words_of_a_paper_are_text_not_markup():
    evil = '<script>alert(1)</script>"&\x0b'
    paper = make_paper(f"{evil}.pdf", P("Anna"), title=evil, body=evil, authority=evil)
    expected = f.ExpectedPaper("x", evil, None, None, proof_of(paper, "Anna"))
    findings = (f.Findings(paper.document_id, expected_papers=(expected,)),)
    page = render_reports(make_tables((paper,), findings, (failed_document("b.pdf", evil),)))["temaer.html"].decode()
    tags = Tags()
    tags.feed(page)
    assert "script" not in tags.seen
    assert page.count("&lt;script&gt;") >= 5
    assert "\x0b" not in page


def test_the_figure_is_svg_with_a_name_and_the_numbers_written():
    root = ElementTree.fromstring(render_figure(count_themes(make_tables())))
    texts = [text.text for text in root.iter("text")]
    assert texts[-4:] == ["Digital adgang", "1", "2", "0"]
    assert root.attrib["role"] == "img"


def test_without_papers_there_is_a_page_and_no_figure():
    tables = make_tables((), (), ())
    assert render_figure(count_themes(tables)) == ""
    assert "Tallene bygger på 0 af 0 papirer" in render_reports(tables)["temaer.html"].decode()


def test_ties_are_told():
    twice = (*c.ADVICE_FINDINGS.theme_assignments, f.ThemeAssignment("x", "story", c.IDS.example, "tilbud", 1.0))
    findings = (replace(c.ADVICE_FINDINGS, theme_assignments=twice), c.MINUTES_FINDINGS)
    told = finding(count_themes(make_tables(findings=findings)))
    assert told == "Flest borgerhistorier handler om »Digital adgang« og »Tilbud«: 1 af 2 hver"


@pytest.mark.parametrize(
    ("meetings", "words"),
    [(0, "ikke læst noget referat"), (1, "ét møde er ikke en udvikling"), (7, "7 møder")],
)
def test_no_trend_is_claimed(meetings, words):
    assert words in on_change(Coverage((), 0, 0, meetings, (), None, None, ()))


def test_reports_are_the_same_bytes_whatever_the_order_of_the_papers(reports):
    assert render_reports(make_tables(c.PAPERS[::-1], c.FINDINGS[::-1])) == reports
