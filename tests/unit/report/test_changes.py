"""What is new since last time, gone or changed: each once, in Danish, in the same order each time."""

import pyarrow as pa
import pytest

from pipeline.report.changes import render_changes
from tests.unit.report.made_status import Made


def told(old, new):
    return [line for line in render_changes(old.tables(), new.tables()).splitlines() if line.startswith(("- ", "## "))]


def test_nothing_new_is_said():
    assert (
        render_changes(Made().tables(), Made().tables()) == "# Nyt siden sidst\n\nIntet nyt, intet væk, intet ændret."
    )


def test_a_new_paper():
    new = Made()
    new.paper("juni", kind="referat", date="2026-06-25")
    assert told(Made(), new) == ["## Papirer: 1 nye, 0 væk, 0 ændret", "- Ny: Referat, Rådet, 25.06.2026, juni.pdf"]


def test_a_paper_that_is_gone():
    old = Made()
    old.paper("juni", kind="referat", date="2026-06-25")
    assert told(old, Made())[1] == "- Væk: Referat, Rådet, 25.06.2026, juni.pdf"


def test_a_status_that_moved_on():
    new = Made()
    new.status("2", as_of="2026-06-25", status="vedtaget", since="2026-06-25", follow_up="fundet")
    assert told(Made(), new) == [
        "## Status på anbefalinger: 0 nye, 0 væk, 1 ændret",
        "- Ændret: vedtaget (stand pr. 25.06.2026): overordnet nr. 2 »Rådet anbefaler, at der skabes flere veje ind.« "
        "(Anbefalinger, Rådet, 15.09.2025, s. 2): status: besluttet oversendt → vedtaget; "
        "opfølgning: kan ikke afgøres → fundet; siden: 2025-10 → 2026-06-25",
    ]


def test_an_agreement_that_was_closed():
    old, new = Made(), Made()
    old.commitment("brevet sendes", commitment_id="c", due="2026-06-25")
    new.commitment("brevet sendes", commitment_id="c", due="2026-06-25", state="lukket")
    assert told(old, new)[1] == (
        "- Ændret: »brevet sendes«, frist 25.06.2026, lukket (Referat, Rådet, 30.04.2026, pkt. 4, s. 8): "
        "stand: åben → lukket"
    )


def test_a_new_decision_and_a_new_conflict():
    new = Made()
    new.add("decisions", document_id="ref", type="aftalt", status="made", **new.proof("ref", "Det blev aftalt.", 9))
    left, right = (side(new, value) for value in ("14", "15"))
    new.add("conflicts", about="antal medlemmer", left=left, right=right)
    lines = told(Made(), new)
    assert lines[1] == "- Ny: aftalt, truffet her: »Det blev aftalt.« (Referat, Rådet, 30.04.2026, pkt. 4, s. 9)"
    assert lines[3].startswith("- Ny: antal medlemmer: »14« (Referat, ")


def side(made, value):
    place = made.proof("ref", f"{value} medlemmer", 4)
    proof = {key: place[key] for key in ("passage_id", "quote", "end", "page")}
    return {"value": value, "document_id": "ref", "start": 0, "boxes": []} | proof


def test_an_id_that_moved_is_neither_new_nor_gone():
    old, new = Made(), Made()
    old.commitment("brevet sendes", commitment_id="gammel")
    new.commitment("brevet sendes", commitment_id="ny")
    new.add("redirects", old_id="gammel", new_id="ny")
    assert told(old, new) == []


def test_that_other_words_lists_were_used_is_said():
    old, new = Made().tables(), Made().tables()
    new["documents"] = new["documents"].replace_schema_metadata({"lexicons": "ny"})
    assert "ordlister: ukendt → ny" in render_changes(old, new)


@pytest.mark.parametrize("text", ["linje\n- Ny: falsk", "\x1b[31mrød"])
def test_text_from_a_paper_adds_no_line(text):
    new = Made()
    new.commitment(text)
    lines = told(Made(), new)
    assert len(lines) == 2
    assert "\x1b" not in lines[1]


def test_the_order_of_the_rows_changes_nothing():
    new = Made()
    for what in ("brev", "møde", "kage"):
        new.commitment(what)
    tables = new.tables()
    turned = tables | {name: turn(table) for name, table in tables.items()}
    assert render_changes(Made().tables(), tables) == render_changes(Made().tables(), turned)


def turn(table: pa.Table) -> pa.Table:
    return table.take(pa.array(reversed(range(table.num_rows)), pa.int64()))
