"""The section each passage stands in: its role, the headings above it, and the depth of each heading."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.context import Context
from pipeline.model.days import find_days
from pipeline.model.document import Passage, PassageKind
from pipeline.model.ids import fold
from pipeline.model.structure import PaperKind, SectionRole

_LEAD_IN = re.compile(
    r"(?:det indstilles|[A-ZÆØÅ][\wæøåÆØÅ ,.-]{2,80} indstiller|[A-ZÆØÅ][\wæøåÆØÅ ,.-]{2,60}forvaltningen foreslår)"
    r"(?: (?:til|over for|overfor) [\w -]{3,60})?(?:[,:]?\s*at)?\s*[,:]?$",
    re.IGNORECASE,
)
_INLINE = re.compile(r"(?P<word>[A-ZÆØÅ][\wæøåé/ ]{3,40}?):\s+\S")
_INLINE_ROLES = {
    SectionRole.DECISION,
    SectionRole.PROPOSAL,
    SectionRole.SUMMARY,
    SectionRole.CASE,
    SectionRole.BACKGROUND,
    SectionRole.ATTACHMENTS,
}
_PRESENCE = {SectionRole.PRESENCE, SectionRole.ABSENCE, SectionRole.MEMBERS}


@dataclass(frozen=True, slots=True)
class Standing:
    """Level, headings above and role of one passage."""

    level: int | None
    section: tuple[str, ...]
    role: SectionRole | None


class RoleWalk:
    """Goes down the passages and knows, at each, which headings stand above it and what the section is for."""

    def __init__(
        self,
        *,
        kind: PaperKind,
        item_starts: Mapping[int, bool],
        stops: frozenset[int],
        date: str | None,
        body: str | None,
        context: Context,
    ) -> None:
        self.kind, self.item_starts, self.stops, self.date = kind, item_starts, stops, date
        self.body = fold(body or "")
        self.sections = context.lexicons.sections
        self.stack: list[tuple[int, str, SectionRole | None]] = []
        self.role: SectionRole | None = None
        self.in_item = False

    @property
    def meeting_paper(self) -> bool:
        """Whether the paper is of a meeting: its levels are title, item, section, sub heading."""
        return self.kind in {PaperKind.MINUTES, PaperKind.AGENDA}

    def step(self, index: int, passage: Passage) -> Standing:
        """The standing of the next passage."""
        if index in self.stops:
            self.stack, self.role, self.in_item = [], None, False
        if index in self.item_starts:
            return self._item_head(passage, titled=self.item_starts[index])
        if passage.kind is PassageKind.TITLE:
            return Standing(0, (), None)
        if passage.kind is PassageKind.HEADING:
            return self._heading(passage)
        return Standing(None, self._above(), self._text_role(passage))

    def _above(self) -> tuple[str, ...]:
        return tuple(text for _, text, _ in self.stack)

    def _item_head(self, passage: Passage, *, titled: bool) -> Standing:
        self.stack, self.role, self.in_item = [], None, True
        if not titled:
            return self._heading(passage)
        above = self._above()
        self.stack = [(1, passage.text, None)]
        return Standing(1, above, None)

    def _heading(self, passage: Passage) -> Standing:
        role = self._claimed(passage.text)
        level = self._level(passage, role)
        while self.stack and self.stack[-1][0] >= level:
            self.stack.pop()
        above = self._above()
        inherited = next((r for _, _, r in reversed(self.stack) if r is not None), None)
        self.role = role if role is not None else inherited
        self.stack.append((level, passage.text, self.role))
        return Standing(level, above, self.role)

    def _level(self, passage: Passage, role: SectionRole | None) -> int:
        if not self.meeting_paper:
            return passage.level or 1
        if role is not None:
            return 2
        in_section = any(level == 2 for level, _, _ in self.stack)
        return 3 if in_section or self.in_item else 2

    def _claimed(self, text: str) -> SectionRole | None:
        role = self.sections.role_of(text.rstrip(": "))
        if role is None and self.in_item and self.kind is PaperKind.MINUTES and self.body and fold(text) == self.body:
            # What the forum said stands under its own name.
            return SectionRole.DECISION
        if role is SectionRole.DECISION and self.date is not None:
            days = [d.iso for d in find_days(text)]
            if days and self.date not in days:
                # An earlier decision, kept in the item as its history.
                return SectionRole.HISTORY
        return role

    def _text_role(self, passage: Passage) -> SectionRole | None:
        text = passage.text
        if passage.kind is PassageKind.TABLE:
            return self.role
        undecided = self.role not in {SectionRole.PROPOSAL, SectionRole.DECISION}
        if self.meeting_paper and self.in_item and undecided and len(text) < 140 and _LEAD_IN.match(text):
            # "Direktionen indstiller," in running type opens the proposal as a heading would.
            self.role = SectionRole.PROPOSAL
            return self.role
        labelled = self._label_role(text)
        if labelled is None:
            return self.role
        role, alone = labelled
        if role in _PRESENCE and self.in_item:
            # "Afbud: X" inside a decision is a remark on it; a bare label is followed by its names.
            if alone:
                self.role = role
            return role
        if (role in _INLINE_ROLES and self.in_item) or role in _PRESENCE:
            self.role = role
        return role if role in _PRESENCE or self.in_item else self.role

    def _label_role(self, text: str) -> tuple[SectionRole, bool] | None:
        """The role that a label at the start of a text gives it, and whether the label stands alone."""
        bare = text.rstrip(": ")
        if len(bare) < 60:
            role = self.sections.word_role(bare)
            if role in _PRESENCE:
                return role, True
        match = _INLINE.match(text)
        if match is None:
            return None
        role = self.sections.word_role(match["word"])
        return (role, False) if role in _PRESENCE | _INLINE_ROLES else None


def spread_decisions(
    standings: Sequence[Standing], items: Sequence[int | None], passages: Sequence[Passage], *, kind: PaperKind
) -> list[Standing]:
    """In minutes, an item without any section is itself what was minuted: its text gets the role of a decision."""
    if kind is not PaperKind.MINUTES:
        return list(standings)
    sectioned = {i for i, s in zip(items, standings, strict=True) if s.role is not None and s.role not in _PRESENCE}
    decided = {i for i, s in zip(items, standings, strict=True) if s.role is SectionRole.DECISION}
    out = []
    for standing, item, passage in zip(standings, items, passages, strict=True):
        if standing.role is SectionRole.TALK and item is not None and item not in decided:
            # No section of its own holds the decision: it stands in what was said.
            standing = Standing(standing.level, standing.section, SectionRole.DECISION)
        text = passage.kind not in {PassageKind.HEADING, PassageKind.TITLE, PassageKind.LETTERHEAD}
        if item is not None and item not in sectioned and standing.role is None and text:
            standing = Standing(standing.level, standing.section, SectionRole.DECISION)
        out.append(standing)
    return out
