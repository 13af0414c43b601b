"""The pages that an explanation rests on, drawn from the papers themselves into a PNG file."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from pipeline.errors import InvalidConfig, UnreadablePaper
from pipeline.run.digests import content_digest
from pipeline.run.evidence import Evidence, Explanation


def write_page_image(explanation: Explanation, *, raw: Path, documents: Sequence[Mapping[str, Any]], out: Path) -> int:
    """Draw each page with its places marked, beside each other, and count them.

    `InvalidConfig` when there is nothing to draw, a paper is not below `raw` as it was read, or `out` cannot be
    written.
    """
    # Here and not above, as in papers.py: no other command draws.
    from pipeline.read.picture import Marked, draw_pages

    places = _places(explanation.evidence)
    if not places:
        raise InvalidConfig(
            f"expected a row with a place on a page, found none in {explanation.table}; explain another"
        )
    known = {row["document_id"]: row["sha256"] for row in documents}
    papers = {path: _read(raw / path, known[key]) for key, path, _ in places}
    try:
        picture = draw_pages([Marked(papers[path], page, tuple(boxes)) for (_, path, page), boxes in places.items()])
    except UnreadablePaper as problem:
        raise UnreadablePaper(f"{', '.join(papers)}: {problem}") from problem
    _write(out, picture)
    return len(places)


def _places(evidence: Sequence[Evidence]) -> dict[tuple[str, str, int], list[dict[str, float]]]:
    """From paper and page to the boxes on it, in the order of the evidence; a quote may run over two pages."""
    found: dict[tuple[str, str, int], list[dict[str, float]]] = {}
    for one in evidence:
        for box in one.boxes:
            found.setdefault((one.document_id, one.path, int(box["page"])), []).append(box)
    return found


def _read(path: Path, key: str) -> bytes:
    try:
        content = path.read_bytes()
    except OSError as problem:
        raise InvalidConfig(
            f"{path}: expected the paper, found: {problem.strerror}; name the folder of the papers with --raw"
        ) from problem
    if content_digest(content) != key:
        raise InvalidConfig(f"{path}: expected the paper as it was read, found another; run `raadspor run` again")
    return content


def _write(out: Path, picture: bytes) -> None:
    try:
        out.write_bytes(picture)
    except OSError as problem:
        raise InvalidConfig(
            f"{out}: expected a file that can be written, found: {problem.strerror}; name another --image"
        ) from problem
