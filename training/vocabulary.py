"""Which words get a vector: those of plain text, of the lists of names, of common Danish; names of any language."""

import re
from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc
from wordfreq import get_frequency_dict

from training.gazetteers import Gazetteers, words_of

_HAS_LETTERS = re.compile(r"\w")
_NAME = re.compile(r"[A-ZÆØÅÄÖÜÉ][A-Za-zæøåäöüéèáíóÆØÅÄÖÜÉ.&-]+")


def words_with_vectors(
    documents: Iterable[Doc], lists: Gazetteers, pieces: Iterable[str], *, language: Language
) -> list[str]:
    """Word forms as they stand in text, sorted. `pieces` are the words that the encoder knows whole."""
    found = {token.text for document in documents for token in document}
    found.update(_listed(lists, language))
    found.update(form for word in get_frequency_dict("da") for form in (word, word.capitalize()))
    found.update(piece for piece in pieces if _NAME.fullmatch(piece))
    return sorted(word for word in found if _HAS_LETTERS.search(word))


def _listed(lists: Gazetteers, language: Language) -> Iterator[str]:
    """The words of all lists; of names the genitive too."""
    names = (*lists.first.words, *lists.last.words, *lists.municipalities, *lists.towns, *lists.cities)
    for name in (*names, *lists.countries, *lists.nationalities):
        for token in language.make_doc(name):
            yield from (token.text, f"{token.text}s")
    for words in (*words_of("organisations").values(), *words_of("council").values()):
        for word in words:
            yield from (token.text for token in language.make_doc(word))
