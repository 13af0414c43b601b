"""Made papers: the same for the same seed, true to their truth, and measured."""

import csv
import hashlib
import io
import re
from pathlib import Path

import pdfplumber
import pytest

from benchmarks import corpus as benchmark
from benchmarks.made import measure as measuring
from benchmarks.made.layouts import LAYOUTS, render_pdf
from benchmarks.made.lives import FATES
from benchmarks.made.papers import TABLES
from benchmarks.made.words import phrases, topics
from pipeline.lexicons.trail import STEPS
from pipeline.run.settings import Setup

SMALL = {"papers": 6, "years": 1, "councils": 1, "seed": 7}


def digests(folder):
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(p.relative_to(folder)): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}


def squeezed(text):
    return re.sub(r"\s+", " ", text)


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    out = tmp_path_factory.mktemp("made")
    benchmark.write_corpus(benchmark.make_corpus(**SMALL), out)
    return out


def test_the_same_numbers_give_the_same_bytes(small, tmp_path):
    benchmark.write_corpus(benchmark.make_corpus(**SMALL), tmp_path)
    assert digests(tmp_path) == digests(small)
    assert sum(name.endswith(".pdf") for name in digests(small)) == SMALL["papers"]


def test_another_seed_gives_another_corpus(small, tmp_path):
    benchmark.write_corpus(benchmark.make_corpus(**SMALL | {"seed": 8}), tmp_path)
    assert not set(digests(tmp_path).values()) & set(digests(small).values())


@pytest.fixture(scope="module")
def large():
    return benchmark.make_corpus(papers=60, years=4, councils=3, seed=1)


def test_every_quote_of_the_truth_stands_in_its_paper(large):
    texts = {}
    for paper in large.papers:
        with pdfplumber.open(io.BytesIO(render_pdf(paper))) as pdf:
            texts[paper.path] = squeezed(" ".join(page.extract_text() for page in pdf.pages))
    quotes = [(row["document"], row["quote"]) for rows in large.truth.values() for row in rows if "quote" in row]
    quotes += [(row["source_document"], row["source_quote"]) for row in large.truth["links"]]
    quotes += [(row["target_document"], row["target_quote"]) for row in large.truth["links"]]
    assert len(quotes) > 500
    assert [(paper, quote) for paper, quote in quotes if squeezed(quote) not in texts[paper]] == []
    assert {row["layout"] for row in large.truth["documents"]} == set(LAYOUTS)
    assert {paper.path for paper in large.papers} == set(texts)
    assert len(texts) == 60


def test_much_of_what_can_happen_to_a_recommendation_happens(large):
    last = {row["recommendation"]: row for row in large.truth["statuses"]}.values()
    told = {row["status"] for row in last}
    assert told >= {"fremsat", "drøftet", "oversendt", "vedtaget", "afvist", "delvist gennemført", "gennemført"}
    assert told <= set(STEPS)
    assert {row["relation"] for row in large.truth["links"]} == {"follows_up", "supports", "splits", "merges"}
    full = [row["recommendation"] for row in large.truth["recommendation_mentions"] if row["how"] == "full"]
    assert len(full) > len(set(full)), "some are said again in other words"
    assert {row["basis"] for row in large.truth["status_events"]} == {"førstehånd", "andenhånd"}


def test_silence_is_told_from_papers_that_are_not_there(large):
    last = {row["recommendation"]: row for row in large.truth["statuses"]}
    silent = {key: row for key, row in last.items() if row["status"] == "fremsat"}
    by_council = {key[0]: {row["follow_up"] for k, row in silent.items() if k[0] == key[0]} for key in silent}
    assert by_council["a"] == {"ingen fundet"}
    assert by_council["b"] == {"kan ikke afgøres"}
    announced = {row["date"] for row in large.truth["expected_papers"]}
    held = {row["date"] for row in large.truth["documents"] if row["kind"] == "referat"}
    missing = {day for row in silent.values() for day in row["missing"].split("|") if day}
    assert missing
    assert missing <= announced
    assert not missing & held


@pytest.mark.parametrize("field", ["udsatte", "handicap", "ældre"])
def test_topics_have_every_wording_that_a_life_needs(field):
    for topic in topics(field):
        assert len(topic.wishes) == 3, topic.title
        assert len(topic.halves) == 2, topic.title
        assert all((topic.title, topic.name, topic.story, topic.done, topic.partly, topic.refusal)), topic.title


