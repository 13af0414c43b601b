"""Treebank files into documents."""

import spacy

from training.corpora import documents_of, load, read_conllu, read_names
from training.lemmas import lemma_of, lexicon_of, read_lexicon, write_lexicon

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
    assert read_lexicon(tmp_path / "lemmas.tsv.gz") == lexicon
    assert lexicon["kom", "VERB"] == "komme"


def test_the_lexicon_goes_before_simplemma_and_simplemma_before_the_model():
    assert lemma_of("kom", "VERB", "kom", lexicon={("kom", "VERB"): "komme"}) == "komme"
    assert lemma_of("husene", "NOUN", "husene", lexicon={}) == "hus"
    assert lemma_of("Holms", "PROPN", "Holm", lexicon={}) == "Holm"


def test_a_corpus_on_disk_is_loaded(tmp_path):
    (document,) = documents(tmp_path)
    spacy.tokens.DocBin(docs=[document]).to_disk(tmp_path / "x.spacy")
    assert [d.text for d in load(tmp_path / "x.spacy", language=spacy.blank("da"))] == [document.text]
