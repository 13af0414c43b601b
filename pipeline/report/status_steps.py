"""What lies ahead on a day: agreements that are not closed, meetings that are planned, and what was only proposed."""

from collections import defaultdict
from collections.abc import Iterable

from pipeline.report.status_model import Bullets, Grid, Line, Paragraph, Section, line, spaced
from pipeline.report.status_sources import Sources
from pipeline.report.status_view import ASSOCIATION, Row, View
from pipeline.report.status_words import count_word, latest_day, listed, quoted, short_date, told_date

_NOT_TOLD = "ikke angivet"
_WIDTH, _PROPOSAL = 130, 80
_MOST = 10


def steps_section(view: View, sources: Sources) -> Section:
    """`Næste skridt`: by date; what the papers give no date comes first, what is past is told apart."""
    agreed = [row for row in view.rows["commitments"] if view.own_paper(row["document_id"]) and not _closed(view, row)]
    settled = [row for row in agreed if _unsettled(view, row)]
    ahead = [row for row in agreed if row not in settled and not _past(view, row["due"])]
    late = [row for row in agreed if row not in settled and _past(view, row["due"])]
    rows = [*_agreements(view, sources, ahead), *_meetings(view, sources), *_others(view, sources)]
    grid = Grid(
        "Aftaler og planlagte møder",
        (line("Hvornår"), line("Hvad"), line("Hvem")),
        tuple(row for _, row in sorted(rows, key=lambda pair: pair[0])),
        (14, 64, 22),
    )
    none = Paragraph(line("Der er ikke fundet aftaler eller planlagte møder efter denne dag."))
    return Section("Næste skridt", (grid if rows else none, *_behind(view, sources, late, settled)))


def proposals_section(view: View, sources: Sources) -> Section | None:
    """What was proposed and is decided nowhere in the papers; None when there is none."""
    groups: dict[tuple[str, str, int, str], list[Row]] = defaultdict(list)
    for row in view.rows["contributions"]:
        if row["kind"] == "forslag" and view.own_paper(row["document_id"]):
            groups[row["document_id"], row["agenda_item"] or "", row["page"], row["said_by"] or ""].append(row)
    lines = [_proposals(view, sources, said_by, rows) for (*_, said_by), rows in groups.items()]
    lines += _by_associations(view, sources)
    return Section("Foreslået, ikke besluttet", (Bullets(tuple(lines)),)) if lines else None


def _closed(view: View, row: Row) -> bool:
    """Closed, as far as papers up to the day tell."""
    known = {decision["decision_id"] for decision in view.rows["decisions"]}
    return row["state"] == "lukket" and (row["closed_by"] is None or row["closed_by"] in known)


def _past(view: View, due: str | None) -> bool:
    day = latest_day(due)
    return day is not None and day < view.as_of


def _unsettled(view: View, row: Row) -> bool:
    """Whether the council has met since and its papers do not say what became of the agreement."""
    made = latest_day(view.papers[row["document_id"]]["date"]) or ""
    later = any(view.own_paper(d) and (latest_day(p["date"]) or "") > made for d, p in view.papers.items())
    return later and (row["due"] is None or _past(view, row["due"]))


def _agreements(view: View, sources: Sources, rows: Iterable[Row]) -> Iterable[tuple[str, tuple[Line, ...]]]:
    """A row for each day and whoever is to do it."""
    groups: dict[tuple[str | None, str], list[Row]] = defaultdict(list)
    for row in rows:
        named = [row["responsible"] or _NOT_TOLD]
        named += [] if row["recipient"] is None else [f"til {row['recipient']}"]
        groups[row["due"], "; ".join(named)].append(row)
    for (due, who), found in groups.items():
        whats = [(quoted(row["what"], view.vocabulary, width=_WIDTH), sources.note(row)) for row in found]
        parts = [part for n, (what, mark) in enumerate(whats) for part in (f"; {what}" if n else what, mark)]
        yield (latest_day(due) or "", (line(told_date(due)), line(*parts), line(who)))


