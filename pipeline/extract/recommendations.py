"""What a council advises: recommendations in full, those that elaborate them, and places that speak of them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.extract.advice import Advice, find_advice, is_political
from pipeline.extract.reading import Reading, Sentence, body_text
from pipeline.lexicons.facts import FactsLexicon
from pipeline.model.document import PassageKind
from pipeline.model.findings import RecommendationMention
from pipeline.model.ids import finding_ids, fold
from pipeline.model.paper import Placed
from pipeline.model.place import Proof, Span
from pipeline.model.structure import PaperKind, SectionRole

_SILENT = frozenset({
    SectionRole.PROPOSAL, SectionRole.ATTACHMENTS, SectionRole.PRESENCE, SectionRole.ABSENCE, SectionRole.SIGNATURES,
    SectionRole.COMPETENCE, SectionRole.STORIES,
})  # fmt: skip
# In an answer to a hearing the remarks stand under numbered headings.
_NUMBERED = re.compile(r"(\d{1,2})[.)] ?[A-ZÆØÅ]")
_ISSUING = frozenset({PaperKind.RECOMMENDATIONS, PaperKind.OTHER})


@dataclass(frozen=True, slots=True)
class Draft:
    """A recommendation before it has an id; `parents` are places in the list of all."""

    text: str
    span: Span
    number: str | None
    parents: tuple[int, ...]
    strength: int
    source: str
    said_by: str | None
    addressed_to: str | None
    how: str
    rule: str


def find_recommendations(
    reading: Reading, stories: frozenset[str], facts: FactsLexicon
) -> tuple[RecommendationMention, ...]:
    """Every mention of advice, in reading order; wishes in a section of stories are part of the stories."""
    drafts = _Walk(reading, stories, facts).drafts()
    numbered = _with_known_numbers(drafts)
    document_id = reading.paper.document_id
    ids = list(finding_ids("recommendations", document_id, (f"{d.how} {d.text}" for d in numbered)))
    return tuple(_mention(key, draft, ids, reading) for key, draft in zip(ids, numbered, strict=True))


def _mention(key: str, draft: Draft, ids: Sequence[str], reading: Reading) -> RecommendationMention:
    own = draft.source == "egen"
    fresh = own and (reading.front.kind in _ISSUING)
    return RecommendationMention(
        id=key,
        number=draft.number,
        kind="uddybende" if draft.parents else "overordnet",
        parents=tuple(ids[n] for n in draft.parents),
        text=draft.text,
        strength=draft.strength,
        source=draft.source,
        said_by=draft.said_by,
        issued_by=reading.front.body if own else draft.said_by,
        addressed_to=draft.addressed_to,
        issued=reading.front.date if fresh else None,
        how=draft.how,
        proof=Proof(draft.span, draft.rule),
    )


def _with_known_numbers(drafts: Sequence[Draft]) -> list[Draft]:
    """A recommendation that is repeated in the paper without its number keeps the number it had."""
    numbers: dict[str, str] = {}
    for draft in drafts:
        if draft.number is not None and draft.how == "full" and not draft.parents:
            numbers.setdefault(_wording(draft.text), draft.number)
    return [
        replace(d, number=numbers.get(_wording(d.text)))
        if d.number is None and d.how == "full" and not d.parents
        else d
        for d in drafts
    ]


def _wording(text: str) -> str:
    """The text less its first word: the name of the council, which papers spell in more than one way."""
    return fold(text.partition(" ")[2])


class _Walk:
    """Goes down the passages and knows which recommendation the list items under it elaborate."""

    def __init__(self, reading: Reading, stories: frozenset[str], facts: FactsLexicon) -> None:
        self.reading, self.stories, self.facts = reading, stories, facts
        self.found: list[Draft] = []
        self.above: list[int] = []
        self.list_begun = False
        self.levels: dict[int, int] = {}
        self.section: tuple[str, ...] = ()
        self.announced: Advice | None = None
        self.number: str | None = None
        self.whole_paper = reading.front.kind is PaperKind.RECOMMENDATIONS

    def drafts(self) -> list[Draft]:
        """All mentions in order."""
        for placed in self.reading.passages:
            if placed.context.section != self.section or placed.passage.kind is PassageKind.HEADING:
                self._new_section(placed)
            if placed.role in _SILENT or placed.passage.passage_id in self.stories:
                continue
            if placed.passage.kind is PassageKind.HEADING:
                self._heading(placed)
            elif placed.passage.kind is PassageKind.ITEM:
                self._item(placed)
            elif placed.passage.kind in {PassageKind.PARAGRAPH, PassageKind.QUOTE}:
                self._paragraph(placed)
        return self.found

    def _new_section(self, placed: Placed) -> None:
        self.section = placed.context.section
        self.above, self.list_begun, self.announced, self.levels = [], False, None, {}
        if placed.passage.kind is PassageKind.HEADING:
            numbered = _NUMBERED.match(placed.passage.text)
            answer = numbered is not None and self.reading.front.kind is PaperKind.OTHER
            self.number = numbered[1] if answer and numbered is not None else None

    def _heading(self, placed: Placed) -> None:
        """ "Anbefaling 3" numbers what follows; "Anbefaling 3: Styrk samarbejdet" is itself the wording."""
        text = body_text(placed.passage)
        found = self.facts.recommendations.first("headings", text)
        if found is None or is_political(self.reading.front):
            return
        self.number = found.match["number"]
        if len(found.match["rest"].split()) >= 3 and not self._worded_below(placed):
            start = placed.passage.marker + found.match.start("rest")
            advice = Advice(1, "egen", self.reading.front.body, None, found.rule.name, 0)
            self._add(placed.passage.span(start), advice, (), number=self.number)
            self.above = [len(self.found) - 1]
            self.number = None

    def _worded_below(self, heading: Placed) -> bool:
        """Whether the text under a heading gives the advice in full, so that the heading is only its title."""
        place = self.reading.places[heading.passage.passage_id]
        for placed in self.reading.passages[place + 1 : place + 4]:
            if placed.passage.kind is PassageKind.HEADING:
                return False
            sentences = self.reading.sentences.get(placed.passage.passage_id, ())
            if any(find_advice(s, self.reading.front, self.facts) for s in sentences):
                return True
        return False

    def _paragraph(self, placed: Placed) -> None:
        self.announced = self._announcement(placed)
        sentences = self.reading.sentences[placed.passage.passage_id]
        advice = [find_advice(s, self.reading.front, self.facts) for s in sentences]
        if self.announced is not None:
            self.list_begun = False
            return
        first = advice[0]
        if (
            first is not None
            and (self.whole_paper or len(sentences) == 1 or not any(advice[1:]))
            and self._opens(placed, first)
        ):
            self._full(placed.passage.span(), first)
            return
        if self.number is not None and first is None and placed.role is SectionRole.RECOMMENDATIONS:
            whole = Advice(1, "egen", self.reading.front.body, None, "recommendations.numbered_heading", 0)
            self._full(placed.passage.span(), whole)
            return
        for sentence, one in zip(sentences, advice, strict=True):
            if one is not None:
                self._full(sentence.span(), one)
        if not any(advice):
            self.above = self.above if self.whole_paper else []
            self._spoken_of(sentences)

    def _opens(self, placed: Placed, advice: Advice) -> bool:
        """Whether the whole passage is the wording: in the council's own paper, or when it is one sentence."""
        return self.whole_paper or len(self.reading.sentences[placed.passage.passage_id]) == 1 or advice.strength == 1

    def _full(self, span: Span, advice: Advice) -> None:
        if self.list_begun:
            self.above, self.list_begun = [], False
        self._add(span, advice, (), number=self.number)
        self.above.append(len(self.found) - 1)
        self.number = None

    def _item(self, placed: Placed) -> None:
        sentence = self.reading.sentences[placed.passage.passage_id][0]
        advice = find_advice(sentence, self.reading.front, self.facts)
        level = placed.passage.level or 1
        self.levels = {k: v for k, v in self.levels.items() if k < level}
        number = re.sub(r"[^\w]", "", placed.passage.text[: placed.passage.marker]) or None
        number = number if number is not None and (number.isdigit() or (len(number) == 1 and number != "o")) else None
        parents = (self.levels[max(self.levels)],) if self.levels else tuple(self.above)
        if self.above or self.levels:
            advice = self._elaborating(sentence, advice)
            self.list_begun = True
        else:
            parents, advice = (), advice or self.announced
        if advice is not None:
            self._add(placed.passage.span(), advice, parents, number=number)
            self.levels[level] = len(self.found) - 1

    def _elaborating(self, sentence: Sentence, advice: Advice | None) -> Advice:
        """An item under a recommendation elaborates it whatever its verb; its strength is its own."""
        if advice is not None:
            return replace(advice, source="egen", addressed_to=None)
        found = self.facts.recommendations.first("item_strengths", sentence.text)
        strength = 3 if found is None else int(found.rule.value)
        return Advice(strength, "egen", None, None, "recommendations.listed_under", 0)

    def _announcement(self, placed: Placed) -> Advice | None:
        """The advice whose items follow: "Rådet anbefaler, at:" or "Rådet har følgende anbefalinger:"."""
        text = body_text(placed.passage)
        if not text.rstrip().endswith(":") or not self.reading.items_after(placed):
            return None
        found = self.facts.recommendations.first("announcements", text)
        if found is None:
            return None
        own = find_advice(self.reading.sentences[placed.passage.passage_id][-1], self.reading.front, self.facts)
        if own is not None:
            return own
        if is_political(self.reading.front) or self.facts.recommendations.holds("never", text):
            return None
        to = self.facts.recommendations.first("addressees", text)
        return Advice(
            1, "egen", self.reading.front.body, to.match["who"] if to is not None else None, found.rule.name, 0
        )

    def _spoken_of(self, sentences: Sequence[Sentence]) -> None:
        """Sentences that name one recommendation, or all of them, without their wording."""
        if self.whole_paper or is_political(self.reading.front):
            return
        for sentence in sentences:
            for draft in _named(sentence, self.reading, self.facts):
                self.found.append(draft)

    def _add(self, span: Span, advice: Advice, parents: tuple[int, ...], *, number: str | None) -> None:
        self.found.append(
            Draft(
                span.quote,
                span,
                number,
                parents,
                advice.strength,
                advice.source,
                advice.said_by,
                advice.addressed_to,
                "full",
                advice.rule,
            )
        )


def _named(sentence: Sentence, reading: Reading, facts: FactsLexicon) -> Iterator[Draft]:
    book = facts.recommendations
    named = book.every("named", sentence.text)
    for found in named:
        span = sentence.span(found.start, found.end)
        number = found.match.groupdict().get("number")
        yield Draft(span.quote, span, number, (), 1, "egen", reading.front.body, None, "named", found.rule.name)
    together = book.first("collective", sentence.text)
    if together is not None and not any(n.start <= together.start < n.end for n in named):
        span = sentence.span(together.start, together.end)
        yield Draft(span.quote, span, None, (), 1, "egen", reading.front.body, None, "collective", together.rule.name)
