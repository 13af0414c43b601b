"""The points of an *indstilling*: what the meeting is asked to decide."""

import re
from collections.abc import Iterator

from pipeline.extract.reading import Reading
from pipeline.model.findings import Proposal
from pipeline.model.ids import finding_ids
from pipeline.model.paper import Placed
from pipeline.model.place import Proof, Span
from pipeline.model.structure import PaperKind, SectionRole

# "Det indstilles, at", "Administrationen indstiller over for udvalget:", "Forvaltningen foreslår at"
_LEAD = re.compile(
    r"[^.:]{0,200}?\b(?:indstille[rs]|indstillet|foreslå[rs]|anbefaler|anmodes om)\b"
    r"[^.:]{0,120}?(?:[,:] ?| (?=at\b)|$)",
    re.IGNORECASE,
)
# Where one point ends and the next begins: ", og at rådet …", "; at …", "At 2) …"; "og at styrke" goes on.
_NEXT = re.compile(
    r"(?:,? (?:og|samt) |; ?|\. |(?<=[.;]))"
    r"(?=at (?:(?-i:[A-ZÆØÅ])|(?:der|det|den|de) |[a-zæøå-]+(?:en|et|ne|ens|ets|er) ))"
    r"|(?:,? (?:og |samt )?|(?<=[.;]))(?=at \d\))"
    r"|, (?=\d{1,2}[.)] ?at )",
    re.IGNORECASE,
)
# A point that only passes the question on to the points below it.
_ONLY_LEADS = re.compile(
    r":$|^at [^,]{0,80}\b(?:indstiller|anbefaler|indstilles|anbefales)\b(?! \w+(?:en|et)\b(?!.*råd))"
    r"(?: (?:til|over for|overfor))?[\w -]{0,60}[,:]?$",
    re.IGNORECASE,
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
    for placed in reading.prose():
        if placed.role is SectionRole.PROPOSAL and placed.item is not None:
            rows += [(placed, number, span) for number, span in _points(placed)]
    ids = finding_ids("proposals", reading.paper.document_id, (f"{p.item_number} {s.quote}" for p, _, s in rows))
    return tuple(
        Proposal(key, p.item_number, p.context.item_id, number, span.quote, Proof(span, "proposals.point"))
        for key, (p, number, span) in zip(ids, rows, strict=True)
    )


def _points(placed: Placed) -> Iterator[tuple[str | None, Span]]:
    """The points of one passage with their numbers; a passage that only leads in has none."""
    passage = placed.passage
    text, start = passage.text, passage.marker
    number = re.sub(r"[^\w]", "", text[:start]) or None
    lead = None if _AT.match(text, start) else _LEAD.match(text, start)
    if lead is not None and not (_AT.match(text, lead.end()) or _NUMBER.match(text, lead.end())):
        return
    if lead is not None:
        start = lead.end()
    elif number is None and not _AT.match(text, start) and not _ALONE.match(text, start):
        return
    if not text[start:].strip(" ,:"):
        return
    starts = [start, *(m.end() for m in _NEXT.finditer(text, start))]
    for begin, end in zip(starts, [*starts[1:], len(text)], strict=True):
        yield from _point(placed, begin, end, number if begin == start and lead is None else None)


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
