"""Stories on the page: where those stand that support a recommendation, and which no recommendation answers."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from pipeline.report.status_model import Bullets, Line, Paragraph, Section, line
from pipeline.report.status_sources import Sources
from pipeline.report.status_view import ISSUED, NAMED, Row, View
from pipeline.report.status_words import count_word, pages_told, quoted

_CHAPTER = re.compile(r"\d+(?:\.\d+)*(?=\.?\s)")
_GROUPS = 8


def story_places(view: View, advice: Row) -> Line:
    """Chapters, or pages, of the stories that support a recommendation as facts, with how many stand there."""
    ids = _supporting(view, {advice["recommendation_id"]})
    places = Counter(_place(view, story) for story in view.rows["stories"] if story["story_id"] in ids)
    told = [f"{place} ({count})" for place, count in sorted(places.items(), key=lambda kv: _natural(kv[0]))]
    return line(", ".join(told) or "ingen koblet")


def unanswered_section(view: View, sources: Sources) -> Section | None:
    """Stories without a link to any recommendation; None when no paper tells stories."""
    stories = [story for story in view.rows["stories"] if view.own_paper(story["document_id"])]
    if not stories or not view.advice:
        return None
    every = {row["recommendation_id"] for row in view.rows["recommendations"]}
    linked = _supporting(view, every)
    groups: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for story in stories:
        if story["story_id"] not in linked:
            groups[story["document_id"], story["heading"] or ""].append(story)
    places: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for group in groups.values():
        places[group[0]["document_id"], _place(view, group[0])] += group
    lines = [_at_place(view, sources, place, found) for (_, place), found in places.items()]
    unlinked = sum(map(len, groups.values()))
    told = f"Ikke koblet til en anbefaling: {unlinked} af {len(stories)} historier{_only_together(view, stories)}"
    rest = len(lines) - _GROUPS
    more = [line(f"… og {count_word(rest)} steder mere")] if rest > 0 else []
    blocks = (
        Paragraph(line(f"{told}. At en kobling ikke er fundet, viser ikke, at ingen anbefaling dækker historien.")),
        *((Bullets((*lines[:_GROUPS], *more)),) if lines else ()),
    )
    return Section("Historier uden et særskilt svar", blocks)


def _only_together(view: View, stories: list[Row]) -> str:
    """How many more have a recommendation, but none that the council or a recipient has named since."""
    since = [e for e in view.rows["status_events"] if e["reference"] == NAMED and e["what"] != ISSUED]
    answered = {event["recommendation_id"] for event in since}
    top = {row["recommendation_id"] for row in view.advice}
    linked, named = _supporting(view, top), _supporting(view, top & answered)
    rest = sum(story["story_id"] in linked - named for story in stories)
    return f". Kun koblet til anbefalinger, der ikke er nævnt særskilt siden: {rest}" if rest else ""


def _at_place(view: View, sources: Sources, place: str, stories: list[Row]) -> Line:
    """The headings of one chapter that such stories stand under, each with how many."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for story in stories:
        groups[story["heading"] or ""].append(story)
    told = "; ".join(f"{_named(view, heading)} ({len(g)}){_taken_up(view, g)}" for heading, g in groups.items())
    chapter = f"{place}: " if not place.startswith("s. ") else ""
    return line(f"{chapter}{told}", sources.notes(stories))


def _named(view: View, heading: str) -> str:
    text = re.sub(r"^\d+(?:\.\d+)*\.?\s+", "", heading)
    return quoted(text, view.vocabulary, width=64) if text else "uden overskrift"


def _taken_up(view: View, group: list[Row]) -> str:
    """That a story came up as input, where a link says so."""
    ids = {story["story_id"] for story in group}
    taken = [row for row in view.rows["links"] if row["relation"] == "taken_up_in" and row["fact"]]
    inputs = {row["target_id"] for row in taken if row["source_id"] in ids}
    quotes = [row["text"] for row in view.rows["contributions"] if row["contribution_id"] in inputs]
    return f"; rejst som input: {quoted(quotes[0], view.vocabulary, width=80)}" if quotes else ""


def _supporting(view: View, recommendations: Iterable[str]) -> set[str]:
    wanted = set(recommendations)
    return {
        row["source_id"]
        for row in view.rows["links"]
        if row["fact"]
        and row["relation"] == "supports"
        and row["target_id"] in wanted
        and row["source_kind"] == "story"
    }


def _place(view: View, story: Row) -> str:
    """The item of a meeting, or the chapter, that a story stands in, by number; else its page."""
    item = view.passages[story["passage_id"]]["agenda_item"]
    if item is not None:
        return f"pkt. {item}"
    for heading in reversed(view.passages[story["passage_id"]]["section"]):
        found = _CHAPTER.match(heading)
        if found is not None:
            return found[0]
    return pages_told([story["page"]])


def _natural(place: str) -> list[tuple[int, str]]:
    return [(int(part), "") if part.isdigit() else (0, part) for part in re.findall(r"\d+|\D+", place)]
