"""The taxonomies: their themes, the terms of their leaves, and by which one the papers of a body are sorted."""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, TypeAdapter

from pipeline.errors import InvalidLexicon
from pipeline.lexicons.terms import Terms, parse_terms
from pipeline.lexicons.validated import parse_yaml

_TAXONOMIES = "taxonomies.yaml"
_COLUMNS = ["id", "label_da", "label_en", "broader", "scope_da"]


class _Terms(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    strong: tuple[str, ...]
    weak: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()


class _Taxonomy(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    themes: str
    terms: str
    bodies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme of a taxonomy; `broader` is the id of the one above, None for a top theme."""

    theme_id: str
    label_da: str
    label_en: str
    broader: str | None
    scope: str
    taxonomy: str


@dataclass(frozen=True, slots=True)
class ThemeTerms:
    """The words of a leaf: `strong` make a text be about it, `weak` add; where `never` stands neither counts.

    One of `needs`, when there are any, must be in the passage, its headings or the paper's title.
    """

    theme_id: str
    strong: Terms
    weak: Terms
    never: Terms
    needs: Terms


@dataclass(frozen=True)
class Taxonomy:
    """Themes in the order of their file, and the terms of those that are leaves, by id."""

    name: str
    themes: tuple[Theme, ...]
    terms: tuple[ThemeTerms, ...]
    bodies: tuple[str, ...]


@dataclass(frozen=True)
class ThemeLexicon:
    """The taxonomies in the order in which they are asked whether a body is theirs; the last is for all others."""

    taxonomies: tuple[Taxonomy, ...]

    @property
    def themes(self) -> tuple[Theme, ...]:
        """The themes of all taxonomies."""
        return tuple(theme for taxonomy in self.taxonomies for theme in taxonomy.themes)

    def of_body(self, body: str | None) -> Taxonomy:
        """The taxonomy that the papers of a body are sorted by."""
        name = (body or "").lower()
        own = (t for t in self.taxonomies if any(word in name for word in t.bodies))
        return next(own, self.taxonomies[-1])


def load_themes(texts: Mapping[str, str]) -> ThemeLexicon:
    """The lexicon from the texts of the lexicon files; every leaf has terms, and only leaves have."""
    shape = TypeAdapter(dict[str, _Taxonomy])
    raw = parse_yaml(texts[_TAXONOMIES], shape, name=_TAXONOMIES, error=InvalidLexicon)
    found = tuple(_taxonomy(name, told, texts) for name, told in raw.items())
    ids = [theme.theme_id for taxonomy in found for theme in taxonomy.themes]
    twice = sorted({i for i in ids if ids.count(i) > 1})
    if twice:
        raise InvalidLexicon(f"{_TAXONOMIES}: expected each theme in one taxonomy once, found again {twice}")
    if not found or found[-1].bodies or not all(t.bodies for t in found[:-1]):
        raise InvalidLexicon(f"{_TAXONOMIES}: expected the last taxonomy, and no other, to be without `bodies`")
    return ThemeLexicon(found)


def _taxonomy(name: str, told: _Taxonomy, texts: Mapping[str, str]) -> Taxonomy:
    for file in (told.themes, told.terms):
        if file not in texts:
            raise InvalidLexicon(f"{_TAXONOMIES}: {name}: expected a file of the lexicons, found {file!r}")
    themes = _themes(name, told.themes, texts[told.themes])
    raw = parse_yaml(texts[told.terms], TypeAdapter(dict[str, _Terms]), name=told.terms, error=InvalidLexicon)
    leaves = {t.theme_id for t in themes} - {t.broader for t in themes}
    if set(raw) != leaves:
        raise InvalidLexicon(
            f"{told.terms}: expected terms for each leaf of {told.themes} and no other, "
            f"found a difference in {sorted(set(raw) ^ leaves)}"
        )
    return Taxonomy(name, themes, tuple(_terms(told.terms, key, raw[key]) for key in sorted(raw)), told.bodies)


def _themes(taxonomy: str, file: str, text: str) -> tuple[Theme, ...]:
    rows = csv.DictReader(io.StringIO(text))
    if rows.fieldnames != _COLUMNS:
        raise InvalidLexicon(f"{file}, line 1: expected the columns {_COLUMNS}, found {rows.fieldnames}; mend the head")
    found = tuple(
        Theme(r["id"], r["label_da"], r["label_en"], r["broader"] or None, r["scope_da"], taxonomy) for r in rows
    )
    ids = {theme.theme_id for theme in found}
    for line, theme in enumerate(found, start=2):
        if theme.broader is not None and theme.broader not in ids:
            raise InvalidLexicon(f"{file}, line {line}: broader should be an id of the file, found {theme.broader!r}")
    return found


def _terms(file: str, theme_id: str, raw: _Terms) -> ThemeTerms:
    return ThemeTerms(theme_id, *(_parsed(file, theme_id, w) for w in (raw.strong, raw.weak, raw.never, raw.needs)))


def _parsed(file: str, theme_id: str, sources: tuple[str, ...]) -> Terms:
    try:
        return Terms.of(term for source in sources for term in parse_terms(source))
    except ValueError as problem:
        raise InvalidLexicon(f"{file}, {theme_id}: {problem}") from problem
