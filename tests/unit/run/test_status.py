"""The commands that hand out the page: which council, which day, which form, and what goes into the records."""

import csv
import json
from hashlib import sha256
from io import BytesIO, StringIO
from zipfile import ZipFile

import pdfplumber
import pytest
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.run.codec import encode_table
from pipeline.run.status import find_page, render_status
from pipeline.run.work import Made as Work
from pipeline.run.work import Plan, bring_up_to_date
from tests.unit.report.made_status import Made
from tests.unit.report.test_status_forms import NASTY, nasty_page


def write(folder, made):
    files = {f"{name}.parquet": encode_table(table, origin={}) for name, table in made.tables().items()}
    bring_up_to_date(folder / "tables", Plan({"corpus": "1"}, lambda todo: [("corpus", Work(files))]), needs={})
    return folder


@pytest.fixture
def results(tmp_path):
    return write(tmp_path / "ud", Made())


def call(*words):
    return CliRunner().invoke(app, [str(word) for word in words])


def test_the_page_goes_to_the_terminal_as_markdown(results):
    result = call("status", "--in", results, "--as-of", "2025-09-30")
    assert result.exit_code == 0, result.output
    assert result.output.startswith("# Status på anbefalinger fra Rådet\n")
    assert "stand pr. 30. september 2025" in result.output


@pytest.mark.parametrize(
    ("name", "start"),
    [("s.md", b"# Status"), ("s.html", b"<!DOCTYPE"), ("s.docx", b"PK"), ("s.pdf", b"%PDF-1.7"), ("s", b"# Status")],
)
def test_the_ending_of_the_file_tells_the_form(results, tmp_path, name, start):
    for out in (tmp_path / "a" / name, tmp_path / "b" / name):
        assert call("status", "--in", results, "--out", out).exit_code == 0
    assert (tmp_path / "a" / name).read_bytes().startswith(start)
    assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--as-of", "30.04.2026"], "--as-of: expected a day such as 2026-04-30, found '30.04.2026'"),
        (["--as-of", "2026-02-30"], "--as-of: expected a day such as 2026-04-30, found '2026-02-30'"),
        (
            ["--council", "Skoleråd"],
            "--council Skoleråd: expected the name of one council, found 'Rådet (Region Midt)'",
        ),
        (["--format", "pdf"], "--format pdf: expected a file to write to, found none"),
        (["--out", "."], ".: expected the name of a file for --out, found a folder"),
    ],
)
def test_what_cannot_be_told_is_an_error_with_its_remedy(results, words, told):
    result = call("status", "--in", results, *words)
    assert result.exit_code == 2
    assert told in result.output


def two_councils():
    made = Made()
    made.paper("nord", kind="anbefalinger", body="Ældrerådet", authority="Nord Kommune", date="2026-01-01")
    made.advice("1", "Ældrerådet anbefaler bænke.", document="nord", issued_by_id=None, recommendation_id="n1")
    return made


def test_of_several_councils_one_is_to_be_named(tmp_path):
    results = write(tmp_path, two_councils())
    refused = call("status", "--in", results)
    assert refused.exit_code == 2
    assert "expected one council, found 'Rådet (Region Midt)', 'Ældrerådet (Nord Kommune)'; name one" in refused.output
    assert "har fremsat én anbefaling" in call("status", "--in", results, "--council", "nord").output


def test_a_corpus_without_advice_has_a_page_that_says_so(tmp_path):
    made = Made()
    for table in ("recommendations", "statuses", "status_events"):
        made.rows[table].clear()
    result = call("status", "--in", write(tmp_path, made))
    assert result.exit_code == 0
    assert "I de læste papirer er der ikke fundet anbefalinger fra Rådet." in result.output


def test_a_corpus_without_papers_is_an_error(tmp_path):
    made = Made()
    for rows in made.rows.values():
        rows.clear()
    result = call("status", "--in", write(tmp_path, made))
    assert result.exit_code == 2
    assert "expected one council, found none in the papers" in result.output


