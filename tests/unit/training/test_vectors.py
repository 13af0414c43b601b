"""The table of word vectors, and a tok2vec that gets one beside what it knew."""

import numpy as np
from spacy.util import registry

from training.callbacks import copy_weights, widened
from training.vectors import language_with, reduced


def test_the_widest_difference_comes_first():
    rng = np.random.default_rng(0)
    states = (rng.normal(size=(200, 6)) * [1, 1, 9, 1, 1, 1]).astype(np.float32)
    table = reduced(states, width=3)
    assert table.shape == (200, 3)
    assert abs(np.corrcoef(table[:, 0], states[:, 2])[0, 1]) > 0.8
    assert np.array_equal(table * 16, np.round(table * 16))


def test_vectors_belong_to_the_form_as_written():
    language = language_with(["Vejen", "vejen"], np.array([[1.0, 0.0], [0.0, 1.0]], np.float32))
    assert [list(t.vector) for t in language.make_doc("Vejen vejen VEJEN")] == [[1, 0], [0, 1], [0, 0]]


def test_a_copy_gives_no_weight_to_vectors_yet():
    plain, wide = (_tok2vec(vectors) for vectors in (False, True))
    copy_weights(plain, wide)
    language = _language()
    documents = [language.make_doc("Per Holm bor i Vejen.")]
    assert np.allclose(plain.predict(documents)[0], wide.predict(documents)[0], atol=1e-6)


def test_a_wider_table_keeps_the_values_in_front():
    assert widened(np.ones((1, 2), np.float32), np.full((1, 3), 7, np.float32)).tolist() == [[1, 1, 0]]


def _language():
    return language_with(["Per", "Vejen"], np.ones((2, 4), np.float32))


def _tok2vec(vectors):
    make = registry.architectures
    embed = make.get("spacy.MultiHashEmbed.v2")(
        width=8, attrs=["NORM", "SHAPE"], rows=[50, 50], include_static_vectors=vectors
    )
    encode = make.get("spacy.MaxoutWindowEncoder.v2")(width=8, depth=1, window_size=1, maxout_pieces=2)
    network = make.get("spacy.Tok2Vec.v2")(embed, encode)
    network.initialize(X=[_language().make_doc("Per bor")])
    return network
