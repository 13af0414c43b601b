"""A table of word vectors for the recogniser: what the open encoder makes of each word, in few dimensions."""

from collections.abc import Sequence

import numpy as np
import spacy
from spacy.language import Language
from spacy.vectors import Vectors  # type: ignore[import-not-found]  # compiled, and shipped without types

from training.packed import Floats

# Rounded so, the table packs into a wheel at about a quarter of its size.
_STEP = 1 / 16


def reduced(states: Floats, *, width: int) -> Floats:
    """The first axes on which the words differ most, of one scale for all words, rounded so that they pack small."""
    centred = states - states.mean(axis=0)
    centred /= np.linalg.norm(centred, axis=1, keepdims=True) + 1e-6
    _, axes = np.linalg.eigh(centred.T @ centred)
    # The sign of an axis is chance: the largest weight is made positive.
    chosen = axes[:, ::-1][:, :width]
    chosen = chosen * np.sign(chosen[np.abs(chosen).argmax(axis=0), np.arange(width)])
    flat = centred @ chosen
    flat *= np.sqrt(width) / 2 / np.linalg.norm(flat, axis=1, keepdims=True)
    rounded: Floats = (np.round(flat / _STEP) * _STEP).astype(np.float32)
    return rounded


def language_with(words: Sequence[str], table: Floats) -> Language:
    """An empty Danish pipeline that knows the vectors."""
    language = spacy.blank("da")
    keys = [language.vocab.strings.add(word) for word in words]
    language.vocab.vectors = Vectors(strings=language.vocab.strings, data=table, keys=keys, name="raadspor_words")
    return language
