"""Why a link is one: the rules, its reason, what both ends share, and what else it could have led to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.run.lookup import ADVICE, Found, Lookup, Row, rank, reason_of, strength
from pipeline.run.search import lemma, words_of
from pipeline.run.words import safe, shorten

_QUOTE = 90
_LEAST = 5
_WORDS = 12
_TERMS = 4


@dataclass(frozen=True, slots=True)
class Rival:
    """Another end that the same source could lead to by the same relation, or did."""

    found: Found
    strength: str
    score: float
    link_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class Grounds:
    """What stands behind a link. `rules`: who found each end; `themes`, `words`: what both have, as each writes it."""

    strength: str
    score: float
    method: str
    reasons: tuple[str, ...]
    rules: tuple[tuple[str, str, float], ...]
    themes: tuple[tuple[str, str, str], ...]
    words: tuple[tuple[str, str, str], ...]
    rivals: tuple[Rival, ...]


def find_grounds(lookup: Lookup, link: Row) -> Grounds:
    """The grounds of a link, whatever method laid it."""
    ends = [lookup.end(link[f"{side}_kind"], link[f"{side}_id"]) for side in ("source", "target")]
    known = [end for end in ends if end is not None]
    pair = (known[0], known[1]) if len(known) == 2 else None
    return Grounds(
        strength=strength(link),
        score=link["score"],
        method=link["method"],
        reasons=tuple(reason_of(lookup, link).split("; ")),
        rules=tuple(_rule(lookup, end) for end in known if end.id in lookup.found),
        themes=() if pair is None else tuple(_themes(lookup, *pair)),
        words=() if pair is None else tuple(_words(*pair)),
        rivals=tuple(_rivals(lookup, link)),
    )


def render_grounds(grounds: Grounds) -> Iterator[str]:
    """The grounds as lines; the score stands beside the word that says what it is worth."""
    yield f"{grounds.strength} (score {grounds.score:.3f}), fremgangsmåde {grounds.method}"
    yield from (f"  begrundelse: {safe(reason)}" for reason in grounds.reasons)
    yield from (f"  fundet af reglen {rule} (score {score:.2f}): {name}" for name, rule, score in grounds.rules)
    yield from (f"  fælles tema: {_both(*theme)}" for theme in grounds.themes)
    yield from (f"  fælles ord: {_both(*word)}" for word in grounds.words)
    yield f"  andre mulige mål fra samme kilde: {len(grounds.rivals)}"
    for rival in grounds.rivals:
        who = f"{rival.found.name} {rival.found.id}  [kobling {rival.link_id}]"
        yield f"    {rival.strength} ({rival.score:.3f})  {who}"
        yield f"      »{shorten(rival.found.text, _QUOTE)}«"
        yield f"      {safe(rival.reason)}"


def _both(name: str, left: str, right: str) -> str:
    return f"{safe(name)} (fra: {safe(left) or 'uden et ord i citatet'}; til: {safe(right) or 'uden et ord i citatet'})"


def _rule(lookup: Lookup, end: Found) -> tuple[str, str, float]:
    row = lookup.row(end)
    return f"{end.name} {end.id}", row["rule"], row["score"]


def _themes(lookup: Lookup, source: Found, target: Found) -> Iterator[tuple[str, str, str]]:
    """Each theme of both with the words for it, as they stand on each side; a recommendation's elaborations count."""
    sides = (_family(lookup, source), _family(lookup, target))
    left, right = (frozenset(theme for one in side for theme in lookup.themes(one)) for side in sides)
    for theme in sorted(left & right, key=lambda theme: (theme not in lookup.themes(target), theme)):
        terms = [
            [row["term"] for one in side for row in lookup.terms(one) if row["theme_id"] == theme] for side in sides
        ]
        told = [", ".join(list(dict.fromkeys(found))[:_TERMS]) for found in terms]
        yield lookup.labels.get(theme, theme), told[0], told[1]


def _family(lookup: Lookup, end: Found) -> list[Found]:
    if end.kind != ADVICE:
        return [end]
    return [end, *(one for one in lookup.of(ADVICE) if end.id in lookup.row(one)["parents"])]


def _words(source: Found, target: Found) -> Iterator[tuple[str, str, str]]:
    """Each word of both in its dictionary form, and as it stands on each side; the longest first."""
    left, right = _by_lemma(source.text), _by_lemma(target.text)
    shared = sorted(left.keys() & right.keys(), key=lambda word: (-len(word), word))
    yield from ((word, left[word], right[word]) for word in shared[:_WORDS])


def _by_lemma(text: str) -> dict[str, str]:
    """From the dictionary form of each longer word to the word as it stands first."""
    return {lemma(word): word for word in reversed(words_of(text)) if len(word) >= _LEAST}


def _rivals(lookup: Lookup, link: Row) -> Iterator[Rival]:
    others: Sequence[Row] = [
        other
        for other in lookup.links.get(link["source_id"], ())
        if other["source_id"] == link["source_id"]
        and other["relation"] == link["relation"]
        and other["link_id"] != link["link_id"]
    ]
    for other in sorted(others, key=rank):
        end = lookup.end(other["target_kind"], other["target_id"])
        if end is not None:
            yield Rival(end, strength(other), other["score"], other["link_id"], reason_of(lookup, other))
