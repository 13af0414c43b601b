"""What a single sentence tells: one person's case, what several people meet, or nothing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.extract.reading import Reading, Sentence
from pipeline.lexicons.facts import FactsLexicon
from pipeline.lexicons.rules import Found
from pipeline.model.document import PassageKind
from pipeline.model.paper import Placed
from pipeline.model.structure import PaperKind, SectionRole

_HEAD_PASSAGES = 12
_STOPS = (".", "!", "?", ":", ";", "”", '"', "“", "«", "»", ")", "…")
_FIRST_NAME = re.compile(r"\w+")
# Cases that say too little by themselves, and those that a given name must begin.
_BARE = frozenset({
    "stories.what_befell_one", "stories.what_befalls_one", "stories.what_then_befell_one",
    "stories.what_then_befell_known_one", "stories.word_from_one", "stories.own_words_behind_name",
})  # fmt: skip
_NAME_FIRST = frozenset({
    "stories.name_and_age", "stories.ill_and_named", "stories.aged_and_named", "stories.own_words_behind_name",
})  # fmt: skip
# Those that say enough in a letter or a note, where nobody's talk is minuted.
_OF_ONE = frozenset({"stories.what_befell_one", "stories.what_then_befell_one", "stories.what_then_befell_known_one"})
_UNNAMED = frozenset({"et", "en"})
_LISTS = frozenset({SectionRole.PRESENCE, SectionRole.ABSENCE, SectionRole.MEMBERS})
_MYSELF = "stories.somebody_myself"
_IN_HARDSHIP = frozenset({"stories.somebody_named", _MYSELF, "stories.an_example_follows"})


@dataclass(frozen=True, slots=True)
class Telling:
    """That a sentence tells a story: its kind, the rule that says so, and the teller that the rule knows."""

    kind: str
    rule: str
    who: str | None = None


def sentences_of(placed: Placed, reading: Reading) -> tuple[Sentence, ...]:
    """The sentences of a passage; what ends without a stop is no sentence, but the first words of the next."""
    found: list[Sentence] = []
    for sentence in reading.sentences[placed.passage.passage_id]:
        if found and not found[-1].text.rstrip().endswith(_STOPS):
            sentence = Sentence(placed, found.pop().start, sentence.end)
        found.append(sentence)
    return tuple(found)


def telling(sentence: Sentence, following: str, reading: Reading, facts: FactsLexicon) -> Telling | None:
    """What a sentence tells in passing, outside of sections of stories, `following` being what goes on with it."""
    text = sentence.text
    leads_in = text.rstrip().endswith(":")
    if leads_in or facts.stories.holds("no_story", text) or facts.stories.holds("no_telling", text):
        return None
    case = _case_in_passing(sentence, following, reading, facts)
    told = case if case is not None else _told_by_name(sentence, reading, facts)
    if told is not None or sentence.placed.role is SectionRole.RECOMMENDATIONS:
        # "Borgerne oplever, at ..." is there what is aimed at.
        return told
    return _told_of_many(sentence, reading, facts)


def _case_in_passing(sentence: Sentence, following: str, reading: Reading, facts: FactsLexicon) -> Telling | None:
    """One person's case that is sure by hardship, or by "he" and "she" where a trade or a name begins it."""
    text, whole = sentence.text, f"{sentence.text} {following}"
    case = case_of(text, facts) or _behind_label(text, facts)
    freely = not _is_minutes(reading) and case is not None and case.rule in _OF_ONE
    if case is not None and (case.rule not in _BARE or freely or facts.stories.holds("hardships", whole)):
        return case
    found = facts.stories.first("somebody", text)
    if found is None or not facts.stories.holds("persons", whole[found.end if found.rule.name != _MYSELF else 0 :]):
        return None
    if found.rule.name not in _IN_HARDSHIP:
        return _given(found)
    known = _is_minutes(reading) if found.rule.name == _MYSELF else _in_head(text, reading) or not is_name(text, facts)
    return _given(found) if not known and facts.stories.holds("hardships", whole) else None


def _behind_label(text: str, facts: FactsLexicon) -> Telling | None:
    """The case that somebody tells whose name and a colon stand before it."""
    label = facts.stories.first("speakers", text)
    case = None if label is None else case_of(text[label.end :], facts)
    return None if label is None or case is None else Telling(case.kind, case.rule, label.match["who"])


