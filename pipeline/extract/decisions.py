"""What was decided: in the sections that hold decisions, and in sentences that report one."""

from collections.abc import Iterator, Sequence

from pipeline.extract.clauses import Clause
from pipeline.extract.dated import (
    Occasion,
    after_heading,
    dated_heading,
    occasion_of,
    ruled_under,
    shortened,
    told_in_history,
)
from pipeline.extract.made import is_misplaced, only_leads, ruled_here
from pipeline.extract.minuted import minuted_passages
from pipeline.extract.points import points_of
from pipeline.extract.reading import Reading, Sentence
from pipeline.extract.ruled import Ruled
from pipeline.extract.told import backed_by, ruled_elsewhere
from pipeline.extract.votes import Ballot, read_ballot, vote_rows
from pipeline.lexicons.facts import FactsLexicon
from pipeline.model.findings import Decision
from pipeline.model.ids import finding_ids
from pipeline.model.paper import Placed
from pipeline.model.place import Proof
from pipeline.model.structure import PaperKind, SectionRole

_LONGEST = 650
# "Godkendt." says little without the remark that follows it.
_SHORT = 30
# Sections in which a sentence that reports a decision may stand; not stories, not what is put to the meeting.
_SILENT = frozenset({
    SectionRole.PROPOSAL, SectionRole.MEMBER_PROPOSAL, SectionRole.ATTACHMENTS, SectionRole.STORIES,
    SectionRole.PRESENCE, SectionRole.ABSENCE, SectionRole.SIGNATURES, SectionRole.COMPETENCE,
    SectionRole.RECOMMENDATIONS,
})  # fmt: skip
_BEFORE_ITEMS = frozenset({SectionRole.PRESENCE, SectionRole.ABSENCE, None})


def find_decisions(reading: Reading, facts: FactsLexicon) -> tuple[Decision, ...]:
    """One row for each clause with a decision verb of its own, in reading order."""
    rows: list[Ruled] = []
    minuted = minuted_passages(reading, facts)
    for placed in reading.prose():
        for sentence in reading.sentences[placed.passage.passage_id]:
            found = list(_in_sentence(sentence, rows, minuted, reading, facts))
            rows.extend(sorted(found, key=lambda row: (row.clause.start, row.clause.verb_start)))
    rows = [row for n, row in enumerate(rows) if not only_leads(row, rows[n + 1 : n + 2])]
    ballots = _ballots(rows, reading, facts)
    texts = [f"{row.clause.type} {row.clause.sentence.text} {row.clause.start}" for row in rows]
    ids = finding_ids("decisions", reading.paper.document_id, texts)
    return tuple(
        _decision(key, row, ballot, reading, facts) for key, row, ballot in zip(ids, rows, ballots, strict=True)
    )


def _in_sentence(
    sentence: Sentence, before: Sequence[Ruled], minuted: frozenset[str], reading: Reading, facts: FactsLexicon
) -> Iterator[Ruled]:
    placed = sentence.placed
    history = placed.role is SectionRole.HISTORY
    dated = after_heading(sentence, history=history) if reading.front.kind is not PaperKind.AGENDA else None
    if dated is not None:
        yield from ruled_under(dated[1], occasion_of(dated[0], reading, facts), reading, facts)
    elif placed.passage.passage_id in minuted:
        yield from _minuted(sentence, before, reading, facts)
    elif is_misplaced(sentence, minuted, reading, facts):
        yield from ruled_here(sentence, before, reading, facts)
    elif history and (occasion := _in_history(placed, reading, facts)) is not None:
        yield from ruled_under(sentence, occasion, reading, facts)
    elif placed.item is None and placed.role in _BEFORE_ITEMS and reading.front.kind is PaperKind.MINUTES:
        # "Der var enighed om ny rækkefølge" stands with those present, before the first item.
        made = list(ruled_here(sentence, before, reading, facts))
        yield from (row for row in made if row.clause.type == "enighed")
    elif placed.role is SectionRole.PROPOSAL and reading.front.kind is PaperKind.MINUTES:
        yield from backed_by(sentence, reading, facts)
    elif placed.role not in _SILENT:
        yield from ruled_elsewhere(sentence, before, reading, facts)


