"""What the next sentences add to an agreement: "Frist: 1. juni. Ansvarlig: sekretariatet." """

from collections.abc import Iterator
from dataclasses import replace

from pipeline.extract.promise import Promise
from pipeline.extract.promise_due import due_of
from pipeline.extract.reading import Reading, Sentence
from pipeline.lexicons.facts import FactsLexicon


def with_notes(promise: Promise, reading: Reading, facts: FactsLexicon) -> Promise:
    """The promise with the day and the person that the sentences right after it name, where it names none itself."""
    for sentence in _after(promise, reading):
        note = facts.agreements.first("notes", sentence.text)
        if note is None:
            break
        told = note.match["what"].strip(" .")
        if note.rule.value == "hvem" and promise.responsible is None:
            promise = replace(promise, responsible=told, more=(*promise.more, sentence.span()))
        if note.rule.value == "hvornår" and promise.due is None:
            due, more = due_of(told, sentence.placed, reading, facts)
            promise = replace(promise, due=due, more=(*promise.more, sentence.span(), *more))
    return promise


def _after(promise: Promise, reading: Reading) -> Iterator[Sentence]:
    """The sentences of its passage that begin after it."""
    return (s for s in reading.sentences.get(promise.span.passage_id, ()) if s.start >= promise.span.end)
