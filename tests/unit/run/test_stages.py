"""The stages one after the other, on rooms that do next to nothing."""

import ast
import re
import sys
from dataclasses import replace
from pathlib import Path

import pyarrow.parquet as pq
import pytest

import pipeline
from pipeline.context import Config
from pipeline.errors import InvalidConfig, StaleOutput
from pipeline.lexicons import package_texts
from pipeline.lexicons.front import load_front
from pipeline.lexicons.layout import load_layout
from pipeline.lexicons.sections import load_sections
from pipeline.run import digests, stages
from pipeline.run.results import CRASHED, open_results
from pipeline.run.settings import Setup, read_setup
from pipeline.run.stages import STAGE_NAMES, STAGES, run_all, run_stage
from tests.unit.run.fakes import job, pdf, snapshot, write

PAPERS = {
    "a.pdf": pdf("Referat", "2026", "# Nyt ord?"),
    "b/b.pdf": pdf("Notat", "2021"),
    "c.pdf": pdf("Notat", "2022"),
    "kopi.pdf": pdf("Referat", "2026", "# Nyt ord?"),
    "tom.pdf": b"",
    "kaput.pdf": pdf("KAPUT"),
    "brev.docx": b"PK",
}


def run(tmp_path, **options):
    return {outcome.stage: outcome for outcome in run_all(job(tmp_path, **options))}


def documents(tmp_path):
    table = pq.read_table(tmp_path / "out/tables/documents.parquet")
    return {row["path"]: (row["status"], row["reason"]) for row in table.to_pylist()}


def test_the_rows_of_the_table_are_in_the_order_of_their_needs():
    seen: set[str] = set()
    for stage in STAGES:
        assert set(stage.needs) <= seen, stage.name
        seen.add(stage.name)


def test_every_stage_has_its_settings():
    assert set(STAGE_NAMES) | {"nlp"} == set(Config.model_fields)


def test_every_file_ends_in_one_state_with_its_reason(tmp_path):
    write(tmp_path / "raw", PAPERS)
    run(tmp_path)
    assert documents(tmp_path) == {
        "a.pdf": ("ok", None),
        "b/b.pdf": ("ok", None),
        "c.pdf": ("ok", None),
        "kopi.pdf": ("duplicate", "samme indhold som a.pdf"),
        "tom.pdf": ("failed", "filen er tom (0 byte)"),
        "kaput.pdf": ("failed", "PDF'en er beskadiget"),
        "brev.docx": ("failed", "filen er ikke en PDF (den begynder ikke med %PDF-)"),
    }


@pytest.mark.parametrize("stage", ["read", "structure"])
@pytest.mark.parametrize("trouble", ["DIE", "HUNGRY"])
def test_a_paper_that_breaks_its_worker_fails_alone(tmp_path, stage, trouble):
    write(tmp_path / "raw", {**PAPERS, "ond.pdf": pdf("Ond", f"{trouble} {stage}")})
    outcomes = run(tmp_path, workers=2)
    assert outcomes[stage].crashed == 1
    found = documents(tmp_path)
    assert found["ond.pdf"] == ("failed", CRASHED)
    assert [found[path][0] for path in ("a.pdf", "b/b.pdf", "c.pdf")] == ["ok"] * 3


def test_a_bug_stops_the_run_and_names_the_paper(tmp_path):
    write(tmp_path / "raw", {"a.pdf": pdf("BUG")})
    with pytest.raises(ZeroDivisionError) as raised:
        run(tmp_path)
    assert "path='a.pdf'" in raised.value.__notes__[0]


def test_a_wrong_ending_is_read_and_remarked(tmp_path):
    write(tmp_path / "raw", {"a.tmp": pdf("Referat")})
    run(tmp_path)
    assert documents(tmp_path)["a.tmp"] == (
        "ok",
        "filnavnet ender ikke på .pdf, men indholdet er en PDF og er læst",
    )


