"""How fast, how large, how steady a pipeline is: tokens a second, load time, memory, determinism."""

import gc
import hashlib
import resource
import time
from collections.abc import Sequence
from pathlib import Path

import spacy
from spacy.language import Language

SETS = {
    "all": None,
    "without parser": ("senter", "tok2vec", "morphologizer", "lemmatizer", "attribute_ruler", "ner"),
    "tags and lemmas": ("tok2vec", "morphologizer", "lemmatizer", "attribute_ruler"),
    "names": ("ner",),
    "sentences": ("senter",),
}


def tokens_a_second(language: Language, texts: Sequence[str]) -> dict[str, int]:
    """For each set of components the tokens a second of processor time, so that a busy machine does not count."""
    return {name: max(_round(language, texts, keep) for _ in range(2)) for name, keep in SETS.items()}


def _round(language: Language, texts: Sequence[str], keep: tuple[str, ...] | None) -> int:
    off = [] if keep is None else [name for name in language.pipe_names if name not in keep]
    start = time.process_time()
    tokens = sum(len(document) for document in language.pipe(texts, disable=off))
    return round(tokens / (time.process_time() - start))


def load_time(model: str | Path) -> float:
    """Processor seconds from name to pipeline, files in the cache already."""
    spacy.load(model)
    gc.collect()
    start = time.process_time()
    spacy.load(model)
    return round(time.process_time() - start, 2)


def memory() -> int:
    """The most memory that this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def fingerprint(model: str | Path, texts: Sequence[str]) -> str:
    """The hash of every annotation that a fresh load of the pipeline gives to the texts."""
    language = spacy.load(model)
    digest = hashlib.sha256()
    for document in language.pipe(texts):
        rows = [(t.text, t.lemma_, t.pos_, str(t.morph), t.dep_, t.head.i, t.ent_iob_, t.ent_type_) for t in document]
        digest.update(repr((rows, [s.start for s in document.sents])).encode("utf-8"))
    return digest.hexdigest()
