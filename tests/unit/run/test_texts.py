"""What the commands print: the summary, the ledger, the headings."""

import csv
import io
from dataclasses import replace

import pyarrow as pa
import pytest

from pipeline.run.headings import render_headings
from pipeline.run.ledger import render_ledger, render_ledger_csv
from pipeline.run.results import open_results
from pipeline.run.stages import run_stage
from pipeline.run.summary import render_outcome, render_summary
from pipeline.run.words import columns, counts, plural, safe, shorten
from pipeline.run.work import Outcome
from pipeline.tables import SCHEMAS
from tests.unit.run.fakes import job, pdf, write
from tests.unit.run.made import made_tables

EMPTY = {name: schema.empty_table() for name, schema in SCHEMAS.items()}


def with_rows(table, rows):
    columns = {field.name: field for field in SCHEMAS[table]}
    empty: dict[str, object] = {name: [] if pa.types.is_list(field.type) else None for name, field in columns.items()}
    full = [{**empty, **row} for row in rows]
    return {**EMPTY, table: pa.Table.from_pylist(full, schema=SCHEMAS[table])}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Referat", "Referat"),
        ("to\nlinjer\tog  mere ", "to linjer og mere"),
        ("\x1b[31mrød\x07", "\ufffd[31mrød\ufffd"),
        ("vendt \u202eom", "vendt \ufffdom"),
        ("æøå – »citat«", "æøå – »citat«"),
    ],
)
def test_a_paper_cannot_steer_the_terminal(text, shown):
    assert safe(text) == shown


def test_small_pieces_of_text():
    assert shorten("en lang sætning om råd", 10) == "en lang s…"
    assert shorten("kort", 10) == "kort"
    assert counts(["b", "a", None, "b"]) == "b 2 · a 1 · ukendt 1"
    assert columns([("a", "1"), ("bbb", "22")], right=frozenset({1})) == ["a     1", "bbb  22"]
    assert (plural(1, "paper"), plural(0, "paper")) == ("1 paper", "0 papers")


@pytest.mark.parametrize(
    ("outcome", "line"),
    [
        (Outcome("read", 5, 0, 0, 0), "read       5 done, 0 unchanged"),
        (Outcome("tables", 0, 1, 0, 0), "tables     0 done, 1 unchanged"),
        (Outcome("read", 1, 4, 0, 1), "read       1 done, 4 unchanged, 1 stale file removed"),
        (Outcome("extract", 2, 0, 1, 0), "extract    2 done, 0 unchanged, 1 broke down and are in the ledger"),
    ],
)
def test_a_stage_says_in_one_line_what_it_did(outcome, line):
    assert render_outcome(outcome) == line


def test_the_summary_tells_what_was_read_and_found(tmp_path):
    write(tmp_path, {"report/temaer.html": b"", "graph/graph.graphml": b"", "tables/x": b""})
    lines = render_summary(made_tables(), out=tmp_path).splitlines()
    for line in (
        "3 papers: ok 2 · failed 1",
        "  anbefalinger 1 · referat 1",
        "3 pages: text 3",
        "  meetings         2  afholdt 1 · planlagt 1",
        "  agenda items     1",
        "  decisions        3  drøftet 2 · besluttet 1",
        "  recommendations  2",
        "  elaborations     1",
        "  stories          2  eksempel 1 · udsagn 1",
        "  links            2  follows_up 1 · supports 1",
        "  possible links   1  follows_up 1",
        "  failed  raad/7003.pdf  filen er tom",
        f"  {tmp_path}/report/temaer.html",
        f"  {tmp_path}/graph/graph.graphml",
        f"  {tmp_path}/tables/",
    ):
        assert line in lines


def test_the_summary_of_nothing_is_honest(tmp_path):
    assert render_summary(EMPTY, out=tmp_path).startswith("0 papers")
    assert "Themes" not in render_summary(EMPTY, out=tmp_path)


def test_of_many_unread_papers_the_summary_tells_the_first(tmp_path):
    rows = [{"document_id": str(n), "path": f"{n}.pdf", "status": "failed", "reason": "tom"} for n in range(9)]
    text = render_summary(with_rows("documents", rows), out=tmp_path)
    assert "  failed  7.pdf  tom\n" in text
    assert "8.pdf" not in text
    assert f"and 1 more: raadspor ledger --in {tmp_path} --failed" in text


PAGES = [("a", 1, "text", None, 39), ("a", 2, "text", None, 18), ("b", 3, "text", None, 9),
         ("b", 2, "empty", "siden er et billede", 0), ("b", 1, "ocr", None, 5)]  # fmt: skip
