"""Which recommendations a decision follows up: all of a body's together, some by number, or by what it is about."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import exp

from pipeline.link.corpus import Corpus, first_day, located
from pipeline.link.items import ItemText, Told, is_voiced, item_texts, items_about_sets, numbered_in, told_of
from pipeline.link.making import End, Ground, make_link
from pipeline.link.matter import Matters, Shared
from pipeline.link.spoken import AdviceSet, advice_sets, is_later, is_own, meant, named, named_by_content, same_area
from pipeline.link.supports import recommendation_end
from pipeline.model.findings import Decision
from pipeline.model.trail import Link

# How heavy the shared words must be, by what else says that the decision is about the body's advice.
NAMED_HERE, ITEM_ABOUT, ITEM_NAMES, ASKED_FOR, OWN_MEETING = 0.5, 0.45, 0.6, 0.75, 0.98
SAME_BODY_AGAIN, AGAIN, ALONE = 0.75, 1.2, 2.4
_TWO_WORDS = 0.8
"""A recommendation that was followed before is followed again at this weight when two whole words are shared."""
_TITLE, _RETOLD = 0.5, 0.5
"""What a word of the title counts of one of the decision, and that the account tells the recommendation again."""
_NEVER, _TOUCHED = 99.0, 0.25
_MUTE = frozenset({"orienteret", "taget til efterretning", "valgt", "udpeget"})
_SHORT = 2
_WITHOUT_POINTS = frozenset({"anbefaling", "ønske"})
_WITH_POINTS = _WITHOUT_POINTS | {"punkt"}
_BESIDE, _LISTED = 0.6, 0.25
"""What another recommendation must weigh beside the heaviest, to be meant too; under an item about them, many are."""


@dataclass(frozen=True, slots=True)
class _Fit:
    """A recommendation with the weight of what speaks for it, and the weight that would do."""

    advice_id: str
    weight: float
    needed: float
    words: frozenset[str]
    reason: str

    @property
    def fact(self) -> bool:
        """Whether it is enough."""
        return self.weight >= self.needed

    @property
    def score(self) -> float:
        """0..1, from a half where it is just enough."""
        share = self.weight / self.needed
        return round(1 - 0.5 * exp(1 - share), 3) if self.fact else round(0.5 * share, 3)


@dataclass(frozen=True, slots=True)
class _Before:
    """A named follow-up on an earlier day: the body that decided it."""

    body: str | None
    day: str


@dataclass(frozen=True)
class _Search:
    """What the search for follow-ups looks things up in; `before` grows as decisions are read day by day."""

    corpus: Corpus
    matters: Matters
    sets: Sequence[AdviceSet]
    items: Mapping[str, ItemText]
    about: Mapping[str, AdviceSet]
    before: dict[str, list[_Before]] = field(default_factory=lambda: defaultdict(list))
    _told: dict[tuple[str, str, bool], Told] = field(default_factory=dict)

    def told(self, item_id: str | None, advice: AdviceSet, *, about: bool) -> Told:
        """What an item tells of a set, read once."""
        key = (item_id or "", f"{advice.document_id} {advice.issuer}", about)
        if key not in self._told:
            self._told[key] = told_of(self.corpus, self.items.get(item_id or ""), advice, self.matters, about=about)
        return self._told[key]


def items_about(corpus: Corpus) -> dict[str, AdviceSet]:
    """From an agenda item whose title or proposals speak of a body's recommendations to these."""
    return items_about_sets(corpus, advice_sets(corpus), item_texts(corpus))


def find_follow_ups(corpus: Corpus, about: Mapping[str, AdviceSet]) -> Iterator[Link]:
    """Links from decisions to earlier recommendations; one collective sentence gives a `samlet` row for each.

    `about`: the set that an agenda item is about, by the item's id.
    """
    sets = advice_sets(corpus)
    search = _Search(corpus, Matters.of(corpus), sets, item_texts(corpus), _with_collective(corpus, sets, about))
    advice = {a.id: a for s in sets for a in s.top}
    rows = sorted(corpus.decisions(), key=lambda r: (_day(corpus, *r), r[0], corpus.place(r[1].proof), r[1].id))
    for document_id, decision in rows:
        source = End("decision", decision.id, located(document_id, decision.proof))
        for advice_id, ground in sorted(_grounds(search, document_id, decision).items()):
            if ground.fact and ground.reference == "særskilt":
                body = corpus.organisation_id(document_id, decision.body)
                search.before[advice_id].append(_Before(body, _day(corpus, document_id, decision)))
            yield make_link(source, "follows_up", recommendation_end(advice[advice_id]), ground)


