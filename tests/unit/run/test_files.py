"""Every file below the folder of papers is a paper or a line in the ledger, with a reason."""

import errno
import os
import unicodedata
from hashlib import sha256
from pathlib import Path

import pytest

from pipeline.errors import InvalidConfig
from pipeline.run.files import expect_apart, find_files
from pipeline.run.folder import MARKS
from tests.unit.run.fakes import pdf, write

PAPER = pdf("Referat")


def look(raw: Path, *, max_megabytes: int = 500) -> dict[str, str | None]:
    return {file.path: file.refusal for file in find_files(raw, max_megabytes=max_megabytes)}


@pytest.mark.parametrize(
    ("name", "content", "refusal"),
    [
        ("a.pdf", PAPER, None),
        ("a.PDF", PAPER, None),
        ("råd/2026/a.Pdf", PAPER, None),
        ("bilag.txt", PAPER, None),
        ("uden endelse", PAPER, None),
        ("a.pdf", b"", "filen er tom (0 byte)"),
        ("brev.docx", b"PK\x03\x04", "filen er ikke en PDF (den begynder ikke med %PDF-)"),
        ("sent.txt", b" " * 1024 + PAPER, "filen er ikke en PDF (den begynder ikke med %PDF-)"),
        # Named as a paper: what is wrong with it is for the reader to say.
        ("web.pdf", b"<html>", None),
    ],
)
def test_a_file_is_a_paper_by_its_name_or_its_first_bytes(tmp_path, name, content, refusal):
    write(tmp_path, {name: content, "z.pdf": pdf("another")})
    assert look(tmp_path)[name] == refusal


@pytest.mark.parametrize(
    "name",
    [".DS_Store", ".gitignore", ".git/x.pdf", "Thumbs.db", "desktop.ini", "a.pdf.dvc", "README", "readme.md",
     "~$a.docx", "~$a.pdf", "._a.pdf", "__MACOSX/a.pdf"],
)  # fmt: skip
def test_what_desktops_and_version_control_leave_behind_is_no_file_of_the_council(tmp_path, name):
    write(tmp_path, {name: PAPER, "z.pdf": pdf("another")})
    assert list(look(tmp_path)) == ["z.pdf"]


@pytest.mark.parametrize("name", ["README.pdf", "Readme om rådet.pdf", ".skjult.pdf"])
def test_a_pdf_is_a_paper_whatever_it_is_called(tmp_path, name):
    assert look(write(tmp_path, {name: PAPER})) == {name: None}


def test_a_wrong_ending_is_remarked(tmp_path):
    (file,) = find_files(write(tmp_path, {"referat.bin": PAPER}), max_megabytes=1)
    assert file.remark == "filnavnet ender ikke på .pdf, men indholdet er en PDF og er læst"


def test_an_id_comes_from_the_bytes_or_else_from_the_path(tmp_path):
    found = find_files(write(tmp_path, {"a.pdf": PAPER, "b.pdf": PAPER, "tom.pdf": b""}), max_megabytes=1)
    assert {f.path: f.document_id for f in found} == {
        "a.pdf": sha256(PAPER).hexdigest()[:16],
        "b.pdf": sha256(b"b.pdf").hexdigest()[:16],
        "tom.pdf": sha256(b"tom.pdf").hexdigest()[:16],
    }


def test_of_equal_bytes_the_first_path_is_read(tmp_path):
    first, second, other = find_files(
        write(tmp_path, {"b/ny.pdf": PAPER, "a/gammel.pdf": PAPER, "c.pdf": pdf("andet")}), max_megabytes=1
    )
    assert (first.path, first.refusal, first.duplicate_of) == ("a/gammel.pdf", None, None)
    assert (second.path, second.refusal) == ("b/ny.pdf", "samme indhold som a/gammel.pdf")
    assert second.duplicate_of == first.document_id
    assert (other.path, other.duplicate_of) == ("c.pdf", None)


def test_two_empty_files_are_two_empty_files(tmp_path):
    assert set(look(write(tmp_path, {"a.pdf": b"", "b.pdf": b""})).values()) == {"filen er tom (0 byte)"}


def test_paths_are_nfc_with_odd_bytes_replaced(tmp_path):
    write(tmp_path, {unicodedata.normalize("NFD", "møde/årsmøde.pdf"): PAPER})
    (tmp_path / os.fsdecode(b"r\xe5d.pdf")).write_bytes(pdf("latin-1"))
    (tmp_path / "to\nlinjer\x1b.pdf").write_bytes(pdf("control"))
    assert list(look(tmp_path)) == ["møde/årsmøde.pdf", "r\ufffdd.pdf", "to\ufffdlinjer\ufffd.pdf"]


def test_names_that_are_alike_once_cleaned_are_told_apart(tmp_path):
    for name in (b"r\xe5d.pdf", b"r\xe6d.pdf"):
        (tmp_path / os.fsdecode(name)).write_bytes(PAPER + name)
    found = find_files(tmp_path, max_megabytes=1)
    assert [f.path for f in found] == ["r\ufffdd.pdf", "r\ufffdd.pdf (2)"]
    assert len({f.document_id for f in found}) == 2


