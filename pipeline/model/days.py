"""Days and clock times as Danish papers print them; only what is written out in full."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_DAY = re.compile(
    r"(?<![\d/-])(?:"
    r"(?P<d1>\d{1,2})\s?\.?\s*(?P<m1>jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)[a-z]*\.?,?\s+(?P<y1>(?:19|20)\d{2})"
    r"|(?P<y2>(?:19|20)\d{2})-(?P<m2>\d{2})-(?P<d2>\d{2})"
    r"|(?P<d3>\d{1,2})\s?[-./]\s?(?P<m3>\d{1,2})\s?[-./]\s?(?P<y3>(?:19|20)\d{2}|\d{2})"
    r")(?![\d/]|-[\dA-ZÆØÅ]|\.\d)",
    re.IGNORECASE,
)
_MONTH = re.compile(
    r"(?<!\d\. )(?<!\d )\b"
    r"(?P<month>januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)"
    r"\s+(?P<year>(?:19|20)\d{2})\b",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"(?:(?P<kl>kl\.?)\s*)?(?<![\d.,-])(?P<h>[01]?\d|2[0-4])(?:[.:](?P<m>[0-5]\d)(?::\d{2})?)?"
    r"(?![\d.:,]\d|\d|\.\s?(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Day:
    """A day as ISO 8601, and where it stands in the text."""

    start: int
    end: int
    iso: str


def find_days(text: str) -> Iterator[Day]:
    """The full dates of a text: `4. december 2012`, `27-08-2025`, `4.4. 2022`, `10. nov 2016`."""
    for match in _DAY.finditer(text):
        iso = _iso(match)
        if iso is not None:
            yield Day(match.start(), match.end(), iso)


def find_months(text: str) -> Iterator[str]:
    """The months that stand with their year and without a day: `Marts 2025` → 2025-03."""
    for match in _MONTH.finditer(text):
        yield f"{match['year']}-{_MONTHS.index(match['month'][:3].lower()) + 1:02d}"


def _iso(match: re.Match[str]) -> str | None:
    if match["d1"]:
        year, month, day = int(match["y1"]), _MONTHS.index(match["m1"].lower()) + 1, int(match["d1"])
    elif match["y2"]:
        year, month, day = int(match["y2"]), int(match["m2"]), int(match["d2"])
    else:
        year, month, day = int(match["y3"]), int(match["m3"]), int(match["d3"])
        year = year + 2000 if year < 100 else year
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def find_times(text: str) -> tuple[str | None, str | None]:
    """The first clock time and the one a dash or "til" joins to it: `kl. 9.00-12.00` → 09:00, 12:00.

    A bare number counts only behind `kl.`, or with minutes.
    """
    found = [m for m in _CLOCK.finditer(text) if m["kl"] or m["m"]]
    if not found:
        return None, None
    first = found[0]
    rest = text[first.end() :]
    joined = re.match(
        r"\s*(?:-|–|—|til)\s*(?:kl\.?\s*)?(?P<h>[01]?\d|2[0-4])(?:[.:](?P<m>[0-5]\d))?(?:\s|$|[.,;)])", rest
    )
    return _clock(first), _clock(joined) if joined else None


def _clock(match: re.Match[str]) -> str:
    return f"{int(match['h']):02d}:{match['m'] or '00'}"
