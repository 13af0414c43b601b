"""The packed encoder as it is read: weights, pieces, words."""

import numpy as np
import pytest

from tests.unit.training.made_encoder import HEADS, INNER, LAYERS, PIECES, WIDTH, made_weights, packed_bytes
from training.packed import read


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    path = tmp_path_factory.mktemp("encoder") / "made.bin"
    path.write_bytes(packed_bytes(made_weights()))
    return path


def test_weights_come_out_as_they_went_in(path):
    _, shape, found = read(path)
    weights = made_weights()
    assert (shape.width, shape.layers, shape.heads, shape.inner) == (WIDTH, LAYERS, HEADS, INNER)
    assert found.keys() == weights.keys()
    assert all(np.array_equal(found[name], weights[name]) for name in weights)


def test_another_file_is_refused(tmp_path):
    (tmp_path / "x.bin").write_bytes(b"PK34" + bytes(100))
    with pytest.raises(ValueError, match=r"x\.bin"):
        read(tmp_path / "x.bin")


@pytest.mark.parametrize(
    ("word", "pieces"),
    [("Per", ["▁Per"]), ("byrådet", ["▁byråd", "et"]), ("Pø", ["▁", "<unk>", "<unk>"])],
)
def test_words_are_cut_into_their_best_pieces(path, word, pieces):
    assert [PIECES[i] for i in read(path)[0].cut(word)] == pieces


def test_words_of_one_piece(path):
    known = read(path)[0].whole_words()
    assert {"Per", "byråd"} <= set(known)
    assert "et" not in known
