"""What references point to, among the papers that are read; and which papers that are spoken of are there."""

import re
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from pipeline.link.corpus import Corpus, located
from pipeline.link.making import End, Ground, make_link
from pipeline.model.days import find_days
from pipeline.model.findings import ExpectedPaper, Reference
from pipeline.model.ids import fold
from pipeline.model.paper import Paper
from pipeline.model.place import Proof
from pipeline.model.structure import PaperKind
from pipeline.model.trail import Expectation, Link, Target

READ, MISSING = "læst", "mangler"
_SAME_TITLE = 90.0
_NUMBER = re.compile(r"\d+(?:\.\d+)?[a-z]?")


def find_targets(corpus: Corpus) -> Iterator[Target]:
    """For each reference that resolves, what it points to: a paper, a meeting, or an item of the same paper."""
    for document_id, findings in corpus.findings.items():
        for reference in findings.references:
            target = _target(corpus, corpus.by_id[document_id], reference)
            if target is not None:
                yield Target(reference.id, target)


def _target(corpus: Corpus, paper: Paper, reference: Reference) -> str | None:
    match reference.kind:
        case "punkt":
            return _item(paper, reference.text)
        case "sag":
            return _one({d for number, d in _cases(corpus) if number in reference.text} - {paper.document_id})
        case "møde":
            return _meeting(corpus, paper, reference.text)
        case "papir" | "bilag":
            return _paper(corpus, paper, reference.text)
        case _:
            return None


def _one(found: set[str]) -> str | None:
    """The only one: several that fit are none."""
    return next(iter(found)) if len(found) == 1 else None


def _item(paper: Paper, text: str) -> str | None:
    """An item of the same meeting; a text that names another meeting's day points elsewhere."""
    number = _NUMBER.search(text)
    if number is None or any(find_days(text)):
        return None
    return _one({i.item_id for i in paper.structure.items if i.number == number[0]})


def _cases(corpus: Corpus) -> Iterator[tuple[str, str]]:
    return ((number, p.document_id) for p in corpus.papers for number in p.structure.front.case_numbers)


def _meeting(corpus: Corpus, paper: Paper, text: str) -> str | None:
    """The paper's own body's meeting on the day named, where its paper is read: else its paper cannot be pointed to."""
    own = corpus.body_id(paper.document_id)
    days = [day.iso for day in find_days(text)]
    return None if own is None else _one({m for day in days for m in corpus.meetings_on.get((own, day), ())})


def _paper(corpus: Corpus, paper: Paper, text: str) -> str | None:
    """A paper whose title the reference holds."""
    wanted = fold(text)
    others = (other for other in corpus.papers if other.document_id != paper.document_id)
    return _one({o.document_id for o in others if _titled(o, wanted)})


def _titled(paper: Paper, wanted: str) -> bool:
    title = fold(paper.structure.front.title or "")
    return len(title.split()) > 1 and fuzz.ratio(title, wanted) >= _SAME_TITLE


def find_references(corpus: Corpus, targets: Sequence[Target]) -> Iterator[Link]:
    """A `refers_to` link for each reference to another paper that is read."""
    pointed = {target.finding_id: target.target_id for target in targets}
    for document_id, findings in corpus.findings.items():
        for reference in findings.references:
            other = corpus.by_id.get(pointed.get(reference.id, ""))
            if other is None or not other.document.passages:
                continue
            source = End("document", document_id, located(document_id, reference.proof))
            whole = Proof(other.document.passages[0].span(), "refers_to.paper")
            target = End("document", other.document_id, located(other.document_id, whole))
            reason = f"henvisning: {reference.text}"
            yield make_link(
                source, "refers_to", target, Ground(reference.proof.score, True, reference.proof.rule, reason)
            )


def find_expectations(corpus: Corpus) -> Iterator[Expectation]:
    """Whether each paper that is spoken of is read: minutes of the body and day, or a paper of that title."""
    for document_id, findings in corpus.findings.items():
        for expected in findings.expected_papers:
            found = _answer(corpus, document_id, expected)
            yield Expectation(expected.id, MISSING if found is None else READ, found)


def _answer(corpus: Corpus, document_id: str, expected: ExpectedPaper) -> str | None:
    body = corpus.organisation_id(document_id, expected.body)
    minutes = {
        p.document_id
        for p in corpus.papers
        if body is not None
        and expected.date is not None
        and p.structure.front.kind is PaperKind.MINUTES
        and p.document_id != document_id
        and corpus.body_id(p.document_id) == body
        and (p.structure.front.date or "").startswith(expected.date)
    }
    titled = {p.document_id for p in corpus.papers if p.document_id != document_id and _titled(p, fold(expected.what))}
    return _one(minutes) or _one(titled)
