"""What was done with recommendations, and how a page names them, the acts and the papers that are missing."""

from collections.abc import Iterable, Sequence

from pipeline.report.status_model import Run
from pipeline.report.status_sources import Sources, second_hand
from pipeline.report.status_view import ISSUED, Row, View
from pipeline.report.status_words import count_word, listed, told_date


def which(view: View, chosen: Sequence[Row]) -> str:
    """The recommendations meant: `alle ni`, `nr. 2, 3 og 7`, or how many where they have no numbers."""
    if len(chosen) == len(view.advice):
        return "anbefalingen" if len(chosen) == 1 else f"alle {count_word(len(chosen))}"
    if any(row["number"] is None for row in chosen):
        return f"{count_word(len(chosen))} af {count_word(len(view.advice))}"
    return f"nr. {listed([view.label(row) for row in chosen])}"


def events_of(view: View, advice: Iterable[Row], role: str) -> list[Row]:
    """What one kind of actor did with recommendations, in time; that they were issued is none of it."""
    ids = {row["recommendation_id"] for row in advice}
    found = [
        e
        for e in view.rows["status_events"]
        if e["recommendation_id"] in ids and e["actor_role"] == role and e["what"] != ISSUED
    ]
    return sorted(found, key=lambda e: (e["date"] or "", e["document_id"], e["page"], e["start"], e["event_id"]))


def expected_name(row: Row) -> str:
    """`Referat, Regionsrådet, oktober 2025`: a paper that is spoken of."""
    dated = None if row["date"] is None else told_date(row["date"])
    return ", ".join(part for part in (row["what"], row["body"], dated) if part is not None)


def missing_told(view: View, group: Sequence[Row]) -> str:
    """Which papers would have to be read, by name."""
    wanted = {m for row in group for m in (view.status(row["recommendation_id"]) or {"missing": ()})["missing"]}
    names = sorted(expected_name(row) for row in view.rows["expected_papers"] if row["expected_id"] in wanted)
    if not names:
        return "De papirer, der kunne vise det, er ikke i samlingen."
    return f"Mangler: {listed(list(dict.fromkeys(names)))}."


def meant_by(view: View, events: Iterable[Row]) -> list[Row]:
    """The recommendations that events are about."""
    ids = {e["recommendation_id"] for e in events}
    return [row for row in view.advice if row["recommendation_id"] in ids]


def steps_of(view: View, events: Iterable[Row]) -> list[str]:
    """What was done, each once; a suggestion among others is no more than that."""
    proposals = {d["decision_id"] for d in view.rows["decisions"] if d["type"] == "forslag"}
    return list(dict.fromkeys("blandt forslag" if e["decision_id"] in proposals else e["what"] for e in events))


def marks_of(sources: Sources, events: Iterable[Row]) -> list[Run]:
    """The sources of events, each once."""
    marks = (sources.note(event, second_hand=second_hand(event)) for event in events)
    return list({mark.note: mark for mark in marks}.values())
