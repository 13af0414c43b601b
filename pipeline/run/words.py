"""Small pieces of plain text for the terminal."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_SPACE = re.compile(r"\s+")


def safe(text: str) -> str:
    """Text from a paper on one line, without letters that would steer the terminal."""
    return _SPACE.sub(" ", _CONTROL.sub("\ufffd", text)).strip()


def shorten(text: str, width: int) -> str:
    """The text on one line, its end cut off with `…` where it is longer than `width`."""
    line = safe(text)
    return line if len(line) <= width else line[: width - 1].rstrip() + "…"


def counts(values: Iterable[str | None]) -> str:
    """`drøftet 5 · orienteret 4`: how often each value occurs, most frequent first; unknown is `ukendt`."""
    found = Counter("ukendt" if value is None else value for value in values)
    return " · ".join(f"{value} {n}" for value, n in sorted(found.items(), key=lambda kv: (-kv[1], kv[0])))


def columns(rows: Sequence[Sequence[str]], *, right: frozenset[int] = frozenset()) -> list[str]:
    """Rows as lines with their cells under each other; the columns named are set to the right."""
    if not rows:
        return []
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    return ["  ".join(_pad(cell, widths[i], i in right) for i, cell in enumerate(row)).rstrip() for row in rows]


def plural(count: int, one: str, many: str | None = None) -> str:
    """`1 paper`, `2 papers`."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def _pad(cell: str, width: int, right: bool) -> str:
    return cell.rjust(width) if right else cell.ljust(width)
