"""The way down a paper's passages: which advice stands where, and which elaborates which."""

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.advice import Advice
from pipeline.extract.advice_speakers import is_political
from pipeline.extract.reading import Reading, Sentence, body_text
from pipeline.extract.recommendations_drafts import Draft, draft
from pipeline.extract.recommendations_lists import Lists, begins_list, number_of
from pipeline.extract.recommendations_spoken import find_spoken_of
from pipeline.extract.recommendations_voice import Voice, is_listed
from pipeline.lexicons.facts import FactsLexicon
from pipeline.lexicons.rules import Found
from pipeline.model.document import PassageKind
from pipeline.model.paper import Placed
from pipeline.model.place import Span
from pipeline.model.structure import PaperKind, SectionRole

_SILENT = frozenset({
    SectionRole.PROPOSAL, SectionRole.ATTACHMENTS, SectionRole.PRESENCE, SectionRole.ABSENCE, SectionRole.SIGNATURES,
    SectionRole.COMPETENCE, SectionRole.STORIES,
})  # fmt: skip
_PROSE = frozenset({PassageKind.PARAGRAPH, PassageKind.QUOTE})
# In an answer to a hearing the remarks stand under numbered headings.
_NUMBERED = re.compile(r"(\d{1,2})[.)] ?[A-ZÆØÅ]")
_LEAST_WORDS_OF_A_WORDING = 3
Given = tuple[Advice, ...]