def test_every_step_of_a_fate_has_its_wordings():
    assert {step for steps in FATES.values() for step in steps} == set(phrases()["acts"])


def test_no_sentence_is_of_the_papers_in_the_repository():
    with (Path(__file__).parents[2] / "gold" / "decisions.csv").open(encoding="utf-8", newline="") as file:
        quotes = {squeezed(row["quote"]) for row in csv.DictReader(file) if len(row["quote"].split()) > 4}
    own = " ".join(str(topics(field)) for field in ("udsatte", "handicap", "ældre")) + str(phrases())
    assert [quote for quote in quotes if quote in own] == []


def test_a_run_is_measured(small):
    # Without embeddings: what is measured here is that the figures come, not how good they are.
    tables = benchmark.run(small, Setup("link:\n  embeddings: none\n"))
    printed = measuring.render(measuring.measure(benchmark.read_truth(small), tables))
    for name in (
        "papers with everything read", "decisions found", "one identity: F1 over pairs",
        "status as of the last day: macro-F1", "false gennemført", "silences rightly told",
    ):  # fmt: skip
        assert re.search(rf"^{name}\s+\S", printed, re.M), name
    assert "100%  (6 of 6)" in printed.splitlines()[0]


def test_tables_that_are_the_truth_are_without_fault():
    """Held against itself, every figure is full."""
    corpus = benchmark.make_corpus(papers=20, years=4, councils=1, seed=3)
    figures = {f.name: f for f in measuring.measure(corpus.truth, as_tables(corpus.truth))}
    assert all(f.right == f.of for f in figures.values() if f.of is not None), figures
    assert figures["one identity: F1 over pairs"].right == 1.0
    assert figures["status as of the last day: macro-F1"].right == 1.0
    assert figures["false gennemført"].right == 0


def as_tables(truth):
    """What a run without fault would give."""
    first = {(r["document"], r["quote"]): r["recommendation"] for r in truth["recommendations"]}
    keys = {(r["document"], r["quote"]): r["decision"] for r in truth["decisions"]}
    said = {(r["document"], r["quote"]): r["recommendation"] for r in truth["recommendation_mentions"]}
    sources = {"decision": keys, "recommendation": said, "story": {}}
    return {
        "documents": [
            {**r, "path": r["document"], "document_id": r["document"], "status": "ok"} for r in truth["documents"]
        ],
        "pages": [{"document_id": r["document"], "state": "text"} for r in truth["documents"]],
        "decisions": [
            {**r, "decision_id": r["decision"], "document_id": r["document"], "text": r["quote"], "start": 0}
            for r in truth["decisions"]
        ],
        "recommendations": [{**r, "kind": "overordnet"} for r in truth["recommendations"]],
        "recommendation_mentions": [
            {**r, "recommendation_id": r["recommendation"], "document_id": r["document"], "mention_id": str(n)}
            for n, r in enumerate(truth["recommendation_mentions"])
        ],
        "links": [
            {
                "source_id": sources[r["source_kind"]].get((r["source_document"], r["source_quote"])),
                "target_id": first[r["target_document"], r["target_quote"]],
                "target_kind": "recommendation", "relation": r["relation"], "fact": True,
            }
            for r in truth["links"]
        ],
        "statuses": [
            {
                **r, "status_id": f"{r['recommendation']} {r['as_of']}", "recommendation_id": r["recommendation"],
                "missing": [day for day in r["missing"].split("|") if day],
            }
            for r in truth["statuses"]
        ],
        "expected_papers": [{"expected_id": r["date"], "date": r["date"]} for r in truth["expected_papers"]],
    }  # fmt: skip


def test_the_tables_of_the_truth_have_their_columns(small):
    for name, columns in TABLES.items():
        header = (small / "truth" / f"{name}.csv").read_text(encoding="utf-8").splitlines()[0]
        assert header.split(",") == list(columns)


def test_every_council_has_papers_of_its_own():
    corpus = benchmark.make_corpus(papers=54, years=1, councils=18, seed=1)
    assert len({paper.path for paper in corpus.papers}) == 54


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--out", "a", "--measure", "b"],
        ["--out", "a", "--papers", "3"],
        ["--out", "a", "--councils", "19", "--papers", "100"],
    ],
)
def test_what_cannot_be_made_is_refused(arguments, capsys):
    with pytest.raises(SystemExit) as ended:
        benchmark.main(arguments)
    assert ended.value.code == 2
    assert "expected" in capsys.readouterr().err
