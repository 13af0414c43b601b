"""What passages written by somebody who had not seen the words of the themes are about, and what is found."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from pipeline.extract import extract_findings
from tests.unit.extract.papers import CONTEXT, NLP, paper

FOLDER = Path(__file__).parent
TAXONOMIES = ("udsatte", "almen")


@dataclass(frozen=True)
class Row:
    """A passage and the themes it is about; `acceptable` ones are neither right nor wrong."""

    id: str
    kind: str
    taxonomy: str
    body: str
    heading: str | None
    text: str
    themes: frozenset[str]
    acceptable: frozenset[str]

    @property
    def held_back(self) -> bool:
        """Whether no word was added by it: rows with even numbers."""
        return int(self.id.lstrip("UA")) % 2 == 0


@dataclass
class Tally:
    """By theme: how often it is there, found, right; and what went wrong."""

    there: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    def micro(self) -> float:
        """F1 over all assignments."""
        return 2 * self.right.total() / (self.there.total() + self.found.total())

    def macro(self) -> float:
        """The mean F1 of the themes that are there."""
        scores = [2 * self.right[t] / (self.there[t] + self.found[t]) for t in self.there]
        return sum(scores) / len(scores)


def read_rows(taxonomy: str) -> list[Row]:
    """The rows of a taxonomy's file."""
    raw = yaml.safe_load((FOLDER / f"{taxonomy}.yaml").read_text(encoding="utf-8"))
    return [
        Row(
            r["id"],
            r["kind"],
            taxonomy,
            r["body"],
            r.get("heading"),
            r["text"],
            frozenset(r["themes"]),
            frozenset(r.get("acceptable") or ()),
        )
        for r in raw
    ]


def themes_of(row: Row) -> frozenset[str]:
    """What the passage is found to be about."""
    head = f"## {row.heading} [sagsfremstilling]" if row.heading else "## Sagsfremstilling"
    found = extract_findings(paper(head, row.text, body=_body(row)), context=CONTEXT, nlp=NLP)
    return frozenset(a.theme_id for a in found.theme_assignments if a.target_kind == "passage")


def _body(row: Row) -> str | None:
    """The body of the row, or one whose papers are sorted by the row's taxonomy."""
    if CONTEXT.lexicons.themes.of_body(row.body).name == row.taxonomy:
        return row.body
    return "Udsatterådet" if row.taxonomy == "udsatte" else None


def tally(rows: Iterable[Row]) -> Tally:
    """The rows held against what is found."""
    counted = Tally()
    for row in rows:
        found = themes_of(row) - row.acceptable
        counted.there.update(row.themes)
        counted.found.update(found)
        counted.right.update(found & row.themes)
        if found != row.themes:
            missed, wrong = sorted(row.themes - found), sorted(found - row.themes)
            counted.errors.append(f"{row.id} [{row.heading or ''}] »{row.text}« missed {missed} wrong {wrong}")
    return counted
