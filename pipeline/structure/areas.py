"""Which region or municipality a paper comes from."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from pipeline.lexicons.front import FrontLexicon


@dataclass(frozen=True, slots=True)
class Evidence:
    """A piece of the paper and how much it weighs as a sign of who issued it."""

    text: str
    weight: int


def find_authority(pieces: Iterable[Evidence], *, front: FrontLexicon, regional: bool) -> tuple[str | None, str | None]:
    """The authority in full and the region it is or lies in; (None, None) when nothing names one.

    `regional` says that the body is one that only regions have.
    """
    listed = list(pieces)
    for names in (_named, _issuers, _towns):
        votes: Counter[str] = Counter()
        # A town in running text is where something happens, not who writes.
        for piece in [p for p in listed if p.weight > 1 or names is not _towns]:
            for name in dict.fromkeys(names(piece.text, front)):
                votes[name] += piece.weight
        if regional:
            votes = Counter({n: v for n, v in votes.items() if n.startswith("Region ")}) or votes
        authority = _winner(votes, clear=2.0 if names is _towns else 1.01)
        if authority is not None:
            return authority, _region(authority, front)
    return None, None


def _winner(votes: Counter[str], *, clear: float) -> str | None:
    """The name with most votes, if it has `clear` times as many as the next: of equals none is known."""
    ranked = sorted(votes.items(), key=lambda kv: (-kv[1], kv[0]))
    if not ranked or (len(ranked) > 1 and ranked[0][1] < clear * ranked[1][1]):
        return None
    return ranked[0][0]


def _issuers(text: str, front: FrontLexicon) -> list[str]:
    """Who a case number's form, or the house of a region, points to."""
    seats = [region for region, houses in front.seats.items() if any(house in text for house in houses)]
    forms = [f for f in front.case_numbers if f.issuer is not None]
    return seats + [f.issuer for f in forms if f.issuer and re.search(rf"(?<![\w-]){f.form}(?![\w-])", text)]


def _towns(text: str, front: FrontLexicon) -> list[str]:
    """Municipalities named as towns: `8000 Aarhus C`, `i Hjørring`."""
    pattern = _town(front.municipalities)
    return [front.full_name(m.group("name")) for m in pattern.finditer(text)]


@cache
def _town(names: tuple[str, ...]) -> re.Pattern[str]:
    listed = "|".join(re.escape(n) for n in names)
    return re.compile(rf"(?:\b\d{{4}}|\b(?:i|på|fra)) (?P<name>{listed})\b(?! \(|-)")


def _region(authority: str, front: FrontLexicon) -> str | None:
    if authority.startswith("Region "):
        return authority
    return next((r for r, names in front.regions.items() if any(front.full_name(n) == authority for n in names)), None)


def _named(text: str, front: FrontLexicon) -> list[str]:
    found = [m.group(1) for m in _regions(tuple(front.regions)).finditer(text)]
    found += [
        f"Region {_domain_region(m.group(1), front)}"
        for m in _REGION_SITE.finditer(text)
        if _domain_region(m.group(1), front)
    ]
    municipal = _municipal(front.municipalities)
    spelled = {n.casefold(): n for n in front.municipalities}
    found += [front.full_name(spelled[m.group("name").casefold()]) for m in municipal.finditer(text)]
    found += [front.full_name(name) for name in _sites(text, front)]
    return found


_REGION_SITE = re.compile(r"\b(?:www\.)?region([a-zæøå]+)\.dk\b")


def _domain_region(name: str, front: FrontLexicon) -> str | None:
    known = {_ascii(r.removeprefix("Region ")): r.removeprefix("Region ") for r in front.regions}
    return known.get(_ascii(name))


@cache
def _regions(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b({'|'.join(names)})s?\b")


@cache
def _municipal(names: tuple[str, ...]) -> re.Pattern[str]:
    listed = "|".join(re.escape(n) for n in names)
    return re.compile(rf"\b(?P<name>{listed})s? (?:Kommunes?\b|Regionskommune|Rådhus\b|Byråd|Kommunalbestyrelse)", re.I)


def _sites(text: str, front: FrontLexicon) -> list[str]:
    """Municipalities whose web or mail address stands in the text: `aarhus.dk`, `@herning.dk`."""
    sites = {m.group(1) for m in re.finditer(r"(?:www\.|@|//|\b)([a-zæøå-]+?)(?:kommune)?\.dk\b", text)}
    names = {_ascii(name): name for region in front.regions.values() for name in region}
    return [names[_ascii(site)] for site in sorted(sites) if _ascii(site) in names]


def _ascii(name: str) -> str:
    lowered = name.lower()
    for letter, spelled in (("æ", "ae"), ("ø", "oe"), ("å", "aa"), ("-", "")):
        lowered = lowered.replace(letter, spelled)
    return lowered