@pytest.mark.parametrize("text", NASTY)
def test_a_pdf_prints_the_text_of_a_paper_and_runs_none_of_it(text):
    page = render_status(nasty_page(text), "pdf")
    with pdfplumber.open(BytesIO(page)) as pdf:
        shown = "".join(sheet.extract_text() for sheet in pdf.pages)
    letters = [c for c in text if c.isalpha() and c.isascii()]
    assert set(letters) <= set(shown)


def test_a_pdf_is_tagged_titled_and_brings_its_fonts(results, tmp_path):
    made = Made().tables()
    content = render_status(find_page(made), "pdf")
    with pdfplumber.open(BytesIO(content)) as pdf:
        told = pdf.metadata
    assert told["Title"] == "Status på anbefalinger fra Rådet"
    assert b"/MarkInfo" in content
    assert b"/Lang" in content
    assert told["CreationDate"].startswith("D:20260430")


def test_the_package_holds_what_the_manifest_says(results, tmp_path):
    one, two = tmp_path / "en.zip", tmp_path / "to.zip"
    for out in (one, two):
        assert call("package", "--in", results, "--out", out).exit_code == 0
    assert one.read_bytes() == two.read_bytes()
    with ZipFile(BytesIO(one.read_bytes())) as archive:
        names = archive.namelist()
        manifest = json.loads(archive.read("manifest.json"))
        assert names[0] == "manifest.json"
        assert {f["name"]: f["sha256"] for f in manifest["files"]} == {
            name: sha256(archive.read(name)).hexdigest() for name in names[1:]
        }
        sources = list(csv.DictReader(StringIO(archive.read("kilder.csv").decode("utf-8-sig"))))
    assert manifest["case_numbers"] == ["1-23-4-25"]
    assert [paper["path"] for paper in manifest["papers"]] == ["anb.pdf", "ref.pdf"]
    assert all(paper["sha256"] for paper in manifest["papers"])
    assert {
        "name": "recommendations",
        "rows": 3,
        "version": "1",
        "file": "tabeller/recommendations.parquet",
    } in manifest["tables"]
    assert [f"status-raadet-region-midt-2026-04-30.{form}" in names for form in ("md", "html", "docx", "pdf")] == [
        True
    ] * 4
    assert sources[0]["kilde"] == "(Anbefalinger, Rådet, 15.09.2025, s. 2)"


def test_a_package_of_several_councils_has_the_page_of_each(tmp_path):
    out = tmp_path / "p.zip"
    assert call("package", "--in", write(tmp_path / "ud", two_councils()), "--out", out).exit_code == 0
    with ZipFile(out) as archive:
        pages = [name for name in archive.namelist() if name.endswith(".md") and name.startswith("status")]
    assert pages == ["status-01-raadet-region-midt-2026-04-30.md", "status-02-aeldreraadet-nord-kommune-2026-01-01.md"]


def test_a_council_without_a_dated_paper_is_as_of_the_last_day_of_all(tmp_path):
    made = Made()
    made.paper("nord", kind="anbefalinger", body="Ældrerådet", authority="Nord Kommune", date=None)
    made.advice("1", "Ældrerådet anbefaler bænke.", document="nord", issued=None, issued_by_id=None)
    results = write(tmp_path / "ud", made)
    output = call("status", "--in", results, "--council", "nord").output
    assert "stand pr. 30. april 2026" in output
    assert "har fremsat én anbefaling, uden dato." in output
    assert call("package", "--in", results, "--out", tmp_path / "p.zip").exit_code == 0


def test_councils_of_one_name_are_told_apart_by_their_ids(tmp_path):
    made = two_councils()
    for row in made.rows["documents"]:
        row |= {"authority": None, "body": "Rådet"}
    refused = call("status", "--in", write(tmp_path, made), "--council", "rådet")
    assert "found 'raad' (Rådet), 'regionsraad' (Rådet); write one of these" in refused.output
    chosen = call("status", "--in", tmp_path, "--council", "regionsraad")
    assert "har fremsat én anbefaling" in chosen.output


def test_changes_from_one_folder_to_another(results, tmp_path):
    made = Made()
    made.paper("juni", kind="referat", date="2026-06-25")
    result = call("changes", results, write(tmp_path / "ny", made))
    assert result.exit_code == 0
    assert "- Ny: Referat, Rådet, 25.06.2026, juni.pdf" in result.output
