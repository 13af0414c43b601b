"""Whose recommendations a text speaks of: the sets that bodies have issued, their names, and their numbers."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz

from pipeline.link.corpus import Advice, Corpus, first_day
from pipeline.model.ids import fold
from pipeline.model.place import Span
from pipeline.model.structure import PaperKind

_SAME_NAME = 85.0
_GENERIC = frozenset({"rådet", "udvalget", "forummet", "panelet", "foreningerne"})
_ENTRY = re.compile(r"\d{1,2}[a-z]?|[A-ZÆØÅ]\b|[-–]|\btil\b")
_TITLE_END = re.compile(r"[.!?:–]\s|[.!?]$")
_SHORTEST_TITLE = 9


@dataclass(frozen=True, slots=True)
class AdviceSet:
    """The recommendations one body issued in one paper."""

    issuer: str
    document_id: str
    issued: str
    top: tuple[Advice, ...]
    whole_paper: bool
    """Whether the paper is one of recommendations, not minutes in which some stand."""


def advice_sets(corpus: Corpus) -> tuple[AdviceSet, ...]:
    """The sets that can be spoken of together: a paper of recommendations, or two or more in another paper."""
    found: dict[tuple[str, str], list[Advice]] = defaultdict(list)
    for advice in corpus.advice:
        if advice.top and advice.issuer is not None and advice.issued is not None:
            found[(advice.issuer, advice.document_id)].append(advice)
    sets = [
        AdviceSet(issuer, document_id, min(str(a.issued) for a in advice), tuple(advice), whole)
        for (issuer, document_id), advice in found.items()
        for whole in (corpus.by_id[document_id].structure.front.kind is PaperKind.RECOMMENDATIONS,)
        if len(advice) > 1 or whole
    ]
    return tuple(sorted(sets, key=lambda s: (s.issued, s.document_id)))


def is_later(corpus: Corpus, document_id: str, told_of: str | None, advice: AdviceSet) -> bool:
    """Neither the paper nor the day it tells of may be before the recommendations, nor may it be the paper of them."""
    written = corpus.date(document_id)
    if written is None or document_id == advice.document_id:
        return False
    issued, day = first_day(advice.issued), first_day(told_of or written)
    length = min(len(issued), len(day))
    return written >= issued and day[:length] >= issued[:length]


def same_area(corpus: Corpus, document_id: str, advice: AdviceSet) -> bool:
    """Whether a paper is of the authority whose body gave the advice."""
    home = corpus.by_id[advice.document_id].structure.front.authority
    return home is not None and corpus.by_id[document_id].structure.front.authority == home


def is_own(corpus: Corpus, document_id: str, advice: AdviceSet) -> bool:
    """Whether a paper is of the body that gave the advice."""
    return corpus.body_id(document_id) == advice.issuer


def meant(
    corpus: Corpus, document_id: str, text: str, earlier: Sequence[AdviceSet], about: AdviceSet | None = None
) -> AdviceSet | None:
    """The latest set of the body whose recommendations the text speaks of together.

    `about`: the set that the item is about, for a text that names nobody.
    """
    for found in corpus.book.every("collective", text):
        owner = found.match.groupdict().get("owner")
        fits = [s for s in earlier if _owns(corpus, document_id, owner, s)]
        if fits:
            return fits[-1]
        if about is not None and (owner is None or fold(owner) in _GENERIC):
            return about
    if about is not None and corpus.book.holds("collective_here", text):
        return about
    for advice in reversed(earlier):
        if same_area(corpus, document_id, advice) and titled(corpus, advice, text):
            return advice
        if same_area(corpus, document_id, advice) and _all_of(corpus, advice, text):
            return advice
    return None


def _all_of(corpus: Corpus, advice: AdviceSet, text: str) -> bool:
    """Names the body beside words for all that it asked: "forslagene fra Grønt Råd", "Ungerådets ni ønsker"."""
    for name in named(corpus, advice, text):
        before, after = text[: name.start()], text[name.end() :]
        lead = corpus.book.holds("all_of_before", before) and not corpus.book.holds("narrowed", after)
        if lead or corpus.book.holds("all_of_after", after):
            return True
    return False


def _owns(corpus: Corpus, document_id: str, owner: str | None, advice: AdviceSet) -> bool:
    """Whether a body is the owner named: by its name, or as the paper's own body where none is named."""
    if owner is None or fold(owner) in _GENERIC:
        return corpus.body_id(document_id) == advice.issuer
    issuer = corpus.organisations[advice.issuer]
    front = corpus.by_id[document_id].structure.front
    near = issuer.authority is None or issuer.authority in (front.authority, front.region) or issuer.authority in owner
    names = (issuer.name, *issuer.aliases)
    return near and any(fuzz.ratio(fold(owner), fold(name)) >= _SAME_NAME for name in names)


@cache
def _name_pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    either = "|".join(re.escape(name) for name in sorted(names, key=lambda n: (-len(n), n)))
    return re.compile(rf"(?<!\w)(?:{either})(?:s|’s|'s|')?(?!\w)", re.IGNORECASE)


def named(corpus: Corpus, advice: AdviceSet, text: str) -> Iterator[re.Match[str]]:
    """Where a text names the body by its own name."""
    issuer = corpus.organisations[advice.issuer]
    own = tuple(name for name in (issuer.name, *issuer.aliases) if fold(name) not in _GENERIC)
    return _name_pattern(own).finditer(text) if own else iter(())


def titled(corpus: Corpus, advice: AdviceSet, text: str) -> bool:
    """Whether a text names the paper of the recommendations by its title, or the first part of it."""
    title = corpus.by_id[advice.document_id].structure.front.title
    if title is None or not advice.whole_paper:
        return False
    first = _TITLE_END.split(title)[0].strip(' "”»«“')
    folded = fold(text)
    return any(len(t) >= _SHORTEST_TITLE and fold(t) in folded for t in (title, first) if " " in t)


def numbers_in(corpus: Corpus, text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The numbers a text names recommendations by, each list with the kind of word before it."""
    for found in corpus.book.every("numbered", text):
        entries = found.match.groupdict().get("numbers")
        yield found.rule.value, (found.rule.name.rsplit("_", 1)[-1],) if entries is None else _listed(entries)


def _listed(text: str) -> tuple[str, ...]:
    """3, 5 og 7 by their numbers, and those between the ends of 2-4 and A-C."""
    found: list[str] = []
    through = False
    for entry in _ENTRY.findall(text):
        if entry in ("-", "–", "til"):
            through = True
        else:
            found += _between(found[-1], entry) if through and found else [entry]
            through = False
    return tuple(found)


def _between(first: str, last: str) -> list[str]:
    if first.isdigit() and last.isdigit():
        return [str(n) for n in range(int(first) + 1, int(last) + 1)]
    if len(first) == len(last) == 1:
        return [chr(n) for n in range(ord(first) + 1, ord(last) + 1)]
    return [last]


def named_by_content(corpus: Corpus, document_id: str, span: Span, earlier: Sequence[AdviceSet]) -> list[str]:
    """The ids of earlier recommendations that the span names by what they say: "anbefalingen om flere pladser"."""
    tops = {advice.id for known in earlier for advice in known.top}
    return [
        corpus.recommendation_of[mention.id]
        for mention in corpus.findings[document_id].recommendations
        if mention.how == "named" and corpus.recommendation_of.get(mention.id) in tops
        if mention.proof.span.passage_id == span.passage_id
        and mention.proof.span.start < span.end
        and span.start < mention.proof.span.end
    ]
