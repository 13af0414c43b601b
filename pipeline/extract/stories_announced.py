"""Stories where stories are told: each passage is one, with the cases and quotations within it."""

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.extract.reading import Reading, Sentence, body_text
from pipeline.extract.stories_grounds import Ground, is_minuted
from pipeline.extract.stories_sentences import (
    Telling,
    announced_telling,
    case_of,
    goes_on,
    is_name,
    named_case_of,
    sentences_of,
)
from pipeline.extract.stories_tellers import attribution, label_of, teller_of, who_tells
from pipeline.extract.stories_told import (
    Quotation,
    Told,
    cited,
    heading_of,
    is_quote,
    quoted,
    whole,
)
from pipeline.lexicons.facts import FactsLexicon
from pipeline.model.document import PassageKind
from pipeline.model.paper import Placed

_CASE_HEADING = re.compile(
    r"^(?:\d[\d.]* )?(?:case|eksempel|historie|borgerhistorie|brugerhistorie)\b(?! og| fra)"
    r"|^\w+(?: \w+)?,? \(?\d{1,3} år\)?$",
    re.IGNORECASE,
)
_PRONOUNS = frozenset({"han", "hun", "de"})
_LABEL = re.compile(r"^[^.:]{0,40}:")


def tells_nothing(placed: Placed, reading: Reading, facts: FactsLexicon) -> bool:
    """Whether a passage where stories are told is none: about them, a lead-in, a speaker's name, the council's view."""
    text = body_text(placed.passage)
    return (
        facts.stories.holds("about", text)
        or text.rstrip().endswith(":")
        or attribution(placed, reading, facts) is not None
    )


def begins_otherwise(placed: Placed, reading: Reading, facts: FactsLexicon) -> bool:
    """Whether a passage where stories are told begins with figures, a decision or what somebody in office says."""
    text = sentences_of(placed, reading)[0].text
    if facts.stories.holds("no_story", text):
        return True
    if not is_minuted(placed, reading):
        return False
    return facts.stories.holds("no_telling", text) or is_name(text, facts) or facts.stories.holds("officials", text)


def add_announced(
    rows: list[Told], placed: Placed, parent: int | None, ground: Ground, reading: Reading, facts: FactsLexicon
) -> int | None:
    """Add what a passage tells; gives the story that the next ones of the section belong to."""
    if tells_nothing(placed, reading, facts) or (ground is Ground.ONE and not _reads_told(placed, reading, facts)):
        return parent
    if placed.passage.kind is PassageKind.QUOTE:
        rows.append(whole("citat", parent, placed, "stories.block_quote", teller_of(placed, reading, facts)))
        return parent
    own, told = len(rows), _kind(placed, ground, reading, facts)
    item = placed.passage.kind is PassageKind.ITEM
    over = _item_above(rows, placed, reading) if item else parent
    who = _who(told, placed, ground, reading, facts) or (rows[over].told_by if item and over is not None else None)
    rows.append(whole(told.kind, over, placed, told.rule, who))
    if not told.rule.startswith(("stories.example_", "stories.an_example")) and told.kind != "citat":
        rows += _within(placed, own, told.kind == "udsagn", who, reading, facts)
    apart = item or ground is not Ground.SECTION or is_minuted(placed, reading)
    if apart or (told.kind != "udsagn" and not _CASE_HEADING.match(heading_of(placed) or "")):
        return parent
    return own if parent is None else parent


def _item_above(rows: list[Told], placed: Placed, reading: Reading) -> int | None:
    """The story of the list item that this one stands below."""
    level = placed.context.level or 1
    for other in reading.before(placed):
        if other.passage.kind is not PassageKind.ITEM or level == 1:
            return None
        if (other.context.level or 1) < level:
            own = (n for n, row in enumerate(rows) if row.span == other.passage.span())
            return next(own, None)
    return None


def _who(told: Telling, placed: Placed, ground: Ground, reading: Reading, facts: FactsLexicon) -> str | None:
    """Who tells a passage: the speaker of its quotation, whom it names, or in a round of a list the first word."""
    if told.kind == "citat":
        spoken = next((quote.who for quote in quoted(placed, facts) if quote.who is not None), None)
        if spoken is not None:
            return spoken
    named = facts.stories.first("named_cases", body_text(placed.passage)) if ground is Ground.LIST else None
    who = teller_of(placed, reading, facts)
    return named.match["who"] if named is not None and who is None else who


