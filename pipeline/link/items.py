"""What each agenda item tells of a body's recommendations: in its title, its account, and the proposals put there."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.link.corpus import Corpus
from pipeline.link.matter import Matter, Matters
from pipeline.link.spoken import AdviceSet, is_later, is_own, meant, named, numbers_in, same_area, titled
from pipeline.model.document import PassageKind
from pipeline.model.structure import SectionRole

_SENTENCE = re.compile(r"(?<=[.!?:])\s+(?=[A-ZÆØÅ\"»”])")
_RETOLD = 0.6
"""From which weight of shared words a sentence tells a recommendation again."""
_RETOLD_ABOUT = 0.35
"""The same under an item about the recommendations."""
_COUNCIL = re.compile(r"\brådets?\b", re.IGNORECASE)
_NOT_ACCOUNT = frozenset({SectionRole.DECISION, SectionRole.PRESENCE, SectionRole.ABSENCE, SectionRole.ATTACHMENTS})
_MANY = 60


@dataclass(frozen=True, slots=True)
class ItemText:
    """An agenda item: its title, the sentences before its decisions, and what it is asked to decide."""

    document_id: str
    title: str
    account: tuple[str, ...]
    proposals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What an item tells of one set: whether the body is named there, and which recommendations are told again."""

    named: bool = False
    voiced: bool = False
    titled: bool = False
    retold: Mapping[str, float] = field(default_factory=dict)
    """How surely each recommendation is told again in a sentence that names the body, 0..1."""
    subject: str | None = None
    """The recommendation that the title tells of."""


def item_texts(corpus: Corpus) -> dict[str, ItemText]:
    """The items of all papers by their id."""
    rows: dict[str, list[str]] = defaultdict(list)
    for paper in corpus.papers:
        passages = {p.passage_id: p for p in paper.document.body()}
        for context in paper.structure.contexts:
            passage = passages.get(context.passage_id)
            if passage is None or passage.kind is PassageKind.HEADING or context.role in _NOT_ACCOUNT:
                continue
            if context.item_id is not None:
                rows[context.item_id] += _SENTENCE.split(passage.text)
    asked: dict[str, list[str]] = defaultdict(list)
    for findings in corpus.findings.values():
        for proposal in findings.proposals:
            if proposal.item_id is not None:
                asked[proposal.item_id].append(proposal.text)
    return {
        item.item_id: ItemText(
            paper.document_id,
            item.title or "",
            tuple(rows[item.item_id][:_MANY]),
            tuple(asked[item.item_id]),
        )
        for paper in corpus.papers
        for item in paper.structure.items
    }


def items_about_sets(corpus: Corpus, sets: Sequence[AdviceSet], items: Mapping[str, ItemText]) -> dict[str, AdviceSet]:
    """From an agenda item to the set that its title, its proposals or its case number speak of."""
    found: dict[str, AdviceSet] = {}
    numbers: dict[str, AdviceSet] = {}
    for item_id, item in sorted(items.items(), key=lambda i: (corpus.date(i[1].document_id) or "~", i[0])):
        earlier = [s for s in sets if is_later(corpus, item.document_id, None, s)]
        about = _about(corpus, item, earlier) or _by_case(corpus, item, earlier, numbers)
        if about is not None:
            found[item_id] = about
            for number in _case_numbers(item):
                numbers.setdefault(number, about)
    return found


def _about(corpus: Corpus, item: ItemText, earlier: Sequence[AdviceSet]) -> AdviceSet | None:
    for text in (item.title, *item.proposals):
        found = meant(corpus, item.document_id, text, earlier)
        if found is not None:
            return found
    near = [s for s in earlier if same_area(corpus, item.document_id, s)]
    return next((s for s in reversed(near) for text in (item.title, *item.account) if titled(corpus, s, text)), None)


_CASE = re.compile(r"\b(?:sags?|journal|j\.|sags-)(?:nr\.?|nummer| ?id)?:? ?(\d{2,}[\d./-]*\d{2,})", re.IGNORECASE)


