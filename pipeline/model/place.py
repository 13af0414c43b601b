"""Where a finding stands: boxes on a page, spans of a passage, and the proof a finding carries."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Box:
    """A rectangle on a page (from 1), in PDF points from the top left corner."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` up to, not including, `end` of one passage; `quote` is that very text."""

    passage_id: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Proof:
    """What a finding rests on: the span that states it, the rule that found it, a score in 0..1.

    `more` holds the spans that resolve the finding: a meeting plan, a roster, an exception.
    """

    span: Span
    rule: str
    score: float = 1.0
    more: tuple[Span, ...] = ()