def test_a_second_run_does_nothing(tmp_path):
    write(tmp_path / "raw", PAPERS)
    run(tmp_path)
    before = snapshot(tmp_path / "out")
    assert all((o.done, o.swept) == (0, 0) for o in run(tmp_path).values())
    assert snapshot(tmp_path / "out") == before


def test_a_new_paper_leaves_the_others_alone(tmp_path):
    write(tmp_path / "raw", PAPERS)
    run(tmp_path)
    write(tmp_path / "raw", {"ny.pdf": pdf("Referat", "2027")})
    outcomes = run(tmp_path)
    assert {stage: (o.done, o.kept) for stage, o in outcomes.items()} == {
        "read": (1, 7),
        "structure": (1, 3),
        "extract": (1, 3),
        **dict.fromkeys(("resolve", "link", "tables", "graph", "report"), (1, 0)),
    }


def test_what_is_left_of_a_paper_that_is_gone_is_swept_away(tmp_path):
    write(tmp_path / "raw", PAPERS)
    run(tmp_path)
    (tmp_path / "raw/c.pdf").unlink()
    outcomes = run(tmp_path)
    assert [outcomes[stage].swept for stage in ("read", "structure", "extract")] == [1, 1, 1]
    write(tmp_path / "fresh/raw", {path: content for path, content in PAPERS.items() if path != "c.pdf"})
    run(tmp_path / "fresh")
    assert snapshot(tmp_path / "out") == snapshot(tmp_path / "fresh/out")


def test_a_table_that_no_stage_makes_any_more_is_swept_away(tmp_path):
    write(tmp_path / "raw", PAPERS)
    run(tmp_path)
    (tmp_path / "out/tables/gammel.parquet").write_bytes(b"x")
    assert run(tmp_path)["tables"].swept == 1
    assert not (tmp_path / "out/tables/gammel.parquet").exists()


@pytest.mark.parametrize(
    ("params", "stale"),
    [
        ("read: {max_pages: 7}", ["read"]),
        # The candidates are none, with more or fewer allowed: what comes out is the same, and so nobody else is stale.
        ("link: {candidates: 3}", ["link"]),
    ],
)
def test_a_changed_setting_makes_its_own_stage_stale(tmp_path, params, stale):
    write(tmp_path / "raw", PAPERS)
    run(tmp_path)
    outcomes = run(tmp_path, setup=Setup(params=params))
    assert [stage for stage, outcome in outcomes.items() if outcome.done] == stale


ALL_BUT_READING = ["extract", "resolve", "link", "tables", "graph", "report"]


@pytest.mark.parametrize(
    ("lexicon", "stale"),
    [
        ("front.yaml", ["read", "structure", *ALL_BUT_READING]),
        ("decisions.yaml", ALL_BUT_READING),
        ("theme_terms_almen.yaml", ALL_BUT_READING),
    ],
)
def test_a_changed_lexicon_makes_stale_what_asks_for_it(tmp_path, lexicon, stale):
    write(tmp_path / "raw", PAPERS)
    run(tmp_path)
    own = write(tmp_path / "own", {lexicon: package_texts()[lexicon].encode() + b"\n# mine\n"})
    outcomes = run(tmp_path, setup=read_setup(lexicon_folder=own))
    assert [stage for stage, outcome in outcomes.items() if outcome.done] == stale


