"""A paper read and structured: what the stages after `structure` take in."""

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.model.document import Document, Passage, PassageKind
from pipeline.model.structure import AgendaItem, Meeting, PassageContext, SectionRole, Structure


@dataclass(frozen=True, slots=True)
class Placed:
    """A passage with its context, its item and its meeting."""

    passage: Passage
    context: PassageContext
    item: AgendaItem | None
    meeting: Meeting | None

    @property
    def role(self) -> SectionRole | None:
        """The role of the section it stands in."""
        return self.context.role

    @property
    def item_number(self) -> str | None:
        """The number of its agenda item, as printed."""
        return None if self.item is None else self.item.number


@dataclass(frozen=True, slots=True)
class Paper:
    """The two halves of what is known of a paper."""

    document: Document
    structure: Structure

    @property
    def document_id(self) -> str:
        """The paper's id."""
        return self.document.document_id

    def placed(self, *, furniture: bool = False) -> Iterator[Placed]:
        """The passages in reading order with their contexts; furniture only on request."""
        contexts = {c.passage_id: c for c in self.structure.contexts}
        items = {i.item_id: i for i in self.structure.items}
        meetings = {m.meeting_id: m for m in self.structure.meetings}
        for passage in self.document.passages:
            if passage.kind is PassageKind.FURNITURE and not furniture:
                continue
            context = contexts[passage.passage_id]
            yield Placed(passage, context, items.get(context.item_id or ""), meetings.get(context.meeting_id or ""))
