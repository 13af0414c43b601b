"""A whole run over papers that cannot be read: each is a line with a plain reason, and the others are unharmed."""

import csv
import io
import shutil
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

from pipeline.cli import app
from tests.papers.bad.make_bad import many_pages

PAPERS = Path(__file__).parents[1] / "papers"
SOUND = PAPERS / "made" / "helsingoer-kommune" / "handicapraadet" / "2015-0611.pdf"
# File, how it ends, and words of the reason. The three of one meeting (two with an owner's password, one with a wrong
# ending) are read all three; one of them counts.
LEDGER = [
    ("empty.pdf", "failed", "filen er tom (0 byte)"),
    ("not-a-pdf.pdf", "failed", "filen er ikke en PDF"),
    ("word.pdf", "failed", "filen er ikke en PDF"),
    ("truncated.pdf", "failed", "beskadiget eller afkortet"),
    ("user-password.pdf", "failed", "krypteret med adgangskode"),
    ("owner-password.pdf", "ok superseded", ""),
    ("owner-password-aes.pdf", "ok superseded", ""),
    ("no-pages.pdf", "failed", "ingen sider"),
    ("no-text.pdf", "failed", "uden tekstlag"),
    ("big-page.pdf", "failed", "siden har 100000 tegn"),
    ("wrong-ending.txt", "ok superseded", ""),
    ("referat-2024-09-05.pdf", "superseded", ""),
    ("referat-2024-09-05-rettet.pdf", "ok", ""),
    ("lang.pdf", "partial", "10 af 30 sider ikke læst: kun de første 20 sider læses"),
    ("godt.pdf", "duplicate", "samme indhold som a/godt.pdf"),
    ("a/godt.pdf", "ok", ""),
    ("make_bad.py", "failed", "filen er ikke en PDF"),
    ("expected.yaml", "failed", "filen er ikke en PDF"),
]


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """A folder in which the bad papers, and a sound one in two places, have been run."""
    folder = tmp_path_factory.mktemp("desk")
    shutil.copytree(PAPERS / "bad", folder / "raw", ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "raw/a").mkdir()
    for path in ("a/godt.pdf", "godt.pdf"):
        shutil.copy(SOUND, folder / "raw" / path)
    many_pages(folder / "raw/lang.pdf", pages=30)
    (folder / "params.yaml").write_text("read: {max_pages: 20}")
    ran = raadspor("run", folder / "raw", "--out", folder / "out", "--params", folder / "params.yaml")
    assert ran.exit_code == 0, ran.output
    return folder


def raadspor(*words):
    return CliRunner().invoke(app, [str(word) for word in words], catch_exceptions=False)


def rows(desk, table):
    return pq.read_table(desk / f"out/tables/{table}.parquet").to_pylist()


def test_every_file_is_in_the_ledger(desk):
    printed = raadspor("ledger", "--in", desk / "out", "--csv").stdout
    lines = [row for row in csv.DictReader(io.StringIO(printed)) if row["line"] == "paper"]
    assert {row["path"] for row in lines} == {path for path, _, _ in LEDGER}


@pytest.mark.parametrize(("path", "status", "reason"), LEDGER)
def test_a_file_ends_in_one_state_with_a_plain_reason(desk, path, status, reason):
    (row,) = [row for row in rows(desk, "documents") if row["path"] == path]
    assert row["status"] in status.split()
    assert reason in (row["reason"] or "")
    assert row["reason"] is not None or row["status"] == "ok"


def test_what_could_not_be_read_has_nothing_to_say(desk):
    silent = {row["document_id"] for row in rows(desk, "documents") if row["status"] in {"failed", "duplicate"}}
    for table in ("agenda_items", "decisions", "stories", "dates", "memberships"):
        assert not {row["document_id"] for row in rows(desk, table)} & silent


def test_the_sound_paper_is_read_as_if_it_were_alone(desk, tmp_path):
    (tmp_path / "raw").mkdir()
    shutil.copy(desk / "raw/a/godt.pdf", tmp_path / "raw")
    raadspor("run", tmp_path / "raw", "--out", tmp_path / "out")
    (alone,) = pq.read_table(tmp_path / "out/tables/documents.parquet").to_pylist()

    def items(folder):
        return [row for row in rows(folder, "agenda_items") if row["document_id"] == alone["document_id"]]

    assert items(desk) == items(tmp_path)
    assert items(desk)


def test_every_page_has_a_state_and_every_unread_page_a_reason(desk):
    pages = rows(desk, "pages")
    assert {page["state"] for page in pages} == {"text", "empty", "failed"}
    assert all((page["reason"] is None) == (page["state"] == "text") for page in pages)
