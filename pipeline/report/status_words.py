"""How the page of what became of a council's advice says dates, counts, lists and quotes, in Danish."""

import re
from collections.abc import Collection, Sequence
from datetime import date, timedelta

from pipeline.model.danish import danish_date
from pipeline.model.ids import fold

_NUMBERS = ("nul", "én", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv")
# By their number in EDTF: what they are called, and their last day.
_SEASONS = {
    "21": ("foråret", "05-31"),
    "22": ("sommeren", "08-31"),
    "23": ("efteråret", "11-30"),
    "24": ("vinteren", "12-31"),
}
_BROKEN = re.compile(r"(?<![\w-])([a-zæøå]+)-([a-zæøå]+)(?![\w-])")


def latest_day(edtf: str | None) -> str | None:
    """The last day that an EDTF date may mean: `2025-10` → 2025-10-31; None when it has none."""
    if edtf is None:
        return None
    begin, _, end = edtf.partition("/")
    form = (begin if end in ("", "..") else end).rstrip("~?")
    parts = form.split("-")
    if len(parts) == 2 and parts[1] in _SEASONS:
        return f"{parts[0]}-{_SEASONS[parts[1]][1]}"
    try:
        return _end(*(int(part) for part in parts))
    except (ValueError, TypeError):
        return None


def _end(year: int, month: int | None = None, day: int | None = None) -> str:
    if day is not None and month is not None:
        return date(year, month, day).isoformat()
    first_after = date(year + 1, 1, 1) if month in (None, 12) else date(year, month + 1, 1)
    return (first_after - timedelta(days=1)).isoformat()


def told_date(edtf: str | None) -> str:
    """A date as a reader says it: `2026-23` → efteråret 2026; unknown is `dato ikke angivet`."""
    if edtf is None:
        return "dato ikke angivet"
    begin, _, end = edtf.partition("/")
    if end == "..":
        return f"fra {told_date(begin)}"
    if end:
        return f"til {told_date(end)}" if begin == ".." else f"{told_date(begin)} – {told_date(end)}"
    if edtf.endswith("~"):
        return f"omkring {told_date(edtf[:-1])}"
    parts = edtf.split("-")
    if len(parts) == 2 and parts[1] in _SEASONS:
        return f"{_SEASONS[parts[1]][0]} {parts[0]}"
    return danish_date(edtf)


def short_date(edtf: str | None) -> str:
    """A date as a citation has it: `2026-04-30` → 30.04.2026; unknown is `udateret`."""
    if edtf is None:
        return "udateret"
    parts = edtf.split("-")
    return ".".join(reversed(parts)) if len(parts) == 3 else told_date(edtf)


def count_word(count: int) -> str:
    """Numbers up to twelve in words."""
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def listed(words: Sequence[str]) -> str:
    """`a, b og c`."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} og {words[-1]}" if words else ""


def cut(text: str, width: int) -> str:
    """The text, its end left out with `…` at a word where it is longer."""
    if len(text) <= width:
        return text
    return text[: width - 1].rsplit(" ", 1)[0].rstrip(" ,;:–-") + " …"


def pages_told(pages: Collection[int]) -> str:
    """`s. 7`, `s. 6-9`, `s. 6, 9`."""
    spans: list[list[int]] = []
    for page in sorted(set(pages)):
        if spans and page == spans[-1][1] + 1:
            spans[-1][1] = page
        else:
            spans.append([page, page])
    return "s. " + ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in spans)


def quoted(text: str, vocabulary: Collection[str], *, width: int = 1000) -> str:
    """The paper's own words in »…«, nothing mended: a word that the paper breaks within a line is followed by [sic]."""
    return f"»{marked(cut(text, width), vocabulary)}«"


def sentence(quote: str) -> str:
    """A quote as the end of a sentence: with a full stop, unless the quote has one."""
    return quote if quote[-2:-1] in {".", "!", "?"} else f"{quote}."


def marked(text: str, vocabulary: Collection[str]) -> str:
    """The text with [sic] behind each word with a hyphen that the papers also write without, in one."""

    def mark(match: re.Match[str]) -> str:
        whole = f"{match[1]}{match[2]}" in vocabulary and match[1] not in vocabulary
        return f"{match[0]} [sic]" if whole else match[0]

    return _BROKEN.sub(mark, text)


def words_of(texts: Collection[str]) -> frozenset[str]:
    """Every word that stands in the texts, in small letters; a word broken by a hyphen is none."""
    return frozenset(word for text in texts for word in fold(_BROKEN.sub(" ", text)).split())