def _minuted(sentence: Sentence, before: Sequence[Ruled], reading: Reading, facts: FactsLexicon) -> Iterator[Ruled]:
    """Decisions of a section that holds them; under a heading with the body and day of another meeting, its own."""
    label = facts.decisions.first("labels", sentence.text)
    if label is not None and label.rule.value == "referat":
        sentence = shortened(sentence, label.end)
    heading = dated_heading(sentence.placed)
    occasion = None if heading is None else occasion_of(heading, reading, facts)
    if occasion is None or occasion.own_day:
        return ruled_here(sentence, before, reading, facts)
    return ruled_under(sentence, occasion, reading, facts)


def _in_history(placed: Placed, reading: Reading, facts: FactsLexicon) -> Occasion | None:
    heading = dated_heading(placed)
    return told_in_history(placed, reading, facts) if heading is None else occasion_of(heading, reading, facts)


def _text(row: Ruled, reading: Reading) -> str:
    """The sentence as printed, with its number and, when it is only a word or two, the remark that follows it.

    Of a sentence that is longer than a record may be, the clause.
    """
    sentence = _printed(row.clause, reading)
    if len(sentence) < _LONGEST:
        return sentence
    sentence = row.clause.sentence.text
    clause = sentence[row.clause.start : row.clause.end]
    if len(clause) < _LONGEST:
        return clause
    return clause[: clause.rindex(" ", 0, _LONGEST - 1)]


def _printed(clause: Clause, reading: Reading) -> str:
    sentence, passage = clause.sentence, clause.sentence.placed.passage
    all_of_it = reading.sentences[passage.passage_id]
    place = next(n for n, s in enumerate(all_of_it) if s.end == sentence.end)
    start = 0 if place == 0 and passage.text[:1].isalnum() else all_of_it[place].start
    end = sentence.end
    if len(sentence.text) < _SHORT and place + 1 < len(all_of_it):
        end = all_of_it[place + 1].end
    return passage.text[start : end if end - start < _LONGEST else sentence.end]


def _ballots(rows: Sequence[Ruled], reading: Reading, facts: FactsLexicon) -> list[Ballot]:
    """For each decision the vote told in its sentence and in those up to the next decision of the section."""
    found = []
    for n, row in enumerate(rows):
        following = rows[n + 1] if n + 1 < len(rows) else None
        sentences = list(_until(row, following, reading)) if row.status == "made" else [row.clause.sentence.text]
        found.append(read_ballot(sentences, facts.votes, rejected=row.clause.type == "forkastet"))
    return found


def _until(row: Ruled, following: Ruled | None, reading: Reading) -> Iterator[str]:
    start = row.clause.sentence
    place = reading.places[start.placed.passage.passage_id]
    for placed in reading.passages[place:]:
        if (
            placed.context.section != start.placed.context.section
            or placed.context.item_id != start.placed.context.item_id
        ):
            return
        for sentence in reading.sentences.get(placed.passage.passage_id, ()):
            same = placed.passage.passage_id == start.placed.passage.passage_id
            if same and sentence.end <= start.start:
                continue
            if following is not None and _same(following.clause.sentence, sentence) and not _same(sentence, start):
                return
            yield sentence.text


def _same(one: Sentence, other: Sentence) -> bool:
    """Whether two are one sentence, though a label may have been taken off one of them."""
    return one.end == other.end and one.placed.passage.passage_id == other.placed.passage.passage_id


def _decision(key: str, row: Ruled, ballot: Ballot, reading: Reading, facts: FactsLexicon) -> Decision:
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
        points=points_of(clause, facts),
        votes_for=ballot.votes_for,
        votes_against=ballot.votes_against,
        votes_abstained=ballot.votes_abstained,
        dissent=ballot.dissent,
        text=_text(row, reading),
        proof=Proof(clause.sentence.span(clause.start, clause.end), clause.rule, clause.score, row.more),
        votes=vote_rows(key, ballot),
    )
