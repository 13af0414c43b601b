"""Front matter: title, body, authority, region, date and case numbers, each from the words of the paper."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.context import Context
from pipeline.model.days import find_days, find_months, find_times
from pipeline.model.document import Document, Passage, PassageKind
from pipeline.model.ids import fold
from pipeline.model.structure import FrontMatter, PaperKind, SectionRole
from pipeline.structure.areas import Evidence, find_authority
from pipeline.structure.bodies import find_bodies
from pipeline.structure.head import Head
from pipeline.structure.items import ItemHead
from pipeline.structure.numbers import find_case_numbers

_PERSON = re.compile(
    r"\W*(?:[Dd]eltagere|[Aa]fbud|[Tt]il stede|[Mm]edlemmer)"
    r"|\W*[A-ZÆØÅ][\w.-]+ [A-ZÆØÅ][\w.-]+(?: [A-ZÆØÅ][\w.-]+)*, "
)
_WEEKDAY = re.compile(r"\b(?:man|tirs|ons|tors|fre|lør|søn)dag\b", re.IGNORECASE)
_ADDRESSEE = re.compile(r"(?:Til|Att\.?|Cc|Kopi)\b")
_GIVER = re.compile(r"\b(?:takker for|har behandlet|afgiver|på vegne af|på rådets vegne)\b", re.IGNORECASE)


def find_front(
    document: Document, head: Head, heads: Sequence[ItemHead], kind: PaperKind, *, context: Context
) -> FrontMatter:
    """What the paper says of itself. No file or folder name decides any of it."""
    title = _title(head, heads, kind, context)
    body = _body(document, head, title, kind, context)
    regional = body is not None and body.startswith("Region")
    authority, region = find_authority(_evidence(document, head), front=context.lexicons.front, regional=regional)
    return FrontMatter(
        kind=kind,
        title=title,
        body=body,
        authority=authority,
        region=region,
        date=_date(document, head, kind, context),
        case_numbers=_case_numbers(head, heads, context),
    )


def _title(head: Head, heads: Sequence[ItemHead], kind: PaperKind, context: Context) -> str | None:
    """The title; one that only says "Referat" takes the name of the body below it along."""
    if head.title is None and len(heads) == 1:
        # A single item, cut out of its minutes.
        return heads[0].title
    if head.title is None:
        first = next((p for p in head.opening if p.kind is PassageKind.HEADING), None)
        return first.text if first is not None and kind not in {PaperKind.MINUTES, PaperKind.AGENDA} else None
    text = head.title.text
    words = {fold(w) for rule in context.lexicons.front.kinds for w in rule.words}
    below = next((p for p in head.lines if p.order > head.title.order), None)
    if fold(text) in words and below is not None and below.order == head.title.order + 1:
        named = list(find_bodies(below.text, front=context.lexicons.front))
        if named and named[0].start == 0 and len(below.text) < len(named[0].name) + 12:
            return f"{text} {below.text}"
    follows = next((p for p in (*head.lines, *head.opening) if p.order == head.title.order + 1), None)
    goes_on = follows is not None and (text.endswith(("-", "–", ":")) or follows.text.startswith(("-", "–")))
    if follows is not None and goes_on and len(follows.text) < 120 and next(find_days(follows.text), None) is None:
        return f"{text} {follows.text}"
    return text


def _body(document: Document, head: Head, title: str | None, kind: PaperKind, context: Context) -> str | None:
    front = context.lexicons.front
    for labelled in head.values(front.labels["body"]):
        return next((b.name for b in find_bodies(labelled.value, front=front)), labelled.value)
    to = [entry.value for entry in head.labels if entry.label == "til"]
    cut = [re.split(r" (?:den|d\.|kl\.?) ?(?=\d)", p.text)[0] for p in head.lines]
    near = [t for t in cut if len(t) < 110 and not _looks_like_place(t)]
    lines = [t for t in near if not _ADDRESSEE.match(t)]
    running = [p.text for p in head.running if len(p.text) < 90]
    opening = [p.text for p in head.opening[:4] if len(p.text) < 140 and not _ADDRESSEE.match(p.text)]
    sources = (
        [*to, title or "", *lines, *running, *opening]
        if kind is PaperKind.MEMO
        else [title or "", *lines, *running, *opening]
    )
    if kind is PaperKind.OTHER:
        # A letter: the council that writes, not the one that is written to.
        sources = [p.text[:200] for p in document.body() if _GIVER.search(p.text)] + sources
    for text in sources:
        named = list(find_bodies(text, front=front))
        if named:
            return named[0].name
    return _most_named(document, context)


def _looks_like_place(text: str) -> bool:
    return bool(re.search(r"\b\d{4} [A-ZÆØÅ]", text))


def _most_named(document: Document, context: Context) -> str | None:
    """The body named most often in headings and text; headings weigh more."""
    votes: Counter[str] = Counter()
    for passage in document.body():
        weight = 4 if passage.kind is PassageKind.HEADING else 1
        for body in find_bodies(passage.text[:2000], front=context.lexicons.front):
            votes[body.name] += weight
    return max(sorted(votes), key=lambda n: votes[n]) if votes else None


def _evidence(document: Document, head: Head) -> Iterator[Evidence]:
    if head.title is not None:
        yield Evidence(head.title.text, 12)
    for passage in (*head.lines, *{p.text: p for p in head.running}.values()):
        # A line of people tells where they come from, not who writes.
        yield Evidence(passage.text, 2 if _PERSON.match(passage.text) or ", " in passage.text else 8)
    for passage in document.body():
        yield Evidence(passage.text, 1)
    for text in {p.text for p in document.passages if p.kind is PassageKind.FURNITURE}:
        yield Evidence(text, 3)


def _date(document: Document, head: Head, kind: PaperKind, context: Context) -> str | None:
    if kind is PaperKind.TERMS:
        adopted = _latest_adoption(document, context)
        if adopted is not None:
            return adopted
    labels = {
        "mødedato",
        "dato",
        "møde",
        "tidspunkt",
        "tid",
        "starttidspunkt",
        "tid og sted",
        "tidspunkt og sted",
        "mødetid",
        "mødetidspunkt",
    }
    # "Tid: torsdag den …" is the meeting's; a bare "Dato:" may be that of an address block.
    told = sorted((e for e in head.labels if e.label in labels), key=lambda e: e.label == "dato")
    values = [e.value for e in told]
    title = [head.title.text] if head.title is not None else []
    lines = [p.text for p in head.lines]
    running = [p.text for p in head.running if p.page == 1]
    opening = [p.text for p in head.opening[:3] if len(p.text) < 160]
    if kind in {PaperKind.MINUTES, PaperKind.AGENDA}:
        # The day beside a weekday or a clock time is the meeting's; a bare "Dato" may be that of writing.
        values = [t for t in (*title, *values, *lines, *opening) if _WEEKDAY.search(t) or find_times(t)[0]] + values
        # What the text cites is not the meeting's day.
        opening = []
    for text in (*values, *title, *lines, *opening, *running):
        if context.lexicons.front.words.published.search(text):
            continue
        day = next(find_days(text), None)
        if day is not None:
            return day.iso
    if kind not in {PaperKind.MINUTES, PaperKind.AGENDA}:
        month = next((m for text in (*title, *lines, *opening) if len(text) < 90 for m in find_months(text)), None)
        if month is not None:
            return month
    if kind in {PaperKind.MINUTES, PaperKind.AGENDA}:
        return _latest_decision(document, context)
    return _closing_day(document) if kind in {PaperKind.OTHER, PaperKind.RECOMMENDATIONS} else None


def _latest_decision(document: Document, context: Context) -> str | None:
    """The latest day in a heading over a decision: a single item, cut out of its minutes, tells its meeting so."""
    sections = context.lexicons.sections
    headings = (p for p in document.passages if p.kind is PassageKind.HEADING)
    found = [d.iso for p in headings if sections.role_of(p.text) is SectionRole.DECISION for d in find_days(p.text)]
    return max(found, default=None)


def _latest_adoption(document: Document, context: Context) -> str | None:
    found = [
        d.iso
        for p in document.passages
        if context.lexicons.front.words.adopted.search(p.text)
        for d in find_days(p.text)
        # The day it takes effect is not the day it was adopted.
        if "i kraft" not in p.text[max(0, d.start - 30) : d.start]
    ]
    return max(found, default=None)


def _closing_day(document: Document) -> str | None:
    """The day of a place-and-day line near the end of a letter: `Svendborg, den 4. maj 2024`."""
    for passage in [p for p in document.body() if len(p.text) < 80][-6:]:
        if re.match(r"[A-ZÆØÅ][\wæøå ]+,?\s+(?:den|d\.)\s", passage.text):
            day = next(find_days(passage.text), None)
            if day is not None:
                return day.iso
    return None


def _case_numbers(head: Head, heads: Sequence[ItemHead], context: Context) -> tuple[str, ...]:
    """The head's and the items', in order, each once."""
    front = context.lexicons.front
    lines = [part for p in (*head.lines, *head.running) if _one_line(p) for part in re.split(r"\s[·•|]\s", p.text)]
    found = [n for line in lines for n in find_case_numbers(line, front=front)]
    found += [h.case_number for h in heads if h.case_number is not None]
    return tuple(dict.fromkeys(found))


def _one_line(passage: Passage) -> bool:
    return len(passage.text) < 160
