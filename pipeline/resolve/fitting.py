"""Whether two names can be one person's: how one is spelt, shortened or changed into the other."""

from collections.abc import Sequence

from rapidfuzz.distance import OSA

from pipeline.resolve.written import Written, sound, without_ligatures

_LONG = 6
_SONS = ("sen", "son", "gård", "berg", "borg")


def spelt_alike(a: Written, b: Written, given_names: frozenset[str]) -> str | None:
    """The rule by which two whole names are one in two spellings: `udtale`, `tastefejl` …, or None."""
    if a.key == b.key:
        return None  # the same letters: whether those are one person is told by more than the name
    if _lost(a, b, given_names) or _lost(b, a, given_names):
        return "beskadiget"
    if _turned(a.words, b.words, given_names) or _turned(b.words, a.words, given_names):
        return "samme_bogstaver"
    if "".join(map(sound, a.words)) == "".join(map(sound, b.words)):
        return "udtale"
    return "tastefejl" if _mistyped(a.words, b.words, given_names) else None


def _lost(hurt: Written, well: Written, given_names: frozenset[str]) -> bool:
    """Whether fi, fl or ff are missing; what is left is no other name, or printed in pieces."""
    if well.key == hurt.key or hurt.key != without_ligatures(well.key):
        return False
    return hurt.damaged or not any(word in given_names for word in set(hurt.words) - set(well.words))


def _turned(a: Sequence[str], b: Sequence[str], given_names: frozenset[str]) -> bool:
    """`Holm Anna Lise`: the last name first, without a comma."""
    return len(a) > 1 and tuple(a) == (b[-1], *b[:-1]) and a[0] not in given_names and a[1] in given_names


def _mistyped(a: Sequence[str], b: Sequence[str], given_names: frozenset[str]) -> bool:
    """One letter wrong in one long word. Petersen and Pedersen are two, as are two given names."""
    if len(a) != len(b):
        return False
    other = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    if len(other) != 1 or other[0][0][0] != other[0][1][0]:
        return False
    if max(map(len, other[0])) < _LONG or min(map(len, other[0])) < _LONG - 1:
        return False
    if all(word.endswith(_SONS) for word in other[0]) or set(other[0]) <= given_names:
        return False
    return OSA.distance(*other[0]) == 1


def shortened(short: Written, full: Written) -> str | None:
    """The rule by which one name is another with words left out or cut, or None. The order of words stays."""
    a, b = short.words, full.words
    if short.damaged:
        b = tuple(_as_printed(word, a) for word in b)
    a, b = _joined_first(a, b), _joined_first(b, a)
    if a == b or not a or not _within(a, b):
        return _married(short, full)
    first, last = _fits(a[0], b[0]), _fits(a[-1], b[-1])
    if len(a) == 1:
        return "fornavn" if _same(a[0], b[0]) else "efternavn" if _same(a[0], b[-1]) else None
    if a[0].endswith(".") and not last:
        return None
    if first and last:
        if a[0].endswith(".") or a[-1].endswith("."):
            return "forbogstav"
        return "mellemnavn"
    if last:
        # "Krarup Dam" of Jytte Krarup Dam: only the end of the name as a whole
        return "efternavn" if _ends(a, b) else None
    return _beginning(a, b) if first else None


def _joined_first(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[str, ...]:
    """`Anne Mette` as one word, where the other name has it so."""
    return ("".join(a[:2]), *a[2:]) if len(a) > 2 and "".join(a[:2]) == b[0] else a


def _as_printed(word: str, hurt: Sequence[str]) -> str:
    """A word without its ligatures, where the damaged name has it so."""
    return without_ligatures(word) if without_ligatures(word) in hurt else word


def _beginning(a: Sequence[str], b: Sequence[str]) -> str | None:
    """`Lise Holm` of Lise Holm Berg; `Anders S.` of Anders Skov Holm is a first name and no more."""
    if a[-1].endswith("."):
        return "forbogstav" if len(a) == 2 else None
    return "nyt_efternavn"


def _married(short: Written, full: Written) -> str | None:
    """`Lise Berg (tidl. Holm)` and Lise Holm."""
    changed = (short, full) if short.former else (full, short)
    before = changed[0].former
    told = bool(before) and changed[1].whole and changed[1].words[-1:] == before[-1:]
    return "navneskift" if told and short.words[0] == full.words[0] else None


def _within(a: Sequence[str], b: Sequence[str]) -> bool:
    rest = iter(b)
    return all(any(_fits(x, y) for y in rest) for x in a)


def _ends(a: Sequence[str], b: Sequence[str]) -> bool:
    return len(a) < len(b) and all(_same(x, y) for x, y in zip(a, b[-len(a) :], strict=True))


def _fits(word: str, full: str) -> bool:
    """A word is the other, sounds like it, or is cut to its first letter or two."""
    if word.endswith("."):
        return full.startswith(word[:-1]) or full == word
    return not full.endswith(".") and _same(word, full)


def _same(a: str, b: str) -> bool:
    return a == b or (not a.endswith(".") and not b.endswith(".") and sound(a) == sound(b))
