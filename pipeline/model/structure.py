"""What a paper is: its kind, front matter, meetings, agenda items, and the section each passage stands in."""

from dataclasses import dataclass
from enum import StrEnum

from pipeline.model.place import Proof


class PaperKind(StrEnum):
    """The kinds of council paper."""

    MINUTES = "referat"
    AGENDA = "dagsorden"
    MEMO = "notat"
    RECOMMENDATIONS = "anbefalinger"
    TERMS = "kommissorium"
    SLIDES = "praesentation"
    OTHER = "andet"


class SectionRole(StrEnum):
    """What a section of an item, or a chapter of a paper, is for."""

    SUMMARY = "resume"
    THEME = "beslutningstema"
    BACKGROUND = "baggrund"
    CASE = "sagsfremstilling"
    PROPOSAL = "indstilling"
    MEMBER_PROPOSAL = "medlemsforslag"
    DECISION = "beslutning"
    TALK = "drøftelse"
    HISTORY = "forløb"
    ECONOMY = "økonomi"
    LAW = "lovgrundlag"
    HEARING = "høring"
    TIMETABLE = "tidsplan"
    COMMUNICATION = "kommunikation"
    COMPETENCE = "kompetence"
    ATTACHMENTS = "bilag"
    PRESENCE = "deltagelse"
    ABSENCE = "fravær"
    PURPOSE = "formål"
    TARGET_GROUP = "målgruppe"
    TASKS = "opgave"
    COMPOSITION = "sammensætning"
    MEETINGS = "mødekadence"
    SECRETARIAT = "sekretariat"
    APPROVAL = "godkendelse"
    INTRODUCTION = "indledning"
    RECOMMENDATIONS = "anbefalinger"
    STORIES = "historier"
    MEMBERS = "medlemmer"
    SIGNATURES = "underskrift"
    OTHER = "andet"


class MeetingStatus(StrEnum):
    """Whether a meeting took place."""

    HELD = "afholdt"
    PLANNED = "planlagt"
    CANCELLED = "aflyst"


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting that the paper is of (`document_id` set by the tables) or speaks of (planned)."""

    meeting_id: str
    body: str | None
    date: str | None
    time_start: str | None
    time_end: str | None
    place: str | None
    status: MeetingStatus
    proof: Proof


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One item of one meeting. `number` as printed without "Punkt" and dots; None when none is printed."""

    item_id: str
    meeting_id: str | None
    number: str | None
    title: str | None
    case_number: str | None
    page: int
    closed: bool
    heading_id: str | None


@dataclass(frozen=True, slots=True)
class PassageContext:
    """Where a passage stands: headings above it, the role of its section, its item and meeting.

    `level` is the depth of a heading in the paper (title 0, item 1, section 2, sub heading 3 in minutes).
    """

    passage_id: str
    level: int | None
    section: tuple[str, ...]
    role: SectionRole | None
    item_id: str | None
    meeting_id: str | None


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the paper says of itself; what it does not say is None."""

    kind: PaperKind
    title: str | None
    body: str | None
    authority: str | None
    region: str | None
    date: str | None
    case_numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Structure:
    """All of the above for one paper. `meetings[0]` is the paper's own meeting when it is of one."""

    document_id: str
    front: FrontMatter
    meetings: tuple[Meeting, ...]
    items: tuple[AgendaItem, ...]
    contexts: tuple[PassageContext, ...]
    unclaimed: tuple[str, ...] = ()
