"""The advice that a sentence gives: how strongly, whose, to whom, and which clause of it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.extract.advice_addressees import find_addressee
from pipeline.extract.advice_speakers import Speaker, find_speaker, is_own_council, is_political
from pipeline.lexicons.facts import FactsLexicon
from pipeline.lexicons.rules import Found
from pipeline.model.structure import FrontMatter, PaperKind

_SUBORDINATE = re.compile(
    r"(?:(?:^|[,;] )(?:og |men |samt )?(?:om |for )?|\b)(?:at|som|der|hvis|når|fordi|hvad|hvordan|hvilke\w*|hvor|om|da|"
    r"hvorfor|mens) $|(?:^|[,;] )(?:og |men |samt )?(?:om |for )?(?:at|som|der|hvis|når|fordi|hvad|hvordan|hvilke\w*|"
    r"hvor|om) [^,;:]*$",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"(?:.*[,;:–] |^)(?:og |men |samt )?", re.DOTALL)
_LINK = re.compile(r"(?:, )?\b(?:og|men|samt|mens|idet) ")
_OTHER_CLAUSE = re.compile(r"\b(?:at|som|der|hvis|når|fordi|om|hvor\w*|hvilke\w*)\b")
_NOTHING_SAID = re.compile(r"\s*[.;!]")
_QUOTATION_MARK = re.compile('[”"“»«„]')
# "Ældrerådet og Handicaprådet anbefaler": together with another.
_BESIDE = re.compile(r"([\wæøåÆØÅ-]+) og $")
_FAR = 80


@dataclass(frozen=True, slots=True)
class Advice:
    """How strongly (1 to 4), whose (`egen` or `citeret`), said by whom, to whom, by which rule, and where in a text."""

    strength: int
    source: str
    said_by: str | None
    addressed_to: str | None
    rule: str
    start: int
    end: int


def find_advice(text: str, front: FrontMatter, facts: FactsLexicon, *, own_voice: bool = False) -> tuple[Advice, ...]:
    """The advice in a sentence, clause by clause; `own_voice`: the council itself speaks here, also when unnamed."""
    if text.rstrip().endswith("?"):
        return ()
    said = [*_quoted(text, front, facts)]
    named = facts.recommendations.every("strengths", text)
    for found in (*named, *(facts.recommendations.every("pleas", text) if own_voice else ())):
        if not any(found.start < other.end and other.start < found.end for other in said):
            said += _of_council(found, said, text, front, facts)
    if not said:
        said += _unnamed(text, front, facts, own_voice=own_voice)
    return tuple(_clauses(sorted(said, key=lambda one: one.start), text))


def _of_council(
    found: Found, earlier: Sequence[Advice], text: str, front: FrontMatter, facts: FactsLexicon
) -> Iterator[Advice]:
    strength, groups = int(found.rule.value), found.match.groupdict()
    verb_end = found.match.end("verb")
    if _NOTHING_SAID.match(text, verb_end) or (_is_we(groups) and _in_quotation(text[: found.start])):
        return
    speaker = None
    if groups.get("before") is not None:
        if _stands_free(_BESIDE.sub("", text[: found.start]), bool(earlier), facts):
            beside = _BESIDE.search(text[: found.start])
            who = beside[1] if beside is not None and is_own_council(beside[1], front) else groups["before"]
            speaker = find_speaker(who, front, rest=groups.get("rest") or "", strength=strength)
    elif groups.get("joined") is not None:
        speaker = _subject_before(found, earlier, text, front, facts)
    elif (turned := groups.get("turned") or groups.get("after")) and _is_inverted(text[: found.start], facts):
        speaker = find_speaker(turned, front, strength=strength)
        verb_end = verb_end if groups.get("turned") else max(verb_end, found.match.end("after"))
    if speaker is not None:
        to = find_addressee(text, found, verb_end, facts)
        yield Advice(strength, speaker.source, speaker.said_by, to, found.rule.name, found.start, found.end)


def _is_we(groups: Mapping[str, str | None]) -> bool:
    return any((groups.get(name) or "").casefold() == "vi" for name in ("before", "after", "turned"))


def _in_quotation(before: str) -> bool:
    """Whether a quotation that somebody else may speak is still open."""
    return len(_QUOTATION_MARK.findall(before)) % 2 == 1


def _stands_free(before: str, chained: bool, facts: FactsLexicon) -> bool:
    """No subordinate clause, or one that gives the council's own words ("det fremgår, at rådet anbefaler")."""
    return (
        _SUBORDINATE.search(before) is None
        or (chained and before.endswith(" at "))
        or facts.recommendations.holds("reported", before.rstrip())
    )


