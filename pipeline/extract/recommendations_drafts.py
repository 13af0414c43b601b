"""Recommendations before they have ids, and what becomes of them then."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.extract.advice import Advice
from pipeline.extract.reading import Reading
from pipeline.model.findings import RecommendationMention
from pipeline.model.ids import fold
from pipeline.model.place import Proof, Span
from pipeline.model.structure import PaperKind

_ISSUING = frozenset({PaperKind.RECOMMENDATIONS, PaperKind.OTHER})


@dataclass(frozen=True, slots=True)
class Draft:
    """A recommendation before it has an id; `parents` are places in the list of all."""

    text: str
    span: Span
    number: str | None
    parents: tuple[int, ...]
    strength: int
    source: str
    said_by: str | None
    addressed_to: str | None
    how: str
    rule: str


def draft(span: Span, advice: Advice, parents: tuple[int, ...] = (), *, number: str | None = None) -> Draft:
    """The full wording of a piece of advice at its place."""
    return Draft(
        span.quote,
        span,
        number,
        parents,
        advice.strength,
        advice.source,
        advice.said_by,
        advice.addressed_to,
        "full",
        advice.rule,
    )


def to_mention(key: str, made: Draft, ids: Sequence[str], reading: Reading) -> RecommendationMention:
    """The finding; advice in a paper that issues it is as old as the paper."""
    own = made.source == "egen"
    fresh = own and (reading.front.kind in _ISSUING)
    return RecommendationMention(
        id=key,
        number=made.number,
        kind="uddybende" if made.parents else "overordnet",
        parents=tuple(ids[n] for n in made.parents),
        text=made.text,
        strength=made.strength,
        source=made.source,
        said_by=made.said_by,
        issued_by=reading.front.body if own else made.said_by,
        addressed_to=made.addressed_to,
        issued=reading.front.date if fresh else None,
        how=made.how,
        proof=Proof(made.span, made.rule),
    )


def with_known_numbers(drafts: Sequence[Draft]) -> list[Draft]:
    """A recommendation that is repeated in the paper without its number keeps the number it had."""
    numbers: dict[str, str] = {}
    for made in drafts:
        if made.number is not None and made.how == "full" and not made.parents:
            numbers.setdefault(_wording(made.text), made.number)
    return [
        replace(d, number=numbers.get(_wording(d.text)))
        if d.number is None and d.how == "full" and not d.parents
        else d
        for d in drafts
    ]


def _wording(text: str) -> str:
    """The text less its first word: the name of the council, which papers spell in more than one way."""
    return fold(text.partition(" ")[2])