def test_links_out_of_the_folder_are_not_followed(tmp_path):
    write(tmp_path, {"raw/a.pdf": PAPER, "hemmelig/b.pdf": pdf("secret")})
    raw = tmp_path / "raw"
    (raw / "b.pdf").symlink_to(tmp_path / "hemmelig/b.pdf")
    (raw / "mappe").symlink_to(tmp_path / "hemmelig")
    (raw / "inde.pdf").symlink_to(raw / "a.pdf")
    (raw / "ingen.pdf").symlink_to(raw / "findes-ikke.pdf")
    (raw / "ring.pdf").symlink_to(raw / "ring.pdf")
    assert look(raw) == {
        "a.pdf": None,
        "b.pdf": "genvej (symlink), der peger ud af mappen med papirer; den følges ikke",
        "inde.pdf": "samme indhold som a.pdf",
        "ingen.pdf": "filen kan ikke åbnes (genvejen fører ingen steder hen)",
        "mappe": "genvej (symlink) til en mappe; den følges ikke",
        "ring.pdf": "filen kan ikke åbnes (genvejen fører i ring)",
    }


def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(write(tmp_path, {"a.pdf": PAPER}) / "rør.pdf")
    assert look(tmp_path)["rør.pdf"] == "det er ikke en almindelig fil"


@pytest.mark.parametrize(
    ("problem", "reason"),
    [
        (PermissionError(errno.EACCES, "Permission denied"), "filen kan ikke åbnes (adgang nægtet)"),
        (OSError(errno.EIO, "Input/output error"), "filen kan ikke åbnes (læsefejl på disken)"),
        (
            OSError(errno.EMFILE, "Too many open files"),
            "filen kan ikke åbnes (fejl fra styresystemet: Too many open files)",
        ),
    ],
)
def test_a_file_that_cannot_be_opened_is_a_line(tmp_path, monkeypatch, problem, reason):
    write(tmp_path, {"a.pdf": PAPER, "låst.pdf": pdf("locked")})
    real = Path.read_bytes

    # Not chmod: the tests may run as root, who may open anything.
    def locked(path):
        if path.name == "låst.pdf":
            raise problem
        return real(path)

    monkeypatch.setattr(Path, "read_bytes", locked)
    assert look(tmp_path) == {"a.pdf": None, "låst.pdf": reason}


def test_a_folder_that_cannot_be_opened_is_a_line(tmp_path, monkeypatch):
    write(tmp_path, {"a.pdf": PAPER, "låst/b.pdf": pdf("locked")})
    real = Path.iterdir

    def locked(path):
        if path.name == "låst":
            raise PermissionError(errno.EACCES, "Permission denied")
        return real(path)

    monkeypatch.setattr(Path, "iterdir", locked)
    assert look(tmp_path) == {"a.pdf": None, "låst": "mappen kan ikke åbnes (adgang nægtet)"}


def test_a_file_over_the_limit_is_not_opened(tmp_path):
    write(tmp_path, {"a.pdf": PAPER, "stor.pdf": PAPER + b" " * 1_500_000})
    assert look(tmp_path, max_megabytes=1)["stor.pdf"] == "filen fylder 2 MB; grænsen er 1 MB (read.max_file_megabytes)"


@pytest.mark.parametrize(
    ("made", "named", "message"),
    [
        ({}, "ingen", "expected a folder with papers, found nothing of that name"),
        ({"a.pdf": PAPER}, "a.pdf", "found a file; for one paper: raadspor show"),
        ({"raw/README.md": b"x"}, "raw", "expected PDF papers in it or below, found no file"),
        ({"raw/a.docx": b"x", "raw/b.txt": b""}, "raw", r"expected PDF papers in it or below, found 2 other file\(s\)"),
    ],
)
def test_a_folder_without_papers_is_refused(tmp_path, made, named, message):
    write(tmp_path, made)
    with pytest.raises(InvalidConfig, match=message):
        find_files(tmp_path / named, max_megabytes=1)


def test_one_bad_paper_is_enough_for_a_run(tmp_path):
    assert look(write(tmp_path, {"tom.pdf": b""})) == {"tom.pdf": "filen er tom (0 byte)"}


@pytest.mark.parametrize(
    ("raw", "out", "refused"),
    [
        ("raw", "raw", True),
        ("raw", "raw/../raw", True),
        ("raw", "raw/out", True),
        ("raw", "link", True),
        ("raw", "out", False),
        ("raw", "rawest", False),
        ("raw", ".", False),
        ("out/read", "out", True),
        ("out/read/deep", "out", True),
    ],
)
def test_papers_and_results_stay_apart(tmp_path, raw, out, refused):
    write(tmp_path, {"raw/a.pdf": PAPER, f"out/read/{MARKS}": b"{}", "out/read/deep/a.pdf": PAPER})
    (tmp_path / "link").symlink_to(tmp_path / "raw")
    if refused:
        with pytest.raises(InvalidConfig, match="expected"):
            expect_apart(tmp_path / raw, tmp_path / out)
    else:
        expect_apart(tmp_path / raw, tmp_path / out)
