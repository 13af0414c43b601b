"""What a date is for: meeting, due day, decision, membership, publication, period, or something else."""

import re
from collections.abc import Sequence

from pipeline.extract.dates import FoundDate
from pipeline.extract.reading import Reading
from pipeline.lexicons.rules import Found, RuleBook
from pipeline.model.document import PassageKind
from pipeline.model.paper import Placed
from pipeline.model.structure import PaperKind

_YEAR_ONLY = re.compile(r"\d{4}$")
_YEARS = re.compile(r"\d{4}/\d{4}$|\d{4}/\.\.$|\.\./\d{4}$")
_SPANS = frozenset({"dates.days_two_months", "dates.days_one_month", "dates.months"})
_FROM_TO = re.compile(r"\bfra (?:\w+ )?(?:den |d\. ?)?$", re.IGNORECASE)
_END = re.compile(r"(?<!\b[dD])(?<!\d)[.;!?] (?=[A-ZÆØÅ])|(?<=\d{4})[.;] (?=[A-ZÆØÅ])|[;\n\t]")
_CLAUSE = re.compile(
    r", (?:og|men|mens|samt)\b|, (?=[a-zæøå]+ (?:er|var|skal|bliver)\b)| og (?=\w+(?: \w+)? (?:skal|er|blev|bliver)\b)"
)
_HEADS = frozenset({PassageKind.LETTERHEAD, PassageKind.TITLE})
_MEETS = frozenset({PaperKind.MINUTES, PaperKind.AGENDA})
_BEFORE, _NEAR, _AFTER, _SHORT_LINE = 110, 60, 45, 90


def role_of(
    found: FoundDate, before: Sequence[tuple[FoundDate, str]], placed: Placed, reading: Reading, dates: RuleBook
) -> str:
    """By the words of its own clause, of the dates it is listed with, or of the list or head it stands in."""
    text = placed.passage.text
    if _YEARS.search(found.edtf):
        return "periode"
    own = _own_role(text, found, dates)
    if _YEAR_ONLY.match(found.edtf):
        return own if own == "medlemskab" else "andet"
    if own in {None, "udgivet"} and _is_own_meeting(found, placed, reading):
        return "møde"
    if own is not None and not (own in {"beslutning", "møde"} and _is_span(text, found)):
        return own
    if _is_span(text, found) or found.edtf.endswith("/..") or found.edtf.startswith("../"):
        return "periode"
    if before and dates.holds("joins", text[before[-1][0].end : found.start]):
        return before[-1][1]
    return "møde" if _in_meeting_list(found, placed, reading, dates) else "andet"


def _own_role(text: str, found: FoundDate, dates: RuleBook) -> str | None:
    left = text[: found.start]
    ends = [m.end() for m in _END.finditer(left)]
    left = left[ends[-1] if ends else 0 :][-_BEFORE:]
    roles = _roles(left, dates)
    near = [f for f in roles if _CLAUSE.search(left[f.end :]) is None]
    near = [f for f in near if f.rule.value != "beslutning" or len(left) - f.end <= _NEAR]
    if near:
        return near[-1].rule.value
    stop = _END.search(text, found.end)
    after = text[found.end : min(found.end + _AFTER, len(text) if stop is None else stop.start())].split(",")[0]
    following = [f for f in _roles(after, dates) if f.rule.value != "udgivet"]
    return following[0].rule.value if following else None


def _roles(text: str, dates: RuleBook) -> tuple[Found, ...]:
    return dates.every("roles", text)


def _is_span(text: str, found: FoundDate) -> bool:
    """From one day or month to another, as a time that lasts."""
    return (
        found.rule in _SPANS
        and "/" in found.edtf
        and (_FROM_TO.search(text[: found.start]) is not None or found.rule != "dates.days_one_month")
    )


def _is_own_meeting(found: FoundDate, placed: Placed, reading: Reading) -> bool:
    """Whether the head of minutes or of an agenda names the day of its own meeting."""
    front = reading.front
    own = {front.date, *(m.date for m in reading.paper.structure.meetings)}
    head = placed.passage.kind in _HEADS or (placed.item is None and len(placed.passage.text) <= _SHORT_LINE)
    return head and front.kind in _MEETS and found.edtf in own


def _in_meeting_list(found: FoundDate, placed: Placed, reading: Reading, dates: RuleBook) -> bool:
    """Whether a line that is little more than a date stands in a list, or under a heading, of meetings."""
    if len(placed.passage.text) > _SHORT_LINE or len(found.edtf) < 7:
        return False
    heads = [*placed.context.section[-1:], "" if placed.item is None else placed.item.title or ""]
    for other in reading.before(placed):
        if other.passage.kind is not PassageKind.ITEM:
            heads.append(other.passage.text if other.passage.text.rstrip().endswith(":") else "")
            break
    return any(dates.holds("meeting_lists", head) for head in heads)
