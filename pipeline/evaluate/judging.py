"""Verdicts: each row of a reference right, wrong or missed, each other finding false, with the place of its proof."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pipeline.evaluate.folding import alternatives, same
from pipeline.evaluate.pairing import Pair
from pipeline.evaluate.rows import Corpus, Found, Reference


class Outcome(StrEnum):
    """How a finding stands to the reference."""

    RIGHT = "right"
    WRONG = "wrong"
    MISSED = "missed"
    FALSE = "false"


@dataclass(frozen=True, slots=True)
class Verdict:
    """One outcome. `expected` is what the reference says, `found` what was found, `quote` the words in the paper."""

    outcome: Outcome
    required: bool
    document: str
    page: int | None
    quote: str
    rule: str | None
    expected: str | None = None
    found: str | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """The verdicts of one kind of finding, or of one field of it: `decisions`, `decisions.type`."""

    name: str
    verdicts: tuple[Verdict, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """A value of a finding held against a column of its reference."""

    name: str
    column: str
    found: Callable[[Found], str | None]
    agrees: Callable[[str, str | None], bool] = same


def column(name: str, of: str | None = None) -> Field:
    """A field whose reference has the column `of`, or one of the same name."""
    return Field(name, name if of is None else of, lambda found: found.value(name))


@dataclass(frozen=True, slots=True)
class Judge:
    """Writes verdicts; knows the papers, so that a miss too is told with its page."""

    corpus: Corpus

    def records(self, name: str, pairs: Iterable[Pair], fields: Sequence[Field] = ()) -> Sheet:
        """A finding is right when it is one of the reference and all of these fields agree."""
        return Sheet(name, tuple(self._record(pair, fields) for pair in pairs))

    def fields(self, kind: str, pairs: Sequence[Pair], fields: Iterable[Field]) -> list[Sheet]:
        """A sheet for each field, over the findings that are in the reference."""
        return [Sheet(f"{kind}.{field.name}", tuple(self._values(pairs, field))) for field in fields]

    def missed(self, reference: Reference, expected: str | None = None) -> Verdict:
        """What should be there and is not."""
        document, page = reference.document, reference.page
        # A bare number, such as that of a recommendation, stands on every page.
        if page is None and reference.text and not reference.text.isdecimal():
            document, page = self.corpus.page_of(document, reference.landmark)
        quote = reference.cell("context") or reference.text
        return Verdict(Outcome.MISSED, reference.required, document or "", page, quote, None, expected)

    def _record(self, pair: Pair, fields: Sequence[Field]) -> Verdict:
        match pair:
            case Pair(reference=Reference() as reference, found=Found() as found):
                return _compare(reference, found, fields)
            case Pair(reference=Reference() as reference):
                return self.missed(reference)
            case Pair(found=Found() as found):
                return tell(Outcome.FALSE, found)
            case _:
                raise ValueError("expected a pair of a reference, a finding or both, found neither")

    def _values(self, pairs: Sequence[Pair], field: Field) -> Iterator[Verdict]:
        for pair in pairs:
            if pair.reference is None or pair.found is None or not list(_asked(pair.reference, [field])):
                continue
            outcome = _judge_value(field, pair.reference, pair.found)
            if outcome is not None:
                expected, other = pair.reference.cell(field.column), field.found(pair.found)
                yield tell(
                    outcome, pair.found, required=pair.reference.required, expected=expected or None, other=other
                )


def _compare(reference: Reference, found: Found, fields: Iterable[Field]) -> Verdict:
    wrong = [field for field in _asked(reference, fields) if not agree(field, reference, found)]
    if not wrong:
        return tell(Outcome.RIGHT, found, required=reference.required)
    expected = "; ".join(f"{field.name} {reference.cell(field.column) or 'none'}" for field in wrong)
    other = "; ".join(f"{field.name} {field.found(found) or 'none'}" for field in wrong)
    return tell(Outcome.WRONG, found, required=reference.required, expected=expected, other=other)


def _asked(reference: Reference, fields: Iterable[Field]) -> Iterator[Field]:
    """The fields that the reference speaks of: a row that is not required, and empty there, says nothing."""
    return (f for f in fields if f.column in reference.row and (reference.required or reference.cell(f.column)))


def agree(field: Field, reference: Reference, found: Found) -> bool:
    """Whether a finding has the value that its reference asks for."""
    return field.agrees(reference.cell(field.column), field.found(found))


def _judge_value(field: Field, reference: Reference, found: Found) -> Outcome | None:
    cell, value = reference.cell(field.column), field.found(found)
    if agree(field, reference, found):
        return None if value is None else Outcome.RIGHT
    if value is None:
        return Outcome.MISSED
    return Outcome.WRONG if any(alternatives(cell)) else Outcome.FALSE


def tell(
    outcome: Outcome, found: Found, *, required: bool = True, expected: str | None = None, other: str | None = None
) -> Verdict:
    """A verdict on a finding."""
    quote = found.quote or found.text
    return Verdict(outcome, required, found.document, found.page, quote, found.rule, expected, other)
