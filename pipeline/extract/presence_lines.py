"""Passages read as one line: a list of names goes on in the next lines of a head."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.lexicons.facts import FactsLexicon
from pipeline.model.document import PassageKind
from pipeline.model.paper import Placed
from pipeline.model.place import Span

# A list that goes on in the next line: it ends with a comma or "og", or the next line begins with a lone surname.
_GOES_ON = re.compile(r"(?:,| og)$")
_BROKEN_NAME = re.compile(r"[A-ZÆØÅ][\wæøåé-]+(?:,| \(|$)")
# Another label of a head: "Sted: …", "Referent: …"
_LABELLED = re.compile(r"[A-ZÆØÅ][\wæøå ]{1,24}:")


@dataclass(frozen=True, slots=True)
class Lines:
    """Passages read as one line; a place in it leads back to the passage it stands in."""

    placed: tuple[Placed, ...]

    @property
    def text(self) -> str:
        """The passages, a space between them."""
        return " ".join(p.passage.text for p in self.placed)

    def span(self, start: int, end: int) -> Span:
        """The span of characters `start`..`end`, cut at the end of the passage it begins in."""
        offset = 0
        for placed in self.placed:
            length = len(placed.passage.text)
            if start < offset + length:
                return placed.passage.span(start - offset, min(end - offset, length))
            offset += length + 1
        raise ValueError(f"place {start} is outside {self.text!r}")


def wrapped(passages: Sequence[Placed], facts: FactsLexicon) -> tuple[Placed, ...]:
    """A line of a head, a label in front, with the lines that its running list of names goes on in."""
    found = [passages[0]]
    for placed in passages[1:]:
        text = placed.passage.text
        if (
            placed.passage.kind is not PassageKind.LETTERHEAD
            or facts.presence.holds("labels", text)
            or _LABELLED.match(text)
        ):
            break
        if not _GOES_ON.search(found[-1].passage.text) and not _BROKEN_NAME.match(text):
            break
        found.append(placed)
    return tuple(found)


def detail_lines(passages: Sequence[Placed], facts: FactsLexicon) -> tuple[Placed, ...]:
    """The lines right below a name in a head that hold its office or party alone, one each."""
    found: list[Placed] = []
    for placed in passages[:2]:
        text = placed.passage.text
        if placed.passage.kind is not PassageKind.LETTERHEAD or not _is_detail(text, facts):
            break
        found.append(placed)
    return tuple(found)


def _is_detail(text: str, facts: FactsLexicon) -> bool:
    office = facts.people.first("offices", text)
    party = facts.people.first("party", f" ({text.strip('()')})")
    return (office is not None and office.match[0] == text.strip()) or party is not None
