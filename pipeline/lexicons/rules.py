"""Rule books: YAML files of named groups of rules, each with an id, patterns, and the Danish value it gives."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from pipeline.errors import InvalidLexicon
from pipeline.lexicons.validated import parse_yaml

WORDS_FILE = "words.yaml"
_WORD = re.compile(r"<<(\w+)>>")


class RuleShape(BaseModel):
    """One rule as written: `match` are regular expressions; `unless` takes a match back."""

    model_config = ConfigDict(extra="forbid")
    id: str = Field(pattern=r"^[a-z0-9_]+$")
    match: str | list[str]
    unless: str | list[str] = []
    value: str | None = None
    score: float = Field(default=1.0, gt=0, le=1)
    examples: list[str] = []
    why: str | None = None


class BookShape(BaseModel):
    """A file: fragments that its patterns may name as `<<word>>`, and groups of rules."""

    model_config = ConfigDict(extra="forbid")
    words: dict[str, str] = {}
    groups: dict[str, list[RuleShape]] = {}


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule ready for use; `name` is `file.id`, as it stands in every proof."""

    name: str
    patterns: tuple[re.Pattern[str], ...]
    unless: tuple[re.Pattern[str], ...]
    value: str
    score: float
    examples: tuple[str, ...]

    def find(self, text: str) -> Iterator[re.Match[str]]:
        """The places in the text where the rule holds, pattern by pattern."""
        vetoes: list[re.Match[str]] | None = None
        for pattern in self.patterns:
            for match in pattern.finditer(text):
                if vetoes is None:
                    vetoes = [veto for unless in self.unless for veto in unless.finditer(text)]
                if not any(_overlap(match, veto) for veto in vetoes):
                    yield match


@dataclass(frozen=True, slots=True)
class Found:
    """A rule and where it holds."""

    rule: Rule
    match: re.Match[str]

    @property
    def start(self) -> int:
        """The first character."""
        return self.match.start()

    @property
    def end(self) -> int:
        """The character after the last."""
        return self.match.end()


@dataclass(frozen=True)
class RuleBook:
    """Named groups of rules, each in the order of its file."""

    groups: Mapping[str, tuple[Rule, ...]]

    def first(self, group: str, text: str) -> Found | None:
        """The first rule of the group, in the order of the file, that holds somewhere in the text."""
        return next((Found(rule, match) for rule in self.groups[group] for match in rule.find(text)), None)

    def every(self, group: str, text: str) -> tuple[Found, ...]:
        """All places in reading order; a place goes to the first rule, in the order of the file, that claims it."""
        taken: list[Found] = []
        for rule in self.groups[group]:
            for match in rule.find(text):
                if match.end() > match.start() and not any(_overlap(match, other.match) for other in taken):
                    taken.append(Found(rule, match))
        return tuple(sorted(taken, key=lambda found: found.start))

    def holds(self, group: str, text: str) -> bool:
        """Whether any rule of the group holds in the text."""
        return self.first(group, text) is not None


def load_book(texts: Mapping[str, str], name: str, groups: Mapping[str, frozenset[str]]) -> RuleBook:
    """The rule book of a file that must hold just these groups; a group's set, unless empty, lists its values."""
    words = parse_yaml(texts[WORDS_FILE], TypeAdapter(dict[str, str]), name=WORDS_FILE, error=InvalidLexicon)
    shape = parse_yaml(texts[name], TypeAdapter(BookShape), name=name, error=InvalidLexicon)
    if set(shape.groups) != set(groups):
        raise InvalidLexicon(f"{name}: expected the groups {sorted(groups)}, found {sorted(shape.groups)}; mend groups")
    fragments = _spelled_out({**words, **shape.words}, name)
    seen: set[str] = set()
    found: dict[str, tuple[Rule, ...]] = {}
    for group, rules in shape.groups.items():
        for rule in rules:
            _check(rule, groups[group], seen, name)
        found[group] = tuple(_rule(rule, fragments, name) for rule in rules)
    return RuleBook(found)


def _overlap(a: re.Match[str], b: re.Match[str]) -> bool:
    return a.start() < b.end() and b.start() < a.end()


def _check(rule: RuleShape, values: frozenset[str], seen: set[str], name: str) -> None:
    if rule.id in seen:
        raise InvalidLexicon(f"{name}, rule {rule.id}: the id stands twice; give each rule its own")
    seen.add(rule.id)
    if values and rule.value not in values:
        raise InvalidLexicon(f"{name}, rule {rule.id}: value should be one of {sorted(values)}, found {rule.value!r}")


def _spelled_out(words: Mapping[str, str], name: str) -> dict[str, str]:
    """The fragments with the fragments they name put in; a fragment may name only earlier ones."""
    done: dict[str, str] = {}
    for word, text in words.items():
        done[word] = _filled(text, done, name)
    return done


def _filled(text: str, fragments: Mapping[str, str], name: str) -> str:
    def fragment(match: re.Match[str]) -> str:
        if match[1] not in fragments:
            raise InvalidLexicon(f"{name}: no word {match[1]!r} to put in for <<{match[1]}>>; add it under words")
        return f"(?:{fragments[match[1]]})"

    return _WORD.sub(fragment, text)


def _rule(shape: RuleShape, fragments: Mapping[str, str], name: str) -> Rule:
    where = f"{name}, rule {shape.id}"
    patterns = tuple(_compiled(text, fragments, where) for text in _listed(shape.match))
    unless = tuple(_compiled(text, fragments, where) for text in _listed(shape.unless))
    value = shape.id if shape.value is None else shape.value
    return Rule(f"{name.removesuffix('.yaml')}.{shape.id}", patterns, unless, value, shape.score, tuple(shape.examples))


def _listed(match: str | list[str]) -> list[str]:
    return [match] if isinstance(match, str) else match


def _compiled(text: str, fragments: Mapping[str, str], where: str) -> re.Pattern[str]:
    filled = _filled(text, fragments, where)
    try:
        return re.compile(filled, re.IGNORECASE)
    except re.error as problem:
        raise InvalidLexicon(f"{where}: not a regular expression: {problem}; mend {text!r}") from problem
