"""What citizens meet: each paragraph or item of a section of stories, and each example or quotation within it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.extract.reading import Reading, Sentence, body_text
from pipeline.lexicons.facts import FactsLexicon
from pipeline.model.document import PassageKind
from pipeline.model.findings import Story
from pipeline.model.ids import finding_ids
from pipeline.model.paper import Placed
from pipeline.model.place import Proof, Span
from pipeline.model.structure import SectionRole

_NEVER = frozenset({
    SectionRole.PROPOSAL, SectionRole.ATTACHMENTS, SectionRole.PRESENCE, SectionRole.ABSENCE,
    SectionRole.RECOMMENDATIONS,
    SectionRole.MEMBERS, SectionRole.SIGNATURES,
})  # fmt: skip
_CASE_HEADING = re.compile(
    r"^(?:\d[\d.]* )?(?:case|eksempel|historie|borgerhistorie|brugerhistorie)\b(?! og| fra)"
    r"|^\w+(?: \w+)?,? \(?\d{1,2} år\)?$",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^[^.:]{0,40}:")
_INSIDE = re.compile(r"[”\"»“][^”\"»“«]{25,}[”\"«“]")


@dataclass(frozen=True, slots=True)
class Told:
    """A story before it has an id; `parent` is the place of the one it belongs to in the list of all."""

    kind: str
    parent: int | None
    heading: str | None
    told_by: str | None
    span: Span
    rule: str


def find_stories(reading: Reading, facts: FactsLexicon) -> tuple[Story, ...]:
    """The stories of the paper in reading order."""
    rows: list[Told] = []
    section: tuple[str, ...] = ()
    parent: int | None = None
    inside = story_passages(reading, facts)
    for placed in reading.prose():
        if placed.context.section != section:
            section, parent = placed.context.section, None
        if placed.passage.passage_id in inside:
            parent = _add(rows, placed, parent, reading, facts)
        elif placed.role not in _NEVER:
            rows += _outside(placed, reading, facts)
    return _stories(rows, reading.paper.document_id)


def story_passages(reading: Reading, facts: FactsLexicon) -> frozenset[str]:
    """The passages that tell stories: of sections so headed, and of the sections that an introduction announces."""
    found: set[str] = set()
    announced: tuple[str, ...] | None = None
    for placed in reading.passages:
        section, text = placed.context.section, placed.passage.text
        if announced is not None and section[: len(announced) - 1] != announced[:-1]:
            announced = None
        if placed.passage.kind in {PassageKind.HEADING, PassageKind.TITLE}:
            continue
        if _headed(placed, facts) and len(section) > 1 and facts.stories.holds("announcements", text):
            announced = section
        follows = announced is not None and section != announced
        if follows or (
            _headed(placed, facts)
            and section != announced
            and placed.role not in _NEVER - {SectionRole.RECOMMENDATIONS}
        ):
            found.add(placed.passage.passage_id)
    return frozenset(found)


def _headed(placed: Placed, facts: FactsLexicon) -> bool:
    return placed.role is SectionRole.STORIES or any(
        facts.stories.holds("headings", heading) and len(heading) < 100 for heading in placed.context.section
    )


def _add(rows: list[Told], placed: Placed, parent: int | None, reading: Reading, facts: FactsLexicon) -> int | None:
    """Add what a passage of stories tells; gives the story that the next ones of the section belong to."""
    text = body_text(placed.passage)
    if facts.stories.holds("about", text) or text.rstrip().endswith(":"):
        return parent
    if placed.passage.kind is PassageKind.QUOTE:
        rows.append(
            Told(
                "citat",
                parent,
                _heading(placed),
                _teller(placed, reading, facts),
                placed.passage.span(),
                "stories.block_quote",
            )
        )
        return parent
    own = len(rows)
    first = facts.stories.first("examples", text)
    kind = (
        first.rule.value
        if first is not None
        else "eksempel"
        if _CASE_HEADING.match(_heading(placed) or "")
        else "udsagn"
    )
    item = placed.passage.kind is PassageKind.ITEM
    rule = "stories.paragraph" if first is None else first.rule.name
    rows.append(
        Told(
            kind,
            None if item else parent,
            _heading(placed),
            _teller(placed, reading, facts),
            placed.passage.span(),
            rule,
        )
    )
    if first is None:
        rows += _within(placed, own, reading, facts)
    if item or (kind != "udsagn" and not _CASE_HEADING.match(_heading(placed) or "")):
        return parent
    return own if parent is None else parent


def _within(placed: Placed, parent: int, reading: Reading, facts: FactsLexicon) -> Iterator[Told]:
    """The examples and quotations inside a paragraph, from its second sentence on."""
    sentences = reading.sentences[placed.passage.passage_id]
    for n, sentence in enumerate(sentences):
        found = facts.stories.first("examples", sentence.text) if n else None
        if found is not None:
            end = (
                sentences[-1].end if _LABEL.match(sentence.text) and found.rule.name.endswith("label") else sentence.end
            )
            span = placed.passage.span(sentence.start, end)
            yield Told(found.rule.value, parent, _heading(placed), _said(sentence, facts), span, found.rule.name)
        elif (quoted := _INSIDE.search(sentence.text)) is not None:
            span = sentence.span(quoted.start(), quoted.end())
            yield Told("citat", parent, _heading(placed), _said(sentence, facts), span, "stories.inner_quote")


def _outside(placed: Placed, reading: Reading, facts: FactsLexicon) -> Iterator[Told]:
    """A story told in passing: only where a paragraph or an item begins with the words for one."""
    text = body_text(placed.passage)
    found = facts.stories.first("intros", text)
    if found is None:
        return
    sentences = reading.sentences[placed.passage.passage_id]
    if not text.rstrip().endswith(":"):
        yield Told(
            found.rule.value, None, _heading(placed), _said(sentences[0], facts), placed.passage.span(), found.rule.name
        )
        return
    place = reading.places[placed.passage.passage_id]
    for following in reading.passages[place + 1 : place + 2]:
        if following.passage.kind is PassageKind.QUOTE:
            yield Told(
                "citat", None, _heading(placed), _said(sentences[0], facts), following.passage.span(), found.rule.name
            )


def _heading(placed: Placed) -> str | None:
    return placed.context.section[-1] if placed.context.section else None


def _teller(placed: Placed, reading: Reading, facts: FactsLexicon) -> str | None:
    """Who tells: the passage itself, the sentence that leads its list in, or the introduction of the chapter."""
    own = _said(reading.sentences[placed.passage.passage_id][0], facts)
    if own is not None:
        return own
    for other in reading.before(placed):
        text = other.passage.text
        if placed.passage.kind is PassageKind.ITEM and text.rstrip().endswith(":"):
            led = _who(text, facts)
            if led is not None:
                return led
        if other.context.section[:1] != placed.context.section[:1]:
            return None
        if facts.stories.holds("announcements", text):
            return _who(text, facts)
    return None


def _said(sentence: Sentence, facts: FactsLexicon) -> str | None:
    return _who(sentence.text, facts)


def _who(text: str, facts: FactsLexicon) -> str | None:
    found = facts.stories.first("tellers", text)
    if found is None:
        return None
    who = next(value for value in found.match.groupdict().values() if value)
    genitive = found.rule.name == "stories.own_statements" and who.endswith("s")
    bare = who[:-1] if genitive else who
    return bare[:1].upper() + bare[1:].rstrip(",")


def _stories(rows: Sequence[Told], document_id: str) -> tuple[Story, ...]:
    ids = list(finding_ids("stories", document_id, (f"{row.kind} {row.span.quote}" for row in rows)))
    return tuple(
        Story(
            key, row.kind, None if row.parent is None else ids[row.parent], row.heading, row.told_by, row.span.quote,
            Proof(row.span, row.rule),
        )
        for key, row in zip(ids, rows, strict=True)
    )  # fmt: skip
