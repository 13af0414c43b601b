"""Clauses with a decision verb of their own: where each begins and ends, and by which rule its verb is one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.extract.reading import Sentence
from pipeline.lexicons.rules import Found, RuleBook

_LAST_SEGMENT = re.compile(r"[,;:] |(?<= )[–-] ")
# What may join a further main clause to the first: "og aftalt", "hvor det blev besluttet", "punkt 2 udsat".
_JOINED = re.compile(
    r"(?:^|[\s,;])(?:(?<!- )og|samt|men|hvor(?:efter|på)?)(?: (?!at\b)[\wæøå’'-]+){0,5} ?$|"
    r"[,;.] ?(?:(?:indstillings|beslutnings)?punkt(?:erne)?|pkt\.|ad\.?|at)? ?\d[\d.\-, og)]*:? ?(?:blev |er )?$",
    re.IGNORECASE,
)
_WHERE = re.compile(r"^\W*(?:hvor\b|idet der\b)", re.IGNORECASE)
# "Det fremgår af budgetaftalen, at partierne er enige om …" says what it says.
_REPORTS = re.compile(r"(?:det|der|heraf) fremgår\b|af [^,]{3,60} fremgår", re.IGNORECASE)
_CONTENT = re.compile(r"\bat\b", re.IGNORECASE)
_OPENING = re.compile(r"(?:og|samt|men) (?!at\b)", re.IGNORECASE)
_AUXILIARY = re.compile(r"\b(har|havde|er|var|blev)\b(?![^.;]*\b(?:har|havde|er|var|blev)\b)", re.IGNORECASE)
_PAST = re.compile(r"(?:e|og|od|gav|skød|gik)$")


@dataclass(frozen=True, slots=True)
class Clause:
    """A main clause of a sentence: `start`..`end` of it, `verb_start`..`verb_end` of its decision words."""

    sentence: Sentence
    start: int
    end: int
    verb_start: int
    verb_end: int
    rule: str
    type: str
    score: float
    joined: bool

    @property
    def head(self) -> str:
        """The words of the clause before its verb."""
        return self.sentence.text[self.start : self.verb_start]

    @property
    def tail(self) -> str:
        """The words of the clause after its verb."""
        return self.sentence.text[self.verb_end : self.end]

    @property
    def active(self) -> bool:
        """Whether the verb is a past tense with its own subject, not a participle."""
        return _PAST.search(self.sentence.text[self.verb_start : self.verb_end].split(" ")[0]) is not None

    @property
    def auxiliary(self) -> str | None:
        """The last `har`, `er`, `blev` … before the verb, if any."""
        found = _AUXILIARY.search(self.head[-160:])
        return None if found is None else found[1].casefold()

    @property
    def passive(self) -> bool:
        """Whether its subject is what was decided on, not who decided."""
        return not self.active and self.auxiliary in {"er", "var", "blev"}


def find_clauses(sentence: Sentence, group: str, decisions: RuleBook) -> tuple[Clause, ...]:
    """The decision clauses of a sentence in order; content clauses and plans are none."""
    text = sentence.text
    kept: list[Found] = []
    for found in decisions.every(group, text):
        if _planned(text[: found.start], found, decisions):
            continue
        if kept and not _joins(text[kept[-1].end : found.start]):
            continue
        if not kept and _subordinate(text[: found.start], decisions):
            continue
        kept.append(found)
    return tuple(_clauses(sentence, kept))


def _planned(before: str, found: Found, decisions: RuleBook) -> bool:
    """Whether a modal verb stands before it: "skal besluttes" decides nothing."""
    return "til efterretning" not in found.match[0] and decisions.holds("ahead", before)


def _subordinate(before: str, decisions: RuleBook) -> bool:
    """Whether the piece of the sentence that the verb stands in is a subordinate clause."""
    cuts = [m.end() for m in _LAST_SEGMENT.finditer(before)]
    segment = before[cuts[-1] :] if cuts else before
    if _REPORTS.match(before) and len(cuts) == 1:
        return False
    if _WHERE.match(segment) or (not cuts and re.match(r"\W*(?:der|da|efter|når) ", before, re.IGNORECASE)):
        return False
    return bool(cuts) and decisions.holds("subordinate", segment)


def _joins(between: str) -> bool:
    """Whether a second verb opens a main clause of its own and not the content of the first."""
    cuts = [m.end() for m in _LAST_SEGMENT.finditer(between)]
    segment = between[cuts[-1] :] if cuts else between
    if _WHERE.match(segment) and cuts:
        return True
    if _CONTENT.search(between):
        return bool(cuts) and _OPENING.match(segment) is not None
    return _JOINED.search(between) is not None


def _clauses(sentence: Sentence, kept: Sequence[Found]) -> Iterator[Clause]:
    start = 0
    for n, found in enumerate(kept):
        end = len(sentence.text)
        if n + 1 < len(kept):
            end = _border(sentence.text, found.end, kept[n + 1].start)
        yield Clause(
            sentence, start, end, found.start, found.end, found.rule.name, found.rule.value, found.rule.score, n > 0
        )
        start = end + (sentence.text[end : end + 1] == " ")


def _border(text: str, after: int, before: int) -> int:
    """Between two verbs, where the second clause begins: at its joining word, else at its verb."""
    joints = list(re.finditer(r",? (?=(?:og|samt|men|idet|hvor\w*) )|[;,.] (?=\D{0,12}\d)", text[after:before]))
    return after + joints[-1].start() + len(joints[-1][0].rstrip()) if joints else before
