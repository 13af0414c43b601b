"""The five papers through every room, and the made ones through the first three, held against their references."""

from pathlib import Path

import pandas as pd
import pytest
import yaml

from pipeline.context import Context
from pipeline.evaluate import Scores, score_corpus
from pipeline.extract import extract_findings
from pipeline.link import link_corpus
from pipeline.model.document import Document
from pipeline.model.entities import Entities, Recommendation
from pipeline.model.findings import Findings
from pipeline.model.paper import Paper
from pipeline.model.trail import Trail
from pipeline.nlp import Nlp
from pipeline.resolve import resolve_corpus
from pipeline.run.frames import to_frame
from pipeline.run.scores import read_gold
from pipeline.run.settings import open_model
from pipeline.tables import build_tables
from tests.gold.made import Expected, gold_of, has_open_tables

GOLD = Path(__file__).parent
PAPERS = GOLD.parent / "papers"


@pytest.fixture(scope="session")
def documents(papers) -> dict[str, Document]:
    """The five papers as they are read."""
    return {name: paper.document for name, paper in papers.items()}


@pytest.fixture(scope="session")
def language(context) -> Nlp:
    """The language model."""
    return open_model(context)


@pytest.fixture(scope="session")
def scores(papers, context, language) -> Scores:
    """What is found in the five papers, against the references in this folder."""
    all_papers = list(papers.values())
    findings = [extract_findings(paper, context=context, nlp=language) for paper in all_papers]
    entities = resolve_corpus(all_papers, findings, context=context)
    trail = link_corpus(all_papers, findings, entities, context=context)
    return score_corpus(_frames(all_papers, findings, entities, trail, context), read_gold(GOLD))


@pytest.fixture(scope="session")
def made() -> list[Expected]:
    """What stands in the made papers, by their sources."""
    files = sorted((PAPERS / "expected").glob("*.yaml"))
    return [Expected(file.stem, yaml.safe_load(file.read_text(encoding="utf-8"))) for file in files]


@pytest.fixture(scope="session")
def made_scores(made, paper_of, context, language) -> Scores:
    """What is found in each made paper by itself: they are of many councils, and nothing is told across them."""
    papers = {expected.name: paper_of(PAPERS / expected.path) for expected in made}
    findings = [extract_findings(paper, context=context, nlp=language) for paper in papers.values()]
    alone = (Recommendation(m.id, m.id, (m.id,), ()) for found in findings for m in found.recommendations)
    frames = _frames(list(papers.values()), findings, Entities(recommendations=tuple(alone)), Trail(), context)
    open_tables = {papers[expected.name].document_id for expected in made if has_open_tables(expected)}
    frames["cells"] = _without(frames["cells"], frames["passages"], open_tables)
    return score_corpus(frames, gold_of(made, {name: paper.document for name, paper in papers.items()}))


def _without(cells: pd.DataFrame, passages: pd.DataFrame, document_ids: set[str]) -> pd.DataFrame:
    left_out = passages.loc[passages["document_id"].isin(document_ids), "passage_id"]
    return cells[~cells["passage_id"].isin(left_out)]


def _frames(papers: list[Paper], findings: list[Findings], entities: Entities, trail: Trail, context: Context):
    documents, structures = [paper.document for paper in papers], [paper.structure for paper in papers]
    tables = build_tables(documents, structures, findings, entities, trail, context=context)
    return {name: to_frame(table) for name, table in tables.items()}
