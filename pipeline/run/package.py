"""The archive for the records, from the tables of a folder of results."""

from pathlib import Path

from pipeline.report.package import Filed, build_package
from pipeline.run.folder import read_file
from pipeline.run.results import open_results
from pipeline.run.status import FORMS, find_pages, render_status


def make_package(source: Path, *, council: str | None = None, as_of: str | None = None) -> bytes:
    """The archive of one council, or of every council in the tables; the same bytes each time."""
    results = open_results(source, ("tables",))
    tables = results.tables()
    contents = {name: read_file(source / "tables", name, key) for name, key in results.files["tables"].items()}
    filed = [
        Filed(page, {form: render_status(page, form) for form in FORMS})
        for page in find_pages(tables, council=council, as_of=as_of)
    ]
    return build_package(tables, contents, filed)
