"""Numbers as advice tells them: digits, words, and spans of time in days."""

from collections.abc import Sequence

_ONES = [
    *("nul", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv", "tretten"),
    *("fjorten", "femten", "seksten", "sytten", "atten", "nitten"),
]
_TENS = {
    "tyve": 20, "tredive": 30, "fyrre": 40, "halvtreds": 50, "tres": 60, "halvfjerds": 70, "firs": 80, "halvfems": 90,
}  # fmt: skip
_NUMBERS = {
    # `en` is an article more often than a number.
    **{word: str(number) for number, word in enumerate(_ONES) if number > 1},
    **{word: str(number) for word, number in _TENS.items()},
    **{f"{one}og{ten}": str(number + n) for ten, number in _TENS.items() for n, one in enumerate(_ONES[:10]) if n},
    "hundrede": "100",
    "halvanden": "1,5",
    "halvandet": "1,5",
}
_ARTICLES = frozenset({"en", "et", "én", "ét", "een"})
_DAYS = {"dag": 1.0, "døgn": 1.0, "uge": 7.0, "måned": 30.42, "kvartal": 91.25, "år": 365.0}
_LONGEST = 5 * 365
_DAYS_TOLD = " dage"


def read_number(form: str, following: Sequence[str]) -> tuple[str, int] | None:
    """A number and how many words it takes; spans of time count in days, so that two weeks are 14 days.

    `following` are the stems of the words after it. 67 years are an age, and no span of time.
    """
    unit = following[0] if following else ""
    number = "1" if form in _ARTICLES and unit in _DAYS else _digits(form)
    if number is None:
        return None
    if unit in _DAYS and number.isdecimal() and int(number) * _DAYS[unit] <= _LONGEST:
        return f"{int(int(number) * _DAYS[unit])}{_DAYS_TOLD}", 2
    return number, 1


def _digits(form: str) -> str | None:
    if not form[0].isdigit():
        return _NUMBERS.get(form)
    thousands = "." in form and len(form.rpartition(".")[2]) == 3
    return form.replace(".", "") if thousands else form
