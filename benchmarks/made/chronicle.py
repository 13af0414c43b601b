"""The papers of one made council and of the body it advises, year by year, with the truth of each."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from benchmarks.made.lives import (
    Advice,
    Event,
    Past,
    Saying,
    Slot,
    all_steps,
    plan_advice,
    plan_slots,
    statuses_of,
)
from benchmarks.made.papers import Corpus, Item, Paper, Point, Setting, slug
from benchmarks.made.words import Topic, Wording, phrases, spoken, tidy, topics, wordings

_PER_MEETING = 4


@dataclass(slots=True)
class Chronicle:
    """Writes the papers of one council in order of time; `write` is all that is called from outside."""

    setting: Setting
    rng: Random
    corpus: Corpus
    past: Past = field(default_factory=Past)
    pool: list[Topic] = field(default_factory=list)
    people: dict[str, list[str]] = field(default_factory=dict)
    case: str = ""

    def write(self, papers: int, years: int) -> None:
        """All papers, all truth."""
        self.pool = list(topics(self.setting.field))
        self.rng.shuffle(self.pool)
        self.people = {body: self._roster(body) for body in (self.setting.council, self.setting.addressee)}
        self.case = f"{27 + self.rng.randrange(3)}.00.00-G01-{self.rng.randrange(10, 99)}-{20 + self.rng.randrange(4)}"
        slots = plan_slots(papers, years, gaps=self.setting.gaps, rng=self.rng)
        for place, slot in enumerate(slots):
            after = slots[place + 1] if place + 1 < len(slots) else None
            self._write(slot, after)
        last = max(slot.day for slot in slots if not slot.left_out).isoformat()
        for advice in self.past.advice.values():
            for row in statuses_of(self.past, advice, last, all_steps()):
                self.corpus.tell("statuses", **row)

    def _write(self, slot: Slot, after: Slot | None) -> None:
        if slot.kind == "advice":
            self._advise(slot)
        elif slot.kind == "addressee":
            self._treat(slot)
        else:
            self._meet(slot, after)

    # --- what the council advises

    def _advise(self, slot: Slot) -> None:
        report = slot.year % 2 == 0
        said = plan_advice(self.past, self.pool, slot.year, rng=self.rng, prefix=self.setting.prefix)
        s, text = self.setting, phrases()
        if report:
            title = f"{s.council}s anbefalinger til {s.addressee} {slot.day.year}"
            intro = (self.rng.choice(text["intro"]),)
        else:
            title = f"Høringssvar vedrørende {self.rng.choice(text['hearings'])}"
            intro = (self._say(text["thanks"]), self.rng.choice(text["plans"]))
        path = self._path(s.council, "anbefalinger" if report else "hoeringssvar", slot.day)
        points = tuple(self._point(saying, path, str(n), slot) for n, saying in enumerate(said, start=1))
        stories = tuple(saying.story for saying in said if saying.story) if report else ()
        for saying in said if report else ():
            self._support(saying, path)
        layout = "report" if report else "hearing"
        paper = self._paper(slot, path, layout, "anbefalinger" if report else "andet", title, s.council)
        self._add(paper, intro=intro, stories=stories, points=points)

    def _point(self, saying: Saying, path: str, number: str, slot: Slot) -> Point:
        advice, day = saying.advice, slot.day.isoformat()
        verb = self.rng.choice(phrases()["verbs"])
        text = f"{self.setting.council} {verb.format(wish=saying.wish)}"
        if not saying.again:
            advice.document, advice.quote, advice.issued = path, saying.wish, day
            self.corpus.tell(
                "recommendations", recommendation=advice.key, document=path, quote=saying.wish, number=number,
                name=tidy(advice.name), issued_by=self.setting.council,
                addressed_to=self.setting.addressee, issued=day,
            )  # fmt: skip
            self._event(advice, path, day, "rådet selv", "fremsat", "førstehånd", "særskilt")
        self._mention(advice, path, saying.wish, "full")
        for old in saying.older:
            self._link(("recommendation", path, saying.wish), str(saying.relation), advice=old, reference="")
            old.ended = (slot.day - timedelta(days=1)).isoformat()
        before = self.rng.choice(phrases()["again"]) if saying.again and self.rng.random() < 0.5 else None
        return Point(saying.title, text, saying.more, before)

    def _support(self, saying: Saying, path: str) -> None:
        if saying.story is not None:
            self.corpus.tell("stories", document=path, quote=saying.story)
            self._link(("story", path, saying.story), "supports", advice=saying.advice, reference="")

    # --- what the addressee does

    def _treat(self, slot: Slot) -> None:
        path, day = self._path(self.setting.addressee, "referat", slot.day), slot.day.isoformat()
        waiting = [a for a in self.past.advice.values() if a.steps and not a.closed and self.rng.random() < 0.85]
        waiting = waiting[:_PER_MEETING]
        if slot.left_out:
            self.past.untold += [(advice, advice.steps.pop(0), day) for advice in waiting]
            self.past.missing.append(day)
            return
        self.past.read.append(day)
        items = [self._filler(phrases()["opening"], path, "1", slot, self.setting.addressee)]
        if waiting or self._together():
            items.append(self._treatment(waiting, path, slot))
        layout = self.setting.layouts["addressee"]
        items += self._fillers(path, slot, self.setting.addressee, start=len(items) + 1, layout=layout)
        paper = self._paper(slot, path, layout, "referat", "Referat", self.setting.addressee)
        self._add(paper, items=tuple(items))

    def _together(self) -> list[Advice]:
        """In a council without gaps, its first recommendations are talked of as one when they are first met."""
        new = [a for a in self.past.advice.values() if a.key not in self.past.treated and not a.closed]
        return new if not self.setting.gaps and not self.past.treated else []

    def _treatment(self, waiting: list[Advice], path: str, slot: Slot) -> Item:
        together, first = self._together(), not self.past.treated
        said = []
        if together:
            said.append(self._decide(wordings("together"), path, "2", slot, self.setting.addressee))
            for advice in together:
                self._follow(advice, path, said[-1], slot.day.isoformat(), "drøftet", "samlet")
        for advice in waiting:
            said.append(self._step(advice, advice.steps.pop(0), path, slot))
        account = [self._say(self.rng.choice(phrases()["accounts"]))]
        for advice in self.rng.sample(waiting, min(2, len(waiting))):
            account.append(self._recalled(advice, path))
        title = self._say(self.rng.choice(phrases()["first_titles" if first else "later_titles"]))
        self.past.treated |= {advice.key for advice in (*together, *waiting)}
        return Item(title, tuple(account), self._say(self.rng.choice(phrases()["proposals"])), tuple(said))

    def _recalled(self, advice: Advice, path: str) -> str:
        """The case repeats the recommendation, or speaks of what has not come to pass."""
        if self.rng.random() < 0.5:
            return self._say(self.rng.choice(phrases()["traps"]), advice)
        self._mention(advice, path, advice.quote, "full")
        return f"{self.setting.council} anbefaler, at {advice.quote}."

    def _step(self, advice: Advice, step: str, path: str, slot: Slot) -> str:
        day = slot.day.isoformat()
        quote = self._decide(wordings("acts", step), path, "2", slot, self.setting.addressee, advice)
        self._follow(advice, path, quote, day, step, "særskilt")
        told = {"gennemført": advice.topic.done, "delvist gennemført": advice.topic.partly}.get(step)
        # What was carried out is told of the whole topic; of a half or of two together it would be another thing.
        return quote if told is None or advice.name != advice.topic.name else f"{quote} {told}."

    def _follow(self, advice: Advice, path: str, quote: str, day: str, what: str, reference: str) -> None:
        self._event(advice, path, day, "modtager", what, "førstehånd", reference)
        self._mention(advice, path, quote, "collective" if reference == "samlet" else "named")
        self._link(("decision", path, quote), "follows_up", advice=advice, reference=reference)

    # --- what the council hears and says of it

    def _meet(self, slot: Slot, after: Slot | None) -> None:
        s, path = self.setting, self._path(self.setting.council, "referat", slot.day)
        known = [a for a in self.past.advice.values() if not a.closed]
        account, said = [], []
        for advice, step, day in self.past.untold:
            if step in phrases()["reported"] and self.rng.random() < 0.6:
                account.append(self._second_hand(advice, step, day, path))
        self.past.untold.clear()
        if after is not None and after.left_out:
            account.append(self._announce(after.day, path))
        if known and self.rng.random() < 0.7:
            account.append(self._say(self.rng.choice(phrases()["traps"]), self.rng.choice(known)))
        for advice in self.rng.sample(known, min(2, len(known))):
            said.append(self._decide(wordings("own"), path, "2", slot, s.council, advice))
            self._event(advice, path, slot.day.isoformat(), "rådet selv", "drøftet", "førstehånd", "særskilt")
            self._mention(advice, path, said[-1], "named")
            self._link(("decision", path, said[-1]), "follows_up", advice=advice, reference="særskilt")
        items = [self._filler(phrases()["opening"], path, "1", slot, s.council)]
        items.append(Item(self.rng.choice(phrases()["own_titles"]), tuple(account), None, tuple(said)))
        layout = s.layouts["council"]
        items += self._fillers(path, slot, s.council, start=3, layout=layout)
        self._add(self._paper(slot, path, layout, "referat", "Referat", s.council), items=tuple(items))

    def _second_hand(self, advice: Advice, step: str, day: str, path: str) -> str:
        wording = self.rng.choice(wordings("reported", step))
        quote = self._say(wording.text, advice, day=spoken(date.fromisoformat(day)))
        self._decision(path, "2", "reported", wording.type, self.setting.addressee, day, quote)
        self._event(advice, path, day, "modtager", step, "andenhånd", "særskilt")
        self._link(("decision", path, quote), "follows_up", advice=advice, reference="særskilt")
        return quote

    def _announce(self, day: date, path: str) -> str:
        quote = self._say(self.rng.choice(phrases()["planned"]), day=spoken(day))
        self.corpus.tell(
            "expected_papers", document=path, body=self.setting.addressee, date=day.isoformat(), quote=quote
        )
        return quote

    # --- what stands in any minutes

    def _fillers(self, path: str, slot: Slot, body: str, *, start: int, layout: str) -> list[Item]:
        rows = self.rng.sample(phrases()["fillers"], 2)
        if layout == "plain":
            rows.append(phrases()["closing"])
        return [self._filler(row, path, str(number), slot, body) for number, row in enumerate(rows, start=start)]

    def _filler(self, row: dict[str, str], path: str, number: str, slot: Slot, body: str) -> Item:
        self._decision(path, number, "made", row["type"], body, slot.day.isoformat(), row["decision"])
        return Item(row["title"], (row["account"],) if row["account"] else (), None, (row["decision"],))

    def _decide(
        self, among: list[Wording], path: str, number: str, slot: Slot, body: str, advice: Advice | None = None
    ) -> str:
        wording = self.rng.choice(among)
        quote = self._say(wording.text, advice)
        self._decision(path, number, "made", wording.type, body, slot.day.isoformat(), quote)
        return quote

    def _paper(self, slot: Slot, path: str, layout: str, kind: str, title: str, body: str) -> Paper:
        s = self.setting
        people = tuple(self.rng.sample(self.people[body], 6))
        return Paper(path, layout, kind, title, body, s.authority, slot.day.isoformat(), s.addressee, people, self.case)

    def _add(self, paper: Paper, **parts: tuple[object, ...]) -> None:
        whole = Paper(**{name: getattr(paper, name) for name in Paper.__dataclass_fields__} | parts)
        self.corpus.papers.append(whole)
        self.corpus.tell(
            "documents", document=paper.path, kind=paper.kind, title=paper.title, body=paper.body,
            authority=paper.authority, date=paper.day, layout=paper.layout,
        )  # fmt: skip

    def _roster(self, body: str) -> list[str]:
        first, last, parties = (phrases()[key] for key in ("first_names", "last_names", "parties"))
        names = [f"{a} {b}" for a, b in zip(self.rng.sample(first, 8), self.rng.sample(last, 8), strict=True)]
        elected = body == self.setting.addressee
        return [f"{name} ({self.rng.choice(parties)})" if elected else name for name in names]

    def _path(self, body: str, kind: str, day: date) -> str:
        return f"{slug(self.setting.authority)}/{slug(body)}/{kind}-{day.isoformat()}.pdf"

    def _say(self, text: str, advice: Advice | None = None, **gaps: str) -> str:
        s = self.setting
        if advice is not None:
            gaps |= {"name": advice.name, "refusal": advice.topic.refusal, "to": self.rng.choice(phrases()["others"])}
        # A named committee is called by its name outside its own minutes; "udvalget" is enough within.
        whole = s.body if "day" not in gaps else s.addressee
        return tidy(text.format(body=whole, Body=whole[0].upper() + whole[1:], council=s.council, **gaps))

    # --- the rows of the truth

    def _event(self, advice: Advice, path: str, day: str, role: str, what: str, basis: str, reference: str) -> None:
        body = self.setting.addressee if role == "modtager" else self.setting.council
        if role == "modtager":
            self.past.events.append(Event(advice.key, day, what, basis, reference))
        if what != "udsat":
            self.corpus.tell(
                "status_events", recommendation=advice.key, document=path, date=day, body=body, actor_role=role,
                what=what, basis=basis, reference=reference,
            )  # fmt: skip

    def _mention(self, advice: Advice, path: str, quote: str, how: str) -> None:
        self.corpus.tell("recommendation_mentions", recommendation=advice.key, document=path, quote=quote, how=how)

    def _decision(
        self, path: str, number: str, status: str, type_: str | None, body: str, day: str, quote: str
    ) -> None:
        key = f"{self.setting.prefix}d{len(self.corpus.truth['decisions']) + 1}"
        self.corpus.tell(
            "decisions", decision=key, document=path, agenda_item=number, status=status, type=type_ or "", body=body,
            date=day, quote=quote,
        )  # fmt: skip

    def _link(
        self, source: tuple[str, str, str], relation: str, *, advice: Advice, reference: str, required: str = "1"
    ) -> None:
        kind, document, quote = source
        # What is done with a part, or with two as one, may be read as done with what they were before.
        for old in advice.older if kind == "decision" else ():
            self._link(source, relation, advice=old, reference=reference, required="0")
        self.corpus.tell(
            "links", source_kind=kind, source_document=document, source_quote=quote, relation=relation,
            target_kind="recommendation", target_document=advice.document, target_quote=advice.quote,
            reference=reference, required=required,
        )  # fmt: skip
