"""The one door to spaCy: strings in, tokens, sentences and names of the model out, never a spaCy Doc."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import spacy
from spacy.language import Language

from pipeline.errors import InvalidConfig
from pipeline.model.language import NamedSpan, SentenceSpan, Token

_NAMES = ("ner",)
_SENTENCES = ("senter",)
_TOKENS = ("tok2vec", "morphologizer", "lemmatizer", "attribute_ruler")


@dataclass(frozen=True, slots=True)
class Nlp:
    """A loaded language model; each question runs only the components it needs."""

    model: str
    language: Language

    def tokens(self, text: str) -> tuple[Token, ...]:
        """The words and signs of a text, spaces left out."""
        found = self.language(text, disable=self._others(_TOKENS))
        return tuple(
            Token(t.idx, t.idx + len(t), t.text, t.lemma_, t.pos_, str(t.morph)) for t in found if not t.is_space
        )

    def sentences(self, text: str) -> tuple[SentenceSpan, ...]:
        """The sentences of running text."""
        found = self.language(text, disable=self._others(_SENTENCES))
        return tuple(SentenceSpan(s.start_char, s.end_char) for s in found.sents)

    def names(self, texts: Iterable[str]) -> tuple[tuple[NamedSpan, ...], ...]:
        """For each text in turn the names in it."""
        found = self.language.pipe(texts, disable=self._others(_NAMES))
        return tuple(tuple(NamedSpan(e.start_char, e.end_char, e.text, e.label_) for e in d.ents) for d in found)

    def _others(self, wanted: tuple[str, ...]) -> list[str]:
        return [name for name in self.language.pipe_names if name not in wanted]


@cache
def load(model: str) -> Nlp:
    """The language model of that name, loaded once; `InvalidConfig` with the ways out when it is not installed."""
    try:
        language = spacy.load(model)
    except OSError as problem:
        raise InvalidConfig(
            f"nlp.model: expected an installed spaCy pipeline, found none named {model!r}; "
            "run `make setup`, which installs the one in models/, "
            "or name an installed one in params.yaml under nlp.model"
        ) from problem
    return Nlp(model, language)
