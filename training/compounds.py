"""Which words Danish compounds are made of, counted in an open word list: the table of the compound splitter."""

import gzip
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

_SHORTEST = 3
# The few short words that make compounds by the hundred; other pairs of letters are chance.
_SHORT_FIRSTS = frozenset({"by", "bo", "år", "års", "øl", "is", "æg", "ti", "to"})

# Prefixes and endings that are words too: formand, tilbud, sygdom and sundhed are no compounds to whoever reads themes.
_PREFIXES = frozenset({"for", "til", "ind", "mis", "ved", "med", "bor", "und", "van", "gen", "hen"})
_ENDINGS = frozenset(
    {"hed", "heden", "heder", "dom", "dommen", "dommes", "skab", "skaber", "ger", "løs", "løse", "løst"}
)


def danish_words() -> dict[str, str]:
    """Form to lemma, as the package simplemma ships them (MIT)."""
    entries = DefaultDictionaryFactory().get_dictionary("da")
    return {form: entries[form] for form in entries if form.isalpha() and form.islower()}


def counted(lemmas: Iterable[str], forms: Iterable[str]) -> tuple[Counter[str], Counter[str]]:
    """How many words begin with a part, its link included, and how many end with one, inflected or not."""
    known = {lemma for lemma in lemmas if len(lemma) >= _SHORTEST}
    inflected = {form for form in forms if len(form) >= _SHORTEST}
    first: Counter[str] = Counter()
    last: Counter[str] = Counter()
    for form in sorted(inflected):
        for at in range(2, len(form) - _SHORTEST + 1):
            before, after = form[:at], form[at:]
            if after in inflected and after not in _ENDINGS and _can_stand_in_front(before, known):
                first[before] += form in known
                last[after] += 1
    return first, last


def _can_stand_in_front(part: str, known: set[str]) -> bool:
    """A lemma, with a linking s or e, or with s for its closing e (arbejde, arbejds-)."""
    if len(part) < _SHORTEST + 1 and part not in known:
        return part in _SHORT_FIRSTS
    if part in _PREFIXES:
        return False
    bare = part[:-1]
    linked = part[-1] in "se" and bare in known
    return part in known or linked or (part[-1] == "s" and f"{bare}e" in known)


def write_table(path: Path, *, least: int) -> int:
    """Part, count in front, count at the end, for every part met at least so often in one place; the number of rows."""
    words = danish_words()
    first, last = counted(words.values(), words)
    parts = sorted(part for part in first.keys() | last.keys() if max(first[part], last[part]) >= least)
    rows = "".join(f"{part}\t{first[part]}\t{last[part]}\n" for part in parts)
    # No time stamp in the header: the same words give the same bytes.
    path.write_bytes(gzip.compress(rows.encode("utf-8"), mtime=0))
    return len(parts)
