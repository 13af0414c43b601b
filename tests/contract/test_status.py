"""The page of the five papers: on one sheet, every quote verbatim on the page that its source names."""

import re
from io import BytesIO
from itertools import pairwise

import pdfplumber
import pytest

from pipeline.run.results import open_results
from pipeline.run.status import FORMS, find_page, render_status
from tests.unit.report.made_status import lines_of
from tests.unit.report.made_status import whole as text_of

LETTERS = re.compile(r"[\W_]+")


@pytest.fixture(scope="module")
def tables(whole):
    return open_results(whole / "data" / "processed", ("tables",)).tables()


@pytest.fixture(scope="module")
def page(tables):
    return find_page(tables)


def test_it_is_one_sheet_in_print(page):
    with pdfplumber.open(BytesIO(render_status(page, "pdf"))) as pdf:
        assert len(pdf.pages) == 1
        assert {char["fontname"].split("+")[1].split("-")[0] for char in pdf.pages[0].chars} == {"LibertinusSerif"}
        assert (round(pdf.pages[0].width), round(pdf.pages[0].height)) == (595, 842)


@pytest.mark.parametrize("form", FORMS)
def test_it_is_the_same_each_time(tables, page, form):
    assert render_status(find_page(tables), form) == render_status(page, form)


def test_the_nine_are_to_be_passed_on_and_no_more_is_said(page):
    (answer,) = lines_of(page, "Modtagernes svar")
    assert answer.startswith("Ens for alle ni: besluttet oversendt, oktober 2025 (andenhånds)")
    assert "kan ikke afgøres. Mangler: Referat, Regionsrådet, oktober 2025." in answer
    assert any(
        "vedtaget, afvist eller gennemført, eller at rådet har udvalgt" in line
        for line in lines_of(page, "Kort fortalt")
    )


def test_before_they_were_discussed_they_are_issued(tables):
    (answer,) = lines_of(find_page(tables, as_of="2025-09-30"), "Modtagernes svar")
    assert answer.startswith("Ens for alle ni: fremsat, 15. september 2025.")


def test_one_sentence_about_all_does_not_make_each_look_followed_up(page):
    rows = [line.split(" | ") for line in lines_of(page, "Anbefalingerne") if line[0].isdigit()]
    assert [row[0] for row in rows] == list("123456789")
    assert {row[0] for row in rows if row[3].strip() == "Samlet omtalt"} >= {"6", "8"}


def test_every_quote_is_the_papers_own(tables, page):
    papers = fold(" ".join(tables["passages"].column("text").to_pylist()))
    quotes = re.findall(r"»([^»«]+)«", text_of(page))
    ours = {"Samlet omtalt", "Kan ikke afgøres"}
    assert len(quotes) > 15
    for quote in set(quotes) - ours:
        assert fold(quote.replace("[sic]", "").rstrip("…")) in papers, quote


def fold(text):
    return LETTERS.sub(" ", text.casefold()).strip()


def test_a_quote_stands_on_the_page_that_its_source_names(tables, page):
    """Of the agreements: each quote, and the page of the source beside it."""
    passages = tables["passages"].to_pylist()
    sources = {source.number: source.citation for source in page.sources}
    checked = 0
    for section in page.sections:
        for grid in (block for block in section.blocks if section.heading == "Næste skridt" and hasattr(block, "rows")):
            for cell in (row[1] for row in grid.rows):
                for run, mark in pairwise(cell):
                    quote = re.search(r"»([^»«]+)«", run.text)
                    if quote is not None and mark.note is not None:
                        words = fold(quote[1].replace("[sic]", "").rstrip("…"))
                        pages = {f"s. {row['page']})" for row in passages if words in fold(row["text"])}
                        assert any(sources[mark.note].endswith(told) for told in pages), quote[1]
                        checked += 1
    assert checked >= 5