class Walk:
    """Goes down the passages and knows which recommendation the list items under it elaborate."""

    def __init__(self, reading: Reading, stories: frozenset[str], facts: FactsLexicon) -> None:
        self.reading, self.stories, self.facts = reading, stories, facts
        self.voice = Voice(reading, facts)
        self.found: list[Draft] = []
        self.above: list[int] = []
        self.list_begun = False
        self.lists = Lists()
        self.section: tuple[str, ...] = ()
        self.announced: Advice | None = None
        self.led_elsewhere = False
        self.number: str | None = None
        self.whole_paper = reading.front.kind is PaperKind.RECOMMENDATIONS

    def drafts(self) -> list[Draft]:
        """All mentions in order."""
        for placed in self.reading.passages:
            kind = placed.passage.kind
            if placed.context.section != self.section or kind is PassageKind.HEADING:
                self._new_section(placed)
            if placed.role in _SILENT or placed.passage.passage_id in self.stories:
                continue
            if kind is PassageKind.HEADING:
                self._heading(placed)
            elif kind is PassageKind.ITEM or (self.announced is not None and is_listed(placed)):
                self._item(placed)
            elif kind in _PROSE:
                self._paragraph(placed)
        return self.found

    def _new_section(self, placed: Placed) -> None:
        heading = placed.passage.kind is PassageKind.HEADING
        lead = self.announced if not heading and placed.context.section[:-1] == self.section else None
        self.section = placed.context.section
        self.above, self.list_begun, self.announced, self.lists = [], False, lead, Lists()
        self.led_elsewhere = False
        if heading:
            numbered = _NUMBERED.match(placed.passage.text)
            self.number = numbered[1] if numbered is not None and self.reading.front.kind is PaperKind.OTHER else None

    def _heading(self, placed: Placed) -> None:
        """ "Anbefaling 3" numbers what follows, "Anbefaling 3: Styrk samarbejdet" is itself the wording."""
        if is_political(self.reading.front):
            return
        self.announced = self.voice.announced(placed)
        found = self.facts.recommendations.first("headings", body_text(placed.passage))
        if found is not None:
            self._labelled(placed, found)

    def _labelled(self, placed: Placed, found: Found) -> None:
        self.number = found.match["number"]
        if len(found.match["rest"].split()) >= _LEAST_WORDS_OF_A_WORDING and not self._worded_below(placed):
            start = placed.passage.marker + found.match.start("rest")
            span = placed.passage.span(start)
            advice = Advice(1, "egen", self.reading.front.body, None, found.rule.name, 0, 0)
            self._full(span, advice)

    def _worded_below(self, heading: Placed) -> bool:
        """Whether the text under a heading gives the advice in full, so that the heading is only its title."""
        place = self.reading.places[heading.passage.passage_id]
        for placed in self.reading.passages[place + 1 : place + 4]:
            if placed.passage.kind is PassageKind.HEADING:
                return False
            if placed.passage.kind in _PROSE and any(map(self.voice.advice, self.voice.sentences(placed))):
                return True
        return False

    def _paragraph(self, placed: Placed) -> None:
        if self._number_alone(placed):
            return
        self.lists = Lists()
        self.announced = self.voice.announced(placed)
        sentences, advice = self.voice.sentences(placed), self.voice.advice_of(placed)
        self.led_elsewhere = not any(advice) and body_text(placed.passage).rstrip().endswith(":")
        if self.announced is not None:
            self.list_begun = False
            self._each(sentences[:-1], advice[:-1])
            self.above = []
            return
        if self.number is not None and not advice[0] and placed.role is SectionRole.RECOMMENDATIONS:
            whole = self._under_number(sentences[0])
            self._full(placed.passage.span(), whole)
            return
        if self._is_wording(advice):
            self._full(placed.passage.span(), advice[0][0])
            return
        self._each(sentences, advice)
        if not any(advice):
            self.above = self.above if self.whole_paper else []
            if not self.whole_paper and not is_political(self.reading.front):
                self.found += find_spoken_of(sentences, self.reading, self.facts)

    def _number_alone(self, placed: Placed) -> bool:
        """ "Anbefaling 2" on a line of its own, that is no heading by its looks."""
        found = self.facts.recommendations.first("headings", body_text(placed.passage))
        alone = found is not None and not found.match["rest"] and not is_political(self.reading.front)
        if alone and found is not None:
            self.number, self.above, self.list_begun = found.match["number"], [], False
        return alone

    def _under_number(self, sentence: Sentence) -> Advice:
        """A text under "Anbefaling 3" is advice by its place; a need or a duty that it states has its own strength."""
        own = self.facts.recommendations.first("impersonal", sentence.text)
        strength = 1 if own is None else int(own.rule.value)
        front = self.reading.front
        return Advice(strength, "egen", front.body, None, "recommendations.numbered_heading", 0, 0)

    def _is_wording(self, advice: Sequence[Given]) -> bool:
        """Whether the whole passage is the wording: in the council's own paper, or when it is one sentence."""
        more = [one for several in advice[1:] for one in several if not self.whole_paper or one.said_by is not None]
        if len(advice[0]) != 1 or more:
            return False
        return self.whole_paper or len(advice) == 1 or advice[0][0].strength == 1

    def _each(self, sentences: Sequence[Sentence], advice: Sequence[Given]) -> None:
        for sentence, several in zip(sentences, advice, strict=True):
            for one in several:
                self._full(sentence.span(one.start, one.end), one)

    def _full(self, span: Span, advice: Advice) -> None:
        if self.list_begun:
            self.above, self.list_begun = [], False
        self.found.append(draft(span, advice, number=self.number))
        self.above.append(len(self.found) - 1)
        self.number = None

    def _item(self, placed: Placed) -> None:
        if self.above and not self.list_begun and not begins_list(placed.passage):
            # A list that goes on after this paragraph does not belong to it.
            self.above = []
        inner = self.lists.enter(placed.passage)
        parents = (inner,) if inner is not None else tuple(self.above)
        before = len(self.found)
        if parents:
            self._elaborating(placed, parents)
        else:
            self._advising(placed)
        self.lists.put(placed.passage, before if len(self.found) > before else None)

    def _elaborating(self, placed: Placed, parents: tuple[int, ...]) -> None:
        """An item under a recommendation elaborates it whatever its verb; its strength is its own."""
        self.list_begun = True
        sentence = self.voice.sentences(placed)[0]
        given = self.voice.advice(sentence)
        if given:
            advice = replace(given[0], source="egen", addressed_to=None)
        else:
            found = self.facts.recommendations.first("item_strengths", sentence.text)
            strength = 3 if found is None else int(found.rule.value)
            advice = Advice(strength, "egen", None, None, "recommendations.listed_under", 0, 0)
        self.found.append(draft(placed.passage.span(), advice, parents, number=number_of(placed.passage)))

    def _advising(self, placed: Placed) -> None:
        """An item that elaborates nothing: advice by its own words, by what announces its list, or by its heading."""
        sentences = self.voice.sentences(placed)
        advice = self.voice.advice_of(placed, goes_on=self.lists.advised)
        number = number_of(placed.passage)
        own = [one for several in advice for one in several]
        by_place = self._by_place(placed, own)
        if by_place is not None:
            self.found.append(draft(placed.passage.span(), by_place, number=number))
        elif advice[0] and not any(one.said_by is not None for one in own[1:]):
            self.found.append(draft(placed.passage.span(), own[0], number=number))
        else:
            for sentence, several in zip(sentences, advice, strict=True):
                for one in several:
                    self.found.append(draft(sentence.span(one.start, one.end), one, number=number))

    def _by_place(self, placed: Placed, own: Sequence[Advice]) -> Advice | None:
        """The advice that the place of an item makes it; its own words come first where they name who advises."""
        if any(one.said_by is not None for one in own):
            return None
        if self.announced is not None:
            if not own or self.announced.strength <= own[0].strength:
                return self.announced
            return replace(self.announced, strength=own[0].strength)
        if own or self.led_elsewhere or body_text(placed.passage).rstrip().endswith(":"):
            return None
        return self.voice.headed(placed)
