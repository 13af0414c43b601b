"""What became of the recommendations, in short: what was done with them, by whom, and what cannot be told."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from pipeline.report.status_acts import events_of, marks_of, meant_by, missing_told, steps_of, which
from pipeline.report.status_model import Bullets, Line, Paragraph, Run, Section, line, spaced
from pipeline.report.status_sources import SECOND_HAND, Sources, paper_name, second_hand
from pipeline.report.status_view import NAMED, OWN, RECIPIENT, TOGETHER, Row, View
from pipeline.report.status_words import count_word, listed, quoted, sentence, told_date

# What would be the end of the matter; that none of it is found is told.
_ENDS = ("vedtaget", "afvist", "delvist gennemført", "gennemført")
_PASSED_ON = "oversendt"
_TO_PASS_ON = "besluttet oversendt"
_UNKNOWN = "kan ikke afgøres"
_QUOTE = 260  # letters of a sentence, verbatim


def summary_section(view: View, sources: Sources) -> Section:
    """`Kort fortalt`."""
    if not view.advice:
        return Section("Kort fortalt", (Paragraph(line(_no_advice(view))),))
    lines = [*_issued(view, sources), *_acts(view, sources), *_unknown(view), *_ends(view), *_own_talk(view, sources)]
    return Section("Kort fortalt", (Bullets(tuple(lines)),))


def recipients_section(view: View, sources: Sources) -> Section:
    """`Modtagernes svar`: the status, told once for the recommendations that share it."""
    groups: dict[Line, list[Row]] = defaultdict(list)
    for advice in view.advice:
        groups[_answer(view, sources, advice)].append(advice)
    alike = len(groups) == 1
    lines = [line(_for_whom(view, group, alike=alike), *answer) for answer, group in groups.items()]
    return Section("Modtagernes svar", (Paragraph(lines[0]),) if alike else (Bullets(tuple(lines)),))


def _no_advice(view: View) -> str:
    return f"I de læste papirer er der ikke fundet anbefalinger fra {view.council.name}."


def _issued(view: View, sources: Sources) -> Iterable[Line]:
    papers: dict[tuple[str | None, str], list[Row]] = defaultdict(list)
    for row in view.advice:
        papers[view.issued(row), row["document_id"]].append(row)
    for (issued, _), rows in papers.items():
        dated = "uden dato" if issued is None else f"dateret {told_date(issued)}"
        noun = "anbefaling" if len(rows) == 1 else "anbefalinger"
        yield line(f"{view.council.name} har fremsat {count_word(len(rows))} {noun}, {dated}.", sources.notes(rows))


def _acts(view: View, sources: Sources) -> Iterable[Line]:
    """What recipients did: one line for each sentence of a paper that tells of it."""
    told: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for event in events_of(view, view.advice, RECIPIENT):
        key = (event["passage_id"], event["body"] or "", event["date"] or "", event["basis"], event["reference"])
        told[key].append(event)
    for events in told.values():
        yield _act(view, sources, events)


def _act(view: View, sources: Sources, events: Sequence[Row]) -> Line:
    last = max(events, key=lambda e: len(e["quote"]))
    second = second_hand(last)
    steps = listed(list(dict.fromkeys(e["what"] for e in events)))
    chosen = meant_by(view, events)
    body = last["body"] or "en modtager, papiret ikke nævner"
    source = paper_name(view.papers[last["document_id"]])
    how = f"Andenhånds, ifølge {source}: " if second else ""
    told = f"{how}{which(view, chosen)} er {last['reference']} {steps} af {body}, {told_date(last['date'])}: "
    quote = sentence(quoted(last["quote"], view.vocabulary, width=_QUOTE))
    return line(f"{told[0].upper()}{told[1:]}{quote}", sources.note(last, second_hand=second))


def _unknown(view: View) -> Iterable[Line]:
    open_ones = [row for row in view.advice if _follow_up(view, row) == _UNKNOWN]
    if open_ones:
        told = f"For {which(view, open_ones)} kan det ikke afgøres, hvad modtagerne har svaret."
        yield line(f"{told} {missing_told(view, open_ones)}")


def _ends(view: View) -> Iterable[Line]:
    steps = {e["what"] for e in view.rows["status_events"]} | {_step(view, row) for row in view.advice}
    own = {e["what"] for e in events_of(view, view.advice, OWN)}
    found = ["at en anbefaling er vedtaget, afvist eller gennemført"] if steps.isdisjoint(_ENDS) else []
    found += [] if "prioriteret" in own else ["at rådet har udvalgt en til fokus"]
    if found:
        yield line(f"I de læste papirer er det ikke fundet, {', eller '.join(found)}.")


def _own_talk(view: View, sources: Sources) -> Iterable[Line]:
    """What the council itself did: together, for each in turn, and what it chose."""
    events = events_of(view, view.advice, OWN)
    for day in dict.fromkeys(e["date"] for e in events):
        parts = [
            _talk(view, sources, [e for e in events if e["date"] == day and e["reference"] == reference], reference)
            for reference in (TOGETHER, NAMED)
        ]
        runs = [run for n, part in enumerate(p for p in parts if p) for run in ((Run("; "), *part) if n else part)]
        yield line(f"Rådet selv, {told_date(day)}: ", *runs, ".")


def _talk(view: View, sources: Sources, events: list[Row], reference: str) -> Line:
    if not events:
        return ()
    steps = listed(steps_of(view, events))
    how = f"{reference} {steps}" if reference == TOGETHER else f"nævnt særskilt ({steps})"
    return line(f"{which(view, meant_by(view, events))} {how}", *spaced(marks_of(sources, events)))


def _for_whom(view: View, group: Sequence[Row], *, alike: bool) -> str:
    head = which(view, group)
    return f"Ens for {head}: " if alike and len(group) > 1 else f"{head[0].upper()}{head[1:]}: "


def _answer(view: View, sources: Sources, advice: Row) -> Line:
    status = view.status(advice["recommendation_id"])
    if status is None:
        return line("tabellerne har ingen status for denne dag; kan ikke afgøres.")
    acts = [e for e in events_of(view, [advice], RECIPIENT) if e["what"] == status["status"]]
    second = any(second_hand(e) for e in acts)
    since = "" if status["since"] is None else f", {told_date(status['since'])}"
    hand = f" ({SECOND_HAND})" if second else ""
    marks = [sources.note(acts[-1], second_hand=second)] if acts else []
    follow_up = f". {_follow_up_told(view, advice, status)}"
    return line(Run(status["status"], strong=True), f"{since}{hand}", *marks, follow_up)


def _follow_up_told(view: View, advice: Row, status: Row) -> str:
    whats = {e["what"] for e in events_of(view, [advice], RECIPIENT)}
    waiting = (
        "At de skal oversendes, er besluttet; at de er oversendt, er ikke fundet. "
        if status["status"] == _TO_PASS_ON and _PASSED_ON not in whats
        else ""
    )
    if status["follow_up"] == _UNKNOWN:
        return f"{waiting}Opfølgning: kan ikke afgøres. {missing_told(view, [advice])}"
    if status["follow_up"] == "ingen fundet":
        searched = [paper_name(view.papers[d]) for d in status["searched"] if d in view.papers]
        return f"{waiting}Ingen opfølgning fundet i {listed(searched) or 'modtagerens papirer'}."
    return f"{waiting}Opfølgning: {status['follow_up']}."


def _follow_up(view: View, advice: Row) -> str:
    status = view.status(advice["recommendation_id"])
    return _UNKNOWN if status is None else str(status["follow_up"])


def _step(view: View, advice: Row) -> str:
    status = view.status(advice["recommendation_id"])
    return "" if status is None else str(status["status"])
