"""Treebank files into documents."""

import spacy

from pipeline.nlp.lemmas import read_lexicon
from training.corpora import documents_of, read_conllu, read_names
from training.lemmas import lexicon_of, write_lexicon

CONLLU = """# text = Han kom ud.
1\tHan\than\tPRON\t_\tCase=Nom\t2\tnsubj\t_\t_
2\tkom\tkomme\tVERB\t_\t_\t0\troot\t_\t_
3\tud\tud\tADV\t_\t_\t2\tadvmod\t_\tSpaceAfter=No
4\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_

1-2\tOslos\t_\t_\t_\t_\t_\t_\t_\t_
1\tOslo\tOslo\tPROPN\t_\t_\t2\tnmod\t_\t_
2\tby\tby\tNOUN\t_\t_\t0\troot\t_\t_
"""
NAMES = "Han\tO\tO\nkom\tO\tO\nud\tO\tO\n.\tO\tO\n\nOslo\tB-LOC\tO\nby\tB-LOCderiv\tO\n"


def documents(folder):
    (folder / "a.conllu").write_text(CONLLU, encoding="utf-8")
    (folder / "a.tsv").write_text(NAMES, encoding="utf-8")
    sentences, names = read_conllu(folder / "a.conllu"), read_names(folder / "a.tsv")
    return list(documents_of(sentences, names, language=spacy.blank("da")))


def test_words_trees_sentences_and_names(tmp_path):
    (document,) = documents(tmp_path)
    assert document.text == "Han kom ud. Oslo by "
    assert [s.text for s in document.sents] == ["Han kom ud.", "Oslo by"]
    assert [(t.text, t.head.text, t.dep_) for t in document][-2:] == [("Oslo", "by", "nmod"), ("by", "by", "ROOT")]
    assert [(e.text, e.label_) for e in document.ents] == [("Oslo", "LOC"), ("by", "MISC")]


def test_the_lexicon_comes_back_as_it_was_written(tmp_path):
    lexicon = lexicon_of(documents(tmp_path))
    write_lexicon(lexicon, tmp_path / "lemmas.tsv.gz")
    assert read_lexicon((tmp_path / "lemmas.tsv.gz").read_bytes()) == lexicon
    assert lexicon["kom", "VERB"] == "komme"
