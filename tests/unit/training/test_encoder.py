"""The encoder at work: only where torch is installed, which the product does without."""

import numpy as np
import pytest

from tests.unit.training.made_encoder import WIDTH, made_weights, packed_bytes

torch = pytest.importorskip("torch")
at_work = pytest.importorskip("training.encoder")


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    path = tmp_path_factory.mktemp("encoder") / "made.bin"
    path.write_bytes(packed_bytes(made_weights()))
    return path


def test_what_fills_up_a_short_sentence_changes_nothing(path):
    _, encoder = at_work.load_encoder(path)
    encoder.eval()
    alone = torch.tensor([[0, 5, 6, 2]])
    beside = torch.tensor([[0, 5, 6, 2, 1, 1], [0, 5, 6, 7, 8, 2]])
    with torch.inference_mode():
        short, long = encoder(alone, alone != 1)[-1], encoder(beside, beside != 1)[-1]
    assert torch.allclose(short[0], long[0, :4], atol=1e-5)


def test_words_have_states_whatever_stands_beside_them(path):
    pieces, encoder = at_work.load_encoder(path)
    words = ["Per", "Holm", "by", "byrådet", "råd"]
    states = at_work.states_of(words, pieces, encoder, layers=(1, 2))
    assert states.shape == (5, 2 * WIDTH)
    assert np.allclose(at_work.states_of(words[::-1], pieces, encoder, layers=(1, 2))[::-1], states, atol=1e-5)
