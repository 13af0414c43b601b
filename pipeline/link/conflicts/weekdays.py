"""A day is named with a weekday it did not fall on."""

from collections.abc import Iterator
from datetime import date

from pipeline.link.conflicts.sides import conflict, side
from pipeline.link.corpus import Corpus
from pipeline.model.days import find_days
from pipeline.model.document import Passage
from pipeline.model.place import Proof
from pipeline.model.trail import Conflict

_WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")


def find_weekdays(corpus: Corpus) -> Iterator[Conflict]:
    """One for each day with a wrong weekday."""
    for paper in corpus.papers:
        for passage in paper.document.passages:
            yield from _of_passage(passage, paper.document_id, corpus)


def _of_passage(passage: Passage, document_id: str, corpus: Corpus) -> Iterator[Conflict]:
    for found in corpus.book.every("weekdays", passage.text):
        day = next(find_days(found.match["day"]), None)
        named = found.match["weekday"].casefold()
        if day is None or named == _weekday(day.iso):
            continue
        weekday = passage.span(found.match.start("weekday"), found.match.end("weekday"))
        dated = passage.span(found.match.start("day"), found.match.end("day"))
        left = side(named, document_id, Proof(weekday, found.rule.name))
        right = side(f"{day.iso} er en {_weekday(day.iso)}", document_id, Proof(dated, found.rule.name))
        yield conflict("ugedag og dato", left, right)


def _weekday(iso: str) -> str:
    return _WEEKDAYS[date.fromisoformat(iso).weekday()]
