"""The corpus of names comes out with the same bytes in every process, whatever order Python's sets take there."""

import subprocess
import sys

PROGRAM = """
import hashlib, spacy
from spacy.tokens import Doc
from training.augment import Amounts, augmented
from training.gazetteers import Gazetteers, Weighted
from training.lines import packed
language = spacy.blank("da")
lists = Gazetteers(
    Weighted(("Aase", "Bo", "Ib"), (1.0, 2.0, 1.0)), Weighted(("Vang", "Bech"), (1.0, 2.0)),
    ("Vejen", "København"), ("Skagen",), ("Lima",), ("Norge", "Island"), ("norsk", "islandsk"),
)
words = ["Per", "Holm", "fra", "Dansk", "Metal", "har", "gode", "tilbud", "i", "Oslo", "."] * 3
tags = ["PROPN", "PROPN", "ADP", "ADJ", "NOUN", "VERB", "ADJ", "NOUN", "ADP", "PROPN", "PUNCT"] * 3
ents = ["B-PER", "I-PER", "O", "B-ORG", "I-ORG", "O", "O", "O", "O", "B-LOC", "O"] * 3
starts = [i % 11 == 0 for i in range(33)]
documents = [Doc(language.vocab, words=words, pos=tags, ents=ents, sent_starts=starts)]
made = augmented(documents, lists=lists, language=language, amounts=Amounts(council_lines=60, headings=40), seed=7)
print(hashlib.sha256(packed(made).to_bytes()).hexdigest())
"""


def digest(hash_seed: str, locale: str) -> str:
    environment = {"PYTHONHASHSEED": hash_seed, "LC_ALL": locale, "PYTHONPATH": ":".join(sys.path)}
    done = subprocess.run([sys.executable, "-c", PROGRAM], env=environment, capture_output=True, text=True, check=True)
    return done.stdout


def test_two_processes_make_the_same_corpus():
    assert digest("1", "C.UTF-8") == digest("2", "C")
