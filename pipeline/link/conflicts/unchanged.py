"""Terms of reference that a paper says go on unchanged, and whose text it then gives in other words."""

from collections.abc import Iterator, Sequence

from pipeline.lexicons.rules import Found
from pipeline.link.conflicts.sides import conflict, side
from pipeline.link.conflicts.wording import Clause, changed_from, clauses_of
from pipeline.link.corpus import Corpus
from pipeline.model.document import PassageKind
from pipeline.model.ids import fold
from pipeline.model.paper import Paper, Placed
from pipeline.model.place import Proof
from pipeline.model.structure import PaperKind, SectionRole
from pipeline.model.trail import Conflict

# What stands there is the meeting's, not the words of the terms.
_OWN_WORDS = frozenset({
    SectionRole.DECISION, SectionRole.PROPOSAL, SectionRole.TALK, SectionRole.ATTACHMENTS, SectionRole.ECONOMY,
})  # fmt: skip


def find_unchanged(corpus: Corpus) -> Iterator[Conflict]:
    """One for each clause of terms said to be unchanged that is worded otherwise than before."""
    for paper in corpus.papers:
        done: set[tuple[str, int]] = set()
        for part in _parts(paper):
            for said, wording in _said(part, paper, corpus):
                for new in wording:
                    if (new.passage.passage_id, new.start) not in done:
                        done.add((new.passage.passage_id, new.start))
                        yield from _changed(new, said, paper, corpus)


def _changed(new: Clause, said: Found, paper: Paper, corpus: Corpus) -> Iterator[Conflict]:
    older = _older(paper, said.rule.value, corpus)
    if older is None:
        return
    clauses = [c for p in older.document.body() for c in clauses_of(p, corpus.context.lexicons.abbreviations)]
    old = changed_from(new, clauses)
    if old is None:
        return
    left, right = (Proof(clause.span(), said.rule.name, said.rule.score) for clause in (old, new))
    about = f"{said.rule.value}, der siges at være uændret: ordlyden"
    yield conflict(
        about, side(left.span.quote, older.document_id, left), side(right.span.quote, paper.document_id, right)
    )


def _older(paper: Paper, kind: str, corpus: Corpus) -> Paper | None:
    """The newest terms of this kind and of the same body that are older than the paper."""
    body_id, day = corpus.body_id(paper.document_id), corpus.date(paper.document_id)
    found: list[tuple[str, str]] = []
    for other in corpus.papers:
        dated, front = corpus.date(other.document_id), other.structure.front
        named = corpus.book.first("terms_papers", front.title or "")
        if front.kind is not PaperKind.TERMS or named is None or named.rule.value != kind:
            continue
        if body_id is not None and corpus.body_id(other.document_id) == body_id and dated and day and dated < day:
            found.append((dated, other.document_id))
    return corpus.by_id[max(found)[1]] if found else None


def _parts(paper: Paper) -> Iterator[list[Placed]]:
    """The items of a paper; outside them its chapters."""
    parts: dict[tuple[str, ...], list[Placed]] = {}
    for placed in paper.placed():
        key = (placed.context.item_id,) if placed.context.item_id is not None else ("", *placed.context.section[:1])
        parts.setdefault(key, []).append(placed)
    yield from parts.values()


def _said(part: Sequence[Placed], paper: Paper, corpus: Corpus) -> Iterator[tuple[Found, list[Clause]]]:
    """Where a part says so of its own body's terms, and the clauses it then gives as their words."""
    if any(corpus.book.holds("terms_changed", placed.passage.text) for placed in part):
        return
    abbreviations = corpus.context.lexicons.abbreviations
    clauses = [
        (p, c) for p in part if p.passage.kind is not PassageKind.TABLE for c in clauses_of(p.passage, abbreviations)
    ]
    for n, (_, clause) in enumerate(clauses):
        found = corpus.book.first("unchanged_terms", clause.text)
        if found is not None and _own(found, paper, corpus):
            yield found, list(_wording(clauses[n + 1 :], corpus))


def _wording(clauses: Sequence[tuple[Placed, Clause]], corpus: Corpus) -> Iterator[Clause]:
    """What follows a line that leads in to the words of the terms, or opens a quotation."""
    within = False
    for placed, clause in clauses:
        if placed.role in _OWN_WORDS:
            within = False
        elif corpus.book.holds("wording_follows", clause.text):
            within = True
        elif within or clause.quoted:
            within = True
            if placed.passage.kind is not PassageKind.HEADING:
                yield clause


def _own(found: Found, paper: Paper, corpus: Corpus) -> bool:
    """Whether the terms are those of the paper's own body: no other is named as whose they are."""
    named = [name for group in ("owner", "body") if (name := found.match.groupdict().get(group)) is not None]
    body_id = corpus.body_id(paper.document_id)
    organisation = corpus.organisations.get(body_id or "")
    if organisation is None:
        return False
    stems = [fold(n).removesuffix("et").removesuffix("en") for n in (organisation.name, *organisation.aliases)]
    return all(
        corpus.organisation_id(paper.document_id, name) == body_id
        or corpus.book.holds("generic_bodies", name)
        or any(stem in fold(name) for stem in stems)
        for name in named
    )
