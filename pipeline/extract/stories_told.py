"""A story before it has an id, and the quotations that stand within a passage."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.extract.reading import body_text
from pipeline.extract.stories_tellers import said_by
from pipeline.lexicons.facts import FactsLexicon
from pipeline.lexicons.rules import Found
from pipeline.model.document import PassageKind
from pipeline.model.paper import Placed
from pipeline.model.place import Span

_PAIR = re.compile(r"[”\"»“„](?P<words>[^”\"»“«„]*)[”\"«“»]")
_SHORTEST = 25


@dataclass(frozen=True, slots=True)
class Told:
    """A story before it has an id; `parent` is the place of the one it belongs to in the list of all."""

    kind: str
    parent: int | None
    heading: str | None
    told_by: str | None
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation in the text of its passage, with its speaker where he is named."""

    start: int
    end: int
    who: str | None
    rule: str

    def holds(self, start: int, end: int) -> bool:
        """Whether it and the characters `start`..`end` have some in common."""
        return self.start < end and start < self.end


def heading_of(placed: Placed) -> str | None:
    """The heading right above a passage."""
    return placed.context.section[-1] if placed.context.section else None


def whole(kind: str, parent: int | None, placed: Placed, rule: str, who: str | None) -> Told:
    """A passage that is a story as it stands."""
    return Told(kind, parent, heading_of(placed), who, placed.passage.span(), rule)


def spoken(placed: Placed, facts: FactsLexicon) -> list[Quotation]:
    """The quotations of a passage that name their speaker, who tells of himself and holds no office."""
    text, shift = body_text(placed.passage), placed.passage.marker
    found = facts.stories.every("quotes", text)
    return [
        Quotation(shift + quote.start, shift + quote.end, said_by(quote), quote.rule.name)
        for quote in found
        if _own_words(quote, facts) and not facts.stories.holds("officials", quote.match["who"])
    ]


def _own_words(quote: Found, facts: FactsLexicon) -> bool:
    """Whether a speaker tells of himself, is a citizen, or is called by a given name alone."""
    words = quote.match[0].replace(quote.match["who"], "")
    who = said_by(quote)
    return facts.stories.holds("own_voice", words) or who in facts.given_names or facts.stories.holds("citizens", who)


def quoted(placed: Placed, facts: FactsLexicon) -> list[Quotation]:
    """All quotations of a passage that is known to tell a story, in reading order."""
    text, shift = body_text(placed.passage), placed.passage.marker
    named = [
        Quotation(shift + quote.start, shift + quote.end, said_by(quote), quote.rule.name)
        for quote in facts.stories.every("quotes", text)
    ]
    bare = [
        Quotation(shift + pair.start(), shift + pair.end(), None, "stories.inner_quote")
        for pair in _PAIR.finditer(text)
        if len(pair["words"]) >= _SHORTEST
    ]
    free = [quote for quote in bare if not any(other.holds(quote.start, quote.end) for other in named)]
    return sorted([*named, *free], key=lambda quote: quote.start)


def cited(quote: Quotation, parent: int | None, placed: Placed, who: str | None) -> Told:
    """A quotation as a story of its own or part of one."""
    span = placed.passage.span(quote.start, quote.end)
    return Told("citat", parent, heading_of(placed), quote.who or who, span, quote.rule)


def is_quote(placed: Placed) -> bool:
    """Whether a passage is nothing but a quotation."""
    text = body_text(placed.passage).strip()
    return placed.passage.kind is PassageKind.QUOTE or next(_whole_pairs(text), None) is not None


def _whole_pairs(text: str) -> Iterator[re.Match[str]]:
    return (pair for pair in _PAIR.finditer(text) if pair.start() <= 2 and pair.end() >= len(text) - 1)
