"""The lives of recommendations: who advised what and when, what became of it, and which papers tell so."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from benchmarks.made.words import Topic, phrases

FATES: dict[str, tuple[str, ...]] = {
    "carried out": ("vedtaget", "delvist gennemført", "gennemført"),
    "carried out at once": ("vedtaget", "gennemført"),
    "partly carried out": ("drøftet", "vedtaget", "delvist gennemført"),
    "adopted": ("drøftet", "vedtaget"),
    "refused": ("afvist",),
    "postponed": ("udsat", "drøftet"),
    "passed on": ("besluttet oversendt", "oversendt"),
    "forgotten": (),
}
"""What its addressee does with a recommendation, one step at a meeting; *udsat* is no step of tables.md."""

FIRST_YEAR = 2021
_YEAR = ("advice", "addressee", "council", "addressee", "council")
_OPENING = ("carried out", "partly carried out", "refused", "postponed", "passed on", "forgotten", "forgotten")


@dataclass(slots=True)
class Advice:
    """A recommendation on its way: what is still to come of it, and where it was said last."""

    key: str
    topic: Topic
    name: str
    document: str
    quote: str
    issued: str
    fate: str
    steps: list[str]
    told: int = 1
    closed: bool = False
    older: tuple["Advice", ...] = ()
    ended: str | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """A paper to be: advice, or the minutes of a meeting; one that is left out is never written."""

    kind: str
    day: date
    year: int
    left_out: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """What somebody did with a recommendation, as a paper tells."""

    advice: str
    day: str
    what: str
    basis: str
    reference: str


@dataclass(slots=True)
class Past:
    """What has happened so far in one council."""

    advice: dict[str, Advice] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)
    read: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    untold: list[tuple[Advice, str, str]] = field(default_factory=list)
    treated: set[str] = field(default_factory=set)


def plan_slots(papers: int, years: int, *, gaps: bool, rng: Random) -> list[Slot]:
    """So many papers over the years, in order of time; with gaps, a meeting more each year that nobody wrote down."""
    slots = []
    for year in range(years):
        count = papers // years + (year < papers % years)
        kinds = [_YEAR[i] if i < len(_YEAR) else _YEAR[1 + i % 2] for i in range(count)]
        if gaps and count >= 3:
            kinds.insert(3, "left out")
        for place, kind in enumerate(kinds):
            day = date(FIRST_YEAR + year, 1, 25) + timedelta(days=300 * place // len(kinds) + rng.randrange(9))
            day += timedelta(days=(8 - day.weekday()) % 7 if day.weekday() > 3 else 0)
            slots.append(Slot("addressee" if kind == "left out" else kind, day, year, kind == "left out"))
    return slots


@dataclass(frozen=True, slots=True)
class Saying:
    """A recommendation as one paper of advice says it; `relation` to `older` where it splits or merges them."""

    advice: Advice
    wish: str
    title: str
    more: tuple[str, ...]
    story: str | None
    again: bool = False
    relation: str | None = None
    older: tuple[Advice, ...] = ()


def plan_advice(past: Past, topics: list[Topic], year: int, *, rng: Random, prefix: str) -> list[Saying]:
    """What the council says this year: first much that is new, then also what it has said before in other words."""
    makers = _Maker(past, topics, prefix)
    if year == 0:
        fates = list(_OPENING)
        rng.shuffle(fates)
        return [makers.new(fate) for fate in fates]
    if year % 2 == 1:
        # Said again, it is heard the first time; what the hearing brings for the first time is met with silence.
        becomes = "adopted" if year == 1 else None
        return [*makers.again("forgotten", becomes=becomes), *makers.fresh("forgotten")]
    return [
        *makers.split("passed on"),
        *makers.merge(("forgotten", "refused")),
        *makers.again("postponed", becomes=None),
        *makers.fresh(rng.choice(("carried out at once", "forgotten"))),
    ]


@dataclass(frozen=True, slots=True)
class _Maker:
    past: Past
    topics: list[Topic]
    prefix: str

    def new(self, fate: str) -> Saying:
        topic = self.topics.pop(0)
        return Saying(self._advice(topic, topic.name, fate), topic.wishes[0], topic.title, topic.more, topic.story)

    def fresh(self, fate: str) -> list[Saying]:
        return [self.new(fate)] if self.topics else []

    def again(self, fate: str, *, becomes: str | None) -> list[Saying]:
        known = self._open(fate)[:1]
        said = []
        for advice in known:
            wish = advice.topic.wishes[advice.told % len(advice.topic.wishes)]
            advice.told += 1
            if becomes is not None:
                advice.fate, advice.steps = becomes, list(FATES[becomes])
            said.append(Saying(advice, wish, advice.topic.title, advice.topic.more[:1], None, again=True))
        return said

    def split(self, fate: str) -> list[Saying]:
        said = []
        for old in self._open(fate)[:1]:
            old.closed = True
            for half, becomes in zip(old.topic.halves, ("partly carried out", "forgotten"), strict=True):
                new = self._advice(old.topic, f", at {half},", becomes, older=(old,))
                said.append(Saying(new, half, old.topic.title, (), None, relation="splits", older=(old,)))
        return said

    def merge(self, fates: tuple[str, str]) -> list[Saying]:
        old = tuple(advice for fate in fates for advice in self._open(fate)[:1])
        if len(old) < 2:
            return []
        one, two = (advice.topic for advice in old)
        for advice in old:
            advice.closed = True
        new = self._advice(one, f"{one.name} og {two.name}", "adopted", older=old)
        wish, title = f"{one.wishes[1]}, og at {two.wishes[1]}", f"{one.title} og {two.title[0].lower()}{two.title[1:]}"
        return [Saying(new, wish, title, (), None, relation="merges", older=old)]

    def _open(self, fate: str) -> list[Advice]:
        return [a for a in self.past.advice.values() if a.fate == fate and not a.closed and a.told < 2]

    def _advice(self, topic: Topic, name: str, fate: str, older: tuple[Advice, ...] = ()) -> Advice:
        key = f"{self.prefix}{len(self.past.advice) + 1}"
        advice = Advice(key, topic, name, "", "", "", fate, list(FATES[fate]), older=older)
        self.past.advice[key] = advice
        return advice


def statuses_of(past: Past, advice: Advice, last: str, steps: tuple[str, ...]) -> list[dict[str, str]]:
    """A row for each day of an event of the recommendation, and for the last day of the corpus.

    Of one that was split or merged the last day is that of the last paper before: then it is no longer itself.
    """
    last = last if advice.ended is None else advice.ended
    own = [e for e in past.events if e.advice == advice.key and e.day <= last]
    days = sorted({advice.issued, last, *(e.day for e in own)})
    return [_status(past, advice, [e for e in own if e.day <= day], day, steps) for day in days]


def _status(past: Past, advice: Advice, until: list[Event], day: str, steps: tuple[str, ...]) -> dict[str, str]:
    acts = [e for e in until if e.what in steps]
    status = max((e.what for e in acts), key=steps.index, default="fremsat")
    missing = [d for d in past.missing if advice.issued < d <= day]
    read = [d for d in past.read if advice.issued < d <= day]
    if acts:
        follow_up = "fundet"
    elif until:  # merely postponed: tables.md does not say whether that is a follow-up, so none is asked for
        follow_up = ""
    else:
        follow_up = "ingen fundet" if read and not missing else "kan ikke afgøres"
    since = min((e.day for e in acts if e.what == status), default=advice.issued)
    return {
        "recommendation": advice.key, "as_of": day, "status": status, "since": since, "follow_up": follow_up,
        "missing": "|".join(missing) if follow_up == "kan ikke afgøres" else "",
    }  # fmt: skip


def all_steps() -> tuple[str, ...]:
    """The steps of tables.md that made papers take, from the first to the last."""
    order = ("drøftet", "besluttet oversendt", "oversendt", "vedtaget", "afvist", "delvist gennemført", "gennemført")
    return tuple(step for step in order if step in phrases()["acts"])
