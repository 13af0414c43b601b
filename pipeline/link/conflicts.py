"""Values that contradict each other: page numbers of the contents, numbers of members, weekdays and dates."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from rapidfuzz import fuzz

from pipeline.lexicons.rules import RuleBook
from pipeline.link.corpus import Corpus, located
from pipeline.model.days import find_days
from pipeline.model.document import PassageKind
from pipeline.model.ids import digest, fold
from pipeline.model.paper import Paper
from pipeline.model.place import Proof
from pipeline.model.structure import AgendaItem
from pipeline.model.trail import Conflict, LocatedProof

_WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
_NUMBERS = "fem seks syv otte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten tyve"
_COUNTS = {word: str(number) for number, word in enumerate(_NUMBERS.split(), 5)}
_SAME_TITLE = 90.0


@dataclass(frozen=True, slots=True)
class _Value:
    """A value and where it stands; `date` of its paper, for the order of the two sides."""

    value: str
    date: str
    located: LocatedProof


def find_conflicts(corpus: Corpus) -> tuple[Conflict, ...]:
    """All contradictions, sorted by id; the older paper, or the earlier place, is the left."""
    found: dict[str, Conflict] = {}
    for paper in corpus.papers:
        for conflict in (*_contents(paper, corpus.book), *_weekdays(paper, corpus.book)):
            found.setdefault(conflict.conflict_id, conflict)
    for conflict in _members(corpus):
        found.setdefault(conflict.conflict_id, conflict)
    return tuple(found[key] for key in sorted(found))


def _conflict(about: str, left: _Value, right: _Value) -> Conflict:
    places = (left.located.proof.span, right.located.proof.span)
    parts = [f"{span.passage_id} {span.start} {span.end}" for span in places]
    key = digest("conflicts", about, left.value, right.value, *parts)
    return Conflict(key, about, left.value, left.located, right.value, right.located)


def _contents(paper: Paper, book: RuleBook) -> Iterator[Conflict]:
    """The printed contents name another page than the one the item stands on."""
    passages = {p.passage_id: p for p in paper.document.passages}
    for passage in paper.document.passages:
        if passage.kind is not PassageKind.FURNITURE:
            continue
        for found in book.every("contents_lines", passage.text):
            item = _item_of(paper.structure.items, found.match["number"], found.match["title"])
            heading = None if item is None else passages.get(item.heading_id or "")
            if item is None or heading is None or str(item.page) == found.match["page"]:
                continue
            start = found.match.start("page")
            printed = Proof(passage.span(start, found.match.end("page")), found.rule.name, found.rule.score)
            stands = Proof(heading.span(), "structure.item")
            left = _Value(f"side {found.match['page']}", "", located(paper.document_id, printed))
            right = _Value(f"side {item.page}", "", located(paper.document_id, stands))
            yield _conflict(f"side for punkt {item.number or item.title}: indholdsfortegnelsen og punktet", left, right)


def _item_of(items: Sequence[AgendaItem], number: str | None, title: str) -> AgendaItem | None:
    """The item of a line of the contents: its number where both have one, and its title."""
    for item in items:
        same_title = fuzz.ratio(fold(item.title or ""), fold(title)) >= _SAME_TITLE
        if same_title and (number is None or item.number is None or item.number == number):
            return item
    return None


def _weekdays(paper: Paper, book: RuleBook) -> Iterator[Conflict]:
    """A day is named with a weekday it did not fall on."""
    for passage in paper.document.passages:
        for found in book.every("weekdays", passage.text):
            day = next(find_days(found.match["day"]), None)
            if day is None or found.match["weekday"].casefold() == _weekday(day.iso):
                continue
            named = passage.span(found.match.start("weekday"), found.match.end("weekday"))
            dated = passage.span(found.match.start("day"), found.match.end("day"))
            left = _Value(
                found.match["weekday"].casefold(), "", located(paper.document_id, Proof(named, found.rule.name))
            )
            right = _Value(
                f"{day.iso} er en {_weekday(day.iso)}",
                "",
                located(paper.document_id, Proof(dated, found.rule.name)),
            )
            yield _conflict("ugedag og dato", left, right)


def _members(corpus: Corpus) -> Iterator[Conflict]:
    """Papers of one body say that it consists of different numbers of members; one pair for each two numbers."""
    values: dict[str, dict[str, _Value]] = defaultdict(dict)
    for paper in corpus.papers:
        body_id = corpus.body_id(paper.document_id)
        if body_id is None:
            continue
        for passage in paper.document.body():
            for found in corpus.book.every("member_counts", passage.text):
                count = _COUNTS.get(found.match["count"].casefold(), found.match["count"])
                proof = Proof(passage.span(found.start, found.end), found.rule.name, found.rule.score)
                value = _Value(count, corpus.date(paper.document_id) or "~", located(paper.document_id, proof))
                old = values[body_id].get(count)
                values[body_id][count] = value if old is None else min(old, value, key=_order)
    for body_id, counts in sorted(values.items()):
        for left, right in combinations(sorted(counts.values(), key=_order), 2):
            yield _conflict(f"antal medlemmer af {corpus.organisations[body_id].name}", left, right)


def _order(value: _Value) -> tuple[str, str, str]:
    return (value.date, value.located.document_id, value.value)


def _weekday(iso: str) -> str:
    return _WEEKDAYS[date.fromisoformat(iso).weekday()]
