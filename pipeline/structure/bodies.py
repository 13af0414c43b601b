"""Names of councils and committees in a text, and the name that stays when the authority is taken off."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from pipeline.lexicons.front import FrontLexicon
from pipeline.model.ids import fold

_CAP = r"[A-ZÆØÅ][\wæøåÆØÅ]*"
_DEFINITE = {
    "råd": "rådet",
    "udvalg": "udvalget",
    "nævn": "nævnet",
    "panel": "panelet",
    "kommission": "kommissionen",
    "bestyrelse": "bestyrelsen",
}


@dataclass(frozen=True, slots=True)
class BodyName:
    """A body as named in a text, from `start` to `end`, and its name without its authority."""

    start: int
    end: int
    name: str


@cache
def _patterns(endings: tuple[str, ...], names: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    ends = "|".join(sorted(endings, key=lambda e: (-len(e), e)))
    fixed = "|".join(re.escape(n) for n in sorted(names, key=lambda n: (-len(n), n)))
    # "Social-, Sundheds- og Ældreudvalget", "Psykiatri- og socialudvalget", "Psykiatrisk Dialogforum"
    before = r"(?:Socialt|Grønt|Lokalt|Regionalt|Fælles|[A-ZÆØÅ][a-zæøå]+isk) "
    adjective = rf"{before}(?:Udvalg|Råd|Forum|Nævn|[\w-]+(?:{ends}))"
    # What stands before "og" must be no body itself: "Regionsrådet og Forretningsudvalget" are two.
    one = rf"{_CAP}(?<!råd)(?<!rådet)(?<!udvalg)(?<!udvalget)"
    joined = rf"(?:{_CAP}-,? (?:(?:og|&) )?)*(?:{one}-? (?:og|&) )?"
    compound = rf"(?:{before})?{joined}[A-ZÆØÅa-zæøå][\w-]*?(?<![oO]m)(?:{ends})"
    # "Udvalget for det nære sundhedsvæsen", "Arbejdsgruppe for velfærdsteknologi"
    verbs = r"har|er|skal|vil|kan|holdt|blev|var|havde|tog|gav|\w+(?:ede|edes)"
    stop = rf"(?!(?:den|til|på|om|ved|i(?! [A-ZÆØÅ])|fra|som|der|{verbs})\b|d\.|kl)"
    tail = rf"(?:[\w-]+(?:, (?=[a-zæøå-]+ og ))?)(?: {stop}\w[\w-]*){{0,5}}"
    heads = r"[Uu]dvalg(?:et)?|[Rr]åd(?:et)?|[Ff]orum|[Nn]ævn(?:et)?|[Aa]rbejdsgruppen?|[Kk]ontaktforum|[Dd]ialogforum"
    of = rf"(?:[A-ZÆØÅ][\w-]*)?(?:{heads}) (?:for|vedrørende) {tail}"
    return tuple(re.compile(rf"(?<![\wæøå-])(?P<body>{p})s?(?![\wæøå-])") for p in (fixed, of, adjective, compound))


def find_bodies(text: str, *, front: FrontLexicon) -> Iterator[BodyName]:
    """The bodies named in a text with a capital, left to right; the longer name wins."""
    matches = [m for pattern in _patterns(front.body_endings, front.body_names) for m in pattern.finditer(text)]
    known = {fold(n) for n in front.body_names if " " in n}
    found: list[BodyName] = []
    for match in sorted(matches, key=lambda m: (fold(m["body"]) not in known, m.start() - m.end())):
        name = _OF_AREA.sub("", match["body"].strip())
        if not name[:1].isupper() or fold(name) in front.never_bodies or fold(name) in _ALONE:
            continue
        if not any(b.start < match.end() and match.start() < b.end for b in found):
            owned = re.search(r"(?:[^\W\d_]s|[’']s?) $", text[: match.start()])
            found.append(BodyName(match.start(), match.end(), definite(name) if owned else name))
    return iter(sorted(found, key=lambda b: b.start))


# "Rådet for Socialt Udsatte i Odense Kommune": where it sits is not its name.
_OF_AREA = re.compile(r" i (?:Region [A-ZÆØÅ]\w+|[A-ZÆØÅ][\w-]+ Kommune|[A-ZÆØÅ][\w-]+)$")
# These name no body when nothing stands before or after them.
_ALONE = {
    "råd",
    "rådet",
    "udvalg",
    "udvalget",
    "forum",
    "nævn",
    "nævnet",
    "bestyrelsen",
    "bestyrelse",
    "panel",
    "panelet",
}


def definite(name: str) -> str:
    """`Udsatteråd` → `Udsatterådet`: what "Region Midtjyllands Udsatteråd" is called at home."""
    if " for " in name or " vedrørende " in name:
        return name
    for plain, full in _DEFINITE.items():
        if name.lower().endswith(plain):
            return name[: len(name) - len(plain)] + (full if name[-len(plain)].islower() else full.capitalize())
    return name
