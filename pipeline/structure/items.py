"""Agenda items: which headings are the heads of items, and what number, title and case number they have."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.context import Context
from pipeline.model.document import Passage, PassageKind
from pipeline.model.ids import digest, fold
from pipeline.model.structure import SectionRole
from pipeline.structure.numbers import bare_number, find_case_numbers, is_case_line

_NUMBERED = re.compile(r"(?P<number>\d{1,4}(?:\.\d{1,2})*)\s*(?:[.):]\s*|\s+)(?P<title>\S.*)?$")
_LETTERED = re.compile(r"(?P<number>[A-ZÆØÅ])[.)]\s+(?P<title>\S.*)$")
_CLOSED_LINE = re.compile(r"\(?(?:lukket|lukket punkt|fortrolig|lukket sag)\)?$", re.IGNORECASE)
# Sections that a numbered heading may also be, inside an item: "1. Resume", "2. Indstilling".
_SECTION_ROLES = {
    SectionRole.SUMMARY,
    SectionRole.CASE,
    SectionRole.PROPOSAL,
    SectionRole.DECISION,
    SectionRole.ATTACHMENTS,
    SectionRole.ECONOMY,
    SectionRole.THEME,
    SectionRole.BACKGROUND,
    SectionRole.TIMETABLE,
    SectionRole.HISTORY,
}


@dataclass(frozen=True, slots=True)
class ItemHead:
    """The head of an item: where it begins in the passages, and what it says."""

    index: int
    number: str | None
    title: str | None
    worded: bool
    closed: bool = False
    case_number: str | None = None


def find_heads(passages: Sequence[Passage], printed: Sequence[Passage], *, context: Context) -> list[ItemHead]:
    """The heads of the agenda items, in order. `passages` are those of `printed` that are no furniture."""
    heads = [_titled_above(h, passages, context) for h in _numbered(passages, context)]
    if not heads:
        heads = _from_contents(_unnumbered(passages, context), printed)
    closed = _closed_titles(printed, context)
    heads = [replace(h, closed=h.closed or fold(h.title or "") in closed) for h in heads]
    return _with_numbers(heads, passages, context)


def _titled_above(head: ItemHead, passages: Sequence[Passage], context: Context) -> ItemHead:
    """A head that is a number alone ("Sag nr. 24"), with the heading right above it for its title."""
    above = passages[head.index - 1] if head.index and head.title is None else None
    if above is None or above.kind is not PassageKind.HEADING:
        return head
    if context.lexicons.sections.role_of(above.text) is not None and fold(above.text) not in _routine_titles(context):
        return head
    return replace(head, index=head.index - 1, title=above.text, closed=_says_closed(above.text, context))


def _routine_titles(context: Context) -> frozenset[str]:
    return context.lexicons.sections.routine_items


def _closed_titles(printed: Sequence[Passage], context: Context) -> frozenset[str]:
    """The folded titles that a contents list names under "Lukkede punkter"."""
    found: set[str] = set()
    closed = False
    for passage in printed:
        folded = fold(passage.text)
        if passage.kind is not PassageKind.FURNITURE:
            continue
        if folded in context.lexicons.layout.contents_subheads | context.lexicons.layout.contents_headings:
            closed = "luk" in folded
        elif closed:
            found.add(re.sub(r"^(?:punkt )?\d+ (?:åben |lukket )?| \d+$", "", folded))
    return frozenset(found)


def _from_contents(heads: Sequence[ItemHead], printed: Sequence[Passage]) -> list[ItemHead]:
    """Heads without numbers, with those that the contents list gives their titles."""
    listed: dict[str, str] = {}
    for passage in printed:
        for line in passage.text.split("\n"):
            match = re.match(
                r"(?:punkt\s+)?(\d{1,3})[.)]?\s+(.{4,200}?)(?:\s+\d{1,3})?$", line.replace("\t", " "), re.IGNORECASE
            )
            if match is not None:
                listed.setdefault(fold(match[2]), match[1])
    return [replace(h, number=listed.get(fold(h.title or ""))) for h in heads]


def _numbered(passages: Sequence[Passage], context: Context) -> list[ItemHead]:
    found = [h for n, p in enumerate(passages) if (h := _head(n, p, context)) is not None]
    worded = [h for h in found if h.worded]
    if worded:
        # "Punkt 3: …" is the paper's own way; other numbered headings are parts of an item.
        word = _word(passages[worded[0].index], context)
        return [h for h in worded if _word(passages[h.index], context) == word or h.number is not None]
    sections = [h for h in found if _is_section(h, context)]
    if len(sections) >= 0.5 * len(found):
        return []
    top = min((passages[h.index].level or 9 for h in found if h not in sections), default=9)
    counted = Counter(h.number for h in found if (passages[h.index].level or 9) == top)
    # "1. Referat" may be the first item of a small council's minutes: its number is then no other heading's.
    return [
        h
        for h in found
        if (passages[h.index].level or 9) == top
        and (h not in sections or _routine(h, context) or counted[h.number] == 1)
    ]


def _head(index: int, passage: Passage, context: Context) -> ItemHead | None:
    if passage.kind is not PassageKind.HEADING:
        return None
    text = passage.text
    words = context.lexicons.front.words
    match = words.item_head.match(text)
    if match is not None and len(match["title"]) < 260:
        return _made(index, match["number"], match["title"], context, worded=True)
    match = _NUMBERED.match(text) or _LETTERED.match(text)
    if match is None or (len(match["number"]) == 4 and match["number"].startswith(("19", "20"))):
        return None
    # "2. marts 2023 - Ordinært møde" is a day, and "12 anbefalinger" a count.
    title = match["title"] or ""
    if re.match(r"(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)[a-z]*\b", title, re.IGNORECASE):
        return None
    return _made(index, match["number"], title, context, worded=False)


def _made(index: int, number: str, title: str, context: Context, *, worded: bool) -> ItemHead:
    plain = title.strip()
    return ItemHead(index, number, plain or None, worded, closed=_says_closed(plain, context))


def _says_closed(title: str, context: Context) -> bool:
    return context.lexicons.front.words.closed.match(title.lstrip("( ")) is not None


def _word(passage: Passage, context: Context) -> str:
    match = context.lexicons.front.words.item_head.match(passage.text)
    return fold(match["word"]) if match else ""


def _is_section(head: ItemHead, context: Context) -> bool:
    return context.lexicons.sections.role_of(head.title or "") in _SECTION_ROLES and not _routine(head, context)


def _routine(head: ItemHead, context: Context) -> bool:
    return fold(head.title or "") in _routine_titles(context)


def _unnumbered(passages: Sequence[Passage], context: Context) -> list[ItemHead]:
    """Items without numbers: titles over sections, or sections that begin again."""
    roles = {
        n: context.lexicons.sections.role_of(p.text)
        for n, p in enumerate(passages)
        if p.kind is PassageKind.HEADING and p.level is not None
    }
    decided = [n for n, role in roles.items() if role in {SectionRole.DECISION, SectionRole.PROPOSAL}]
    if not decided:
        return []
    level = min(passages[n].level or 9 for n in decided)
    titles = [n for n, role in roles.items() if role is None and (passages[n].level or 9) < level]
    if titles:
        return [ItemHead(n, None, passages[n].text, False, _says_closed(passages[n].text, context)) for n in titles]
    return _restarts([n for n, role in roles.items() if role is not None], roles)


def _restarts(order: Sequence[int], roles: dict[int, SectionRole | None]) -> list[ItemHead]:
    heads: list[ItemHead] = []
    seen: set[SectionRole | None] = set()
    for n in order:
        if not heads or roles[n] in seen:
            heads.append(ItemHead(n, None, None, False))
            seen = set()
        seen.add(roles[n])
    return heads


def _with_numbers(heads: Sequence[ItemHead], passages: Sequence[Passage], context: Context) -> list[ItemHead]:
    """The heads with their case numbers, which stand below each head, or in some papers above it."""
    front = context.lexicons.front
    below = [_number_below(h, heads, passages, context) for h in heads]
    above = [_number_above(h, passages, context) for h in heads]
    first = next((n for n in range(len(heads)) if below[n] or above[n]), None)
    chosen = (
        above if first is not None and above[first] and not _adjacent_below(heads[first], passages, front) else below
    )
    out = []
    for head, number in zip(heads, chosen, strict=True):
        closed = head.closed or _closed_below(head, passages)
        out.append(replace(head, case_number=number, closed=closed))
    return out


def _end(head: ItemHead, heads: Sequence[ItemHead], passages: Sequence[Passage]) -> int:
    return next((h.index for h in heads if h.index > head.index), len(passages))


def _number_below(
    head: ItemHead, heads: Sequence[ItemHead], passages: Sequence[Passage], context: Context
) -> str | None:
    front = context.lexicons.front
    end = _end(head, heads, passages)
    for passage in passages[head.index + 1 : min(head.index + 6, end)]:
        if passage.kind is PassageKind.HEADING:
            break
        found = bare_number(passage.text, front=front) or _told_number(passage.text, context)
        if found is not None:
            return found
    in_title = re.search(r"\(([^()]{5,20})\)$", head.title or "")
    told = bare_number(in_title[1], front=front) if in_title is not None else None
    return told or _journal_number(passages[head.index + 1 : end], context)


def _told_number(text: str, context: Context) -> str | None:
    """The case number of a line that is little more than the number: not one that a sentence speaks of."""
    found = next(find_case_numbers(text, front=context.lexicons.front), None)
    if found is None or len(text) > 160:
        return None
    return found if context.lexicons.layout.label.match(text) or len(text) <= len(found) + 20 else None


def _journal_number(passages: Sequence[Passage], context: Context) -> str | None:
    """The number under a heading of its own at the end of an item: `JOURNALNUMMER`, then `24077452`."""
    front = context.lexicons.front
    for n, passage in enumerate(passages[:-1]):
        if passage.kind is PassageKind.HEADING and fold(passage.text) in front.labels["number"]:
            return next(find_case_numbers(f"Sagsnr.: {passages[n + 1].text}", front=front), None)
    return None


def _number_above(head: ItemHead, passages: Sequence[Passage], context: Context) -> str | None:
    before = passages[head.index - 1] if head.index else None
    if (
        before is None
        or before.kind is PassageKind.HEADING
        or not is_case_line(before.text, front=context.lexicons.front)
    ):
        return None
    return next(find_case_numbers(before.text, front=context.lexicons.front), None)


def _adjacent_below(head: ItemHead, passages: Sequence[Passage], front: object) -> bool:
    """Whether the number stands right below the head, before any other text."""
    after = passages[head.index + 1] if head.index + 1 < len(passages) else None
    return after is not None and after.kind is not PassageKind.HEADING and any(c.isdigit() for c in after.text[:40])


def _closed_below(head: ItemHead, passages: Sequence[Passage]) -> bool:
    near = passages[head.index + 1 : head.index + 4]
    return any(p.kind is not PassageKind.HEADING and _CLOSED_LINE.match(p.text) for p in near)


def item_ids(document_id: str, heads: Sequence[ItemHead]) -> list[str]:
    """An id for each head from paper, number, title and n-th occurrence."""
    seen: dict[str, int] = {}
    ids = []
    for head in heads:
        key = f"{head.number or ''} {fold(head.title or '')}"
        seen[key] = seen.get(key, 0) + 1
        ids.append(digest("agenda_items", document_id, key, str(seen[key])))
    return ids
