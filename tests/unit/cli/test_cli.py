"""Each command: what it prints where, and its exit code."""

import re
from pathlib import Path

import pyarrow as pa
import pytest
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.context import Config
from pipeline.run.rules import render_rules
from pipeline.run.stages import STAGE_NAMES
from tests.unit.run.fakes import pdf, snapshot, write
from tests.unit.run.made import LINK_ID, write_tables

PAPERS = {
    "a.pdf": pdf("Referat", "2026", "# Nyt?"),
    "b.pdf": pdf("Notat", "2021"),
    "kopi.pdf": pdf("Notat", "2021"),
    "tom.pdf": b"",
    "kaput.pdf": pdf("KAPUT"),
}


def raadspor(*words: str):
    return CliRunner().invoke(app, list(words), catch_exceptions=False)


@pytest.fixture
def ran(folder):
    """A folder in which all stages have been run."""
    write(folder / "raw", PAPERS)
    assert raadspor("run", "raw", "--out", "out", "--workers", "1").exit_code == 0
    return folder


def test_without_arguments_the_help_is_shown():
    shown = raadspor()
    assert shown.exit_code == 0
    assert all(command in shown.stdout for command in (*STAGE_NAMES, "run", "summary", "ledger", "show", "doctor"))


def test_the_version():
    assert re.fullmatch(r"raadspor (\d+\.\d+\.\d+|\(not installed\))\n", raadspor("--version").stdout)


def test_a_run_ends_with_the_summary_and_bad_papers_do_not_fail_it(folder):
    write(folder / "raw", PAPERS)
    ran = raadspor("run", "raw", "--out", "out", "--workers", "2")
    assert ran.exit_code == 0
    assert ran.stdout.startswith("5 papers: failed 2 · ok 2 · duplicate 1\n")
    assert "  failed  tom.pdf    filen er tom (0 byte)\n" in ran.stdout
    assert ran.stdout.endswith("  out/report/temaer.html\n  out/graph/graph.graphml\n  out/tables/\n")
    assert ran.stderr.splitlines()[0] == "read       5 done, 0 unchanged"
    assert len(ran.stderr.splitlines()) == len(STAGE_NAMES)


def test_a_second_run_does_nothing_and_says_so(ran):
    before = snapshot(ran / "out")
    again = raadspor("run", "raw", "--out", "out")
    assert again.stdout.startswith("Nothing to do: all 8 stages are up to date.\n\n5 papers: ")
    assert snapshot(ran / "out") == before


def test_each_stage_by_itself_writes_what_a_run_writes(folder):
    write(folder / "raw", PAPERS)
    for stage in STAGE_NAMES:
        raw = ("--raw", "raw") if stage == "read" else ()
        done = raadspor(stage, *raw, "--out", "one")
        assert (done.exit_code, done.stdout) == (0, ""), done.output
        assert done.stderr.startswith(stage)
    raadspor("run", "raw", "--out", "all")
    assert snapshot(folder / "one") == snapshot(folder / "all")


def test_the_folders_of_the_project_are_the_default(folder):
    write(folder / "data/raw", PAPERS)
    assert raadspor("run").exit_code == 0
    assert raadspor("summary").stdout.startswith("5 papers")
    assert (folder / "data/processed/tables/documents.parquet").is_file()


def test_the_summary_is_what_the_run_showed(ran):
    assert raadspor("summary", "--in", "out").stdout in raadspor("run", "raw", "--out", "out").stdout


@pytest.mark.parametrize(
    ("options", "lines"),
    [
        ((), ["state", "ok", "ok", "failed", "duplicate", "failed", "total"]),
        (("--failed",), ["state", "failed", "duplicate", "failed", "total"]),
        (("--csv",), ["line", "paper", "page", "paper", "page", "paper", "paper", "paper"]),
        (("--csv", "--failed"), ["line", "paper", "paper", "paper"]),
    ],
)
def test_the_ledger(ran, options, lines):
    printed = raadspor("ledger", "--in", "out", *options).stdout.splitlines()
    assert [re.split(r"[^a-z]", line)[0] for line in printed if line] == lines


