"""One paper read straight through: its front matter, its items with their sections, and each finding with its proof."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.context import Context
from pipeline.errors import InvalidConfig, UnreadablePaper
from pipeline.model.findings import Findings, RecommendationMention
from pipeline.model.paper import Paper, Placed
from pipeline.model.place import Proof
from pipeline.model.structure import AgendaItem, FrontMatter
from pipeline.run.settings import open_model
from pipeline.run.words import counts, plural, safe, shorten

_QUOTE_WIDTH = 96
# Kinds of which there are so many that they stand back on a terminal.
_MANY = {"navn", "tema"}


@dataclass(frozen=True, slots=True)
class Line:
    """A line for the terminal; `style` is rich's and says nothing that the text does not."""

    text: str
    style: str = ""


@dataclass(frozen=True, slots=True)
class _Found:
    label: str
    value: str
    proof: Proof


def read_through(path: Path, *, context: Context) -> tuple[Paper, Findings]:
    """One PDF through read, structure and extract; `UnreadablePaper` with the reason when it holds no text."""
    # Here and not above, as in papers.py: no other command needs all three rooms and spaCy.
    from pipeline.extract import extract_findings
    from pipeline.read import read_paper
    from pipeline.structure import structure_paper

    try:
        content = path.read_bytes()
    except OSError as problem:
        raise InvalidConfig(
            f"{path}: expected a PDF, found: {problem.strerror}; name a file that is there"
        ) from problem
    try:
        document = read_paper(content, path=path.name, context=context)
    except UnreadablePaper as problem:
        raise UnreadablePaper(f"{path}: {problem}") from problem
    paper = Paper(document, structure_paper(document, context=context))
    return paper, extract_findings(paper, context=context, nlp=open_model(context))


def render_paper(paper: Paper, findings: Findings) -> Iterator[Line]:
    """The lines of `raadspor show`."""
    placed = list(paper.placed(furniture=True))
    found = _by_item(placed, list(_all(findings)))
    yield from _front(paper)
    for item in paper.structure.items:
        yield Line("")
        yield Line(_item(item, placed), "bold")
        yield from _finding_lines(found.pop(item.item_id, ()), placed)
    if found:
        yield Line("")
        yield Line("Uden for dagsordenens punkter" if paper.structure.items else "Fund", "bold")
        yield from _finding_lines([one for group in found.values() for one in group], placed)
    yield Line("")
    yield Line(_total(findings))


def _front(paper: Paper) -> Iterator[Line]:
    front, document = paper.structure.front, paper.document
    yield Line(safe(front.title or document.path), "bold")
    yield Line(" · ".join(safe(part) for part in _front_parts(front)))
    if front.case_numbers:
        yield Line(f"sagsnr. {', '.join(safe(number) for number in front.case_numbers)}")
    states = counts(page.state for page in document.pages)
    yield Line(f"{plural(len(document.pages), 'page')}: {states}; {plural(len(document.passages), 'passage')}")
    if document.reason is not None:
        yield Line(safe(document.reason), "yellow")


def _front_parts(front: FrontMatter) -> list[str]:
    told = (front.kind.value, front.body, front.authority, front.region, front.date)
    return list(dict.fromkeys(part for part in told if part is not None))


def _item(item: AgendaItem, placed: Sequence[Placed]) -> str:
    """`  4  Titel  (sagsnr.)  s. 6  [sagsfremstilling, beslutning]`."""
    own = [one for one in placed if one.item is not None and one.item.item_id == item.item_id]
    roles = dict.fromkeys(one.role.value for one in own if one.role is not None)
    parts = [
        f"{item.number or '-':>3}",
        safe(item.title or "(uden titel)"),
        *([f"({safe(item.case_number)})"] if item.case_number is not None else []),
        f"s. {item.page}",
        f"[{', '.join(roles)}]",
        *(["lukket"] if item.closed else []),
    ]
    return "  ".join(parts)


def _by_item(placed: Sequence[Placed], found: Sequence[_Found]) -> dict[str | None, list[_Found]]:
    """The findings of each item in reading order; None gathers those outside any item."""
    order = {one.passage.passage_id: n for n, one in enumerate(placed)}
    items = {one.passage.passage_id: None if one.item is None else one.item.item_id for one in placed}
    groups: dict[str | None, list[_Found]] = {}
    for one in sorted(found, key=lambda f: (order[f.proof.span.passage_id], f.proof.span.start, f.label)):
        groups.setdefault(items[one.proof.span.passage_id], []).append(one)
    return groups


def _finding_lines(found: Sequence[_Found], placed: Sequence[Placed]) -> Iterator[Line]:
    passages = {one.passage.passage_id: one.passage for one in placed}
    for one in found:
        span = one.proof.span
        boxes = passages[span.passage_id].boxes_of(span.start, span.end)
        page = boxes[0].page if boxes else passages[span.passage_id].page
        value = f" {safe(one.value)}" if one.value else ""
        text = f"     -> {one.label}{value}: »{shorten(span.quote, _QUOTE_WIDTH)}« s. {page} ({one.proof.rule})"
        yield Line(text, "dim" if one.label in _MANY else "")


def _all(findings: Findings) -> Iterator[_Found]:
    """Every finding with its Danish label and what distinguishes it."""
    yield from (_Found("medlem", f"{m.person}, {m.role}", m.proof) for m in findings.memberships)
    yield from (_Found("plads", m.organisation or "", m.proof) for m in findings.seats)
    yield from (_Found("fremmøde", f"{a.person}, {a.status}", a.proof) for a in findings.attendance)
    yield from (_Found("indstilling", p.number or "", p.proof) for p in findings.proposals)
    yield from (_Found("beslutning", d.type, d.proof) for d in findings.decisions)
    yield from (_Found("anbefaling", _recommendation(r), r.proof) for r in findings.recommendations)
    yield from (_Found("historie", s.kind, s.proof) for s in findings.stories)
    yield from (_Found("input", c.kind, c.proof) for c in findings.contributions)
    yield from (_Found("aftale", c.due or "", c.proof) for c in findings.commitments)
    yield from (_Found("dato", d.edtf, d.proof) for d in findings.dates)
    yield from (_Found("henvisning", r.kind, r.proof) for r in findings.references)
    yield from (_Found("beløb", f"{a.value:g} {a.unit}", a.proof) for a in findings.amounts)
    yield from (_Found("bestemmelse", c.kind, c.proof) for c in findings.clauses)
    yield from (_Found("krav", d.every or "", d.proof) for d in findings.duties)
    yield from (_Found("omtalt papir", e.what, e.proof) for e in findings.expected_papers)
    yield from (_Found("navn", e.entity_kind, e.proof) for e in findings.entity_mentions)
    yield from (_Found("tema", t.theme_id, t.proof) for t in findings.theme_mentions)


def _recommendation(mention: RecommendationMention) -> str:
    """Its number, and how it is spoken of where the wording does not stand here."""
    how = "" if mention.how == "full" else mention.how
    return " ".join(part for part in (mention.number, how) if part)


def _total(findings: Findings) -> str:
    return f"{plural(sum(1 for _ in _all(findings)), 'finding')}: {counts(one.label for one in _all(findings))}"
