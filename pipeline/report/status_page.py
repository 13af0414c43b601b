"""Compose the page of what became of a council's advice, from the tables only."""

from collections.abc import Mapping

import pyarrow as pa

from pipeline.model.origin import origin_of
from pipeline.report.status_acts import expected_name
from pipeline.report.status_advice import advice_section
from pipeline.report.status_model import Bullets, Line, Paragraph, Section, StatusPage, line
from pipeline.report.status_sources import KINDS, Sources
from pipeline.report.status_steps import proposals_section, steps_section
from pipeline.report.status_stories import unanswered_section
from pipeline.report.status_summary import recipients_section, summary_section
from pipeline.report.status_view import Council, View, open_view
from pipeline.report.status_words import latest_day, listed, told_date

_DRAFT = "UDKAST: maskinelt fundet, kontrolleret af ________ den ________"
_ORIGIN = {"made_by": "", "model": "sprogmodel ", "lexicons": "ordlister ", "embeddings": "sætningsvektorer "}
_READ = ("text", "ocr")


def compose_status(tables: Mapping[str, pa.Table], *, council: Council, as_of: str) -> StatusPage:
    """The page of one council as of an ISO day. No paper dated later is looked at."""
    view = open_view(tables, council, as_of)
    sources = Sources(view)
    summary = summary_section(view, sources)
    advice = (recipients_section(view, sources), advice_section(view, sources)) if view.advice else ()
    rest = (steps_section(view, sources), unanswered_section(view, sources), proposals_section(view, sources))
    sections = (summary, *advice, *(section for section in rest if section is not None), _basis(view))
    origin = origin_of(tables["documents"].schema.metadata)
    return StatusPage(
        title=f"Status på anbefalinger fra {council.name}",
        as_of=as_of,
        head=_head(view),
        sections=sections,
        sources=sources.found(),
        made_by=", ".join(f"{_ORIGIN.get(key, '')}{value}" for key, value in origin.items()),
    )


def case_numbers(view: View) -> list[str]:
    """The case numbers of the council's papers, those of the latest paper first."""
    mine = [paper for document_id, paper in view.papers.items() if view.own_paper(document_id)]
    latest = sorted(mine, key=lambda paper: (paper["date"] or "", paper["document_id"]), reverse=True)
    return list(dict.fromkeys(number for paper in latest for number in paper["case_numbers"]))


def _head(view: View) -> tuple[str, ...]:
    numbers = case_numbers(view)
    case = f"sag {', '.join(numbers[:3])}" if numbers else "sagsnummer ikke angivet"
    return (view.council.full_name, f"stand pr. {told_date(view.as_of)}", case, _DRAFT)


def _basis(view: View) -> Section:
    return Section("Grundlag og mangler", (Paragraph(line(_read_papers(view))), Bullets((*_gaps(view),))))


def _read_papers(view: View) -> str:
    ids = {paper["document_id"] for paper in view.basis}
    pages = [row for row in view.rows["pages"] if row["document_id"] in ids]
    read = sum(row["state"] in _READ for row in pages)
    whole = "alle læst" if read == len(pages) else f"{read} læst"
    noun = "papir" if len(view.basis) == 1 else "papirer"
    undated = [KINDS.get(p["kind"], KINDS["andet"]) for p in view.basis if p["date"] is None]
    more = f" Udateret: {listed(sorted(undated))}." if undated else ""
    return f"{len(view.basis)} {noun}, {len(pages)} sider, {whole}.{more}"


def _gaps(view: View) -> list[Line]:
    lines = []
    if view.later:
        noun = "papir er dateret" if view.later == 1 else "papirer er dateret"
        lines.append(line(f"{view.later} {noun} senere end {told_date(view.as_of)} og ikke brugt."))
    if view.unread:
        lines.append(line(f"Ikke læst: {listed(sorted(row['path'] for row in view.unread))}."))
    names = _missing(view)
    lines.append(line(f"Mangler: {'; '.join(names)}." if names else "Papirerne omtaler ingen papirer, der mangler."))
    return lines


def _missing(view: View) -> list[str]:
    """Papers that the council's own papers speak of and that nobody has read; a meeting yet to come is none."""
    wanted = [
        row
        for row in view.rows["expected_papers"]
        if row["state"] == "mangler"
        and view.own_paper(view.document_of(row))
        and (latest_day(row["date"]) or "") <= view.as_of
    ]
    wanted.sort(key=lambda row: (row["date"] is None, row["date"] or "", row["what"]))
    return list(dict.fromkeys(expected_name(row) for row in wanted))