@pytest.mark.parametrize("stage", [stage for stage in STAGES if stage.lexicons is not None], ids=lambda s: s.name)
def test_a_room_asks_for_no_lexicon_but_those_of_its_row(stage):
    asked = {path.stem for path in map(Path, stage.lexicons)}
    room = Path(pipeline.__file__).parent / stage.name
    lines = [line for path in room.rglob("*.py") for line in path.read_text(encoding="utf-8").splitlines()]
    code = [line for line in lines if not line.startswith(("from ", "import "))]
    assert {field for line in code for field in re.findall(r"\blexicons\.(\w+)", line)} <= asked
    texts = {name: package_texts()[name] for name in stage.lexicons}
    for load in (load_front, load_layout, load_sections):
        load(texts)  # and these are made of no other file


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.name)
def test_a_new_version_of_a_library_makes_stale_what_uses_it(stage):
    room = Path(pipeline.__file__).parent / stage.name
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in room.rglob("*.py")]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    modules = {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    modules |= {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    third_party = {module.split(".")[0] for module in modules} - sys.stdlib_module_names - {"pipeline"}
    packages = {"docx": "python-docx", "pdfminer": "pdfminer.six"}
    assert {packages.get(module, module) for module in third_party} <= set(stage.libraries)


def test_changed_code_makes_its_own_stage_stale(tmp_path, monkeypatch):
    write(tmp_path / "raw", PAPERS)
    run(tmp_path)
    real = digests.code_digest
    monkeypatch.setattr(stages, "code_digest", lambda parts: real(parts) + ("!" if "resolve" in parts else ""))
    assert [stage for stage, outcome in run(tmp_path).items() if outcome.done] == ["resolve"]


def test_stages_by_themselves_and_all_at_once_write_the_same(tmp_path):
    for name in ("one", "all"):
        write(tmp_path / name / "raw", PAPERS)
    for stage in STAGE_NAMES:
        run_stage(stage, job(tmp_path / "one"))
    run(tmp_path / "all")
    assert snapshot(tmp_path / "one/out") == snapshot(tmp_path / "all/out")


def test_a_stage_without_what_it_needs_says_what_to_run(tmp_path):
    with pytest.raises(StaleOutput, match="expected the results of the stage read, found none; run `raadspor read"):
        run_stage("structure", job(tmp_path))


def test_a_stage_between_older_results_is_refused(tmp_path):
    write(tmp_path / "raw", PAPERS)
    run(tmp_path)
    write(tmp_path / "raw", {"ny.pdf": pdf("Referat", "2027")})
    for stage in ("read", "structure", "extract"):
        run_stage(stage, job(tmp_path))
    with pytest.raises(StaleOutput, match="out/resolve: expected results made from what is in"):
        run_stage("link", job(tmp_path))
    with pytest.raises(StaleOutput, match="found older ones"):
        open_results(tmp_path / "out", ("tables",))


def test_half_done_results_are_refused(tmp_path, monkeypatch):
    write(tmp_path / "raw", PAPERS)
    run(tmp_path)
    write(tmp_path / "raw", {"bug.pdf": pdf("BUG")})
    with pytest.raises(ZeroDivisionError):
        run(tmp_path)
    with pytest.raises(StaleOutput, match="found those of a run that was interrupted"):
        run_stage("structure", job(tmp_path))


def test_tables_may_travel_alone(tmp_path):
    write(tmp_path / "raw", PAPERS)
    run(tmp_path)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "out/tables").rename(tmp_path / "elsewhere/tables")
    assert open_results(tmp_path / "elsewhere", ("tables",)).tables()["documents"].num_rows == len(PAPERS)


def test_a_table_says_what_made_it(tmp_path):
    write(tmp_path / "raw", PAPERS)
    run(tmp_path)
    metadata = pq.read_schema(tmp_path / "out/tables/documents.parquet").metadata
    assert {b"table", b"version", b"made_by", b"model", b"lexicons"} <= metadata.keys()
    assert metadata[b"model"].startswith(f"{Config().nlp.model} ".encode())
    assert b"pandas" not in metadata


def test_a_model_that_is_not_installed_is_told(tmp_path):
    write(tmp_path / "raw", PAPERS)
    with pytest.raises(InvalidConfig, match="found none named 'da_findes_ikke'"):
        run(tmp_path, setup=Setup(params="nlp: {model: da_findes_ikke}"))


def test_results_are_not_written_among_the_papers(tmp_path):
    write(tmp_path / "raw", PAPERS)
    before = snapshot(tmp_path)
    with pytest.raises(InvalidConfig, match="expected a folder outside that of the papers"):
        run_stage("read", replace(job(tmp_path), out=tmp_path / "raw/out"))
    assert snapshot(tmp_path) == before
