"""Which components of a spaCy pipeline stand on which."""

from collections.abc import Sequence

from spacy.language import Language
from spacy.pipeline import TrainablePipe

_FEEDERS = frozenset({"tok2vec", "transformer", "curated_transformer"})


def feeding(language: Language, wanted: Sequence[str]) -> frozenset[str]:
    """The components that make the vectors which the wanted ones listen to; none when these make their own."""
    if not any(_listens(language, name) for name in wanted if name in language.pipe_names):
        return frozenset()
    return frozenset(name for name in language.pipe_names if language.get_pipe_meta(name).factory in _FEEDERS)


def _listens(language: Language, name: str) -> bool:
    pipe = language.get_pipe(name)
    return isinstance(pipe, TrainablePipe) and any("listener" in node.name for node in pipe.model.walk())
