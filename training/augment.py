"""The corpus that the recogniser of names learns from: treebank, copies with other names, council lines, damage."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from random import Random

from spacy.language import Language
from spacy.tokens import Doc, Span

from training.council import council_line, fragment, heading
from training.damage import damaged
from training.gazetteers import Gazetteers
from training.lines import Line, document_of, grouped, line_of
from training.swaps import Swapper

_LINES_A_DOCUMENT = 10


@dataclass(frozen=True, slots=True)
class Amounts:
    """How much of each kind is made: copies of each sentence with such a name, made lines, share of lines damaged."""

    organisation_copies: int = 3
    name_copies: int = 1
    council_lines: int = 1700
    headings: int = 900
    damaged_share: float = 0.08


def augmented(documents: list[Doc], *, lists: Gazetteers, language: Language, amounts: Amounts, seed: int) -> list[Doc]:
    """The documents as they are and, after them, what is made of them; the same for the same seed."""
    rng = Random(seed)
    sentences = [sentence for document in documents for sentence in document.sents]
    swapper = Swapper(language, lists, rng)
    copies = [swapper.swapped(line) for line in _lines_to_copy(sentences, amounts)]
    hurt = [damaged(line_of(s), rng) for s in sentences if rng.random() < amounts.damaged_share]
    made = list(_council(sentences, lists=lists, language=language, amounts=amounts, rng=rng))
    groups = chain.from_iterable(grouped(part, size=_LINES_A_DOCUMENT) for part in (copies, hurt, made))
    return documents + [document_of(group, language=language) for group in groups]


def _lines_to_copy(sentences: list[Span], amounts: Amounts) -> Iterator[Line]:
    for sentence in sentences:
        labels = {e.label_ for e in sentence.ents}
        if labels:
            copies = amounts.organisation_copies if "ORG" in labels else amounts.name_copies
            yield from [line_of(sentence)] * copies


def _council(
    sentences: list[Span], *, lists: Gazetteers, language: Language, amounts: Amounts, rng: Random
) -> Iterator[Line]:
    """Council lines and headings mixed, each closed by the line break that parts it from the next."""
    found = [text for sentence in sentences if (text := fragment(sentence, rng)) is not None]
    named = [council_line(rng, lists, language=language) for _ in range(amounts.council_lines)]
    plain = [heading(rng, found, language=language) for _ in range(amounts.headings)]
    mixed = [line for line in chain(named, plain) if line is not None]
    rng.shuffle(mixed)
    for line in mixed:
        yield Line((*line.words, "\n" * rng.choice([1, 1, 2])), (*line.spaces[:-1], False, False), line.names)
