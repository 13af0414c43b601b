"""Whether a sentence gives advice, how strongly, and whose advice it is."""

import re
from dataclasses import dataclass

from pipeline.extract.bodies import find_bodies, is_own
from pipeline.extract.reading import Sentence
from pipeline.lexicons.facts import FactsLexicon
from pipeline.lexicons.rules import Found
from pipeline.model.structure import FrontMatter, PaperKind

# Assemblies and their committees decide or pass on; their "anbefaler" is a decision, no advice.
_POLITICAL = re.compile(
    r"\b(?:\w*byråd|kommunalbestyrelse|regionsråd|borgerrepræsentation|\w*(?<!inddragelses)(?<!bruger)(?<!patient)udvalg|"
    r"magistrat|direktion)",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(
    r"(?:^|[,;] )(?:om, |for, )?(?:at|som|der|hvis|når|fordi|hvad|hvordan|hvilke\w*|hvor|om) [^,;:]*$", re.IGNORECASE
)
_WE = frozenset({"vi"})


@dataclass(frozen=True, slots=True)
class Advice:
    """How strongly (1 to 4), whose (`egen` or `citeret`), said by whom, to whom, by which rule, from which letter."""

    strength: int
    source: str
    said_by: str | None
    addressed_to: str | None
    rule: str
    start: int


def is_political(front: FrontMatter) -> bool:
    """Whether the paper is of an elected assembly or a committee of it, whose papers hold no advice of their own."""
    return front.body is not None and _POLITICAL.search(front.body) is not None and front.kind is not PaperKind.OTHER


def find_advice(sentence: Sentence, front: FrontMatter, facts: FactsLexicon) -> Advice | None:
    """The advice that a sentence gives, or None: the administration proposes and other bodies decide."""
    text, book = sentence.text, facts.recommendations
    if book.holds("never", text):
        return None
    quoted = book.first("quoted", text)
    if quoted is not None:
        return Advice(1, "citeret", quoted.match["who"], _addressee(text, facts), quoted.rule.name, quoted.start)
    found = book.first("strengths", text)
    if found is None or _SUBORDINATE.search(text[: found.start]):
        return None
    strength = int(found.rule.value)
    if found.rule.name == "recommendations.it_is_recommended":
        own = front.kind is PaperKind.RECOMMENDATIONS
        return Advice(strength, "egen", None, _addressee(text, facts), found.rule.name, found.start) if own else None
    return _of_council(found, strength, text, front, facts)


def _of_council(found: Found, strength: int, text: str, front: FrontMatter, facts: FactsLexicon) -> Advice | None:
    words = found.match[0]
    bodies = list(find_bodies(words, facts.bodies))
    to = _addressee(text, facts)
    group = facts.decisions.first("groups", words) or re.match(
        r"(?:rådets medlemmer|medlemmerne|brugerrepræsentanterne)", words, re.IGNORECASE
    )
    if group is not None:
        said = re.match(r"[\wæøå]+(?: i [\wæøå]+)?(?= )", words)
        return (
            None
            if is_political(front)
            else Advice(strength, "egen", said[0] if said else None, to, found.rule.name, found.start)
        )
    if words.split()[0].casefold() in _WE or (bodies and bodies[0].generic):
        if is_political(front):
            return None
        return Advice(strength, "egen", front.body, to, found.rule.name, found.start)
    owner = bool(bodies) and bodies[0].kind == "region" and bodies[0].genitive
    named = bodies[0].name if bodies and not owner else _council_word(words)
    if named is None:
        return None
    if is_own(named, front):
        return None if is_political(front) else Advice(strength, "egen", front.body, to, found.rule.name, found.start)
    if (strength == 1 and not _POLITICAL.search(named)) or (
        front.kind is PaperKind.OTHER and not _POLITICAL.search(named)
    ):
        source = "egen" if front.kind is PaperKind.OTHER else "citeret"
        return Advice(strength, source, named, to, found.rule.name, found.start)
    return None


def _council_word(words: str) -> str | None:
    """ "Region Testlands Udsatteråd", "Udsatteråd": a council without the ending of a definite form."""
    found = re.search(
        r"(?:Region [A-ZÆØÅ]\w+s |[A-ZÆØÅ][\w-]+s? [Kk]ommunes |[A-ZÆØÅ][\w-]+s )?[A-ZÆØÅ][\wæøå-]*råd\b", words
    )
    return None if found is None else found[0]


def _addressee(text: str, facts: FactsLexicon) -> str | None:
    found = facts.recommendations.first("addressees", text)
    return None if found is None else found.match["who"]
