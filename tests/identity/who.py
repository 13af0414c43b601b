"""Made corpora that name people and organisations, and how well it is told who is who in them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any

import yaml

from pipeline.context import Config, Context
from pipeline.lexicons import load
from pipeline.model import findings as f
from pipeline.model.entities import Entities
from pipeline.model.ids import digest, fold
from pipeline.model.paper import Paper
from pipeline.model.place import Proof
from pipeline.resolve import resolve_corpus
from tests.unit.tables.factory import P, make_paper

Raw = dict[str, Any]
"""A part of the file, as YAML gives it."""

FILE = Path(__file__).with_name("names.yaml")
CONTEXT = Context(Config(), load())
_KINDS = {"referat", "dagsorden", "notat", "anbefalinger", "kommissorium", "praesentation"}
_ROLES = ("formand", "næstformand", "medlem", "suppleant")
_UNKNOWN = "?"
_FIELDS = {"is", "kind", "as", "text", "org", "party", "role", "title", "status", "start", "end", "kind_hint"}


@dataclass(frozen=True)
class Named:
    """One mention: the finding that stands for it, and who it truly is (None where no reader could tell)."""

    document_id: str
    finding_id: str
    kind: str
    text: str
    true: str | None
    told: str


@dataclass(frozen=True)
class Corpus:
    """The papers of one authority, and what is named in them."""

    name: str
    papers: tuple[Paper, ...]
    findings: tuple[f.Findings, ...]
    named: tuple[Named, ...]


@dataclass
class Score:
    """Pairs of mentions: truly one, held to be one, both; and pairs of different ones that look alike."""

    true: int = 0
    found: int = 0
    right: int = 0
    alike: int = 0
    errors: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Of the pairs held to be one, the share that is."""
        return self.right / max(1, self.found)

    @property
    def recall(self) -> float:
        """Of the pairs that are one, the share held to be."""
        return self.right / max(1, self.true)

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.right / max(1, self.true + self.found)

    @property
    def wrong(self) -> float:
        """Wrong merges: their share of all different pairs that share a word, or of all merges if that is more."""
        wrong = self.found - self.right
        return max(wrong / max(1, self.alike), wrong / max(1, self.found))

    def line(self) -> str:
        """The figures on one line."""
        wrong = self.found - self.right
        alike, merged = wrong / max(1, self.alike), wrong / max(1, self.found)
        return (
            f"P {self.precision:.4f} R {self.recall:.4f} F {self.f1:.4f}; {wrong} wrong: {alike:.2%} of {self.alike} "
            f"look-alikes, {merged:.2%} of {self.found} merges ({self.true} true)"
        )


def read_corpora() -> list[Corpus]:
    """The corpora of the file, in its order."""
    return [_corpus(n, raw) for n, raw in enumerate(yaml.safe_load(FILE.read_text(encoding="utf-8")))]


def open_and_held_back(corpora: Sequence[Corpus]) -> dict[str, list[Corpus]]:
    """The first, third … corpora, by which rules may be mended, and the others."""
    return {"open": list(corpora[::2]), "held back": list(corpora[1::2])}


def resolved(corpus: Corpus) -> Entities:
    """The registers of a corpus."""
    return resolve_corpus(corpus.papers, corpus.findings, context=CONTEXT)


def score(corpora: Iterable[Corpus], *, kinds: Sequence[str] = ("person", "organisation")) -> Score:
    """Pairs of mentions within each corpus; those whom no reader could tell are left out."""
    total = Score()
    for corpus in corpora:
        held = _held(corpus, resolved(corpus))
        scored = [named for named in corpus.named if named.true is not None and named.kind in kinds]
        for a, b in combinations(scored, 2):
            if a.kind == b.kind:
                _count(total, corpus, a, b, one=held(a) == held(b))
    return total


def _count(total: Score, corpus: Corpus, a: Named, b: Named, *, one: bool) -> None:
    true = a.true == b.true
    total.true += true
    total.found += one
    total.right += true and one
    total.alike += not true and bool(set(fold(a.text).split()) & set(fold(b.text).split()))
    if true != one:
        total.errors.append(f"{'MERGED' if one else 'MISSED'} {corpus.name}: {a.told} <> {b.told}")


def _held(corpus: Corpus, entities: Entities) -> Callable[[Named], str]:
    """From a mention to the entity it is held to be; one that nobody claims is itself alone."""
    people, of_findings = entities.person_ids(), entities.people_of_findings()
    organisations = entities.organisation_ids()

    def held(named: Named) -> str:
        key = named.document_id, named.text
        if named.kind == "organisation":
            return organisations.get(key, named.finding_id)
        return of_findings.get(named.finding_id) or people.get(key, named.finding_id)

    return held


