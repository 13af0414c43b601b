"""The lexicon of the printed page: `layout.yaml`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from pipeline.errors import InvalidLexicon
from pipeline.lexicons.validated import parse_yaml
from pipeline.model.ids import fold


class _Shape(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    bullets: str = Field(min_length=1)
    doubtful_bullets: str
    private_use: dict[str, str]
    contents_headings: tuple[str, ...]
    contents_subheads: tuple[str, ...]
    page_numbers: tuple[str, ...]
    noise: tuple[str, ...]
    noise_parts: tuple[str, ...]
    breadcrumbs: tuple[str, ...]
    item_table_numbers: tuple[str, ...]
    item_table_titles: tuple[str, ...]
    item_table_texts: tuple[str, ...]
    abbreviations: tuple[str, ...]
    credits: tuple[str, ...]
    captions: tuple[str, ...]
    keeps_hyphen: tuple[str, ...]
    hanging: tuple[str, ...]
    labels: tuple[str, ...]


@dataclass(frozen=True)
class LayoutLexicon:
    """Bullets, contents headings, page numbers, hyphens and labels. Words are compared folded."""

    bullets: frozenset[str]
    doubtful_bullets: frozenset[str]
    private_use: Mapping[str, str]
    contents_headings: frozenset[str]
    contents_subheads: frozenset[str]
    page_numbers: frozenset[str]
    noise: frozenset[str]
    noise_parts: tuple[str, ...]
    breadcrumb: re.Pattern[str]
    item_table_numbers: frozenset[str]
    item_table_titles: frozenset[str]
    item_table_texts: frozenset[str]
    caption: re.Pattern[str]
    credit: re.Pattern[str]
    abbreviated: re.Pattern[str]
    keeps_hyphen: frozenset[str]
    hanging: frozenset[str]
    label: re.Pattern[str]


def load_layout(texts: Mapping[str, str]) -> LayoutLexicon:
    """The lexicon from the texts of the lexicon files; `InvalidLexicon` when an entry does not hold."""
    shape = parse_yaml(texts["layout.yaml"], TypeAdapter(_Shape), name="layout.yaml", error=InvalidLexicon)
    labels = "|".join(sorted((re.escape(w) for w in shape.labels), key=lambda w: (-len(w), w)))
    return LayoutLexicon(
        bullets=frozenset(shape.bullets),
        doubtful_bullets=frozenset(shape.doubtful_bullets),
        private_use=shape.private_use,
        contents_headings=frozenset(fold(w) for w in shape.contents_headings),
        contents_subheads=frozenset(fold(w) for w in shape.contents_subheads),
        page_numbers=frozenset(shape.page_numbers),
        noise=frozenset(w.casefold() for w in shape.noise),
        noise_parts=tuple(fold(w) for w in shape.noise_parts),
        breadcrumb=re.compile(rf"(?:{'|'.join(shape.breadcrumbs)})\s*[›/>»|]", re.IGNORECASE),
        item_table_numbers=frozenset(fold(w) for w in shape.item_table_numbers),
        item_table_titles=frozenset(fold(w) for w in shape.item_table_titles),
        item_table_texts=frozenset(fold(w) for w in shape.item_table_texts),
        abbreviated=re.compile(rf"\b(?:{'|'.join(map(re.escape, shape.abbreviations))})\.$", re.IGNORECASE),
        credit=re.compile(rf"\b(?:{'|'.join(shape.credits)}):"),
        caption=re.compile(rf"(?:{'|'.join(shape.captions)})\s+\d+\s*[.:]", re.IGNORECASE),
        keeps_hyphen=frozenset(shape.keeps_hyphen),
        hanging=frozenset(shape.hanging),
        # "Dato 24-06-2021", "Sagnr: 1-21", "MødestedRådhuset", "Mødedato" alone.
        label=re.compile(
            rf"(?P<label>(?:{labels})\.?)(?:(?P<glued>(?-i:[A-ZÆØÅ]).*)|\s*(?:(?P<colon>:)\s*(?P<value>.*)|(?P<bare>\s.*)?))$",
            re.IGNORECASE,
        ),
    )
