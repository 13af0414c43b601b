"""The lexicon by which advice in other words is known, and advice in like words told apart: `rewording.yaml`."""

from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, TypeAdapter

from pipeline.errors import InvalidLexicon
from pipeline.lexicons.validated import parse_yaml

NAME = "rewording.yaml"
Entries = tuple[str, ...]


class _Rewording(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    kept: str
    silent: str
    light: str
    common: dict[int, str]
    same: list[str]
    opposites: list[str]
    apart: dict[str, str]


@dataclass(frozen=True, slots=True)
class RewordingLexicon:
    """Words and phrases in small letters. `same`: groups that say one thing; `apart`: groups of alternatives, by name.

    `kept` are forms that are their own dictionary form; `silent` say nothing of what is advised, `light` little;
    `common` are words by how many of a thousand passages hold them; `opposites` are pairs.
    """

    kept: frozenset[str]
    silent: frozenset[str]
    light: frozenset[str]
    common: tuple[tuple[int, Entries], ...]
    same: tuple[Entries, ...]
    opposites: tuple[tuple[str, str], ...]
    apart: tuple[tuple[str, Entries], ...]


def load_rewording(texts: Mapping[str, str]) -> RewordingLexicon:
    """The lexicon; `InvalidLexicon` when a word stands in two groups that say different things."""
    raw = parse_yaml(texts[NAME], TypeAdapter(_Rewording), name=NAME, error=InvalidLexicon)
    same = tuple(_entries(line) for line in raw.same)
    _check(same)
    return RewordingLexicon(
        kept=frozenset(_entries(raw.kept)),
        silent=frozenset(_entries(raw.silent)),
        light=frozenset(_entries(raw.light)),
        common=tuple((number, _entries(line)) for number, line in raw.common.items()),
        same=same,
        opposites=tuple(_pair(line) for line in raw.opposites),
        apart=tuple((name, _entries(line)) for name, line in raw.apart.items()),
    )


def _entries(line: str) -> Entries:
    return tuple(" ".join(entry.casefold().split()) for entry in line.split(",") if entry.strip())


def _pair(line: str) -> tuple[str, str]:
    entries = _entries(line)
    if len(entries) != 2:
        raise InvalidLexicon(f"{NAME}: expected two opposites, found {line!r}; write one pair a line")
    return entries[0], entries[1]


def _check(same: tuple[Entries, ...]) -> None:
    homes: dict[str, str] = {}
    for group in same:
        for entry in group:
            if homes.setdefault(entry, group[0]) != group[0]:
                raise InvalidLexicon(
                    f"{NAME}: {entry!r} stands in the groups {homes[entry]!r} and {group[0]!r}; keep it in one"
                )
