"""Where something is put to the meeting: sections of proposals, lists under a lead, and tables of points."""

import re
from collections.abc import Iterator

from pipeline.extract.reading import Reading
from pipeline.model.document import PassageKind
from pipeline.model.paper import Placed
from pipeline.model.place import Span
from pipeline.model.structure import SectionRole

_TEXT = frozenset({PassageKind.PARAGRAPH, PassageKind.ITEM, PassageKind.QUOTE, PassageKind.TABLE})
# "Direktionen indstiller," and nothing more: what follows are its points.
_OPENS = re.compile(
    r"[^.:]{0,160}?\b(?:indstille[rs]|foreslå[rs]|anbefale[rs])\b[^.:]{0,120}?"
    r"(?:[,:]|,? at| (?:udvalget|rådet|byrådet))$",
    re.IGNORECASE,
)
# Outside a section of proposals only these words open one: others recommend and suggest all the time.
_PUTS = re.compile(r"\bindstille[rs]\b|\b\w*(?:forvaltningen|administrationen|direktionen) foreslår\b", re.IGNORECASE)
# "at udvalget godkender planen, som omfatter:" is a point, and the list its parts.
_WHOLE = re.compile(r"\bat (?:\S+ ){3,}\S+:$", re.IGNORECASE)
_ASKS = re.compile(r"\b(?:indstille[rs]|foreslå[rs])\b", re.IGNORECASE)
_POINT = re.compile(r"(?:at\b|\d{1,2}[.)])", re.IGNORECASE)
_LONGEST_LEAD = 200
_ROW = re.compile(r"(?:at|(?:at )?\d{1,2}[.)]?(?: at)?|[-•])\t(?P<point>[^\t\n]{4,})", re.IGNORECASE)
_NOT_OPEN = frozenset({SectionRole.DECISION, SectionRole.ATTACHMENTS, SectionRole.RECOMMENDATIONS})


def proposed_passages(reading: Reading) -> Iterator[Placed]:
    """The passages that hold points put to the meeting, in order."""
    open_in: tuple[str | None, tuple[str, ...]] | None = None
    for placed in reading.passages:
        here = (placed.context.item_id, placed.context.section)
        if placed.passage.kind not in _TEXT or here != open_in:
            open_in = None
        if placed.passage.kind not in _TEXT:
            continue
        if placed.role is SectionRole.PROPOSAL:
            yield placed
        elif _opens(placed):
            # "Direktionen indstiller," in running type opens the proposal as a heading would.
            open_in = here
        elif open_in is not None and _POINT.match(placed.passage.text):
            yield placed
        else:
            open_in = None


def is_listed(placed: Placed, reading: Reading) -> bool:
    """Whether a list item stands right under a lead: then it is a point, whatever its first word."""
    if placed.passage.kind is not PassageKind.ITEM or (placed.passage.level or 1) > 1:
        return False
    lead = next((p for p in reading.before(placed) if p.passage.kind is not PassageKind.ITEM), None)
    if lead is None or lead.passage.kind is PassageKind.HEADING:
        return lead is not None and _ASKS.search(lead.passage.text) is not None
    whole = _WHOLE.search(lead.passage.text) is not None
    return _is_lead(lead) and not whole and lead.context.section == placed.context.section


def leads_list(placed: Placed, reading: Reading) -> bool:
    """Whether the last words of a passage only introduce the list under it: "… indstiller, at Byrådet godkender,"."""
    text, items = placed.passage.text.rstrip(), reading.items_after(placed)
    parts = _WHOLE.search(text) is not None and not any(_POINT.match(i.passage.text, i.passage.marker) for i in items)
    return items != () and not text.endswith((".", ";")) and not parts


def points_of_table(placed: Placed) -> Iterator[tuple[str | None, Span]]:
    """The points of a table whose first column says "at" or counts them, with their numbers."""
    text = placed.passage.text
    for row in _ROW.finditer(text):
        if row.start() == 0 or text[row.start() - 1] == "\n":
            end, number = row.end("point"), re.search(r"\d+", row[0].split("\t")[0])
            yield (
                None if number is None else number[0],
                placed.passage.span(row.start("point"), end - (len(row["point"]) - len(row["point"].rstrip(" ,;")))),
            )


def _opens(placed: Placed) -> bool:
    return (
        placed.item is not None
        and placed.role not in _NOT_OPEN
        and _is_lead(placed)
        and _PUTS.search(placed.passage.text) is not None
    )


def _is_lead(placed: Placed) -> bool:
    text = placed.passage.text.rstrip()
    return len(text) < _LONGEST_LEAD and _OPENS.fullmatch(text) is not None
