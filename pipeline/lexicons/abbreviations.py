"""The lexicon of abbreviations that end with a full stop: `abbreviations.yaml`."""

from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict, TypeAdapter

from pipeline.errors import InvalidLexicon
from pipeline.lexicons.validated import parse_yaml
from pipeline.model.language import Abbreviations

_NAME = "abbreviations.yaml"


class _Lists(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    inside: str
    either: str
    words: str = ""


def load_abbreviations(texts: Mapping[str, str]) -> Abbreviations:
    """The abbreviations, in small letters; `InvalidLexicon` when one has no stop or stands in both lists."""
    raw = parse_yaml(texts[_NAME], TypeAdapter(_Lists), name=_NAME, error=InvalidLexicon)
    inside, either, words = (frozenset(part.casefold().split()) for part in (raw.inside, raw.either, raw.words))
    for form in sorted(inside | either):
        if not form.endswith("."):
            raise InvalidLexicon(
                f"{_NAME}: expected abbreviations with a full stop at the end, found {form!r}; mend it"
            )
    for form in sorted(inside & either):
        raise InvalidLexicon(f"{_NAME}: expected each abbreviation in one list, found {form!r} in both; keep one")
    for form in sorted(words - inside - either):
        raise InvalidLexicon(f"{_NAME}: words: expected abbreviations of the lists, found {form!r}; mend it")
    return Abbreviations(inside, either, words)
