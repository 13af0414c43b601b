"""From treebanks to the Danish language model in models/: `make model CORPORA=…`; see docs/language-model.md."""
