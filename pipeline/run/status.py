"""The page of what became of a council's advice: which council, which day, in which form, and the file it goes to."""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from importlib.resources import files
from pathlib import Path
from typing import Literal

import pyarrow as pa
import typst

from pipeline.errors import InvalidConfig
from pipeline.report.status_docx import render_docx
from pipeline.report.status_model import StatusPage
from pipeline.report.status_page import compose_status
from pipeline.report.status_text import TEMPLATES, render_text
from pipeline.report.status_view import Council, find_councils, last_day, matching
from pipeline.run.folder import write_file

StatusForm = Literal["md", "html", "docx", "pdf"]
FORMS: tuple[StatusForm, ...] = ("md", "html", "docx", "pdf")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def find_page(tables: Mapping[str, pa.Table], *, council: str | None = None, as_of: str | None = None) -> StatusPage:
    """The page as a value; `InvalidConfig` when council or day cannot be told."""
    chosen = _choose(find_councils(tables), council)
    return compose_status(tables, council=chosen, as_of=_day(as_of) if as_of is not None else _last(tables, chosen))


def find_pages(tables: Mapping[str, pa.Table], *, council: str | None, as_of: str | None) -> list[StatusPage]:
    """The page of the council named, or of every council there is."""
    if council is not None:
        return [find_page(tables, council=council, as_of=as_of)]
    day = None if as_of is None else _day(as_of)
    councils = find_councils(tables)
    return [compose_status(tables, council=c, as_of=day or _last(tables, c)) for c in councils]


def render_status(page: StatusPage, form: StatusForm) -> bytes:
    """The page in a form, the same bytes each time."""
    if form == "docx":
        return render_docx(page)
    if form == "pdf":
        return _pdf(page)
    return render_text(page, form, _templates()).encode()


def write_out(out: Path, content: bytes) -> None:
    """Write a file whole or not at all; `InvalidConfig` when that cannot be."""
    if out.is_dir():
        raise InvalidConfig(f"{out}: expected the name of a file for --out, found a folder; name a file in it")
    write_file(out.parent, out.name, content)


def form_of(out: Path | None, form: StatusForm | None) -> StatusForm:
    """The form asked for, else the one that the file's name tells, else Markdown."""
    ending = "" if out is None else out.suffix.lower().lstrip(".")
    told: StatusForm = next((known for known in FORMS if known == ending), "md")
    chosen = told if form is None else form
    if out is None and chosen in ("docx", "pdf"):
        raise InvalidConfig(f"--format {chosen}: expected a file to write to, found none; name one with --out")
    return chosen


def _choose(councils: list[Council], name: str | None) -> Council:
    found = councils if name is None else matching(councils, name)
    names = _names(found or councils)
    if len(found) == 1:
        return found[0]
    if name is None:
        raise InvalidConfig(f"--council: expected one council, found {names}; name one")
    raise InvalidConfig(f"--council {name}: expected the name of one council, found {names}; write one of these")


def _names(councils: list[Council]) -> str:
    """What to write for each: its full name, or its id where two have the same."""
    told = [council.full_name for council in councils]
    named = [repr(n) if told.count(n) == 1 else f"{c.body_id!r} ({n})" for n, c in zip(told, councils, strict=True)]
    return ", ".join(named) or "none in the papers"


def _day(as_of: str) -> str:
    try:
        if _DAY.fullmatch(as_of):
            return date.fromisoformat(as_of).isoformat()
    except ValueError:
        pass
    raise InvalidConfig(f"--as-of: expected a day such as 2026-04-30, found {as_of!r}; write year-month-day")


def _last(tables: Mapping[str, pa.Table], council: Council) -> str:
    day = last_day(tables, council)
    if day is None:
        raise InvalidConfig(
            f"--as-of: expected a dated paper, found none of {council.full_name} or others; name a day as 2026-04-30"
        )
    return day


def _templates() -> dict[str, str]:
    folder = files("pipeline") / "report" / "templates"
    return {name: (folder / name).read_text(encoding="utf-8") for name in TEMPLATES}


def _pdf(page: StatusPage) -> bytes:
    """A tagged PDF (PDF/UA-1). Only fonts that come with the package: other machines have others."""
    source = render_text(page, "typ", _templates()).encode()
    moment = datetime.fromisoformat(page.as_of).replace(tzinfo=UTC)
    made = typst.compile(
        source, format="pdf", ignore_system_fonts=True, timestamp=int(moment.timestamp()), pdf_standards=["ua-1"]
    )
    return bytes(made)
