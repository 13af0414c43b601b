"""Dictionary forms: the lexicon of the training treebanks, then simplemma, then the model."""

import gzip
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import simplemma

Lexicon = Mapping[tuple[str, str], str]
"""From (form in small letters, part of speech) to the lemma."""


def lemma_of(form: str, pos: str, seen: str, *, lexicon: Lexicon) -> str:
    """The lemma of a form; `seen` is what the model says, empty when it has no say. Names go by the model."""
    known = lexicon.get((form.lower(), pos))
    if known is not None:
        return known
    if pos == "PROPN":
        return seen or form
    found: str = simplemma.lemmatize(form, lang="da").lower()
    return found if found != form.lower() else seen or found


def read_lexicon(packed: bytes) -> dict[tuple[str, str], str]:
    """The lexicon that training/lemmas.py writes: form, part of speech, lemma."""
    rows = (row.split("\t") for row in gzip.decompress(packed).decode("utf-8").splitlines())
    return {(form, pos): lemma for form, pos, lemma in rows}


@cache
def load_lexicon() -> Lexicon:
    """The lexicon that comes with the package."""
    return read_lexicon((files("pipeline.nlp") / "lemmas.tsv.gz").read_bytes())
