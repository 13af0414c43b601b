"""What a pipeline scores on treebank documents: one row for each split, as docs/language-model.md has them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from pipeline.nlp.lemmas import Lexicon, lemma_of
from training.lemmas import accuracy

LABELS = ("PER", "LOC", "ORG", "MISC")


@dataclass(frozen=True, slots=True)
class Scores:
    """Percentages; None where the pipeline has no component for it."""

    pos: float | None
    morph: float | None
    lemma: float | None
    hybrid: float | None
    uas: float | None
    las: float | None
    sentences: float | None
    names: float | None
    by_label: Mapping[str, float | None]


def scored(language: Language, documents: Sequence[Doc], *, lexicon: Lexicon) -> Scores:
    """The pipeline's scores on raw text with its own tokens, as spaCy reports the official models'."""
    found = language.evaluate([Example(language.make_doc(document.text), document) for document in documents])
    labels = found.get("ents_per_type") or {}
    return Scores(
        pos=_percent(found.get("pos_acc")),
        morph=_percent(found.get("morph_acc")),
        lemma=_percent(found.get("lemma_acc")),
        hybrid=_hybrid(language, documents, lexicon) if found.get("lemma_acc") is not None else None,
        uas=_percent(found.get("dep_uas")),
        las=_percent(found.get("dep_las")),
        sentences=_percent(found.get("sents_f")),
        names=_percent(found.get("ents_f")),
        by_label={label: _percent(labels.get(label, {}).get("f")) for label in LABELS},
    )


def _hybrid(language: Language, documents: Sequence[Doc], lexicon: Lexicon) -> float:
    """Lemma accuracy with the lexicon in front, on the reference's own tokens so that each has one answer."""
    pairs = [(_tagged(language, document), document) for document in documents]
    chosen = accuracy(pairs, lambda form, pos, model: lemma_of(form, pos, model, lexicon=lexicon))
    return round(100 * chosen, 2)


def _tagged(language: Language, document: Doc) -> Doc:
    words, spaces = [t.text for t in document], [bool(t.whitespace_) for t in document]
    tagged = Doc(language.vocab, words=words, spaces=spaces)
    for name, component in language.pipeline:
        if name not in {"parser", "ner", "senter"}:
            tagged = component(tagged)
    return tagged


def _percent(share: float | None) -> float | None:
    return None if share is None else round(100 * share, 2)


def rendered(rows: Mapping[str, Scores]) -> str:
    """A Markdown table, one column for each pipeline and split."""
    lines = [
        ("pos / morph / lemma", [f"{_cell(s.pos)} / {_cell(s.morph)} / {_cell(s.lemma)}" for s in rows.values()]),
        ("lemma with the lexicon", [_cell(s.hybrid) for s in rows.values()]),
        ("UAS / LAS", [f"{_cell(s.uas)} / {_cell(s.las)}" for s in rows.values()]),
        ("sentences F", [_cell(s.sentences) for s in rows.values()]),
        ("entities F", [_cell(s.names) for s in rows.values()]),
        *[(label, [_cell(s.by_label[label]) for s in rows.values()]) for label in LABELS],
    ]
    head = f"| | {' | '.join(rows)} |\n|{' --- |' * (len(rows) + 1)}\n"
    return head + "".join(f"| {name} | {' | '.join(cells)} |\n" for name, cells in lines)


def _cell(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"
