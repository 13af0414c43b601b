"""Rådspor: from the PDFs of a Danish council to the trail from citizen story to decision."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.api import Corpus

__all__ = ["load"]


def load(directory: "str | Path" = "data/processed") -> "Corpus":
    """The results in a folder, as tables of pandas, a graph of networkx, and the way back to the page."""
    # Here and not above: importing one module of the model must not import the whole house and its libraries.
    from pipeline import api

    return api.load(directory)
