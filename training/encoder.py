"""The open encoder itself: its layers, and what it makes of words on their own."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from training.packed import Floats, Pieces, Shape, read

_PREFIX = "query:"
# From these, straight lines told labels of unseen names of the treebank apart better than from the first or last ones.
LAYERS = (6, 10)
_WORDS_A_BATCH = 384


class Layer(nn.Module):
    """Attention, then the inner layer, each with its sum and norm after it."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.heads = shape.heads
        self.query, self.key, self.value, self.out = (nn.Linear(shape.width, shape.width) for _ in range(4))
        self.inner = nn.Linear(shape.width, shape.inner)
        self.outer = nn.Linear(shape.inner, shape.width)
        self.attention_norm = nn.LayerNorm(shape.width, eps=shape.epsilon)
        self.norm = nn.LayerNorm(shape.width, eps=shape.epsilon)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        count, length, width = states.shape

        def by_head(values: Tensor) -> Tensor:
            return values.view(count, length, self.heads, width // self.heads).transpose(1, 2)

        query, key, value = (by_head(part(states)) for part in (self.query, self.key, self.value))
        attended = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        together = attended.transpose(1, 2).reshape(count, length, width)
        states = self.attention_norm(states + self.out(together))
        inner = functional.gelu(self.inner(states))
        out: Tensor = self.norm(states + self.outer(inner))
        return out


def _frozen(table: Floats) -> nn.Embedding:
    rows, width = table.shape
    weights = torch.from_numpy(table)
    return nn.Embedding(rows, width, _weight=weights, _freeze=True)


class Encoder(nn.Module):
    """Numbers of pieces to states."""

    def __init__(self, shape: Shape, words: Floats, positions: Floats) -> None:
        super().__init__()
        self.words = _frozen(words)
        self.positions = _frozen(positions)
        self.norm = nn.LayerNorm(shape.width, eps=shape.epsilon)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))

    def forward(self, pieces: Tensor, present: Tensor, *, layers: int | None = None) -> list[Tensor]:
        """The states before the first layer and after each; the first so many layers alone where a number is given."""
        places = torch.arange(pieces.shape[1])
        states = self.norm(self.words(pieces) + self.positions(places))
        mask = present[:, None, None, :]
        found = [states]
        for layer in self.layers[:layers]:
            found.append(layer(found[-1], mask))
        return found


_NAMES = {
    "query": "q",
    "key": "k",
    "value": "v",
    "out": "ao",
    "inner": "fi",
    "outer": "fo",
    "attention_norm": "aln",
    "norm": "oln",
}


def load_encoder(path: Path) -> tuple[Pieces, Encoder]:
    """The encoder with its weights, and the pieces it reads."""
    pieces, shape, weights = read(path)
    # Every piece is of the first of two types; its vector goes into the positions.
    positions = weights["emb.pos"].reshape(-1, shape.width) + weights["emb.type"][: shape.width]
    encoder = Encoder(shape, weights["emb.word"].reshape(-1, shape.width), positions)
    values = {"norm.weight": weights["emb.ln.w"], "norm.bias": weights["emb.ln.b"]}
    for layer in range(shape.layers):
        for ours, theirs in _NAMES.items():
            values[f"layers.{layer}.{ours}.weight"] = weights[f"l{layer}.{theirs}.w"]
            values[f"layers.{layer}.{ours}.bias"] = weights[f"l{layer}.{theirs}.b"]
    named = dict(encoder.named_parameters())
    with torch.no_grad():
        for name, value in values.items():
            named[name].copy_(torch.from_numpy(value).view(named[name].shape))
    return pieces, encoder


def states_of(words: Sequence[str], pieces: Pieces, encoder: Encoder, *, layers: Sequence[int] = LAYERS) -> Floats:
    """For each word on its own its mean state on some layers, side by side, the layers of like weight."""
    encoder.eval()
    before = [pieces.start, *pieces.cut(_PREFIX)]
    cuts = [[*before, *pieces.cut(word), pieces.end] for word in words]
    found = np.zeros((len(layers), len(words), encoder.norm.weight.shape[0]), np.float32)
    for batch in _of_one_length(cuts):
        numbers = torch.tensor([cuts[i] for i in batch])
        with torch.inference_mode():
            states = encoder(numbers, torch.ones_like(numbers, dtype=torch.bool), layers=max(layers))
        for row, layer in enumerate(layers):
            found[row, batch] = states[layer][:, len(before) : -1].mean(dim=1).numpy()
    found -= found.mean(axis=1, keepdims=True)
    found /= found.std(axis=(1, 2), keepdims=True)
    side_by_side: Floats = np.concatenate(found, axis=1)
    return side_by_side


def _of_one_length(cuts: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    order = sorted(range(len(cuts)), key=lambda i: len(cuts[i]))
    for _, group in groupby(order, key=lambda i: len(cuts[i])):
        same = list(group)
        for start in range(0, len(same), _WORDS_A_BATCH):
            yield same[start : start + _WORDS_A_BATCH]
