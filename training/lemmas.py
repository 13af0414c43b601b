"""The training lexicon of lemmas: (form, part of speech) to the lemma that treebanks give it most often."""

import gzip
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path

from spacy.tokens import Doc

from pipeline.nlp.lemmas import Lexicon


def lexicon_of(documents: Iterable[Doc]) -> dict[tuple[str, str], str]:
    """The commonest lemma of each lower-cased form and part of speech; ties go to the first by alphabet."""
    counts: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for document in documents:
        for token in document:
            if token.text.strip() and not token.is_punct:
                counts[token.lower_, token.pos_][token.lemma_] += 1
    return {key: min(c, key=lambda lemma: (-c[lemma], lemma)) for key, c in counts.items()}


def accuracy(pairs: Iterable[tuple[Doc, Doc]], choose: Callable[[str, str, str], str]) -> float:
    """The share of tokens whose lemma is the reference's; the pairs are (predicted, reference), token by token."""
    right = [choose(p.text, p.pos_, p.lemma_) == r.lemma_ for a, b in pairs for p, r in zip(a, b, strict=True)]
    return sum(right) / len(right)


def write_lexicon(lexicon: Lexicon, path: Path) -> None:
    """Form, part of speech, lemma, sorted; the same lexicon gives the same bytes."""
    rows = "".join(f"{form}\t{pos}\t{lemma}\n" for (form, pos), lemma in sorted(lexicon.items()))
    path.write_bytes(gzip.compress(rows.encode("utf-8"), mtime=0))