def test_the_headings(ran):
    assert raadspor("headings", "--in", "out").stdout == (
        "1  1 paper  # Nyt?  a.pdf\n1 of 1 heading are claimed by no entry of the lexicons\n"
    )


def test_the_log_has_the_times_and_the_results_have_none(folder):
    write(folder / "raw", PAPERS)
    raadspor("run", "raw", "--out", "out", "--log", "run.log")
    lines = (folder / "run.log").read_text().splitlines()
    assert len(lines) == len(STAGE_NAMES)
    assert all(re.match(r"\d{4}-\d\d-\d\d .* INFO Outcome\(stage='\w+'.* took \d+\.\d s$", line) for line in lines)
    raadspor("run", "raw", "--out", "quiet")
    assert snapshot(folder / "out") == snapshot(folder / "quiet")


def test_settings_and_lexicons_can_be_named(folder):
    write(
        folder, {**{f"raw/{name}": content for name, content in PAPERS.items()}, "mine.yaml": b"read: {max_pages: 1}"}
    )
    assert raadspor("run", "raw", "--out", "out", "--params", "mine.yaml").exit_code == 0


def _files(**files: bytes) -> dict[str, bytes]:
    return {name.replace("__", "/").replace("_yaml", ".yaml").replace("_pdf", ".pdf"): c for name, c in files.items()}


@pytest.mark.parametrize(
    ("files", "words", "message"),
    [
        ({}, "run ingen --out out", "ingen: expected a folder with papers, found nothing of that name"),
        (_files(a_pdf=b"x"), "run a.pdf --out out", "a.pdf: expected a folder with papers, found a file"),
        (_files(raw__readme=b"x"), "run raw --out out", "raw: expected PDF papers in it or below, found no file"),
        (_files(raw__a_pdf=b"x"), "run raw --out raw", "raw: expected a folder other than that of the papers"),
        (_files(raw__a_pdf=b"x"), "run raw --out raw/out", "raw/out: expected a folder outside that of the papers"),
        (_files(raw__a_pdf=b"", out=b""), "run raw --out out", "expected a folder that can be written to"),
        (_files(raw__a_pdf=b"", out__read__x=b""), "run raw --out out", "out/read: expected an empty folder"),
        (_files(params_yaml=b"read:\n  x: 1"), "run raw --out out", "params.yaml, line 2: read.x: Extra inputs are"),
        (_files(own__front_yaml=b"x: 1"), "run raw --out out --lexicons own", "in own: front.yaml, line 1"),
        ({}, "run raw --out out --params ingen.yaml", "ingen.yaml: expected a file with settings"),
        ({}, "run raw --out out --log out/run.log", "out/run.log: expected a log file outside out"),
        ({}, "run raw --out out --log ingen/run.log", "ingen/run.log: expected a file that can be written"),
        ({}, "structure --out out", "out/read: expected the results of the stage read, found none; run `raadspor read"),
        ({}, "summary --in out", "out/tables: expected the results of the stage tables, found none"),
        ({}, "ledger --in out", "out/tables: expected the results of the stage tables, found none"),
        ({}, "trace post --in out", "out/tables: expected the results of the stage tables, found none"),
        ({}, "gaps --in out", "out/tables: expected the results of the stage tables, found none"),
        ({}, "explain x --in out", "out/tables: expected the results of the stage tables, found none"),
        ({}, "headings --in out", "out/read: expected the results of the stage read, found none"),
        ({}, "show ingen.pdf", "ingen.pdf: expected a PDF, found: No such file or directory"),
        (_files(a_pdf=pdf("KAPUT")), "show a.pdf", "a.pdf: PDF'en er beskadiget"),
        ({}, "run raw --out out --workers 0", "Invalid value for '--workers'"),
        ({}, "findes-ikke", "No such command"),
    ],
)
def test_what_the_operator_can_mend_is_told_with_exit_code_2(folder, files, words, message):
    write(folder, files)
    failed = raadspor(*words.split())
    assert (failed.exit_code, failed.stdout) == (2, "")
    assert message in re.sub(r"[│\s]+", " ", failed.stderr)
    assert "Traceback" not in failed.stderr