def _meetings(view: View, sources: Sources) -> Iterable[tuple[str, tuple[Line, ...]]]:
    """The council's planned meetings on one row."""
    ahead = sorted(_planned(view, past=False), key=lambda row: row["date"])
    if not ahead:
        return
    marks = {mark.note: mark for mark in (sources.note(row) for row in ahead)}.values()
    days = listed([short_date(row["date"]) for row in ahead])
    told = "Planlagt møde" if len(ahead) == 1 else f"Planlagte møder: {days}"
    first = ahead[0]["date"]
    yield (latest_day(first) or "", (line(told_date(first)), line(told, *spaced(list(marks))), line(view.council.name)))


def _planned(view: View, *, past: bool) -> list[Row]:
    mine = [row for row in view.rows["meetings"] if row["body_id"] == view.council.body_id and row["date"] is not None]
    held = {row["date"] for row in mine if row["status"] != "planlagt"}
    days = {row["date"]: row for row in mine if row["status"] == "planlagt" and row["date"] not in held}
    return [row for row in days.values() if ((latest_day(row["date"]) or "") <= view.as_of) is past]


def _others(view: View, sources: Sources) -> Iterable[tuple[str, tuple[Line, ...]]]:
    """Meetings of others that the council's papers name ahead of time."""
    own = {row["date"] for row in _planned(view, past=False)}
    for row in view.rows["expected_papers"]:
        day = latest_day(row["date"])
        mine = view.own_paper(view.document_of(row)) and row["what"] == "Referat" and row["body"] is not None
        if mine and day is not None and day > view.as_of and row["date"] not in own:
            yield (day, (line(told_date(row["date"])), line("Møde, omtalt", sources.note(row)), line(row["body"])))


def _behind(view: View, sources: Sources, late: list[Row], settled: list[Row]) -> Iterable[Bullets]:
    """What lay ahead when it was written and does no longer: whether it came about is not told by any paper."""
    lines = [
        line(
            f"Frist passeret ({told_date(row['due'])}); om det er sket, kan ikke afgøres: ",
            quoted(row["what"], view.vocabulary, width=_WIDTH),
            sources.note(row),
        )
        for row in late[:_MOST]
    ]
    missed = sorted(_planned(view, past=True), key=lambda row: row["date"])[-_MOST:]
    if missed:
        marks = {mark.note: mark for mark in (sources.note(row) for row in missed)}.values()
        days = listed([told_date(row["date"]) for row in missed])
        lines.append(line(f"Planlagt møde, dagen er passeret, intet referat læst: {days}", *spaced(list(marks))))
    rest = len(settled) + len(late[_MOST:])
    if rest:
        noun = "ældre aftale" if rest == 1 else "ældre aftaler"
        lines.append(line(f"{count_word(rest).capitalize()} {noun}: hvad der er sket, kan ikke afgøres."))
    return [Bullets(tuple(lines))] if lines else []


def _proposals(view: View, sources: Sources, said_by: str, rows: list[Row]) -> Line:
    quotes = [quoted(row["text"], view.vocabulary, width=_PROPOSAL) for row in rows[:_MOST]]
    more = [f"og {count_word(len(rows) - _MOST)} forslag mere"] if len(rows) > _MOST else []
    start = f"{said_by}: " if said_by else "Hvem der foreslog det, er ikke angivet: "
    return line(start, "; ".join([*quotes, *more]), sources.notes(rows))


def _by_associations(view: View, sources: Sources) -> list[Line]:
    """What associations proposed be done with the recommendations."""
    types = {row["decision_id"]: row["type"] for row in view.rows["decisions"]}
    ids = {row["recommendation_id"] for row in view.advice}
    found: dict[str, Row] = {}
    for event in view.rows["status_events"]:
        proposed = types.get(event["decision_id"] or "") in ("forslag", "ønske")
        if event["actor_role"] == ASSOCIATION and proposed and event["recommendation_id"] in ids:
            found.setdefault(event["passage_id"], event)
    return [line(quoted(e["quote"], view.vocabulary, width=240), sources.note(e)) for e in found.values()]
