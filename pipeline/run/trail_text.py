"""Trails and searches as lines for the terminal."""

from collections.abc import Iterator, Sequence

from pipeline.run.lookup import (
    ADVICE,
    DECISION,
    DOCUMENTED,
    INPUT,
    PLURALS,
    SEARCHED,
    STORY,
    Found,
    Lookup,
    count,
    day,
    together,
)
from pipeline.run.search import Hit, Search
from pipeline.run.traces import NEAR, Hop, Leg, Trace
from pipeline.run.words import safe, shorten

_QUOTE = 160
_CANDIDATES, _WORTH = 3, 0.1
"""So many candidates are shown, from this score on; `raadspor explain` shows them all."""
_ONWARD = 3
_CHILDREN = 3
_HEADS = {
    ("supports", False): "Anbefalinger, den kan underbygge",
    ("supports", True): "Borgerhistorier og udsagn, der kan underbygge den",
    ("follows_up", False): "Anbefalinger, den følger op på",
    ("follows_up", True): "Beslutninger, der følger op",
    ("decides", False): "Indstillinger, den tager stilling til",
    ("decides", True): "Beslutninger om den",
    ("elaborates", False): "Uddyber",
    ("elaborates", True): "Uddybes af",
    ("restates", False): "Gentager",
    ("restates", True): "Gentages af",
    ("taken_up_in", False): "Input og forslag, der tager det op",
    ("taken_up_in", True): "Borgerhistorier og udsagn, det tager op",
    ("splits", False): "Er skilt ud fra",
    ("splits", True): "Er delt i",
    ("merges", False): "Samler",
    ("merges", True): "Er gået ind i",
    ("postpones", False): "Udsætter",
    ("postpones", True): "Udsættes af",
    ("carries_out", False): "Fører ud i livet",
    ("carries_out", True): "Føres ud i livet af",
    ("stands_in", True): "Beslutningen, den står i",
    ("refers_to", False): "Papirer, der henvises til",
}
_NEARBY = "{what}, der ligner (ingen kobling er fundet)"


def render_trace(trace: Trace) -> str:
    """The trail as lines, each finding with its quote, page and id, each step with how sure it is and why."""
    start, lookup = trace.start, trace.lookup
    lines = [f"{start.name}  {start.id}", *_quote(start, "  ", whole=True)]
    status = status_lines(lookup, start)
    lines += ["", *status] if status else []
    for leg in trace.legs:
        lines += ["", *_leg(lookup, leg)]
    lines += ["", *missing_links(trace)]
    return "\n".join(lines).rstrip()


def status_lines(lookup: Lookup, start: Found) -> list[str]:
    """How far a recommendation has come, and each thing that happened to it; nothing for other findings."""
    return list(_status(lookup, start, "", events=True)) if start.kind == ADVICE else []


def head_of(leg: Leg) -> str:
    """What a leg is called."""
    what = PLURALS[leg.kind][1].capitalize()
    if leg.relation == NEAR:
        return _NEARBY.format(what=what)
    if (leg.relation, leg.backward) == ("stands_in", False):
        return f"{what}, der står i den"
    return _HEADS.get((leg.relation, leg.backward), f"{what} ({leg.relation})")


def missing_links(trace: Trace) -> Iterator[str]:
    """What the trail does not have, and what was looked through: silence is told, not shown as an empty space."""
    linked = [hop for leg in trace.legs if leg.relation != NEAR for hop in leg.hops]
    reached = {one.found.kind for hop in linked for one in (hop, *hop.onward)}
    wanted = [kind for kind in (STORY, ADVICE, INPUT, DECISION) if kind != trace.start.kind]
    for kind in wanted:
        number = len(trace.lookup.of(kind))
        if number == 0:
            yield f"Samlingen har ingen {PLURALS[kind][1]}."
        elif kind not in reached:
            yield f"Ingen {PLURALS[kind][1]} er koblet til; søgt i {count(number, kind)}."
    if trace.legs and all(hop.strength != DOCUMENTED for leg in trace.legs for hop in leg.hops):
        yield "Ingen kobling er dokumenteret: det er spor, som en læser må vurdere."


