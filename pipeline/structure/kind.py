"""What kind of paper it is: by the words of its head, and by what stands in it."""

import re
from collections.abc import Sequence

from pipeline.context import Context
from pipeline.model.document import Document, Passage, PassageKind
from pipeline.model.ids import fold
from pipeline.model.structure import PaperKind, SectionRole
from pipeline.structure.head import Head
from pipeline.structure.items import ItemHead


def find_kind(document: Document, head: Head, heads: Sequence[ItemHead], *, context: Context) -> PaperKind:
    """The kind of a paper. Past decisions make minutes of what calls itself an agenda."""
    named = _by_words(head, context)
    decided = _decided(document.passages, context)
    if named is PaperKind.AGENDA and decided:
        return PaperKind.MINUTES
    if named in {PaperKind.MINUTES, PaperKind.AGENDA}:
        return named
    if _is_slides(document):
        return PaperKind.SLIDES
    if named is not None:
        return named
    if heads and decided:
        return PaperKind.MINUTES
    if heads and _has_role(document.passages, SectionRole.PROPOSAL, context):
        return PaperKind.AGENDA
    return _by_form(document, head, context)


def _by_words(head: Head, context: Context) -> PaperKind | None:
    """The kind that a word of the title names; else of a line of the head, or of the running head."""
    rules = context.lexicons.front.kinds
    title = head.title.text if head.title is not None else ""
    below = [p.text for p in (*head.lines, *head.opening) if head.title and p.order == head.title.order + 1]
    if title.endswith(("-", "–", ":")) or (below and below[0].startswith(("-", "–"))):
        title = " ".join([title, *below])
    lines = [p.text for p in head.lines if len(p.text) < 120]
    running = [p.text for p in head.running if p.page == 1 and len(p.text) < 80]
    opening = [p.text for p in head.opening[:3] if len(p.text) < 80]
    for text in (title, *lines, *opening, *running):
        folded = f" {fold(text)} "
        first = [
            (folded.find(f" {fold(w)} "), rule.kind) for rule in rules for w in rule.words if f" {fold(w)} " in folded
        ]
        whole = text is title or any(
            folded.strip() == fold(w) or folded.strip().startswith(fold(w) + " ") for r in rules for w in r.words
        )
        if first and whole:
            # Minutes of an agenda item on terms of reference are minutes: the kind of a meeting paper goes first.
            return next(
                (k for _, k in sorted(first) if k in {PaperKind.MINUTES, PaperKind.AGENDA}), sorted(first)[0][1]
            )
    return None


def _decided(passages: Sequence[Passage], context: Context) -> bool:
    """Whether some section for decisions holds a decision in the past tense."""
    inside = False
    for passage in passages:
        if passage.kind is PassageKind.HEADING:
            inside = context.lexicons.sections.role_of(passage.text.rstrip(": ")) is SectionRole.DECISION
        elif (
            inside
            and passage.kind is not PassageKind.FURNITURE
            and context.lexicons.front.words.decided.search(passage.text)
        ):
            return True
    return False


def _has_role(passages: Sequence[Passage], role: SectionRole, context: Context) -> bool:
    headings = (p for p in passages if p.kind is PassageKind.HEADING)
    return any(context.lexicons.sections.role_of(p.text.rstrip(": ")) is role for p in headings)


def _is_slides(document: Document) -> bool:
    wide = [p for p in document.pages if p.width > p.height * 1.1]
    return len(wide) >= 0.8 * max(1, len(document.pages)) and len(document.pages) >= 2


def _by_form(document: Document, head: Head, context: Context) -> PaperKind:
    """A memo has a side block with a date and a case number, or says so in a heading."""
    labels = {entry.label for entry in head.labels}
    front = context.lexicons.front.labels
    letter = any(re.match(r"(?:kære|med venlig hilsen|høringssvar)\b", p.text, re.IGNORECASE) for p in document.body())
    told = bool(labels & front["number"]) and bool(labels & front["date"])
    says = any(p.kind is PassageKind.HEADING and " notat " in f" {fold(p.text)} " for p in document.passages)
    return PaperKind.MEMO if (told or says) and not letter else PaperKind.OTHER
