"""The lexicon of words that say nothing of what a text is about: `likeness.yaml`."""

from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict, TypeAdapter

from pipeline.errors import InvalidLexicon
from pipeline.lexicons.validated import parse_yaml


class _Likeness(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    function_words: str
    council_words: str


def load_silent_words(texts: Mapping[str, str]) -> frozenset[str]:
    """The words, in small letters; `InvalidLexicon` when the file does not hold them."""
    raw = parse_yaml(texts["likeness.yaml"], TypeAdapter(_Likeness), name="likeness.yaml", error=InvalidLexicon)
    return frozenset(f"{raw.function_words} {raw.council_words}".casefold().split())
