"""The reader over pages that are set by hand."""

from collections.abc import Callable

import pytest

from pipeline.model.document import Document
from pipeline.read import read_paper
from tests.unit.read.sheets import Sheet, raw


@pytest.fixture
def read(monkeypatch, context) -> Callable[..., Document]:
    """Pages to a document, without the PDF library."""

    def reading(*sheets: Sheet) -> Document:
        monkeypatch.setattr("pipeline.read.open_pages", lambda data, **limits: (len(sheets), iter(raw(sheets))))
        return read_paper(b"pages set by hand", path="paper.pdf", context=context)

    return reading


@pytest.fixture(scope="session")
def bullets(context):
    """The letters that stand before list items."""
    return context.lexicons.layout.bullets
