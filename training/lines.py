"""A line of tokens with names on it, and the way from spaCy documents to lines and back."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span


@dataclass(frozen=True, slots=True)
class Name:
    """Half-open span of tokens with its label (PER, LOC, ORG, MISC)."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence: tokens, whether a space follows each, the names in it."""

    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    names: tuple[Name, ...] = ()

    def shifted(self, by: int) -> tuple[Name, ...]:
        """The names as they lie once `by` tokens stand before the line."""
        return tuple(Name(n.start + by, n.end + by, n.label) for n in self.names)


def line_of(sentence: Span) -> Line:
    """The line that a sentence of a document is."""
    names = tuple(Name(e.start - sentence.start, e.end - sentence.start, e.label_) for e in sentence.ents)
    return Line(tuple(t.text for t in sentence), tuple(bool(t.whitespace_) for t in sentence), names)


def line_of_text(text: str, marked: Iterable[tuple[int, int, str]], *, language: Language) -> Line | None:
    """A line from characters; None when a marked name does not fall on whole tokens."""
    parsed = language.make_doc(text)
    spans = [parsed.char_span(start, end, label=label) for start, end, label in marked]
    whole = [span for span in spans if span is not None]
    if len(whole) != len(spans):
        return None
    names = tuple(Name(s.start, s.end, s.label_) for s in whole)
    return Line(tuple(t.text for t in parsed), tuple(bool(t.whitespace_) for t in parsed), names)


def document_of(lines: Sequence[Line], *, language: Language) -> Doc:
    """Lines one after another as a document with sentence starts and entities."""
    words = [word for line in lines for word in line.words]
    spaces = [space for line in lines for space in line.spaces]
    starts: list[bool | int | None] = [i == 0 for line in lines for i in range(len(line.words))]
    document = Doc(language.vocab, words=words, spaces=spaces, sent_starts=starts)
    names: list[Name] = []
    before = 0
    for line in lines:
        names += line.shifted(before)
        before += len(line.words)
    document.ents = [Span(document, n.start, n.end, label=n.label) for n in names]
    return document


def packed(documents: Iterable[Doc]) -> DocBin:
    """Documents ready for disk: tokens, sentences and entities, nothing else."""
    return DocBin(attrs=["ENT_IOB", "ENT_TYPE", "SENT_START", "SPACY"], docs=documents, store_user_data=False)


def grouped(lines: Sequence[Line], *, size: int) -> Iterator[Sequence[Line]]:
    """Neighbouring lines by the handful, as they would stand in one passage."""
    for start in range(0, len(lines), size):
        yield lines[start : start + size]
