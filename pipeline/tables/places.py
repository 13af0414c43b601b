"""Where findings stand: from a proof to its columns, and the order of rows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.model.document import Document, Passage
from pipeline.model.place import Box, Proof, Span
from pipeline.model.trail import LocatedProof

Row = dict[str, object]
_POINTS = 2  # decimals of a box: a hundredth of a point is finer than any printer


@dataclass(frozen=True, slots=True)
class Places:
    """The passages of all papers by id, each with its paper."""

    passages: Mapping[str, tuple[str, Passage]]

    @classmethod
    def of(cls, documents: Sequence[Document]) -> "Places":
        """The passages of these papers."""
        return cls({p.passage_id: (d.document_id, p) for d in documents for p in d.passages})

    def document_id(self, passage_id: str) -> str:
        """The paper a passage stands in."""
        return self.passages[passage_id][0]

    def proof(self, proof: Proof) -> Row:
        """The columns of a proof."""
        place = self._place(proof.span)
        more = [{"passage_id": s.passage_id, "start": s.start, "end": s.end, "quote": s.quote} for s in proof.more]
        return {**place, "rule": proof.rule, "score": round(proof.score, 3), "more": more}

    def located(self, located: LocatedProof) -> Row:
        """The struct of a proof with its paper."""
        return {"document_id": located.document_id, **self._place(located.proof.span)}

    def position(self, passage_id: str) -> int:
        """The number of a passage in the reading order of its paper."""
        return self.passages[passage_id][1].order

    def _place(self, span: Span) -> Row:
        passage = self.passages[span.passage_id][1]
        boxes = passage.boxes_of(span.start, span.end)
        return {
            "passage_id": span.passage_id,
            "start": span.start,
            "end": span.end,
            "quote": span.quote,
            "page": boxes[0].page if boxes else passage.page,
            "boxes": [box_row(box) for box in boxes],
        }


def box_row(box: Box) -> Row:
    """The struct of a box, rounded."""
    edges = {"x0": box.x0, "top": box.top, "x1": box.x1, "bottom": box.bottom}
    return {"page": box.page, **{name: round(edge, _POINTS) for name, edge in edges.items()}}


def by_place(rows: Iterable[Row], places: Places, *, id_name: str) -> list[Row]:
    """Rows with a proof, sorted by paper, place in it and id; rows without a paper come first."""

    def place(row: Row) -> tuple[str, str, int, int, int, str]:
        passage_id, start, end = str(row["passage_id"]), row["start"], row["end"]
        if not isinstance(start, int) or not isinstance(end, int):
            raise TypeError(f"{id_name} {row[id_name]}: expected a span of whole numbers, found {start!r}:{end!r}")
        inside = places.position(passage_id), start, end
        return (str(row.get("document_id") or ""), places.document_id(passage_id), *inside, str(row[id_name]))

    return sorted(rows, key=place)


def by_id(rows: Iterable[Row], *, id_name: str) -> list[Row]:
    """Rows sorted by their id."""
    return sorted(rows, key=lambda row: str(row[id_name]))
