"""Pages drawn with places marked on them: the way back to the paper, for the eye."""

import io

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from pipeline.errors import UnreadablePaper
from pipeline.read.picture import Marked, draw_pages

BOX = {"page": 1, "x0": 100.0, "top": 100.0, "x1": 200.0, "bottom": 120.0}
PAPER, MARK = (255, 255, 255), (255, 240, 165)


def made(pages=2):
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(400, 300), invariant=True)
    for _ in range(pages):
        canvas.drawString(20, 20, "Referat")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def opened(*pages):
    return Image.open(io.BytesIO(draw_pages(pages)))


def at(image, x, y):
    """The colour of a place of the first page, in points from the top left."""
    scale = image.height / 300
    return image.getpixel((round(x * scale), round(y * scale)))


def test_the_place_is_marked_and_nothing_else():
    image = opened(Marked(made(), 2, (BOX,)))
    assert image.format == "PNG"
    assert all(abs(a - b) < 6 for a, b in zip(at(image, 150, 110), MARK, strict=True))
    assert at(image, 50, 50) == PAPER
    assert at(image, 250, 110) == PAPER


def test_pages_stand_beside_each_other():
    one, two = opened(Marked(made(), 1, ())), opened(Marked(made(), 1, ()), Marked(made(), 2, (BOX,)))
    assert two.height == one.height
    assert two.width > 2 * one.width


def test_the_same_pages_are_the_same_bytes():
    assert draw_pages([Marked(made(), 1, (BOX,))]) == draw_pages([Marked(made(), 1, (BOX,))])


@pytest.mark.parametrize(("data", "page"), [(b"", 1), (b"%PDF-1.4 kaput", 1), (made(1), 7)])
def test_what_cannot_be_drawn_is_told(data, page):
    with pytest.raises(UnreadablePaper, match="siden kan ikke tegnes"):
        draw_pages([Marked(data, page, ())])
