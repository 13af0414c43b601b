"""Councils, committees and authorities named in a text, and whether one is the paper's own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.lexicons.rules import RuleBook
from pipeline.model.structure import FrontMatter

_HOME = re.compile(r" (?:i|for) ((?:Region )?[A-ZÆØÅ][\w-]+(?: [Kk]ommune)?)$")
_OWNER = re.compile(r"^((?:Region )?[A-ZÆØÅ][\w-]+?)s? (?:[Kk]ommunes )?(?=[A-ZÆØÅ])")
_DOUBLE = re.compile(r"(.)\1")


@dataclass(frozen=True, slots=True)
class NamedBody:
    """A body in a text: its name in its first form, and whether an -s makes it the owner of what follows."""

    start: int
    end: int
    name: str
    kind: str
    genitive: bool
    generic: bool


def find_bodies(text: str, bodies: RuleBook) -> tuple[NamedBody, ...]:
    """The bodies named in a text, in order; "rådet" and "udvalget" alone are generic."""
    named = [_body(text, found.start, found.end, found.rule.value, False) for found in bodies.every("named", text)]
    for found in bodies.every("generic", text):
        if not any(found.start < n.end and n.start < found.end for n in named):
            named.append(_body(text, found.start, found.end, found.rule.value, True))
    return tuple(sorted(named, key=lambda n: n.start))


def is_own(name: str, front: FrontMatter) -> bool:
    """Whether a name means the body of the paper: its spelling may vary, its home may not."""
    if front.body is None:
        return False
    home = _home(name)
    if home is not None and front.authority is not None and home.casefold() not in front.authority.casefold():
        return False
    return _stem(_bare(name)) == _stem(_bare(front.body))


def plain_name(name: str, front: FrontMatter) -> str:
    """The name of a body without its own authority: the paper's body as the paper calls it."""
    if is_own(name, front):
        return front.body or name
    home = _home(name)
    at_home = home is not None and front.authority is not None and home.casefold() in front.authority.casefold()
    return _capital(_HOME.sub("", name)) if at_home and _HOME.search(name) else _capital(name)


def _body(text: str, start: int, end: int, kind: str, generic: bool) -> NamedBody:
    genitive = text[end : end + 1] == "s"
    return NamedBody(start, end, _capital(text[start:end]), kind, genitive, generic)


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]


def _home(name: str) -> str | None:
    found = _HOME.search(name) or _OWNER.search(name)
    return found[1] if found else None


def _bare(name: str) -> str:
    return _OWNER.sub("", _HOME.sub("", name)) if _home(name) else name


def _stem(name: str) -> str:
    """The letters by which two spellings of a name agree: no endings, no doubled letters."""
    return " ".join(_stems(name.casefold()))


def _stems(name: str) -> Iterator[str]:
    for word in re.findall(r"\w+", name):
        yield _DOUBLE.sub(r"\1", re.sub(r"(?:et|en)?s?$", "", word))