def _corpus(n: int, raw: Raw) -> Corpus:
    made = [_paper(f"{n}/{m}.pdf", told, raw["authority"]) for m, told in enumerate(raw["papers"])]
    return Corpus(
        f"{n} {raw['authority']}",
        tuple(paper for paper, _, _ in made),
        tuple(findings for _, findings, _ in made),
        tuple(named for _, _, some in made for named in some),
    )


def _paper(path: str, told: Raw, authority: str) -> tuple[Paper, f.Findings, list[Named]]:
    mentions = told["mentions"]
    rows = [P(_line(mention)) for mention in mentions]
    paper = make_paper(
        path,
        *(P(f"{n}. {row.text}") for n, row in enumerate(rows)),
        kind=told["kind"] if told["kind"] in _KINDS else "andet",
        body=told["body"],
        authority=told.get("authority", authority),
        date=str(told["date"]),
    )
    made = [_finding(paper, n, mention) for n, mention in enumerate(mentions)]
    named = [
        Named(
            paper.document_id,
            finding.id,
            mention["kind"],
            mention["text"],
            None if mention["is"] == _UNKNOWN else str(mention["is"]),
            f"{_line(mention)!r} ({mention['is']}, {mention['as']}, {told['body']} {told['date']})",
        )
        for mention, finding in zip(mentions, made, strict=True)
    ]
    findings = f.Findings(
        paper.document_id,
        entity_mentions=tuple(_mentions(paper, mentions, made)),
        memberships=tuple(m for m in made if isinstance(m, f.Membership)),
        attendance=tuple(m for m in made if isinstance(m, f.Attendance)),
    )
    return paper, findings, named


def _line(mention: Raw) -> str:
    """The words as they stand in a list or sentence: `socialchef Anne Bech (A), Blå Kors, næstformand`."""
    unknown = set(mention) - _FIELDS
    assert not unknown, unknown
    title, party, role = mention.get("title"), mention.get("party"), mention.get("role")
    head = f"{title} {mention['text']}" if title else mention["text"]
    tail = [mention["org"]] if mention.get("org") else []
    tail += [role] if role and not (role == "medlem" and mention["as"] == "membership") else []
    return ", ".join([head + (f" ({party})" if party else ""), *tail])


def _finding(paper: Paper, n: int, mention: Raw) -> f.Membership | f.Attendance | f.EntityMention:
    quote, name = _line(mention), mention["text"]
    finding_id = digest(paper.document_id, str(n))
    proof = Proof(paper.document.passages[n].span(len(f"{n}. "), len(f"{n}. {quote}")), "test.rule")
    if mention["as"] == "membership":
        return _membership(finding_id, mention, paper.structure.front.body, proof)
    if mention["as"] == "attendance":
        return f.Attendance(finding_id, None, name, "medlem", mention.get("status", "til stede"), None, None, proof)
    role = mention.get("title") or mention.get("role")
    start = proof.span.start + quote.index(name)
    span = paper.document.passages[n].span(start, start + len(name))
    return f.EntityMention(finding_id, mention["kind"], name, role, Proof(span, proof.rule))


def _membership(finding_id: str, mention: Raw, body: str | None, proof: Proof) -> f.Membership:
    organisation, party = mention.get("org"), mention.get("party")
    role = mention.get("role")
    seat = "byråd" if party else "forening" if organisation else None
    return f.Membership(
        id=finding_id,
        person=mention["text"],
        organisation=organisation,
        party=party,
        role=role if role in _ROLES else "medlem",
        seat=seat,
        term_start=_year(mention.get("start")),
        term_end=_year(mention.get("end")),
        as_of=None,
        body=body,
        proof=proof,
    )


def _mentions(paper: Paper, mentions: Sequence[Raw], made: Sequence[object]) -> Iterator[f.EntityMention]:
    """The mentions, and for each row of a list the name in it with its title, as extraction finds them too."""
    for n, (mention, finding) in enumerate(zip(mentions, made, strict=True)):
        if isinstance(finding, f.EntityMention):
            yield finding
            continue
        text, role = mention["text"], mention.get("title") or mention.get("role")
        passage = paper.document.passages[n]
        start = passage.text.index(text, len(f"{n}. "))
        span = passage.span(start, start + len(text))
        yield f.EntityMention(
            digest("e", paper.document_id, str(n)),
            "person",
            text,
            None if role in _ROLES else role,
            Proof(span, "test.rule"),
        )


def _year(value: object) -> str | None:
    return None if value is None else str(value)
