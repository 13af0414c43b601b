"""Pages of PDFs as one picture with places marked on them: the way back from a finding to the page, for the eye."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pdfplumber

from pipeline.errors import UnreadablePaper

_DOTS_PER_INCH = 110
_GAP = 24
# A pale fill that the letters show through, and a dark frame: the place is plain in grey print too.
_FILL, _FRAME = (255, 214, 0, 90), (160, 0, 0, 255)
_ROOM = 2.0


@dataclass(frozen=True, slots=True)
class Marked:
    """A page of a PDF, from 1, and the boxes to mark on it: PDF points from the top left."""

    data: bytes
    page: int
    boxes: tuple[Mapping[str, float], ...]


def draw_pages(pages: Sequence[Marked]) -> bytes:
    """The pages beside each other as a PNG; `UnreadablePaper` when one cannot be drawn."""
    drawn = [_draw(page) for page in pages]
    width = sum(image.width for image in drawn) + _GAP * (len(drawn) - 1)
    area = (0, 0, width, max(image.height for image in drawn))
    # Cut out larger than it is, a picture is a sheet to paste on: the PDF library draws with an imaging library of its
    # own choice, which is not ours to name.
    sheet = drawn[0].crop(area)
    sheet.paste("white", area)
    left = 0
    for image in drawn:
        sheet.paste(image, (left, 0))
        left += image.width + _GAP
    out = io.BytesIO()
    sheet.save(out, "PNG")
    return out.getvalue()


def _draw(page: Marked) -> Any:
    try:
        with pdfplumber.open(io.BytesIO(page.data)) as pdf:
            picture = pdf.pages[page.page - 1].to_image(resolution=_DOTS_PER_INCH)
            for box in page.boxes:
                corners = (box["x0"] - _ROOM, box["top"] - _ROOM, box["x1"] + _ROOM, box["bottom"] + _ROOM)
                picture.draw_rect(corners, fill=_FILL, stroke=_FRAME, stroke_width=2)
            return picture.annotated.convert("RGB")
    except Exception as problem:  # the libraries raise whatever a broken file leads them to
        raise UnreadablePaper(f"siden kan ikke tegnes ({type(problem).__name__})") from problem
