"""The one door to spaCy: strings in, tokens, sentences and names of the model out, never a spaCy Doc."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, repeat
from typing import Any, cast

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import filter_spans

from pipeline.errors import InvalidConfig
from pipeline.model.language import Abbreviations, NamedSpan, SentenceSpan, Token, Word
from pipeline.nlp.boundaries import sentence_starts
from pipeline.nlp.compounds import load_compounds
from pipeline.nlp.feeding import feeding
from pipeline.nlp.lemmas import Lexicon, lemma_of, load_lexicon
from pipeline.nlp.words import read_words, torn_words

_NAMES = ("ner",)
_TAGS = ("tagger", "morphologizer", "lemmatizer", "attribute_ruler")
# The splitter where there is one; else the trees say where sentences begin.
_SENTENCES = ("senter", "parser")
_BATCH = 64


@dataclass(frozen=True, slots=True)
class Nlp:
    """A loaded language model; each question runs only the components it needs, over all its texts at once."""

    language: Language
    abbreviations: Abbreviations
    lemmas: Lexicon

    def tokens(self, texts: Iterable[str]) -> tuple[tuple[Token, ...], ...]:
        """For each text its words and signs, spaces left out; a model that lacks a part leaves its field empty."""
        return tuple(tuple(self._token(t) for t in doc if not t.is_space) for doc in self._run(texts, _TAGS))

    def words(self, texts: Iterable[str]) -> tuple[tuple[Word, ...], ...]:
        """For each text its words with their dictionary forms and parts; signs other than hyphens are words too."""
        known = list(texts)
        return tuple(read_words(found, text) for found, text in zip(self.tokens(known), known, strict=True))

    def torn(self, words: Sequence[Word], text: str) -> tuple[Word, ...]:
        """The words of a text that a damaged page has torn in two, whole."""
        return tuple(torn_words(words, text))

    def sentences(self, texts: Iterable[str]) -> tuple[tuple[SentenceSpan, ...], ...]:
        """For each text its sentences, without the spaces between them; a text is never joined with the next."""
        splitter = tuple(name for name in _SENTENCES if name in self.language.pipe_names)[:1]
        return tuple(self._sentences(doc, seen=bool(splitter)) for doc in self._run(texts, splitter))

    def names(
        self, texts: Iterable[str], *, ruled: Iterable[Iterable[NamedSpan]] = repeat(())
    ) -> tuple[tuple[NamedSpan, ...], ...]:
        """For each text the names in it: the ruled ones of that text stand, the model finds others around them."""
        docs = [_ruled(self.language.make_doc(text), names) for text, names in zip(texts, ruled, strict=False)]
        return tuple(
            tuple(NamedSpan(e.start_char, e.end_char, e.text, e.label_) for e in doc.ents)
            for doc in self._run(docs, _NAMES)
        )

    def parts(self, word: str) -> tuple[str, ...]:
        """The two main parts of a compound, its linking letter with the first; the word alone when it is none."""
        return load_compounds().split(word)

    def _run(self, texts: Iterable[str | Doc], wanted: Sequence[str]) -> list[Doc]:
        needed = {*wanted, *feeding(self.language, wanted)}
        others = [name for name in self.language.pipe_names if name not in needed]
        return list(self.language.pipe(texts, disable=others, batch_size=_BATCH))

    def _token(self, token: "spacy.tokens.Token") -> Token:
        lemma = lemma_of(token.text, token.pos_, token.lemma_, lexicon=self.lemmas)
        return Token(token.idx, token.idx + len(token), token.text, lemma, token.pos_, str(token.morph))

    def _sentences(self, doc: Doc, *, seen: bool) -> tuple[SentenceSpan, ...]:
        starts = [sentence.start_char for sentence in doc.sents] if seen else []
        found = sentence_starts(doc.text, seen=starts, abbreviations=self.abbreviations)
        spans = ((start, start + len(doc.text[start:end].rstrip())) for start, end in pairwise([*found, len(doc.text)]))
        return tuple(SentenceSpan(start, end) for start, end in spans if end > start)


def _ruled(doc: Doc, names: Iterable[NamedSpan]) -> Doc:
    """The document with these names set; one that begins or ends inside a token takes the whole token."""
    found = (doc.char_span(n.start, n.end, label=n.label, alignment_mode="expand") for n in names)
    doc.set_ents(filter_spans([span for span in found if span is not None]), default="missing")
    return doc


@cache
def load(model: str, *, abbreviations: Abbreviations) -> Nlp:
    """The language model of that name, loaded once a process; `InvalidConfig` with the ways out if it is not there."""
    try:
        language = spacy.load(model)
    except OSError as problem:
        raise InvalidConfig(
            f"nlp.model: expected an installed spaCy pipeline, found none named {model!r}; "
            "run `make setup`, which installs the one in models/, "
            "or name an installed one in params.yaml under nlp.model"
        ) from problem
    # The official pipelines bring their splitter of sentences switched off.
    for name in language.disabled:
        language.enable_pipe(name)
    _add_exceptions(language, abbreviations)
    return Nlp(language, abbreviations, load_lexicon())


def _add_exceptions(language: Language, abbreviations: Abbreviations) -> None:
    """The field's abbreviations as tokens of their own, unless they are words too."""
    tokenizer = cast(Any, language.tokenizer)  # declared as any function from a text to a Doc
    for form in sorted((abbreviations.inside | abbreviations.either) - abbreviations.words):
        for written in (form, form[0].upper() + form[1:]):
            if len(language.make_doc(written)) > 1:
                tokenizer.add_special_case(written, [{"ORTH": written}])
