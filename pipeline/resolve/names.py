"""What stays of a name when spelling, case and definite forms change, and which authority it names."""

import re
from dataclasses import dataclass

from pipeline.lexicons import Lexicons
from pipeline.model.ids import fold

_APOSTROPHE = re.compile(r"['’´`]")
_DOUBLED = re.compile(r"(\w)\1+")
_ARTICLES = ("mets", "ets", "ens", "met", "et", "en", "s")


@dataclass(frozen=True, slots=True)
class Named:
    """A name without its authority, and the authority, when the name holds one."""

    core: str
    authority: str | None


def organisation_key(name: str, lexicons: Lexicons) -> str:
    """What two spellings of one organisation share: letters less case, spaces, apostrophes, doubling, articles."""
    words = fold(_APOSTROPHE.sub("", name)).split()
    identity = lexicons.identity
    if len(words) > 1 and words[0] in identity.leading and words[1] not in identity.kept_before:
        words = words[1:]
    joined = "".join(indefinite(word, lexicons.front.body_endings) for word in words)
    return _DOUBLED.sub(r"\1", joined)


def indefinite(word: str, endings: tuple[str, ...]) -> str:
    """`udsatterådets` → `udsatteråd`; other words stay."""
    for article in _ARTICLES:
        bare = word.removesuffix(article)
        if bare != word and bare.endswith(endings):
            return bare
    return word


def is_body(name: str, lexicons: Lexicons) -> bool:
    """Whether a name is that of a council or committee."""
    folded = fold(name)
    if any(folded == fold(known) for known in lexicons.front.body_names):
        return True
    if any(word.endswith(tuple(lexicons.front.never_bodies)) for word in folded.split()):
        return False
    head = re.split(r" (?:for|om|vedrørende|i|på) ", folded)[0].split()
    return bool(head) and indefinite(head[-1], lexicons.front.body_endings).endswith(lexicons.front.body_endings)


def split_authority(name: str, lexicons: Lexicons) -> Named:
    """`Region X's Udsatteråd`, `Udsatterådet i Region X`, `Byrådet i Y Kommune`, `Y Byråd` → name and authority."""
    areas = _areas(lexicons)
    before = re.fullmatch(rf"({areas})(?:s|'s|’s|')?(?: Kommunes?)? (.+)", name)
    if before is not None and is_body(before[2], lexicons):
        return Named(before[2], _authority(before[1], lexicons))
    after = re.fullmatch(rf"(.+?) (?:i|for|ved|under) ({areas})(?: Kommune)?", name)
    if after is not None and is_body(after[1], lexicons):
        return Named(after[1], _authority(after[2], lexicons))
    return Named(name, None)


def _areas(lexicons: Lexicons) -> str:
    regions = sorted(lexicons.front.regions)
    return "|".join(re.escape(area) for area in (*regions, *lexicons.front.municipalities))


def _authority(area: str, lexicons: Lexicons) -> str:
    return area if area in lexicons.front.regions else lexicons.front.full_name(area)
