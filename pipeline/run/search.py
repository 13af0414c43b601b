"""A text looked for in the findings of a corpus: as it is written, in other forms of its words, or near it."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import simplemma

from pipeline.model.ids import fold
from pipeline.run.lookup import ADVICE, SEARCHED, Found, Lookup

_PART, _REST = 5, 3
"""So many letters a word must have to be looked for as the beginning or end of another, and what must be left of it."""
_COMMON = 50
"""A word that stands in more than one of so many findings brings none of them near."""
_NEAR = 3
"""How many near findings of each kind are shown."""

_FEW = 2

WORDS, FORMS = "ordret", "ordform"
_ID = re.compile(r"[0-9a-f]{16}")
_NUMBER = re.compile(r"\d+(?:\.\d+)*")


@dataclass(frozen=True, slots=True)
class Hit:
    """A finding that holds the text, or with a reason is near it."""

    found: Found
    reason: str


@dataclass(frozen=True, slots=True)
class Search:
    """What a text led to: `hits` hold it, `near` may have to do with it; `searched` how many of each kind there are."""

    text: str
    hits: tuple[Hit, ...]
    near: tuple[Hit, ...]
    searched: tuple[tuple[str, int], ...]
    themes: tuple[str, ...]

    def _repr_html_(self) -> str:
        from pipeline.run.trail_html import render_search_html  # here: only a notebook needs it

        return render_search_html(self)


def looks_like_id(text: str) -> bool:
    """Whether a text is an id of a row and no word."""
    return _ID.fullmatch(text) is not None


def search(lookup: Lookup, text: str) -> Search:
    """The findings that hold the text, by id, number, wording or word forms; and those near it, for kinds without."""
    wanted = text.strip()
    hits = tuple(_hits(lookup, wanted))
    by_words = bool(fold(wanted)) and not looks_like_id(wanted) and _NUMBER.fullmatch(wanted) is None
    themes = (_themes(lookup, wanted) or _themes_of(lookup, hits)) if by_words else frozenset()
    missing = [kind for kind in SEARCHED if all(hit.found.kind != kind for hit in hits)]
    others = tuple(hit for kind in missing for hit in near(lookup, kind, wanted, themes)) if by_words else ()
    searched = tuple((kind, len(lookup.of(kind))) for kind in SEARCHED)
    return Search(text, hits, others, searched, tuple(sorted(lookup.labels.get(t, t) for t in themes)))


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared: folded, spelt one way (x as ks, aa as å)."""
    return tuple(word.replace("x", "ks").replace("aa", "å") for word in fold(text).split())


def forms_of(text: str) -> frozenset[str]:
    """The dictionary forms of the words of a text, and the words themselves."""
    words = words_of(text)
    return frozenset((*words, *(lemma(word) for word in words)))


@lru_cache(maxsize=100_000)
def lemma(word: str) -> str:
    """The dictionary form of a word."""
    return simplemma.lemmatize(word, lang="da").lower()


def _hits(lookup: Lookup, text: str) -> Iterator[Hit]:
    if text in lookup.found:
        yield Hit(lookup.found[text], "id")
    elif _NUMBER.fullmatch(text):
        yield from _numbered(lookup, text)
    elif fold(text):
        yield from _worded(lookup, text)


def _numbered(lookup: Lookup, number: str) -> Iterator[Hit]:
    """Recommendations of that number; those that elaborate no other come before those that do."""
    found = [one for one in lookup.of(ADVICE) if lookup.row(one)["number"] == number]
    top = [one for one in found if lookup.row(one)["kind"] == "overordnet"]
    yield from (Hit(one, "nummer") for one in top or found)


def _worded(lookup: Lookup, text: str) -> Iterator[Hit]:
    """As written; where it stands nowhere as written, in other forms of its words."""
    phrase = f" {' '.join(words_of(text))} "
    joined = phrase.replace(" ", "")
    words = [
        Hit(one, WORDS)
        for one in lookup.found.values()
        if phrase in f" {' '.join(words_of(one.text))} " or joined in _runs(one.text, len(phrase.split()) + 1)
    ]
    wanted = frozenset(lemma(word) for word in words_of(text))
    seen = {hit.found.id for hit in words}
    yield from words
    for one in lookup.found.values():
        if one.id not in seen and wanted <= forms_of(one.text):
            yield Hit(one, FORMS)


def _runs(text: str, longest: int) -> frozenset[str]:
    """Words that follow each other, written as one: what stands with a hyphen is found without."""
    words = words_of(text)
    return frozenset("".join(words[n : n + size]) for size in range(1, longest + 1) for n in range(len(words)))


def _themes(lookup: Lookup, text: str) -> frozenset[str]:
    """The themes whose name or one of whose words in the papers holds the words of the text, or is held by it."""
    wanted = frozenset(lemma(word) for word in words_of(text))
    named = {theme for theme, label in lookup.labels.items() if wanted <= forms_of(label)}
    spoken = {row["theme_id"] for row in lookup.rows("theme_mentions") if wanted <= forms_of(row["term"])}
    return frozenset(named | spoken)


def _themes_of(lookup: Lookup, hits: tuple[Hit, ...]) -> frozenset[str]:
    """What the hits are about, less those that are about many things."""
    about = (lookup.themes(hit.found) for hit in hits)
    return frozenset(theme for themes in about if len(themes) <= _FEW for theme in themes)


def near(lookup: Lookup, kind: str, text: str, themes: frozenset[str], *, beside: Found | None = None) -> list[Hit]:
    """The nearest of a kind: those with words that begin or end alike, then those of the same themes.

    With `beside`, only those from papers of the authority that it is from.
    """
    wanted = _telling(lookup, text)
    scored = []
    for one in lookup.of(kind):
        if beside is not None and not lookup.same_authority(one, beside):
            continue
        words = set(words_of(one.text)) if wanted else set()
        akin = sorted(word for word in words if any(alike(word, other) for other in wanted))
        shared = lookup.shared(themes, one)
        if akin or shared:
            reasons = (
                _told("ord, der ligner", akin),
                _told("fælles tema", [lookup.labels.get(theme, theme) for theme in shared]),
            )
            below = kind == ADVICE and lookup.row(one)["kind"] != "overordnet"
            order = (-len(akin), below, -len(shared), lookup.rarity(shared, kind), one.id)
            scored.append((order, Hit(one, "; ".join(reason for reason in reasons if reason))))
    return [hit for _, hit in sorted(scored, key=lambda pair: pair[0])[:_NEAR]]


def _telling(lookup: Lookup, text: str) -> frozenset[str]:
    """The longer words of a text that few findings hold."""
    forms = frozenset(form for form in forms_of(text) if len(form) >= _PART)
    spread = Counter(form for one in lookup.found.values() for form in forms & forms_of(one.text)) if forms else {}
    most = max(_NEAR, len(lookup.found) // _COMMON)
    return frozenset(form for form in forms if spread.get(form, 0) <= most)


def _told(what: str, words: list[str]) -> str:
    return f"{what}: {', '.join(words)}" if words else ""


def alike(word: str, wanted: str) -> bool:
    """Whether one begins or ends the other: lighed is no part of mulighed, since no word is left before it."""
    short, long = sorted((word, wanted), key=len)
    left = len(long) - len(short)
    return len(short) >= _PART and (long.startswith(short) or (long.endswith(short) and left >= _REST))
