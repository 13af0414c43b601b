"""Where in a paper the council itself speaks, so that advice needs no name and a list no verb."""

import re
from functools import cached_property

from pipeline.extract.advice import Advice, find_advice
from pipeline.extract.advice_addressees import find_list_addressee
from pipeline.extract.advice_speakers import is_political
from pipeline.extract.reading import Reading, Sentence, body_text
from pipeline.lexicons.facts import FactsLexicon
from pipeline.model.document import PassageKind
from pipeline.model.paper import Placed
from pipeline.model.structure import PaperKind, SectionRole

# Of these the council is not the author, or not the only one who speaks.
_OF_OTHERS = frozenset({PaperKind.MINUTES, PaperKind.AGENDA, PaperKind.TERMS, PaperKind.MEMO})
# Sections that tell how things are, not how they should be.
_TELLING = frozenset({
    SectionRole.BACKGROUND, SectionRole.INTRODUCTION, SectionRole.SUMMARY, SectionRole.CASE, SectionRole.HISTORY,
    SectionRole.LAW, SectionRole.HEARING, SectionRole.TIMETABLE, SectionRole.PURPOSE, SectionRole.TASKS,
    SectionRole.COMPOSITION, SectionRole.MEETINGS, SectionRole.SECRETARIAT, SectionRole.APPROVAL, SectionRole.MEMBERS,
    SectionRole.COMMUNICATION, SectionRole.TARGET_GROUP,
})  # fmt: skip
_CUT_SHORT = re.compile(
    r"\b(?:anbefal|opfordr|henstil|foresl|appel|indstil|anmod)\w*(?: (?:derfor|kraftigt|også|desuden))?$|"
    r"[\wæøå] (?:at|til|for|og|af|i|på|om)$",
    re.IGNORECASE,
)
_OPEN_END = (":", " at", " til", " om")
_FIRST_PASSAGES = 8


class Voice:
    """A paper's own voice: what its sentences advise, and which lists its council announces."""

    def __init__(self, reading: Reading, facts: FactsLexicon) -> None:
        self.reading, self.facts = reading, facts

    @cached_property
    def answers(self) -> bool:
        """Whether the paper, a letter or an answer to a hearing, is itself what the council has to say."""
        texts = (p.passage.text for p in self.reading.passages[:_FIRST_PASSAGES])
        return any(self.facts.recommendations.holds("answers", text) for text in texts)

    def speaks(self, placed: Placed) -> bool:
        """Whether the council itself speaks here, also when it is not named."""
        kind = self.reading.front.kind
        if kind in _OF_OTHERS or placed.role in _TELLING:
            return False
        if placed.role is SectionRole.RECOMMENDATIONS or kind is PaperKind.RECOMMENDATIONS:
            return True
        return kind is PaperKind.OTHER and self.answers

    def advice(self, sentence: Sentence, *, goes_on: bool = False) -> tuple[Advice, ...]:
        """What a sentence advises; `goes_on`: the council was just speaking, so it need not be named again."""
        own = goes_on or self.speaks(sentence.placed)
        return find_advice(sentence.text, self.reading.front, self.facts, own_voice=own)

    def advice_of(self, placed: Placed, *, goes_on: bool = False) -> list[tuple[Advice, ...]]:
        """What each sentence of a passage advises; behind the council's own words it need not be named again."""
        given: list[tuple[Advice, ...]] = []
        for sentence in self.sentences(placed):
            given.append(self.advice(sentence, goes_on=goes_on))
            goes_on = goes_on or any(one.said_by is not None and one.source == "egen" for one in given[-1])
        return given

    def sentences(self, placed: Placed) -> tuple[Sentence, ...]:
        """The sentences of a passage; no name behind a verb of advice ("anbefaler Byrådet at …") begins one."""
        found: list[Sentence] = []
        for sentence in self.reading.sentences[placed.passage.passage_id]:
            if found and _CUT_SHORT.search(found[-1].text):
                sentence = Sentence(placed, found.pop().start, sentence.end)
            found.append(sentence)
        return tuple(found)

    def announced(self, placed: Placed) -> Advice | None:
        """The advice whose items follow: "Rådet anbefaler, at:" or "Rådet har følgende anbefalinger:"."""
        text = body_text(placed.passage).rstrip()
        items = items_below(placed, self.reading)
        if not items or text.endswith((".", "?", "!")) or not (text.endswith(_OPEN_END) or _go_on(items)):
            return None
        sentence = self._last_sentence(placed)
        given = find_advice(sentence, self.reading.front, self.facts)
        if given:
            return given[-1]
        return self._by_noun(text, placed)

    def _by_noun(self, text: str, placed: Placed) -> Advice | None:
        found = self.facts.recommendations.first("announcements", text)
        front = self.reading.front
        if found is None or is_political(front) or self.facts.recommendations.holds("never", text):
            return None
        strength = int(found.rule.value)
        if strength > 1 and not self.speaks(placed):
            return None
        to = find_list_addressee(text, self.facts)
        return Advice(strength, "egen", front.body, to, found.rule.name, 0, len(text))

    def _last_sentence(self, placed: Placed) -> str:
        if placed.passage.passage_id not in self.reading.sentences:
            return body_text(placed.passage)
        return self.sentences(placed)[-1].text

    def headed(self, placed: Placed) -> Advice | None:
        """The advice that items under a heading such as "Anbefalinger" give by standing there."""
        if not self.speaks(placed) or is_political(self.reading.front) or not placed.context.section:
            return None
        found = self.facts.recommendations.first("list_headings", placed.context.section[-1])
        if found is None and placed.role is not SectionRole.RECOMMENDATIONS:
            return None
        strength = 1 if found is None else int(found.rule.value)
        return Advice(strength, "egen", self.reading.front.body, None, "recommendations.headed_list", 0, 0)


def is_listed(placed: Placed) -> bool:
    """An item, or a line that goes on with "at …" as the lines of a proposal do."""
    line = placed.passage.kind is PassageKind.PARAGRAPH and body_text(placed.passage).startswith("at ")
    return placed.passage.kind is PassageKind.ITEM or line


def items_below(placed: Placed, reading: Reading) -> tuple[Placed, ...]:
    """The list items right below a passage or a heading."""
    found: list[Placed] = []
    for other in reading.passages[reading.places[placed.passage.passage_id] + 1 :]:
        if not is_listed(other):
            break
        found.append(other)
    return tuple(found)


def _go_on(items: tuple[Placed, ...]) -> bool:
    """Whether the items go on with the sentence above them: in small letters."""
    return all(body_text(item.passage)[:1].islower() for item in items)
