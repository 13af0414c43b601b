"""What each question to the language model costs: `python benchmarks/language.py [RAW]`, RAW being data/raw.

Processor time over the passages of the papers, as ratios to the search for names, with words a second beside them; then
the time to load the model and the memory that the process holds. Ratios hold from one machine to the next.
"""

import resource
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import spacy

from pipeline.nlp import Nlp
from pipeline.read import read_paper
from pipeline.run.settings import Setup, open_context, open_model

_ROUNDS = 3


def passages_of(raw: Path) -> list[str]:
    """The texts of all passages of the papers below a folder."""
    context = open_context(Setup())
    papers = (read_paper(path.read_bytes(), path=path.name, context=context) for path in sorted(raw.rglob("*.pdf")))
    return [passage.text for paper in papers for passage in paper.passages]


def questions(nlp: Nlp) -> dict[str, Callable[[Iterable[str]], object]]:
    """What may be asked of all texts at once."""
    return {"names": nlp.names, "tags and lemmas": nlp.tokens, "sentences": nlp.sentences}


def seconds(question: Callable[[Iterable[str]], object], texts: list[str]) -> float:
    """Processor seconds of the fastest of some rounds."""
    taken = []
    for _ in range(_ROUNDS):
        before = time.process_time()
        question(texts)
        taken.append(time.process_time() - before)
    return min(taken)


def main() -> None:
    """Measure, print."""
    texts = passages_of(Path(sys.argv[1] if len(sys.argv) > 1 else "data/raw"))
    context = open_context(Setup())
    before = time.process_time()
    nlp = open_model(context)
    loading = time.process_time() - before
    words = sum(len(tokens) for tokens in nlp.tokens(texts))
    taken = {name: seconds(question, texts) for name, question in questions(nlp).items()}
    taken["everything, parser too"] = seconds(lambda some: list(nlp.language.pipe(some)), texts)
    print(f"{context.config.nlp.model}, spaCy {spacy.__version__}: {len(texts)} passages, {words} words and signs")
    print(f"{'':<24} {'names=1':>8} {'words a second':>15}")
    for name, time_taken in taken.items():
        print(f"{name:<24} {time_taken / taken['names']:>8.2f} {words / time_taken:>15,.0f}")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"loading: {loading / taken['names']:.2f} of the names; memory of the process: {memory} MB")


if __name__ == "__main__":
    main()
