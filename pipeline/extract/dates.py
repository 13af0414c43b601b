"""Expressions of time, as EDTF; clock times stand apart."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.extract.date_years import with_years
from pipeline.extract.edtf import WEEKDAYS, Anchor, anchor_of, compose
from pipeline.lexicons.rules import Found, RuleBook
from pipeline.model.findings import DateMention
from pipeline.model.place import Span

_WEEKDAY = re.compile(rf"\b({'|'.join(WEEKDAYS)})(?:,| den| d\.)* ?$", re.IGNORECASE)
_POINT = re.compile(r"\d{4}(?:-\d{2}){0,2}")
_TO = re.compile(
    r" (?:til|-|–) (?:og med )?(?:den )?(?:\d{1,2}\. ?[a-z]|(?:19|20)\d\d\b|(?:for|efter)året|sommeren|vinteren)"
)
_ONWARDS = re.compile(r" og frem")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a string: where, what, at what hours, by which rule."""

    start: int
    end: int
    edtf: str
    time_start: str | None
    time_end: str | None
    rule: str


def find_in(text: str, *, anchor: Anchor, dates: RuleBook, open_ended: bool = False) -> Iterator[FoundDate]:
    """The dates of a text in order; those without a year take the one nearest the anchor.

    With `open_ended` a day or month that something lasts from, or until, is an interval: "gælder fra den 3. maj".
    """
    expressions = dates.every("expressions", text)
    near = anchor if anchor.day is not None else _own_anchor(expressions)
    rows = [(found, _parts(text, found)) for found in expressions]
    with_years(text, rows, near, dates)
    for found, parts in rows:
        edtf = compose(found.rule.value, parts, near)
        if edtf is None:
            continue
        start, end = _trimmed(found)
        begins, ends = _clock(text[end:], dates) if len(edtf) == 10 else (None, None)
        lasting = _lasting(text, start, end, edtf, dates) if open_ended else edtf
        yield FoundDate(start, end, lasting, begins, ends, found.rule.name)


def _parts(text: str, found: Found) -> dict[str, str]:
    parts = {key: value for key, value in found.match.groupdict().items() if value}
    weekday = _WEEKDAY.search(text[max(0, found.start - 24) : found.start])
    return parts if weekday is None else {**parts, "weekday": weekday[1]}


def _lasting(text: str, start: int, end: int, edtf: str, dates: RuleBook) -> str:
    """A year, month or day as the interval that the words around it make of it."""
    if _POINT.fullmatch(edtf) is None or _TO.match(text[end:]):
        return edtf
    if _ONWARDS.match(text[end:]):
        return f"{edtf}/.."
    found = dates.first("open_ended", text[max(0, start - 90) : start])
    if found is None:
        return edtf
    return f"{edtf}/.." if found.rule.value == "fra" else f"../{edtf}"


def dates_within(span: Span, found: Iterable[DateMention]) -> list[DateMention]:
    """The dates that stand within a span, in order."""
    return [
        d
        for d in found
        if d.proof.span.passage_id == span.passage_id
        and span.start <= d.proof.span.start
        and d.proof.span.end <= span.end
    ]


def _own_anchor(expressions: Iterable[Found]) -> Anchor:
    """Without a date of the paper, the first day or month with a year in the same text."""
    for found in expressions:
        parts = {key: value for key, value in found.match.groupdict().items() if value}
        own = anchor_of(compose(found.rule.value, parts, Anchor(None)))
        if own.day is not None:
            return own
    return Anchor(None)


def _trimmed(found: Found) -> tuple[int, int]:
    text = found.match[0]
    return found.start, found.end - (len(text) - len(text.rstrip()))


def _clock(after: str, dates: RuleBook) -> tuple[str | None, str | None]:
    found = dates.first("times", after[:40])
    if found is None:
        return None, None
    parts = found.match.groupdict()
    return _hour(parts["h"], parts["m"]), _hour(parts["h2"], parts["m2"])


def _hour(hour: str | None, minute: str | None) -> str | None:
    return None if hour is None or int(hour) > 24 else f"{int(hour):02}:{minute or '00'}"
