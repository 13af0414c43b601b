"""What was decided: in the sections that hold decisions, and in sentences that report one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.extract.bodies import find_bodies, is_own, plain_name
from pipeline.extract.clauses import Clause, find_clauses
from pipeline.extract.dates import find_in
from pipeline.extract.deciders import Decider, decider_here, decider_told
from pipeline.extract.due import decided_when, due_when
from pipeline.extract.edtf import anchor_of
from pipeline.extract.reading import Reading, Sentence
from pipeline.extract.votes import Ballot, read_ballot, vote_rows
from pipeline.lexicons.facts import FactsLexicon
from pipeline.model.document import PassageKind
from pipeline.model.findings import Decision
from pipeline.model.ids import finding_ids
from pipeline.model.paper import Placed
from pipeline.model.place import Proof, Span
from pipeline.model.structure import PaperKind, SectionRole

_LONGEST = 650
# Sections in which a sentence that reports a decision may stand; not stories, not what is put to the meeting.
_SILENT = frozenset({
    SectionRole.PROPOSAL, SectionRole.MEMBER_PROPOSAL, SectionRole.ATTACHMENTS, SectionRole.STORIES, SectionRole.PRESENCE,
    SectionRole.ABSENCE, SectionRole.SIGNATURES, SectionRole.COMPETENCE, SectionRole.RECOMMENDATIONS,
})  # fmt: skip
# "Forretningsudvalgets beslutning den 8. november 2022: Anbefalet."
_DATED = re.compile(r"^[^.:]{3,90}?(?:s beslutning|beslutning i [^.:]{3,60}?|behandling i [^.:]{3,60}?)\b[^:]{0,60}: ?", re.IGNORECASE)
_CONTINUES = re.compile(r"^(?:og|herunder|samt)\b", re.IGNORECASE)
_LIST_OF_POINTS = re.compile(r"\d{1,2}[a-z]?")


@dataclass(frozen=True, slots=True)
class Ruled:
    """A decision before it has an id."""

    clause: Clause
    status: str
    decider: Decider
    date: str | None
    due: str | None
    more: tuple[Span, ...]


def find_decisions(reading: Reading, facts: FactsLexicon) -> tuple[Decision, ...]:
    """One row for each clause with a decision verb of its own, in reading order."""
    rows: list[Ruled] = []
    for placed in reading.prose():
        for sentence in reading.sentences[placed.passage.passage_id]:
            found = list(_in_sentence(sentence, rows, reading, facts))
            rows.extend(sorted(found, key=lambda row: (row.clause.start, row.clause.verb_start)))
    ballots = _ballots(rows, reading, facts)
    texts = [f"{row.clause.type} {_text(row)} {row.clause.start}" for row in rows]
    ids = finding_ids("decisions", reading.paper.document_id, texts)
    return tuple(
        _decision(key, row, ballot, facts) for key, row, ballot in zip(ids, rows, ballots, strict=True)
    )


def _in_sentence(
    sentence: Sentence, before: Sequence[Ruled], reading: Reading, facts: FactsLexicon
) -> Iterator[Ruled]:
    placed = sentence.placed
    dated = _DATED.match(sentence.text)
    if dated is not None and reading.front.kind is not PaperKind.AGENDA:
        yield from _under_heading(_shortened(sentence, dated.end()), dated[0], reading, facts)
    elif placed.role is SectionRole.DECISION and reading.front.kind is not PaperKind.AGENDA:
        yield from _made(sentence, before, reading, facts)
    elif placed.role is SectionRole.HISTORY and _DATED.match(f"{placed.context.section[-1:] and placed.context.section[-1]}:"):
        yield from _under_heading(sentence, placed.context.section[-1], reading, facts)
    elif placed.role not in _SILENT:
        yield from _told(sentence, before, reading, facts)


def _shortened(sentence: Sentence, by: int) -> Sentence:
    return replace(sentence, start=sentence.start + by) if sentence.start + by < sentence.end else sentence


def _under_heading(
    sentence: Sentence, heading: str, reading: Reading, facts: FactsLexicon
) -> Iterator[Ruled]:
    """A decision under a heading that names body and day: today's, or an earlier one that is reported."""
    days = [d.edtf for d in find_in(heading, anchor=anchor_of(reading.front.date), dates=facts.dates)]
    bodies = find_bodies(heading, facts.bodies)
    body = plain_name(bodies[0].name, reading.front) if bodies and not bodies[0].generic else reading.front.body
    own = bool(bodies) and (bodies[0].generic or is_own(bodies[0].name, reading.front))
    today = own and (not days or days[0] == reading.front.date)
    for clause in find_clauses(sentence, "made", facts.decisions):
        decider = decider_here(clause, reading.front, facts) if today else Decider(body, ())
        date = reading.front.date if today else (days[0] if days else None)
        yield Ruled(clause, "made" if today else "reported", decider, date, None, _more(clause, reading))


