"""Glyphs to letters: ligatures, soft hyphens, decomposed letters, private-use bullets, spaced-out words."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.read.shapes import Word

_DROPPED = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"))
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_SAME = {"\u2011": "-", "\u2010": "-", "\u00b4": "´", "\uf020": " "}
_SOFT_HYPHEN = "\u00ad"
# Combining ring, diaeresis, acute … that a producer printed as letters of their own.
_SPACING_ACCENTS = {"\u02da": "\u030a", "\u00a8": "\u0308"}
_UNKNOWN = re.compile(r"\(cid:\d+\)")


def clean_letters(
    glyphs: Sequence[tuple[str, float, float]], *, private_use: Mapping[str, str]
) -> tuple[str, tuple[float, ...]]:
    """The letters of a word's glyphs (text, x0, x1) and the x coordinates between them.

    A ligature's width is shared by its letters; an accent joins its letter. A soft hyphen stays only as
    the last letter, where it is a hyphen at a line end.
    """
    letters: list[str] = []
    edges: list[float] = []
    last = len(glyphs) - 1
    end = glyphs[0][1] if glyphs else 0.0
    for n, (raw, x0, x1) in enumerate(glyphs):
        for part, a, b in _parts(raw, x0, x1, private_use):
            if part == _SOFT_HYPHEN and n != last:
                continue
            if letters and (unicodedata.combining(part) or part in _SPACING_ACCENTS):
                joined = unicodedata.normalize("NFC", letters[-1] + _SPACING_ACCENTS.get(part, part))
                if len(joined) == 1:
                    letters[-1], end = joined, max(end, b)
                    continue
            letters.append(part)
            edges.append(a)
            end = b
    return "".join(letters), (*_rising(edges), max([end, *edges])) if letters else ()


def _parts(raw: str, x0: float, x1: float, private_use: Mapping[str, str]) -> list[tuple[str, float, float]]:
    text = _UNKNOWN.sub("\ufffd", raw)
    text = "".join(_LIGATURES.get(c, _SAME.get(c, c)) for c in text).translate(_DROPPED)
    text = "".join(private_use.get(c, "•" if _private(c) else c) for c in text)
    text = "".join(c for c in unicodedata.normalize("NFC", text) if c == "\ufffd" or not _control(c))
    step = (x1 - x0) / len(text) if text else 0.0
    return [(c, x0 + i * step, x0 + (i + 1) * step) for i, c in enumerate(text)]


def _private(letter: str) -> bool:
    return unicodedata.category(letter) == "Co"


def _control(letter: str) -> bool:
    return unicodedata.category(letter) in {"Cc", "Cs", "Cn"}


def _rising(edges: Sequence[float]) -> list[float]:
    rising: list[float] = []
    for edge in edges:
        rising.append(max(edge, rising[-1]) if rising else edge)
    return rising


def join_spaced(words: Sequence[Word]) -> list[Word]:
    """Words of one line, where single letters set apart (`R e f e r a t`) are one word again."""
    joined: list[Word] = []
    run: list[Word] = []
    for word in words:
        if run and not _goes_on(run, word):
            joined += _close(run)
            run = []
        run.append(word)
    return joined + _close(run)


def _goes_on(run: Sequence[Word], word: Word) -> bool:
    """Whether a single letter follows the single letters before it at their own distance."""
    if len(word.text) != 1 or len(run[-1].text) != 1 or not (word.text + run[-1].text).isalpha():
        return False
    gap = word.x0 - run[-1].x1
    usual = run[1].x0 - run[0].x1 if len(run) > 1 else gap
    return gap <= 1.6 * max(usual, 0.25 * word.size) and gap < 1.2 * word.size


def _close(run: Sequence[Word]) -> list[Word]:
    # Four letters: "i å r" and the like are three words, no spaced-out one.
    if len(run) < 4:
        return list(run)
    edges = [w.x0 for w in run] + [run[-1].x1]
    return [replace(run[0], text="".join(w.text for w in run), edges=tuple(edges))]