def test_a_refused_run_leaves_nothing_behind(folder):
    write(folder, {"raw/readme": b"x"})
    before = snapshot(folder)
    raadspor("run", "raw", "--out", "out")
    assert snapshot(folder) == before
    assert not Path("out").exists()


def test_a_bug_is_no_error_of_the_operator(folder):
    write(folder, {"raw/a.pdf": pdf("BUG")})
    with pytest.raises(ZeroDivisionError):
        raadspor("run", "raw", "--out", "out")


@pytest.mark.parametrize(
    ("words", "printed", "told"),
    [
        ("trace varmestue --in made", "Anbefaling 2  ", None),
        ("trace digital --in made", "Søgt efter »digital« i 2 borgerhistorier", "expected one finding, found 5"),
        ("trace zebra --in made", "Søgt efter »zebra« i", "expected a text, number or id in the findings"),
        ("trace ffffffffffffffff --in made", "", "found 'ffffffffffffffff', which none has"),
        ("gaps --in made --limit 1", "Anbefalinger uden fundet opfølgning fra modtageren: 2\n", None),
        (f"explain {LINK_ID} --in made", f"links: {LINK_ID}  story supports recommendation\n", None),
        ("explain ffffffffffffffff --in made", "", "expected the id of a row in one of the tables"),
        (f"explain {LINK_ID} --in made --image x.png", "links: ", "expected the paper, found: No such file"),
    ],
)
def test_the_trail_is_shown_or_it_is_told_what_to_mend(folder, words, printed, told):
    write_tables(folder / "made")
    shown = raadspor(*words.split())
    assert shown.stdout.startswith(printed)
    assert (shown.exit_code, shown.stderr == "") == ((0, True) if told is None else (2, False))
    assert told is None or told in shown.stderr


@pytest.mark.parametrize("words", ["trace post --in out", "gaps --in out"])
def test_an_empty_corpus_has_no_trail(folder, words):
    write(folder / "raw", {"tom.pdf": b""})
    raadspor("run", "raw", "--out", "out", "--workers", "1")
    failed = raadspor(*words.split())
    assert (failed.exit_code, failed.stdout) == (2, "")
    assert re.search(r"Error: expected .*, found none in 1 papir", failed.stderr)


def test_the_doctor_names_the_model_and_its_licence():
    well = raadspor("doctor")
    assert well.exit_code == 0
    assert re.search(rf"model {Config().nlp.model} +\d+\.\d+\.\d+ +licence: CC BY-SA 4.0", well.stdout)
    assert well.stdout.endswith("nothing is missing\n")


def test_the_doctor_says_what_a_missing_part_turns_off(folder):
    write(folder, {"params.yaml": b"nlp: {model: da_findes_ikke}"})
    ill = raadspor("doctor")
    assert ill.exit_code == 1
    assert re.search(
        r"model da_findes_ikke +missing +without it `extract` and all stages after it do not run", ill.stdout
    )


def test_the_rules_of_one_paper_alone_and_what_hangs_on_them():
    tables = {
        "documents": pa.table({"document_id": ["d1", "d2"], "path": ["a.pdf", "b.pdf"]}),
        "decisions": pa.table(
            {"rule": ["decisions.made", "decisions.made", "decisions.rare"], "document_id": ["d1", "d2", "d2"]}
        ),
        "meetings": pa.table({"rule": ["meetings.planned"], "document_id": pa.array([None], pa.string())}),
    }
    lines = render_rules(tables).splitlines()
    assert lines[0].split() == ["decisions.rare", "1", "1", "paper", "b.pdf"]
    assert lines[-1].startswith("1 of 2 rules found something in one paper alone; 1 of 3 findings (33.3%)")
    assert "decisions.made" in render_rules(tables, every=True)