def _is_inverted(before: str, facts: FactsLexicon) -> bool:
    """Whether what stands before a verb is no subject, so that the council behind the verb is."""
    clause = _CLAUSE.sub("", before, count=1).strip()
    return not clause or facts.recommendations.holds("fronted", clause)


def _subject_before(
    found: Found, earlier: Sequence[Advice], text: str, front: FrontMatter, facts: FactsLexicon
) -> Speaker | None:
    """ "Rådet har drøftet planen og foreslår": the subject of the sentence, unless another clause stands between."""
    subject = facts.recommendations.first("subjects", text[: found.start])
    if subject is None or subject.start > _FAR:
        return None
    left = text[: subject.start]
    first = re.search(r"(?:^|[.:] )$", left) is not None or _is_inverted(left.rstrip().rpartition(" ")[0], facts)
    between, comma = text[subject.end : found.start], text[: found.start].rstrip().endswith(",")
    if not first or text[subject.end : subject.end + 1] == "s" or (_OTHER_CLAUSE.search(between) and not comma):
        return None
    if any(one.source == "citeret" for one in earlier):
        return None
    return find_speaker(subject.match["who"], front, strength=int(found.rule.value))


def _quoted(text: str, front: FrontMatter, facts: FactsLexicon) -> list[Advice]:
    """Advice of others; associations are quoted in the council's own papers, in minutes they are members who speak."""
    minutes, quoted = front.kind in {PaperKind.MINUTES, PaperKind.AGENDA}, list[Advice]()
    for group in ("quoted",) if minutes else ("quoted", "quoted_associations"):
        for found in facts.recommendations.every(group, text):
            who = found.match["who"]
            if any(found.start < other.end and other.start < found.end for other in quoted):
                continue
            if is_own_council(who, front) or not _stands_free(text[: found.start], False, facts):
                continue
            to = find_addressee(text, found, found.match.end("verb"), facts)
            quoted.append(Advice(int(found.rule.value), "citeret", who, to, found.rule.name, found.start, found.end))
    return quoted


def _unnamed(text: str, front: FrontMatter, facts: FactsLexicon, *, own_voice: bool) -> Iterator[Advice]:
    """ "Det anbefales", "der er behov for": the council's, where the council speaks or is named as of that opinion."""
    book = facts.recommendations
    opinion = book.first("own_opinion", text)
    held = opinion is not None and is_own_council(opinion.match["who"], front)
    if not (own_voice or held) or is_political(front) or book.holds("never", text):
        return
    for found in book.every("impersonal", text):
        if _SUBORDINATE.search(text[: found.start]) is None and not _in_quotation(text[: found.start]):
            to = find_addressee(text, found, found.match.end(), facts)
            yield Advice(int(found.rule.value), "egen", None, to, found.rule.name, found.start, found.end)
            return


def _clauses(said: Sequence[Advice], text: str) -> Iterator[Advice]:
    """Each with the part of the sentence that is its own; alone, it has the whole."""
    if not said:
        return
    starts = [_opening(one, said[n - 1].end if n else None, text) for n, one in enumerate(said)]
    for one, start, end in zip(said, starts, [*starts[1:], len(text)], strict=True):
        kept = text[start:end].rstrip(" ,") if end < len(text) else text[start:]
        yield Advice(one.strength, one.source, one.said_by, one.addressed_to, one.rule, start, start + len(kept))


def _opening(one: Advice, after: int | None, text: str) -> int:
    if after is None:
        reported = _SUBORDINATE.search(text[: one.start]) is not None and text[: one.start].endswith("at ")
        return one.start - len("at ") if reported else 0
    links = [m for m in _LINK.finditer(text, after, max(one.start, after) + 5) if m.start() <= one.start]
    link = links[-1] if links else None
    return one.start if link is None else link.start() + (2 if link[0].startswith(",") else 0)
