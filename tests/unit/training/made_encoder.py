"""A packed encoder of a few weights, in the format of the open one."""

import struct

import numpy as np

WIDTH, LAYERS, HEADS, INNER, PLACES = 32, 2, 2, 64, 40
SPECIAL = ("<s>", "<pad>", "</s>", "<unk>")
PIECES = (*SPECIAL, "▁", "▁Per", "▁Holm", "▁by", "▁byråd", "råd", "et", "▁query", ":", "e", "r")
_SCALE = 1 / 16
_QUANTISED = ("q.w", "k.w", "v.w", "ao.w", "fi.w", "fo.w", "emb.word")


def made_weights() -> dict[str, np.ndarray]:
    rng = np.random.default_rng(0)
    return {
        name: rng.integers(-8, 8, count).astype(np.float32) * _SCALE
        if name.endswith(_QUANTISED)
        else rng.normal(0.5, 0.1, count).astype(np.float32)
        for name, count in _sizes().items()
    }


def _sizes() -> dict[str, int]:
    found = {"emb.word": len(PIECES) * WIDTH, "emb.pos": PLACES * WIDTH, "emb.type": 2 * WIDTH}
    found |= {"emb.ln.w": WIDTH, "emb.ln.b": WIDTH}
    parts = {"q": (WIDTH, WIDTH), "k": (WIDTH, WIDTH), "v": (WIDTH, WIDTH), "ao": (WIDTH, WIDTH)}
    parts |= {"fi": (INNER, WIDTH), "fo": (WIDTH, INNER)}
    for layer in range(LAYERS):
        for part, (rows, columns) in parts.items():
            found |= {f"l{layer}.{part}.w": rows * columns, f"l{layer}.{part}.b": rows}
        for norm in ("aln", "oln"):
            found |= {f"l{layer}.{norm}.w": WIDTH, f"l{layer}.{norm}.b": WIDTH}
    return found


def packed_bytes(weights: dict[str, np.ndarray]) -> bytes:
    """Head, pieces, an empty map of signs, the directory of weights, the weights."""
    blob = "".join(PIECES).encode()
    ends = np.cumsum([0, *(len(piece.encode()) for piece in PIECES)]).astype("<u4")
    scores = np.array([-float(i) for i in range(len(PIECES))], "<f4")
    head = b"E5S1" + struct.pack("<I7ifi", 1, WIDTH, LAYERS, HEADS, INNER, len(PIECES), PLACES, 2, 1e-12, 32)
    head += struct.pack("<5iQ", len(PIECES), 0, 2, 1, 3, len(blob)) + ends.tobytes() + scores.tobytes() + blob
    head += struct.pack("<iI", 0, 0)
    bodies = {n: _nibbles(w) if n.endswith(_QUANTISED) else w.tobytes() for n, w in weights.items()}
    at = len(head) + 4 + sum(2 + len(name) + 1 + 4 + 16 for name in weights)
    entries = struct.pack("<i", len(weights))
    for name, body in bodies.items():
        entries += struct.pack("<H", len(name)) + name.encode()
        entries += struct.pack("<BIQQ", 0, len(weights[name]), at, len(body))
        at += len(body)
    return head + entries + b"".join(bodies.values())


def _nibbles(weights: np.ndarray) -> bytes:
    """Blocks of 32 with their scale; each weight is a whole number of scales, from -8 to 7."""
    whole = (weights.reshape(-1, 32) / _SCALE + 8).astype(np.uint8)
    return b"".join(struct.pack("<e", _SCALE) + bytes(row[:16] | (row[16:] << 4)) for row in whole)
