"""Inputs a reader must survive, of `tests/papers/bad`: each is read, or refused with a plain reason in Danish."""

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from pipeline.errors import UnreadablePaper
from pipeline.read import read_paper
from tests.papers.bad.make_bad import many_pages

BAD = Path(__file__).parents[2] / "papers" / "bad"
ROWS = yaml.safe_load((BAD / "expected.yaml").read_text(encoding="utf-8"))
REASONS = {
    "empty.pdf": "filen er tom",
    "not-a-pdf.pdf": "ikke en PDF",
    "word.pdf": "ikke en PDF",
    "truncated.pdf": "afkortet",
    "user-password.pdf": "adgangskode",
    "no-pages.pdf": "ingen sider",
}


def rows(*states):
    return [row for row in ROWS if row["state"] in states and "version_of" not in row]


@pytest.mark.parametrize("row", [r for r in rows("failed") if r["pages"] == 0], ids=lambda r: r["file"])
def test_what_cannot_be_read_is_refused_with_a_reason(row, context):
    with pytest.raises(UnreadablePaper, match=REASONS[row["file"]]):
        read_paper((BAD / row["file"]).read_bytes(), path=row["file"], context=context)


def test_every_bad_paper_has_its_test():
    refused = {r["file"] for r in rows("failed") if r["pages"] == 0}
    assert refused == set(REASONS)
    files = {p.name for p in BAD.iterdir() if p.suffix in {".pdf", ".txt"}}
    assert files == {row["file"] for row in ROWS}


@pytest.mark.parametrize("name", ["owner-password.pdf", "owner-password-aes.pdf", "wrong-ending.txt"])
def test_what_opens_without_a_password_is_read_as_if_it_had_none(name, context, paper_of):
    sound = paper_of(BAD.parent / "made" / "greve-kommune" / "byraad" / "3106624.pdf").document
    document = read_paper((BAD / name).read_bytes(), path=name, context=context)
    assert document.status == "ok"
    assert [p.text for p in document.passages] == [p.text for p in sound.passages]


def test_a_picture_of_text_is_never_silently_read(context):
    document = read_paper((BAD / "no-text.pdf").read_bytes(), path="no-text.pdf", context=context)
    (page,) = document.pages
    assert (str(page.state), page.words, document.passages) == ("empty", 0, ())
    assert "OCR" in str(page.reason)
    assert document.status != "ok"
    assert document.reason is not None


def test_a_page_of_a_hundred_thousand_letters_is_a_page_with_a_reason(context):
    document = read_paper((BAD / "big-page.pdf").read_bytes(), path="big-page.pdf", context=context)
    (page,) = document.pages
    assert page.state == "failed"
    assert "read.max_page_chars" in str(page.reason)
    assert document.status == "failed"


def test_a_paper_of_many_pages_is_read_up_to_the_limit(context, tmp_path):
    many_pages(tmp_path / "long.pdf", pages=1500)
    limit = context.config.read.model_copy(update={"max_pages": 20})
    short = replace(context, config=context.config.model_copy(update={"read": limit}))
    document = read_paper((tmp_path / "long.pdf").read_bytes(), path="long.pdf", context=short)
    assert len(document.pages) == 1500
    assert [str(p.state) for p in document.pages] == ["text"] * 20 + ["failed"] * 1480
    assert document.pages[-1].reason == "kun de første 20 sider læses (read.max_pages)"
    assert document.status == "partial"
    assert {p.page for p in document.passages} == set(range(1, 21))
    assert {f"Side {n}" for n in range(1, 21)} <= {p.text for p in document.passages if p.kind == "furniture"}


def test_the_corrected_version_of_a_paper_is_a_paper_of_its_own(context):
    old, new = (
        read_paper((BAD / name).read_bytes(), path="same.pdf", context=context)
        for name in ("referat-2024-09-05.pdf", "referat-2024-09-05-rettet.pdf")
    )
    assert (old.status, new.status) == ("ok", "ok")
    assert old.document_id != new.document_id
    assert "Version 2" in " ".join(p.text for p in new.passages)
