"""Input, proposals, wishes and topics of a list that a decision sums up: a row for each bullet or member."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.extract.enumerations import is_enumeration, members
from pipeline.extract.people import is_organisation
from pipeline.extract.promises import plain_doer
from pipeline.extract.reading import Reading, Sentence, body_text
from pipeline.lexicons.facts import FactsLexicon
from pipeline.lexicons.rules import Found
from pipeline.model.document import PassageKind
from pipeline.model.findings import Contribution, Decision
from pipeline.model.ids import finding_ids
from pipeline.model.paper import Placed
from pipeline.model.place import Proof, Span
from pipeline.model.structure import PaperKind, SectionRole

_TYPES = frozenset({"forslag", "ønske", "drøftet", "orienteret", "prioriteret"})
# Where minutes tell what was said: sections of decisions and talk, and an item's own text without any.
_WHERE = frozenset({SectionRole.DECISION, SectionRole.TALK, None})
_WEAK = frozenset({"agreements.information", "agreements.discussed_points", "agreements.came_forth"})
_COLON = re.compile(r": (?=[^:]*[,;][^:]*(?: og |;))")
_ANY_COLON = re.compile(r": (?=[^:]*[,;])")
_FOLLOWS = re.compile(r"\b(?:følgende|disse|nedenstående)\b[^.:;?!]*$", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\((?P<who>[^()]{2,40})\)\.?$")


@dataclass(frozen=True, slots=True)
class Part:
    """A member of a list: its kind, who said it, where it stands."""

    kind: str
    said_by: str | None
    placed: Placed
    span: Span
    rule: str


def find_contributions(
    reading: Reading, decisions: Sequence[Decision], facts: FactsLexicon
) -> tuple[Contribution, ...]:
    """The members of the lists that stand in, or right after, the sentences of decisions."""
    if reading.front.kind is not PaperKind.MINUTES:
        return ()
    rows: list[Part] = []
    for parts in (_bullets(reading, decisions, facts), _decided(reading, decisions, facts), _told(reading, facts)):
        rows += [p for p in parts if not any(_overlap(p.span, other.span) for other in rows)]
    rows.sort(key=lambda part: (reading.places[part.span.passage_id], part.span.start))
    ids = finding_ids("contributions", reading.paper.document_id, (part.span.quote for part in rows))
    return tuple(
        Contribution(
            key, part.placed.item_number, part.placed.context.item_id, part.kind, part.said_by, part.span.quote,
            Proof(part.span, part.rule),
        )
        for key, part in zip(ids, rows, strict=True)
    )  # fmt: skip


def _overlap(a: Span, b: Span) -> bool:
    return a.passage_id == b.passage_id and a.start < b.end and b.start < a.end


def _kind(lead: str, facts: FactsLexicon) -> Found | None:
    """What the words before a list say that it holds: the first noun for it, else how it came up."""
    found = facts.agreements.every("contributions", lead)
    nouns = [f for f in found if f.rule.name not in _WEAK]
    return next(iter(nouns or found), None)


def _bullets(reading: Reading, decisions: Sequence[Decision], facts: FactsLexicon) -> Iterator[Part]:
    """The items of a list whose introduction says what they are."""
    for placed in reading.passages:
        lead = _lead(placed, reading, decisions, facts)
        found = None if lead is None else _kind(lead, facts)
        if lead is None or found is None or facts.agreements.holds("only_meetings", lead):
            continue
        said = _giver(lead, facts)
        for item in reading.items_after(placed):
            own = _own_giver(body_text(item.passage), facts)
            yield Part(found.rule.value, own or said, item, item.passage.span(), found.rule.name)


def _lead(placed: Placed, reading: Reading, decisions: Sequence[Decision], facts: FactsLexicon) -> str | None:
    """The words that may introduce a list of what was said: a passage that ends with them, or a heading."""
    if placed.role not in _WHERE or (placed.item is None and placed.role is None):
        return None
    if placed.passage.kind is PassageKind.HEADING:
        return _heading(placed, reading, decisions, facts)
    sentences = reading.sentences.get(placed.passage.passage_id, ())
    if not sentences or facts.agreements.holds("in_advance", placed.passage.text):
        return None
    last = sentences[-1].text.rstrip()
    return last if last.endswith(":") or _FOLLOWS.search(last) else None


def _heading(placed: Placed, reading: Reading, decisions: Sequence[Decision], facts: FactsLexicon) -> str | None:
    """A heading that names what the list under it holds; under a bare "Beslutning" the title of the item does."""
    if any(d.status == "made" and d.proof.span.passage_id == i.passage.passage_id
           for i in reading.items_after(placed) for d in decisions):  # fmt: skip
        return None
    title = placed.item.title or "" if placed.item is not None else ""
    texts = (placed.passage.text, title) if placed.role is SectionRole.DECISION else (placed.passage.text,)
    texts = (*texts, title) if placed.passage.text.endswith(title) else texts
    return next((text for text in texts if facts.agreements.holds("contribution_heads", text)), None)


def _giver(lead: str, facts: FactsLexicon) -> str | None:
    """Who gave what the list holds, by the first rule that names somebody."""
    rules = facts.agreements.groups["said_by"]
    named = (plain_doer(match["who"]) for rule in rules for match in rule.find(lead))
    return next((who for who in named if who is not None), None)


def _own_giver(text: str, facts: FactsLexicon) -> str | None:
    """Who is named at the head of the line ("SAND: flere herberger") or in brackets at its end."""
    first = facts.agreements.first("doers_of_lines", text)
    named = first if first is not None and first.start == 0 else None
    match = named.match if named is not None else _IN_BRACKETS.search(text)
    if match is None:
        return None
    who, word = match["who"], re.split(r"[ ,]", match["who"])[0]
    known = word in facts.given_names or (word.isupper() and len(word) < 6)
    known = known or facts.agreements.holds("offices", who) or is_organisation(who, facts.organisation_names)
    return who if known else None


def _decided(reading: Reading, decisions: Sequence[Decision], facts: FactsLexicon) -> Iterator[Part]:
    """ "en række forslag, herunder A, B og C": the members of the sentence, or of the next that begins "Herunder"."""
    contexts = {p.passage.passage_id: p for p in reading.passages}
    for decision in decisions:
        if decision.status != "made" or decision.type not in _TYPES:
            continue
        found = _kind(decision.text, facts)
        if found is None:
            continue
        said = next((a.id for a in decision.actors if a.kind in {"forening", "medlem"}), None)
        said = said or _giver(_before_list(decision.proof.span.quote, facts), facts)
        for span in (decision.proof.span, *decision.proof.more):
            placed = contexts[span.passage_id]
            begin = _list_start(span.quote, facts, whole=span is not decision.proof.span)
            if begin is not None:
                for start, end in members(span.quote, begin):
                    inner = placed.passage.span(span.start + start, span.start + end)
                    yield Part(found.rule.value, said, placed, inner, found.rule.name)


def _before_list(text: str, facts: FactsLexicon) -> str:
    begin = _list_start(text, facts, whole=False)
    return text if begin is None else text[:begin]


def _list_start(text: str, facts: FactsLexicon, *, whole: bool) -> int | None:
    if whole:
        begin = re.match(r"herunder(?: bl\.a\.)?:? ", text, re.IGNORECASE)
        return None if begin is None else begin.end()
    found = facts.agreements.first("inline_lists", text)
    if found is not None and (found.rule.name != _VERB_LIST or is_enumeration(text, found.end, least=3)):
        return found.end
    colon = _COLON.search(text)
    return None if colon is None else colon.end()


_VERB_LIST = "agreements.verb_list"


def _told(reading: Reading, facts: FactsLexicon) -> Iterator[Part]:
    """The same in sentences that are no decisions: "Forslag til emner: A, B og C." """
    for placed in reading.prose():
        if (
            placed.item is None
            or placed.role not in _WHERE
            or facts.agreements.holds("in_advance", placed.passage.text)
        ):
            continue
        for sentence in reading.sentences[placed.passage.passage_id]:
            yield from _in_sentence(sentence, facts)


def _in_sentence(sentence: Sentence, facts: FactsLexicon) -> Iterator[Part]:
    text = sentence.text
    begin = _list_start(text, facts, whole=False)
    if begin is None and (colon := _ANY_COLON.search(text)) is not None:
        begin = colon.end()
    found = None if begin is None else _kind(text[:begin], facts)
    if begin is None or found is None or not is_enumeration(text, begin, least=2):
        return
    said = _giver(text[:begin], facts)
    for start, end in members(text, begin):
        yield Part(found.rule.value, said, sentence.placed, sentence.span(start, end), found.rule.name)
