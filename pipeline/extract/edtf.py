"""Parts of a date, as a rule finds them, to EDTF (ISO 8601-2)."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_SEASONS = {"for": 21, "som": 22, "eft": 23, "vin": 24}
WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
_ORDINALS = {"første": 1, "andet": 2, "tredje": 3, "fjerde": 4, "sidste": 0}
_YEAR_PARTS = {"primo": (1, 3), "medio": (5, 8), "ultimo": (10, 12)}
_MONTH_PARTS = {"primo": (1, 10), "medio": (11, 20), "ultimo": (21, 31)}


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day by which a missing year is found: of the paper, or of its meeting. None when it has none."""

    day: date | None

    def year_of(self, month: int, day: int = 15, *, weekday: int | None = None) -> int | None:
        """The year that brings a day and month nearest to the anchor, and on its weekday when one is named."""
        anchor = self.day
        if anchor is None:
            return None
        years = [anchor.year - 1, anchor.year, anchor.year + 1]
        fitting = [y for y in years if weekday is None or _clamped(y, month, day).weekday() == weekday]
        return min(fitting or years, key=lambda y: (abs((_clamped(y, month, day) - anchor).days), y))


def anchor_of(edtf: str | None) -> Anchor:
    """The anchor of a paper's date; only a day or a month of it will do."""
    found = re.match(r"(\d{4})-(\d{2})(?:-(\d{2}))?$", edtf or "")
    if found is None:
        return Anchor(None)
    return Anchor(_clamped(int(found[1]), int(found[2]), int(found[3] or 15)))


def compose(kind: str, parts: dict[str, str], anchor: Anchor) -> str | None:
    """The EDTF of an expression of a kind (`dag`, `måned`, …) with its named parts; None when it is no date."""
    if kind == "dag":
        return _days(parts, anchor)
    if kind in {"måned", "månedsdel"}:
        return _months(kind, parts, anchor)
    if kind in {"år", "årsdel", "fra", "til", "cirka"}:
        return _years(kind, parts)
    if kind == "årstid":
        return _season(parts, anchor)
    if kind in {"kvartal", "halvår"}:
        return _part_of_year(kind, parts, anchor)
    return _week(parts, anchor)


def _clamped(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, calendar.monthrange(year, month)[1]))


def _month(parts: dict[str, str], suffix: str = "") -> int | None:
    name = parts.get(f"mon{suffix}")
    if name:
        return MONTHS.index(name.casefold()[:3]) + 1
    number = parts.get(f"mm{suffix}")
    return int(number) if number and 1 <= int(number) <= 12 else None


def _year(parts: dict[str, str], suffix: str = "") -> int | None:
    if parts.get(f"year{suffix}"):
        return int(parts[f"year{suffix}"])
    return 2000 + int(parts["yy"]) if not suffix and parts.get("yy") else None


def _day(year: int | None, month: int, day: int) -> str | None:
    if not 1 <= day <= (31 if year is None else calendar.monthrange(year, month)[1]):
        return None
    return f"{'XXXX' if year is None else year}-{month:02}-{day:02}"


def _days(parts: dict[str, str], anchor: Anchor) -> str | None:
    month2 = _month(parts, "2")
    month = _month(parts) or month2
    if month is None:
        return None
    first, last = int(parts["dd"]), int(parts["dd2"]) if parts.get("dd2") else None
    year2 = _year(parts, "2")
    weekday = WEEKDAYS.index(parts["weekday"].casefold()) if parts.get("weekday") else None
    year = _year(parts) or year2 or anchor.year_of(month, min(max(first, 1), 31), weekday=weekday)
    start = _day(year, month, first)
    if last is None or start is None:
        return start
    if month2 is not None and year2 is None and year is not None:
        year2 = year + (month2 < month)
    end = _day(year2 or year, month2 or month, last)
    return start if end is None else f"{start}/{end}"


def _months(kind: str, parts: dict[str, str], anchor: Anchor) -> str | None:
    month, month2 = _month(parts), _month(parts, "2")
    if month is None:
        return None
    if month2 is not None:
        year2 = int(parts["year2"])
        year = _year(parts) or (year2 - (month > month2))
        return f"{year}-{month:02}/{year2}-{month2:02}"
    year_found = _year(parts) or anchor.year_of(month)
    stem = f"{'XXXX' if year_found is None else year_found}-{month:02}"
    if kind == "måned":
        return stem
    first, last = _MONTH_PARTS[parts["part"].casefold()]
    end = min(last, 31 if year_found is None else calendar.monthrange(year_found, month)[1])
    return f"{stem}-{first:02}/{stem}-{end:02}"


def _years(kind: str, parts: dict[str, str]) -> str:
    year = parts["year"]
    if kind == "årsdel":
        first, last = _YEAR_PARTS[parts["part"].casefold()]
        return f"{year}-{first:02}/{year}-{last:02}"
    if kind == "år":
        end = parts.get("year2") or (year[:2] + parts["yy2"] if parts.get("yy2") else None)
        # "at udskyde det fra 2014 til 2013" is no span of years.
        return year if end is None or end < year else f"{year}/{end}"
    return {"fra": f"{year}/..", "til": f"../{year}", "cirka": f"{year}~"}[kind]


def _season(parts: dict[str, str], anchor: Anchor) -> str | None:
    season = _SEASONS[parts["season"].casefold()[:3]]
    year = parts.get("year") or (anchor.day.year if anchor.day else None)
    return None if year is None else f"{year}-{season}"


def _part_of_year(kind: str, parts: dict[str, str], anchor: Anchor) -> str | None:
    word = (parts.get("q") or parts.get("h") or "").casefold()
    number = int(word) if word.isdigit() else _ORDINALS[word]
    year = parts.get("year") or (anchor.day.year if anchor.day else None)
    count, months = (4, 3) if kind == "kvartal" else (2, 6)
    number = number or count
    if year is None or number > count:
        return None
    last = number * months
    return f"{year}-{last - months + 1:02}/{year}-{last:02}"


def _week(parts: dict[str, str], anchor: Anchor) -> str | None:
    year = int(parts["year"]) if parts.get("year") else (anchor.day.year if anchor.day else None)
    week, week2 = int(parts["w"]), int(parts.get("w2") or parts["w"])
    if year is None or not 1 <= week <= week2 <= 53:
        return None
    try:
        return f"{date.fromisocalendar(year, week, 1)}/{date.fromisocalendar(year, week2, 7)}"
    except ValueError:
        return None
