"""The year of a day or month written without one: that of the dates it is listed with, else one that fits its words."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from pipeline.extract.edtf import MONTHS, WEEKDAYS, Anchor
from pipeline.lexicons.rules import Found, RuleBook

_DAY = "dag"
_KINDS = frozenset({_DAY, "måned"})
# What is to be done by a day is not due in the past; what has been so since a day began there.
_AHEAD = re.compile(
    r"\b(?:senest|inden|frist\w*|deadline|(?:næste|kommende) (?:ordinære )?møde\w*|vi ses)\b[^.;]{0,30}$",
    re.IGNORECASE,
)
_PAST = re.compile(r"\bsiden (?:\w+ )?$", re.IGNORECASE)

Parts = dict[str, str]
Row = tuple[Found, Parts]


def with_years(text: str, rows: Sequence[Row], anchor: Anchor, dates: RuleBook) -> None:
    """Fill in years: days joined by commas and "og" stand in order; a day to keep ("senest") is not past."""
    for row, following in reversed(list(pairwise(rows))):
        if _lacks(row) and following[1].get("year") and _joined(text, row, following, dates):
            row[1]["year"] = str(int(following[1]["year"]) - (_place(row) > _place(following)))
    for n, row in enumerate(rows):
        if _lacks(row) and "weekday" not in row[1]:
            year = _year(text, row, rows[n - 1] if n else None, anchor, dates)
            if year is not None:
                row[1]["year"] = str(year)


def _year(text: str, row: Row, before: Row | None, anchor: Anchor, dates: RuleBook) -> int | None:
    if before is not None and _joined(text, before, row, dates):
        year = int(before[1]["year"]) if before[1].get("year") else _nearest(before, anchor)
        if year is not None:
            return year + (_place(row) < _place(before))
    if anchor.day is None:
        return None
    today = (anchor.day.month, anchor.day.day if row[0].rule.value == _DAY else 0)
    left = text[: row[0].start]
    if _AHEAD.search(left):
        return anchor.day.year + (_place(row) < today)
    return anchor.day.year - (_place(row) > today) if _PAST.search(left) else None


def _nearest(row: Row, anchor: Anchor) -> int | None:
    weekday = row[1].get("weekday")
    return anchor.year_of(*_place(row), weekday=None if weekday is None else WEEKDAYS.index(weekday.casefold()))


def _lacks(row: Row) -> bool:
    """Whether it is one day, or one month, that no year stands with."""
    kind, parts = row[0].rule.value, row[1]
    single = not {"year", "year2", "yy", "dd2", "mon2"} & parts.keys()
    return kind in _KINDS and single and _is_day(*_place(row), month_only=kind != _DAY)


def _is_day(month: int, day: int, *, month_only: bool) -> bool:
    try:
        return date(2000, month, 1 if month_only else day).month == month
    except ValueError:
        return False


def _place(row: Row) -> tuple[int, int]:
    parts = row[1]
    month = MONTHS.index(parts["mon"].casefold()[:3]) + 1 if parts.get("mon") else int(parts.get("mm") or 0)
    return month, int(parts.get("dd") or 0)


def _joined(text: str, one: Row, other: Row, dates: RuleBook) -> bool:
    """Whether two days stand in one row of days."""
    both = one[0].rule.value == other[0].rule.value == _DAY
    return both and dates.holds("joins", text[one[0].end : other[0].start])
