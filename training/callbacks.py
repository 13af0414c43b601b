"""The functions that spaCy's training calls by name."""

from collections.abc import Callable, Iterable
from typing import Any, cast

import numpy as np
import spacy
from numpy.typing import NDArray
from spacy.language import Language
from spacy.pipeline import TrainablePipe
from spacy.scorer import get_ner_prf
from spacy.training import Example
from spacy.util import registry
from thinc.api import Model
from thinc.types import FloatsXd

Network = Model[object, object]
Floats = NDArray[np.float32]


@registry.callbacks("raadspor.copy_tok2vec.v1")  # type: ignore[untyped-decorator]  # the registry has no types
def copy_tok2vec(source: str) -> Callable[[Language], Language]:
    """A callback that starts the recogniser's tok2vec as a copy of the trained core's."""

    def copied(language: Language) -> Language:
        trained = spacy.load(source, exclude=["parser", "morphologizer", "lemmatizer", "senter", "ner"])
        learnt = cast(TrainablePipe, trained.get_pipe("tok2vec")).model
        recogniser = cast(TrainablePipe, language.get_pipe("ner")).model
        copy_weights(learnt, recogniser.get_ref("tok2vec").layers[0])
        return language

    return copied


def copy_weights(learnt: Network, into: Network) -> None:
    """The weights of one tok2vec into another that may have static vectors too, to which no weight is given yet."""
    pairs = zip(_with_weights(learnt), _with_weights(into), strict=True)
    for theirs, ours in pairs:
        for name in theirs.param_names:
            values, like = (cast(Floats, part.get_param(name)) for part in (theirs, ours))
            ours.set_param(name, cast(FloatsXd, widened(values, like)))


def _with_weights(network: Network) -> list[Network]:
    return [node for node in network.walk(order="dfs_pre") if node.param_names and node.name != "static_vectors"]


def widened(values: Floats, like: Floats) -> Floats:
    """The values in the first places of a table as wide as another, noughts in the rest."""
    wide = np.zeros_like(like)
    wide[..., : values.shape[-1]] = values
    return wide


@registry.scorers("raadspor.names_scorer.v1")  # type: ignore[untyped-decorator]  # the registry has no types
def make_names_scorer() -> Callable[..., dict[str, Any]]:
    """The usual scores of names, and that of organisations by itself: training can then mind the weakest kind."""
    return names_score


def names_score(examples: Iterable[Example], **_settings: object) -> dict[str, Any]:
    scores: dict[str, Any] = get_ner_prf(examples)
    kinds = scores["ents_per_type"] or {}
    return {**scores, "ents_org_f": kinds["ORG"]["f"] if "ORG" in kinds else 0.0}


@registry.callbacks("raadspor.usual_scorer.v1")  # type: ignore[untyped-decorator]  # the registry has no types
def usual_scorer() -> Callable[[Language], Language]:
    """A callback for what goes to disk: it names the scorer of every spaCy, so that it loads without this file."""

    def with_usual_scorer(language: Language) -> Language:
        language.get_pipe_config("ner")["scorer"] = {"@scorers": "spacy.ner_scorer.v1"}
        return language

    return with_usual_scorer
