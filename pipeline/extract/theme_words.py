"""Which words of a text are terms of which themes, and where."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.extract.reading import Reading
from pipeline.lexicons.terms import Hit, Terms
from pipeline.lexicons.themes import Taxonomy, ThemeTerms
from pipeline.model.document import PassageKind
from pipeline.model.findings import EntityMention, ThemeMention
from pipeline.model.ids import finding_ids
from pipeline.model.language import Word
from pipeline.model.place import Proof
from pipeline.nlp import Nlp

_MENTIONED_IN = frozenset({
    PassageKind.TITLE, PassageKind.HEADING, PassageKind.PARAGRAPH, PassageKind.ITEM, PassageKind.QUOTE,
    PassageKind.CAPTION,
})  # fmt: skip

_JOINED_BEFORE, _JOINED_AFTER = re.compile(r"(?:\w+-)+$"), re.compile(r"^(?:-\w+)+")

Places = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in order, and those that a damaged page has torn in two."""

    whole: tuple[Word, ...]
    torn: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class PaperWords:
    """The words of each text of a paper, and the ids of the passages that say something."""

    of: Mapping[str, Words]
    passages: frozenset[str]


@dataclass(frozen=True, slots=True)
class Hits:
    """Where strong and weak terms of a theme stand in a passage."""

    strong: tuple[Hit, ...] = ()
    weak: tuple[Hit, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """The terms by passage id and theme, and the themes that each heading names."""

    hits: Mapping[str, Mapping[str, Hits]]
    headings: Mapping[str, frozenset[str]]


def read_words(reading: Reading, *, nlp: Nlp) -> PaperWords:
    """The words of the passages that say something, of their headings and of the title; one look at each text."""
    passages = [p.passage for p in reading.passages if p.passage.kind in _MENTIONED_IN]
    headings = {heading for placed in reading.passages for heading in placed.context.section}
    texts = sorted({*(passage.text for passage in passages), *headings, reading.front.title or ""})
    found = {text: Words(words, nlp.torn(words, text)) for text, words in zip(texts, nlp.words(texts), strict=True)}
    return PaperWords(found, frozenset(passage.passage_id for passage in passages))


def find_terms(reading: Reading, words: PaperWords, names: Sequence[EntityMention], taxonomy: Taxonomy) -> Found:
    """The terms of every theme in every passage; a word inside the name of an organisation is none."""
    taken = name_places(names)
    title = words.of[reading.front.title or ""]
    hits = {}
    for placed in reading.passages:
        if placed.passage.passage_id in words.passages:
            around = [*(words.of[heading] for heading in placed.context.section), title]
            places = taken.get(placed.passage.passage_id, ())
            hits[placed.passage.passage_id] = _by_theme(words.of[placed.passage.text], around, places, taxonomy)
    headings = {heading for placed in reading.passages for heading in placed.context.section}
    about = {heading: _named_by(words.of[heading], taxonomy) for heading in headings}
    return Found(hits, about)


def find_theme_mentions(reading: Reading, terms: Found) -> tuple[ThemeMention, ...]:
    """Each strong term of a theme, with its place."""
    rows = [
        (theme, hit.term.source, placed.passage.span(*_whole(hit, placed.passage.text)))
        for placed in reading.passages
        for theme, hits in terms.hits.get(placed.passage.passage_id, {}).items()
        for hit in hits.strong
    ]
    rows.sort(key=lambda row: (reading.places[row[2].passage_id], row[2].start, row[0]))
    ids = finding_ids("theme_mentions", reading.paper.document_id, (f"{theme} {span.quote}" for theme, _, span in rows))
    return tuple(
        ThemeMention(key, theme, span.quote.casefold(), entry, Proof(span, f"theme_terms.{theme}"))
        for key, (theme, entry, span) in zip(ids, rows, strict=True)
    )


def _whole(hit: Hit, text: str) -> tuple[int, int]:
    """The place of a hit with what hyphens join to it: `no-wrong-door` stands in `no-wrong-door-princippet`."""
    before, after = _JOINED_BEFORE.search(text[: hit.start]), _JOINED_AFTER.match(text[hit.end :])
    start = before.start() if before is not None else hit.start
    return start, hit.end + (after.end() if after is not None else 0)


def _hits(terms: Terms, words: Words) -> list[Hit]:
    """All places; of a torn word only terms of one word are asked."""
    return [*terms.find(words.whole), *(hit for word in words.torn for hit in terms.find([word]))]


def _named_by(heading: Words, taxonomy: Taxonomy) -> frozenset[str]:
    return frozenset(theme for theme, hits in _by_theme(heading, (), (), taxonomy).items() if hits.strong)


def _by_theme(words: Words, around: Iterable[Words], names: Places, taxonomy: Taxonomy) -> Mapping[str, Hits]:
    found = {}
    outside = list(around)
    for theme in taxonomy.terms:
        if not theme.needs.terms or any(_hits(theme.needs, text) for text in (words, *outside)):
            hits = _of_theme(theme, words, names)
            if hits.strong or hits.weak:
                found[theme.theme_id] = hits
    return found


def _of_theme(theme: ThemeTerms, words: Words, names: Places) -> Hits:
    strong, weak = _hits(theme.strong, words), _hits(theme.weak, words)
    if not strong and not weak:
        return Hits()
    taken = [*names, *((hit.start, hit.end) for hit in _hits(theme.never, words))]
    kept = tuple(_longest(strong, taken))
    return Hits(kept, tuple(_longest(weak, [*taken, *((hit.start, hit.end) for hit in kept)])))


def _longest(hits: Iterable[Hit], taken: Places) -> Iterator[Hit]:
    """The longest of those that overlap, in reading order; none that overlaps a place already taken."""
    last = 0
    for hit in sorted(hits, key=lambda h: (h.start, -h.end, h.term.source)):
        if hit.start >= last and not any(hit.start < end and start < hit.end for start, end in taken):
            last = hit.end
            yield hit


def name_places(names: Sequence[EntityMention], *, every: bool = False) -> dict[str, list[tuple[int, int]]]:
    """By passage where names of organisations stand; with `every`, of people and places too."""
    found: dict[str, list[tuple[int, int]]] = {}
    for mention in names:
        if every or mention.entity_kind == "organisation":
            span = mention.proof.span
            found.setdefault(span.passage_id, []).append((span.start, span.end))
    return found
