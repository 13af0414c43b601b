"""Who advises: the paper's own council under any of its names, the associations in it, or somebody else."""

import re
from dataclasses import dataclass

from pipeline.extract.bodies import is_own
from pipeline.model.structure import FrontMatter, PaperKind

# Assemblies and their committees decide or pass on; their "anbefaler" is a decision, no advice.
_POLITICAL = re.compile(
    r"(?<!\w)(?:byråd|kommunalbestyrelse|regionsråd|borgerrepræsentation)|"
    r"\b\w*(?<!inddragelses)(?<!bruger)(?<!patient)udvalg|magistrat|direktion",
    re.IGNORECASE,
)
_GROUPS = re.compile(
    r"(?:foreningerne|foreningsrepræsentanterne|brugerrepræsentanterne|medlemmerne|"
    r"(?P<of>[\wæøå-]*(?:rådet|panelet|forummet))s \w+)",
    re.IGNORECASE,
)
_TOGETHER = re.compile(r"^et (?:enigt|enstemmigt|samlet|(?:stort )?flertal i) ", re.IGNORECASE)
_OWNED = re.compile(r"^(?:Region [A-ZÆØÅ]\w+|[A-ZÆØÅ][\w-]+s? [Kk]ommunes) ")
_REST = re.compile(r" (?:for|på|i|ved|om|til) ")
_NOUN = re.compile(r"(?:råd|panel|forum|nævn|netværk|komit[ée]|samvirk|udvalg)$")
_NATIONAL = ("Danske ", "Dansk ", "Danmarks ")
_LEAST_STRENGTH_OF_OTHERS = 2


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says it, and whether the advice is the paper's own (`egen`) or that of somebody else (`citeret`)."""

    said_by: str | None
    source: str


def is_political(front: FrontMatter) -> bool:
    """Whether the paper is of an elected assembly or a committee of it, whose papers hold no advice of their own."""
    return front.body is not None and _POLITICAL.search(front.body) is not None and front.kind is not PaperKind.OTHER


def find_speaker(words: str, front: FrontMatter, *, rest: str = "", strength: int = 1) -> Speaker | None:
    """The council that these words name, `rest` being what belongs to its name; None when it gives no advice here."""
    name = _TOGETHER.sub("", words.strip())
    group = _GROUPS.match(name)
    if group is not None:
        own = group["of"] is None or is_own_council(group["of"], front)
        return None if is_political(front) or not own else Speaker(_capital(name), "egen")
    if name.casefold() == "vi":
        return None if is_political(front) else Speaker(front.body, "egen")
    if _own(name, rest, front):
        return None if is_political(front) else Speaker(_own_name(name, front), "egen")
    return _other(_capital(name + rest if _generic(name) else name), front, strength)


def is_own_council(name: str, front: FrontMatter) -> bool:
    """Whether a name means the paper's council: in full, in short (`rådet`, `brugerrådet`), or by its topic."""
    if is_own(name, front) or _is_acronym(name, front):
        return True
    if name.isupper() or name.startswith(_NATIONAL):
        return False
    if front.body is None:
        return _generic(name)
    if _OWNED.match(name):
        return False
    if _POLITICAL.search(front.body) is not None:
        # The name of the addressee stands where the council's should.
        return _generic(name) and _stem(name) != "udvalg"
    short = _stem(name.split()[-1])
    head = [_stem(word) for word in _REST.split(front.body)[0].split()]
    if (_generic(name) or _POLITICAL.search(name) is None) and any(word.endswith(short) for word in head):
        return True
    topic = _NOUN.sub("", short)
    return len(topic) > len("råd") and topic != short and topic in front.body.casefold() and _one_kind(short, head)


def _is_acronym(name: str, front: FrontMatter) -> bool:
    """BPR for "Bruger- og Pårørenderådet": the first letters of its words, and R for the council."""
    words = re.findall(r"[\wæøå]+", (front.body or "").partition(",")[0].casefold())
    letters = "".join(word[0] for word in words if word != "og") + "r"
    return len(name) > 1 and name.isupper() and name.casefold() == letters


def _one_kind(short: str, head: list[str]) -> bool:
    noun = _NOUN.search(short)
    return noun is not None and any(word.endswith(noun[0]) for word in head)


def _own(name: str, rest: str, front: FrontMatter) -> bool:
    if rest and _generic(name) and rest.strip().split()[-1][:1].isupper():
        # "Rådet for Sikker Trafik": another council, unless that is the name of this one or of its home.
        home = front.authority is not None and rest.split()[-1].casefold() in front.authority.casefold()
        return is_own(name + rest, front) or home
    return is_own_council(name, front)


def _own_name(name: str, front: FrontMatter) -> str:
    if front.body is None or (_POLITICAL.search(front.body) is not None and not is_own(name, front)):
        return _capital(name)
    return front.body


def _other(name: str, front: FrontMatter, strength: int) -> Speaker | None:
    """Another council is quoted when it really advises; assemblies and nameless bodies are not."""
    if _POLITICAL.search(name) is not None or _generic(name) or name.isupper():
        return None
    if front.kind is PaperKind.OTHER and (front.body is None or _POLITICAL.search(front.body) is not None):
        return Speaker(name, "egen")
    return Speaker(name, "citeret") if strength <= _LEAST_STRENGTH_OF_OTHERS else None


def _generic(name: str) -> bool:
    return _NOUN.fullmatch(_stem(name)) is not None


def _stem(word: str) -> str:
    return re.sub(r"(?:m?et|en)?s?$", "", word.casefold())


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