def _made(
    sentence: Sentence, before: Sequence[Ruled], reading: Reading, facts: FactsLexicon
) -> Iterator[Ruled]:
    if facts.presence.holds("labels", sentence.text) or facts.presence.holds("item_absences", sentence.text):
        return
    if sentence.placed.passage.kind is PassageKind.ITEM and _belongs_to_decision(sentence.placed, before):
        return
    meeting = sentence.placed.meeting
    date = meeting.date if meeting is not None else reading.front.date
    status = "made"
    for clause in find_clauses(sentence, "made", facts.decisions):
        decider = decider_here(clause, reading.front, facts)
        if decider.foreign:
            yield Ruled(clause, "reported", decider, decided_when(clause, reading, facts), None, _more(clause, reading))
            continue
        if _CONTINUES.match(sentence.text) and before and before[-1].clause.sentence.placed is sentence.placed:
            decider = before[-1].decider
        due, plan = due_when(clause, reading, facts)
        if not (clause.joined and clause.auxiliary is None):
            status = "reported" if _recap(clause, facts) else "made"
        yield Ruled(clause, status, decider, date, due, _more(clause, reading) + plan)


def _belongs_to_decision(item: Placed, before: Sequence[Ruled]) -> bool:
    """Whether a list item is part of the decision that introduced its list with a colon."""
    return bool(before) and any(span.passage_id == item.passage.passage_id for span in before[-1].more) or any(
        span.passage_id == item.passage.passage_id for row in before[-4:] for span in row.more
    )


def _recap(clause: Clause, facts: FactsLexicon) -> bool:
    """Whether the item only sums up what the others decided: its title says so, and the tense is the perfect."""
    item = clause.sentence.placed.item
    heads = [*(clause.sentence.placed.context.section), item.title or "" if item is not None else ""]
    return any(facts.decisions.holds("recaps", head) for head in heads) and clause.auxiliary in {"har", "er"}


def _told(sentence: Sentence, before: Sequence[Ruled], reading: Reading, facts: FactsLexicon) -> Iterator[Ruled]:
    """Decisions of a body named in the sentence, in past tense or perfect; and set phrases that report one."""
    last: str | None = None
    taken: list[tuple[int, int]] = []
    for clause in find_clauses(sentence, "phrases", facts.decisions):
        taken.append((clause.verb_start, clause.verb_end))
        body = _body_before(clause, reading, facts)
        yield Ruled(clause, "reported", Decider(body, ()), decided_when(clause, reading, facts), *_due(clause, reading, facts))
    for clause in find_clauses(sentence, "reported", facts.decisions):
        if any(a < clause.verb_end and clause.verb_start < b for a, b in taken):
            continue
        previous = last if last is not None else _body_of(before, sentence)
        decider = decider_told(clause, reading.front, facts, previous)
        if decider is None:
            continue
        last = decider.body
        date = decided_when(clause, reading, facts)
        inherited = _same_occasion(decider, date, before, sentence)
        row = Ruled(clause, "reported", decider, date, *_due(clause, reading, facts))
        yield row if inherited is None else replace(row, date=inherited.date, more=(*row.more, inherited.clause.sentence.span()))


def _due(clause: Clause, reading: Reading, facts: FactsLexicon) -> tuple[str | None, tuple[Span, ...]]:
    due, plan = due_when(clause, reading, facts)
    return due, _more(clause, reading) + plan


def _body_before(clause: Clause, reading: Reading, facts: FactsLexicon) -> str | None:
    """For "…, hvor det blev besluttet": the body that the sentence began with."""
    text = clause.sentence.text[: clause.verb_start]
    where = re.search(r",? hvor(?: \w+){0,3} ?$", text, re.IGNORECASE)
    bodies = [b for b in find_bodies(text, facts.bodies) if not b.genitive and not b.generic] if where else []
    return plain_name(bodies[0].name, reading.front) if bodies else None


