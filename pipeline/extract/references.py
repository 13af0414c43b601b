"""Papers, attachments, meetings, items, cases and laws that the text points to."""

import re

from pipeline.extract.reading import Reading, body_text
from pipeline.lexicons.facts import FactsLexicon
from pipeline.lexicons.rules import Found
from pipeline.model.document import PassageKind
from pipeline.model.findings import Reference
from pipeline.model.ids import finding_ids
from pipeline.model.paper import Placed
from pipeline.model.place import Proof, Span
from pipeline.model.structure import SectionRole

_HEADS = frozenset({PassageKind.TITLE, PassageKind.HEADING, PassageKind.LETTERHEAD})
# A line that holds nothing but the item's own case number points nowhere.
_CASE_LINE = re.compile(r"^\W*(?:\w+\.?(?:nr|nummer)?\.?:? )?[\dA-ZÆØÅ./ -]{4,40}$")
_NO_ATTACHMENT = re.compile(r"^\W*(?:ingen|intet|-)?\W*$", re.IGNORECASE)


def find_references(reading: Reading, facts: FactsLexicon) -> tuple[Reference, ...]:
    """Each pointer to another paper, with its kind."""
    rows: list[tuple[str, str, Span]] = []
    for placed in reading.passages:
        if placed.role is SectionRole.ATTACHMENTS and placed.passage.kind in {PassageKind.PARAGRAPH, PassageKind.ITEM}:
            if (
                not re.fullmatch(r"\W*\d*\W*", body_text(placed.passage))
                and not _NO_ATTACHMENT.match(body_text(placed.passage))
                and len(body_text(placed.passage)) < 300
            ):
                rows.append(("bilag", "references.attachment_list", placed.passage.span()))
        elif placed.passage.kind not in _HEADS and not _CASE_LINE.match(placed.passage.text):
            for found in facts.references.every("references", placed.passage.text):
                rows.append((found.rule.value, found.rule.name, _trimmed(placed, found)))
    ids = finding_ids("references", reading.paper.document_id, (span.quote for _, _, span in rows))
    return tuple(
        Reference(key, kind, span.quote, Proof(span, rule)) for key, (kind, rule, span) in zip(ids, rows, strict=True)
    )


def _trimmed(placed: Placed, found: Found) -> Span:
    """The words that name what is pointed to: of "fremgår af kommissoriet" the last."""
    group = "what" if "what" in found.match.groupdict() else 0
    text = found.match[group]
    start = found.match.start(group) + len(text) - len(text.lstrip())
    return placed.passage.span(start, start + len(text.strip()))
