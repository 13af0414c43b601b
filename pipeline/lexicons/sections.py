"""The lexicon of section headings: `sections.yaml`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, TypeAdapter

from pipeline.errors import InvalidLexicon
from pipeline.lexicons.validated import parse_yaml
from pipeline.model.ids import fold
from pipeline.model.structure import SectionRole

# A council or committee, folded: "udsatterådet", "social og sundhedsudvalget", "kommunalbestyrelsen".
_BODY = (
    r"(?:[\w ]{0,60}?(?:råd|rådet|udvalg|udvalget|bestyrelsen|bestyrelse|byråd|byrådet|forvaltning|forum|forummet|"
    r"nævn|nævnet|repræsentation|repræsentationen|magistraten|kommission|kommissionen|panel|panelet)"
    r"(?: (?:for|om|i|vedrørende) [\w ]{2,60}?)?)"
)
_DATE = r"(?:\d{1,2} \d{1,2} \d{2,4}|\d{1,2} [a-zæøå]{3,9} \d{4})"
_PLACES = {"BODY": _BODY, "DATE": _DATE, "REST": ".*"}


class _Role(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    headings: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()


@dataclass(frozen=True)
class SectionLexicon:
    """From a heading to the role of its section. `routine_items` are folded titles of standing agenda items."""

    headings: Mapping[str, SectionRole]
    patterns: tuple[tuple[SectionRole, re.Pattern[str]], ...]
    routine_items: frozenset[str]

    def role_of(self, heading: str) -> SectionRole | None:
        """The role of a heading, or None when no entry claims it. A number before it does not count."""
        exact = self.word_role(heading)
        if exact is not None:
            return exact
        forms = _forms(heading)
        return next((role for role, p in self.patterns if any(p.fullmatch(f) for f in forms)), None)

    def word_role(self, heading: str) -> SectionRole | None:
        """The role of a heading that stands in the lexicon word for word, or names a body's decision."""
        forms = _forms(heading)
        known = next((self.headings[f] for f in forms if f in self.headings), None)
        if known is not None:
            return known
        decision = (p for role, p in self.patterns if role is SectionRole.DECISION)
        return SectionRole.DECISION if any(p.fullmatch(f) for p in decision for f in forms) else None


def _forms(heading: str) -> tuple[str, ...]:
    """A heading folded, with and without the number or letter before it."""
    folded = fold(heading)
    return tuple(dict.fromkeys((folded, re.sub(r"^(?:kapitel )?(?:\d+ )+|^[a-zæøå] ", "", folded))))


def load_sections(texts: Mapping[str, str]) -> SectionLexicon:
    """The lexicon from the texts of the lexicon files; `InvalidLexicon` names a heading that stands twice."""
    name = "sections.yaml"
    raw = parse_yaml(texts[name], TypeAdapter(dict[str, _Role | tuple[str, ...]]), name=name, error=InvalidLexicon)
    routine = raw.pop("routine_items", ())
    headings: dict[str, SectionRole] = {}
    patterns: list[tuple[SectionRole, re.Pattern[str]]] = []
    allowed = ", ".join(SectionRole)
    for key, entry in raw.items():
        if key not in set(SectionRole):
            raise InvalidLexicon(f"{name}, line {_line(texts[name], key)}: role {key!r}; allowed: {allowed}")
        if not isinstance(entry, _Role):
            raise InvalidLexicon(f"{name}, line {_line(texts[name], key)}: {key}: expected headings and patterns")
        role = SectionRole(key)
        for heading in entry.headings:
            other = headings.setdefault(fold(heading), role)
            if other is not role:
                where = _line(texts[name], heading)
                raise InvalidLexicon(f"{name}, line {where}: heading {heading!r} stands under both {other} and {role}")
        patterns += [(role, _pattern(p, texts[name])) for p in entry.patterns]
    if isinstance(routine, _Role):
        raise InvalidLexicon(f"{name}: routine_items: expected a list of titles")
    return SectionLexicon(headings, tuple(patterns), frozenset(fold(t) for t in routine))


def _pattern(text: str, source: str) -> re.Pattern[str]:
    filled = text
    for word, expression in _PLACES.items():
        filled = filled.replace(word, expression)
    try:
        return re.compile(filled)
    except re.error as problem:
        raise InvalidLexicon(f"sections.yaml, line {_line(source, text)}: pattern {text!r}: {problem}") from problem


def _line(source: str, word: str) -> int:
    """The line where a word is an entry, from 1; where it stands at all when it is none by itself."""
    entry = re.compile(
        rf"^\s*(?:- +)?['\"]?{re.escape(word)}['\"]?\s*:?\s*$|[\[,]\s*['\"]?{re.escape(word)}['\"]?\s*[,\]]"
    )
    lines = source.splitlines()
    whole = next((n for n, line in enumerate(lines, start=1) if entry.search(line)), None)
    return whole or next((n for n, line in enumerate(lines, start=1) if word in line), 1)
