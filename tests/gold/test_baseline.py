"""Persons found by the language model alone, beside what lists, rules and model find together.

Persons are all whom the references of the five papers name: members, those present or absent, and those who are no
members. Others are named in the texts too, so that of persons only recall is asked. Of members precision is asked too:
a model alone cannot tell them from others, and takes all for members.
"""

import csv
from collections.abc import Iterable
from pathlib import Path

import pytest

from pipeline.extract import extract_findings
from pipeline.model.ids import fold
from pipeline.model.paper import Paper
from pipeline.nlp import Nlp
from tests.unit.extract.papers import CONTEXT

GOLD = Path(__file__).parent
PAGE = GOLD.parents[1] / "docs" / "evaluation.md"


def named(file: str) -> dict[str, set[str]]:
    """The persons of a reference by paper."""
    found: dict[str, set[str]] = {}
    with (GOLD / file).open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            found.setdefault(row["document"], set()).add(fold(row["person"]))
    return found


MEMBERS = named("memberships.csv")
OTHERS = [named("attendance.csv"), named("non_members.csv")]


def everybody(document: str) -> set[str]:
    """All persons whom the references of a paper name."""
    return set().union(MEMBERS.get(document, set()), *(other.get(document, set()) for other in OTHERS))


@pytest.fixture(scope="module")
def seen(papers, language) -> dict[str, set[str]]:
    """What the model takes for persons in each paper."""
    return {name: set(by_model(paper, language)) for name, paper in papers.items()}


@pytest.fixture(scope="module")
def found(papers, language) -> dict[str, tuple[set[str], set[str]]]:
    """Who is found in each paper, and who of them is found to be a member."""
    both = {}
    for name, paper in papers.items():
        findings = extract_findings(paper, context=CONTEXT, nlp=language)
        members = {fold(m.person) for m in findings.memberships}
        mentioned = {fold(m.text) for m in findings.entity_mentions if m.entity_kind == "person"}
        both[name] = (members | mentioned | {fold(a.person) for a in findings.attendance}, members)
    return both


def by_model(paper: Paper, nlp: Nlp) -> Iterable[str]:
    texts = [passage.text for passage in paper.document.passages]
    return (fold(n.text) for names in nlp.names(texts) for n in names if n.label == "PER")


def shares(right: int, got: int, there: int) -> str:
    """Precision, recall and F1 as the page has them."""
    return f"{right / got:.2f} / {right / there:.2f} / {2 * right / (got + there):.2f}"


def test_the_page_has_the_baseline_beside_ours(seen, found):
    there = sum(len(everybody(name)) for name in seen)
    members = sum(len(names) for names in MEMBERS.values())
    alone = sum(len(everybody(name) & names) for name, names in seen.items())
    ours = sum(len(everybody(name) & names) for name, (names, _) in found.items())
    taken = sum(len(MEMBERS.get(name, set()) & names) for name, names in seen.items())
    right = sum(len(MEMBERS.get(name, set()) & names) for name, (_, names) in found.items())
    rows = [
        f"| by the language model alone | {alone / there:.2f} | "
        f"{shares(taken, sum(map(len, seen.values())), members)} |",
        f"| by lists, rules and model | {ours / there:.2f} | "
        f"{shares(right, sum(len(names) for _, names in found.values()), members)} |",
    ]
    page = PAGE.read_text(encoding="utf-8")
    assert [row for row in rows if row not in page] == []
