"""The themes and their words: `themes.csv` (the taxonomy) and `theme_terms.yaml` (the terms of its leaves)."""

import csv
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, TypeAdapter

from pipeline.errors import InvalidLexicon
from pipeline.lexicons.validated import parse_yaml

_TAXONOMY, _TERMS = "themes.csv", "theme_terms.yaml"
_COLUMNS = ["id", "label_da", "label_en", "broader", "scope_da"]


class _Terms(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    strong: tuple[str, ...]
    weak: tuple[str, ...] = ()
    needs: str | None = None


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme of the taxonomy; `broader` is the id of the one above, None for a top theme."""

    theme_id: str
    label_da: str
    label_en: str
    broader: str | None
    scope: str


@dataclass(frozen=True, slots=True)
class ThemeTerms:
    """The words of a leaf theme: `strong` make a text be about it, `weak` add, `needs` must be there at all."""

    theme_id: str
    strong: re.Pattern[str]
    weak: re.Pattern[str] | None
    needs: re.Pattern[str] | None


@dataclass(frozen=True)
class ThemeLexicon:
    """All themes in the order of the taxonomy, and the terms of those that are leaves."""

    themes: tuple[Theme, ...]
    terms: tuple[ThemeTerms, ...]


def load_themes(texts: Mapping[str, str]) -> ThemeLexicon:
    """The lexicon from the texts of the lexicon files; every leaf has terms, and only leaves have."""
    themes = _taxonomy(texts[_TAXONOMY])
    raw = parse_yaml(texts[_TERMS], TypeAdapter(dict[str, _Terms]), name=_TERMS, error=InvalidLexicon)
    leaves = {t.theme_id for t in themes} - {t.broader for t in themes}
    if set(raw) != leaves:
        wrong = sorted(set(raw) ^ leaves)
        raise InvalidLexicon(
            f"{_TERMS}: expected terms for each leaf of {_TAXONOMY} and no other, found a difference in {wrong}"
        )
    return ThemeLexicon(themes, tuple(_terms(key, raw[key]) for key in sorted(raw)))


def _taxonomy(text: str) -> tuple[Theme, ...]:
    rows = csv.DictReader(io.StringIO(text))
    if rows.fieldnames != _COLUMNS:
        raise InvalidLexicon(
            f"{_TAXONOMY}, line 1: expected the columns {_COLUMNS}, found {rows.fieldnames}; mend the head"
        )
    found = tuple(Theme(r["id"], r["label_da"], r["label_en"], r["broader"] or None, r["scope_da"]) for r in rows)
    ids = {theme.theme_id for theme in found}
    for line, theme in enumerate(found, start=2):
        if theme.broader is not None and theme.broader not in ids:
            raise InvalidLexicon(
                f"{_TAXONOMY}, line {line}: broader should be an id of the file, found {theme.broader!r}"
            )
    return found


def _terms(theme_id: str, raw: _Terms) -> ThemeTerms:
    strong = _pattern(theme_id, raw.strong)
    weak = _pattern(theme_id, raw.weak) if raw.weak else None
    return ThemeTerms(theme_id, strong, weak, None if raw.needs is None else _pattern(theme_id, (raw.needs,)))


def _pattern(theme_id: str, words: tuple[str, ...]) -> re.Pattern[str]:
    # Longer expressions first: "børn og unge" is one term, not two.
    ordered = sorted(words, key=lambda w: (-len(w), w))
    try:
        return re.compile(rf"(?<!\w)(?:{'|'.join(f'(?:{w})' for w in ordered)})(?!\w)", re.IGNORECASE)
    except re.error as problem:
        raise InvalidLexicon(f"{_TERMS}, {theme_id}: not a regular expression: {problem}; mend its terms") from problem