def _body_of(before: Sequence[Ruled], sentence: Sentence) -> str | None:
    """The body of the last decision told in the same section."""
    if not before or before[-1].clause.sentence.placed.context.section != sentence.placed.context.section:
        return None
    return before[-1].decider.body


def _same_occasion(decider: Decider, date: str | None, before: Sequence[Ruled], sentence: Sentence) -> Ruled | None:
    """ "Udvalget prioriterede …" right after "Udvalget drøftede på mødet den 5. maj": the same day."""
    if not decider.generic or date is not None or _body_of(before, sentence) != decider.body or decider.body is None:
        return None
    return before[-1] if before[-1].date is not None else None


def _more(clause: Clause, reading: Reading) -> tuple[Span, ...]:
    """The list that the clause introduces: items after a colon, or a next sentence that begins with "Herunder"."""
    sentence = clause.sentence
    placed = sentence.placed
    sentences = reading.sentences[placed.passage.passage_id]
    spans = [s.span() for s in sentences if s.start > sentence.end and re.match(r"herunder\b", s.text, re.IGNORECASE)][:1]
    if sentence.text.rstrip().endswith(":") and sentence.end >= len(placed.passage.text.rstrip()):
        spans += [item.passage.span() for item in reading.items_after(placed)]
    return tuple(spans)


def _text(row: Ruled) -> str:
    """The sentence; of one that is longer than a record may be, the clause."""
    sentence = row.clause.sentence.text
    if len(sentence) < _LONGEST:
        return sentence
    clause = sentence[row.clause.start : row.clause.end]
    if len(clause) < _LONGEST:
        return clause
    return clause[: clause.rindex(" ", 0, _LONGEST - 1)]


def _ballots(rows: Sequence[Ruled], reading: Reading, facts: FactsLexicon) -> list[Ballot]:
    """For each decision the vote told in its sentence and in those up to the next decision of the section."""
    found = []
    for n, row in enumerate(rows):
        following = rows[n + 1] if n + 1 < len(rows) else None
        sentences = list(_until(row, following, reading)) if row.status == "made" else [row.clause.sentence.text]
        found.append(read_ballot(sentences, facts.votes))
    return found


def _until(row: Ruled, following: Ruled | None, reading: Reading) -> Iterator[str]:
    start = row.clause.sentence
    place = reading.places[start.placed.passage.passage_id]
    for placed in reading.passages[place:]:
        if placed.context.section != start.placed.context.section or placed.context.item_id != start.placed.context.item_id:
            return
        for sentence in reading.sentences.get(placed.passage.passage_id, ()):
            same = placed.passage.passage_id == start.placed.passage.passage_id
            if same and sentence.end <= start.start:
                continue
            if following is not None and following.clause.sentence == sentence and sentence != start:
                return
            yield sentence.text


def _decision(key: str, row: Ruled, ballot: Ballot, facts: FactsLexicon) -> Decision:
    clause, placed = row.clause, row.clause.sentence.placed
    return Decision(
        id=key,
        agenda_item=placed.item_number,
        item_id=None if placed.item is None else placed.item.item_id,
        meeting_id=None if placed.meeting is None else placed.meeting.meeting_id,
        status=row.status,
        type=clause.type,
        body=row.decider.body,
        date=row.date,
        due=row.due,
        actors=row.decider.actors,
        points=_points(clause, facts),
        votes_for=ballot.votes_for,
        votes_against=ballot.votes_against,
        votes_abstained=ballot.votes_abstained,
        dissent=ballot.dissent,
        text=_text(row),
        proof=Proof(clause.sentence.span(clause.start, clause.end), clause.rule, clause.score, row.more),
        votes=vote_rows(key, ballot),
    )


def _points(clause: Clause, facts: FactsLexicon) -> tuple[str, ...]:
    """The numbers of the proposal that the clause answers: "1.-3. anbefales" is 1, 2 and 3."""
    found = facts.decisions.first("points", clause.head + clause.sentence.text[clause.verb_start : clause.verb_end])
    if found is None or found.start > clause.verb_start - clause.start:
        return ()
    numbers: list[str] = []
    for piece in re.split(r"\s?(?:,|og|samt)\s?", found.match["points"]):
        ends = _LIST_OF_POINTS.findall(piece)
        if len(ends) == 2 and all(end.isdigit() for end in ends):
            numbers += [str(n) for n in range(int(ends[0]), int(ends[1]) + 1)]
        else:
            numbers += ends
    return tuple(dict.fromkeys(numbers))
