"""The one function that spaCy's training calls by name."""

from collections.abc import Callable
from typing import cast

import spacy
from spacy.language import Language
from spacy.pipeline import TrainablePipe
from spacy.util import registry


@registry.callbacks("raadspor.copy_tok2vec.v1")  # type: ignore[untyped-decorator]  # the registry has no types
def copy_tok2vec(source: str) -> Callable[[Language], Language]:
    """A callback that starts the recogniser's tok2vec as a copy of the trained core's."""

    def copied(language: Language) -> Language:
        trained = spacy.load(source, exclude=["parser", "morphologizer", "lemmatizer", "senter", "ner"])
        learnt = cast(TrainablePipe, trained.get_pipe("tok2vec")).model
        recogniser = cast(TrainablePipe, language.get_pipe("ner")).model
        into = next(node for node in recogniser.walk() if node.name == learnt.name)
        into.from_bytes(learnt.to_bytes())
        return language

    return copied
