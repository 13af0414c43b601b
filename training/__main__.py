"""The steps of `make model`, one command each: python -m training STEP."""

import json
from pathlib import Path
from typing import Annotated

import spacy
import typer

from training import augment as making
from training import compounds as compounding
from training import corpora, evaluate, lemmas, lines, places, silver, speed
from training.assemble import assembled

app = typer.Typer(help=__doc__, no_args_is_help=True, add_completion=False)
_WITHOUT_TAGS = ["morphologizer", "parser", "lemmatizer", "senter", "attribute_ruler", "tok2vec"]


@app.command("corpora")
def corpora_command(ddt: Path, dan_plus: Path, out: Path) -> None:
    """UD Danish DDT (CoNLL-U) and the names of DaN+ as .spacy files."""
    language = spacy.blank("da")
    for part in corpora.PARTS:
        sentences = corpora.read_conllu(next(ddt.glob(f"*-{part}.conllu")))
        names = corpora.read_names(next(dan_plus.glob(f"*{part}*.tsv")))
        documents = corpora.documents_of(sentences, names, language=language)
        spacy.tokens.DocBin(docs=documents).to_disk(out / f"{part}.spacy")


@app.command()
def augment(folder: Path, out: Path, seed: int = 7) -> None:
    """The training corpus of the recogniser: treebank, swapped copies, council lines, damage."""
    language = spacy.blank("da")
    documents = corpora.load(folder / "corpus" / "train-nerall.spacy", language=language)
    lists = places.read_gazetteers(folder / "gazetteers")
    made = making.augmented(documents, lists=lists, language=language, amounts=making.Amounts(), seed=seed)
    lines.packed(made).to_disk(out)


@app.command("silver")
def silver_command(folder: Path, out: Path, voters: list[Path]) -> None:
    """The names in parole-extra that trained recognisers agree on, places set right by the lists."""
    documents = corpora.load(folder / "corpus" / "parole-extra.spacy", language=spacy.blank("da"))
    marked = silver.labelled(documents, voters=[spacy.load(v, exclude=_WITHOUT_TAGS) for v in voters])
    lists = places.read_gazetteers(folder / "gazetteers")
    known = frozenset(lists.countries) | frozenset(lists.municipalities)
    lines.packed(corpora.with_places(marked, known)).to_disk(out)


@app.command()
def assemble(core: str, senter: str, ner: str, out: Path, version: str = "3.8.1") -> None:
    """Core, sentence splitter and recogniser as one pipeline."""
    assembled(core, senter, ner, version=version).to_disk(out)


@app.command()
def best(models: list[Path]) -> None:
    """The one of several trained recognisers that scored highest on dev; the first of equals."""
    scores = {m: json.loads((m / "meta.json").read_text(encoding="utf-8"))["performance"]["ents_f"] for m in models}
    shares = sorted(scores.values())
    typer.echo(f"dev F of {len(shares)} seeds: {shares[0]:.4f} to {shares[-1]:.4f}", err=True)
    typer.echo(max(sorted(scores), key=lambda m: scores[m]))


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
    known = lemmas.read_lexicon(lemma_lexicon)
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
