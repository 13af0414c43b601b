"""Recommendations of two papers of one council, and what is found to be the same, split, merged or apart."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import product
from pathlib import Path

import yaml

from pipeline.context import Config, Context
from pipeline.lexicons import load
from pipeline.model.entities import Entities
from pipeline.model.findings import Findings, RecommendationMention
from pipeline.model.ids import digest
from pipeline.model.paper import Paper
from pipeline.model.structure import PaperKind
from pipeline.resolve import resolve_corpus
from tests.unit.tables.factory import P, make_paper, proof_of

FILE = Path(__file__).with_name("recommendations.yaml")
CONTEXT = Context(Config(), load())
KINDS = ("same", "reworded", "split", "merged", "similar")
# What is to be found of a pair of each kind; the same words and others mean one recommendation alike.
WANTED = {"same": "samme", "reworded": "samme", "split": "splits", "merged": "merges", "similar": None}


@dataclass(frozen=True)
class Council:
    """One council: its two papers, and which of their recommendations belong together."""

    name: str
    papers: tuple[Paper, Paper]
    findings: tuple[Findings, Findings]
    texts: dict[str, str]
    sides: tuple[tuple[str, ...], tuple[str, ...]]
    kinds: dict[tuple[str, str], str]

    @property
    def body(self) -> str | None:
        """Its name."""
        return self.papers[0].structure.front.body

    @property
    def authority(self) -> str | None:
        """Whose council it is."""
        return self.papers[0].structure.front.authority

    def pairs(self) -> Iterator[tuple[str, str, str]]:
        """Every older and newer recommendation, with the kind of the pair; `unrelated` where none is listed."""
        for old, new in product(*self.sides):
            yield old, new, self.kinds.get((old, new), "unrelated")


@dataclass
class Score:
    """How many pairs of each kind there are, and what was found of them."""

    there: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    def relations(self) -> tuple[float, float, float]:
        """Precision, recall and F1 of related pairs with the right relation."""
        return _measures(self.right["related"], self.found["related"], self.there["related"])

    def identity(self) -> tuple[float, float, float]:
        """Precision, recall and F1 of pairs that are one recommendation."""
        return _measures(self.right["samme"], self.found["samme"], self.there["samme"])

    def lines(self) -> list[str]:
        """The figures, a line each."""
        told = [f"{name:9} P {p:.3f} R {r:.3f} F {f:.3f}" for name, (p, r, f) in self.measured()]
        kinds = [f"{kind:9} {self.right[kind]}/{self.there[kind]}" for kind in (*KINDS, "unrelated")]
        return [*told, *kinds]

    def measured(self) -> list[tuple[str, tuple[float, float, float]]]:
        """The two measures by name."""
        return [("identity", self.identity()), ("relation", self.relations())]


def read_councils() -> list[Council]:
    """The councils of the file, in its order."""
    return [_council(n, raw) for n, raw in enumerate(yaml.safe_load(FILE.read_text(encoding="utf-8")))]


def open_and_held_back(councils: Sequence[Council]) -> dict[str, list[Council]]:
    """The first, third … councils, by which rules may be mended, and the others."""
    return {"open": list(councils[::2]), "held back": list(councils[1::2])}


def score(councils: Sequence[Council]) -> Score:
    """What is found of all pairs of the councils."""
    tally = Score()
    for council in councils:
        relations = _relations(council)
        for old, new, kind in council.pairs():
            _count(tally, council, (old, new), kind, relations.get((old, new)))
    return tally


def related_by_chance(older: Council, newer: Council) -> dict[tuple[str, str], str]:
    """What is found between the older paper of one council and the newer of another, as if they were of one."""
    front = replace(newer.papers[1].structure.front, body=older.body, authority=older.authority, date="2099-01-01")
    paper = replace(newer.papers[1], structure=replace(newer.papers[1].structure, front=front))
    mentions = tuple(replace(m, issued_by=older.body) for m in newer.findings[1].recommendations)
    findings = replace(newer.findings[1], recommendations=mentions)
    pair = Council(
        older.name, (older.papers[0], paper), (older.findings[0], findings), {}, (older.sides[0], newer.sides[1]), {}
    )
    return _relations(pair)


def _count(tally: Score, council: Council, pair: tuple[str, str], kind: str, found: str | None) -> None:
    wanted = WANTED.get(kind)
    tally.there[kind] += 1
    tally.right[kind] += found == wanted
    for name, counted in (("samme", {"samme"}), ("related", {"samme", "splits", "merges"})):
        tally.there[name] += wanted in counted
        tally.found[name] += found in counted
        tally.right[name] += found == wanted and found in counted
    if found != wanted:
        old, new = (council.texts[key] for key in pair)
        tally.errors.append(f"{council.name} {'-'.join(pair)} {kind} -> {found}\n    {old}\n    {new}")


def _relations(council: Council) -> dict[tuple[str, str], str]:
    """From an older and a newer recommendation to what is found of them."""
    entities = resolve_corpus(council.papers, council.findings, context=CONTEXT)
    identities = _identities(council, entities)
    related = {(r.older, r.newer): r.relation for r in entities.relations}
    found = {}
    for old, new in product(*council.sides):
        a, b = identities[old], identities[new]
        relation = "samme" if a == b else related.get((a, b))
        if relation is not None:
            found[(old, new)] = relation
    return found


def _identities(council: Council, entities: Entities) -> dict[str, str]:
    home = {mention: r.recommendation_id for r in entities.recommendations for mention in r.mentions}
    mentions = [m for findings in council.findings for m in findings.recommendations]
    return {key: home[m.id] for key, m in zip((*council.sides[0], *council.sides[1]), mentions, strict=True)}


def _council(number: int, raw: dict) -> Council:
    old, new = (tuple(str(key) for key in raw[side]) for side in ("old", "new"))
    texts = {str(key): " ".join(text.split()) for side in ("old", "new") for key, text in raw[side].items()}
    older = _paper(f"{number}a.pdf", raw, "older", [texts[key] for key in old])
    newer = _paper(f"{number}b.pdf", raw, "newer", [texts[key] for key in new])
    kinds = {(str(a), str(b)): kind for a, b, kind in raw["pairs"]}
    papers, findings = (older[0], newer[0]), (older[1], newer[1])
    return Council(f"{number + 1} {raw['council']}", papers, findings, texts, (old, new), kinds)


def _paper(path: str, raw: dict, side: str, texts: Sequence[str]) -> tuple[Paper, Findings]:
    head = raw[side]
    body, authority = raw["council"], raw["authority"]
    # A letter or an answer to a hearing is `andet` to the reader.
    kind = head["kind"] if head["kind"] in {kind.value for kind in PaperKind} else "andet"
    paper = make_paper(path, *(P(t) for t in texts), kind=kind, body=body, authority=authority, date=str(head["date"]))
    mentions = tuple(_mention(paper, body, n, text) for n, text in enumerate(texts))
    return paper, Findings(paper.document_id, recommendations=mentions)


def _mention(paper: Paper, body: str, number: int, text: str) -> RecommendationMention:
    return RecommendationMention(
        id=digest(paper.document_id, str(number), text),
        number=None,
        kind="overordnet",
        parents=(),
        text=text,
        strength=1,
        source="egen",
        said_by=body,
        issued_by=body,
        addressed_to=None,
        issued=None,
        how="full",
        proof=proof_of(paper, text),
    )


def _measures(right: int, found: int, there: int) -> tuple[float, float, float]:
    precision = right / found if found else 1.0
    recall = right / there if there else 1.0
    return precision, recall, 2 * right / (found + there) if found + there else 1.0
