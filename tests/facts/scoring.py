"""What is found in a row, in the words of its tags, and how much of it is right."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from pipeline.extract import extract_findings
from pipeline.model.findings import Attendance, Decision, Findings, Membership, RecommendationMention
from pipeline.model.paper import Paper
from pipeline.model.place import Proof, Span
from tests.facts.rows import Row, Tag
from tests.unit.extract.papers import CONTEXT, NLP, paper

# Of these a row need not name all there are: only what is missing counts.
NAMED_IN_PASSING = frozenset({"person", "org", "sted"})
# What makes one of these right as a whole, beside its place: counted as `KIND.hel`.
WHOLE = {"anbefaling": ("værdi", "giver", "til"), "historie": ("værdi", "af")}
# How a council speaks of itself: the finding holds its name.
_OWN_COUNCIL = frozenset({"rådet", "udvalget", "vi", "panelet", "brugerrådet", "bestyrelsen", "forummet"})
_STATUS = {"til stede": "tilstede", "afbud": "afbud", "fraværende": "fraværende", "delvist": "delvist"}
_UNITS = {"kr.": 1.0, "1.000 kr.": 1e3, "mio. kr.": 1e6, "mia. kr.": 1e9}


@dataclass(frozen=True)
class Fact:
    """One thing found: `name` tells people and parties apart where several stand in one sentence."""

    kind: str
    value: str
    keys: Mapping[str, str | None]
    spans: tuple[Span, ...]
    name: str | None = None


@dataclass
class Tally:
    """How many there are, are found, and are right, in each kind and in each of its keys."""

    there: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    def f1(self, kind: str) -> float:
        """Twice what is right over what there is and what is found; recall where only what is missing counts."""
        if self.there[kind] + self.found[kind] == 0:
            return 1.0
        if kind in NAMED_IN_PASSING:
            return self.right[kind] / self.there[kind]
        return 2 * self.right[kind] / (self.there[kind] + self.found[kind])


def facts_in(row: Row) -> tuple[Paper, list[Fact]]:
    """The row as a paper, and what is found in it."""
    made = paper(
        *row.lines,
        kind=row.kind,
        body=row.body,
        authority=row.authority,
        date=row.date,
        planned=row.planned,
    )
    return made, list(_facts(extract_findings(made, context=CONTEXT, nlp=NLP)))


def tally(rows: Iterable[Row]) -> Tally:
    """All rows held against what is found in them."""
    counted = Tally()
    for row in rows:
        made, facts = facts_in(row)
        for kind in sorted(row.complete):
            _judge(row, made, kind, [fact for fact in facts if fact.kind == kind], counted)
    return counted


def _judge(row: Row, made: Paper, kind: str, facts: list[Fact], counted: Tally) -> None:
    tags = [_named(tag, row) for tag in row.tags if tag.kind == kind]
    for counter, number in ((counted.there, len(tags)), (counted.found, len(facts))):
        counter[kind] += number
        if kind in WHOLE:
            counter[f"{kind}.hel"] += number
    free = list(facts)
    for tag in tags:
        partner = max((f for f in free if _meets(tag, f, row, made)), key=lambda f: _agreement(tag, f), default=None)
        if partner is not None and kind in WHOLE:
            counted.right[f"{kind}.hel"] += _is_whole(tag, partner)
        for key, told in _told(tag).items():
            counted.there[f"{kind}.{key}"] += 1
            if partner is not None:
                counted.found[f"{kind}.{key}"] += 1
                hit = _equal(key, told, partner.value if key == "værdi" else partner.keys.get(key), kind)
                counted.right[f"{kind}.{key}"] += hit
                if not hit:
                    got = partner.value if key == "værdi" else partner.keys.get(key)
                    counted.errors.append(f"{row.id} {kind} {key}: {told} is {got} »{tag.text}«")
        if partner is None:
            counted.errors.append(f"{row.id} {kind} missed: {tag.value} »{tag.text}«")
        else:
            free.remove(partner)
            counted.right[kind] += 1
    if kind not in NAMED_IN_PASSING:
        counted.errors += [f"{row.id} {kind} wrong: {f.value} {f.name or ''} »{_quote(f)}«" for f in free]


def _named(tag: Tag, row: Row) -> Tag:
    """The tag with the text of what it is under in place of its name, and the paper's own council by its full name."""
    if tag.kind == "anbefaling" and _fold(tag.keys.get("giver", "")) in _OWN_COUNCIL:
        tag = replace(tag, keys={**tag.keys, "giver": row.body or "-"})
    if "under" not in tag.keys:
        return tag
    above = next(t.text for t in row.tags if t.keys.get("navn") == tag.keys["under"])
    return replace(tag, keys={**tag.keys, "under": above})


def _is_whole(tag: Tag, fact: Fact) -> bool:
    told = _told(tag)
    known = [key for key in WHOLE[tag.kind] if key in told]
    return all(_equal(k, told[k], fact.value if k == "værdi" else fact.keys.get(k), tag.kind) for k in known)


def _told(tag: Tag) -> dict[str, str]:
    """What the tag says beside its place; a decision is made here unless it says that it is reported."""
    keys = {key: value for key, value in tag.keys.items() if key != "navn"}
    if tag.kind == "beslutning":
        keys.setdefault("status", "made")
    if tag.kind == "anbefaling":
        keys.setdefault("kilde", "egen")
    return {**({"værdi": tag.value} if tag.value and tag.kind != "stemme" else {}), **keys}


def _meets(tag: Tag, fact: Fact, row: Row, made: Paper) -> bool:
    if fact.name is not None:
        own, other = _fold(tag.text), _fold(fact.name)
        named = own == other or own in other.split(" ") or other in own.split(" ") or other in own or own in other
        return named and (tag.kind != "stemme" or tag.value == fact.value)
    return any(_overlap(tag, span, row, made) for span in fact.spans)


