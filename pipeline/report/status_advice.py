"""The table of the recommendations, each with its stories and the council's own follow-up."""

from collections.abc import Sequence

from pipeline.report.status_acts import events_of, marks_of
from pipeline.report.status_model import Grid, Line, Paragraph, Run, Section, line, spaced
from pipeline.report.status_sources import Sources
from pipeline.report.status_stories import story_places
from pipeline.report.status_view import NAMED, OWN, Row, View
from pipeline.report.status_words import cut, latest_day, listed, short_date

_WORDING = 82  # letters of a recommendation: a line of the printed page
_UNKNOWN = "kan ikke afgøres"


def advice_section(view: View, sources: Sources) -> Section:
    """The table of the recommendations, each with its stories and the council's own follow-up."""
    opening = _common_opening([row["text"] for row in view.advice])
    day = _one_day(view)
    rows = tuple(_advice_row(view, sources, advice, opening, day) for advice in view.advice)
    dated = "" if day is None else f" {short_date(day)}"
    named = f" (»{opening.rstrip()} …«)" if opening else ""
    heads = (line("Nr."), line(f"Anbefaling{named}"), line("Historier"), line(f"Rådets egen opfølgning{dated}"))
    grid = Grid("Anbefalingerne, historierne bag og rådets egen opfølgning", heads, rows, (4, 66, 13, 17))
    return Section(
        "Anbefalingerne",
        (
            grid,
            Paragraph(
                line(
                    "Historier: afsnit med historier, der er koblet til anbefalingen, og i parentes hvor mange. "
                    "Koblingerne er sandsynlige spor, fundet maskinelt. "
                    "»Samlet omtalt«: anbefalingerne under ét, ikke denne for sig. "
                    "»Kan ikke afgøres«: der er ikke læst senere papirer fra rådet."
                )
            ),
        ),
    )


def _common_opening(texts: Sequence[str]) -> str:
    """The words that all recommendations begin with, up to `at `: told once, in the head of the table."""
    opening = texts[0].split(" at ", 1)[0] + " at " if texts and " at " in texts[0] else ""
    alike = len(texts) > 1 and 0 < len(opening) <= 60 and all(text.startswith(opening) for text in texts)
    return opening if alike else ""


def _advice_row(view: View, sources: Sources, advice: Row, opening: str, day: str | None) -> tuple[Line, ...]:
    rest = advice["text"][len(opening) :]
    wording = f"{'… ' if opening else ''}{cut(rest, _WORDING)}"
    own = _own_follow_up(view, sources, advice, day)
    return (line(view.label(advice)), line(wording), story_places(view, advice), own)


def _own_follow_up(view: View, sources: Sources, advice: Row, day: str | None) -> Line:
    """How the council itself came back to a recommendation: to this one, else along with all others."""
    events = events_of(view, [advice], OWN)
    issued = latest_day(view.issued(advice))
    if not events:
        days = [latest_day(paper["date"]) or "" for paper in view.basis if view.own_paper(paper["document_id"])]
        later = issued is not None and any(day > issued for day in days)
        return line("ingen fundet" if later else _UNKNOWN)
    named = [e for e in events if e["reference"] == NAMED]
    meant = named or events
    days = [] if day is not None else [short_date(d) for d in dict.fromkeys(e["date"] for e in meant)]
    how = Run("Nævnt særskilt", strong=True) if named else Run("Samlet omtalt")
    return line(how, f" {listed(days)}" if days else "", *spaced(marks_of(sources, meant)))


def _one_day(view: View) -> str | None:
    """The day of all that the council itself did, when it is one: it stands in the head of the column."""
    days = {e["date"] for e in events_of(view, view.advice, OWN)}
    return days.pop() if len(days) == 1 else None