def _day(corpus: Corpus, document_id: str, decision: Decision) -> str:
    return first_day(decision.date or corpus.date(document_id) or "~")


def _with_collective(corpus: Corpus, sets: Sequence[AdviceSet], about: Mapping[str, AdviceSet]) -> dict[str, AdviceSet]:
    """The items about a set, and those under which a decision speaks of one as a whole."""
    found = dict(about)
    for document_id, decision in corpus.decisions():
        if decision.item_id is not None and decision.item_id not in found:
            earlier = [s for s in sets if is_later(corpus, document_id, decision.date, s)]
            one = meant(corpus, document_id, decision.proof.span.quote, earlier)
            if one is not None:
                found[decision.item_id] = one
    return found


def _grounds(search: _Search, document_id: str, decision: Decision) -> dict[str, Ground]:
    corpus, text = search.corpus, decision.proof.span.quote
    earlier = [s for s in search.sets if is_later(corpus, document_id, decision.date, s)]
    about = search.about.get(decision.item_id or "")
    about = about if about in earlier else None
    together = meant(
        corpus, document_id, text, earlier, about or _named_in_item(search, document_id, decision, earlier)
    )
    numbered = _numbered(search, document_id, decision, together or about, earlier)
    by_content = Ground(0.9, True, "follows_up.named", "anbefalingen er nævnt ved sit indhold", "særskilt")
    worded = dict.fromkeys(named_by_content(corpus, document_id, decision.proof.span, earlier), by_content)
    if together is not None or numbered:
        return {**_collective(together), **worded, **numbered}
    near = [s for s in earlier if s == about or same_area(corpus, document_id, s)]
    fits = [f for s in near for f in _fits(search, document_id, decision, s, about=s == about, alone=_one_body(near))]
    heaviest = max((f.weight for f in fits if f.fact), default=0.0)
    beside = _LISTED if about is not None else _BESIDE
    fits = [replace(f, needed=max(f.needed, beside * heaviest)) for f in fits]
    fits = [replace(f, needed=_NEVER) if _is_outdone(f, fits) else f for f in fits]
    limit = corpus.context.config.link.candidates
    facts = [f for f in fits if f.fact]
    others = sorted((f for f in fits if not f.fact and f.weight > 0), key=lambda f: (-f.score, f.advice_id))
    return {
        f.advice_id: Ground(f.score, f.fact, "follows_up.matter", f.reason, "særskilt" if f.fact else "tematisk")
        for f in (*facts, *others[:limit])
    } | worded


def _is_outdone(fit: _Fit, fits: Sequence[_Fit]) -> bool:
    """Whether another has all the words that speak for it, and more."""
    return any(o.fact and o.weight > fit.weight and o.words > fit.words for o in fits)


def _one_body(sets: Sequence[AdviceSet]) -> bool:
    """Whether "rådet" can be but one."""
    return len({s.issuer for s in sets if s.whole_paper}) == 1


def _named_in_item(
    search: _Search, document_id: str, decision: Decision, earlier: Sequence[AdviceSet]
) -> AdviceSet | None:
    """The latest set of a body that the item names, for a decision on "rådets anbefalinger"."""
    item = search.items.get(decision.item_id or "")
    texts = () if item is None else (item.title, *item.account)
    corpus, text = search.corpus, decision.proof.span.quote
    near = [s for s in earlier if s.whole_paper and same_area(corpus, document_id, s)]
    found = next((s for s in reversed(near) if any(any(named(corpus, s, t)) for t in texts)), None)
    if found is None and _one_body(near) and any(is_voiced(corpus, near[-1], t, generic=True) for t in (text, *texts)):
        return near[-1]
    return found


def _collective(together: AdviceSet | None) -> dict[str, Ground]:
    ground = Ground(0.9, True, "follows_up.collective", "anbefalingerne omtales samlet", "samlet")
    return {} if together is None else {advice.id: ground for advice in together.top}


def _numbered(
    search: _Search, document_id: str, decision: Decision, about: AdviceSet | None, earlier: Sequence[AdviceSet]
) -> dict[str, Ground]:
    """By number or letter: of the set spoken of, of the body's own latest, or of the one that the item names."""
    corpus, text = search.corpus, decision.proof.span.quote
    own = [s for s in earlier if is_own(corpus, document_id, s)]
    home = about or (own[-1] if own else None) or _telling(search, document_id, decision, earlier)
    if home is None:
        return {}
    points = about is not None or "anbefaling" in text.casefold()
    number = {a.id: a.mention.number for a in home.top}
    return {
        advice_id: Ground(0.95, True, "follows_up.number", f"anbefaling {number[advice_id]} er nævnt", "særskilt")
        for advice_id in numbered_in(corpus, home, text, kinds=_WITH_POINTS if points else _WITHOUT_POINTS)
    }


