"""Tables and references by hand: a row a finding, a CSV text a reference."""

from collections.abc import Sequence
from io import StringIO
from typing import Any

import pandas as pd

from pipeline.evaluate import Outcome, Score, Scores, score_corpus

REFERAT, RAPPORT = "referat", "rapport"
PAPERS = f"document\n{REFERAT}\n{RAPPORT}"


def gold(**texts: str) -> dict[str, pd.DataFrame]:
    """References by file name, from CSV texts."""
    return {name: pd.read_csv(StringIO(text.strip()), dtype=str, keep_default_na=False) for name, text in texts.items()}


def tables(**rows: Sequence[dict[str, Any]]) -> dict[str, pd.DataFrame]:
    """Tables from rows; two papers are there, `referat` (minutes) and `rapport` (recommendations)."""
    papers = [paper(REFERAT), paper(RAPPORT, kind="anbefalinger")]
    return {name: pd.DataFrame(list(found)) for name, found in {"documents": papers, **rows}.items()}


def paper(stem: str, **values: Any) -> dict[str, Any]:
    """A row of documents."""
    known: dict[str, Any] = {
        "kind": "referat",
        "title": None,
        "body": None,
        "authority": None,
        "region": None,
        "date": None,
    }
    return {"document_id": stem, "path": f"by/råd/{stem}.pdf", "status": "ok", "case_numbers": [], **known, **values}


def passage(text: str, kind: str = "paragraph", **values: Any) -> dict[str, Any]:
    """A row of passages, on page 1 of the minutes unless said otherwise; its own text is its id."""
    known: dict[str, Any] = {
        "level": None,
        "section": [],
        "section_role": None,
        "agenda_item": None,
        "item_id": None,
        "marker": 0,
    }
    place = {"document_id": REFERAT, "page": 1, "passage_id": text}
    return {**place, "kind": kind, "text": text, **known, **values}


def standing(text: str, **values: Any) -> dict[str, Any]:
    """A row of a table with a proof: its text is its quote, and it stands on page 1 of the minutes."""
    proof = {"passage_id": text, "start": 0, "end": len(text), "quote": text, "page": 1, "rule": "prøve", "score": 1.0}
    return {"document_id": REFERAT, "text": text, **proof, **values}


def scored(found: dict[str, pd.DataFrame], known: dict[str, pd.DataFrame]) -> Scores:
    """The scores, with every word of the references in the papers."""
    return score_corpus({**found, "passages": _with_words(found, known)}, known)


def outcomes(score: Score) -> list[tuple[str, str]]:
    """The verdicts of a score as (outcome, quote), those right first."""
    order = [Outcome.RIGHT, Outcome.WRONG, Outcome.MISSED, Outcome.FALSE]
    return [(str(v.outcome), v.quote) for v in sorted(score.verdicts, key=lambda v: order.index(v.outcome))]


def counted(score: Score) -> tuple[int, int, int]:
    """Required rows of the reference, findings, and those of them that are right."""
    return score.expected, score.found, score.right


def _with_words(found: dict[str, pd.DataFrame], known: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The passages, or when a test has none a page that holds all cells of the references, for each paper."""
    if "passages" in found:
        return found["passages"]
    words = " ".join(part for frame in known.values() for row in frame.to_numpy() for part in "|".join(row).split("|"))
    return pd.DataFrame([passage(words, document_id=stem) for stem in (REFERAT, RAPPORT)])
