"""Clauses side by side: whether two are the same clause, and whether they say it in other words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rapidfuzz import fuzz

from pipeline.model.document import Passage
from pipeline.model.ids import fold
from pipeline.model.language import Abbreviations
from pipeline.model.place import Span
from pipeline.nlp.boundaries import sentence_starts

_ALIKE = 80.0
_AHEAD = 8.0  # By how much the clause must be more like its match than like any other.
_SHORTEST = 6
_SPELLING = 85.0
_QUOTE_OPENS = re.compile(r"(?<=:) (?=[\"”“„»])")
_SIGNS = " \"”“„»«’'"


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence of a passage, as it stands on the page."""

    passage: Passage
    start: int
    end: int

    @property
    def text(self) -> str:
        """Its letters."""
        return self.passage.text[self.start : self.end]

    @property
    def quoted(self) -> bool:
        """Whether it opens a quotation."""
        return self.text[:1] in '"”“„»'

    def span(self) -> Span:
        """Its place, less the signs around a quotation."""
        text = self.text
        start = self.start + len(text) - len(text.lstrip(_SIGNS))
        return self.passage.span(start, self.start + len(text.rstrip(_SIGNS)))


def clauses_of(passage: Passage, abbreviations: Abbreviations) -> Iterator[Clause]:
    """The sentences of a passage; a quotation after a colon is one of its own."""
    text = passage.text[passage.marker :]
    if not text.strip(_SIGNS):
        return
    starts = {*sentence_starts(text, seen=(), abbreviations=abbreviations)}
    starts |= {m.end() for m in _QUOTE_OPENS.finditer(text)}
    ordered = sorted(starts)
    for start, end in zip(ordered, [*ordered[1:], len(text)], strict=True):
        if text[start:end].strip(_SIGNS):
            yield Clause(passage, passage.marker + start, passage.marker + len(text[:end].rstrip()))


def changed_from(new: Clause, old: Sequence[Clause]) -> Clause | None:
    """The old clause that the new one is, in other words; None when it stands as it was, or is another clause."""
    folded = fold(new.text)
    if len(folded.split()) < _SHORTEST or "…" in new.text or "..." in new.text:
        return None
    ranked = sorted(((fuzz.ratio(folded, fold(o.text)), -n) for n, o in enumerate(old)), reverse=True)[:2]
    if not ranked or ranked[0][0] < _ALIKE or (len(ranked) == 2 and ranked[0][0] - ranked[1][0] < _AHEAD):
        return None
    found = old[-ranked[0][1]]
    return found if _differ(folded.split(), fold(found.text).split()) else None


def _differ(new: Sequence[str], old: Sequence[str]) -> bool:
    """Whether words were put in, left out or changed; other spelling and parted words are no change."""
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        before, after = "".join(old[a:b]), "".join(new[c:d])
        if kind == "equal" or before == after:
            continue
        numbers = any(letter.isdigit() for letter in before + after)
        if kind != "replace" or numbers or fuzz.ratio(before, after) < _SPELLING:
            return True
    return False
