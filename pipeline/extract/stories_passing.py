"""Stories told in passing: by a sentence of minutes, a letter or a slide that no heading announces."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from pipeline.extract.reading import Reading, Sentence, body_text
from pipeline.extract.stories_grounds import NEVER, Ground
from pipeline.extract.stories_sentences import (
    Telling,
    announced_telling,
    case_of,
    goes_on,
    is_name,
    named_case_of,
    sentences_of,
    telling,
)
from pipeline.extract.stories_tellers import attribution, teller_of, who_tells
from pipeline.extract.stories_told import Quotation, Told, cited, heading_of, is_quote, spoken, whole
from pipeline.lexicons.facts import FactsLexicon
from pipeline.model.paper import Placed
from pipeline.model.structure import PaperKind, SectionRole

_NOT_TOLD = ("no_story", "no_telling", "aims")
_EXAMPLE = "stories.an_example_follows"
_SELF = "stories.of_myself"


def add_in_passing(
    rows: list[Told], placed: Placed, ground: Ground | None, reading: Reading, facts: FactsLexicon
) -> None:
    """Add what the sentences of a passage tell by their own words."""
    if placed.role in NEVER or reading.front.kind is PaperKind.TERMS or attribution(placed, reading, facts) is not None:
        return
    intro = facts.stories.first("intros", body_text(placed.passage))
    if intro is not None and not body_text(placed.passage).rstrip().endswith(":"):
        rows.append(whole(intro.rule.value, None, placed, intro.rule.name, teller_of(placed, reading, facts)))
    elif is_quote(placed):
        who = teller_of(placed, reading, facts)
        voice = facts.stories.first("own_voice", body_text(placed.passage))
        if voice is not None and (who is not None or voice.rule.name == _SELF):
            rows.append(whole("citat", None, placed, "stories.block_quote", who))
    else:
        _Passage(rows, placed, ground, reading, facts).add()


class _Passage:
    """Goes down the sentences of a passage that no heading makes a story."""

    def __init__(
        self, rows: list[Told], placed: Placed, ground: Ground | None, reading: Reading, facts: FactsLexicon
    ) -> None:
        self.rows, self.placed, self.ground, self.reading, self.facts = rows, placed, ground, reading, facts
        self.sentences = sentences_of(placed, reading)
        self.quotes = spoken(placed, facts)

    def add(self) -> None:
        """Add what is told, in reading order."""
        opened = self._opened_by_quote()
        if opened is not None:
            own = len(self.rows)
            self._add(Telling("udsagn", "stories.many_have"), opened, self._before_quote(self.quotes[-1]))
            self.rows += (cited(quote, own, self.placed, None) for quote in self.quotes)
            return
        n = 0
        self.waiting = list(self.quotes)
        while n < len(self.sentences):
            told = self._told(n)
            if told is None:
                self._cite(self.sentences[n].end, None, None)
            n = n + 1 if told is None else self._add_run(told, n) + 1

    def _cite(self, end: int, parent: int | None, who: str | None) -> None:
        """Add the quotations that begin before `end`; "he says" is said by `who`."""
        while self.waiting and self.waiting[0].start < end:
            quote = self.waiting.pop(0)
            named = who if _is_pronoun(quote) else quote.who
            self.rows.append(cited(replace(quote, who=named), parent, self.placed, None))

    def _told(self, n: int) -> Telling | None:
        sentence = self.sentences[n]
        if self._quoted(sentence):
            return None
        found = telling(sentence, self._following(n), self.reading, self.facts)
        if found is None and self._hinted(n) and not self.facts.stories.holds("no_story", sentence.text):
            found = announced_telling(sentence.text, self.facts)
        return found if found is not None or n or self.ground is not Ground.NEAR else self._beside(sentence)

    def _beside(self, sentence: Sentence) -> Telling | None:
        """What a paragraph beside one that tells says of people in want."""
        text, stories = sentence.text, self.facts.stories
        if self.placed.role is SectionRole.RECOMMENDATIONS or any(stories.holds(g, text) for g in _NOT_TOLD):
            return None
        told = stories.holds("people", text) and stories.holds("hardships", text)
        return Telling("udsagn", "stories.beside") if told else None

    def _following(self, n: int) -> str:
        """What goes on with a sentence, for a case that later words bear out."""
        going = takewhile(lambda s: goes_on(s.text, self.facts), self.sentences[n + 1 :])
        return " ".join(sentence.text for sentence in going)

    def _hinted(self, n: int) -> bool:
        """Whether the paper has said that somebody's story comes now."""
        above = self.sentences[max(0, n - 3) : n]
        return self.ground is not None or any(self.facts.stories.holds("hints", sentence.text) for sentence in above)

    def _add_run(self, told: Telling, n: int) -> int:
        """Add a story with the sentences that go on with it; gives the place of the last."""
        run = list(self._run(told, n))
        own, last = len(self.rows), run[-1][0] if run else n
        self._add(told, self.sentences[n], self.sentences[last])
        for place, inner in run:
            if inner is not None:
                end = next((p - 1 for p, other in run if p > place and other is not None), last)
                self._add(inner, self.sentences[place], self.sentences[end], own)
                if self.rows[-1].told_by is None:
                    self.rows[-1] = replace(self.rows[-1], told_by=self.rows[own].told_by)
        self._cite(self.sentences[last].end, own, self.rows[own].told_by or self._name(n))
        return last

    def _name(self, n: int) -> str | None:
        """The given name with which a sentence begins."""
        first = self.sentences[n].text.split(" ")[0].strip(",.:")
        return first if is_name(first, self.facts) else None

    def _run(self, told: Telling, n: int) -> Iterator[tuple[int, Telling | None]]:
        """The sentences that go on with a story, each with the case it begins where it begins one."""
        led_in = False
        for place in range(n + 1, len(self.sentences)):
            sentence = self.sentences[place]
            text = sentence.text
            if self.facts.stories.holds("no_story", text):
                return
            if self._quoted(sentence):
                if not self._goes_on_in_quote(sentence, told):
                    return
                yield place, None
                continue
            case = None if led_in else self._case(text, told)
            if case is not None and told.kind != "udsagn":
                return
            if told.kind == "eksempel" and self._name(place) is not None and not self._same(n, place):
                return
            wants = told.kind == "udsagn" and self.facts.stories.holds("in_want", text)
            if case is None and not (led_in or wants or self._same(n, place) or goes_on(text, self.facts)):
                return
            led_in = case is not None and case.rule == _EXAMPLE
            yield place, case

    def _goes_on_in_quote(self, sentence: Sentence, told: Telling) -> bool:
        """Whether those of whom a story tells, or their kin, are quoted in a sentence."""
        held = [quote for quote in self.quotes if quote.holds(sentence.start, sentence.end)]
        names = {self._name(n) for n in range(len(self.sentences))} - {None}
        return told.kind == "udsagn" or all(
            _is_pronoun(quote) or self.facts.stories.holds("persons", quote.who or "") or quote.who in names
            for quote in held
        )

    def _same(self, n: int, place: int) -> bool:
        """Whether a sentence begins with the name of him whom the story tells of."""
        name = self._name(place)
        return name is not None and any(name in s.text.split(" ") for s in self.sentences[n:place])

    def _case(self, text: str, told: Telling) -> Telling | None:
        stories = self.facts.stories
        example = stories.first("somebody", text)
        if told.kind == "udsagn" and example is not None and example.rule.name == _EXAMPLE:
            return Telling(example.rule.value, example.rule.name)
        met = stories.first("meets", text)
        if told.kind == "udsagn" and met is not None and met.rule.value == "eksempel":
            return Telling(met.rule.value, met.rule.name)
        found = case_of(text, self.facts) or named_case_of(text, self.facts)
        return found if found is not None and stories.holds("hardships", text) else None

    def _opened_by_quote(self) -> Sentence | None:
        """The sentence on people in want that a quotation of one of them then bears out."""
        if not self.quotes:
            return None
        for sentence in self.sentences:
            if self._quoted(sentence):
                return None
            wants = self.facts.stories.holds("in_want", sentence.text)
            if wants and not self.facts.stories.holds("no_story", sentence.text):
                return sentence
        return None

    def _before_quote(self, quote: Quotation) -> Sentence:
        return next(s for s in reversed(self.sentences) if s.start < quote.end)

    def _quoted(self, sentence: Sentence) -> bool:
        return any(quote.holds(sentence.start, sentence.end) for quote in self.quotes)

    def _add(self, told: Telling, first: Sentence, last: Sentence, parent: int | None = None) -> None:
        span = self.placed.passage.span(first.start, last.end)
        who = self._spoken_of_before(first) or told.who or who_tells(first.text, self.facts)
        self.rows.append(Told(told.kind, parent, heading_of(self.placed), who, span, told.rule))

    def _spoken_of_before(self, sentence: Sentence) -> str | None:
        """Who "he" or "she" is that tells: the last to begin a sentence with his name."""
        if not self.facts.stories.holds("told_by_pronoun", sentence.text):
            return None
        before = [self.facts.stories.first("names", s.text) for s in self.sentences if s.start < sentence.start]
        named = [found.match["who"] for found in before if found is not None and is_name(found.match[0], self.facts)]
        return named[-1] if named else None


def _is_pronoun(quote: Quotation) -> bool:
    return (quote.who or "").casefold() in {"han", "hun", "de"}
