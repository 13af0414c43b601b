"""A list of members names two people for one seat, and a member list names one of them alone."""

from collections.abc import Iterator

from pipeline.lexicons.rules import Found
from pipeline.link.conflicts.holders import Shared, find_chosen, find_held
from pipeline.link.conflicts.sides import conflict, side
from pipeline.link.corpus import Corpus
from pipeline.model.document import Passage, PassageKind
from pipeline.model.paper import Paper, Placed
from pipeline.model.place import Proof
from pipeline.model.trail import Conflict

_ENTRIES = frozenset({PassageKind.ITEM, PassageKind.PARAGRAPH, PassageKind.LETTERHEAD})


def find_seats(corpus: Corpus) -> Iterator[Conflict]:
    """One for each name of a shared seat that a member list of the same term names alone."""
    held = tuple(find_held(corpus))
    for paper in corpus.papers:
        body_id = corpus.body_id(paper.document_id)
        own = [h for h in held if h.body_id == body_id]
        for passage, start, found in () if body_id is None else _alternatives(paper, corpus):
            names = (found.match["one"], found.match["other"])
            shared = Shared(paper.document_id, names, found.match["place"])
            for chosen in find_chosen(shared, own, corpus):
                at = passage.span(start + found.match.start("one"), start + found.match.end("other"))
                left = side(" / ".join(names), paper.document_id, Proof(at, found.rule.name, found.rule.score))
                right = side(chosen.membership.person, chosen.document_id, chosen.membership.proof)
                yield conflict(f"plads: {' / '.join(names)}", left, right)


def _alternatives(paper: Paper, corpus: Corpus) -> Iterator[tuple[Passage, int, Found]]:
    """Entries "A / B" that stand among members of the paper's body; where alternates are listed there are none."""
    spans = [s for m in corpus.findings[paper.document_id].memberships for s in (m.proof.span, *m.proof.more)]
    members = {span.passage_id for span in spans}
    for run in _runs(paper):
        texts = (text for placed in run for text in (*placed.context.section, placed.passage.text))
        among_members = any(placed.passage.passage_id in members for placed in run)
        if among_members and not any(corpus.book.holds("stand_ins", text) for text in texts):
            for placed in run:
                yield from _entries(placed.passage, corpus)


def _runs(paper: Paper) -> Iterator[list[Placed]]:
    """The entries that follow on each other in one section, with the line that leads in to them; a table by itself."""
    run: list[Placed] = []
    for placed in paper.placed():
        if placed.passage.kind is PassageKind.TABLE:
            yield [placed]
        goes_on = placed.passage.kind in _ENTRIES and not placed.passage.text.endswith(":")
        if run and (not goes_on or placed.context.section != run[-1].context.section):
            yield run
            run = []
        if placed.passage.kind in _ENTRIES:
            run.append(placed)
    yield run


def _entries(passage: Passage, corpus: Corpus) -> Iterator[tuple[Passage, int, Found]]:
    pieces = [(c.start, passage.text[c.start : c.end]) for c in passage.cells] or [
        (passage.marker, passage.text[passage.marker :])
    ]
    for start, text in pieces:
        found = corpus.book.first("seat_alternatives", text)
        if found is not None:
            yield passage, start, found
