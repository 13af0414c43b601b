"""Where stories are told: sections so headed, sections that an introduction announces, and what a sentence leads in."""

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from itertools import groupby, pairwise

from pipeline.extract.reading import Reading, body_text
from pipeline.extract.stories_sentences import sentences_of
from pipeline.lexicons.facts import FactsLexicon
from pipeline.model.document import PassageKind
from pipeline.model.paper import Placed
from pipeline.model.structure import PaperKind, SectionRole

_HEADS = frozenset({PassageKind.HEADING, PassageKind.TITLE})
_LONGEST_HEADING = 100
_SHORT_HEADING = 40
_NUMBER = re.compile(r"^(?:punkt|pkt\.?|ad|kapitel|afsnit|del)? ?\d[\d.]*[.:)]*\s+", re.IGNORECASE)
# Sections that hold no stories, whatever they are named.
NEVER = frozenset({
    SectionRole.PROPOSAL, SectionRole.ATTACHMENTS, SectionRole.PRESENCE, SectionRole.ABSENCE, SectionRole.MEMBERS,
    SectionRole.SIGNATURES,
})  # fmt: skip


class Ground(StrEnum):
    """How a passage comes to tell: by its section, led in in a list or alone, after a hint, by its neighbours."""

    SECTION = "section"
    LIST = "list"
    ONE = "one"
    HINT = "hint"
    AMONG = "among"
    NEAR = "near"


def find_grounds(reading: Reading, facts: FactsLexicon) -> Mapping[str, Ground]:
    """The passages that stand where stories are told; all others tell one only by their own words."""
    found: dict[str, Ground] = {}
    for placed in _in_sections(reading, facts):
        found[placed.passage.passage_id] = Ground.HINT if _minuted(placed, reading, facts) else Ground.SECTION
    for placed in reading.prose():
        for following, ground in _led_in(placed, reading, facts):
            found.setdefault(following.passage.passage_id, ground)
    return found


def grounds_beside(told: frozenset[str], grounds: Mapping[str, Ground], reading: Reading) -> Mapping[str, Ground]:
    """The passages that stand beside those that tell: items of a list that tells, paragraphs of letters and notes."""
    found: dict[str, Ground] = {}
    for above, below in pairwise(reading.passages):
        if above.context.section == below.context.section and not is_minuted(below, reading):
            for one, other in ((above, below), (below, above)):
                if one.passage.passage_id in told and other.passage.kind is PassageKind.PARAGRAPH:
                    found[other.passage.passage_id] = Ground.NEAR
    for items in _lists(reading):
        telling = [item for item in items if item.passage.passage_id in told]
        if len(items) > 1 and 2 * len(telling) >= len(items):
            found.update((item.passage.passage_id, Ground.AMONG) for item in items)
    return {
        key: ground for key, ground in found.items()
        if key not in grounds and _by_id(reading, key).role not in {*NEVER, SectionRole.RECOMMENDATIONS}
    }  # fmt: skip


def _by_id(reading: Reading, key: str) -> Placed:
    return reading.passages[reading.places[key]]


def _lists(reading: Reading) -> Iterator[list[Placed]]:
    for kind, run in groupby(reading.passages, key=lambda placed: (placed.passage.kind, placed.context.section)):
        if kind[0] is PassageKind.ITEM:
            yield list(run)


def _in_sections(reading: Reading, facts: FactsLexicon) -> list[Placed]:
    found: list[Placed] = []
    announced: tuple[str, ...] | None = None
    for placed in reading.passages:
        section = placed.context.section
        if announced is not None and not _still_announced(section, announced, facts):
            announced = None
        if placed.passage.kind in _HEADS:
            continue
        headed = _headed(placed, facts)
        if headed and len(section) > 1 and facts.stories.holds("announcements", placed.passage.text):
            announced = section
        follows = announced is not None and section != announced
        if placed.role not in NEVER and (follows or headed):
            found.append(placed)
    return found


def is_minuted(placed: Placed, reading: Reading) -> bool:
    """Whether a passage stands under an item of a meeting, where others speak too than those who tell."""
    return reading.front.kind in {PaperKind.MINUTES, PaperKind.AGENDA} and placed.context.item_id is not None


def _minuted(placed: Placed, reading: Reading, facts: FactsLexicon) -> bool:
    """Whether a passage stands in a section of minutes of its own, under an item that is named for stories."""
    titled = placed.role is SectionRole.STORIES or _tales(placed.context.section[-1], facts)
    return is_minuted(placed, reading) and not titled


def _still_announced(section: tuple[str, ...], announced: tuple[str, ...], facts: FactsLexicon) -> bool:
    """Whether an introduction still holds: below its own heading, and beside it until the matter changes."""
    if section[: len(announced)] == announced:
        return True
    beside = section[: len(announced) - 1] == announced[:-1]
    return beside and not any(_ends(heading, facts) for heading in section[len(announced) - 1 :])


def _ends(heading: str, facts: FactsLexicon) -> bool:
    """Whether a heading names another matter; a whole sentence names what is told."""
    return len(heading) < _SHORT_HEADING and facts.stories.holds("ends", heading)


def _headed(placed: Placed, facts: FactsLexicon) -> bool:
    if placed.role is SectionRole.STORIES:
        return True
    tales = False
    for heading in placed.context.section:
        tales = _tales(heading, facts) or (tales and not _ends(heading, facts))
    return tales


def _tales(heading: str, facts: FactsLexicon) -> bool:
    """Whether a heading, its number aside, says that stories stand below it."""
    bare = _NUMBER.sub("", heading)
    return len(bare) < _LONGEST_HEADING and facts.stories.holds("headings", bare)


def _led_in(placed: Placed, reading: Reading, facts: FactsLexicon) -> list[tuple[Placed, Ground]]:
    """What the last sentence of a passage leads in."""
    last = sentences_of(placed, reading)[-1].text
    lead = facts.stories.first("leads", last)
    if lead is not None:
        items = reading.items_after(placed)
        if lead.rule.value == "list" and items:
            return [(item, Ground.LIST) for item in items]
        if last.rstrip().endswith(":"):
            return [(following, Ground.ONE) for following in _next(placed, reading)]
    if facts.stories.holds("hints", body_text(placed.passage)):
        return [(following, Ground.HINT) for following in _rest_of_section(placed, reading)]
    return []


def _next(placed: Placed, reading: Reading) -> list[Placed]:
    """The passage after one, and the quotations that follow it if it is one itself."""
    found: list[Placed] = []
    for other in _rest_of_section(placed, reading):
        if found and other.passage.kind is not PassageKind.QUOTE:
            break
        found.append(other)
    return found


def _rest_of_section(placed: Placed, reading: Reading) -> list[Placed]:
    found: list[Placed] = []
    for other in reading.passages[reading.places[placed.passage.passage_id] + 1 :]:
        if other.passage.kind in _HEADS or other.context.section != placed.context.section:
            break
        found.append(other)
    return found