def _telling(search: _Search, document_id: str, decision: Decision, earlier: Sequence[AdviceSet]) -> AdviceSet | None:
    """The latest set of a body that the decision or its item names."""
    corpus = search.corpus
    near = [s for s in earlier if same_area(corpus, document_id, s)]
    one = _one_body(near)
    return next(
        (
            s
            for s in reversed(near)
            if is_voiced(corpus, s, decision.proof.span.quote, generic=one)
            or search.told(decision.item_id, s, about=False).voiced
        ),
        None,
    )


def _fits(
    search: _Search, document_id: str, decision: Decision, advice: AdviceSet, *, about: bool, alone: bool
) -> Iterator[_Fit]:
    """By what it is about, weighed against what else says that it is about this body's advice."""
    corpus, matters = search.corpus, search.matters
    item = search.items.get(decision.item_id or "")
    told = search.told(decision.item_id, advice, about=about)
    text, own = _focus(search, decision, item), is_own(corpus, document_id, advice)
    here = not own and (any(named(corpus, advice, text)) or is_voiced(corpus, advice, text, generic=alone))
    if not here and (corpus.book.holds("others_advice", text) or _is_other_business(corpus, text, about=about)):
        return
    needs = _common_needs(corpus, decision, text, told, here=here, about=about, own=own)
    rows, terms = matters.by_paper[advice.document_id], matters.terms(text)
    members = {a.id for a in advice.top}
    beside = matters.shared(matters.terms("" if item is None else item.title), rows, but=terms)
    for row, shared, title in zip(rows, matters.shared(terms, rows), beside, strict=True):
        key = row.advice.id
        if key not in members:
            continue
        need = min((needs, *_own_needs(search, document_id, decision, advice, key, shared)))
        if own and not about and not shared.sure:
            need = _NEVER
        if _is_mute(corpus, decision, text) and not (here or about or (told.voiced and not own)):
            need = _NEVER
        weight = shared.score
        if not own and (told.voiced or about) and weight > _TOUCHED:
            weight += _TITLE * title.score + _RETOLD * told.retold.get(key, 0.0) * min(1.0, weight / need)
        if not own and told.subject == key and (told.titled or key in told.retold):
            weight = max(weight, need)
        if weight > 0:
            yield _Fit(key, round(weight, 3), need, frozenset(shared.words), shared.reason)


def _is_other_business(corpus: Corpus, text: str, *, about: bool) -> bool:
    return not about and corpus.book.holds("other_business", text)


def _is_mute(corpus: Corpus, decision: Decision, text: str) -> bool:
    """A note or an election, unless it notes that something is there now."""
    return decision.type in _MUTE and not corpus.book.holds("brought_about", text)


def _focus(search: _Search, decision: Decision, item: ItemText | None) -> str:
    """The decision's own words; those of the proposals where it takes or leaves them as they stand."""
    text = decision.proof.span.quote
    book = search.corpus.book
    if (
        item is not None
        and item.proposals
        and (
            book.holds("as_proposed", text)
            or book.holds("whole_item", text)
            or len(search.matters.terms(text)) < _SHORT
        )
    ):
        return " ".join((text, *item.proposals))
    return text


def _common_needs(
    corpus: Corpus, decision: Decision, text: str, told: Told, *, here: bool, about: bool, own: bool
) -> float:
    """The weight that would do for any recommendation of the set."""
    needs = (
        (here, NAMED_HERE),
        (about, ITEM_ABOUT),
        (own, OWN_MEETING),
        (told.voiced and not own, ITEM_NAMES),
        (corpus.book.holds("asked_for", text), ASKED_FOR),
    )
    return min((need for holds, need in needs if holds), default=_NEVER)


def _own_needs(
    search: _Search, document_id: str, decision: Decision, advice: AdviceSet, advice_id: str, shared: Shared
) -> Iterator[float]:
    """The weight that would do for one recommendation: by what it shares alone, or where it was followed before."""
    two = shared.whole > 1
    if advice.whole_paper and two:
        yield ALONE
    day = _day(search.corpus, document_id, decision)
    body = search.corpus.organisation_id(document_id, decision.body)
    before = [b for b in search.before[advice_id] if b.day < day]
    if any(b.body == body for b in before):
        yield SAME_BODY_AGAIN
    if before:
        yield _TWO_WORDS if two else AGAIN