def _case_numbers(item: ItemText) -> set[str]:
    return {number for text in (item.title, *item.account) for number in _CASE.findall(text)}


def _by_case(
    corpus: Corpus, item: ItemText, earlier: Sequence[AdviceSet], known: Mapping[str, AdviceSet]
) -> AdviceSet | None:
    """By the case number of the paper of the recommendations, or of an earlier item about them."""
    of_papers = {n: s for s in earlier for n in corpus.by_id[s.document_id].structure.front.case_numbers}
    cases = sorted(_case_numbers(item))
    return next((s for n in cases for s in (of_papers.get(n), known.get(n)) if s is not None and s in earlier), None)


def told_of(corpus: Corpus, item: ItemText | None, advice: AdviceSet, matters: Matters, *, about: bool) -> Told:
    """What an item tells of a set; under an item `about` it every sentence may tell a recommendation again."""
    if item is None:
        return Told()
    rows, own = matters.by_paper[advice.document_id], is_own(corpus, item.document_id, advice)
    texts = (item.title, *item.account, *item.proposals)
    by_name = any(any(named(corpus, advice, text)) for text in texts)
    retold: dict[str, float] = {}
    asked = False
    for text in texts:
        wished = corpus.book.holds("asked_for", text)
        if not (about or own or wished or is_voiced(corpus, advice, text, generic=True)):
            continue
        numbered = False
        for advice_id in numbered_in(corpus, advice, text, kinds=_ALL_KINDS if by_name or own else _SURE_KINDS):
            retold[advice_id] = 1.0
            numbered = True
        if numbered:
            continue
        for row, shared in zip(rows, matters.shared(matters.terms(text), rows), strict=True):
            if shared.score >= (_RETOLD_ABOUT if about else _RETOLD):
                retold[row.advice.id] = max(retold.get(row.advice.id, 0.0), min(1.0, shared.score))
                asked = asked or wished
    voiced = by_name and any(is_voiced(corpus, advice, text, generic=True) for text in texts)
    generic = any(is_voiced(corpus, advice, text, generic=True) for text in item.account)
    subject = _subject(item.title, rows, matters)
    return Told(
        named=by_name,
        voiced=voiced or generic or asked or any(named(corpus, advice, item.title)),
        titled=any(named(corpus, advice, item.title)),
        retold=retold,
        subject=subject,
    )


def is_voiced(corpus: Corpus, advice: AdviceSet, text: str, *, generic: bool) -> bool:
    """Whether a sentence names the body beside a word of advice; `generic`: also as "rådet"."""
    here = any(named(corpus, advice, text)) or (generic and _COUNCIL.search(text) is not None)
    return here and corpus.book.holds("voice", text)


_SURE_KINDS = frozenset({"anbefaling"})
_ALL_KINDS = frozenset({"anbefaling", "ønske", "punkt"})


def numbered_in(corpus: Corpus, advice: AdviceSet, text: str, *, kinds: frozenset[str]) -> Iterator[str]:
    """The recommendations of a set whose numbers a text names after words of these kinds."""
    by_number = {a.mention.number.rstrip(".)").casefold(): a.id for a in advice.top if a.mention.number is not None}
    for kind, numbers in numbers_in(corpus, text):
        if kind in kinds:
            yield from (by_number[n.casefold()] for n in numbers if n.casefold() in by_number)


def _subject(title: str, rows: Sequence[Matter], matters: Matters) -> str | None:
    """The recommendation that a title tells of, well ahead of the others."""
    shared = matters.shared(matters.terms(title), rows)
    ranked = sorted(zip((s.score for s in shared), (r.advice.id for r in rows), strict=True), reverse=True)
    if not ranked or ranked[0][0] < _RETOLD or (len(ranked) > 1 and ranked[0][0] < 1.5 * ranked[1][0]):
        return None
    return ranked[0][1]