def _reads_told(placed: Placed, reading: Reading, facts: FactsLexicon) -> bool:
    """Whether what follows an introduction of one story reads as one."""
    text = body_text(placed.passage)
    return is_quote(placed) or facts.stories.holds("own_voice", text) or announced_telling(text, facts) is not None


def _kind(placed: Placed, ground: Ground, reading: Reading, facts: FactsLexicon) -> Telling:
    text = body_text(placed.passage)
    first = facts.stories.first("examples", text)
    if first is not None:
        return Telling(first.rule.value, first.rule.name)
    quote = next(iter(quoted(placed, facts)), None)
    if quote is not None and quote.start <= placed.passage.marker + 2:
        return Telling("citat", quote.rule)
    sentence = sentences_of(placed, reading)[0].text
    told = announced_telling(sentence, facts) or _after_label(sentence, facts)
    if told is not None:
        return told
    case = ground is Ground.ONE or _CASE_HEADING.match(heading_of(placed) or "") is not None
    return Telling("eksempel" if case else "udsagn", "stories.paragraph")


def _after_label(text: str, facts: FactsLexicon) -> Telling | None:
    """The case that an item tells behind the name of its teller."""
    found = facts.stories.first("labels", text)
    return None if found is None else case_of(text[found.end :], facts)


def _within(
    placed: Placed, parent: int, cases: bool, teller: str | None, reading: Reading, facts: FactsLexicon
) -> Iterator[Told]:
    """The examples and quotations inside a paragraph, from its second sentence on."""
    sentences = sentences_of(placed, reading)
    quotes = [q for q in quoted(placed, facts) if not _is_example(q, sentences, facts)]
    label = label_of(body_text(placed.passage), facts)
    for n, sentence in enumerate(sentences):
        if n and not any(q.holds(sentence.start, sentence.end) for q in quotes):
            yield from _example(n, sentences, parent, label, cases, facts)
    yield from (cited(_by_name(q, teller), parent, placed, label or _speaker(q, sentences, facts)) for q in quotes)


def _by_name(quote: Quotation, teller: str | None) -> Quotation:
    """A quotation that "he" or "she" says, with the teller of the story it stands in."""
    return replace(quote, who=teller) if (quote.who or "").casefold() in _PRONOUNS else quote


def _is_example(quote: Quotation, sentences: tuple[Sentence, ...], facts: FactsLexicon) -> bool:
    """Whether the sentence of a quotation says that it is an example."""
    found = [facts.stories.first("examples", s.text) for s in sentences[1:] if quote.holds(s.start, s.end)]
    return any(example is not None and example.rule.value == "eksempel" for example in found)


def _speaker(quote: Quotation, sentences: tuple[Sentence, ...], facts: FactsLexicon) -> str | None:
    """The teller of the sentence in which a quotation begins."""
    around = next(s for s in sentences if quote.start < s.end)
    return who_tells(around.text, facts)


def _example(
    n: int, sentences: tuple[Sentence, ...], parent: int, label: str | None, cases: bool, facts: FactsLexicon
) -> Iterator[Told]:
    sentence = sentences[n]
    found = facts.stories.first("examples", sentence.text)
    case = (case_of(sentence.text, facts) or named_case_of(sentence.text, facts)) if cases else None
    if found is not None:
        labelled = found.rule.name.endswith("label") and _LABEL.match(sentence.text)
        kind, rule, end = found.rule.value, found.rule.name, sentences[-1].end if labelled else sentence.end
    elif case is not None:
        kind, rule, end = case.kind, case.rule, going_on(n, sentences, facts).end
    else:
        return
    span = sentence.placed.passage.span(sentence.start, end)
    yield Told(kind, parent, heading_of(sentence.placed), who_tells(sentence.text, facts) or label, span, rule)


def going_on(n: int, sentences: tuple[Sentence, ...], facts: FactsLexicon) -> Sentence:
    """The last of the sentences after the `n`th that go on with what it tells of a person."""
    last = n
    for following in sentences[n + 1 :]:
        text = following.text
        if not goes_on(text, facts) or case_of(text, facts) is not None:
            break
        last += 1
    return sentences[last]
