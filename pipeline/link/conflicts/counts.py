"""Numbers as Danish pages write them: in words up to twenty, in figures with points for thousands."""

import re
from dataclasses import dataclass
from decimal import Decimal

_WORDS = (
    "nul en to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten tyve"
)
_COUNTS = {"et": "1", "én": "1", "ét": "1", **{word: str(n) for n, word in enumerate(_WORDS.split())}}
# Not "1.5" or "0.123", which follow another custom, nor "(12)", of which one cannot say what the brackets mean.
_FIGURE = re.compile(
    r"(?P<sign>[-–−] ?)?(?P<whole>[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,2}(?: \d{3})+|\d+)(?:,(?:-|(?P<part>\d+)))?"
    r"(?: ?(?P<unit>[^\W\d_][\w. ]{0,14}))?"
)
_SPACES = re.compile(r"\s+")
_NOTHING = frozenset({"", "-", "–", "−", "—"})


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as printed: its value, how many decimals it shows, and the unit behind it."""

    value: Decimal
    decimals: int
    unit: str


def count_of(text: str) -> str:
    """The digits of a count that may be written as a word."""
    return _COUNTS.get(text.casefold(), text)


def read_figure(text: str) -> Figure | None:
    """The number that is the whole of a text; a dash or nothing is naught, anything else None."""
    clean = _SPACES.sub(" ", text).strip()
    if clean in _NOTHING:
        return Figure(Decimal(0), 0, "")
    found = _FIGURE.fullmatch(clean)
    if found is None:
        return None
    part = found["part"] or ""
    value = Decimal(re.sub(r"[. ]", "", found["whole"]) + (f".{part}" if part else ""))
    unit = (found["unit"] or "").rstrip(" .").casefold()
    return Figure(value if found["sign"] is None else -value, len(part), unit)


def shows_number(text: str) -> bool:
    """Whether a text is a number, and not a mere dash or nothing."""
    return any(letter.isdigit() for letter in text) and read_figure(text) is not None


def danish_number(value: Decimal) -> str:
    """`1234.5` → `1.234,5`."""
    return f"{value:,f}".translate(str.maketrans(",.", ".,"))
