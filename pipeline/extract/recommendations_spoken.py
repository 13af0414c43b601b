"""Places that speak of advice without its wording: of one by number or content, or of all of it together."""

from collections.abc import Iterator, Sequence

from pipeline.extract.reading import Reading, Sentence
from pipeline.extract.recommendations_drafts import Draft
from pipeline.lexicons.facts import FactsLexicon
from pipeline.lexicons.rules import Found


def find_spoken_of(sentences: Sequence[Sentence], reading: Reading, facts: FactsLexicon) -> Iterator[Draft]:
    """What these sentences name; a number that a word for all of them claims is not named on its own."""
    book = facts.recommendations
    for sentence in sentences:
        named = book.every("named", sentence.text)
        for found in named:
            yield _draft(found, sentence, reading, "named", found.match.groupdict().get("number"))
        together = book.first("collective", sentence.text)
        if together is not None and not any(n.start <= together.start < n.end for n in named):
            yield _draft(together, sentence, reading, "collective", None)


def _draft(found: Found, sentence: Sentence, reading: Reading, how: str, number: str | None) -> Draft:
    span = sentence.span(found.start, found.end)
    return Draft(span.quote, span, number, (), 1, "egen", reading.front.body, None, how, found.rule.name)
