"""The points of an *indstilling*: what the meeting is asked to decide."""

import re
from collections.abc import Iterator

from pipeline.extract.proposed import is_listed, leads_list, points_of_table, proposed_passages
from pipeline.extract.reading import Reading
from pipeline.model.document import PassageKind
from pipeline.model.findings import Proposal
from pipeline.model.ids import finding_ids
from pipeline.model.paper import Placed
from pipeline.model.place import Proof, Span
from pipeline.model.structure import PaperKind

# "Det indstilles, at", "Administrationen indstiller over for udvalget:", "Forvaltningen foreslår at"
_LEAD = re.compile(
    r"[^.:]{0,200}?\b(?:indstille[rs]|indstillet|foreslå[rs]|anbefale[rs]|anmodes om)\b"
    r"[^.:]{0,120}?(?:[,:] ?| (?=at\b)|$)",
    re.IGNORECASE,
)
# Where one point ends and the next begins: ", og at rådet …", "; at …", "At 2) …"; "og at styrke" goes on.
_NEXT = re.compile(
    r"(?:,? (?:og|samt) |; ?|(?<!\d)\. |(?<=[.;]))"
    r"(?=at (?:(?-i:[A-ZÆØÅ])|(?:der|det|den|de) |[a-zæøå-]+(?:en|et|ne|ens|ets|er) ))"
    r"|(?:,? (?:og |samt )?|(?<=[.;]))(?=at \d\))"
    r"|, (?=\d{1,2}[.)] ?at )"
    # "at planen godkendes, at midlerne frigives": a passive ends its point
    r"|(?<=es), (?=at [a-zæøå-]+(?:en|et|ne|es)? )"
    r"|(?P<count>[,;.]? (?:og |samt )?)(?=[2-9][.)] ?[A-ZÆØÅa-zæøå])",
    re.IGNORECASE,
)
# A point that only passes the question on to the points below it.
_ONLY_LEADS = re.compile(
    r"^(?:at )?(?:[^ ]+ ){0,3}[^ ]*:$"
    r"|^at [^,]{0,80}\b(?:indstiller|anbefaler|indstilles|anbefales)\b(?! \w+(?:en|et)\b(?!.*råd))"
    r"(?: (?:til|over for|overfor))?[\w -]{0,60}[,:]?$",
    re.IGNORECASE,
)
# A whole sentence that says what is to be done with the case, with no "at" before it.
_ASKED = re.compile(
    r"(?:[A-ZÆØÅ][^.:;]{2,120} (?:bedes|anmodes om at) [^.:]{4,200}"
    r"|[A-ZÆØÅ][^.:;]{2,120} (?:godkendes|drøftes|tiltrædes|vedtages|bevilges|frigives|imødekommes|udpeges|vælges"
    r"|sendes i høring|oversendes|tages til (?:efterretning|orientering))\b[^.:;]{0,120}"
    r"|(?:Godkendes|Drøftes|Tages til efterretning))(?:\.|$)"
)
_NUMBER = re.compile(r"(?:at )?(\d{1,2}|[a-z])[.)] ?(?:at )?(?=[A-ZÆØÅa-zæøå])", re.IGNORECASE)
_AT = re.compile(r"at\b", re.IGNORECASE)
_SHORT = re.compile(r"(?:til|godkendelse|orientering|drøftelse|at)\b", re.IGNORECASE)
_ALONE = re.compile(
    r"(?:til (?:drøftelse|orientering|godkendelse|efterretning|beslutning|udtalelse))\.?$", re.IGNORECASE
)


def find_proposals(reading: Reading) -> tuple[Proposal, ...]:
    """Each point of the sections that put something to the meeting, in order."""
    if reading.front.kind not in {PaperKind.MINUTES, PaperKind.AGENDA}:
        return ()
    rows: list[tuple[Placed, str | None, Span]] = []
    for placed in proposed_passages(reading):
        if placed.passage.kind is PassageKind.TABLE:
            rows += [(placed, number, span) for number, span in points_of_table(placed)]
        else:
            rows += [(placed, number, span) for number, span in _points(placed, reading)]
    ids = finding_ids("proposals", reading.paper.document_id, (f"{p.item_number} {s.quote}" for p, _, s in rows))
    return tuple(
        Proposal(key, p.item_number, p.context.item_id, number, span.quote, Proof(span, "proposals.point"))
        for key, (p, number, span) in zip(ids, rows, strict=True)
    )


def _points(placed: Placed, reading: Reading) -> Iterator[tuple[str | None, Span]]:
    """The points of one passage with their numbers; a passage that only leads in has none."""
    passage = placed.passage
    text, start = passage.text, passage.marker
    number = re.sub(r"[^\w]", "", text[:start]) or None
    if _AT.match(text, start):
        yield from _parted(placed, start, number, reading)
        return
    lead = _LEAD.match(text, start)
    if lead is not None:
        if _AT.match(text, lead.end()) or _NUMBER.match(text, lead.end()):
            yield from _parted(placed, lead.end(), None, reading)
        return
    asked = None if number else _ASKED.match(text, start)
    if asked is not None:
        yield None, passage.span(start, asked.end())
    elif number is not None or _ALONE.match(text, start) or is_listed(placed, reading):
        yield from _parted(placed, start, number, reading)


def _parted(placed: Placed, start: int, number: str | None, reading: Reading) -> Iterator[tuple[str | None, Span]]:
    """The points of a passage from `start` on; the last is none when it only leads to the list below."""
    text = placed.passage.text
    if not text[start:].strip(" ,:"):
        return
    starts = [start, *(m.end() for m in _next(text, start))]
    ends = [*starts[1:], len(text)]
    if leads_list(placed, reading) and placed.passage.kind is not PassageKind.ITEM:
        starts, ends = starts[:-1], ends[:-1]
    for begin, end in zip(starts, ends, strict=True):
        yield from _point(placed, begin, end, number if begin == start else None)


def _next(text: str, start: int) -> Iterator[re.Match[str]]:
    """Where points of one line part: before "at", and before a number when the first has one."""
    counted = _NUMBER.match(text, start) is not None
    return (m for m in _NEXT.finditer(text, start) if m["count"] is None or counted)


def _point(placed: Placed, start: int, end: int, number: str | None) -> Iterator[tuple[str | None, Span]]:
    text = placed.passage.text
    own = _NUMBER.match(text, start, end)
    if own is not None and number is None:
        number, start = own[1], own.end()
    pipe = re.match(r"(?:at )?\| ", text[start:end])
    start += 0 if pipe is None else pipe.end()
    body = re.sub(r"(?:,? (?:og|samt))?[\s,;|]*$", "", text[start:end])
    if len(body) > 3 and not _ONLY_LEADS.search(body):
        yield number, placed.passage.span(start, start + len(body))