def _told_of_many(sentence: Sentence, reading: Reading, facts: FactsLexicon) -> Telling | None:
    """What several people meet; in letters and notes, where nobody's talk is minuted, less makes it sure."""
    met = _given(facts.stories.first("meets", sentence.text)) or _told_by_body(sentence.text, reading, facts)
    if met is not None or _is_minutes(reading):
        return met
    return _given(facts.stories.first("bears", sentence.text))


def _is_minutes(reading: Reading) -> bool:
    return reading.front.kind in {PaperKind.MINUTES, PaperKind.AGENDA}


def _told_by_body(text: str, reading: Reading, facts: FactsLexicon) -> Telling | None:
    """What an association tells of those it stands for."""
    found = facts.stories.first("bodies_tell", text)
    content = None if found is None else facts.stories.first("of_members", text[found.end :])
    if (
        found is None
        or content is None
        or content.start > 0
        or _in_office(found.match["who"], found.match[0], reading, facts)
    ):
        return None
    return Telling(content.rule.value, content.rule.name, found.match["who"])


def case_of(text: str, facts: FactsLexicon) -> Telling | None:
    """The case of one person, unnamed or by a given name, with which a sentence begins."""
    found = facts.stories.first("cases", text)
    if found is None or (found.rule.name in _NAME_FIRST and not is_name(text, facts)):
        return None
    return _given(found)


def named_case_of(text: str, facts: FactsLexicon) -> Telling | None:
    """The case of somebody who is only named: sure where stories are told, and nowhere else."""
    titled = facts.stories.holds("titles", text)
    return _given(facts.stories.first("named_cases", text) if titled or is_name(text, facts) else None)


def announced_telling(text: str, facts: FactsLexicon) -> Telling | None:
    """What a sentence tells where stories are told; None leaves it a statement."""
    return case_of(text, facts) or named_case_of(text, facts) or _given(facts.stories.first("meets", text))


def _told_by_name(sentence: Sentence, reading: Reading, facts: FactsLexicon) -> Telling | None:
    """What somebody named tells: it is a story by what is told, and never by who serves or governs."""
    found = facts.stories.first("named", sentence.text)
    who = None if found is None else found.match["who"]
    if found is None or who is None or not (is_name(who, facts) or who.split(" ")[0].casefold() in _UNNAMED):
        return None
    content = facts.stories.first("contents", sentence.text[found.end :])
    if content is None or _in_office(who, found.match[0], reading, facts):
        return None
    return Telling(content.rule.value, content.rule.name, who[:1].upper() + who[1:])


def _in_office(name: str, told: str, reading: Reading, facts: FactsLexicon) -> bool:
    """Whether the paper's head, or the sentence itself, gives a person an office or a party."""
    if facts.stories.holds("officials", told):
        return True
    if not is_name(name, facts):
        return False
    first = re.compile(rf"\b{re.escape(name.split(' ')[0])}\b")
    return any(first.search(part) and facts.stories.holds("officials", part) for part in _head_parts(reading))


def _in_head(text: str, reading: Reading) -> bool:
    """Whether the name that begins a text is one of those whom the paper's head lists."""
    first = _FIRST_NAME.match(text)
    return first is not None and any(re.search(rf"\b{re.escape(first[0])}\b", p) for p in _listed_parts(reading))


def _head_parts(reading: Reading) -> Iterator[str]:
    for n, placed in enumerate(reading.passages):
        if _is_list(placed) or n < _HEAD_PASSAGES:
            yield from re.split(r"[,;\n]|\. ", placed.passage.text)


def _listed_parts(reading: Reading) -> Iterator[str]:
    return (placed.passage.text for placed in reading.passages if _is_list(placed))


def _is_list(placed: Placed) -> bool:
    return placed.passage.kind is PassageKind.LETTERHEAD or placed.role in _LISTS


def goes_on(text: str, facts: FactsLexicon) -> bool:
    """Whether a sentence goes on with the person that the one before told of; another teller begins anew."""
    another = is_name(text, facts) and facts.stories.holds("named", text)
    return facts.stories.holds("goes_on", text) and not another and not facts.stories.holds("no_story", text)


def is_name(text: str, facts: FactsLexicon) -> bool:
    """Whether a text begins with a given name."""
    first = _FIRST_NAME.match(text)
    return first is not None and first[0] in facts.given_names and not facts.stories.holds("no_names", text)


def _given(found: Found | None) -> Telling | None:
    return None if found is None else Telling(found.rule.value, found.rule.name)
