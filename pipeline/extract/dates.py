"""Expressions of time, as EDTF; clock times stand apart."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.extract.edtf import WEEKDAYS, Anchor, anchor_of, compose
from pipeline.extract.reading import Reading
from pipeline.lexicons.rules import Found, RuleBook
from pipeline.model.findings import DateMention
from pipeline.model.ids import finding_ids
from pipeline.model.place import Proof, Span

_WEEKDAY = re.compile(rf"\b({'|'.join(WEEKDAYS)})(?:,| den| d\.)* ?$", re.IGNORECASE)
_YEAR_ONLY = re.compile(r"\d{4}$")
_INTERVAL = re.compile(r"\d{4}/\d{4}$|\d{4}/\.\.$|\.\./\d{4}$")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a string: where, what, at what hours, by which rule."""

    start: int
    end: int
    edtf: str
    time_start: str | None
    time_end: str | None
    rule: str


def find_in(text: str, *, anchor: Anchor, dates: RuleBook) -> Iterator[FoundDate]:
    """The dates of a text in order; those without a year take the one nearest the anchor."""
    expressions = dates.every("expressions", text)
    near = anchor if anchor.day is not None else _own_anchor(expressions)
    for found in expressions:
        parts = {key: value for key, value in found.match.groupdict().items() if value}
        weekday = _WEEKDAY.search(text[max(0, found.start - 24) : found.start])
        if weekday is not None:
            parts["weekday"] = weekday[1]
        edtf = compose(found.rule.value, parts, near)
        if edtf is None:
            continue
        start, end = _trimmed(found)
        begins, ends = _clock(text[end:], dates) if len(edtf) == 10 else (None, None)
        yield FoundDate(start, end, edtf, begins, ends, found.rule.name)


def find_dates(reading: Reading, dates: RuleBook) -> tuple[DateMention, ...]:
    """Every date of the paper, heads included, with what it is for."""
    anchor = anchor_of(reading.front.date)
    rows = [
        (placed.passage.span(found.start, found.end), found, _role(placed.passage.text, found, dates))
        for placed in reading.passages
        for found in find_in(placed.passage.text, anchor=anchor, dates=dates)
    ]
    ids = finding_ids("dates", reading.paper.document_id, (span.quote for span, _, _ in rows))
    return tuple(
        DateMention(key, span.quote, d.edtf, d.time_start, d.time_end, role, Proof(span, d.rule))
        for key, (span, d, role) in zip(ids, rows, strict=True)
    )


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


def _role(text: str, found: FoundDate, dates: RuleBook) -> str:
    """What the date is for: by the words of its own neighbourhood, then of its kind."""
    if _INTERVAL.search(found.edtf):
        return "periode"
    near = text[max(0, found.start - 70) : found.end + 20]
    role = dates.first("roles", near)
    if _YEAR_ONLY.match(found.edtf):
        return role.rule.value if role is not None and role.rule.value == "medlemskab" else "andet"
    return "andet" if role is None else role.rule.value
