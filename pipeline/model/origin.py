"""What made an output, for whoever finds it alone in ten years: it stands in the metadata of every file handed out."""

from collections.abc import Mapping

KEYS = ("made_by", "model", "embeddings", "lexicons")
"""The program, the language model, the sentence embeddings and the lexicons, each with its version or digest."""


def origin_of(metadata: Mapping[bytes, bytes] | None) -> dict[str, str]:
    """The origin in the metadata of a Parquet schema; empty when there is none."""
    told = metadata or {}
    return {key: told[key.encode()].decode() for key in KEYS if key.encode() in told}
