"""Clauses with a decision verb of their own: where each begins and ends, and by which rule its verb is one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.extract.reading import Sentence
from pipeline.lexicons.rules import Found, RuleBook

_LAST_SEGMENT = re.compile(r"[,;:] |(?<= )[–-] ")
# What may join a further main clause to the first: "og aftalt", "hvor det blev besluttet", "punkt 2 udsat".
_JOINED = re.compile(
    r"(?:^|[\s,;])(?:(?<!- )og|samt|men|hvor(?:efter|på)?"
    r"|mens(?= (?:(?:indstillings|beslutnings)?punkt|pkt|at \d|ændringsforslag|forslaget|resten|sagen|udvalget|rådet)))"
    r"(?: der)?(?: (?!(?:at|som|der|hvis|når|fordi)\b)[\wæøå’'-]+){0,9} ?$|"
    r"[,;.] ?(?:(?:indstillings|beslutnings)?punkt(?:erne)?|pkt\.|ad\.?|at)? ?\d[\d.\-, og)]*:? ?(?:blev |er )?$|"
    r", dog ?$|, (?:andet|tredje|fjerde|sidste|resten) (?:indstillings|beslutnings)?(?:punkt )?(?:blev |er )?$",
    re.IGNORECASE,
)
# "idet der var enighed om", "idet udvalget ønsker": a remark with a verb of its own
_WHERE = re.compile(
    r"^\W*(?:hvor\b|idet (?:der|rådet|udvalget|[\wæøå-]+(?:rådet|udvalget))\b|som (?:hermed|herefter|dermed) )",
    re.IGNORECASE,
)
# "Det fremgår af budgetaftalen, at partierne er enige om …" says what it says.
_REPORTS = re.compile(r"(?:det|der|heraf) fremgår\b|af [^,]{3,60} fremgår", re.IGNORECASE)
_CONTENT = re.compile(r"\bat\b", re.IGNORECASE)
# A rule for a verb whose subject is left out holds only behind another verb.
_SECOND = re.compile(r"\W*(?:og|men|samt) ", re.IGNORECASE)
_OPENING = re.compile(r"(?:og|samt|men) (?!at\b)", re.IGNORECASE)
_QUOTES = re.compile(r"[\"”“„»«]")
# "et forslag fra", "et ønske om", "en drøftelse af": nouns that may be what another verb decides on
_NOUNS = frozenset({"forslag", "ønske", "drøftet", "enighed"})
_A_THING = re.compile(r"(?:et|en|flere|mange|konkrete|følgende|stort) |en række ", re.IGNORECASE)
_SUBJECT = re.compile(r"(?:(?!,? at\b|,? der\b|,? som\b|,? hvor)[^,.;:]){0,140}", re.IGNORECASE)
_JOINT = re.compile(r",? (?=(?:og|samt|men|mens|idet|hvor\w*) )|[;,.] (?=\D{0,12}\d)|, (?=(?:andet|tredje) )")
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
        start = _verb_start(found)
        if _planned(text[:start], found, decisions) or _quoted(text[:start]):
            continue
        if kept and _only_subject(kept[-1], text[kept[-1].end : start]):
            kept.pop()
        elif kept and not _joins(text[kept[-1].end : start]):
            continue
        if not kept and (_subordinate(text[:start], decisions) or _SECOND.match(found.match[0]) is not None):
            continue
        kept.append(found)
    return tuple(_clauses(sentence, kept))


def _verb_start(found: Found) -> int:
    """Where the verb begins in a rule that holds its subject too ("udvalget ønsker")."""
    return found.match.start("verb") if found.match.groupdict().get("verb") else found.start


def _quoted(before: str) -> bool:
    """Whether a place stands in somebody's words: a quotation is opened before it and not closed."""
    return len(_QUOTES.findall(before)) % 2 == 1


def _only_subject(last: Found, between: str) -> bool:
    """Whether what was found first is but the subject of this verb: "Et forslag fra Ø om tilskud bortfaldt"."""
    return (
        last.rule.value in _NOUNS
        and _A_THING.match(last.match[0]) is not None
        and _SUBJECT.fullmatch(between) is not None
    )


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
            end = _border(sentence.text, found.end, _verb_start(kept[n + 1]))
        yield Clause(
            sentence,
            start,
            end,
            _verb_start(found),
            found.end,
            found.rule.name,
            found.rule.value,
            found.rule.score,
            n > 0,
        )
        start = end + (sentence.text[end : end + 1] == " ")


def _border(text: str, after: int, before: int) -> int:
    """Between two verbs, where the second clause begins: at its joining word, else at its verb."""
    joints = list(_JOINT.finditer(text[after:before]))
    return after + joints[-1].start() + len(joints[-1][0].rstrip()) if joints else before
