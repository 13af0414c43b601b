"""The pages behind an explanation, drawn from the papers where they lie; a paper that is another is refused."""

import io
from dataclasses import replace
from hashlib import sha256

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from pipeline.errors import InvalidConfig
from pipeline.run.evidence import find_explanation
from pipeline.run.page_image import write_page_image
from tests.unit.run.made import LINK_ID, made_tables

TABLES = made_tables()
EXPLANATION = find_explanation(TABLES, LINK_ID)


@pytest.fixture
def raw(tmp_path):
    """A folder in which the papers of the explanation lie."""
    for one in EXPLANATION.evidence:
        path = tmp_path / "raw" / one.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(made())
    return tmp_path / "raw"


def made():
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842), invariant=True)
    for _ in range(2):
        canvas.drawString(50, 50, "Anbefalinger")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def documents(content):
    return [{**row, "sha256": sha256(content).hexdigest()} for row in TABLES["documents"].to_pylist()]


def test_both_ends_of_a_link_are_drawn_once_for_each_page(raw, tmp_path):
    out = tmp_path / "spor.png"
    pages = len({(one.path, box["page"]) for one in EXPLANATION.evidence for box in one.boxes})
    assert write_page_image(EXPLANATION, raw=raw, documents=documents(made()), out=out) == pages
    assert Image.open(out).format == "PNG"


def test_what_the_operator_can_mend_is_told(raw, tmp_path):
    known, out = documents(made()), tmp_path / "spor.png"
    nowhere = replace(EXPLANATION, evidence=())
    for asked, folder, papers, image, message in (
        (EXPLANATION, raw, documents(b"another"), out, "expected the paper as it was read, found another"),
        (EXPLANATION, tmp_path / "ingen", known, out, "expected the paper, found: No such file .* --raw"),
        (EXPLANATION, raw, known, tmp_path / "ingen" / "x.png", "expected a file that can be written, found"),
        (nowhere, raw, known, out, "expected a row with a place on a page, found none in links"),
    ):
        with pytest.raises(InvalidConfig, match=message):
            write_page_image(asked, raw=folder, documents=papers, out=image)
    assert not out.exists()