def render_search(found: Search) -> str:
    """What was looked through, every hit with its id, and what is near."""
    looked = together([count(number, kind) for kind, number in found.searched])
    lines = [f"Søgt efter »{safe(found.text)}« i {looked}."]
    for kind in SEARCHED:
        lines += _hits([hit for hit in found.hits if hit.found.kind == kind], kind)
    silent = [kind for kind, number in found.searched if all(hit.found.kind != kind for hit in found.hits)]
    if silent:
        lines += ["", f"Ikke fundet i {together([PLURALS[kind][1] for kind in silent])}."]
    if found.near:
        lines += ["", "Muligt spor (ligner, men nævner det ikke)", *(line for hit in found.near for line in _hit(hit))]
    return "\n".join(lines)


def _hits(hits: Sequence[Hit], kind: str) -> list[str]:
    if not hits:
        return []
    return ["", f"{count(len(hits), kind)}", *(line for hit in hits for line in _hit(hit))]


def _hit(hit: Hit) -> Iterator[str]:
    yield f"  {hit.found.id}  {hit.found.name}  ({hit.reason})"
    yield from _quote(hit.found, "    ")


def _leg(lookup: Lookup, leg: Leg) -> Iterator[str]:
    """Facts whole, of candidates the best; of what elaborates, the first ones."""
    yield head_of(leg)
    most = _CHILDREN if leg.relation == "elaborates" else len(leg.hops)
    facts = [hop for hop in leg.hops if hop.link is None or hop.link["fact"]]
    others = [hop for hop in leg.hops if hop.link is not None and not hop.link["fact"]]
    best = [hop for hop in others if hop.link is not None and hop.link["score"] >= _WORTH][:_CANDIDATES]
    for hop in (*facts[:most], *best):
        yield from _hop(lookup, hop)
    left = len(leg.hops) - len(facts[:most]) - len(best)
    if left:
        yield f"  … {left} mere" if left == 1 else f"  … {left} flere"


def _hop(lookup: Lookup, hop: Hop) -> Iterator[str]:
    yield f"  {told(hop)}  {hop.found.name}  {hop.found.id}"
    if hop.link is not None and hop.link["reference"] == "samlet":
        yield f"    {quoted(hop.found)}  [kobling {hop.link['link_id']}]"
        return
    yield from _quote(hop.found, "    ")
    yield f"    {safe(hop.reason)}{'' if hop.link is None else '  [kobling ' + hop.link['link_id'] + ']'}"
    if hop.found.kind == ADVICE and hop.link is not None and hop.link["relation"] != "elaborates":
        yield from _status(lookup, hop.found, "    ", events=False)
        yield from _onward(hop)


def told(hop: Hop) -> str:
    """`Dokumenteret (0.95, samlet)`."""
    if hop.link is None:
        return hop.strength
    reference = hop.link["reference"]
    manner = f", {reference}" if reference in ("samlet", "særskilt") else ""
    return f"{hop.strength} ({hop.link['score']:.2f}{manner})"


def _onward(hop: Hop) -> Iterator[str]:
    for step in hop.onward[:_ONWARD]:
        yield f"    -> {told(step)}  {step.found.name}  {step.found.id}: {quoted(step.found)}"
    if len(hop.onward) > _ONWARD:
        yield f"    -> … {len(hop.onward) - _ONWARD} flere: raadspor trace {hop.found.id}"


def _status(lookup: Lookup, advice: Found, indent: str, *, events: bool) -> Iterator[str]:
    status = lookup.status(advice)
    if status is not None:
        yield (
            f"{indent}Status pr. {day(status['as_of'])}: {status['status']}; opfølgning: {status['follow_up']}"
            f"{' (' + safe(status['reason']) + ')' if events else ''}"
        )
    for event in lookup.events(advice) if events else ():
        what = (
            day(event["date"]) or "uden dato",
            safe(event["body"] or "navn ikke nævnt"),
            event["actor_role"],
            event["what"],
        )
        yield f"{indent}  {'  '.join(what)}  ({event['basis']}, {event['reference']}; {lookup.cite_row(event)})"


def _quote(found: Found, indent: str, *, whole: bool = False) -> Iterator[str]:
    yield f"{indent}»{safe(found.text) if whole else shorten(found.text, _QUOTE)}«"
    yield f"{indent}({safe(found.source)})"


def quoted(found: Found) -> str:
    """A quote with its source on one line."""
    return f"»{shorten(found.text, 80)}« ({safe(found.source)})"