LEDGER = {
    **with_rows(
        "documents",
        [
            {"document_id": "c", "path": "raad/tom.pdf", "status": "failed", "reason": "filen er tom"},
            {"document_id": "b", "path": "raad/b.pdf", "status": "partial", "reason": "1 af 3 sider", "kind": "notat"},
            {"document_id": "a", "path": "raad/a.pdf", "status": "ok", "kind": "referat"},
        ],
    ),
    "pages": with_rows(
        "pages",
        [
            {
                "page_id": f"{document_id}{page}",
                "document_id": document_id,
                "page": page,
                "state": state,
                "reason": reason,
                "words": words,
                "width": 595,
                "height": 842,
            }
            for document_id, page, state, reason, words in PAGES
        ],
    )["pages"],
}
TOTAL = "total: 3 papers (failed 1 · ok 1 · partial 1), 5 pages (text 3 · empty 1 · ocr 1), 71 words"


def test_the_ledger_tells_every_paper_every_odd_page_and_the_totals():
    assert render_ledger(LEDGER).splitlines() == [
        "state    pages  words  path          reason",
        "ok           2     57  raad/a.pdf",
        "partial      3     14  raad/b.pdf    1 af 3 sider",
        "failed       -      -  raad/tom.pdf  filen er tom",
        "",
        "pages without text of their own",
        "  ocr    s. 1  raad/b.pdf",
        "  empty  s. 2  raad/b.pdf  siden er et billede",
        "",
        TOTAL,
    ]


def test_the_ledger_of_what_was_not_read():
    assert render_ledger(LEDGER, failed=True).splitlines() == [
        "state    pages  words  path          reason",
        "partial      3     14  raad/b.pdf    1 af 3 sider",
        "failed       -      -  raad/tom.pdf  filen er tom",
        "",
        "pages without text of their own",
        "  empty  s. 2  raad/b.pdf  siden er et billede",
        "",
        TOTAL,
    ]


def test_the_ledger_as_csv():
    rows = list(csv.DictReader(io.StringIO(render_ledger_csv(LEDGER))))
    assert [(r["line"], r["path"], r["kind"], r["page"], r["state"], r["words"], r["reason"]) for r in rows] == [
        ("paper", "raad/a.pdf", "referat", "", "ok", "57", ""),
        ("page", "raad/a.pdf", "referat", "1", "text", "39", ""),
        ("page", "raad/a.pdf", "referat", "2", "text", "18", ""),
        ("paper", "raad/b.pdf", "notat", "", "partial", "14", "1 af 3 sider"),
        ("page", "raad/b.pdf", "notat", "1", "ocr", "5", ""),
        ("page", "raad/b.pdf", "notat", "2", "empty", "0", "siden er et billede"),
        ("page", "raad/b.pdf", "notat", "3", "text", "9", ""),
        ("paper", "raad/tom.pdf", "", "", "failed", "0", "filen er tom"),
    ]


def test_the_ledger_of_what_was_not_read_as_csv():
    rows = list(csv.DictReader(io.StringIO(render_ledger_csv(LEDGER, failed=True))))
    assert [(r["line"], r["path"], r["page"]) for r in rows] == [
        ("paper", "raad/b.pdf", ""),
        ("page", "raad/b.pdf", "2"),
        ("paper", "raad/tom.pdf", ""),
    ]


@pytest.mark.parametrize("name", ["=cmd|'/c calc'!A1.pdf", "+1.pdf", "-1.pdf", "@SUM(1).pdf"])
def test_a_file_name_is_no_formula(name):
    text = render_ledger_csv(with_rows("documents", [{"document_id": "a", "path": name, "status": "ok"}]))
    assert next(csv.DictReader(io.StringIO(text)))["path"] == f"'{name}"


def test_headings_that_no_entry_claims(tmp_path):
    write(
        tmp_path / "raw",
        {
            "b.pdf": pdf("Referat", "# Runde?", "# Beslutning"),
            "a.pdf": pdf("Notat", "# Runde?", "# Nyt?", "# Runde?"),
            "c.pdf": pdf("Notat"),
        },
    )
    for stage in ("read", "structure"):
        run_stage(stage, replace(job(tmp_path)))
    assert render_headings(open_results(tmp_path / "out", ("read", "structure"))).splitlines() == [
        "3  2 papers  # Runde?  a.pdf",
        "1  1 paper   # Nyt?    a.pdf",
        "4 of 5 headings are claimed by no entry of the lexicons",
    ]