def _overlap(tag: Tag, span: Span, row: Row, made: Paper) -> bool:
    """Whether the span holds part of the tag. A line and its passage end alike, but begin otherwise."""
    passages = {p.passage_id: p for p in made.document.passages}
    passage = passages[span.passage_id]
    line = row.lines[tag.line]
    if line.startswith("| "):
        return tag.text in passage.text and (tag.text in span.quote or span.quote in tag.text)
    if made.document.passages[_place(row, tag.line)].passage_id != span.passage_id:
        return False
    shift = len(passage.text) - len(line)
    return span.start < tag.end + shift and tag.start + shift < span.end


def _place(row: Row, line: int) -> int:
    """Which passage a line became: rows of a table that follow each other became one."""
    joined = [
        n for n, text in enumerate(row.lines) if n and text.startswith("| ") and row.lines[n - 1].startswith("| ")
    ]
    return line - sum(n <= line for n in joined)


def _agreement(tag: Tag, fact: Fact) -> tuple[int, int]:
    told = _told(tag)
    same = sum(_equal(k, v, fact.value if k == "værdi" else fact.keys.get(k), tag.kind) for k, v in told.items())
    return same, -abs(len(_quote(fact)) - len(tag.text))


def _equal(key: str, told: str, got: str | None, kind: str) -> bool:
    if got is None:
        return told in {"", "-", "ingen"}
    if told == "-":
        return False
    if kind == "beløb" and key == "værdi":
        return abs(float(told) - float(got)) < 0.5
    if key in {"hvem", "af", "org", "organ", "udpeget", "giver", "til", "under"}:
        return _fold(told) in _fold(got) or _fold(got) in _fold(told)
    if key == "dissens":
        return bool(got)
    return _fold(told) == _fold(got)


def _fold(text: str) -> str:
    return " ".join(re.findall(r"[\w./~%-]+", text.casefold())).strip(".")


def _quote(fact: Fact) -> str:
    return fact.spans[0].quote if fact.spans else fact.name or ""


def _facts(found: Findings) -> Iterator[Fact]:
    members = {m.person for m in found.memberships}
    yield from map(_member, found.memberships)
    yield from (
        Fact({"organisation": "org", "sted": "sted", "person": "person"}[m.entity_kind], "", {}, _spans(m.proof))
        for m in found.entity_mentions
        if m.entity_kind != "person" or m.text not in members
    )
    yield from map(_attending, (a for a in found.attendance if a.status in _STATUS))
    yield from map(_decided, found.decisions)
    yield from (
        Fact("stemme", vote.vote, {}, (), vote.voter) for decision in found.decisions for vote in decision.votes
    )
    yield from (Fact("indstilling", "", {"nr": p.number}, _spans(p.proof)) for p in found.proposals)
    yield from (Fact("dato", d.edtf, {"rolle": d.role}, _spans(d.proof)) for d in found.dates if d.edtf)
    yield from (Fact("bidrag", c.kind, {"af": c.said_by}, _spans(c.proof)) for c in found.contributions)
    yield from (Fact("aftale", "", {"hvem": c.responsible, "frist": c.due}, _spans(c.proof)) for c in found.commitments)
    yield from (
        Fact("beløb", str(a.value * _UNITS.get(a.unit, 1.0)), {"år": a.year}, _spans(a.proof)) for a in found.amounts
    )
    yield from (Fact(r.kind, "", {}, _spans(r.proof)) for r in found.references)
    yield from (
        Fact(
            "sæde", "", {"antal": _number(s.number), "udpeget": s.appointed_by, "org": s.organisation}, _spans(s.proof)
        )
        for s in found.seats
    )
    yield from (Fact("bestemmelse", c.kind, {}, _spans(c.proof)) for c in found.clauses)
    texts = {r.id: r.text for r in found.recommendations}
    yield from (_advised(r, texts) for r in found.recommendations)
    yield from (
        Fact("historie", s.kind, {"af": s.told_by, "del": "ja" if s.part_of else None}, _spans(s.proof))
        for s in found.stories
    )


def _advised(mention: RecommendationMention, texts: Mapping[str, str]) -> Fact:
    if mention.how != "full":
        return Fact("omtale", mention.how, {}, _spans(mention.proof))
    keys = {
        "giver": mention.said_by or mention.issued_by,
        "til": mention.addressed_to,
        "nr": mention.number,
        "kilde": mention.source,
        "under": next((texts[parent] for parent in mention.parents), None),
    }
    return Fact("anbefaling", str(mention.strength), keys, _spans(mention.proof))


def _member(m: Membership) -> Fact:
    keys = {"rolle": m.role, "parti": m.party, "org": m.organisation, "start": m.term_start, "slut": m.term_end}
    return Fact("medlem", "", keys, _spans(m.proof), m.person)


def _attending(a: Attendance) -> Fact:
    return Fact(_STATUS[a.status], "", {"som": a.capacity}, _spans(a.proof), a.person)


def _decided(d: Decision) -> Fact:
    keys = {
        "status": d.status,
        "frist": d.due,
        "organ": d.body,
        "dato": d.date,
        "punkter": ",".join(d.points) or None,
        "for": _number(d.votes_for),
        "imod": _number(d.votes_against),
        "undlod": _number(d.votes_abstained),
        # Numbers alone show that not all agreed, too.
        "dissens": d.dissent or (_number(d.votes_against) if d.votes_against else None),
    }
    return Fact("beslutning", d.type, keys, _spans(d.proof))


def _number(value: int | None) -> str | None:
    return None if value is None else str(value)


def _spans(proof: Proof) -> tuple[Span, ...]:
    return (proof.span,)
