#!/usr/bin/env bash
# The language model from the corpora in a folder: bash training/run.sh CORPORA BUILD. `make model` calls this inside .venv.
# CORE=NAME keeps tags, trees, lemmas and sentences of an installed pipeline and trains names alone; SEEDS="1 2 3".
set -euo pipefail
corpora=$1
build=$2
core=${CORE:-}
seeds=${SEEDS:-1 2 3}
version=${VERSION:-3.8.2}
# One thread: the same corpora and the same seed give the same weights.
export OMP_NUM_THREADS=1
mkdir -p "$build/texts"
train() { # NAME CONFIG TRAIN SEED: nothing to do when it is there already
    [ -d "$build/$1/model-best" ] || python -m spacy train "training/configs/$2.cfg" --code training/callbacks.py \
        --output "$build/$1" --paths.train "$3" --paths.dev "$corpora/corpus/dev.spacy" --system.seed "$4" "${@:5}"
}

if [ -z "$core" ]; then
    echo "[1/5] tags, trees, lemmas; then sentences"
    cp "$corpora/corpus/train.spacy" "$corpora/corpus/parole-extra.spacy" "$build/texts/"
    train core core "$build/texts" 0
    train senter senter "$build/texts" 0
    core=$build/core/model-best
    senter=$build/senter/model-best
else
    echo "[1/5] tags, trees, lemmas and sentences of $core"
    senter=$core
fi

echo "[2/5] word vectors"
[ -d "$build/vectors" ] || python -m training vectors "$corpora" "$build/vectors"

echo "[3/5] the corpus of names"
python -m training augment "$corpora" "$build/names.spacy"

echo "[4/5] names, seeds $seeds"
for seed in $seeds; do
    train "ner-$seed" ner "$build/names.spacy" "$seed" --paths.core "$core" --paths.vectors "$build/vectors"
done

echo "[5/5] one pipeline of the best on dev, its lexicon of lemmas, its scores"
best=$(python -m training best "$build"/ner-*/model-best)
python -m training assemble "$core" "$senter" "$best" "$build/da_ddt_sm" --version "$version"
python -m spacy package "$build/da_ddt_sm" "$build" --build wheel --force
python -m training lexicon "$corpora" "$build/lemmas.tsv.gz"
python -m training compounds "$build/compounds.tsv.gz"
python -m training evaluate "$corpora" "$build/da_ddt_sm" --lexicon "$build/lemmas.tsv.gz"
find "$build" -name '*.whl'
