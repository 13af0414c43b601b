"""The page as Markdown, HTML, Typst and document: one content, nothing in it markup, the same bytes each time."""

import re
from html.parser import HTMLParser
from importlib.resources import files
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest

from pipeline.report.status_docx import render_docx
from pipeline.report.status_model import Bullets, Grid, Paragraph, Run, Section, Source, StatusPage
from pipeline.report.status_text import TEMPLATES, markdown, opening, plain, render_text, typst
from tests.unit.report.made_status import Made

TEXTS = {name: (files("pipeline") / "report" / "templates" / name).read_text(encoding="utf-8") for name in TEMPLATES}
NASTY = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "| celle | celle |",
    "[klik](javascript:alert(1))",
    "![x](http://eksempel.dk/x.png)",
    "# overskrift\n\n- punkt",
    "*fed* _kursiv_ `kode` ~~væk~~ $1$",
    '#read("/etc/passwd")',
    '"); #panic("x"); #text("',
    "\\",
    "{{ page.title }} {% raw %}",
    "\x1b[31mrød\u202eesrev\u0000",
    "&lt;b&gt; &amp;",
    "]]></style></main>",
)


def nasty_page(text):
    line = (Run(text, note=1), Run(text, strong=True))
    blocks = (Paragraph(line), Bullets((line, line)), Grid(text, (line, line), ((line, line),), (50, 50)))
    return StatusPage(text, "2026-04-30", (text, text, text), (Section(text, blocks),), (Source(1, text, text),), text)


class Seen(HTMLParser):
    """The tags of a page, and the text between them."""

    def __init__(self):
        super().__init__()
        self.tags, self.text = [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, tuple(sorted(name for name, _ in attrs))))

    def handle_data(self, data):
        self.text.append(data)


def seen(page):
    parser = Seen()
    parser.feed(render_text(page, "html", TEXTS))
    return parser


@pytest.mark.parametrize("text", NASTY)
def test_text_from_a_paper_adds_no_tag_to_html(text):
    found = seen(nasty_page(text))
    assert found.tags == seen(nasty_page("ord")).tags
    # The browser, like every reader of HTML, makes one space of many.
    assert plain(text) in "".join(found.text)


def test_html_says_its_language_and_what_is_a_head():
    html = render_text(Made().page(), "html", TEXTS)
    assert '<html lang="da">' in html
    assert "default-src 'none'" in html
    assert html.count("<h1>") == 1
    assert '<th scope="col">' in html
    assert '<th scope="row">' in html
    assert "<script" not in html
    assert not re.search(r'(?:src|href)="(?!#)', html)


def test_every_mark_in_html_leads_to_a_source_on_the_page():
    html = render_text(Made().page(), "html", TEXTS)
    wanted = set(re.findall(r'href="#(kilde-\d+)"', html))
    assert wanted
    assert wanted == set(re.findall(r'id="(kilde-\d+)"', html))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a | b", r"a \| b"),
        ("[klik](x)", r"\[klik\](x)"),
        ("ny re-præsentant [sic]", "ny re-præsentant [sic]"),
        ("*fed* og _kursiv_", r"\*fed\* og \_kursiv\_"),
        ("da_ddt_sm", "da_ddt_sm"),
        ("kontrolleret af ____ den ____", "kontrolleret af ____ den ____"),
        ("<b>", r"\<b\>"),
        ("a\\b", r"a\\b"),
        ("Brød & vin &amp; ost", r"Brød & vin \&amp; ost"),
        ("to\n\n# linjer", "to # linjer"),
    ],
)
def test_markdown_takes_no_part_of_a_text_for_markup(text, written):
    assert markdown(text) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("9. juni", r"9\. juni"),
        ("- nej", r"\- nej"),
        ("# nej", r"\# nej"),
        ("9.30", "9.30"),
        ("-5", "-5"),
        ("1) ja", r"1\) ja"),
    ],
)
def test_a_line_of_markdown_begins_no_list(text, written):
    assert opening(text) == written


@pytest.mark.parametrize("text", NASTY)
def test_text_from_a_paper_adds_no_line_and_no_cell_to_markdown(text):
    def shape(page):
        lines = render_text(page, "md", TEXTS).splitlines()
        return [
            (line[:2], len(re.findall(r"(?<!\\)\|", line)))
            for line in lines
            if line.startswith(("|", "# ", "## ", "- "))
        ]

    assert shape(nasty_page(text)) == shape(nasty_page("ord"))


@pytest.mark.parametrize("text", NASTY)
def test_typst_has_the_text_as_one_string(text):
    string = typst(text)
    assert string.startswith('#"')
    assert string.endswith('";')
    assert not re.search(r'(?<!\\)(?:\\\\)*"', string[2:-2])


@pytest.mark.parametrize("text", NASTY)
def test_a_document_holds_the_text_as_it_is(text):
    document = docx.Document(BytesIO(render_docx(nasty_page(text))))
    assert document.paragraphs[0].text == plain(text)
    assert len(document.tables) == 1


def texts(document, style):
    return [p.text for p in document.paragraphs if p.style is not None and p.style.name == style]


def test_a_document_has_headings_heads_and_a_language():
    content = render_docx(Made().page())
    document = docx.Document(BytesIO(content))
    assert texts(document, "Heading 1") == ["Status på anbefalinger fra Rådet"]
    assert "Kilder" in texts(document, "Heading 2")
    assert document.core_properties.language == "da-DK"
    with ZipFile(BytesIO(content)) as parts:
        assert b'w:val="da-DK"' in parts.read("word/styles.xml")
        assert parts.read("word/document.xml").count(b"<w:tblHeader/>") == len(document.tables)


@pytest.mark.parametrize("form", ["md", "html", "typ"])
def test_a_text_is_the_same_each_time_and_ends_its_last_line(form):
    first, second = (render_text(Made().page(), form, TEXTS) for _ in range(2))
    assert first == second
    assert first.endswith("\n")


def test_a_document_is_the_same_each_time():
    assert render_docx(Made().page()) == render_docx(Made().page())


def test_the_order_of_the_rows_changes_nothing():
    made, turned = Made(), Made()
    for key, heading in (("h1", "Tid"), ("h2", "Rum")):
        made.story(key, heading, supports="1")
        turned.story(key, heading, supports="1")
    turned.rows["statuses"].reverse()
    turned.rows["recommendations"].reverse()
    turned.rows["links"].reverse()
    assert made.page() == turned.page()
