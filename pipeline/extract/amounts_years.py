"""The year or years that a sum of money is for: said with it, by its sentence, or by what stands above."""

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.dates import find_in
from pipeline.extract.edtf import Anchor
from pipeline.extract.reading import Reading
from pipeline.lexicons.facts import FactsLexicon
from pipeline.lexicons.rules import Found
from pipeline.model.document import PassageKind
from pipeline.model.paper import Placed

_YEARS = re.compile(r"\d{4}(?:/\d{4}|/\.\.)?$")
_NAMED = re.compile(r"\b(?:19|20)\d\d\b")
_BOTH = re.compile(r"\b((?:19|20)\d\d) og ((?:19|20)\d\d)\b")
# A new sentence: "kr. Fra 2019"; "kr. til" and "ca. 5" go on.
_BEGINS = re.compile(r"[.!?:] (?=[A-ZÆØÅ])")
_AFTER = re.compile(r"[^.;]{0,45}")


def find_years(placed: Placed, sums: Sequence[Found], reading: Reading, facts: FactsLexicon) -> Iterator[str | None]:
    """For each sum of a passage its year or span of years; None where nothing says so."""
    text = placed.passage.text
    before: Found | None = None
    year: str | None = None
    for found in sums:
        begin = max((m.end() for m in _BEGINS.finditer(text, 0, found.start)), default=0)
        part = before is not None and before.start >= begin and _goes_on(text[before.end : found.start], facts)
        inherited = year if part else None
        led = _led(text[begin : found.start], facts)
        year = _own(text, found, facts) or inherited or led or _above(placed, reading, facts)
        before = found
        yield year


def _own(text: str, found: Found, facts: FactsLexicon) -> str | None:
    """The years said right behind the sum: "2 mio. kr. i 2019"."""
    after = _AFTER.match(text[found.end :].lstrip(". "))
    near = "" if after is None else after[0]
    other = facts.amounts.first("amounts", near)
    return _year(near if other is None else near[: other.start], facts)


def _year(words: str, facts: FactsLexicon) -> str | None:
    both = _BOTH.search(words)
    if both is not None and int(both[2]) == int(both[1]) + 1:
        return f"{both[1]}/{both[2]}"
    dates = find_in(words, anchor=Anchor(None), dates=facts.dates)
    return next((d.edtf for d in dates if _YEARS.match(d.edtf)), None)


def _goes_on(between: str, facts: FactsLexicon) -> bool:
    """Whether a sum is a part of the one before it, or the next of such parts."""
    return facts.amounts.holds("parts", between) and not facts.amounts.holds("later", between)


def _led(before: str, facts: FactsLexicon) -> str | None:
    """The years at the head of the sentence: "Fra 2019 bruges"; not the year of a decision."""
    found = facts.amounts.first("year_leads", before)
    if found is None or len(_NAMED.findall(before)) > 2 or facts.amounts.holds("later", before[found.end :]):
        return None
    return _year(found.match["years"], facts)


def _above(placed: Placed, reading: Reading, facts: FactsLexicon) -> str | None:
    """The one year of the line that opens a list, or of a heading on money; not where the passage names a year."""
    if _NAMED.search(placed.passage.text):
        return None
    if placed.passage.kind is PassageKind.ITEM:
        lead = next((p for p in reading.before(placed) if p.passage.kind is not PassageKind.ITEM), None)
        if lead is not None and lead.passage.text.rstrip().endswith(":") and _led(lead.passage.text, facts) is not None:
            return _led(lead.passage.text, facts)
    found = facts.amounts.first("year_heads", "".join(placed.context.section[-1:]))
    return None if found is None else _year(found.match["years"], facts)
