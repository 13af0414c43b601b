"""One paper on the terminal: front matter, items with their sections, each finding with quote, page and rule."""

from dataclasses import replace

import pytest

from pipeline.context import Config, Context
from pipeline.errors import InvalidConfig, UnreadablePaper
from pipeline.lexicons import load
from pipeline.model.findings import Findings
from pipeline.model.paper import Paper
from pipeline.run.show import read_through, render_paper
from tests.unit.run.fakes import pdf, write
from tests.unit.tables.corpus import ADVICE, ADVICE_FINDINGS, MINUTES, MINUTES_FINDINGS, POST

CONTEXT = Context(Config(), load())


def shown(paper: Paper, findings: Findings) -> list[str]:
    return [line.text for line in render_paper(paper, findings)]


def test_the_front_matter_comes_first():
    assert shown(MINUTES, MINUTES_FINDINGS)[:3] == [
        "Referat",
        "referat · Borgerrådet · Testby Kommune · 2025-03-04",
        f"1 page: text 1; {len(MINUTES.document.passages)} passages",
    ]


def test_an_item_has_its_sections_and_its_findings_in_the_order_of_the_page():
    lines = shown(MINUTES, MINUTES_FINDINGS)
    item = lines.index("  4  Opfølgning  s. 1  [indstilling, sagsfremstilling, beslutning]")
    assert lines[item + 1 : item + 5] == [
        "     -> indstilling: »at Borgerrådet drøfter det videre arbejde med anbefalingerne« s. 1 (test.rule)",
        "     -> beslutning drøftet: »Byrådet drøftede Borgerrådets anbefalinger i februar 2025.« s. 1 (test.rule)",
        "     -> beslutning drøftet: »Borgerrådet drøftede det videre arbejde med anbefalingerne.« s. 1 (test.rule)",
        "     -> aftale 2025-06-03: »Borgerrådet besluttede at følge op på hjælp til digital post.« s. 1 (test.rule)",
    ]


def test_what_stands_in_no_item_comes_last():
    lines = shown(MINUTES, MINUTES_FINDINGS)
    outside = lines.index("Uden for dagsordenens punkter")
    assert "     -> medlem Anna Prøve, formand: »Anna Prøve« s. 1 (test.rule)" in lines[outside:]


def test_a_paper_without_items_shows_its_findings_with_their_own_page():
    lines = shown(ADVICE, ADVICE_FINDINGS)
    assert "Fund" in lines
    assert f"     -> anbefaling 1: »{POST}« s. 1 (test.rule)" in lines
    assert any("varmestue" in line and "s. 2 (" in line for line in lines)


def test_the_findings_are_counted():
    total = shown(ADVICE, ADVICE_FINDINGS)[-1]
    assert total == "6 findings: anbefaling 3 · historie 2 · tema 1"


def test_a_paper_cannot_steer_the_terminal():
    front = replace(MINUTES.structure.front, title="\x1b[2Jvæk")
    paper = Paper(MINUTES.document, replace(MINUTES.structure, front=front))
    assert shown(paper, MINUTES_FINDINGS)[0] == "\ufffd[2Jvæk"


def test_a_file_is_read_through_all_three_rooms(tmp_path):
    path = write(tmp_path, {"a.pdf": pdf("Referat", "2026")}) / "a.pdf"
    paper, findings = read_through(path, context=CONTEXT)
    assert (paper.document.path, paper.structure.front.title, len(findings.dates)) == ("a.pdf", "Referat", 1)


@pytest.mark.parametrize(
    ("files", "kind", "message"),
    [
        ({"a.pdf": pdf("KAPUT")}, UnreadablePaper, "a.pdf: PDF'en er beskadiget"),
        ({}, InvalidConfig, "a.pdf: expected a PDF, found: No such file or directory"),
        ({"a.pdf/b.pdf": b""}, InvalidConfig, "a.pdf: expected a PDF, found: Is a directory"),
    ],
)
def test_what_cannot_be_read_is_told(tmp_path, files, kind, message):
    with pytest.raises(kind, match=message):
        read_through(write(tmp_path, files) / "a.pdf", context=CONTEXT)
