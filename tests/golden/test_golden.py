"""Every paper reads as it did: a change of the reader or of structure shows as a diff of a text file.

What stands in the files is what is read now, not what is right; `tests/gold` judges that. When a change is meant, run
`pytest tests/golden --update-golden` and read the diff before committing it.
"""

import difflib
from pathlib import Path

import pytest

from tests.conftest import FIVE, MADE
from tests.golden.rendering import render_paper

HERE = Path(__file__).parent
PAPERS = {path.stem: path for path in [*FIVE, *MADE]}


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_reads_as_it_did(name, paper_of, request):
    file = HERE / f"{name}.txt"
    now = render_paper(paper_of(PAPERS[name]))
    if request.config.getoption("--update-golden"):
        file.write_text(now, encoding="utf-8")
    before = file.read_text(encoding="utf-8") if file.exists() else ""
    changes = difflib.unified_diff(before.splitlines(), now.splitlines(), "before", "now", lineterm="", n=1)
    if before != now:
        pytest.fail(
            f"{name}.txt; when this is meant: pytest tests/golden --update-golden\n" + "\n".join(changes), False
        )


def test_no_two_papers_share_a_name():
    assert len(PAPERS) == len(FIVE) + len(MADE)


def test_no_file_is_left_of_a_paper_that_is_gone():
    assert {file.stem for file in HERE.glob("*.txt")} == set(PAPERS)
