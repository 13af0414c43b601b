"""Where sentences begin: after stops that close no abbreviation or number, and where a model sees it without one."""

import re
from collections.abc import Iterable, Iterator

from pipeline.model.language import Abbreviations

# A stop, with what closes quotes and brackets, before a capital letter or a digit.
_STOP = re.compile(r"[.!?…][\"”»«“’)\]]*(?=\s+[\"”»«“‘(–-]*(?:[A-ZÆØÅÉ]|\d))")
# "1.-3. Anbefales", "a) og b)": numbers in front of a sentence are none of their own.
_ONLY_NUMBERS = re.compile(r"(?:\d{1,3}|\b[a-z]\b|[\s.,)–-]|og)+", re.IGNORECASE)
# Before a digit only a whole word's stop ends a sentence: "den 3. 4. og 5. maj", "nr. 5".
_WHOLE_WORD = re.compile(r"[^\W\d_]{4,}[\"”»«“)\]]*\.$|[\"”»«“)\]]\.?$|[!?…]$")
_OPENING_SIGNS = ' "”»«“‘(–-'
_LAST_WORD = re.compile(r"[^\s(„»“\"”/]+$")
# H.C. Friis, Ole K. Berg, p.g.a.: single letters, each with its stop.
_LETTERS = re.compile(r"(?:[^\W\d_]\.)+-?(?:[^\W\d_]\.)*")
# A party's letter, which a model takes for the first word of a sentence: "Liste | Ø faldt". "I" is a preposition too.
_PARTY_LETTER = re.compile(r"(?!I\b)[A-ZÆØÅ]\d?(?![\w.)])")
_CLOSED = re.compile(r"[.!?…:][\"”»«“’)\]]*$")


def sentence_starts(text: str, *, seen: Iterable[int], abbreviations: Abbreviations) -> tuple[int, ...]:
    """The first character of each sentence; `seen` are the starts that a model sees, if there is one.

    A stop before a capital or a digit is judged here; the model says where sentences part without one.
    """
    found = [0]
    for at in sorted({*_after_stops(text), *seen}):
        if at > found[-1] and _ends(text[found[-1] : at].rstrip(), text[at:], abbreviations):
            found.append(at)
    return tuple(found)


def _after_stops(text: str) -> Iterator[int]:
    """Where the next word begins after each stop."""
    for stop in _STOP.finditer(text):
        rest = text[stop.end() :]
        yield stop.end() + len(rest) - len(rest.lstrip())


def _ends(before: str, after: str, abbreviations: Abbreviations) -> bool:
    """Whether a sentence ends between the two."""
    if _CLOSED.search(before) is None and (_PARTY_LETTER.match(after) or before.count("(") > before.count(")")):
        return False
    opening = after.lstrip(_OPENING_SIGNS)[:1]
    if _ONLY_NUMBERS.fullmatch(before) is not None:
        return False
    if opening.isdigit() and before.endswith(".") and _WHOLE_WORD.search(before) is None:
        return False
    last = _LAST_WORD.search(before)
    form = "" if last is None else last[0].casefold()
    if form in abbreviations.either:
        return opening.isupper()
    return form not in abbreviations.inside and _LETTERS.fullmatch(form) is None
