"""Treebanks into spaCy corpora: CoNLL-U for words, tags and trees, the two-column files of DaN+ for names."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, DocBin

PARTS = ("train", "dev", "test")
_SENTENCES_A_DOCUMENT = 10
_ROOT = "root"


@dataclass(frozen=True, slots=True)
class Row:
    """One word of a CoNLL-U file; `head` counts from 1 within the sentence, 0 is the root."""

    form: str
    lemma: str
    pos: str
    morph: str
    head: int
    dep: str
    space: bool


def read_conllu(path: Path) -> list[list[Row]]:
    """The sentences of a CoNLL-U file; ranges and empty nodes (1-2, 1.1) are left out."""
    blocks = path.read_text(encoding="utf-8").strip().split("\n\n")
    return [[_row(line) for line in block.splitlines() if line.split("\t")[0].isdigit()] for block in blocks]


def _row(line: str) -> Row:
    _, form, lemma, pos, _, morph, head, dep, _, rest = line.split("\t")
    return Row(form, lemma, pos, "" if morph == "_" else morph, int(head), dep, "SpaceAfter=No" not in rest)


def read_names(path: Path) -> list[list[str]]:
    """For each sentence of a DaN+ file the outer BIO tags, compounds and derivations folded into MISC."""
    blocks = path.read_text(encoding="utf-8").strip().split("\n\n")
    return [[_folded(line.split("\t")[1]) for line in block.splitlines() if "\t" in line] for block in blocks]


def _folded(tag: str) -> str:
    """`B-LOCderiv` and `B-ORGpart` name no place and no organisation: `B-MISC`."""
    return f"{tag[:2]}MISC" if tag.endswith(("deriv", "part")) else tag


def documents_of(sentences: list[list[Row]], names: list[list[str]] | None, *, language: Language) -> Iterator[Doc]:
    """Ten sentences at a time as one document; without names the entities are left open, not empty."""
    for start in range(0, len(sentences), _SENTENCES_A_DOCUMENT):
        part = sentences[start : start + _SENTENCES_A_DOCUMENT]
        tags = None if names is None else names[start : start + _SENTENCES_A_DOCUMENT]
        yield _document(part, tags, language=language)


def _document(sentences: list[list[Row]], names: list[list[str]] | None, *, language: Language) -> Doc:
    rows = [row for sentence in sentences for row in sentence]
    before = [sum(len(s) for s in sentences[:i]) for i, sentence in enumerate(sentences) for _ in sentence]
    here = range(len(rows))
    return Doc(
        language.vocab,
        words=[row.form for row in rows],
        spaces=[row.space for row in rows],
        lemmas=[row.lemma for row in rows],
        pos=[row.pos for row in rows],
        tags=[row.pos for row in rows],
        morphs=[row.morph for row in rows],
        heads=[b + row.head - 1 if row.head else i for i, b, row in zip(here, before, rows, strict=True)],
        deps=["ROOT" if row.dep == _ROOT else row.dep for row in rows],
        ents=None if names is None else [tag for sentence in names for tag in sentence],
    )


def load(path: Path, *, language: Language) -> list[Doc]:
    """The documents of a .spacy file."""
    return list(DocBin().from_disk(path).get_docs(language.vocab))
